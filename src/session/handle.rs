//! The handle: `Clone + Send`, to one thread that owns the database and the keys.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, mpsc};
use std::task::{Context, Poll};

use tokio::sync::{oneshot, watch};

use super::core::Core;
use super::update::Updates;
use super::{Place, SessionError, Status};
use crate::domain::ports::{Clock, DeviceSecret, Touch};
use crate::store::VaultDir;
use crate::vault::scrubbed;

type Work = Box<dyn FnOnce(&mut Core) + Send>;

/// One a process: every window and tab sees the same lock. The thread ends, and with it the keys, when the last
/// handle is dropped.
#[derive(Clone)]
pub struct Session {
    work: mpsc::Sender<Work>,
    status: watch::Receiver<Status>,
    dir: VaultDir,
    clock: Arc<dyn Clock>,
    device: Option<Arc<dyn DeviceSecret>>,
    touch: Arc<dyn Touch>,
    updates: Arc<Updates>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session(..)")
    }
}

/// An answer that is on its way. Await it, or [`Reply::wait`] for it where nothing is async.
#[must_use = "what was asked may have failed"]
pub struct Reply<T>(oneshot::Receiver<Result<T, SessionError>>);

impl<T> Reply<T> {
    /// An answer that comes from elsewhere than the session's thread.
    pub(super) fn coming(answer: oneshot::Receiver<Result<T, SessionError>>) -> Self {
        Self(answer)
    }

    /// Blocks until the answer is there. Not for async code.
    ///
    /// # Errors
    /// Whatever the work failed with.
    pub fn wait(self) -> Result<T, SessionError> {
        self.0.blocking_recv().unwrap_or(Err(SessionError::Stopped))
    }
}

impl<T> Future for Reply<T> {
    type Output = Result<T, SessionError>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.0).poll(cx).map(|answer| answer.unwrap_or(Err(SessionError::Stopped)))
    }
}

impl Session {
    /// Starts the thread. Nothing is opened yet: the first screen does not wait for this. Should the system give no
    /// thread, every answer is [`SessionError::Stopped`], and the help on the first screen works all the same.
    pub fn start(place: Place, clock: Arc<dyn Clock>) -> Self {
        let (work, inbox) = mpsc::channel::<Work>();
        let (status_out, status) = watch::channel(Status::default());
        let (dir, device, given) = (place.vault(), place.device(), clock.clone());
        let (touch, updates) = (place.touch(), Arc::new(place.updates()));
        let thread = std::thread::Builder::new().name("session".to_owned());
        let _ = thread.spawn(move || {
            let mut core = Core::new(place, given, status_out);
            while let Ok(work) = inbox.recv() {
                // What the work left on this thread's stack goes with it.
                scrubbed(|| work(&mut core));
            }
        });
        Self { work, status, dir, clock, device, touch, updates }
    }

    /// Follows what is open and how often it changed. Holds none of her words.
    pub fn status(&self) -> watch::Receiver<Status> {
        self.status.clone()
    }

    /// The status at this moment.
    pub(super) fn status_now(&self) -> Status {
        *self.status.borrow()
    }

    /// The program's own running clock.
    pub(super) fn running(&self) -> std::time::Duration {
        self.clock.running()
    }

    /// The device's own secret.
    pub(super) fn device(&self) -> Option<&dyn DeviceSecret> {
        self.device.as_deref()
    }

    /// What recognises a finger or face.
    pub(super) fn touch(&self) -> &dyn Touch {
        self.touch.as_ref()
    }

    /// The guidance that was fetched.
    pub(super) fn updates(&self) -> &Arc<Updates> {
        &self.updates
    }

    /// The clock.
    pub(super) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The vault's place, for the little that may be asked past the queue.
    pub(super) fn dir(&self) -> &VaultDir {
        &self.dir
    }

    /// Puts one piece of work in the queue. Work is done in the order in which it was asked for.
    pub(super) fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Core) -> Result<T, SessionError> + Send + 'static,
    ) -> Reply<T> {
        let (answer, reply) = oneshot::channel();
        // A send that fails drops `answer`, and the reply says that the session has stopped.
        let _ = self.work.send(Box::new(move |core| {
            let _ = answer.send(work(core));
        }));
        Reply(reply)
    }
}
