//! Making, opening and checking a vault.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use steadfast::platform::clock::SystemClock;
use steadfast::session::{Place, Session};

use super::{Done, Failure, Vault, output};

/// Reads a secret: the first line of a file, without its line end.
pub fn secret_from(file: &Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::CannotRead(format!("The file with the secret cannot be read: {}.", error.kind())))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

fn passphrase(vault: &Vault, prompt: &str) -> Result<String, Failure> {
    match &vault.passphrase_file {
        Some(file) => secret_from(file),
        None if std::io::stdin().is_terminal() => rpassword::prompt_password(prompt)
            .map_err(|_| Failure::CannotRead("The passphrase could not be read from the terminal.".to_owned())),
        None => Err(Failure::CannotRead(
            "There is no terminal to ask for the passphrase. Give --passphrase-file.".to_owned(),
        )),
    }
}

fn session(vault: &Vault) -> Session {
    Session::start(Place::new(&vault.dir), Arc::new(SystemClock))
}

/// Opens a vault; says what is damaged and goes on with what can be read.
pub fn open(vault: &Vault) -> Result<Session, Failure> {
    let session = session(vault);
    for damage in session.unlock(passphrase(vault, "Passphrase: ")?).wait()? {
        output::problem(&damage);
    }
    Ok(session)
}

/// `init`
pub fn init(vault: &Vault, demo: bool) -> Done {
    let session = session(vault);
    let chosen = passphrase(vault, "Choose a passphrase: ")?;
    if vault.passphrase_file.is_none() && passphrase(vault, "Once more: ")? != chosen {
        return Err(Failure::CannotRead("The two passphrases differ. Nothing was made.".to_owned()));
    }
    session.set_up(chosen).wait()?;
    let words = session.make_recovery_words().wait()?;
    output::problem(
        "Recovery words. They open this journal on any device. Write them down on paper; they are shown once.",
    );
    let words: Vec<&str> = words.words().collect();
    for four in words.chunks(4) {
        output::line(&four.join(" "));
    }
    if demo {
        session.fill_with_demo().wait()?;
        output::problem("The journal now holds a made-up story. It is fiction.");
    }
    session.lock().wait()?;
    Ok(())
}

/// `check`
pub fn check(vault: &Vault, read_data: bool) -> Done {
    let checked = open(vault)?.check(read_data, output::progress("Checking")).wait()?;
    for problem in &checked.problems {
        output::problem(problem);
    }
    let how = if read_data { "read and whole" } else { "there" };
    output::line(&format!("{} records hold, {} files {how}.", checked.records, checked.files));
    if checked.holds() { Ok(()) } else { Err(Failure::DoesNotHold) }
}

/// `hold`
pub fn hold(vault: &Vault) -> Done {
    let session = open(vault)?;
    output::line("open");
    let mut lines = std::io::stdin().lines();
    lines.next();
    session.lock().wait()?;
    output::line("locked");
    lines.next();
    Ok(())
}
