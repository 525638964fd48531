//! Android. What is asked of the system, when and with what is decided here and tested on a computer with a system that only
//! writes down; [`system`] carries it out through JNI and decides nothing.
//!
//! Every call can fail: there may be no dialer, the screen may be gone, the system may refuse. Then the person is shown the
//! number in large digits. Not yet tried on a device.

pub mod intent;
pub mod java;
#[cfg(target_os = "android")]
pub mod keystore;
#[cfg(target_os = "android")]
pub mod system;
#[cfg(test)]
mod tests;

use crate::domain::ports::{Opened, Phone, PhoneError};
use intent::Intent;
use std::path::Path;

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

    /// Turns one of the app's two names in the list of apps on or off, without ending the app.
    ///
    /// # Errors
    /// When Android refuses.
    fn show_name(&self, name: Name, on: bool) -> Result<(), AndroidError>;

    /// Android's API level.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn api_level(&self) -> Result<i32, AndroidError>;
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
}

impl<S: Android> Android for std::sync::Arc<S> {
    fn start(&self, intent: &Intent) -> Result<(), AndroidError> {
        self.as_ref().start(intent)
    }

    fn lend(&self, file: &Path) -> Result<String, AndroidError> {
        self.as_ref().lend(file)
    }

    fn keep_window_secret(&self, on: bool) -> Result<(), AndroidError> {
        self.as_ref().keep_window_secret(on)
    }

    fn show_in_recents(&self, on: bool) -> Result<(), AndroidError> {
        self.as_ref().show_in_recents(on)
    }

    fn tap(&self) -> Result<(), AndroidError> {
        self.as_ref().tap()
    }

    fn finish_and_remove(&self) -> Result<(), AndroidError> {
        self.as_ref().finish_and_remove()
    }

    fn show_name(&self, name: Name, on: bool) -> Result<(), AndroidError> {
        self.as_ref().show_name(name, on)
    }

    fn api_level(&self) -> Result<i32, AndroidError> {
        self.as_ref().api_level()
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
    system: S,
}

impl<S: Android> AndroidPhone<S> {
    /// A phone that asks this system.
    pub fn on(system: S) -> Self {
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

impl<S: Android> Phone for AndroidPhone<S> {
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
        // Both are tried, and only if both held may anybody be told so. `FLAG_SECURE` hides the picture in the list of recent
        // apps on every version; from Android 13 on that is said once more by itself.
        let window = self.system.keep_window_secret(on);
        let recents = match self.system.api_level()? {
            RECENTS_API.. => self.system.show_in_recents(!on),
            _ => Ok(()),
        };
        Ok(window.and(recents)?)
    }

    fn leave(&self) -> Result<(), PhoneError> {
        Ok(self.system.finish_and_remove()?)
    }
}
