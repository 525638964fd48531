//! Withdrawing and destroying entries.

use steadfast::session::Proof;

use super::{Done, Failure, Vault, output, vaults};

/// `withdraw`
pub fn withdraw(vault: &Vault, id: String, take_back: bool) -> Done {
    let session = vaults::open(vault)?;
    let id = session.find(id).wait()?;
    if take_back {
        session.restore(id).wait()?;
        output::line("It is in counts and packs again.");
    } else {
        session.withdraw(id).wait()?;
        output::line("It is out of counts and packs. It is kept: --take-back puts it back.");
    }
    session.lock().wait()?;
    Ok(())
}

/// `destroy`
pub fn destroy(vault: &Vault, id: String, yes: bool) -> Done {
    let current = vaults::passphrase(vault, "Passphrase: ")?;
    let session = vaults::open_with(vault, &current)?;
    let id = session.find(id).wait()?;
    let going = session.would_go(id).wait()?;
    if !going.told.is_empty() {
        output::problem("Somebody was told of this entry. Ask the officer or the solicitor first.");
    }
    let what = format!("{} versions, {} files", going.versions, going.files);
    if yes {
        let gone = session.destroy(id, Proof::Typed(String::clone(&current))).wait()?;
        let numbers: Vec<String> = gone.records.iter().map(ToString::to_string).collect();
        output::line(&format!("Destroyed: {what}. Records {} stay by number and commitment.", numbers.join(", ")));
        if gone.unfinished {
            output::problem("A part of it could not be removed just now. It goes when the journal is next opened.");
        }
    } else {
        output::problem(&format!(
            "Nothing was destroyed. It would take {what}, and cannot be brought back. Withdrawing keeps it and takes it \
             out of packs. To destroy it, add --yes."
        ));
    }
    output::problem(&format!(
        "What may remain: traces on this disk, older backups, and {} packs that were made since it was written.",
        going.packs
    ));
    session.lock().wait()?;
    if yes { Ok(()) } else { Err(Failure::DoesNotHold) }
}
