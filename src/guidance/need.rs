//! What somebody needs, in a few words, and who in the directory comes first for it.

use super::{Directory, Entry, Kind, Nation};
use jiff::civil::Date;

/// What she may need. The chips above the directory, in the order to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// Help now.
    Danger,
    /// Advice on stalking.
    Stalking,
    /// The police, when it is not an emergency.
    Police,
    /// A partner, an ex or family.
    PartnerOrFamily,
    /// Online, on the phone, in accounts.
    Online,
    /// Help after a crime.
    AfterACrime,
    /// Somebody who listens.
    Listening,
    /// For children and young people.
    Young,
    /// By text, textphone, relay or sign language.
    WithoutSpeaking,
    /// Without a name.
    Anonymous,
}

impl Need {
    /// All, in the order to show.
    pub const ALL: [Self; 10] = [
        Self::Danger,
        Self::Stalking,
        Self::Police,
        Self::PartnerOrFamily,
        Self::Online,
        Self::AfterACrime,
        Self::Listening,
        Self::Young,
        Self::WithoutSpeaking,
        Self::Anonymous,
    ];

    /// True if the entry is for this need.
    #[must_use]
    pub fn fits(self, entry: &Entry) -> bool {
        let says = |word: &str| entry.needs.iter().any(|need| need == word);
        match self {
            Self::Danger => entry.kind == Kind::Emergency,
            Self::Stalking => entry.kind == Kind::Stalking,
            Self::Police => entry.kind == Kind::Police,
            Self::PartnerOrFamily => entry.kind == Kind::DomesticAbuse || says("partner"),
            Self::Online => entry.kind == Kind::Online || says("online") || says("stalkerware"),
            Self::AfterACrime => entry.kind == Kind::Victims,
            Self::Listening => entry.kind == Kind::Listening || says("listen"),
            Self::Young => says("under 18"),
            Self::WithoutSpeaking => {
                entry.text.is_some() || entry.relay.is_some() || says("deaf") || says("cannot speak")
            }
            Self::Anonymous => entry.kind == Kind::Anonymous,
        }
    }
}

impl Directory {
    /// Every entry, sorted for somebody: what fits the need comes first; then what helps only in her nation, then in
    /// the whole UK, then what does not say where; what helps only elsewhere comes after all that. What is named but
    /// is no place to call is last. Nothing is hidden, since she may be near a border, or asking for somebody else.
    #[must_use]
    pub fn sorted(&self, nation: Option<Nation>, need: Option<Need>) -> Vec<&Entry> {
        let mut sorted: Vec<&Entry> = self.entries().iter().collect();
        // A stable sort: equals stay in the order of the directory.
        sorted.sort_by_key(|entry| {
            let misses = need.is_some_and(|need| !need.fits(entry));
            let rank = nation.map_or(0, |nation| entry.rank_in(nation));
            let by_kind = need.is_none().then_some(entry.kind);
            (entry.kind == Kind::ArticleOnly, rank == ELSEWHERE, misses, by_kind, rank)
        });
        sorted
    }
}

const ELSEWHERE: u8 = 3;

impl Entry {
    /// 0 for this nation's own, 1 for the whole UK, 2 where nobody said, 3 for elsewhere.
    fn rank_in(&self, nation: Nation) -> u8 {
        let nations = self.nations.as_slice();
        match (nations.contains(&nation), nations.len()) {
            (true, len) if len < Nation::ALL.len() => 0,
            (true, _) => 1,
            (false, 0) => 2,
            (false, _) => ELSEWHERE,
        }
    }

    /// What to say beside a number that was last checked more than a year before `today`; `None` if it was not so long.
    #[must_use]
    pub fn age_warning(&self, today: Date) -> Option<&'static str> {
        self.is_old(today).then_some(if self.web.is_some() {
            "Checked more than a year ago. Look at the website before you rely on it."
        } else {
            "Checked more than a year ago. It may have changed."
        })
    }

    /// True for numbers before which nothing may stand: no question, no notice, no wait.
    #[must_use]
    pub fn is_emergency(&self) -> bool {
        self.kind == Kind::Emergency
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
    use super::*;
    use crate::guidance::Library;
    use jiff::civil::date;

    fn ids(nation: Option<Nation>, need: Option<Need>) -> Vec<String> {
        let library = Library::built_in().unwrap();
        library.directory().sorted(nation, need).into_iter().map(|entry| entry.id.clone()).collect()
    }

    #[test]
    fn her_nation_and_her_need_come_first_and_nobody_is_hidden() {
        for (nation, first) in [
            (Nation::England, "national-domestic-abuse-helpline"),
            (Nation::Wales, "live-fear-free"),
            (Nation::Scotland, "scotland-domestic-abuse"),
            (Nation::NorthernIreland, "ni-domestic-sexual-abuse"),
        ] {
            assert_eq!(ids(Some(nation), Some(Need::PartnerOrFamily))[0], first, "{}", nation.name());
        }
        assert_eq!(
            ids(Some(Nation::Scotland), Some(Need::Stalking))[..2],
            ["action-against-stalking".to_owned(), "national-stalking-helpline".to_owned()]
        );
        assert_eq!(ids(None, Some(Need::Young))[0], "childline");
        let all = Library::built_in().unwrap().directory().entries().len();
        for nation in [None].into_iter().chain(Nation::ALL.map(Some)) {
            for need in [None].into_iter().chain(Need::ALL.map(Some)) {
                let mut sorted = ids(nation, need);
                assert_eq!(sorted.len(), all);
                assert!(sorted[all - 3..].iter().all(|id| id.contains("stalking")), "what is no place to call is last");
                sorted.sort();
                sorted.dedup();
                assert_eq!(sorted.len(), all);
            }
            assert_eq!(ids(nation, None)[0], "emergency-999");
        }
    }

    #[test]
    fn help_only_for_elsewhere_comes_after_help_for_here() {
        let sorted = ids(Some(Nation::Wales), None);
        let at = |id: &str| sorted.iter().position(|one| one == id).unwrap();
        assert!(at("victim-support-scotland") > at("samaritans"));
        assert!(at("victim-support-scotland") > at("cyber-helpline"), "where nobody said comes before elsewhere");
        assert!(at("victim-support-scotland") < at("surviving-stalking"));
    }

    #[test]
    fn every_need_finds_somebody() {
        let library = Library::built_in().unwrap();
        for need in Need::ALL {
            assert!(library.directory().entries().iter().any(|entry| need.fits(entry)), "{need:?}");
        }
    }

    #[test]
    fn whoever_cannot_speak_finds_every_way_that_needs_no_voice_and_the_silent_call_first_of_all() {
        let library = Library::built_in().unwrap();
        let fits = |entry: &&Entry| Need::WithoutSpeaking.fits(entry);
        let ids: Vec<&str> = library.directory().entries().iter().filter(fits).map(|entry| entry.id.as_str()).collect();
        let emergency = ["emergency-silent", "emergency-sms", "emergency-textphone", "emergency-bsl"];
        assert_eq!(ids[..4], emergency);
        assert_eq!(ids[4..], ["police-101", "police-101-textphone", "live-fear-free"]);
    }

    #[test]
    fn an_old_number_says_that_it_is_old() {
        let library = Library::built_in().unwrap();
        let entry = library.directory().entry("paladin").unwrap();
        assert_eq!(entry.age_warning(date(2027, 11, 23)), None);
        assert!(entry.age_warning(date(2027, 11, 24)).unwrap().contains("more than a year ago"));
        assert!(library.directory().entry("emergency-bsl").unwrap().is_emergency() && !entry.is_emergency());
    }
}
