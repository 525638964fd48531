//! What can be read before anything else is there: the pages that Home opens, and the numbers. The guidance room replaces it
//! with the whole of the guidance; these few lines are what is left if that should ever fail to load.
//!
//! Each number is from the table of facts that the directory is made from, checked on 23 November 2026, and a test holds it
//! against the directory.

use super::components::Glyph;
use super::english::Said;
use super::reading::{Block, HelpEntry, HelpGroup, Nation, PageGroup, PageView, Reading, Span, Way, plain};
use crate::t;
use jiff::civil::Date;

/// The police, when it is not an emergency.
pub const POLICE: &str = "101";
/// Its entry in the directory. The card that is read aloud to them stands beside it.
pub const POLICE_ID: &str = "police-101";
/// The National Stalking Helpline, where nothing newer was read: screens ask [`helpline`].
pub const HELPLINE: &str = "0808 802 0300";

/// The page on calling 999 without speaking.
pub const CANNOT_SPEAK: &str = "cannot-speak";
/// The page on texting 999.
pub const TEXT_999: &str = "text-999";
/// The page on what stalking is.
pub const IS_THIS_STALKING: &str = "is-this-stalking";
/// The page on telling the police. Home shows it when it is there.
pub const TELLING_THE_POLICE: &str = "reporting";

/// The National Stalking Helpline in the directory.
const HELPLINE_ID: &str = "national-stalking-helpline";
const CHECKED: Date = jiff::civil::date(2026, 11, 23);

/// The number of the National Stalking Helpline: the one that was read, or else the one that is built in.
pub fn helpline(reading: &Reading) -> String {
    reading.number_of(HELPLINE_ID).unwrap_or(HELPLINE).to_owned()
}

/// The first pages and the directory.
pub fn first_reading() -> Reading {
    Reading {
        groups: vec![
            PageGroup { title: t!("guidance-section-danger").into(), pages: vec![cannot_speak(), text_999()] },
            PageGroup { title: t!("first-understanding").into(), pages: vec![is_this_stalking()] },
        ],
        help: directory(),
        library: None,
    }
}

/// Words in which what stands between two pairs of stars stands out.
fn marked(text: &str) -> Vec<Span> {
    let runs = text.split("**").enumerate().filter(|(_, words)| !words.is_empty());
    runs.map(|(at, words)| if at % 2 == 1 { Span::strong(words) } else { Span::text(words) }).collect()
}

pub(super) fn cannot_speak() -> PageView {
    PageView {
        id: CANNOT_SPEAK.into(),
        title: t!("first-cannot-speak").into(),
        hint: t!("first-cannot-speak.hint").into(),
        glyph: Glyph::MicOff,
        lead: Some(plain(t!("first-cannot-speak.lead"))),
        blocks: vec![
            Block::Steps(vec![
                plain(t!("first-cannot-speak.step-1")),
                plain(t!("first-cannot-speak.step-2")),
                marked(t!("first-cannot-speak.step-3")),
            ]),
            Block::Call { number: "999".into(), label: t!("first-cannot-speak.call").into() },
            Block::Crosses(vec![
                plain(t!("first-cannot-speak.silent")),
                plain(t!("first-cannot-speak.track")),
                plain(t!("first-cannot-speak.mobiles")),
            ]),
        ],
        source: Some(t!("first-cannot-speak.source").into()),
        checked: CHECKED,
        nations: Nation::ALL.to_vec(),
        english: false,
    }
}

pub(super) fn text_999() -> PageView {
    PageView {
        id: TEXT_999.into(),
        title: t!("first-text-999").into(),
        hint: t!("first-text-999.hint").into(),
        glyph: Glyph::MessageSquareText,
        lead: Some(plain(t!("first-text-999.lead"))),
        blocks: vec![
            Block::Heading(t!("first-text-999.to-register").into()),
            Block::Steps(vec![
                marked(t!("first-text-999.register-1")),
                marked(t!("first-text-999.register-2")),
                plain(t!("first-text-999.register-3")),
            ]),
            Block::Text { number: "999".into(), label: t!("first-text-999.text").into() },
            Block::Heading(t!("first-text-999.emergency").into()),
            Block::List(vec![
                plain(t!("first-text-999.service")),
                plain(t!("first-text-999.where")),
                plain(t!("first-text-999.reply")),
            ]),
            Block::Crosses(vec![plain(t!("first-text-999.abroad")), plain(t!("first-text-999.new-number"))]),
        ],
        source: Some(t!("first-text-999.source").into()),
        checked: CHECKED,
        nations: Nation::ALL.to_vec(),
        english: false,
    }
}

fn is_this_stalking() -> PageView {
    let row = |letter: &str, word: &str, line: &str| (letter.into(), word.into(), line.into());
    PageView {
        id: IS_THIS_STALKING.into(),
        title: t!("first-is-this-stalking").into(),
        hint: t!("first-is-this-stalking.hint").into(),
        glyph: Glyph::BookOpen,
        lead: Some(plain(t!("first-is-this-stalking.lead"))),
        blocks: vec![
            Block::Letters {
                title: t!("guidance-four").into(),
                rows: vec![
                    row(t!("first-sign-fixated.letter"), t!("first-sign-fixated"), t!("first-sign-fixated.line")),
                    row(t!("first-sign-obsessive.letter"), t!("first-sign-obsessive"), t!("first-sign-obsessive.line")),
                    row(t!("first-sign-unwanted.letter"), t!("first-sign-unwanted"), t!("first-sign-unwanted.line")),
                    row(t!("first-sign-repeated.letter"), t!("first-sign-repeated"), t!("first-sign-repeated.line")),
                ],
            },
            Block::Banner(Glyph::HeartHandshake, plain(t!("first-is-this-stalking.blame"))),
            Block::Heading(t!("first-is-this-stalking.looks-like").into()),
            Block::Law(
                vec![Nation::England, Nation::Wales],
                vec![
                    (Glyph::Footprints, plain(t!("first-law-following"))),
                    (Glyph::MessageSquareText, plain(t!("first-law-contacting"))),
                    (Glyph::Megaphone, plain(t!("first-law-posting"))),
                    (Glyph::MonitorSmartphone, plain(t!("first-law-online"))),
                    (Glyph::MapPin, plain(t!("first-law-hanging"))),
                    (Glyph::House, plain(t!("first-law-things"))),
                    (Glyph::Eye, plain(t!("first-law-spying"))),
                ],
            ),
            Block::Hint(t!("first-is-this-stalking.law").into()),
            Block::Notice(marked(t!("first-is-this-stalking.urgent"))),
        ],
        source: Some(t!("first-is-this-stalking.source").into()),
        checked: CHECKED,
        nations: Nation::ALL.to_vec(),
        english: false,
    }
}

/// Somebody who helps, under the id of the directory: name, what they do, further words to be found by.
fn helper(id: &str, way: Way, nations: &[Nation], [name, note, words]: [&str; 3]) -> HelpEntry {
    HelpEntry {
        id: id.into(),
        facts: vec![],
        name: name.into(),
        way,
        more: vec![],
        note: vec![Said::new(note, false)],
        checked: CHECKED,
        nations: nations.to_vec(),
        words: words.into(),
        english: false,
    }
}

fn directory() -> Vec<HelpGroup> {
    use Nation::{England, NorthernIreland, Scotland, Wales};
    let call = |id: &str, number: &str, nations: &[Nation], texts: [&str; 3]| {
        helper(id, Way::Call(number.into()), nations, texts)
    };
    let group = |title: &str, entries: Vec<HelpEntry>| HelpGroup { title: title.into(), entries };
    vec![
        group(
            t!("help-kind-stalking"),
            vec![
                call(
                    HELPLINE_ID,
                    HELPLINE,
                    &Nation::ALL,
                    [t!("first-helpline"), t!("first-helpline.note"), t!("first-helpline.words")],
                ),
                call(
                    "paladin",
                    "020 3866 4107",
                    &[England, Wales],
                    [t!("first-paladin"), t!("first-paladin.note"), t!("first-paladin.words")],
                ),
                call(
                    "action-against-stalking",
                    "0800 820 2427",
                    &[Scotland],
                    [t!("first-action"), t!("first-action.note"), t!("first-action.words")],
                ),
                helper(
                    "cyber-helpline",
                    Way::Web("https://www.thecyberhelpline.com".into()),
                    &Nation::ALL,
                    [t!("first-cyber"), t!("first-cyber.note"), t!("first-cyber.words")],
                ),
            ],
        ),
        group(
            t!("help-kind-police"),
            vec![
                call(
                    POLICE_ID,
                    POLICE,
                    &Nation::ALL,
                    [t!("first-police"), t!("first-police.note"), t!("first-police.words")],
                ),
                call(
                    "crimestoppers",
                    "0800 555 111",
                    &Nation::ALL,
                    [t!("first-crimestoppers"), t!("first-crimestoppers.note"), t!("first-crimestoppers.words")],
                ),
            ],
        ),
        group(
            t!("first-at-home"),
            vec![
                call(
                    "national-domestic-abuse-helpline",
                    "0808 2000 247",
                    &[England],
                    [t!("first-england"), t!("first-england.note"), t!("first-england.words")],
                ),
                call(
                    "live-fear-free",
                    "0808 80 10 800",
                    &[Wales],
                    [t!("first-wales"), t!("first-wales.note"), t!("first-wales.words")],
                ),
                call(
                    "scotland-domestic-abuse",
                    "0800 027 1234",
                    &[Scotland],
                    [t!("first-scotland"), t!("first-scotland.note"), t!("first-scotland.words")],
                ),
                call(
                    "ni-domestic-sexual-abuse",
                    "0808 802 1414",
                    &[NorthernIreland],
                    [
                        t!("first-northern-ireland"),
                        t!("first-northern-ireland.note"),
                        t!("first-northern-ireland.words"),
                    ],
                ),
            ],
        ),
        group(
            t!("help-kind-victims"),
            vec![
                call(
                    "victim-support",
                    "08 08 16 89 111",
                    &[England, Wales],
                    [t!("first-victims"), t!("first-victims.note"), t!("first-victims.words")],
                ),
                call(
                    "victim-support-scotland",
                    "0800 160 1985",
                    &[Scotland],
                    [
                        t!("first-victims-scotland"),
                        t!("first-victims-scotland.note"),
                        t!("first-victims-scotland.words"),
                    ],
                ),
            ],
        ),
        group(
            t!("help-kind-listening"),
            vec![call(
                "samaritans",
                "116 123",
                &Nation::ALL,
                [t!("first-samaritans"), t!("first-samaritans.note"), t!("first-samaritans.words")],
            )],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_out_on_a_page_shows_no_stars() {
        let press = [Span::text("Press "), Span::strong("55"), Span::text(", or cough, or tap.")];
        assert!(
            cannot_speak()
                .blocks
                .iter()
                .any(|block| matches!(block, Block::Steps(steps) if steps.contains(&press.to_vec())))
        );
        let danger = [Span::strong("In danger:"), Span::text(" call 999.")];
        assert_eq!(marked("**In danger:** call 999."), danger);
        assert!(!format!("{:?}", first_reading().groups).contains("**"));
    }
}
