//! Checking the texts before they are shipped.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use steadfast::guidance::check::{Finding, Problem, check as check_texts, check_institution, check_translation};
use steadfast::guidance::{Institution, Library, SourceTexts, Translation};

use super::{Done, Failure, output};

/// The language that is written first. Others are held against it.
const LOCALE: &str = "en-GB";

/// A file's name without its ending, and what it holds.
type Named = (String, String);

/// `content check`
pub fn check(path: &Path, today: Option<Date>, release: bool) -> Done {
    let today = today.unwrap_or_else(self::today);
    if path.is_file() { check_file(path, today, release) } else { check_folder(path, today, release) }
}

/// The day, here.
pub fn today() -> Date {
    Timestamp::now().to_zoned_datetime(TimeZone::system()).date()
}

/// The texts of a folder in the form of `content/`.
pub struct Texts {
    pages: Vec<Named>,
    institutions: Vec<Named>,
    directory: String,
    asking: String,
    /// Files that are no text.
    pub unreadable: Vec<PathBuf>,
}

impl Texts {
    /// Reads them all.
    pub fn read(dir: &Path) -> Result<Self, Failure> {
        let mut unreadable = Vec::new();
        let locale = dir.join(LOCALE);
        Ok(Self {
            pages: files(&locale.join("guidance"), "md", &mut unreadable)?,
            institutions: match dir.join("institutions") {
                folder if folder.is_dir() => files(&folder, "toml", &mut unreadable)?,
                _ => Vec::new(),
            },
            directory: text(&locale.join("directory.toml"), &mut unreadable)?,
            asking: text(&locale.join("is-this-stalking.toml"), &mut unreadable)?,
            unreadable,
        })
    }

    /// Lends them to whatever reads texts.
    pub fn with<T>(&self, read: impl FnOnce(SourceTexts<'_>) -> T) -> T {
        read(SourceTexts {
            pages: &borrowed(&self.pages),
            directory: &self.directory,
            asking: Some(&self.asking),
            institutions: &borrowed(&self.institutions),
        })
    }
}

/// One institution's file, as the app would take it.
fn check_file(path: &Path, today: Date, release: bool) -> Done {
    let bytes = fs::read(path).map_err(|error| cannot_read(path, &error))?;
    let Ok(library) = Library::built_in() else {
        return Err(Failure::CannotRead("The directory of help is not in this program.".to_owned()));
    };
    let one = Institution::from_file(&bytes, library.directory()).map_err(|refusal| {
        output::problem(&refusal.to_string());
        Failure::DoesNotHold
    })?;
    let findings = check_institution(&one, &library, today);
    findings.iter().for_each(|finding| output::problem(&finding.to_string()));
    if findings.iter().any(|finding| finding.is_fault() || release) {
        return Err(Failure::DoesNotHold);
    }
    output::line(&format!("{}: {} contacts, {} ways to report.", one.id, one.contacts.len(), one.report_ways.len()));
    output::line("It holds.");
    Ok(())
}

fn check_folder(dir: &Path, today: Date, release: bool) -> Done {
    let texts = Texts::read(dir)?;
    let mut findings = texts.with(|texts| check_texts(texts, today));
    let mut unreadable = texts.unreadable.clone();
    let mut lines = vec![format!("{} pages, {} institutions.", texts.pages.len(), texts.institutions.len())];
    for other in Other::all(dir, &mut unreadable)? {
        findings.extend(texts.with(|english| other.with(|translation| check_translation(english, translation, today))));
        lines.push(texts.with(|english| other.with(|translation| lacking(english, translation))));
    }
    for path in &unreadable {
        output::problem(&format!("{}: is not text", path.display()));
    }
    for finding in &findings {
        output::problem(&if finding.is_fault() { finding.to_string() } else { format!("warning: {finding}") });
    }
    let counted = |is: fn(&Finding) -> bool| findings.iter().filter(|finding| is(finding)).count();
    let faults = counted(Finding::is_fault) + unreadable.len();
    let old = counted(|finding| matches!(finding.problem, Problem::Old(_)));
    // A translation that waits to be held against newer English says nothing about the English.
    let behind = counted(|finding| matches!(finding.problem, Problem::Behind(_)));
    if let Some(first) = lines.first_mut() {
        first.push_str(&format!(" {faults} faults, {old} facts unchecked for a year, {behind} translations behind."));
    }
    lines.iter().for_each(|line| output::line(line));
    if faults > 0 || (release && old > 0) {
        output::line("It does not hold.");
        return Err(Failure::DoesNotHold);
    }
    output::line("It holds.");
    Ok(())
}

/// What another language leaves in English, in a line.
fn lacking(english: SourceTexts<'_>, translation: Translation<'_>) -> String {
    let tag = translation.tag;
    let Ok(english) = Library::read(english) else { return format!("{tag}: there is no English to hold it against.") };
    let lacks = english.clone().translated(translation, &english).lacks();
    match lacks.as_slice() {
        [] => format!("{tag}: nothing is left in English."),
        left => format!("{tag}: {} texts are left in English: {}.", left.len(), left.join(", ")),
    }
}

/// The texts of another language, in a folder beside the English one.
struct Other {
    tag: String,
    pages: Vec<Named>,
    directory: Option<String>,
    asking: Option<String>,
}

impl Other {
    /// Each language that has a folder: one named as a tag is, and any that holds guidance.
    fn all(dir: &Path, unreadable: &mut Vec<PathBuf>) -> Result<Vec<Self>, Failure> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(dir).map_err(|error| cannot_read(dir, &error))? {
            let path = entry.map_err(|error| cannot_read(dir, &error))?.path();
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            if name != LOCALE && path.is_dir() && (is_tag(&name) || path.join("guidance").is_dir()) {
                folders.push((name, path));
            }
        }
        folders.sort();
        folders.into_iter().map(|(tag, path)| Self::read(tag, &path, unreadable)).collect()
    }

    fn read(tag: String, path: &Path, unreadable: &mut Vec<PathBuf>) -> Result<Self, Failure> {
        let mut one = |name: &str| match path.join(name) {
            file if file.exists() => text(&file, unreadable).map(Some),
            _ => Ok(None),
        };
        let (directory, asking) = (one("directory.toml")?, one("is-this-stalking.toml")?);
        let pages = match path.join("guidance") {
            folder if folder.is_dir() => files(&folder, "md", unreadable)?,
            _ => Vec::new(),
        };
        Ok(Self { tag, pages, directory, asking })
    }

    fn with<T>(&self, read: impl FnOnce(Translation<'_>) -> T) -> T {
        read(Translation {
            tag: &self.tag,
            pages: &borrowed(&self.pages),
            directory: self.directory.as_deref(),
            asking: self.asking.as_deref(),
        })
    }
}

/// True for the form of a language tag: `cy`, `ur`, `zh-Hant`.
fn is_tag(name: &str) -> bool {
    let mut parts = name.split('-');
    let language = |part: &str| (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_lowercase());
    let other = |part: &str| (2..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    parts.next().is_some_and(language) && parts.all(other)
}

fn borrowed(files: &[Named]) -> Vec<(&str, &str)> {
    files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// The files of a folder with this ending, by name. One that is no text is named and left out.
fn files(folder: &Path, ending: &str, unreadable: &mut Vec<PathBuf>) -> Result<Vec<Named>, Failure> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| cannot_read(folder, &error))? {
        let path = entry.map_err(|error| cannot_read(folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == ending) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let before = unreadable.len();
        let text = text(&path, unreadable)?;
        if unreadable.len() == before {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            files.push((name, text));
        }
    }
    Ok(files)
}

fn text(path: &Path, unreadable: &mut Vec<PathBuf>) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| cannot_read(path, &error))?;
    Ok(String::from_utf8(bytes).unwrap_or_else(|_| {
        unreadable.push(path.to_owned());
        String::new()
    }))
}

/// A file or folder that cannot be read, in words.
pub fn cannot_read(path: &Path, error: &std::io::Error) -> Failure {
    Failure::CannotRead(format!("{} cannot be read: {error}.", path.display()))
}
