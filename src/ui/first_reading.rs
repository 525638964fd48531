//! What can be read before anything else is there: the pages that Home opens, and the numbers. The guidance room replaces it
//! with the whole of the guidance; these few lines are what is left if that should ever fail to load.
//!
//! Each number is from the table of facts that the directory is made from, checked on 23 November 2026.

use super::components::Glyph;
use super::reading::{Block, HelpEntry, HelpGroup, Nation, PageGroup, PageView, Reading, Span, Way, plain};
use jiff::civil::Date;

/// The police, when it is not an emergency.
pub const POLICE: &str = "101";
/// The National Stalking Helpline.
pub const HELPLINE: &str = "0808 802 0300";

/// The page on calling 999 without speaking.
pub const CANNOT_SPEAK: &str = "cannot-speak";
/// The page on texting 999.
pub const TEXT_999: &str = "text-999";
/// The page on what stalking is.
pub const IS_THIS_STALKING: &str = "is-this-stalking";
/// The page on telling the police. Home shows it when it is there.
pub const TELLING_THE_POLICE: &str = "reporting";

const CHECKED: Date = jiff::civil::date(2026, 11, 23);

/// The first pages and the directory.
pub fn first_reading() -> Reading {
    Reading {
        groups: vec![
            PageGroup { title: "In danger".into(), pages: vec![cannot_speak(), text_999()] },
            PageGroup { title: "Understanding it".into(), pages: vec![is_this_stalking()] },
        ],
        help: directory(),
        library: None,
    }
}

pub(super) fn cannot_speak() -> PageView {
    PageView {
        id: CANNOT_SPEAK.into(),
        title: "If you cannot speak".into(),
        hint: "999 from a mobile, then 55".into(),
        glyph: Glyph::MicOff,
        lead: Some(plain("You can call 999 from a mobile without speaking. Whispering is best, if you can.")),
        blocks: vec![
            Block::Steps(vec![
                plain("Call 999 from a mobile."),
                plain("Wait until you are asked to cough or tap."),
                vec![Span::text("Press "), Span::strong("55"), Span::text(", or cough, or tap.")],
            ]),
            Block::Call { number: "999".into(), label: "Call 999".into() },
            Block::Notice(plain(
                "A silent call with no answer at all brings nobody. Pressing 55 does not let the police track your phone.",
            )),
            Block::Hint("55 works on mobiles only.".into()),
        ],
        source: Some(
            "Source: the Independent Office for Police Conduct, on the Silent Solution. Checked 23 November 2026."
                .into(),
        ),
        checked: CHECKED,
        nations: Nation::ALL.to_vec(),
    }
}

pub(super) fn text_999() -> PageView {
    PageView {
        id: TEXT_999.into(),
        title: "Texting 999".into(),
        hint: "Register first, before you need it".into(),
        glyph: Glyph::MessageSquareText,
        lead: Some(plain(
            "You can text 999 if this phone’s number is registered. Register now if you can: it takes two texts.",
        )),
        blocks: vec![
            Block::Heading("To register".into()),
            Block::Steps(vec![
                vec![Span::text("Text the word "), Span::strong("register"), Span::text(" to 999.")],
                vec![Span::text("Read the reply. Text "), Span::strong("yes"), Span::text(".")],
                plain("Wait for the text that confirms it."),
            ]),
            Block::Text { number: "999".into(), label: "Text 999".into() },
            Block::Heading("In an emergency".into()),
            Block::List(vec![
                plain("Say which service you need: police, ambulance, fire or coastguard."),
                plain("Say what is happening, and where. A street, a town, something near."),
                plain("No reply in 3 minutes? Send it again. A delivery report is not a reply."),
            ]),
            Block::Notice(plain("It does not work abroad. With a new number, register again.")),
        ],
        source: Some("Source: Staffordshire Police; Buckinghamshire Fire and Rescue. Checked 23 November 2026.".into()),
        checked: CHECKED,
        nations: Nation::ALL.to_vec(),
    }
}

fn is_this_stalking() -> PageView {
    let row = |letter: &str, word: &str, line: &str| (letter.into(), word.into(), line.into());
    PageView {
        id: IS_THIS_STALKING.into(),
        title: "Is this stalking?".into(),
        hint: "Signs, examples, what you can do".into(),
        glyph: Glyph::BookOpen,
        lead: Some(plain(
            "It may be, if it goes on and you do not want it. You do not have to be sure to ask for help.",
        )),
        blocks: vec![
            Block::Letters {
                title: "Four warning signs".into(),
                rows: vec![
                    row("F", "Fixated", "They cannot leave you alone."),
                    row("O", "Obsessive", "You fill their thoughts and their time."),
                    row("U", "Unwanted", "You did not ask for it."),
                    row("R", "Repeated", "It has happened more than once."),
                ],
            },
            Block::Banner(Glyph::HeartHandshake, plain("You are not to blame.")),
            Block::Heading("What it can look like".into()),
            Block::Law(
                vec![Nation::England, Nation::Wales],
                vec![
                    (Glyph::Footprints, plain("Following you")),
                    (
                        Glyph::MessageSquareText,
                        plain(
                            "Contacting you in any way, or trying to: calls, messages, turning up at home, work or study",
                        ),
                    ),
                    (Glyph::Megaphone, plain("Posting about you, or pretending to be you")),
                    (Glyph::MonitorSmartphone, plain("Watching what you do online")),
                    (Glyph::MapPin, plain("Hanging around a place")),
                    (Glyph::House, plain("Touching or damaging your things, or leaving items for you to find")),
                    (Glyph::Eye, plain("Watching or spying on you, or asking others to")),
                ],
            ),
            Block::Hint("The law gives these as examples. Other things can count too.".into()),
            Block::Notice(vec![
                Span::strong("A threat, a weapon, a break-in, choking, or a broken order:"),
                Span::text(" call 999 first, then a helpline."),
            ]),
        ],
        source: Some(
            "Source: Protection from Harassment Act 1997, section 2A; College of Policing. Checked 23 November 2026."
                .into(),
        ),
        checked: CHECKED,
        nations: Nation::ALL.to_vec(),
    }
}

fn directory() -> Vec<HelpGroup> {
    use Nation::{England, NorthernIreland, Scotland, Wales};
    let everywhere = || Nation::ALL.to_vec();
    let call = |name: &str, number: &str, note: &str, nations: Vec<Nation>, words: &str| HelpEntry {
        id: name.into(),
        facts: vec![],
        name: name.into(),
        way: Way::Call(number.into()),
        more: vec![],
        note: note.into(),
        checked: CHECKED,
        nations,
        words: words.into(),
    };
    let group = |title: &str, entries: Vec<HelpEntry>| HelpGroup { title: title.into(), entries };
    vec![
        group(
            "Advice on stalking",
            vec![
                call(
                    "National Stalking Helpline",
                    HELPLINE,
                    "Suzy Lamplugh Trust. See the website for today’s hours.",
                    everywhere(),
                    "stalking advice",
                ),
                call(
                    "Paladin",
                    "020 3866 4107",
                    "People at high risk. Advice to all who ask.",
                    vec![England, Wales],
                    "stalking advocate",
                ),
                call(
                    "Action Against Stalking",
                    "0800 820 2427",
                    "Stalking in Scotland.",
                    vec![Scotland],
                    "stalking advice",
                ),
                HelpEntry {
                    id: "cyber-helpline".into(),
                    facts: vec![],
                    name: "The Cyber Helpline".into(),
                    way: Way::Web("https://www.thecyberhelpline.com".into()),
                    more: vec![],
                    note: "Help with stalking online. No phone line.".into(),
                    checked: CHECKED,
                    nations: everywhere(),
                    words: "internet computer account hacked tracker".into(),
                },
            ],
        ),
        group(
            "Police",
            vec![
                call("Police", POLICE, "When it is not an emergency.", everywhere(), "report officer"),
                call(
                    "Crimestoppers",
                    "0800 555 111",
                    "A charity, not the police. No name needed.",
                    everywhere(),
                    "anonymous report",
                ),
            ],
        ),
        group(
            "At home, or with a partner",
            vec![
                call(
                    "National Domestic Abuse Helpline",
                    "0808 2000 247",
                    "Refuge. Day and night.",
                    vec![England],
                    "partner home refuge",
                ),
                call(
                    "Live Fear Free",
                    "0808 80 10 800",
                    "Wales. Day and night.",
                    vec![Wales],
                    "partner home domestic abuse",
                ),
                call(
                    "Domestic Abuse and Forced Marriage Helpline",
                    "0800 027 1234",
                    "Scotland. Day and night.",
                    vec![Scotland],
                    "partner home",
                ),
                call(
                    "Domestic and Sexual Abuse Helpline",
                    "0808 802 1414",
                    "Northern Ireland. Day and night.",
                    vec![NorthernIreland],
                    "partner home",
                ),
            ],
        ),
        group(
            "After a crime",
            vec![
                call(
                    "Victim Support",
                    "08 08 16 89 111",
                    "Free, confidential, day and night.",
                    vec![England, Wales],
                    "crime victim",
                ),
                call(
                    "Victim Support Scotland",
                    "0800 160 1985",
                    "Support after a crime.",
                    vec![Scotland],
                    "crime victim",
                ),
            ],
        ),
        group(
            "Somebody to listen",
            vec![call("Samaritans", "116 123", "Free from any phone.", everywhere(), "talk despair suicide")],
        ),
    ]
}
