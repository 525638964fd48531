//! Android. What is asked of the system, when and with what is decided here and tested on a computer with a system that only
//! writes down; [`system`] carries it out through JNI and decides nothing.
//!
//! Every call can fail: there may be no dialer, the screen may be gone, the system may refuse. Then the person is shown the
//! number in large digits. Not yet tried on a device.

pub mod ask;
pub mod chip;
pub mod documents;
pub mod errand;
pub mod intent;
pub mod java;
#[cfg(target_os = "android")]
pub mod keystore;
pub mod locate;
pub mod remind;
#[cfg(target_os = "android")]
pub mod system;
#[cfg(test)]
mod tests;
pub mod thrown;
pub mod touch;

use crate::domain::ports::{Copied, Icons, Locating, Opened, Phone, PhoneError, Worn};
use ask::Pending;
use documents::Documents;
use intent::Intent;
use std::path::Path;
use std::sync::Arc;

/// The few things that are asked of Android.
pub trait Android: Send + Sync {
    /// Opens another app.
    ///
    /// # Errors
    /// When there is none for it, or Android refuses.
    fn start(&self, intent: &Intent) -> Result<(), AndroidError>;

    /// An address under which one other app may read this file of ours.
    ///
    /// # Errors
    /// When the file lies outside the folders that may be lent from.
    fn lend(&self, file: &Path) -> Result<String, AndroidError>;

    /// Keeps the window out of screenshots, screen recordings and other screens (`FLAG_SECURE`), or stops doing so.
    ///
    /// # Errors
    /// When there is no window, or it does not answer.
    fn keep_window_secret(&self, on: bool) -> Result<(), AndroidError>;

    /// Whether the list of recent apps shows a picture of the screen. Android 13 and newer; before, [`keep_window_secret`]
    /// does it.
    ///
    /// [`keep_window_secret`]: Self::keep_window_secret
    ///
    /// # Errors
    /// When there is no screen.
    fn show_in_recents(&self, on: bool) -> Result<(), AndroidError>;

    /// One short tap that can be felt, if the person has not turned that off.
    ///
    /// # Errors
    /// When there is no window, or the device does not do it.
    fn tap(&self) -> Result<(), AndroidError>;

    /// Ends the screen and takes the app out of the list of recent apps.
    ///
    /// # Errors
    /// When there is no screen.
    fn finish_and_remove(&self) -> Result<(), AndroidError>;

    /// Ends the process at once. On a phone it does not come back.
    ///
    /// # Errors
    /// When Android does not do it.
    fn end_process(&self) -> Result<(), AndroidError>;

    /// Turns one of the app's two names in the list of apps on or off, without ending the app.
    ///
    /// # Errors
    /// When Android refuses.
    fn show_name(&self, name: Name, on: bool) -> Result<(), AndroidError>;

    /// Whether one of the two names is in the list of apps. `None`: as it was when the app was installed.
    ///
    /// # Errors
    /// When Android does not say.
    fn shows_name(&self, name: Name) -> Result<Option<bool>, AndroidError>;

    /// Android's API level.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn api_level(&self) -> Result<i32, AndroidError>;
}

/// What she allows this app.
pub trait Permissions: Send + Sync {
    /// Android's API level.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn level(&self) -> Result<i32, AndroidError>;

    /// Whether this is allowed now.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn is_allowed(&self, permission: &'static str) -> Result<bool, AndroidError>;

    /// Puts up the system's question for these, all at once. It is answered without a question where she refused for ever.
    ///
    /// # Errors
    /// When there is no screen to ask on.
    fn ask_for(&self, permissions: &[&'static str]) -> Result<Pending, AndroidError>;
}

/// The names and icons that the app can have in the list of apps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Name {
    /// The neutral one that it is installed with.
    Daybook,
    /// The calculator.
    Calculator,
}

impl Name {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Daybook => Self::Calculator,
            Self::Calculator => Self::Daybook,
        }
    }

    /// What the manifest calls it, behind the app's identifier.
    pub fn component(self) -> &'static str {
        match self {
            Self::Daybook => ".Daybook",
            Self::Calculator => ".Calculator",
        }
    }

    /// Whether it is on in an app that was just installed.
    fn is_first(self) -> bool {
        self == Self::Daybook
    }
}

impl From<Worn> for Name {
    fn from(worn: Worn) -> Self {
        match worn {
            Worn::Daybook => Self::Daybook,
            Worn::Calculator => Self::Calculator,
        }
    }
}

/// Why Android did not do it. Nothing of hers is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AndroidError {
    /// The screen (the Activity) is gone.
    #[error("the screen is gone")]
    Gone,
    /// No app on this device does that: a tablet without a dialer.
    #[error("no app does that")]
    NoApp,
    /// A key of the Keystore will never work again.
    #[error("the key is gone")]
    KeyGone,
    /// Android refused, or did something that was not expected.
    #[error("the system refused")]
    Refused,
}

impl From<AndroidError> for PhoneError {
    fn from(error: AndroidError) -> Self {
        match error {
            AndroidError::NoApp => Self::NotOnThisDevice,
            AndroidError::Gone | AndroidError::KeyGone | AndroidError::Refused => Self::Refused,
        }
    }
}

/// The API level from which a screen can be kept out of the list of recent apps by itself (Android 13).
const RECENTS_API: i32 = 33;

/// An Android phone, or a tablet.
pub struct AndroidPhone<S> {
    system: Arc<S>,
}

impl<S: Android> AndroidPhone<S> {
    /// A phone that asks this system.
    pub fn on(system: Arc<S>) -> Self {
        Self { system }
    }

    /// Gives the app this name and icon in the list of apps. The new one is there before the old one goes: twice in the list
    /// does less harm than not at all. Some launchers drop the icon from the home screen; say so first.
    ///
    /// # Errors
    /// When Android refuses; then at least the old name is still there.
    pub fn go_by(&self, name: Name) -> Result<(), PhoneError> {
        self.system.show_name(name, true)?;
        Ok(self.system.show_name(name.other(), false)?)
    }

    fn start(&self, intent: Option<Intent>, opened: Opened) -> Result<Opened, PhoneError> {
        self.system.start(&intent.ok_or(PhoneError::Refused)?)?;
        Ok(opened)
    }
}

impl<S: Android + Documents + 'static> Phone for AndroidPhone<S> {
    fn dial(&self, number: &str) -> Result<Opened, PhoneError> {
        self.start(intent::dial(number), Opened::Dialer)
    }

    fn text(&self, number: &str, body: &str) -> Result<Opened, PhoneError> {
        self.start(intent::text(number, body), Opened::Messages)
    }

    fn open_page(&self, url: &str) -> Result<Opened, PhoneError> {
        self.start(intent::page(url), Opened::Browser)
    }

    fn share_file(&self, file: &Path, mime: &str) -> Result<Opened, PhoneError> {
        let stream = self.system.lend(file)?;
        self.start(Some(intent::share(stream, mime)), Opened::ShareSheet)
    }

    fn vibrate(&self) -> Result<(), PhoneError> {
        Ok(self.system.tap()?)
    }

    fn conceal(&self, on: bool) -> Result<(), PhoneError> {
        // Android 13 and newer keep the picture out of the list of recent apps by itself, and it stays out. Before, only the secure
        // window does, so it has to stay as it is, and nobody may be told that screenshots can be taken.
        let recents = match self.system.api_level()? {
            RECENTS_API.. => self.system.show_in_recents(false),
            _ if on => Ok(()),
            _ => return Err(PhoneError::NotOnThisDevice),
        };
        // Both are tried, and only if both held may anybody be told so.
        let window = self.system.keep_window_secret(on);
        Ok(window.and(recents)?)
    }

    fn saves(&self) -> bool {
        true
    }

    fn save_file(&self, file: &Path, name: &str, mime: &str) -> Option<Locating<Result<Copied, PhoneError>>> {
        documents::save(&self.system, file, name, mime)
    }

    fn icons(&self) -> Icons {
        Icons::IconAndName
    }

    fn worn(&self) -> Option<Worn> {
        let on = |name: Name| self.system.shows_name(name).ok().map(|on| on.unwrap_or(name.is_first()));
        match (on(Name::Daybook)?, on(Name::Calculator)?) {
            (true, false) => Some(Worn::Daybook),
            (false, true) => Some(Worn::Calculator),
            // Both, after a change that stopped half-way, is neither.
            _ => None,
        }
    }

    fn wear(&self, icon: Worn) -> Result<(), PhoneError> {
        self.go_by(icon.into())
    }

    fn conceals(&self) -> bool {
        true
    }

    fn conceals_always(&self) -> bool {
        self.system.api_level().is_ok_and(|level| level < RECENTS_API)
    }

    fn leaves(&self) -> bool {
        true
    }

    fn leave(&self) -> Result<(), PhoneError> {
        self.system.finish_and_remove()?;
        // Android destroys the screen some time later. Opened again before that, the app would get a second screen in this
        // process, which `tao` does not bear. Whoever asked to leave has locked before; should the process go on, that holds.
        let _ = self.system.end_process();
        Ok(())
    }
}
