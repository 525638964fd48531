//! The people in an entry: who it was, who else saw it, who was told.

use jiff::civil;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How sure she is of who it was. "Not sure" is a good answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// She is certain.
    Certain,
    /// Probably this person.
    Probably,
    /// Not sure.
    NotSure,
    /// She does not know who it was.
    Unknown,
}

impl Certainty {
    /// What stands where she did not say how sure she is.
    pub const NOT_SAID: &str = "Not said how sure";
    /// All four, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Certain, Self::Probably, Self::NotSure, Self::Unknown];

    /// As the app and the pack say it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Certain => "Certain",
            Self::Probably => "Probably",
            Self::NotSure => "Not sure",
            Self::Unknown => "Unknown",
        }
    }
}

/// Who it was. What follows `certainty` is what courts ask about identification
/// (R v Turnbull [1977] QB 224, taught as ADVOKATE): offered, never demanded.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// A name, or her words for them: "the man from the gym".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How sure she is. Absent: she did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certainty: Option<Certainty>,
    /// How she knows them, or how she knows that it was them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how_known: Option<String>,
    /// Looks, clothing, voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looks: Option<String>,
    /// How long they were seen, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_for_s: Option<u32>,
    /// How long, in her words, where she gave no number: "a minute or two".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen_for: Option<String>,
    /// From how far, in metres.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance_m: Option<u32>,
    /// From how far, in her words, where she gave no number: "across the road".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance: Option<String>,
    /// Light and weather.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub light: Option<String>,
    /// Anything that stood in the way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_the_way: Option<String>,
}

/// Somebody else who saw or heard it. Contact details go on a sheet of their own in a pack.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Witness {
    /// A name, or her words for them.
    pub name: String,
    /// How to reach them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<String>,
    /// What they saw or heard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub saw: Option<String>,
}

/// A vehicle.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Vehicle {
    /// The number plate, or the part of it that she saw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plate: Option<String>,
    /// Make, colour, damage, stickers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub looks: Option<String>,
}

/// Who was told of it, and what they gave her.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The police, a helpline, a friend.
    pub who: String,
    /// On which day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>", extend("format" = "date"))]
    pub on: Option<civil::Date>,
    /// A crime or reference number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// The officer's or adviser's name or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officer: Option<String>,
}
