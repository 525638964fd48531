//! The chain: each field is a salted digest, each record commits to its fields, each link to all before it.
//!
//! ```text
//! field      = SHA-256("steadfast/field/v1" 00 salt[32] bytes)
//! commitment = SHA-256("steadfast/commitment/v1" 00 count[u32 be] field[32] ...)
//! link       = SHA-256("steadfast/link/v1" 00 chain[16] seq[u64 be] previous[32] commitment[32])
//! head       = "steadfast/head/v1" 00 chain[16] seq[u64 be] link[32]          (what is signed)
//! ```
//!
//! The link before record 0 is 32 zero bytes. A field can be withheld by giving its digest alone, a record by
//! giving its commitment alone; everything else still checks. Salts keep a withheld field from being guessed.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

use crate::domain::{ChainId, Digest, Field};

/// The version of a sealed record's content.
const VERSION: u32 = 1;
/// The version of what is left of a destroyed one.
const DESTROYED: u32 = 2;

/// The link that stands before record 0.
pub const BEFORE_FIRST: Digest = Digest([0; 32]);

/// What is wrong with a chain or a link of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChainError {
    /// This device gave no random numbers.
    #[error("this device gave no random numbers")]
    NoRandomness,
    /// The content of a sealed record is not what this program writes.
    #[error("the content of a record cannot be read")]
    Unreadable,
    /// A newer program wrote it.
    #[error("a record has version {0}, which a newer Steadfast wrote")]
    Newer(u32),
    /// It belongs to another chain.
    #[error("record {0} belongs to another chain")]
    OtherChain(u64),
    /// A number is missing or comes twice.
    #[error("record {expected} was expected and record {found} was found")]
    OutOfOrder {
        /// The number that should come.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// The record does not follow from the one before it.
    #[error("record {0} does not follow from the record before it")]
    Broken(u64),
}

/// A field with its salt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SaltedField {
    /// 32 random bytes.
    pub salt: [u8; 32],
    /// The field's exact bytes.
    pub field: Field,
}

impl SaltedField {
    /// Its digest.
    pub fn digest(&self) -> Digest {
        field_digest(&self.salt, self.field.json.as_bytes())
    }
}

/// A record as it is committed to: what gets sealed, stored and handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// Whose chain.
    pub chain: ChainId,
    /// Its number, from 0.
    pub seq: u64,
    /// The link before it.
    pub previous: Digest,
    /// Its fields, in order. None when it was destroyed.
    pub fields: Vec<SaltedField>,
    /// What it committed to, once its fields were destroyed with their salts.
    destroyed: Option<Digest>,
}

/// What a destroyed record's seal holds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Left {
    v: u32,
    chain: ChainId,
    seq: u64,
    previous: Digest,
    commitment: Digest,
    link: Digest,
}

#[derive(Serialize, Deserialize)]
struct Content {
    v: u32,
    chain: ChainId,
    seq: u64,
    previous: Digest,
    /// Pairs of salt and the field's exact text.
    fields: Vec<(Digest, String)>,
}

impl Committed {
    /// Salts each field afresh.
    ///
    /// # Errors
    /// [`ChainError::NoRandomness`].
    pub fn new(chain: ChainId, seq: u64, previous: Digest, fields: Vec<Field>) -> Result<Self, ChainError> {
        let fields = fields.into_iter().map(|field| {
            let mut salt = [0; 32];
            getrandom::fill(&mut salt).map_err(|_| ChainError::NoRandomness)?;
            Ok(SaltedField { salt, field })
        });
        Ok(Self { chain, seq, previous, fields: fields.collect::<Result<_, ChainError>>()?, destroyed: None })
    }

    /// What is left of it when it is destroyed: its number, link and commitment. No field and no salt.
    pub fn destroyed(&self) -> Self {
        let destroyed = Some(self.commitment());
        Self { chain: self.chain, seq: self.seq, previous: self.previous, fields: Vec::new(), destroyed }
    }

    /// Whether it was destroyed.
    pub fn is_destroyed(&self) -> bool {
        self.destroyed.is_some()
    }

    /// The digests of its fields, in order.
    pub fn digests(&self) -> Vec<Digest> {
        self.fields.iter().map(SaltedField::digest).collect()
    }

    /// What it commits to.
    pub fn commitment(&self) -> Digest {
        self.destroyed.unwrap_or_else(|| commitment(&self.digests()))
    }

    /// Its link.
    pub fn link(&self) -> Digest {
        link(self.chain, self.seq, self.previous, self.commitment())
    }

    /// The fields without their salts, to be read as a record.
    pub fn plain_fields(&self) -> Vec<Field> {
        self.fields.iter().map(|salted| salted.field.clone()).collect()
    }

    /// The bytes to seal. The text of each field comes back from them exactly.
    ///
    /// # Errors
    /// [`ChainError::Unreadable`] if it cannot be written.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, ChainError> {
        let (chain, seq, previous) = (self.chain, self.seq, self.previous);
        if let Some(commitment) = self.destroyed {
            let left = Left { v: DESTROYED, chain, seq, previous, commitment, link: self.link() };
            return serde_json::to_vec(&left).map(Zeroizing::new).map_err(|_| ChainError::Unreadable);
        }
        let content = Content {
            v: VERSION,
            chain,
            seq,
            previous,
            fields: self.fields.iter().map(|f| (Digest(f.salt), f.field.json.clone())).collect(),
        };
        serde_json::to_vec(&content).map(Zeroizing::new).map_err(|_| ChainError::Unreadable)
    }

    /// Reads what [`Self::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`ChainError::Newer`] or [`ChainError::Unreadable`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ChainError> {
        #[derive(Deserialize)]
        struct Version {
            v: u32,
        }
        let Version { v } = serde_json::from_slice(bytes).map_err(|_| ChainError::Unreadable)?;
        match v {
            VERSION => {}
            DESTROYED => return Self::left(bytes),
            0 => return Err(ChainError::Unreadable),
            newer => return Err(ChainError::Newer(newer)),
        }
        let content: Content = serde_json::from_slice(bytes).map_err(|_| ChainError::Unreadable)?;
        let fields = content
            .fields
            .into_iter()
            .map(|(salt, json)| SaltedField { salt: salt.0, field: Field { json } })
            .collect();
        Ok(Self { chain: content.chain, seq: content.seq, previous: content.previous, fields, destroyed: None })
    }

    fn left(bytes: &[u8]) -> Result<Self, ChainError> {
        let left: Left = serde_json::from_slice(bytes).map_err(|_| ChainError::Unreadable)?;
        let Left { chain, seq, previous, commitment, .. } = left;
        let read = Self { chain, seq, previous, fields: Vec::new(), destroyed: Some(commitment) };
        if read.link() == left.link { Ok(read) } else { Err(ChainError::Unreadable) }
    }
}

/// Follows a chain from its beginning.
#[derive(Debug, Clone)]
pub struct Walk {
    chain: ChainId,
    next: u64,
    last: Digest,
}

impl Walk {
    /// Before the first record of `chain`.
    pub fn new(chain: ChainId) -> Self {
        Self { chain, next: 0, last: BEFORE_FIRST }
    }

    /// The next record, by what it commits to; gives its link.
    ///
    /// # Errors
    /// Which record does not follow, and why. The walk stays where it was.
    pub fn step(
        &mut self,
        chain: ChainId,
        seq: u64,
        previous: Digest,
        commitment: Digest,
    ) -> Result<Digest, ChainError> {
        if seq != self.next {
            return Err(ChainError::OutOfOrder { expected: self.next, found: seq });
        }
        if chain != self.chain {
            return Err(ChainError::OtherChain(seq));
        }
        if previous != self.last {
            return Err(ChainError::Broken(seq));
        }
        self.last = link(chain, seq, previous, commitment);
        self.next += 1;
        Ok(self.last)
    }

    /// The number that comes next: how many records were walked.
    pub fn next(&self) -> u64 {
        self.next
    }

    /// The last link.
    pub fn last(&self) -> Digest {
        self.last
    }
}

/// The digest of one field.
pub fn field_digest(salt: &[u8; 32], bytes: &[u8]) -> Digest {
    hash(b"steadfast/field/v1", &[salt, bytes])
}

/// What a record with these fields commits to.
pub fn commitment(fields: &[Digest]) -> Digest {
    let mut hasher = tagged(b"steadfast/commitment/v1");
    hasher.update((fields.len() as u32).to_be_bytes());
    for field in fields {
        hasher.update(field.0);
    }
    Digest(hasher.finalize().into())
}

/// The link of a record.
pub fn link(chain: ChainId, seq: u64, previous: Digest, commitment: Digest) -> Digest {
    hash(b"steadfast/link/v1", &[&chain.0, &seq.to_be_bytes(), &previous.0, &commitment.0])
}

/// The bytes that are signed for a head.
pub fn head_message(chain: ChainId, seq: u64, link: Digest) -> Vec<u8> {
    let parts: [&[u8]; 5] = [b"steadfast/head/v1", &[0], &chain.0, &seq.to_be_bytes(), &link.0];
    parts.concat()
}

fn tagged(tag: &[u8]) -> Sha256 {
    Sha256::new_with_prefix(tag).chain_update([0])
}

fn hash(tag: &[u8], parts: &[&[u8]]) -> Digest {
    let hasher = parts.iter().fold(tagged(tag), |hasher, part| hasher.chain_update(part));
    Digest(hasher.finalize().into())
}

#[cfg(test)]
#[path = "chain_tests.rs"]
mod tests;
