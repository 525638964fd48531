//! The texts that are built into the program: those of `content/en-GB/`, and of each other language that has some.

/// The language that everything is written in first, and that every other is held against.
pub(super) const ENGLISH: &str = "en-GB";

/// Pairs a file of `content/` with its name, at build time: the text is in the program.
macro_rules! built_in {
    ($folder:literal, $ending:literal: $($id:literal),+ $(,)?) => {
        &[$(($id, include_str!(concat!("../../content/", $folder, "/", $id, $ending)))),+]
    };
}

pub(super) const PAGES: &[(&str, &str)] = built_in!("en-GB/guidance", ".md":
    "in-danger-now",
    "cannot-speak",
    "text-999",
    "is-this-stalking",
    "reporting",
    "keeping-evidence",
    "telling-people",
    "your-phone",
    "home-and-work",
    "safety-plan",
    "the-law",
    "law-england-wales",
    "law-scotland",
    "law-northern-ireland",
    "orders",
    "your-rights",
    "how-it-can-make-you-feel",
    "looking-after-yourself",
    "helping-somebody",
    "under-18",
    "who-can-help",
);
const DIRECTORY: &str = include_str!("../../content/en-GB/directory.toml");
const ASKING: &str = include_str!("../../content/en-GB/is-this-stalking.toml");
pub(super) const INSTITUTIONS: &[(&str, &str)] = built_in!("institutions", ".toml": "example-university");

/// The texts a library is made from: names without endings, and what the files hold.
#[derive(Debug, Clone, Copy)]
pub struct SourceTexts<'a> {
    /// Pages: Markdown below a header.
    pub pages: &'a [(&'a str, &'a str)],
    /// The directory: TOML.
    pub directory: &'a str,
    /// The questions of "Is this stalking?": TOML. `None` where there are none.
    pub asking: Option<&'a str>,
    /// Institutions: TOML.
    pub institutions: &'a [(&'a str, &'a str)],
}

impl SourceTexts<'static> {
    /// The texts that are built into the program.
    #[must_use]
    pub const fn built_in() -> Self {
        Self { pages: PAGES, directory: DIRECTORY, asking: Some(ASKING), institutions: INSTITUTIONS }
    }
}

/// What another language has of its own. What it lacks is English.
#[derive(Debug, Clone, Copy)]
pub struct Translation<'a> {
    /// The name of its folder in `content/`: a tag (BCP 47).
    pub tag: &'a str,
    /// Pages, in the form of the English ones and under their names.
    pub pages: &'a [(&'a str, &'a str)],
    /// The words of directory entries: TOML.
    pub directory: Option<&'a str>,
    /// The questions of "Is this stalking?", in the form of the English ones: TOML.
    pub asking: Option<&'a str>,
}

/// Each language but English that ships. One is added here once somebody who knows the language and the law has checked it;
/// with `built_in!` it is
///
/// ```text
/// Translation { tag: "cy", pages: built_in!("cy/guidance", ".md": "reporting"), directory: None, asking: None },
/// ```
pub(super) const TRANSLATIONS: &[Translation<'static>] = &[];

impl Translation<'static> {
    /// What is built into the program for the language of this tag.
    #[must_use]
    pub fn built_in(tag: &str) -> Option<Self> {
        TRANSLATIONS.iter().find(|translation| translation.tag == tag).copied()
    }

    /// All that are built into the program.
    #[must_use]
    pub const fn all_built_in() -> &'static [Self] {
        TRANSLATIONS
    }
}
