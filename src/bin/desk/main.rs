//! `steadfast-desk`: the same journal without a screen, on a computer: an advocate's, a solicitor's, a developer's.

mod entries;
mod output;
mod packs;
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
        Command::Check { vault, read_data } => vaults::check(&vault, read_data),
        Command::Pack { vault, out, from, to, without, without_home, without_names, without_files, password_file } => {
            let withhold = packs::Without { home: without_home, names: without_names, files: without_files };
            packs::pack(&vault, &out, (from, to), without, &withhold, password_file.as_deref())
        }
        Command::Verify { pack, password_file } => packs::verify(&pack, password_file.as_deref()),
        Command::Schema => entries::schema(),
        Command::Hold { vault } => vaults::hold(&vault),
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
            );
            ExitCode::from(if refused { 1 } else { 2 })
        }
    }
}
