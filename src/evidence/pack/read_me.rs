//! `READ ME FIRST.txt`: what it is, what was left out, how to check it, what it cannot show. CRLF, for Notepad.

use super::exhibits::{Exhibit, Given};
use super::redact::Plan;
use super::story::{period, taken_out};
use super::view::EntryView;
use super::{Choice, Source, Why, names, words};
use crate::evidence::key;

const TEXT: &str = include_str!("../../../content/pack/read-me.txt");

/// The whole text.
pub(super) fn read_me(
    source: &Source<'_>,
    (choice, plan): (&Choice, &Plan),
    entries: &[EntryView],
    exhibits: &[Exhibit],
    contacts: bool,
) -> String {
    let given = exhibits.iter().filter(|exhibit| !matches!(exhibit.given, Given::Withheld(_))).count();
    let withheld = exhibits.len() - given;
    let has_pdf = cfg!(feature = "pdf");
    let selected =
        if plan.selected { "\nSELECTED BY THE WRITER: this is not everything that the journal holds.\n" } else { "" };
    let mut out = String::new();
    if plan.selected || plan.destroyed > 0 || withheld > 0 || contacts {
        out += "\nWHAT WAS TAKEN OUT\n\n";
        for line in taken_out(choice, plan) {
            out += &format!("- {line}\n");
        }
        if withheld > 0 {
            let files = words::count(withheld, "file is", "files are");
            out += &format!("- {files} not in the pack and listed by SHA-256 alone.\n");
        }
        for exhibit in exhibits.iter().filter(|exhibit| exhibit.lost().is_some()) {
            let why = exhibit.lost().map_or("", Why::words);
            out += &format!("- {} is {why}: its original cannot be handed over.\n", exhibit.label);
        }
        if plan.selected {
            out += "What was taken out of an entry shows as \"[withheld]\" with its digest. The chain still checks.\n";
        }
        if contacts {
            out += "Contact details are on a sheet of their own and not in the other files. The sheet is not on the signed\n\
                    list, so that it can be kept apart; what it says of witnesses can be checked against the chain.\n";
        }
    }
    if !out.is_empty() {
        out += "Where an entry was written down is never in a pack.\n";
    }
    let pdf_line = if has_pdf {
        "Chronology.pdf         for reading and printing"
    } else {
        "(no PDF)               this copy of the program makes none: chronology.csv holds the same"
    };
    let contacts_line = if contacts {
        "  Contact details.txt    a separate sheet: keep it apart, it is not for disclosure\n"
    } else {
        ""
    };
    let filled = TEXT
        .replace("{{period}}", &period(entries))
        .replace("{{entries}}", &words::count(entries.len(), "entry", "entries"))
        .replace("{{exhibits}}", &words::count(given, "file", "files"))
        .replace("{{made}}", &words::moment(&source.made.at))
        .replace("{{selected}}", selected)
        .replace("{{first}}", if has_pdf { names::PDF } else { names::TABLE })
        .replace("{{pdf_line}}", pdf_line)
        .replace("{{contacts_line}}", contacts_line)
        .replace("{{taken_out}}", out.trim_start_matches('\n'))
        .replace("{{fingerprint}}", &key::fingerprint(&source.public_key));
    filled.replace("\r\n", "\n").replace('\n', "\r\n")
}
