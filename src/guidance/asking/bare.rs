//! The questions without their words: what a translation may not change.

use super::{Asking, CallNow, Group, Headings, Law, LawExample, Thing, Today};

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
            call_now: CallNow { words: Vec::new(), help: self.call_now.help.clone() },
            nothing_ticked: Vec::new(),
            thanks: Vec::new(),
            no_nation: Vec::new(),
            signs: none(),
            example: none(),
            comfort: none(),
            changes_matter: none(),
            headings: Headings::default(),
            closing: Vec::new(),
            laws: self.laws.iter().map(law).collect(),
            today: self.today.iter().map(|one| Today { words: Vec::new(), ..one.clone() }).collect(),
            help: self.help.clone(),
        }
    }
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
        intro: Vec::new(),
        none_like: Vec::new(),
        changed: Vec::new(),
        more: Vec::new(),
        examples: law.examples.iter().map(example).collect(),
    }
}
