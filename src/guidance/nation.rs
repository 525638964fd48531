//! Which part of the UK a page or a helpline is for.

use serde::{Deserialize, Serialize};

/// A nation of the UK. England and Wales share their stalking law; they do not share every helpline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// All four, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::England, Self::Wales, Self::Scotland, Self::NorthernIreland];

    /// The nation's name as it is shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::England => "England",
            Self::Wales => "Wales",
            Self::Scotland => "Scotland",
            Self::NorthernIreland => "Northern Ireland",
        }
    }
}

/// A set of nations in their fixed order. Empty means that the source does not say.
///
/// Written in `content/` as a list of `england`, `wales`, `england-wales`, `scotland`, `northern-ireland`, `all`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "Vec<String>")]
pub struct Nations(Vec<Nation>);

impl Nations {
    /// Reads one word of the form above.
    ///
    /// # Errors
    /// Any other word is named in the error.
    pub fn from_word(word: &str) -> Result<Self, String> {
        Self::try_from(vec![word.to_owned()])
    }

    /// The nations, in their fixed order.
    #[must_use]
    pub fn as_slice(&self) -> &[Nation] {
        &self.0
    }

    /// Their names, for whoever writes the texts.
    pub(super) fn names(&self) -> String {
        self.0.iter().map(|nation| nation.name()).collect::<Vec<_>>().join(", ")
    }

    /// True where the source does not say which nations are meant.
    #[must_use]
    pub fn not_said(&self) -> bool {
        self.0.is_empty()
    }

    /// True if `nation` is named, or if nobody said: a helpline is not hidden because its source is silent.
    #[must_use]
    pub fn may_include(&self, nation: Nation) -> bool {
        self.0.is_empty() || self.0.contains(&nation)
    }
}

impl TryFrom<Vec<String>> for Nations {
    type Error = String;

    fn try_from(words: Vec<String>) -> Result<Self, Self::Error> {
        let mut nations = Vec::new();
        for word in &words {
            match word.as_str() {
                "all" => nations.extend(Nation::ALL),
                "england-wales" => nations.extend([Nation::England, Nation::Wales]),
                "england" => nations.push(Nation::England),
                "wales" => nations.push(Nation::Wales),
                "scotland" => nations.push(Nation::Scotland),
                "northern-ireland" => nations.push(Nation::NorthernIreland),
                other => return Err(format!("`{other}` is not a nation")),
            }
        }
        nations.sort_unstable();
        nations.dedup();
        Ok(Self(nations))
    }
}
