//! `evidence.json` as it is read back. Unknown members are refused: what is not checked must not stand there.

use serde::Deserialize;

use super::{CannotBeRead, Problem};
use crate::domain::{ChainId, Digest};
use crate::evidence::pack::format::{FORMAT, VERSION};

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u64,
    pub made: String,
    pub selected_by_the_writer: bool,
    #[serde(rename = "taken_out")]
    _taken_out: serde_json::Value,
    pub chain: ChainId,
    pub public_key: Digest,
    pub fingerprint: String,
    pub head: Option<Head>,
    pub entries: Vec<EntryLine>,
    pub exhibits: Vec<ExhibitLine>,
    pub records: Vec<RecordLine>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub seq: u64,
    pub link: Digest,
    pub signature: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EntryLine {
    #[serde(rename = "number")]
    _number: u64,
    pub records: Vec<u64>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExhibitLine {
    pub exhibit: String,
    #[serde(rename = "entry")]
    _entry: u64,
    pub record: u64,
    pub given: Given,
    #[serde(rename = "why")]
    _why: Option<String>,
    pub path: Option<String>,
    #[serde(rename = "media_type")]
    _media_type: String,
    pub length: u64,
    pub sha256: Digest,
    pub copy_sha256: Option<Digest>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Given {
    Original,
    Copy,
    Withheld,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RecordLine {
    pub seq: u64,
    pub previous: Digest,
    pub commitment: Digest,
    pub link: Digest,
    pub fields: Option<Vec<FieldLine>>,
    pub left_out: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum FieldLine {
    Shown(ShownField),
    Withheld(WithheldField),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShownField {
    pub salt: Digest,
    pub text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WithheldField {
    pub digest: Digest,
    #[serde(rename = "withheld")]
    _withheld: String,
    #[serde(default, rename = "shown")]
    _shown: Option<serde_json::Value>,
}

impl Document {
    /// Reads it. The outer error: it cannot be read by this program at all.
    pub fn read(bytes: &[u8]) -> Result<Result<Self, Problem>, CannotBeRead> {
        #[derive(Deserialize)]
        struct Version {
            format: String,
            version: u64,
        }
        let Ok(Version { format, version }) = serde_json::from_slice(bytes) else {
            return Ok(Err(Problem::BadDocument("it is not what Steadfast writes")));
        };
        if format != FORMAT || version == 0 {
            return Ok(Err(Problem::BadDocument("it is of another kind")));
        }
        if version > VERSION {
            return Err(CannotBeRead::Newer(version));
        }
        Ok(serde_json::from_slice(bytes).map_err(|_| Problem::BadDocument("it is not what Steadfast writes")))
    }
}
