//! Recording, reading and correcting entries.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use serde_json::json;
use steadfast::domain::{EntryDraft, Happened, Refusal};
use steadfast::session::{EntryLine, EntryView, SessionError};

use super::{Done, Failure, Vault, output, vaults};

/// A file, or standard input for `-`.
fn input(path: &Path) -> Result<Box<dyn Read>, Failure> {
    if path.as_os_str() == "-" {
        return Ok(Box::new(std::io::stdin()));
    }
    let file =
        File::open(path).map_err(|error| Failure::CannotRead(format!("The file cannot be read: {}.", error.kind())))?;
    Ok(Box::new(file))
}

/// Reads a draft. serde's messages name members and places, and may repeat a misspelt member: never a value.
fn draft(text: &str) -> Result<EntryDraft, String> {
    #[derive(serde::Deserialize)]
    struct Version {
        version: u32,
    }
    if let Ok(Version { version }) = serde_json::from_str(text)
        && version != EntryDraft::VERSION
    {
        let refusal = steadfast::domain::Refusal::OtherVersion(version);
        return Err(refusal.to_string());
    }
    serde_json::from_str(text).map_err(|error| {
        let what = match error.classify() {
            serde_json::error::Category::Data => error.to_string(),
            serde_json::error::Category::Eof => "the line ends too early".to_owned(),
            _ => format!("it is not JSON at column {}", error.column()),
        };
        format!("{what}. See docs/entry.schema.json.")
    })
}

/// `add`
pub fn add(vault: &Vault, path: &Path) -> Done {
    let session = vaults::open(vault)?;
    let mut refused = false;
    for (number, line) in BufReader::new(input(path)?).lines().enumerate() {
        let line = line
            .map_err(|error| Failure::CannotRead(format!("Line {} cannot be read: {}.", number + 1, error.kind())))?;
        if line.trim().is_empty() {
            continue;
        }
        let recorded = match draft(&line) {
            // In the app the time alone will do. A line that says neither in words nor by a kind what happened is more likely
            // a mistake of whatever wrote it.
            Ok(draft) if !draft.says_what() && !matches!(draft.happened, Some(Happened::Now { .. })) => {
                Err(SessionError::Refused(vec![Refusal::NothingSaid]))
            }
            Ok(draft) => session.record(draft, Vec::new()).wait(),
            Err(why) => {
                output::problem(&format!("Line {}: {why} It was not recorded.", number + 1));
                refused = true;
                continue;
            }
        };
        match recorded {
            Ok(id) => output::line(&id.to_string()),
            Err(error @ SessionError::Refused(_)) => {
                output::problem(&format!("Line {}: {error} It was not recorded.", number + 1));
                refused = true;
            }
            Err(error) => return Err(error.into()),
        }
    }
    session.lock().wait()?;
    if refused { Err(Failure::DoesNotHold) } else { Ok(()) }
}

/// `attach`
pub fn attach(vault: &Vault, entry: String, files: &[PathBuf]) -> Done {
    let session = vaults::open(vault)?;
    let entry = session.find(entry).wait()?;
    let mut refused = false;
    for (number, path) in files.iter().enumerate() {
        let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
        let (metadata, file) = match opened {
            Ok((metadata, file)) if metadata.is_file() => (metadata, file),
            Ok(_) => {
                output::problem(&format!("File {} is not a file. It was not added.", number + 1));
                refused = true;
                continue;
            }
            Err(error) => {
                output::problem(&format!("File {} cannot be read: {}. It was not added.", number + 1, error.kind()));
                refused = true;
                continue;
            }
        };
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        match session.attach_from(entry, name, metadata.len(), file).wait() {
            Ok(held) => output::line(&format!("{}  {}", held.file, held.sha256)),
            Err(error @ (SessionError::EmptyFile | SessionError::Unreadable(_))) => {
                output::problem(&format!("File {}: {}", number + 1, error.told()));
                refused = true;
            }
            Err(error) => return Err(error.into()),
        }
    }
    session.lock().wait()?;
    if refused { Err(Failure::DoesNotHold) } else { Ok(()) }
}

/// `list`
pub fn list(vault: &Vault, as_json: bool) -> Done {
    let session = vaults::open(vault)?;
    for entry in session.entries_in_chain_order().wait()? {
        output::line(&if as_json { line_json(&entry) } else { line_text(&entry) });
    }
    session.lock().wait()?;
    Ok(())
}

fn line_json(line: &EntryLine) -> String {
    json!({
        "id": line.id,
        "seq": line.seq,
        "recorded": line.recorded,
        "corrections": line.corrections,
        "files": line.files,
        "withdrawn": line.withdrawn,
        "entry": line.entry.content(),
    })
    .to_string()
}

fn line_text(line: &EntryLine) -> String {
    let when = line.sorted_by().0.strftime("%Y-%m-%d %H:%M");
    let notes = match (line.corrections, line.files.len()) {
        (0, 0) => String::new(),
        (corrections, files) => format!("  ({corrections} corrections, {files} files)"),
    };
    let out = if line.withdrawn { "  (withdrawn)" } else { "" };
    format!("{}  {when}  {}{notes}{out}", line.id, line.entry.title())
}

/// `show`
pub fn show(vault: &Vault, id: String, as_json: bool) -> Done {
    let session = vaults::open(vault)?;
    let id = session.find(id).wait()?;
    let view = session.entry(id).wait()?;
    output::line(&if as_json { view_json(&view) } else { view_text(&view) });
    session.lock().wait()?;
    Ok(())
}

fn view_json(view: &EntryView) -> String {
    let versions: Vec<_> = view
        .versions
        .iter()
        .map(|v| json!({ "seq": v.seq, "id": v.id, "recorded": v.recorded, "why": v.why, "entry": v.entry.content() }))
        .collect();
    let files: Vec<_> = view
        .files
        .iter()
        .map(|f| json!({ "seq": f.seq, "added": f.added, "later": f.later, "file": f.file, "lost": f.lost }))
        .collect();
    json!({ "id": view.id, "versions": versions, "files": files, "withdrawn": view.withdrawn }).to_string()
}

fn view_text(view: &EntryView) -> String {
    let mut out = format!("Entry {}\n", view.id);
    if let Some(since) = &view.withdrawn {
        out += &format!("Withdrawn {}: in no count and no pack.\n", since.at);
    }
    for (number, version) in view.versions.iter().enumerate() {
        let head = if number == 0 { "First written" } else { "Corrected" };
        out += &format!("\n{head} {} (record {})\n", version.recorded.at, version.seq);
        if let Some(why) = &version.why {
            out += &format!("Why: {why}\n");
        }
        out += &serde_json::to_string_pretty(version.entry.content()).unwrap_or_default();
        out.push('\n');
    }
    for file in &view.files {
        let f = &file.file;
        let how = if file.later { "Added later" } else { "Saved with the entry" };
        out += &format!("\nFile {}\n  {how} {} (record {})\n", f.file, file.added.at, file.seq);
        out += &format!("  {}, {} bytes\n  SHA-256 {}\n", f.media_type, f.length, f.sha256);
        if file.lost {
            out += "  It is missing from the vault, or cut short.\n";
        }
    }
    out.trim_end().to_owned()
}

/// `amend`
pub fn amend(vault: &Vault, id: String, path: &Path, why: Option<String>) -> Done {
    let mut text = String::new();
    input(path)?
        .read_to_string(&mut text)
        .map_err(|error| Failure::CannotRead(format!("The correction cannot be read: {}.", error.kind())))?;
    let session = vaults::open(vault)?;
    let id = session.find(id).wait()?;
    let draft = draft(&text).map_err(|why| {
        output::problem(&format!("{why} Nothing was recorded."));
        Failure::DoesNotHold
    })?;
    let before = session.entry(id).wait()?.last_seq();
    let written = session.correct(id, draft, why).wait()?;
    if session.entry(id).wait()?.last_seq() == before {
        output::problem("Nothing was changed, so nothing new was written.");
    }
    output::line(&written.to_string());
    session.lock().wait()?;
    Ok(())
}

/// `schema`
pub fn schema() -> Done {
    let schema = schemars::schema_for!(EntryDraft);
    output::line(&serde_json::to_string_pretty(&schema).unwrap_or_default());
    Ok(())
}
