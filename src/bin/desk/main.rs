//! `steadfast-desk`: the same journal without a screen, on a computer: an advocate's, a solicitor's, a developer's.

mod away;
mod content;
mod entries;
mod issue;
mod output;
mod packs;
mod secrets;
mod vaults;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use steadfast::session::SessionError;

/// The journal of Steadfast on a computer, without a screen.
///
/// Exit codes: 0, all holds and all was done. 1, something does not hold or was refused; each is named on standard
/// error. 2, the vault, pack or file cannot be read.
///
/// A passphrase is never an argument: other programs could read it there. It is asked for without showing it, or read
/// from the first line of --passphrase-file.
#[derive(Parser)]
#[command(name = "steadfast-desk", version, max_term_width = 100)]
struct Desk {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a vault. Prints the recovery words, once: write them down on paper.
    Init {
        #[command(flatten)]
        vault: Vault,
        /// Fill it with the made-up story, which is fiction.
        #[arg(long)]
        demo: bool,
    },
    /// Record entries, one JSON object a line (docs/entry.schema.json). Prints each id once it is on the disk.
    ///
    /// A line that is refused is named on standard error; the lines after it are still recorded.
    Add {
        #[command(flatten)]
        vault: Vault,
        /// The file with the entries; - for standard input.
        #[arg(long, value_name = "FILE|-")]
        json: PathBuf,
    },
    /// Add files to an entry. Prints each one's id and SHA-256 once it is on the disk and was read back.
    Attach {
        #[command(flatten)]
        vault: Vault,
        /// The entry's id, or its first digits.
        #[arg(long, value_name = "ID")]
        entry: String,
        /// The files.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// List the entries in the order of the chain.
    List {
        #[command(flatten)]
        vault: Vault,
        /// One JSON object a line.
        #[arg(long)]
        json: bool,
    },
    /// Show an entry: every version, and its files.
    Show {
        #[command(flatten)]
        vault: Vault,
        /// The entry's id, or its first digits.
        id: String,
        /// As one JSON object.
        #[arg(long)]
        json: bool,
    },
    /// Correct an entry. The earlier version stays.
    Amend {
        #[command(flatten)]
        vault: Vault,
        /// The entry's id, or its first digits.
        id: String,
        /// The whole entry as it should be read now; - for standard input.
        #[arg(long, value_name = "FILE|-")]
        json: PathBuf,
        /// Why, in the writer's words.
        #[arg(long)]
        why: Option<String>,
    },
    /// Take an entry out of counts and packs. It is kept, and can be taken back.
    Withdraw {
        #[command(flatten)]
        vault: Vault,
        /// The entry's id, or its first digits.
        id: String,
        /// Put it back into counts and packs.
        #[arg(long)]
        take_back: bool,
    },
    /// Destroy an entry with its corrections and files. It cannot be brought back.
    ///
    /// Its numbers and commitments stay, so that the chain still checks. Without --yes it only says what would go.
    Destroy {
        #[command(flatten)]
        vault: Vault,
        /// The entry's id, or its first digits.
        id: String,
        /// Really do it.
        #[arg(long)]
        yes: bool,
    },
    /// Check the chain, every seal, and that every file is there.
    Check {
        #[command(flatten)]
        vault: Vault,
        /// Also read every byte of every file.
        #[arg(long)]
        read_data: bool,
    },
    /// Make an evidence pack: a folder, or one plain ZIP if the name ends in .zip.
    Pack {
        #[command(flatten)]
        vault: Vault,
        /// Where to put it. Nothing is written over.
        #[arg(long, value_name = "DIR|FILE.zip")]
        out: PathBuf,
        /// Only what happened on this day or later.
        #[arg(long, value_name = "DATE")]
        from: Option<Date>,
        /// Only what happened on this day or earlier.
        #[arg(long, value_name = "DATE")]
        to: Option<Date>,
        /// Leave this entry out. May be given more than once.
        #[arg(long, value_name = "ID")]
        without: Vec<String>,
        /// Keep places that are her home out of it, everywhere.
        #[arg(long)]
        without_home: bool,
        /// Keep the names of others out of it, everywhere.
        #[arg(long)]
        without_names: bool,
        /// Keep pictures and other files out of it; they are listed by their digests.
        #[arg(long)]
        without_files: bool,
        /// Seal the ZIP (AES-256) with the password in the first line of this file. Say it to the officer; do not
        /// send it the same way as the pack.
        #[arg(long, value_name = "F")]
        password_file: Option<PathBuf>,
    },
    /// List the secrets that open the journal, and change, add or take one away.
    ///
    /// A change of a secret does not lock old copies and backups of the vault: those open with the secrets of their time.
    /// After five tries that failed each further one has to wait, up to 30 seconds; this program then waits and says so.
    Secrets {
        #[command(flatten)]
        vault: Vault,
        /// Open with the recovery words in this file instead of the passphrase: for change-passphrase, when it is
        /// forgotten.
        #[arg(long, value_name = "F")]
        recovery_file: Option<PathBuf>,
        #[command(subcommand)]
        what: secrets::What,
    },
    /// Check a pack, with nothing but the pack.
    Verify {
        /// The folder or ZIP.
        #[arg(value_name = "DIR|FILE.zip")]
        pack: PathBuf,
        /// The password of a sealed ZIP, in the first line of this file.
        #[arg(long, value_name = "F")]
        password_file: Option<PathBuf>,
    },
    /// Print the JSON schema of an entry.
    Schema,
    /// Open a vault, lock it at the next line of standard input, and go on until that ends: to look at what stays in
    /// memory.
    #[command(hide = true)]
    Hold {
        #[command(flatten)]
        vault: Vault,
    },
    /// Work on the guidance, the directory of help and an institution's file.
    Content {
        #[command(subcommand)]
        command: ContentCommand,
    },
}

#[derive(Subcommand)]
enum ContentCommand {
    /// Check texts before they are shipped: sources, numbers, links, how hard they are to read, and what they claim.
    ///
    /// Each fault is named on standard error. A fact that nobody has checked for a year is only a warning, unless
    /// --release is given.
    Check {
        /// Facts unchecked for a year are faults too.
        #[arg(long)]
        release: bool,
        /// Judge ages as of this day instead of today.
        #[arg(long, value_name = "DATE")]
        today: Option<Date>,
        /// A folder in the form of content/, or one institution's file.
        #[arg(value_name = "DIR|FILE.toml", default_value = "content")]
        path: PathBuf,
    },
    /// Make the key that updates of the guidance are signed with.
    ///
    /// Prints its public half as the line for src/session/update/key.rs. docs/guidance-updates.md has the rest.
    Key {
        /// Where to put the secret half. Nothing is written over.
        file: PathBuf,
    },
    /// Sign texts as an update of the guidance, after the checks that the app makes of it.
    Sign {
        /// The file that `content key` made.
        #[arg(long, value_name = "F")]
        key_file: PathBuf,
        /// The number of this issue: one more than the one before.
        #[arg(long, value_name = "N")]
        number: u32,
        /// The day to sign it on instead of today.
        #[arg(long, value_name = "DATE")]
        issued: Option<Date>,
        /// A folder in the form of content/.
        dir: PathBuf,
        /// Where to put it. Nothing is written over.
        out: PathBuf,
    },
}

#[derive(Args)]
struct Vault {
    /// The vault's directory.
    #[arg(long = "vault", value_name = "DIR")]
    dir: PathBuf,
    /// Read the passphrase from the first line of this file instead of asking for it.
    #[arg(long, value_name = "F")]
    passphrase_file: Option<PathBuf>,
}

/// How it ended, if not well.
enum Failure {
    /// Something does not hold, or was refused. Each was named already.
    DoesNotHold,
    /// A use case failed.
    Session(SessionError),
    /// In words.
    CannotRead(String),
}

impl From<SessionError> for Failure {
    fn from(error: SessionError) -> Self {
        Self::Session(error)
    }
}

type Done = Result<(), Failure>;

fn main() -> ExitCode {
    let done = match Desk::parse().command {
        Command::Init { vault, demo } => vaults::init(&vault, demo),
        Command::Add { vault, json } => entries::add(&vault, &json),
        Command::Attach { vault, entry, files } => entries::attach(&vault, entry, &files),
        Command::List { vault, json } => entries::list(&vault, json),
        Command::Show { vault, id, json } => entries::show(&vault, id, json),
        Command::Amend { vault, id, json, why } => entries::amend(&vault, id, &json, why),
        Command::Withdraw { vault, id, take_back } => away::withdraw(&vault, id, take_back),
        Command::Destroy { vault, id, yes } => away::destroy(&vault, id, yes),
        Command::Check { vault, read_data } => vaults::check(&vault, read_data),
        Command::Pack { vault, out, from, to, without, without_home, without_names, without_files, password_file } => {
            let withhold = packs::Without { home: without_home, names: without_names, files: without_files };
            packs::pack(&vault, &out, (from, to), without, &withhold, password_file.as_deref())
        }
        Command::Secrets { vault, recovery_file, what } => secrets::run(&vault, recovery_file.as_deref(), &what),
        Command::Verify { pack, password_file } => packs::verify(&pack, password_file.as_deref()),
        Command::Schema => entries::schema(),
        Command::Hold { vault } => vaults::hold(&vault),
        Command::Content { command } => match command {
            ContentCommand::Check { release, today, path } => content::check(&path, today, release),
            ContentCommand::Key { file } => issue::key(&file),
            ContentCommand::Sign { key_file, number, issued, dir, out } => {
                issue::sign(&key_file, number, issued, &dir, &out)
            }
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::DoesNotHold) => ExitCode::from(1),
        Err(Failure::CannotRead(why)) => {
            output::problem(&why);
            ExitCode::from(2)
        }
        Err(Failure::Session(error)) => {
            output::problem(&error.told().to_string());
            let refused = matches!(
                error,
                SessionError::Refused(_)
                    | SessionError::WeakPassphrase
                    | SessionError::AlreadyThere
                    | SessionError::NoSuchEntry
                    | SessionError::ManyEntries
                    | SessionError::EmptyFile
                    | SessionError::ReadingOnly
                    | SessionError::SecretInUse
                    | SessionError::WeakPin
                    | SessionError::NoPinHere
                    | SessionError::LastSecret
                    | SessionError::NoSuchSecret
                    | SessionError::NeedPassphrase
            );
            ExitCode::from(if refused { 1 } else { 2 })
        }
    }
}
