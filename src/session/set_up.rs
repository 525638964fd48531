//! Setting up: a passphrase, and the recovery words.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::core::{Core, Open};
use super::door::Door;
use super::guessing::Tries;
use super::journal::Journal;
use super::secrets::place_of;
use super::{Reply, Session, SessionError};
use crate::domain::{ChainId, Digest, Moment, Opened, Record, SecretClass};
use crate::store::{Files, Initial, Log, Side, VaultDir};
use crate::vault::{self, JournalId, KeyFile, MasterKey, NewSecret, Passphrase, RecoveryKey, SigningKey, SlotClass};

/// The slip that says which journal and which chain this is.
pub(super) const IDENTITY: &str = "identity";
/// The slip with the signing key.
const SIGNING: &str = "signing";
/// What the identity itself is sealed for: the journal's own id is inside it.
const BEFORE_IDENTITY: JournalId = JournalId([0; 16]);

/// Recovery words, as text. Wiped when dropped.
pub struct RecoveryText(Zeroizing<String>);

impl RecoveryText {
    /// The words, in order.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.split_whitespace()
    }
}

impl RecoveryText {
    pub(super) fn of(key: &RecoveryKey) -> Self {
        Self(key.words().to_text())
    }
}

impl std::fmt::Debug for RecoveryText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryText(..)")
    }
}

#[derive(Serialize, Deserialize)]
struct Identity {
    v: u32,
    journal: String,
    chain: ChainId,
}

impl Session {
    /// Makes the vault and opens it. Nothing is there before; everything is on the disk after.
    pub fn set_up(&self, passphrase: String) -> Reply<()> {
        let strong = long_enough(&passphrase);
        let passphrase = Passphrase::from(passphrase);
        self.ask(move |core| if strong { core.set_up(&passphrase) } else { Err(SessionError::WeakPassphrase) })
    }

    /// Makes recovery words, in the place of any that were made before. They are shown once.
    pub fn make_recovery_words(&self) -> Reply<RecoveryText> {
        self.ask(Core::make_recovery_words)
    }
}

/// Whether a passphrase is long enough to be worth having: eight characters, twelve if they are all digits.
pub(super) fn long_enough(passphrase: &str) -> bool {
    let length = passphrase.chars().count();
    let only_digits = passphrase.chars().all(|c| c.is_ascii_digit());
    length >= if only_digits { 12 } else { 8 }
}

impl Core {
    pub(super) fn set_up(&mut self, passphrase: &Passphrase) -> Result<(), SessionError> {
        if self.open.is_some() {
            return Err(SessionError::AlreadyThere);
        }
        let params = if self.least_cost { vault::KdfParams::FLOOR } else { vault::calibrate()? };
        let pair = KeyFile::create_pair(params, NewSecret::Passphrase(passphrase), None)?;
        // By chance, so that the names say nothing of which is the journal.
        let [coin] = vault::random::<1>()?;
        let side = if coin & 1 == 0 { Side::A } else { Side::B };
        let (journal, notes) = (pair.journal.to_bytes(), pair.notes.to_bytes());
        let (a_keys, b_keys) = if side == Side::A { (&journal, &notes) } else { (&notes, &journal) };
        let door = Door::default().to_bytes();
        let tries = Tries::default().to_bytes();
        let initial = Initial { a_keys, b_keys, door: &door, tries: &tries };
        let (dir, lock) = VaultDir::create(self.dir.root(), &initial).map_err(|error| match error {
            crate::store::StoreError::Exists { .. } => SessionError::AlreadyThere,
            other => other.into(),
        })?;
        self.lock = Some(lock);
        self.dir = dir;
        let log = Log::open(&self.dir.db(side))?;
        let files = Files::open(&self.dir.files(side))?;
        self.begin(pair.master, side, log, files)?;
        self.opened_with = Some(SecretClass::Passphrase);
        self.after_opening();
        self.changed();
        Ok(())
    }

    /// Gives a new journal its identity and its first record. Also finishes a set-up that was cut off in between.
    pub(super) fn begin(
        &mut self,
        master: MasterKey,
        side: Side,
        mut log: Log,
        files: Files,
    ) -> Result<(), SessionError> {
        let (id, chain) = (JournalId::random()?, ChainId(vault::random()?));
        let signing = SigningKey::generate()?;
        put_identity(&mut log, &master, id, chain, &signing)?;
        let mut open = Open {
            master,
            id,
            chain,
            signing,
            side,
            log: Some(log),
            salvaged: Vec::new(),
            files,
            journal: Journal::default(),
            intakes: HashMap::new(),
            damage: Vec::new(),
        };
        open.append_opened(self.now())?;
        self.open = Some(open);
        Ok(())
    }

    pub(super) fn make_recovery_words(&mut self) -> Result<RecoveryText, SessionError> {
        let key = RecoveryKey::random()?;
        self.rewrite(|file, master| {
            match place_of(file, master, SlotClass::Recovery)? {
                Some(place) => file.change(master, place, NewSecret::Recovery(&key), None)?,
                None => {
                    file.add_slot(master, NewSecret::Recovery(&key), None)?;
                }
            }
            Ok(())
        })?;
        Ok(RecoveryText::of(&key))
    }
}

impl Open {
    /// Record 0: whose chain this is.
    pub(super) fn append_opened(&mut self, now: Moment) -> Result<(), SessionError> {
        let public_key = Digest(self.signing.verifying_key().to_bytes());
        let opened = Opened { chain: self.chain, public_key, continues: Vec::new() };
        self.append(now, vec![Record::Opened(opened)])?;
        Ok(())
    }
}

/// Whether a slip is one of those that [`put_identity`] writes.
pub(super) fn is_own_slip(name: &str) -> bool {
    [IDENTITY, SIGNING].contains(&name)
}

/// Writes the signing key, then the identity, without which there is no journal.
pub(super) fn put_identity(
    log: &mut Log,
    master: &MasterKey,
    id: JournalId,
    chain: ChainId,
    signing: &SigningKey,
) -> Result<(), SessionError> {
    let identity = Identity { v: 1, journal: hex::encode(id.0), chain };
    let text = Zeroizing::new(serde_json::to_vec(&identity).map_err(|_| SessionError::Record)?);
    log.put_slip(SIGNING, &signing.seal(master, &id)?)?;
    log.put_slip(IDENTITY, &vault::seal_small(master, &BEFORE_IDENTITY, IDENTITY, &text)?)?;
    Ok(())
}

/// Whether a sealed identity is of this master key.
pub(super) fn opens_identity(master: &MasterKey, sealed: &[u8]) -> bool {
    vault::open_small(master, &BEFORE_IDENTITY, IDENTITY, sealed).is_ok()
}

/// Gives the sealed bytes of a slip, from a log or from what was salvaged of one.
pub(super) type ReadSlip<'a> = dyn Fn(&str) -> Result<Option<Vec<u8>>, SessionError> + 'a;

/// Reads the identity and the signing key. `None`: set-up was cut off before they were written.
pub(super) fn identity(
    master: &MasterKey,
    slip: &ReadSlip<'_>,
) -> Result<Option<(JournalId, ChainId, SigningKey)>, SessionError> {
    let Some(sealed) = slip(IDENTITY)? else { return Ok(None) };
    let text = vault::open_small(master, &BEFORE_IDENTITY, IDENTITY, &sealed)?;
    let identity: Identity = serde_json::from_slice(&text).map_err(|_| SessionError::Record)?;
    let mut id = [0; 16];
    hex::decode_to_slice(&identity.journal, &mut id).map_err(|_| SessionError::Record)?;
    let id = JournalId(id);
    let sealed = slip(SIGNING)?.ok_or(SessionError::Record)?;
    Ok(Some((id, identity.chain, SigningKey::open(master, &id, &sealed)?)))
}
