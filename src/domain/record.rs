//! A line of the journal, and how it is written as fields.
//!
//! A field is the canonical JSON (RFC 8785) of `[name, value]`, whole numbers only. Members that are lists become
//! one field an item, in order, so that one witness can be withheld and the other shown. Those exact bytes are
//! what the chain commits to, what is sealed, and what a pack hands over; they are never written a second time.

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{ChainId, Digest, DomainError, Entry, EntryDraft, FileId, Moment, Place, RecordId};

/// Members that are lists: one field an item.
const LISTS: [&str; 8] = ["people", "kinds", "effects", "witnesses", "vehicles", "vanishing", "told", "continues"];

/// One field: the exact bytes that are committed to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Canonical JSON of `[name, value]`.
    pub json: String,
}

impl Field {
    fn new(name: &str, value: &Value) -> Result<Self, DomainError> {
        let json = serde_json_canonicalizer::to_string(&(name, value)).map_err(|_| DomainError::Encode)?;
        Ok(Self { json })
    }

    /// Its name and value.
    ///
    /// # Errors
    /// [`DomainError::Decode`] when the bytes are not such a pair.
    pub fn read(&self) -> Result<(String, Value), DomainError> {
        serde_json::from_str(&self.json).map_err(|_| DomainError::Decode)
    }
}

/// How a file came to the app. Pickers may have changed it before: "as the phone handed it over".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CameBy {
    /// Chosen from the device's files.
    Picked,
    /// Chosen in the system's own picker, which hands over the file as it is stored.
    Document,
    /// Taken with the camera or microphone, inside the app.
    Captured,
    /// Given to the desk program.
    Desk,
}

/// The first record: who the chain belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// This installation's chain.
    pub chain: ChainId,
    /// Its Ed25519 public key.
    pub public_key: Digest,
    /// Heads of the chains that it continues, after a restore.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub continues: Vec<SignedHead>,
}

/// A head of a chain, signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedHead {
    /// Which chain.
    pub chain: ChainId,
    /// The number of its last record.
    pub seq: u64,
    /// That record's link.
    pub link: Digest,
    /// The signature over them, 64 bytes in hexadecimal.
    pub signature: String,
}

/// A file that belongs to an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRecord {
    /// The entry.
    pub entry: RecordId,
    /// The sealed file.
    pub file: FileId,
    /// SHA-256 of the original's bytes.
    pub sha256: Digest,
    /// Their number.
    pub length: u64,
    /// Such as `image/jpeg`, told from its content.
    pub media_type: String,
    /// The name that it came with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// How it came.
    pub came_by: CameBy,
    /// A recording that ended without being stopped. Left out where it was not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cut_off: bool,
}

/// A pack that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackRecord {
    /// SHA-256 of its `manifest.sha256`.
    pub manifest: Digest,
    /// How many entries are in it.
    pub entries: u32,
    /// How many originals.
    pub files: u32,
    /// Whether anything was left out of it.
    pub selected: bool,
}

/// What was destroyed: numbers and ids only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Destroyed {
    /// The numbers of the records that went, the entry first.
    pub records: Vec<u64>,
    /// How many of them were the entry and its corrections.
    pub versions: u32,
    /// The sealed files that went with it. Whatever of them a crash left is removed at the next opening.
    pub files: Vec<FileId>,
}

/// What was saved while the journal was locked, by whoever held the phone. It counts for nothing until she says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The device's clocks when it was saved. When it joined the journal is the record's own moment.
    pub taken: Moment,
    /// Where the device was, if that was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// A few words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// What she said of a mark. A mark itself stays as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marked {
    /// The mark.
    pub mark: RecordId,
    /// The entry that was made of it; absent when she set it aside, or took that back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<RecordId>,
    /// She took it back that it was set aside: it waits for a word of hers again. Left out where she did not, so records of
    /// before read as they did; a program of before takes one that has it for a mark that is set aside.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub waits: bool,
}

/// Which class of secret opened it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecretClass {
    /// The passphrase.
    Passphrase,
    /// The PIN.
    Pin,
    /// The recovery words.
    Recovery,
    /// A finger or face. A program of before does not know it, and calls the line one that it cannot read.
    Touch,
}

/// What a line of the journal can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// Number 0.
    Opened(Opened),
    /// An entry.
    Entry(Entry),
    /// A correction: stands beside the entry, which stays as it was.
    Correction {
        /// The entry that it corrects.
        of: RecordId,
        /// The whole entry as it should be read now.
        entry: Entry,
        /// Why, in her words.
        why: Option<String>,
    },
    /// A file of an entry.
    File(FileRecord),
    /// A pack was made.
    Pack(PackRecord),
    /// The journal was unlocked.
    Unlocked {
        /// With what.
        with: SecretClass,
        /// How many tries failed since it was last open.
        failed: u32,
    },
    /// The head was signed.
    Head(SignedHead),
    /// An entry was taken out of counts and packs. It is kept, and can be taken back.
    Withdrawn {
        /// The entry.
        of: RecordId,
    },
    /// A withdrawn entry was taken back.
    Restored {
        /// The entry.
        of: RecordId,
    },
    /// An entry was destroyed, with its corrections and files. Their numbers and commitments stay in the chain.
    Destroyed(Destroyed),
    /// Saved while locked.
    Mark(Mark),
    /// What she said of a mark.
    Marked(Marked),
}

/// A record with the moment at which it was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamped {
    /// Its id: a field like the others, so that what refers to it can be checked.
    pub id: RecordId,
    /// This device's clock.
    pub recorded: Moment,
    /// What.
    pub record: Record,
}

#[derive(Serialize, Deserialize)]
struct Correction {
    of: RecordId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Of {
    of: RecordId,
}

#[derive(Serialize, Deserialize)]
struct Unlocked {
    with: SecretClass,
    failed: u32,
}

impl Stamped {
    /// As fields, in their order: kind, id, moment, then what is in it.
    ///
    /// # Errors
    /// [`DomainError::Encode`]: it cannot be written as JSON.
    pub fn fields(&self) -> Result<Vec<Field>, DomainError> {
        let (kind, parts) = match &self.record {
            Record::Opened(opened) => ("opened", vec![members(opened)?]),
            Record::Entry(entry) => ("entry", vec![members(entry.content())?]),
            Record::Correction { of, entry, why } => {
                ("correction", vec![members(&Correction { of: *of, why: why.clone() })?, members(entry.content())?])
            }
            Record::File(file) => ("file", vec![members(file)?]),
            Record::Pack(pack) => ("pack", vec![members(pack)?]),
            Record::Unlocked { with, failed } => {
                ("unlocked", vec![members(&Unlocked { with: *with, failed: *failed })?])
            }
            Record::Head(head) => ("head", vec![members(head)?]),
            Record::Withdrawn { of } => ("withdrawn", vec![members(&Of { of: *of })?]),
            Record::Restored { of } => ("restored", vec![members(&Of { of: *of })?]),
            Record::Destroyed(destroyed) => ("destroyed", vec![members(destroyed)?]),
            Record::Mark(mark) => ("mark", vec![members(mark)?]),
            Record::Marked(marked) => ("marked", vec![members(marked)?]),
        };
        let recorded = serde_json::to_value(&self.recorded).map_err(|_| DomainError::Encode)?;
        let mut fields = vec![
            Field::new("record", &Value::from(kind))?,
            Field::new("id", &Value::from(self.id.to_string()))?,
            Field::new("recorded", &recorded)?,
        ];
        for (name, value) in parts.into_iter().flatten() {
            match value {
                Value::Array(items) if LISTS.contains(&name.as_str()) => {
                    for item in &items {
                        fields.push(Field::new(&name, item)?);
                    }
                }
                value => fields.push(Field::new(&name, &value)?),
            }
        }
        Ok(fields)
    }

    /// Back from fields.
    ///
    /// # Errors
    /// [`DomainError::Decode`]: they are not a record that this program knows.
    pub fn from_fields(fields: &[Field]) -> Result<Self, DomainError> {
        let mut members = Map::new();
        for field in fields {
            let (name, value) = field.read()?;
            if LISTS.contains(&name.as_str()) {
                match members.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
                    Value::Array(items) => items.push(value),
                    _ => return Err(DomainError::Decode),
                }
            } else if members.insert(name, value).is_some() {
                return Err(DomainError::Decode);
            }
        }
        let kind: String = take(&mut members, "record")?;
        let id = take(&mut members, "id")?;
        let recorded = take(&mut members, "recorded")?;
        let record = match kind.as_str() {
            "opened" => Record::Opened(whole(members)?),
            "entry" => Record::Entry(Entry::from_record(whole::<EntryDraft>(members)?)),
            "correction" => {
                let of = take(&mut members, "of")?;
                let why = members.contains_key("why").then(|| take(&mut members, "why")).transpose()?;
                Record::Correction { of, why, entry: Entry::from_record(whole::<EntryDraft>(members)?) }
            }
            "file" => Record::File(whole(members)?),
            "pack" => Record::Pack(whole(members)?),
            "unlocked" => {
                let Unlocked { with, failed } = whole(members)?;
                Record::Unlocked { with, failed }
            }
            "head" => Record::Head(whole(members)?),
            "withdrawn" => Record::Withdrawn { of: whole::<Of>(members)?.of },
            "restored" => Record::Restored { of: whole::<Of>(members)?.of },
            "destroyed" => Record::Destroyed(whole(members)?),
            "mark" => Record::Mark(whole(members)?),
            "marked" => Record::Marked(whole(members)?),
            _ => return Err(DomainError::Decode),
        };
        Ok(Self { id, recorded, record })
    }
}

fn members<T: Serialize>(part: &T) -> Result<Map<String, Value>, DomainError> {
    match serde_json::to_value(part) {
        Ok(Value::Object(members)) => Ok(members),
        _ => Err(DomainError::Encode),
    }
}

fn take<T: DeserializeOwned>(members: &mut Map<String, Value>, name: &str) -> Result<T, DomainError> {
    let value = members.remove(name).ok_or(DomainError::Decode)?;
    serde_json::from_value(value).map_err(|_| DomainError::Decode)
}

fn whole<T: DeserializeOwned>(members: Map<String, Value>) -> Result<T, DomainError> {
    serde_json::from_value(Value::Object(members)).map_err(|_| DomainError::Decode)
}

#[cfg(test)]
#[path = "record_tests.rs"]
mod tests;
