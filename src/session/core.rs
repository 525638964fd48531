//! The synchronous heart of the session: what is open, and the one way by which a record is written.

use std::collections::HashMap;
use std::io::Read;
use std::path::PathBuf;
use std::sync::Arc;

use tokio::sync::watch;
use zeroize::Zeroizing;

use super::attach::Intake;
use super::guessing::{Guessing, Tries};
use super::journal::{Journal, Line};
use super::notes::OpenNotes;
use super::update::{Updates, UpdatesFrom};
use super::{SessionError, Status, VaultState};
use crate::domain::ports::{Clock, DeviceSecret, NoTouch, Touch};
use crate::domain::{ChainId, Digest, FileId, Moment, Record, RecordId, SecretClass, Stamped, When};
use crate::evidence::chain::{BEFORE_FIRST, Committed};
use crate::store::{Files, Log, Presence, Row, Side, Small, StoreError, VaultDir, VaultLock};
use crate::vault::{self, JournalId, MasterKey, SigningKey};

/// Where the vault is, and what the device lends it.
#[derive(Clone)]
pub struct Place {
    dir: PathBuf,
    least_cost: bool,
    device: Option<Arc<dyn DeviceSecret>>,
    touch: Arc<dyn Touch>,
    updates: UpdatesFrom,
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Place(..)")
    }
}

impl Place {
    /// In this directory, which need not exist yet.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        let (touch, updates) = (Arc::new(NoTouch), UpdatesFrom::default());
        Self { dir: dir.into(), least_cost: false, device: None, touch, updates }
    }

    /// The same, and what is set up there costs the least that is allowed to guess at: for tests and the made-up
    /// story, which would otherwise wait for each passphrase as long as somebody who guesses should.
    #[must_use]
    pub fn at_least_cost(mut self) -> Self {
        self.least_cost = true;
        self
    }

    /// The same, with the device's own secret: a PIN can then be chosen. `None` leaves it as it is.
    #[must_use]
    pub fn with_device(mut self, device: impl Into<Option<Arc<dyn DeviceSecret>>>) -> Self {
        self.device = device.into().or(self.device);
        self
    }

    pub(super) fn device(&self) -> Option<Arc<dyn DeviceSecret>> {
        self.device.clone()
    }

    /// The same, with hardware that recognises a finger or face: it can then be turned on.
    #[must_use]
    pub fn with_touch(mut self, touch: Arc<dyn Touch>) -> Self {
        self.touch = touch;
        self
    }

    pub(super) fn touch(&self) -> Arc<dyn Touch> {
        self.touch.clone()
    }

    /// The same, with updates of the guidance signed by this Ed25519 key instead of the maintainers' (`None`: no updates), from servers that
    /// these roots (DER) vouch for: for an organisation that signs its own, and for tests.
    #[must_use]
    pub fn with_updates(mut self, key: Option<[u8; 32]>, roots: Vec<Vec<u8>>) -> Self {
        self.updates = UpdatesFrom { key, roots: Some(roots) };
        self
    }

    /// What keeps the guidance that was fetched. It lies beside the vault: what is in it is public, and it is there
    /// without a vault.
    pub(super) fn updates(&self) -> Updates {
        Updates::new(&self.dir, self.updates.clone())
    }

    pub(super) fn vault(&self) -> VaultDir {
        VaultDir::at(&self.dir)
    }
}

/// Everything that the thread owns.
pub(super) struct Core {
    pub dir: VaultDir,
    pub clock: Arc<dyn Clock>,
    pub open: Option<Open>,
    /// The plain notes, when the second secret opened them. Never together with `open`.
    pub notes: Option<OpenNotes>,
    pub least_cost: bool,
    /// How many files that nothing speaks of were removed at the last opening.
    pub swept: usize,
    /// The device's own secret, if it keeps one.
    pub device: Option<Arc<dyn DeviceSecret>>,
    /// What recognises a finger or face.
    pub touch: Arc<dyn Touch>,
    pub guessing: Guessing,
    /// How often a lock was asked for, whether or not anything was open.
    pub locks: u64,
    /// The class of secret by which it was opened.
    pub opened_with: Option<SecretClass>,
    /// Held from the first use until the program ends, so that no other program takes the vault in between.
    /// Behind what it guards, since fields go in their order: nobody gets it before the files are closed.
    pub lock: Option<VaultLock>,
    status: watch::Sender<Status>,
}

/// What exists only while unlocked.
pub(super) struct Open {
    pub master: MasterKey,
    pub id: JournalId,
    pub chain: ChainId,
    pub signing: SigningKey,
    /// Which of the two stores is the journal.
    pub side: Side,
    /// `None`: damaged, for reading only.
    pub log: Option<Log>,
    /// What was read of a damaged log, still sealed: there is no other way to come back to it.
    pub salvaged: Vec<Row>,
    pub files: Files,
    pub journal: Journal,
    pub intakes: HashMap<FileId, Intake>,
    /// What was wrong when it was opened.
    pub damage: Vec<String>,
}

impl Core {
    pub fn new(place: Place, clock: Arc<dyn Clock>, status: watch::Sender<Status>) -> Self {
        let dir = place.vault();
        let tries = Tries::from_bytes(&dir.read(Small::Tries).unwrap_or_default());
        let guessing = Guessing::at_start(tries, clock.running());
        let mut core = Self {
            dir,
            clock,
            lock: None,
            open: None,
            notes: None,
            least_cost: place.least_cost,
            swept: 0,
            device: place.device,
            touch: place.touch,
            guessing,
            locks: 0,
            opened_with: None,
            status,
        };
        core.finish_destroying();
        core.changed();
        core
    }

    /// Tells whoever follows that something changed.
    pub fn changed(&mut self) {
        let (vault, with) = (self.state(), self.opened_with);
        self.status.send_modify(|status| {
            status.vault = vault;
            status.with = with;
            status.revision += 1;
        });
        self.tell_tries();
    }

    /// Tells of failed tries and of the wait, which concern nothing that can be read.
    pub fn tell_tries(&self) {
        let (failed, next_try) = (self.guessing.failed(), self.guessing.next_try());
        self.status.send_if_modified(|status| {
            let before = (status.failed, status.next_try);
            (status.failed, status.next_try) = (failed, next_try);
            before != (failed, next_try)
        });
    }

    fn state(&self) -> VaultState {
        if self.notes.is_some() {
            return VaultState::Notes;
        }
        match (&self.open, self.dir.exists()) {
            (Some(open), _) if open.log.is_none() => VaultState::ReadingOnly,
            (Some(_), _) => VaultState::Open,
            (None, Ok(Presence::Nothing)) => VaultState::Nothing,
            (None, Ok(Presence::Complete)) => VaultState::Locked,
            (None, _) => VaultState::Incomplete,
        }
    }

    /// Drops every key and every word.
    pub fn forget(&mut self) {
        let was_open = self.open.take().is_some() | self.notes.take().is_some();
        self.opened_with = None;
        vault::scrub_stack();
        if was_open {
            self.status.send_modify(|status| status.epoch += 1);
        }
        self.changed();
    }

    /// Which opening this is: no other one has the same number.
    pub fn epoch(&self) -> u64 {
        self.status.borrow().epoch
    }

    /// Takes the vault for this program.
    pub fn hold(&mut self) -> Result<(), SessionError> {
        if self.lock.is_none() {
            self.lock = Some(self.dir.lock()?);
        }
        Ok(())
    }

    /// This device's clocks, now.
    pub fn now(&self) -> Moment {
        moment(self.clock.as_ref())
    }

    pub fn opened(&self) -> Result<&Open, SessionError> {
        self.open.as_ref().ok_or(SessionError::Locked)
    }

    pub fn opened_mut(&mut self) -> Result<&mut Open, SessionError> {
        self.open.as_mut().ok_or(SessionError::Locked)
    }

    pub fn journal(&self) -> Result<&Journal, SessionError> {
        self.opened().map(|open| &open.journal)
    }

    /// Writes one record; it is on the disk when this returns.
    pub fn append(&mut self, record: Record) -> Result<RecordId, SessionError> {
        let recorded = self.now();
        let ids = self.opened_mut()?.append(recorded, vec![record])?;
        self.changed();
        ids.first().copied().ok_or(SessionError::Record)
    }

    /// Reads a sealed file whole and checks it against what was recorded of it.
    pub fn read_file(&self, id: FileId, limit: u64) -> Result<Vec<u8>, SessionError> {
        let open = self.opened()?;
        let (_, file) = open.journal.all_files().find(|(_, file)| file.file == id).ok_or(SessionError::NoSuchFile)?;
        if file.length > limit {
            return Err(SessionError::TooLarge);
        }
        let mut bytes = Vec::with_capacity(usize::try_from(file.length).map_err(|_| SessionError::TooLarge)?);
        open.file(id)?.read_to_end(&mut bytes).map_err(|error| SessionError::Unreadable(error.kind()))?;
        Ok(bytes)
    }
}

impl Open {
    /// The bytes of a sealed file, as they are unsealed.
    pub fn file(&self, id: FileId) -> Result<vault::FileOpener<std::fs::File>, SessionError> {
        let sealed = self.files.read(&id.0)?;
        Ok(vault::FileOpener::new(sealed, &self.master, &self.id, &id.0)?)
    }

    /// The log, if it may be written.
    pub fn writable(&mut self) -> Result<&mut Log, SessionError> {
        self.log.as_mut().ok_or(SessionError::ReadingOnly)
    }

    /// Appends records in one transaction, each with a new id.
    pub fn append(&mut self, recorded: Moment, records: Vec<Record>) -> Result<Vec<RecordId>, SessionError> {
        let with_id = records.into_iter().map(|record| Ok((RecordId(vault::random()?), record)));
        let records = with_id.collect::<Result<Vec<_>, SessionError>>()?;
        let ids = records.iter().map(|(id, _)| *id).collect();
        self.append_with_ids(recorded, records)?;
        Ok(ids)
    }

    /// Turns records into links, seals them, and appends them in one transaction. Nothing is acknowledged before
    /// the log says that it is durable.
    pub fn append_with_ids(&mut self, recorded: Moment, records: Vec<(RecordId, Record)>) -> Result<(), SessionError> {
        let (rows, lines) = self.link(recorded, records)?;
        self.writable()?.append_all(&rows)?;
        lines.into_iter().for_each(|line| self.journal.push(line));
        Ok(())
    }

    /// The rows to append for these records, and the lines that they will be.
    pub fn link(
        &self,
        recorded: Moment,
        records: Vec<(RecordId, Record)>,
    ) -> Result<(Vec<Row>, Vec<Line>), SessionError> {
        let (mut seq, mut previous) = match self.journal.lines().last() {
            Some(line) => (line.seq + 1, line.link),
            None => (0, BEFORE_FIRST),
        };
        let (mut rows, mut lines) = (Vec::new(), Vec::new());
        for (id, record) in records {
            let stamped = Stamped { id, recorded: recorded.clone(), record };
            let committed = Committed::new(self.chain, seq, previous, stamped.fields()?)?;
            let sealed = vault::seal_record(&self.master, &self.id, &stamped.id.0, &committed.to_bytes()?)?;
            previous = committed.link();
            rows.push(Row { seq, id: stamped.id.0, sealed });
            lines.push(Line { seq, link: previous, stamped: Some(stamped) });
            seq += 1;
        }
        Ok((rows, lines))
    }

    /// One sealed record.
    pub fn row(&self, seq: u64) -> Result<Row, SessionError> {
        let found = match &self.log {
            Some(log) => log.row(seq)?,
            None => self.salvaged.iter().find(|row| row.seq == seq).cloned(),
        };
        found.ok_or(SessionError::Unsealed(seq))
    }

    /// The last link, for a signature: number and link.
    pub fn head(&self) -> Option<(u64, Digest)> {
        self.journal.lines().last().map(|line| (line.seq, line.link))
    }

    /// Keeps something small under a neutral name, sealed.
    pub fn put_slip(&mut self, name: &str, plain: &[u8]) -> Result<(), SessionError> {
        let sealed = vault::seal_small(&self.master, &self.id, name, plain)?;
        Ok(self.writable()?.put_slip(name, &sealed)?)
    }

    /// Reads it back.
    pub fn get_slip(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, SessionError> {
        let Some(log) = &self.log else { return Ok(None) };
        match log.get_slip(name)? {
            Some(sealed) => Ok(Some(vault::open_small(&self.master, &self.id, name, &sealed)?)),
            None => Ok(None),
        }
    }
}

/// Unseals one row and reads what it commits to.
pub(super) fn unseal(master: &MasterKey, id: &JournalId, row: &Row) -> Result<Committed, SessionError> {
    let plain = vault::open_record(master, id, &row.id, &row.sealed).map_err(|_| SessionError::Unsealed(row.seq))?;
    let committed = Committed::from_bytes(&plain)?;
    if committed.seq == row.seq { Ok(committed) } else { Err(SessionError::Unsealed(row.seq)) }
}

/// A clock's reading, in its own zone, to the millisecond.
pub(super) fn moment(clock: &dyn Clock) -> Moment {
    let now = clock.now();
    let whole = jiff::Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now);
    Moment {
        at: When(whole.to_zoned_datetime(clock.zone())),
        boot_ms: clock.since_boot().and_then(|since| u64::try_from(since.as_millis()).ok()),
    }
}

/// Whether an error of opening means that the file is damaged.
pub(super) fn is_damage(error: &StoreError) -> bool {
    matches!(error, StoreError::Damaged { .. } | StoreError::Database { .. })
}
