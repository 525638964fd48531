//! What the outside must do for Steadfast, as traits. `platform` implements them for each system, `main` hands them in.

mod picker;
mod reminder;
mod touch;

pub use picker::{NoPicker, PickedFile, Picker, Wanted};
pub use reminder::{NoReminders, Often, Reminder, ReminderError, Reminders};
pub use touch::{Mixed, NoTouch, Touch, TouchError, TouchWords};

use super::{NoPosition, Position};
use std::future::Future;
use std::path::Path;
use std::pin::Pin;
use std::time::Duration;

/// The phone itself: its dialer, its messages, its browser, its screen.
///
/// Every call comes back at once. Every call can fail, and then the screen shows what the person can do by hand: a number
/// in large digits, an address to type.
pub trait Phone: Send + Sync {
    /// Opens the dialer with this number in it. It never places a call: the person presses call.
    ///
    /// # Errors
    /// When there is no dialer, or the system refuses.
    fn dial(&self, number: &str) -> Result<Opened, PhoneError>;

    /// Opens the messages with this number and these words in them. It never sends.
    ///
    /// # Errors
    /// When there are no messages, or the system refuses.
    fn text(&self, number: &str, body: &str) -> Result<Opened, PhoneError>;

    /// Opens a web page in the system's browser.
    ///
    /// # Errors
    /// When there is no browser, or the system refuses.
    fn open_page(&self, url: &str) -> Result<Opened, PhoneError>;

    /// Offers a file to other apps, through private storage only. `mime` is its media type.
    ///
    /// # Errors
    /// When the system has nothing to share with, or refuses.
    fn share_file(&self, file: &Path, mime: &str) -> Result<Opened, PhoneError>;

    /// Whether a copy of a file can be put where she says. Asked before it is offered; nothing opens.
    fn saves(&self) -> bool {
        false
    }

    /// Asks the person where to put a copy of this file, through the system's own picker, and puts it there. `name` is what is
    /// offered as its name. Done once the copy is whole; [`Copied::Nowhere`] when she turned it away. `None`: this device has
    /// no such picker, and sharing is the way.
    fn save_file(&self, _file: &Path, _name: &str, _mime: &str) -> Option<Locating<Result<Copied, PhoneError>>> {
        None
    }

    /// Which other icon the app can wear here, and what the system makes of it.
    fn icons(&self) -> Icons {
        Icons::One
    }

    /// Which icon it wears, as far as the system says.
    fn worn(&self) -> Option<Worn> {
        None
    }

    /// Gives the app this icon, and where the system allows it this name.
    ///
    /// # Errors
    /// When the system cannot. Nobody may then be told that it changed.
    fn wear(&self, _icon: Worn) -> Result<(), PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }

    /// Whether the screen can be kept out of screenshots here. What can be kept out of the list of recent apps is always.
    fn conceals(&self) -> bool {
        false
    }

    /// Whether the screen is out of screenshots at all times here, because nothing else keeps it out of the list of recent apps.
    fn conceals_always(&self) -> bool {
        false
    }

    /// Whether the app can close itself and go out of the list of recent apps.
    fn leaves(&self) -> bool {
        false
    }

    /// Whether something plain lies over the app by the phone itself once it is out of sight, and stays there until
    /// [`uncover`](Self::uncover). Else the page covers itself.
    fn covers(&self) -> bool {
        false
    }

    /// The page shows nothing that must not be seen: what lies over the app may go.
    fn uncover(&self) {}

    /// Whether the page that is shown can be sent to a printer from here.
    fn prints(&self) -> bool {
        false
    }

    /// One short tap that can be felt.
    ///
    /// # Errors
    /// When the device cannot.
    fn vibrate(&self) -> Result<(), PhoneError>;

    /// Keeps the screen out of screenshots and out of the list of recent apps, or stops doing so.
    ///
    /// # Errors
    /// When the system cannot. Nobody may then be told that the screen is hidden.
    fn conceal(&self, on: bool) -> Result<(), PhoneError>;

    /// Closes the app and takes it out of the list of recent apps, where the system allows it.
    /// It may end the program there and then: what is to be kept is kept, and the journal locked, before.
    ///
    /// # Errors
    /// When the system cannot.
    fn leave(&self) -> Result<(), PhoneError>;
}

/// What really happened when something was to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Opened {
    /// The dialer is open, with the number in it. Nobody has been called.
    Dialer,
    /// The messages are open. Nothing has been sent.
    Messages,
    /// The browser was asked to open the page.
    Browser,
    /// The system's share sheet is open. Nothing has been shared.
    ShareSheet,
    /// This device opens nothing. The screen has to show what a phone would have done.
    ShownInstead(Would),
}

/// What became of a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// It is whole where she put it.
    Whole,
    /// She chose no place: there is no copy.
    Nowhere,
}

/// What can be done about the app's icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icons {
    /// Nothing.
    One,
    /// Icon and name change together. The system's settings still list the app under the name that it was installed with.
    IconAndName,
    /// The icon changes and the name stays, and the system puts up a notice with the app's name.
    IconWithNotice,
}

/// The icons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worn {
    /// The neutral one that it is installed with.
    Daybook,
    /// The calculator.
    Calculator,
}

/// What a phone would have opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Would {
    /// The dialer with this number in it.
    Dial(String),
    /// The messages, to this number, with these words in them.
    Text {
        /// To whom.
        number: String,
        /// The words, which may be none.
        body: String,
    },
    /// This page in the browser.
    OpenPage(String),
    /// The share sheet.
    Share,
}

/// Why the phone did not do it. No number and no address is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// This build or this device has no way to do it.
    #[error("this device cannot do that")]
    NotOnThisDevice,
    /// The system was asked and refused.
    #[error("the phone did not allow it")]
    Refused,
}

/// What becomes of the app on its phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lifecycle {
    /// Something else is in front: another app, the phone's own question, the list of recent apps.
    Away,
    /// It is in front again.
    Back,
    /// The phone is short of memory. What is only kept to be quick may be let go; what is typed is kept at once, since the next
    /// thing may be the end.
    ShortOfMemory,
    /// It ends now. A phone may also end it without a word.
    Ending,
}

/// What time it is, and how sure one can be of it.
pub trait Clock: Send + Sync {
    /// Now, by the device's clock.
    fn now(&self) -> jiff::Timestamp;

    /// The device's time zone.
    fn zone(&self) -> jiff::tz::TimeZone;

    /// Time since the device started, which nobody can set back. `None` where the system does not say.
    fn since_boot(&self) -> Option<Duration>;

    /// How long this program has been running, by a clock that nobody can set. Waits after failed tries are measured
    /// with it. It may stand still while the device sleeps, which makes a wait longer and never shorter.
    fn running(&self) -> Duration {
        static FIRST_ASKED: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
        FIRST_ASKED.get_or_init(std::time::Instant::now).elapsed()
    }
}

/// An answer about where the device is. It is awaited where the screens run, so it need not be `Send`.
pub type Locating<T> = Pin<Box<dyn Future<Output = T>>>;

/// Where the device is, asked once, when she asks for it. Nothing follows her.
pub trait Locator: Send + Sync {
    /// Whether the system would answer without putting a question on the screen. Nothing may pop up before 999 because
    /// a screen was opened, so only then is [`locate`](Self::locate) called unasked.
    fn may(&self) -> Locating<bool>;

    /// A fresh fix, within 20 seconds. The system may ask her first.
    ///
    /// # Errors
    /// Why there is none: it was refused, the device has none, or none came in time.
    fn locate(&self) -> Locating<Result<Position, NoPosition>>;
}

/// A secret that the device keeps and does not hand out (a secure chip, a system keystore). It is a function, not a
/// value: a stored value that came back in the clear would let a PIN be guessed elsewhere, at any speed.
pub trait DeviceSecret: Send + Sync {
    /// Makes the secret if there is none or it will never answer again, and leaves one that works or may work again as it is. Asked
    /// only when a PIN is chosen, so that a secret that was lost is never quietly replaced by another.
    ///
    /// # Errors
    /// When the device keeps no such secret, or does not answer.
    fn prepare(&self) -> Result<(), DeviceSecretError> {
        Ok(())
    }

    /// Mixes 32 bytes with the secret into 32 others. The same input gives the same output on this device, and on no other.
    ///
    /// # Errors
    /// When the device keeps no such secret, or it is gone.
    fn mix(&self, input: &[u8; 32]) -> Result<[u8; 32], DeviceSecretError>;

    /// What a person has to know before she chooses a PIN here, as whole sentences in English. `None`: the hardware keeps the
    /// secret and slows down guessing.
    fn warning(&self) -> Option<&'static str> {
        None
    }
}

/// Why the device's secret did not help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeviceSecretError {
    /// The device keeps no secret for apps.
    #[error("this device keeps no secret of its own")]
    NotOnThisDevice,
    /// It was there once and is not any more, for example after the screen lock was removed.
    #[error("the device's own secret is gone")]
    Gone,
    /// It is there and did not answer; it may at another time.
    #[error("the device's own secret did not answer")]
    NoAnswer,
}
