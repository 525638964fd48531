//! The secrets that open a vault.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use steadfast::domain::SecretClass;
use steadfast::session::{Pins, Session};
use zeroize::Zeroizing;

use super::{Done, Failure, Vault, output, vaults};

/// What to do with them.
#[derive(Subcommand)]
pub enum What {
    /// List them: place and kind.
    List,
    /// Choose another passphrase.
    ChangePassphrase {
        /// Read the new passphrase from the first line of this file instead of asking for it.
        #[arg(long, value_name = "F")]
        new_passphrase_file: Option<PathBuf>,
    },
    /// Make new recovery words. Prints them, once; the old ones then open nothing here.
    NewWords,
    /// Choose a PIN of six digits or more, in the place of the one before. It works on this computer only.
    SetPin {
        /// Read the PIN from the first line of this file instead of asking for it.
        #[arg(long, value_name = "F")]
        pin_file: Option<PathBuf>,
    },
    /// Take a recovery phrase or a PIN away.
    Remove {
        /// Its place, as `list` shows it.
        place: usize,
    },
    /// Make a new master key: when somebody may know the recovery words or an old passphrase.
    ///
    /// Everything is sealed anew, which takes a while and needs as much space again. The passphrase stays; all other
    /// secrets go, and new recovery words are printed, once. Copies and backups made before still open with the old ones.
    NewKey,
}

/// `secrets`
pub fn run(vault: &Vault, recovery_file: Option<&Path>, what: &What) -> Done {
    if let Some(file) = recovery_file {
        return with_words(vault, file, what);
    }
    let current = vaults::passphrase(vault, "Passphrase: ")?;
    let session = vaults::open_with(vault, &current)?;
    let again = || String::clone(&current);
    match what {
        What::List => list(&session)?,
        What::ChangePassphrase { new_passphrase_file } => {
            let new = new_passphrase(new_passphrase_file.as_deref())?;
            session.change_passphrase(Some(again()), String::clone(&new)).wait()?;
            changed();
        }
        What::NewWords => vaults::print_words(&session.new_recovery_words(again()).wait()?),
        What::SetPin { pin_file } => {
            if let Pins::Here { warning: Some(warning) } = session.pins() {
                output::problem(warning);
            }
            let pin = vaults::new_secret(pin_file.as_deref(), "Choose a PIN: ", "--pin-file")?;
            session.add_pin(again(), String::clone(&pin)).wait()?;
            output::line("The PIN opens the journal on this computer.");
        }
        What::Remove { place } => {
            session.remove_secret(*place, again()).wait()?;
            output::line("It opens nothing here any more.");
            old_copies();
        }
        What::NewKey => {
            let made = session.new_master(again(), output::progress("Sealing everything anew")).wait()?;
            vaults::print_words(&made.words);
            made.notes.iter().for_each(|note| output::problem(note));
            old_copies();
        }
    }
    session.lock().wait()?;
    Ok(())
}

/// She forgot her passphrase: the words open it, and then she may choose another.
fn with_words(vault: &Vault, file: &Path, what: &What) -> Done {
    let words = std::fs::read_to_string(file)
        .map_err(|error| Failure::CannotRead(format!("The file with the words cannot be read: {}.", error.kind())))?;
    let words = Zeroizing::new(words);
    let session = vaults::session(vault);
    for damage in session.unlock_with_words(String::clone(&words)).wait()? {
        output::problem(&damage);
    }
    match what {
        What::List => list(&session)?,
        What::ChangePassphrase { new_passphrase_file } => {
            let new = new_passphrase(new_passphrase_file.as_deref())?;
            session.change_passphrase(None, String::clone(&new)).wait()?;
            changed();
        }
        _ => {
            return Err(Failure::CannotRead(
                "This needs the passphrase. If it is forgotten, change it first, with the recovery words.".to_owned(),
            ));
        }
    }
    session.lock().wait()?;
    Ok(())
}

fn new_passphrase(file: Option<&Path>) -> Result<Zeroizing<String>, Failure> {
    vaults::new_secret(file, "Choose a new passphrase: ", "--new-passphrase-file")
}

const TOUCH: &str = "finger or face, on the phone where it was turned on";

fn list(session: &Session) -> Done {
    for secret in session.secrets().wait()? {
        let kind = match secret.class {
            SecretClass::Passphrase => "passphrase",
            SecretClass::Pin => "PIN, on the device where it was chosen",
            SecretClass::Recovery => "recovery words",
            SecretClass::Touch => TOUCH,
        };
        let state = if secret.intact { "" } else { " (altered: it opens nothing; make it anew)" };
        output::line(&format!("{}  {kind}{state}", secret.place));
    }
    // It has no place among them.
    if session.touch_is_on() {
        output::line(&format!("-  {TOUCH}"));
    }
    Ok(())
}

fn changed() {
    output::line("The new passphrase opens the journal; the old one does not.");
    old_copies();
}

fn old_copies() {
    output::problem(
        "Copies and backups of this vault made before still open with the secrets of that time. Destroy those that somebody may have a secret of.",
    );
}
