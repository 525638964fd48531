//! Making, opening and checking a vault.

use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;

use steadfast::platform::{clock::SystemClock, device_secret};
use steadfast::session::{Place, RecoveryText, Reply, Session, SessionError};
use zeroize::Zeroizing;

use super::{Done, Failure, Vault, output};

/// Reads a secret: the first line of a file, without its line end.
pub fn secret_from(file: &Path) -> Result<String, Failure> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| Failure::CannotRead(format!("The file with the secret cannot be read: {}.", error.kind())))?;
    Ok(text.lines().next().unwrap_or_default().to_owned())
}

/// Asks for a secret without showing it, or takes it from a file. `option` is what to give where there is no terminal.
pub fn secret(file: Option<&Path>, prompt: &str, option: &str) -> Result<Zeroizing<String>, Failure> {
    let read = match file {
        Some(file) => secret_from(file),
        None if std::io::stdin().is_terminal() => rpassword::prompt_password(prompt)
            .map_err(|_| Failure::CannotRead("The secret could not be read from the terminal.".to_owned())),
        None => Err(Failure::CannotRead(format!("There is no terminal to ask for a secret. Give {option}."))),
    };
    read.map(Zeroizing::new)
}

/// The same for a new one: typed twice, unless it comes from a file.
pub fn new_secret(file: Option<&Path>, prompt: &str, option: &str) -> Result<Zeroizing<String>, Failure> {
    let chosen = secret(file, prompt, option)?;
    if file.is_none() && secret(None, "Once more: ", option)? != chosen {
        return Err(Failure::CannotRead("The two differ. Nothing was changed.".to_owned()));
    }
    Ok(chosen)
}

/// The vault's passphrase.
pub fn passphrase(vault: &Vault, prompt: &str) -> Result<Zeroizing<String>, Failure> {
    secret(vault.passphrase_file.as_deref(), prompt, "--passphrase-file")
}

/// A session, with nothing open.
pub fn session(vault: &Vault) -> Session {
    Session::start(Place::new(&vault.dir).with_device(device_secret()), Arc::new(SystemClock))
}

/// Makes a try, after the wait that failed tries may have left.
pub fn patiently<T>(session: &Session, mut attempt: impl FnMut() -> Reply<T>) -> Result<T, Failure> {
    loop {
        match attempt().wait() {
            Err(SessionError::TooSoon { seconds }) => output::wait_before_try(seconds, session.failed_tries()),
            other => return Ok(other?),
        }
    }
}

/// Opens a vault; says what is damaged and goes on with what can be read.
pub fn open(vault: &Vault) -> Result<Session, Failure> {
    open_with(vault, &passphrase(vault, "Passphrase: ")?)
}

/// The same with a passphrase that was read already.
pub fn open_with(vault: &Vault, passphrase: &str) -> Result<Session, Failure> {
    let session = session(vault);
    for damage in patiently(&session, || session.unlock(passphrase.to_owned()))? {
        output::problem(&damage);
    }
    Ok(session)
}

/// Prints recovery words, four to a line.
pub fn print_words(words: &RecoveryText) {
    output::problem(
        "Recovery words. They open this journal on any device. Write them down on paper; they are shown once.",
    );
    let words: Vec<&str> = words.words().collect();
    for four in words.chunks(4) {
        output::line(&four.join(" "));
    }
}

/// `init`
pub fn init(vault: &Vault, demo: bool) -> Done {
    let session = session(vault);
    let chosen = new_secret(vault.passphrase_file.as_deref(), "Choose a passphrase: ", "--passphrase-file")?;
    session.set_up(String::clone(&chosen)).wait()?;
    print_words(&session.make_recovery_words().wait()?);
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
    for (seq, commitment) in &checked.destroyed {
        output::line(&format!("Record {seq} was destroyed. Its commitment is {commitment}."));
    }
    if checked.swept > 0 {
        output::line(&format!("{} files that nothing spoke of were removed.", checked.swept));
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
