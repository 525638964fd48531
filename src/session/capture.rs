//! What is saved while the journal is locked, and what becomes of it.
//!
//! It is sealed to a public key that lies beside it, so whoever holds the phone can save and nobody without the master key
//! can read. At the next unlock it joins the journal as a mark. A mark is no entry: it is in no count and no pack until she
//! says that it is hers, and then an entry is made of it. Its id is chosen when it is saved, so that a crash between
//! joining and emptying its place cannot have it join twice.

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::core::{Core, Open};
use super::{Reply, Session, SessionError};
use crate::domain::{EntryDraft, Happened, Mark, Marked, Moment, Place, Record, RecordId, Refusal};
use crate::store::queue::{PLACE_LEN, PLACES};
use crate::store::{Presence, StoreError};
use crate::t;
use crate::vault::{self, CaptureKey, VaultError};

/// The slip with the private half of the key.
const INTAKE: &str = "intake";
/// The longest text of a mark, in bytes: a few words.
const MAX_WORDS: usize = 1000;

/// What is saved besides the moment.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct MarkDraft {
    /// Where, if she asked for it.
    pub place: Option<Place>,
    /// A few words.
    pub text: Option<String>,
}

/// A mark that waits for a word of hers, or that she set aside.
#[derive(Clone, PartialEq, Eq)]
pub struct MarkLine {
    /// Its id.
    pub id: RecordId,
    /// When it joined the journal.
    pub joined: Moment,
    /// What was saved.
    pub mark: Mark,
}

impl std::fmt::Debug for MarkDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MarkDraft(..)")
    }
}

impl std::fmt::Debug for MarkLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MarkLine(..)")
    }
}

/// As it is sealed.
#[derive(Serialize, Deserialize)]
struct Saved {
    v: u32,
    id: RecordId,
    #[serde(flatten)]
    mark: Mark,
}

impl Session {
    /// Saves the moment while the journal is locked. Durable when it answers, with the moment that was saved.
    pub fn capture(&self, draft: MarkDraft) -> Reply<Moment> {
        self.ask(move |core| core.capture(draft))
    }

    /// The marks that she has said nothing of yet, the earliest first.
    pub fn marks(&self) -> Reply<Vec<MarkLine>> {
        self.ask(|core| Ok(core.journal()?.waiting().map(line).collect()))
    }

    /// The marks that she set aside, the earliest first.
    pub fn marks_aside(&self) -> Reply<Vec<MarkLine>> {
        self.ask(|core| Ok(core.journal()?.aside().map(line).collect()))
    }

    /// She says that a mark is hers: an entry is made of it. Gives the entry's id.
    pub fn confirm_mark(&self, id: RecordId) -> Reply<RecordId> {
        self.ask(move |core| core.confirm_mark(id))
    }

    /// She sets a mark aside. It stays in the journal and out of everything else.
    pub fn set_mark_aside(&self, id: RecordId) -> Reply<()> {
        self.ask(move |core| {
            core.waiting_mark(id)?;
            core.append(Record::Marked(Marked { mark: id, entry: None, waits: false }))?;
            Ok(())
        })
    }

    /// She brings back a mark that she set aside: it waits for a word of hers again.
    pub fn bring_mark_back(&self, id: RecordId) -> Reply<()> {
        self.ask(move |core| {
            if !core.journal()?.aside().any(|(mark, ..)| mark == id) {
                return Err(SessionError::NoSuchMark);
            }
            core.append(Record::Marked(Marked { mark: id, entry: None, waits: true }))?;
            Ok(())
        })
    }
}

impl Core {
    fn capture(&mut self, draft: MarkDraft) -> Result<Moment, SessionError> {
        let taken = self.now();
        let text = draft.text.filter(|text| !text.trim().is_empty());
        if text.as_ref().is_some_and(|text| text.len() > MAX_WORDS) {
            return Err(SessionError::LongMark);
        }
        if !on_earth(draft.place.as_ref()) {
            return Err(SessionError::Refused(vec![Refusal::NotOnEarth]));
        }
        if self.dir.exists()? == Presence::Nothing {
            return Err(SessionError::NoVault);
        }
        self.hold()?;
        let queue = self.dir.queue();
        let no_marks = |error| match error {
            StoreError::Missing { .. } | StoreError::Damaged { .. } => SessionError::NoMarks,
            other => other.into(),
        };
        let public = queue.public().map_err(no_marks)?;
        let mark = Mark { taken: taken.clone(), place: draft.place, text };
        let saved = Saved { v: 1, id: RecordId(vault::random()?), mark };
        let plain = Zeroizing::new(serde_json::to_vec(&saved).map_err(|_| SessionError::Record)?);
        let sealed = vault::seal_capture(&public, &plain).map_err(|error| match error {
            VaultError::TooLarge { .. } => SessionError::LongMark,
            // A key to which nothing can be sealed is not one that this app wrote.
            VaultError::NotAKey => SessionError::NoMarks,
            other => other.into(),
        })?;
        let sealed: [u8; PLACE_LEN] = sealed.try_into().map_err(|_| SessionError::Record)?;
        if !queue.put(&sealed).map_err(no_marks)? {
            return Err(SessionError::MarksFull);
        }
        // Another window may have unlocked it in the meantime.
        if self.open.as_ref().is_some_and(|open| open.log.is_some()) {
            self.take_in_marks();
            self.changed();
        }
        Ok(taken)
    }

    /// Takes in what was saved while locked. What cannot be read is said among the damage and kept. Nothing here may keep
    /// her from reading: what fails is tried again at the next unlock.
    pub(super) fn take_in_marks(&mut self) {
        let (queue, now) = (self.dir.queue(), self.now());
        let Some(open) = self.open.as_mut() else { return };
        let Ok(key) = open.capture_key() else { return };
        let Ok(public) = key.public() else { return };
        let found = match queue.read() {
            Ok(found) => found,
            Err(StoreError::Missing { .. }) => {
                let _ = filling(PLACES).and_then(|filling| Ok(queue.create(&public, filling)?));
                return;
            }
            Err(_) => return,
        };
        let (mut marks, mut done, mut unreadable) = (Vec::<(RecordId, Record)>::new(), Vec::new(), 0_u32);
        for (place, sealed) in &found.used {
            match read(&key, sealed) {
                Some((id, mark)) => {
                    done.push(*place);
                    if !open.journal.has(id) && !marks.iter().any(|(other, _)| *other == id) {
                        marks.push((id, Record::Mark(mark)));
                    }
                }
                None => unreadable += 1,
            }
        }
        if !marks.is_empty() && open.append_with_ids(now, marks).is_err() {
            // They stay where they are.
            return;
        }
        // Only now: they are on the disk.
        let spoilt = unreadable > 0 || !found.whole || found.public != Some(public);
        if !spoilt {
            let _ = filling(done.len()).and_then(|filling| Ok(queue.free(&done, &filling)?));
            return;
        }
        let mut said = match unreadable {
            0 => t!("damage-marks-file").to_owned(),
            some => t!("damage-marks", n = some),
        };
        if queue.set_aside().is_ok() {
            said.push(' ');
            said.push_str(t!("damage-kept"));
            let _ = filling(PLACES).and_then(|filling| Ok(queue.create(&public, filling)?));
        }
        open.damage.push(said);
    }

    fn waiting_mark(&self, id: RecordId) -> Result<Mark, SessionError> {
        let waiting = self.journal()?.waiting().find(|(mark, ..)| *mark == id);
        waiting.map(|(_, _, mark)| mark.clone()).ok_or(SessionError::NoSuchMark)
    }

    fn confirm_mark(&mut self, id: RecordId) -> Result<RecordId, SessionError> {
        let mark = self.waiting_mark(id)?;
        let now = self.now();
        let draft = EntryDraft {
            // When she saved it is known to the second; that it was happening just then she has not said.
            happened: Some(Happened::About { at: mark.taken.at }),
            place: mark.place,
            text: mark.text,
            ..EntryDraft::default()
        };
        let entry = draft.check(now.at.timestamp()).map_err(SessionError::Refused)?;
        let (entry_id, said_id) = (RecordId(vault::random()?), RecordId(vault::random()?));
        let said = Record::Marked(Marked { mark: id, entry: Some(entry_id), waits: false });
        // Both or neither.
        self.opened_mut()?.append_with_ids(now, vec![(entry_id, Record::Entry(entry)), (said_id, said)])?;
        self.changed();
        Ok(entry_id)
    }
}

fn line((id, joined, mark): (RecordId, &Moment, &Mark)) -> MarkLine {
    MarkLine { id, joined: joined.clone(), mark: mark.clone() }
}

/// Opens one place and looks over what is in it: it was written by whoever held the phone.
fn read(key: &CaptureKey, sealed: &[u8]) -> Option<(RecordId, Mark)> {
    let plain = key.open_capture(sealed).ok()?;
    let saved: Saved = serde_json::from_slice(&plain).ok()?;
    let fits = saved.v == 1 && on_earth(saved.mark.place.as_ref());
    fits.then_some((saved.id, saved.mark))
}

fn on_earth(place: Option<&Place>) -> bool {
    place.and_then(|place| place.position).is_none_or(|position| position.is_on_earth())
}

/// Random bytes for so many places.
fn filling(places: usize) -> Result<Vec<u8>, SessionError> {
    let mut filling = Vec::with_capacity(places * PLACE_LEN);
    for _ in 0..places {
        filling.extend_from_slice(&vault::random::<PLACE_LEN>()?);
    }
    Ok(filling)
}

impl Open {
    /// The key that opens what was saved while locked; made the first time.
    fn capture_key(&mut self) -> Result<CaptureKey, SessionError> {
        let (master, id) = (self.master.clone(), self.id);
        let log = self.writable()?;
        if let Some(sealed) = log.get_slip(INTAKE)? {
            return Ok(CaptureKey::open(&master, &id, &sealed)?);
        }
        let key = CaptureKey::generate()?;
        log.put_slip(INTAKE, &key.seal(&master, &id)?)?;
        Ok(key)
    }
}
