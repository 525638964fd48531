//! The messages that are built into the program.

/// The tag of the language that everything is written in first.
pub const ENGLISH: &str = "en-GB";

/// Pairs the files of a language with their names, at build time.
macro_rules! files {
    ($locale:literal: $($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../../content/", $locale, "/app/", $name, ".ftl")))),+]
    };
}

/// Each language that ships: its tag, and its files by name. A translation is added here once somebody who knows the language and
/// the law has checked it.
pub const LOCALES: &[(&str, &[(&str, &str)])] = &[(
    ENGLISH,
    files!("en-GB":
        "asking",
        "calculator",
        "card",
        "components",
        "destroy",
        "entry",
        "errors",
        "guidance",
        "help",
        "home",
        "institution",
        "journal",
        "more",
        "notes",
        "pack",
        "pattern",
        "phone",
        "plan",
        "record",
        "recording",
        "set-up",
        "shell",
        "trusted",
        "unlock",
        "ways",
        "wording",
        "words",
    ),
)];
