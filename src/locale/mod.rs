//! What the app says, by language: every sentence of a screen has a name here and its text in `content/<locale>/app/*.ftl`,
//! written in Fluent (<https://projectfluent.org/fluent/guide/>).
//!
//! [`t!`](crate::t) gives a text. It stands at the bottom, beside `domain`: the screens use it, and the session for the
//! sentences of its errors. Which language is spoken is settled once, when the program starts.
//!
//! A text that a language lacks is said in English, so that nothing is ever blank. Tests see that each name that the program
//! uses is there, and that none is there for nothing (`tests/locale.rs`).
//!
//! What goes to the police stays in English whatever the screen speaks: the pack and the desk program do not come here.

mod built_in;
mod catalogue;
#[cfg(test)]
mod tests;

pub use built_in::{ENGLISH, LOCALES};
pub use catalogue::Catalogue;
pub use fluent_bundle::FluentValue;
use std::sync::OnceLock;

static SPOKEN: OnceLock<Catalogue> = OnceLock::new();

/// The languages that the program can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    /// British English.
    #[default]
    English,
    /// English in odd letters, longer than it is, in marks: what is not odd on a screen cannot be translated.
    #[cfg(feature = "browser")]
    Accented,
    /// The same from right to left: what breaks on a screen would break in Arabic or Urdu.
    #[cfg(feature = "browser")]
    Mirrored,
}

impl Locale {
    /// The language of this tag (BCP 47); `None` if it is not spoken here.
    pub fn of(tag: &str) -> Option<Self> {
        match tag {
            ENGLISH => Some(Self::English),
            #[cfg(feature = "browser")]
            "en-XA" => Some(Self::Accented),
            #[cfg(feature = "browser")]
            "ar-XB" => Some(Self::Mirrored),
            _ => None,
        }
    }

    /// Its tag (BCP 47), for the page's `lang`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => ENGLISH,
            #[cfg(feature = "browser")]
            Self::Accented => "en-XA",
            #[cfg(feature = "browser")]
            Self::Mirrored => "ar-XB",
        }
    }

    /// Which way it runs, for the page's `dir`.
    pub const fn direction(self) -> &'static str {
        match self {
            #[cfg(feature = "browser")]
            Self::Mirrored => "rtl",
            _ => "ltr",
        }
    }
}

/// Settles the language by its tag (BCP 47). False if it is not spoken here. The first word on it counts: it is called by `main`
/// before anything is shown.
pub fn speak(tag: &str) -> bool {
    Locale::of(tag).is_some_and(|locale| SPOKEN.set(Catalogue::of(locale)).is_ok())
}

/// The language that is spoken.
pub fn spoken() -> Locale {
    catalogue().locale()
}

fn catalogue() -> &'static Catalogue {
    SPOKEN.get_or_init(|| Catalogue::of(Locale::default()))
}

/// The text of this name, which takes no values. Used through [`t!`](crate::t).
pub fn text(name: &'static str) -> &'static str {
    catalogue().plain(name)
}

/// The text of this name with these values in it. Used through [`t!`](crate::t).
pub fn filled(name: &'static str, values: &[(&'static str, FluentValue<'_>)]) -> String {
    catalogue().filled(name, values)
}

/// What the app says under this name, in the language that is spoken.
///
/// Without values it is a `&'static str`; with values it is a `String`. Numbers choose between one and many in the message
/// itself. `name.part` is an attribute of a message. The name is always written out, so that a test can find it.
///
/// ```
/// use steadfast::t;
///
/// assert_eq!(t!("word-back"), "Back");
/// assert_eq!(t!("count-entries", n = 1), "1 entry");
/// assert_eq!(t!("count-entries", n = 3), "3 entries");
/// ```
#[macro_export]
macro_rules! t {
    ($name:literal) => {
        $crate::locale::text($name)
    };
    ($name:literal, $($key:ident = $value:expr),+ $(,)?) => {
        $crate::locale::filled($name, &[$((stringify!($key), $crate::locale::FluentValue::from($value))),+])
    };
}
