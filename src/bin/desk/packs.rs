//! Making a pack, and checking one.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use steadfast::session::{Choice, PackForm, Withhold, verify_pack};

use super::{Done, Failure, Vault, output, vaults};

/// What to take out throughout.
pub struct Without {
    pub home: bool,
    pub names: bool,
    pub files: bool,
}

fn form(out: &Path, password_file: Option<&Path>) -> Result<PackForm, Failure> {
    let zip = out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("zip"));
    let out: PathBuf = out.to_owned();
    match (zip, password_file) {
        (_, Some(file)) if zip => Ok(PackForm::SealedZip(out, vaults::secret_from(file)?.into())),
        (_, Some(_)) => {
            Err(Failure::CannotRead("Only a ZIP can have a password. Give --out a name that ends in .zip.".to_owned()))
        }
        (true, None) => Ok(PackForm::Zip(out)),
        (false, None) => Ok(PackForm::Folder(out)),
    }
}

/// `pack`
pub fn pack(
    vault: &Vault,
    out: &Path,
    (from, to): (Option<Date>, Option<Date>),
    without: Vec<String>,
    withhold: &Without,
    password_file: Option<&Path>,
) -> Done {
    let form = form(out, password_file)?;
    let session = vaults::open(vault)?;
    let without = without.into_iter().map(|id| session.find(id).wait()).collect::<Result<BTreeSet<_>, _>>()?;
    let withhold = Withhold {
        home: withhold.home,
        names_of_others: withhold.names,
        photos: withhold.files,
        ..Withhold::default()
    };
    let choice = Choice { from, to, without, withhold, contact: None };
    let made = session.make_pack(choice, form, output::progress("Making the pack")).wait()?;
    output::line(&format!("{} entries, {} files.", made.entries, made.files));
    if made.selected {
        output::line("It is a selection, and says so.");
    }
    if made.lost > 0 {
        output::problem(&format!("{} files are missing from the vault or damaged. The pack names them.", made.lost));
    }
    output::line(&format!("Key {}", made.fingerprint));
    output::problem(
        "Tell the officer the key's fingerprint when you hand it over: a key inside a pack vouches only for the pack.",
    );
    session.lock().wait()?;
    Ok(())
}

/// `verify`
pub fn verify(pack: &Path, password_file: Option<&Path>) -> Done {
    let password = password_file.map(vaults::secret_from).transpose()?;
    let report = verify_pack(pack, password.as_deref())?;
    for problem in &report.problems {
        output::problem(&problem.to_string());
    }
    output::line(&format!(
        "{} entries, {} files, {} links. {} fields withheld, {} records left out.",
        report.entries, report.files, report.links, report.withheld_fields, report.left_out
    ));
    for (seq, commitment) in &report.destroyed {
        output::line(&format!("Record {seq} was destroyed by the writer. Its commitment is {commitment}."));
    }
    if let Some(fingerprint) = &report.fingerprint {
        output::line(&format!("Key {fingerprint}. Compare it with the one that was told at handover."));
    }
    output::line(if report.holds() { "It holds." } else { "It does not hold." });
    if report.holds() { Ok(()) } else { Err(Failure::DoesNotHold) }
}
