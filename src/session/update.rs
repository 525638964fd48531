//! Newer guidance: fetched after a tap and never by itself, checked against one key, swapped as a whole, undone by a tap.
//!
//! None of it waits for the journal, and the journal does not wait for it: fetching, checking and writing have a thread of
//! their own. The session's thread is asked for one thing, the sealed setting. When whoever asked goes away, the request
//! is dropped and nothing is taken.

mod key;
mod told;

pub use key::MAINTAINERS_KEY;
pub(super) use told::told_of;

use super::core::Core;
use super::{Reply, Session, SessionError};
use crate::guidance::Library;
use crate::guidance::update::{Kept, Undone, Update, UpdateRefusal};
use crate::vault::VerifyingKey;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use tokio::sync::oneshot;

/// The slip of the setting. Its name says nothing.
const CHOICE: &str = "list-3";
/// What the folder beside the vault is called: the vault's name, and this.
const BESIDE: &str = ".pages";

/// Whose updates are taken.
#[derive(Clone)]
pub(super) struct UpdatesFrom {
    /// Who signs them.
    pub key: Option<[u8; 32]>,
    /// Who vouches for the servers, DER; `None` for the roots that are built in.
    pub roots: Option<Vec<Vec<u8>>>,
}

impl Default for UpdatesFrom {
    fn default() -> Self {
        Self { key: MAINTAINERS_KEY, roots: None }
    }
}

/// What was fetched, and whose it must be.
pub(super) struct Updates {
    kept: Kept,
    key: Option<VerifyingKey>,
    #[cfg_attr(not(feature = "net"), allow(dead_code))]
    roots: Option<Vec<Vec<u8>>>,
    /// The date of the last check, while no journal is open to keep it in. Held while files are swapped.
    checked: Mutex<Option<Date>>,
}

/// Guidance that was fetched, verified, and is newer than what is built in.
#[derive(Debug, Clone)]
pub struct Newest {
    /// Its number; each issue has one more than the one before.
    pub number: u32,
    /// The day on which it was signed.
    pub issued: Date,
    /// The guidance.
    pub library: Library,
}

/// Where updates come from, and when it was last looked there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpdateChoice {
    /// The address, as it was typed. `None` if none is kept.
    #[serde(default)]
    pub address: Option<String>,
    /// The last day on which the address answered with an update of ours, newer or not.
    #[serde(default)]
    pub checked: Option<Date>,
}

impl Updates {
    /// For the vault at `vault`. Nothing is read yet.
    pub(super) fn new(vault: &Path, from: UpdatesFrom) -> Self {
        let mut name = vault.file_name().map_or_else(OsString::new, OsString::from);
        name.push(BESIDE);
        // What could not be fetched needs no key: a build without the network says the same as one without a key.
        let key = from.key.filter(|_| cfg!(feature = "net")).and_then(|key| VerifyingKey::from_bytes(&key).ok());
        Self { kept: Kept::new(vault.with_file_name(name)), key, roots: from.roots, checked: Mutex::new(None) }
    }

    fn newest(&self, today: Date) -> Option<Newest> {
        self.looked_at(today).ok().flatten()
    }

    /// What was fetched, or why it is not read.
    fn looked_at(&self, today: Date) -> Result<Option<Newest>, UpdateRefusal> {
        let Some(key) = self.key else { return Ok(None) };
        let kept = self.kept.looked_at(&|message, signature| key.verify(message, signature).is_ok(), today)?;
        kept.as_ref().map(newest).transpose()
    }

    #[cfg(feature = "net")]
    fn take(&self, bytes: &[u8], today: Date) -> Result<Newest, UpdateRefusal> {
        let key = self.key.ok_or(UpdateRefusal::NoKey)?;
        let _alone = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        newest(&self.kept.take(bytes, &|message, signature| key.verify(message, signature).is_ok(), today)?)
    }

    fn undo(&self, today: Date) -> Result<Option<Newest>, UpdateRefusal> {
        let _alone = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        match self.kept.undo()? {
            Undone::ToUpdateBefore => Ok(self.newest(today)),
            Undone::ToBuiltIn | Undone::NothingToUndo => Ok(None),
        }
    }

    /// Removes what was fetched. Answers whether all of it is gone.
    pub(super) fn remove(&self) -> bool {
        let mut checked = self.checked.lock().unwrap_or_else(PoisonError::into_inner);
        *checked = None;
        self.kept.remove().is_ok()
    }
}

fn newest(update: &Update) -> Result<Newest, UpdateRefusal> {
    Ok(Newest { number: update.number(), issued: update.issued(), library: update.library()? })
}

impl Session {
    /// Whether this build can take updates at all. Without a key it cannot.
    #[must_use]
    pub fn takes_updates(&self) -> bool {
        self.updates().key.is_some()
    }

    /// The newest guidance that was fetched and still verifies. `None`: what is built in is the newest. It reads the disk
    /// and checks every page, so not before the first screen; the journal need not be open, and is not asked.
    #[must_use]
    pub fn newest_guidance(&self) -> Option<Newest> {
        self.updates().newest(self.today())
    }

    /// The same for a screen that is up already, on a thread of its own. It fails with [`SessionError::Update`] if there is an
    /// update that is not read, such as one of an older form: what is built in is read in its place.
    pub fn newest_now(&self) -> Reply<Option<Newest>> {
        let (updates, today) = (self.updates().clone(), self.today());
        self.apart(move |_| Some(updates.looked_at(today).map_err(SessionError::from)))
    }

    /// Where updates come from and when that was last looked at. While no journal is open there is no address, and the
    /// date is of this run of the program.
    pub fn update_choice(&self) -> Reply<UpdateChoice> {
        let updates = self.updates().clone();
        self.ask(move |core| match core.open {
            Some(_) => Ok(core.kept(CHOICE)?.unwrap_or_default()),
            None => {
                let checked = *updates.checked.lock().unwrap_or_else(PoisonError::into_inner);
                Ok(UpdateChoice { address: None, checked })
            }
        })
    }

    /// Keeps the address in the open journal, sealed. Nothing is fetched.
    ///
    /// `None` forgets it.
    pub fn keep_update_address(&self, address: Option<String>) -> Reply<()> {
        self.ask(move |core| {
            #[cfg(feature = "net")]
            if let Some(address) = &address {
                crate::guidance::update::Address::new(address)?;
            }
            let choice: UpdateChoice = core.kept(CHOICE)?.unwrap_or_default();
            core.keep(CHOICE, &UpdateChoice { address, ..choice })
        })
    }

    /// Fetches what is at this address, and takes it if it is ours, whole and newer: one ordinary web request, with
    /// nothing of hers in it. Only to be called from a tap. Dropping the answer stops it.
    #[cfg(feature = "net")]
    pub fn take_update(&self, address: String) -> Reply<Newest> {
        let session = self.clone();
        self.apart(move |answer| session.fetch_and_take(&address, answer))
    }

    /// There is no network in this build.
    #[cfg(not(feature = "net"))]
    pub fn take_update(&self, _address: String) -> Reply<Newest> {
        self.apart(|_| Some(Err(UpdateRefusal::NoKey.into())))
    }

    /// Goes back to the guidance before the last update, and answers with it. `None`: with what is built in.
    pub fn undo_update(&self) -> Reply<Option<Newest>> {
        let (updates, today) = (self.updates().clone(), self.today());
        self.apart(move |_| Some(updates.undo(today).map_err(SessionError::from)))
    }

    /// `None` if nobody waits for the answer any more.
    #[cfg(feature = "net")]
    fn fetch_and_take(
        &self,
        address: &str,
        answer: &mut oneshot::Sender<Result<Newest, SessionError>>,
    ) -> Option<Result<Newest, SessionError>> {
        let fetched = match self.fetched(address, answer) {
            Ok(bytes) => bytes?,
            Err(refusal) => return Some(Err(refusal.into())),
        };
        let today = self.today();
        let taken = self.updates().take(&fetched, today);
        if matches!(taken, Ok(_) | Err(UpdateRefusal::NotNewer)) {
            let updates = self.updates().clone();
            // Not waited for: the journal may be busy for minutes.
            drop(self.ask(move |core| {
                if core.note_check(today).is_err() {
                    *updates.checked.lock().unwrap_or_else(PoisonError::into_inner) = Some(today);
                }
                Ok(())
            }));
        }
        Some(taken.map_err(SessionError::from))
    }

    /// `Ok(None)` if whoever asked went away.
    #[cfg(feature = "net")]
    fn fetched(
        &self,
        address: &str,
        answer: &mut oneshot::Sender<Result<Newest, SessionError>>,
    ) -> Result<Option<Vec<u8>>, UpdateRefusal> {
        use crate::guidance::update::{Address, Fetcher};
        if !self.takes_updates() {
            return Err(UpdateRefusal::NoKey);
        }
        let address = Address::new(address)?;
        let fetcher = match &self.updates().roots {
            Some(roots) => Fetcher::trusting(roots)?,
            None => Fetcher::new()?,
        };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.map_err(|_| UpdateRefusal::NoAnswer)?.block_on(async {
            tokio::select! {
                biased;
                () = answer.closed() => Ok(None),
                bytes = fetcher.fetch(&address) => bytes.map(Some),
            }
        })
    }

    /// Does work on a thread of its own. Should the system give none, the answer is [`SessionError::Stopped`].
    fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut oneshot::Sender<Result<T, SessionError>>) -> Option<Result<T, SessionError>> + Send + 'static,
    ) -> Reply<T> {
        let (mut answer, reply) = oneshot::channel();
        let _ = std::thread::Builder::new().name("update".to_owned()).spawn(move || {
            if let Some(done) = work(&mut answer) {
                let _ = answer.send(done);
            }
        });
        Reply::coming(reply)
    }

    fn today(&self) -> Date {
        let clock = self.clock();
        clock.now().to_zoned_datetime(clock.zone()).date()
    }
}

impl Core {
    #[cfg(feature = "net")]
    fn note_check(&mut self, day: Date) -> Result<(), SessionError> {
        let choice: UpdateChoice = self.kept(CHOICE)?.unwrap_or_default();
        self.keep(CHOICE, &UpdateChoice { checked: Some(day), ..choice })
    }
}
