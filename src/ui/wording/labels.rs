//! The names of what the rules know: kinds, effects, how sure, whose, what sort of place. The rules have English of their own for
//! packs and the desk program, which stay English whatever the screen speaks. A test holds that in English the two are the same.

use super::listed;
use crate::domain::{Certainty, Effect, EntryDraft, Kind, NoPosition, Place, PlaceSort, WhoseRelation};
use crate::t;

/// The name of a kind.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Seen => t!("kind-seen"),
        Kind::Followed => t!("kind-followed"),
        Kind::CameToHome => t!("kind-came-to-home"),
        Kind::CameToWork => t!("kind-came-to-work"),
        Kind::CameToStudy => t!("kind-came-to-study"),
        Kind::Waited => t!("kind-waited"),
        Kind::Watched => t!("kind-watched"),
        Kind::Approached => t!("kind-approached"),
        Kind::Call => t!("kind-call"),
        Kind::SilentCall => t!("kind-silent-call"),
        Kind::Voicemail => t!("kind-voicemail"),
        Kind::Text => t!("kind-text"),
        Kind::Email => t!("kind-email"),
        Kind::SocialMedia => t!("kind-social-media"),
        Kind::FakeProfile => t!("kind-fake-profile"),
        Kind::PostedAboutMe => t!("kind-posted-about-me"),
        Kind::ThroughOthers => t!("kind-through-others"),
        Kind::Letter => t!("kind-letter"),
        Kind::Gift => t!("kind-gift"),
        Kind::LeftSomething => t!("kind-left-something"),
        Kind::Damage => t!("kind-damage"),
        Kind::BreakIn => t!("kind-break-in"),
        Kind::Tracker => t!("kind-tracker"),
        Kind::Accounts => t!("kind-accounts"),
        Kind::Threat => t!("kind-threat"),
        Kind::Other => t!("kind-other"),
    }
}

/// The name of a kind behind another one: "Seen, followed".
fn after(kind: Kind) -> &'static str {
    match kind {
        Kind::Seen => t!("kind-seen.after"),
        Kind::Followed => t!("kind-followed.after"),
        Kind::CameToHome => t!("kind-came-to-home.after"),
        Kind::CameToWork => t!("kind-came-to-work.after"),
        Kind::CameToStudy => t!("kind-came-to-study.after"),
        Kind::Waited => t!("kind-waited.after"),
        Kind::Watched => t!("kind-watched.after"),
        Kind::Approached => t!("kind-approached.after"),
        Kind::Call => t!("kind-call.after"),
        Kind::SilentCall => t!("kind-silent-call.after"),
        Kind::Voicemail => t!("kind-voicemail.after"),
        Kind::Text => t!("kind-text.after"),
        Kind::Email => t!("kind-email.after"),
        Kind::SocialMedia => t!("kind-social-media.after"),
        Kind::FakeProfile => t!("kind-fake-profile.after"),
        Kind::PostedAboutMe => t!("kind-posted-about-me.after"),
        Kind::ThroughOthers => t!("kind-through-others.after"),
        Kind::Letter => t!("kind-letter.after"),
        Kind::Gift => t!("kind-gift.after"),
        Kind::LeftSomething => t!("kind-left-something.after"),
        Kind::Damage => t!("kind-damage.after"),
        Kind::BreakIn => t!("kind-break-in.after"),
        Kind::Tracker => t!("kind-tracker.after"),
        Kind::Accounts => t!("kind-accounts.after"),
        Kind::Threat => t!("kind-threat.after"),
        Kind::Other => t!("kind-other.after"),
    }
}

/// Two or more that are alike: "43 calls", "Seen 3 times".
fn counted(kind: Kind, n: u32) -> String {
    match kind {
        Kind::Seen => t!("kind-seen.counted", n = n),
        Kind::Followed => t!("kind-followed.counted", n = n),
        Kind::CameToHome => t!("kind-came-to-home.counted", n = n),
        Kind::CameToWork => t!("kind-came-to-work.counted", n = n),
        Kind::CameToStudy => t!("kind-came-to-study.counted", n = n),
        Kind::Waited => t!("kind-waited.counted", n = n),
        Kind::Watched => t!("kind-watched.counted", n = n),
        Kind::Approached => t!("kind-approached.counted", n = n),
        Kind::Call => t!("kind-call.counted", n = n),
        Kind::SilentCall => t!("kind-silent-call.counted", n = n),
        Kind::Voicemail => t!("kind-voicemail.counted", n = n),
        Kind::Text => t!("kind-text.counted", n = n),
        Kind::Email => t!("kind-email.counted", n = n),
        Kind::SocialMedia => t!("kind-social-media.counted", n = n),
        Kind::FakeProfile => t!("kind-fake-profile.counted", n = n),
        Kind::PostedAboutMe => t!("kind-posted-about-me.counted", n = n),
        Kind::ThroughOthers => t!("kind-through-others.counted", n = n),
        Kind::Letter => t!("kind-letter.counted", n = n),
        Kind::Gift => t!("kind-gift.counted", n = n),
        Kind::LeftSomething => t!("kind-left-something.counted", n = n),
        Kind::Damage => t!("kind-damage.counted", n = n),
        Kind::BreakIn => t!("kind-break-in.counted", n = n),
        Kind::Tracker => t!("kind-tracker.counted", n = n),
        Kind::Accounts => t!("kind-accounts.counted", n = n),
        Kind::Threat => t!("kind-threat.counted", n = n),
        Kind::Other => t!("kind-other.counted", n = n),
    }
}

/// The title of an entry, in a few words: "Seen, followed", "43 calls"; else what was kept without words.
pub fn title(entry: &EntryDraft) -> String {
    let Some((first, more)) = entry.kinds.split_first() else {
        let has_place = entry.place.as_ref().is_some_and(Place::says_where);
        let without_words = if has_place { t!("title-place") } else { t!("title-time") };
        return if entry.says_what() { t!("title-own-words") } else { without_words }.to_owned();
    };
    let head = match entry.count {
        Some(n) if n > 1 => counted(*first, n),
        _ => kind(*first).to_owned(),
    };
    let more = more.iter().take(2).map(|kind| after(*kind).to_owned());
    listed(std::iter::once(head).chain(more)).unwrap_or_default()
}

/// What it changed.
pub fn effect(effect: Effect) -> &'static str {
    match effect {
        Effect::Route => t!("effect-route"),
        Effect::PlacesAvoided => t!("effect-places-avoided"),
        Effect::SleepOrHealth => t!("effect-sleep-or-health"),
        Effect::WorkOrStudy => t!("effect-work-or-study"),
        Effect::SeeingPeople => t!("effect-seeing-people"),
        Effect::Security => t!("effect-security"),
        Effect::MovedHome => t!("effect-moved-home"),
        Effect::Money => t!("effect-money"),
        Effect::Other => t!("effect-other"),
    }
}

/// How sure she is.
pub fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Certain => t!("certainty-certain"),
        Certainty::Probably => t!("certainty-probably"),
        Certainty::NotSure => t!("certainty-not-sure"),
        Certainty::Unknown => t!("certainty-unknown"),
    }
}

/// Whose experience it is.
pub fn relation(relation: WhoseRelation) -> &'static str {
    match relation {
        WhoseRelation::Mine => t!("relation-mine"),
        WhoseRelation::Child => t!("relation-child"),
        WhoseRelation::Partner => t!("relation-partner"),
        WhoseRelation::Family => t!("relation-family"),
        WhoseRelation::Colleague => t!("relation-colleague"),
        WhoseRelation::Friend => t!("relation-friend"),
        WhoseRelation::Other => t!("relation-other"),
    }
}

/// All of them, in the order in which they are offered.
pub const RELATIONS: [WhoseRelation; 7] = [
    WhoseRelation::Mine,
    WhoseRelation::Child,
    WhoseRelation::Partner,
    WhoseRelation::Family,
    WhoseRelation::Colleague,
    WhoseRelation::Friend,
    WhoseRelation::Other,
];

/// What sort of place.
pub fn sort(sort: PlaceSort) -> &'static str {
    match sort {
        PlaceSort::Home => t!("sort-home"),
        PlaceSort::Work => t!("sort-work"),
        PlaceSort::Study => t!("sort-study"),
        PlaceSort::OnTheWay => t!("sort-on-the-way"),
        PlaceSort::Online => t!("sort-online"),
        PlaceSort::Other => t!("sort-other"),
    }
}

/// Why there is no position, to her.
pub fn no_position(why: NoPosition) -> &'static str {
    match why {
        NoPosition::NotAsked => t!("no-position-not-asked"),
        NoPosition::Refused => t!("no-position-refused"),
        NoPosition::Unavailable => t!("no-position-unavailable"),
        NoPosition::TimedOut => t!("no-position-timed-out"),
    }
}

/// The same where nothing at all says where it was.
pub(super) fn nowhere(why: NoPosition) -> &'static str {
    match why {
        NoPosition::NotAsked => t!("no-position-not-asked.alone"),
        NoPosition::Refused => t!("no-position-refused.alone"),
        NoPosition::Unavailable => t!("no-position-unavailable.alone"),
        NoPosition::TimedOut => t!("no-position-timed-out.alone"),
    }
}

/// The same beside the place in her words. That she did not ask for one is not said there.
pub(super) fn without_position(place: String, why: NoPosition) -> String {
    match why {
        NoPosition::NotAsked => place,
        NoPosition::Refused => t!("no-position-refused.beside", place = place),
        NoPosition::Unavailable => t!("no-position-unavailable.beside", place = place),
        NoPosition::TimedOut => t!("no-position-timed-out.beside", place = place),
    }
}

/// What sort of file, by its media type.
pub fn media(media_type: &str) -> &'static str {
    match media_type.split('/').next() {
        Some("image") => t!("media-picture"),
        Some("video") => t!("media-film"),
        Some("audio") => t!("media-sound"),
        _ if media_type == "application/pdf" => t!("media-pdf"),
        _ if media_type == "text/plain" => t!("media-text"),
        _ => t!("media-other"),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::session::media as of_the_pack;

    #[test]
    fn kinds_effects_and_how_sure_have_the_same_english_here_and_in_the_pack() {
        for one in Kind::ALL.iter().copied() {
            assert_eq!(kind(one), one.words());
            assert_eq!(after(one), one.after());
            for n in [2, 43, 1_000_000] {
                assert_eq!(counted(one, n), one.counted(n));
            }
        }
        for one in Effect::ALL.iter().copied() {
            assert_eq!(effect(one), one.words());
        }
        for one in Certainty::ALL {
            assert_eq!(certainty(one), one.words());
        }
    }

    #[test]
    fn an_entry_has_the_same_title_here_and_in_the_pack() {
        let kinds = |kinds: &[Kind], count| EntryDraft { kinds: kinds.to_vec(), count, ..EntryDraft::default() };
        let mut drafts = vec![EntryDraft::default()];
        for at in 0..Kind::ALL.len() {
            let some: Vec<Kind> = Kind::ALL.iter().copied().cycle().skip(at).take(1 + at % 4).collect();
            drafts.extend([kinds(&some, None), kinds(&some, Some(1)), kinds(&some, Some(3))]);
        }
        let to_study = kinds(&[Kind::Seen, Kind::CameToStudy, Kind::Followed], None);
        assert_eq!(title(&to_study), "Seen, came where I study, followed");
        drafts.push(to_study);
        drafts.push(EntryDraft { text: Some("by the wall".to_owned()), ..EntryDraft::default() });
        let place = Place { sort: Some(PlaceSort::Work), ..Place::default() };
        drafts.push(EntryDraft { place: Some(place), ..EntryDraft::default() });
        for draft in drafts {
            assert_eq!(title(&draft), draft.title());
        }
    }

    #[test]
    fn a_file_has_the_same_name_here_and_in_the_pack() {
        for media_type in [
            "image/jpeg",
            "video/mp4",
            "audio/wav",
            "application/pdf",
            "text/plain",
            "text/html",
            "application/zip",
            "",
        ] {
            assert_eq!(media(media_type), of_the_pack::words(media_type));
        }
    }

    #[test]
    fn why_there_is_no_position_is_said_in_the_same_words_wherever_it_stands() {
        for why in [NoPosition::NotAsked, NoPosition::Refused, NoPosition::Unavailable, NoPosition::TimedOut] {
            assert_eq!(nowhere(why), format!("No place. {}", no_position(why)));
            let said = without_position("Mill Road".to_owned(), why);
            let lower = no_position(why).replacen(|_: char| true, &no_position(why)[..1].to_lowercase(), 1);
            let wanted = if why == NoPosition::NotAsked { String::new() } else { format!(". No position: {lower}") };
            assert_eq!(said, format!("Mill Road{wanted}"));
        }
    }
}
