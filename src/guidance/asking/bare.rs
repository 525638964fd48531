//! The questions without their words: what a translation may not change. Where words lead stays.

use super::{Asking, CallNow, Group, Headings, Inline, Law, LawExample, Thing, Today};

impl Asking {
    /// Everything but words, sources, date and language.
    pub(in crate::guidance) fn without_words(&self) -> Self {
        let none = String::new;
        Self {
            language: none(),
            lead: none(),
            groups: self.groups.iter().map(group).collect(),
            changes: group(&self.changes),
            offer: none(),
            sources: Vec::new(),
            checked: jiff::civil::Date::ZERO,
            call_now: CallNow { words: links(&self.call_now.words), help: self.call_now.help.clone() },
            nothing_ticked: links(&self.nothing_ticked),
            thanks: links(&self.thanks),
            no_nation: links(&self.no_nation),
            signs: none(),
            example: none(),
            comfort: none(),
            changes_matter: none(),
            headings: Headings::default(),
            closing: links(&self.closing),
            laws: self.laws.iter().map(law).collect(),
            today: self.today.iter().map(|one| Today { words: links(&one.words), ..one.clone() }).collect(),
            help: self.help.clone(),
        }
    }
}

/// Where a run of words leads, in one order: another language orders its words as it likes.
fn links(words: &[Inline]) -> Vec<Inline> {
    let mut addresses: Vec<String> = words.iter().filter_map(Inline::address).collect();
    addresses.sort();
    addresses.into_iter().map(Inline::Text).collect()
}

fn group(group: &Group) -> Group {
    let thing = |thing: &Thing| Thing {
        words: String::new(),
        // Which of the four signs it is, it says in words.
        sign: thing.sign.as_ref().map(|_| String::new()),
        ..thing.clone()
    };
    Group { id: group.id.clone(), title: String::new(), things: group.things.iter().map(thing).collect() }
}

fn law(law: &Law) -> Law {
    let example = |example: &LawExample| LawExample { id: example.id.clone(), words: String::new() };
    Law {
        nations: law.nations.clone(),
        intro: links(&law.intro),
        none_like: links(&law.none_like),
        changed: links(&law.changed),
        more: links(&law.more),
        examples: law.examples.iter().map(example).collect(),
    }
}
