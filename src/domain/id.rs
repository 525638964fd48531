//! Identifiers: random, so that they say nothing; written as lower-case hexadecimal.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A text that is not an identifier of the expected length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id: {expected} hexadecimal digits were expected")]
pub struct ParseIdError {
    /// How many digits there should be.
    pub expected: usize,
}

macro_rules! hex_id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// The bytes.
            pub fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                let mut bytes = [0u8; $len];
                hex::decode_to_slice(text, &mut bytes)
                    .map(|()| Self(bytes))
                    .map_err(|_| ParseIdError { expected: $len * 2 })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(de::Error::custom)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": format!("^[0-9a-f]{{{}}}$", $len * 2) })
            }
        }
    };
}

hex_id!(
    /// One record of the journal: 16 random bytes.
    RecordId,
    16
);
hex_id!(
    /// One sealed file: 16 random bytes.
    FileId,
    16
);
hex_id!(
    /// One installation's chain: 16 random bytes.
    ChainId,
    16
);
hex_id!(
    /// A SHA-256 digest.
    Digest,
    32
);

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn an_id_survives_being_written_and_read() {
        let id = RecordId([0xab; 16]);
        assert_eq!(id.to_string().parse::<RecordId>().unwrap(), id);
        assert_eq!(serde_json::from_str::<RecordId>(&serde_json::to_string(&id).unwrap()).unwrap(), id);
    }

    #[test]
    fn what_is_not_an_id_is_refused() {
        for text in ["", "ab", "zz", &"a".repeat(31), &"a".repeat(33), &"g".repeat(32)] {
            assert_eq!(text.parse::<RecordId>(), Err(ParseIdError { expected: 32 }));
        }
    }
}
