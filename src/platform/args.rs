//! What the program is told when it is started on a computer.

use std::ffi::OsString;
use std::path::PathBuf;

/// The arguments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Args {
    /// Serve the app to a browser on this machine, even if there is a display.
    pub serve: bool,
    /// The port to serve it on; 0 takes a free one.
    pub port: u16,
    /// Open the demonstration, which is fiction.
    pub demo: bool,
    /// The language to speak, as a tag (BCP 47), instead of English.
    pub locale: Option<String>,
    /// Where the app keeps its files, instead of the usual place.
    pub data: Option<PathBuf>,
}

/// Why the arguments were refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArgsError {
    /// Something that is none of them.
    #[error("unknown argument")]
    Unknown,
    /// `--port` without a port.
    #[error("--port needs a number from 0 to 65535")]
    Port,
    /// `--locale` without a tag.
    #[error("--locale needs a language tag")]
    Locale,
    /// `--data` without a folder.
    #[error("--data needs a folder")]
    Data,
}

impl Args {
    /// What may be given.
    pub const USAGE: &'static str = "Usage: steadfast [--serve] [--port N] [--demo] [--data DIR] [--locale TAG]";

    /// Where the vault lies. The made-up story has a place of its own, so that it never mixes with a real journal.
    pub fn place(&self) -> PathBuf {
        let kept = || super::data_dir().unwrap_or_else(|| std::env::temp_dir().join("calc"));
        let dir = self.data.clone().unwrap_or_else(kept);
        dir.join(if self.demo { "demo" } else { "papers" })
    }

    /// Reads them, without the program's name.
    ///
    /// # Errors
    /// When one is unknown or lacks its value.
    pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Self, ArgsError> {
        let mut args = Self::default();
        let mut words = words.into_iter();
        while let Some(word) = words.next() {
            match word.to_str() {
                Some("--serve") => args.serve = true,
                Some("--demo") => args.demo = true,
                Some("--port") => {
                    let port = words.next().and_then(|word| word.to_str()?.parse().ok());
                    args.port = port.ok_or(ArgsError::Port)?;
                }
                Some("--locale") => {
                    let tag = words.next().and_then(|word| word.into_string().ok());
                    args.locale = Some(tag.ok_or(ArgsError::Locale)?);
                }
                Some("--data") => args.data = Some(words.next().ok_or(ArgsError::Data)?.into()),
                _ => return Err(ArgsError::Unknown),
            }
        }
        Ok(args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Args, ArgsError> {
        Args::read(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn what_is_meant_is_read_and_the_rest_is_refused() {
        let locale = Some("en-GB".into());
        let all = Args { serve: true, port: 8123, demo: true, locale, data: Some("/x".into()) };
        assert_eq!(read("--serve --port 8123 --demo --locale en-GB --data /x"), Ok(all));
        assert_eq!(read("--locale"), Err(ArgsError::Locale));
        assert_eq!(read(""), Ok(Args::default()));
        assert_eq!(read("--port"), Err(ArgsError::Port));
        assert_eq!(read("--port 70000"), Err(ArgsError::Port));
        assert_eq!(read("--data"), Err(ArgsError::Data));
        assert_eq!(read("--verbose"), Err(ArgsError::Unknown));
    }
}
