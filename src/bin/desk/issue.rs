//! Signing newer guidance: for whoever publishes the app. `docs/guidance-updates.md` says how it is used.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::Date;
use steadfast::guidance::update::{BUILT_IN_NUMBER, LARGEST_UPDATE, Update, issue};
use steadfast::vault::{SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use super::content::{self, cannot_read};
use super::{Done, Failure, output};

/// The words before the secret in a key file.
const KEY_FILE: &str = "steadfast-content-key 1 ";

/// `content key`
pub fn key(file: &Path) -> Done {
    let key = SigningKey::generate().map_err(|error| Failure::CannotRead(format!("No key could be made: {error}.")))?;
    let secret = Zeroizing::new(STANDARD.encode(key.seed().as_slice()));
    let line = Zeroizing::new(format!("{KEY_FILE}{}\n", secret.as_str()));
    write_new(file, line.as_bytes(), true)?;
    output::problem("Whoever has this file can change what the app tells people. Keep it off line, and a copy apart.");
    output::line(&constant(&key.verifying_key()));
    Ok(())
}

/// `content sign`
pub fn sign(key_file: &Path, number: u32, issued: Option<Date>, dir: &Path, out: &Path) -> Done {
    let key = read_key(key_file)?;
    let today = content::today();
    let issued = issued.unwrap_or(today);
    let texts = content::Texts::read(dir)?;
    let refused = |why: &dyn std::fmt::Display| {
        output::problem(&why.to_string());
        Failure::DoesNotHold
    };
    if number <= BUILT_IN_NUMBER {
        return Err(refused(&format!("Number {number} is not above that of the built-in texts, {BUILT_IN_NUMBER}.")));
    }
    if !texts.unreadable.is_empty() {
        return Err(refused(&format!("{} files are not text.", texts.unreadable.len())));
    }
    let signed =
        texts.with(|texts| issue(number, issued, texts, &|message| key.sign(message))).map_err(|why| refused(&why))?;
    // The app's own reader has the last word: what it would refuse is not given out.
    let public = key.verifying_key();
    let verify = |message: &[u8], signature: &[u8; 64]| public.verify(message, signature).is_ok();
    Update::read(&signed, &verify, BUILT_IN_NUMBER, today).map_err(|why| refused(&why))?;
    write_new(out, &signed, false)?;
    output::line(&format!(
        "Number {number}, {} of at most {LARGEST_UPDATE} bytes, signed on {issued} by",
        signed.len()
    ));
    output::line(&constant(&public));
    Ok(())
}

/// The line for `src/session/update/key.rs`.
fn constant(key: &VerifyingKey) -> String {
    let bytes: Vec<String> = key.to_bytes().iter().map(|byte| format!("0x{byte:02x}")).collect();
    format!("pub const MAINTAINERS_KEY: Option<[u8; 32]> = Some([{}]);", bytes.join(", "))
}

fn read_key(file: &Path) -> Result<SigningKey, Failure> {
    let text = Zeroizing::new(fs::read(file).map_err(|error| cannot_read(file, &error))?);
    let seed = std::str::from_utf8(&text)
        .ok()
        .and_then(|text| text.trim_end().strip_prefix(KEY_FILE))
        .and_then(|secret| STANDARD.decode(secret).ok())
        .map(Zeroizing::new)
        .and_then(|seed| Some(Zeroizing::new(<[u8; 32]>::try_from(seed.as_slice()).ok()?)));
    let seed =
        seed.ok_or_else(|| Failure::CannotRead("The key file is not one that `content key` made.".to_owned()))?;
    Ok(SigningKey::from_seed(&seed))
}

/// Writes a file that is not there yet; a private one can be read by its owner alone.
fn write_new(file: &Path, bytes: &[u8], private: bool) -> Done {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if private { 0o600 } else { 0o644 });
    #[cfg(not(unix))]
    let _ = private;
    let written = options.open(file).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| Failure::CannotRead(format!("{} cannot be written: {error}.", file.display())))
}
