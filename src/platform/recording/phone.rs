//! A phone that writes down what it was asked.

use crate::domain::ports::{Copied, Icons, Locating, Opened, Phone, PhoneError, Worn, Would};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// One thing that the phone was asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// Open the dialer with this number.
    Dial(String),
    /// Open the messages with this number and these words.
    Text(String, String),
    /// Open this page.
    OpenPage(String),
    /// Share a file of this media type.
    Share(String),
    /// Vibrate.
    Vibrate,
    /// Hide the screen from screenshots, or stop.
    Conceal(bool),
    /// Close the app.
    Leave,
    /// Wear this icon.
    Wear(Worn),
    /// Put a copy where she says, under this name.
    Save(String),
    /// Take away what lies over the app.
    Uncover,
}

/// How the recording phone answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answer {
    /// As a phone: everything opens.
    #[default]
    Opens,
    /// As a computer: nothing opens, and it says what a phone would do.
    ShowsInstead,
    /// As a phone that refuses.
    Refuses,
}

/// What the recording phone can do beside opening things, and how it goes.
#[derive(Clone, Debug)]
pub struct Can {
    /// Which other icon it can wear.
    pub icons: Icons,
    /// Which it wears, as it says.
    pub worn: Option<Worn>,
    /// Whether it says the new icon after it was asked for it; a phone may do so late, or not at all.
    pub wears: bool,
    /// Whether the screen can be kept out of screenshots.
    pub conceals: bool,
    /// Whether it is at all times.
    pub conceals_always: bool,
    /// Whether the app can close itself.
    pub leaves: bool,
    /// Whether it covers the app itself.
    pub covers: bool,
    /// Whether copies can be put where she says.
    pub saves: bool,
    /// Whether there is an app that takes a copy, now that it is asked.
    pub takes_copies: bool,
    /// What each of these fails with.
    pub fails: Option<PhoneError>,
}

impl Default for Can {
    fn default() -> Self {
        Self {
            icons: Icons::One,
            worn: None,
            wears: true,
            conceals: false,
            conceals_always: false,
            leaves: false,
            covers: false,
            saves: false,
            takes_copies: true,
            fails: None,
        }
    }
}

/// What is done at the moment when the app is told to close, or its screen to be hidden.
type Then = Box<dyn Fn() + Send + Sync>;

/// A phone that opens nothing and remembers what it was asked.
#[derive(Default)]
pub struct RecordingPhone {
    answer: Answer,
    calls: Mutex<Vec<Call>>,
    can: Mutex<Can>,
    copies: Mutex<Option<oneshot::Receiver<Result<Copied, PhoneError>>>>,
    on_leave: Mutex<Option<Then>>,
    on_conceal: Mutex<Option<Then>>,
}

impl RecordingPhone {
    /// A phone that answers like this.
    pub fn that(answer: Answer) -> Self {
        Self { answer, ..Self::default() }
    }

    /// Changes what it can do, from now on.
    pub fn can(&self, change: impl FnOnce(&mut Can)) {
        change(&mut self.can.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// The next copy is under way until this is told how it ended.
    pub fn copying(&self) -> oneshot::Sender<Result<Copied, PhoneError>> {
        let (tell, told) = oneshot::channel();
        *self.copies.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
        tell
    }

    /// What is done at the moment of closing: to see what was done before it.
    pub fn when_left(&self, what: impl Fn() + Send + Sync + 'static) {
        *self.on_leave.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(what));
    }

    /// What is done while it hides the screen, or stops: to see on which thread, or to make it wait.
    pub fn when_concealed(&self, what: impl Fn() + Send + Sync + 'static) {
        *self.on_conceal.lock().unwrap_or_else(PoisonError::into_inner) = Some(Box::new(what));
    }

    fn able(&self) -> Can {
        self.can.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What it was asked so far, in order.
    pub fn calls(&self) -> Vec<Call> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Call>> {
        self.calls.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, call: Call, opened: Opened, would: Would) -> Result<Opened, PhoneError> {
        self.lock().push(call);
        match self.answer {
            Answer::Opens => Ok(opened),
            Answer::ShowsInstead => Ok(Opened::ShownInstead(would)),
            Answer::Refuses => Err(PhoneError::Refused),
        }
    }

    fn done(&self, call: Call) -> Result<(), PhoneError> {
        self.lock().push(call);
        if let Some(error) = self.able().fails {
            return Err(error);
        }
        match self.answer {
            Answer::Opens => Ok(()),
            Answer::ShowsInstead => Err(PhoneError::NotOnThisDevice),
            Answer::Refuses => Err(PhoneError::Refused),
        }
    }
}

impl Phone for RecordingPhone {
    fn dial(&self, number: &str) -> Result<Opened, PhoneError> {
        self.note(Call::Dial(number.into()), Opened::Dialer, Would::Dial(number.into()))
    }

    fn text(&self, number: &str, body: &str) -> Result<Opened, PhoneError> {
        let would = Would::Text { number: number.into(), body: body.into() };
        self.note(Call::Text(number.into(), body.into()), Opened::Messages, would)
    }

    fn open_page(&self, url: &str) -> Result<Opened, PhoneError> {
        self.note(Call::OpenPage(url.into()), Opened::Browser, Would::OpenPage(url.into()))
    }

    fn share_file(&self, _file: &Path, mime: &str) -> Result<Opened, PhoneError> {
        self.note(Call::Share(mime.into()), Opened::ShareSheet, Would::Share)
    }

    fn prints(&self) -> bool {
        self.answer == Answer::ShowsInstead
    }

    fn vibrate(&self) -> Result<(), PhoneError> {
        self.done(Call::Vibrate)
    }

    fn conceal(&self, on: bool) -> Result<(), PhoneError> {
        if let Some(what) = self.on_conceal.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            what();
        }
        self.done(Call::Conceal(on))
    }

    fn leave(&self) -> Result<(), PhoneError> {
        if let Some(what) = self.on_leave.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
            what();
        }
        self.done(Call::Leave)
    }

    fn covers(&self) -> bool {
        self.able().covers
    }

    fn uncover(&self) {
        if self.able().covers {
            self.lock().push(Call::Uncover);
        }
    }

    fn saves(&self) -> bool {
        self.able().saves
    }

    fn save_file(&self, _file: &Path, name: &str, _mime: &str) -> Option<Locating<Result<Copied, PhoneError>>> {
        self.lock().push(Call::Save(name.into()));
        if !self.able().takes_copies {
            return None;
        }
        let copied = self.copies.lock().unwrap_or_else(PoisonError::into_inner).take();
        Some(Box::pin(async move {
            match copied {
                Some(copied) => copied.await.unwrap_or(Err(PhoneError::Refused)),
                None => Ok(Copied::Whole),
            }
        }))
    }

    fn icons(&self) -> Icons {
        self.able().icons
    }

    fn worn(&self) -> Option<Worn> {
        self.able().worn
    }

    fn wear(&self, icon: Worn) -> Result<(), PhoneError> {
        self.done(Call::Wear(icon))?;
        self.can(|can| can.worn = if can.wears { Some(icon) } else { can.worn });
        Ok(())
    }

    fn conceals(&self) -> bool {
        self.able().conceals
    }

    fn conceals_always(&self) -> bool {
        self.able().conceals_always
    }

    fn leaves(&self) -> bool {
        self.able().leaves
    }
}
