//! iOS. What is asked of the system, when and with what is decided here and tested on a computer with a system that only writes
//! down; [`system`] carries it out through Objective-C and decides nothing.
//!
//! iOS puts its own question before a call ("Call 999?"), so the app adds none. Not yet tried on a device.

pub mod chosen;
#[cfg(target_os = "ios")]
pub mod enclave;
pub mod finger;
pub mod leftovers;
pub mod notices;
pub mod place;
#[cfg(target_os = "ios")]
pub mod system;
#[cfg(test)]
mod tests;

use crate::domain::ports::{Icons, Opened, Phone, PhoneError, Worn};
use crate::platform::address;
use std::path::Path;

/// The few things that are asked of iOS.
pub trait Apple: Send + Sync {
    /// Whether some app opens such an address. Only for the schemes that `Info.plist` names.
    ///
    /// # Errors
    /// When it cannot be asked.
    fn opens(&self, address: &str) -> Result<bool, AppleError>;

    /// Has it opened by another app.
    ///
    /// # Errors
    /// When iOS cannot be asked. That it then did not open is not told.
    fn open(&self, address: &str) -> Result<(), AppleError>;

    /// Puts up the share sheet for a file.
    ///
    /// # Errors
    /// When there is no screen to put it on.
    fn share(&self, file: &Path) -> Result<(), AppleError>;

    /// One short tap that can be felt.
    ///
    /// # Errors
    /// When it cannot be asked for.
    fn tap(&self) -> Result<(), AppleError>;

    /// Takes away the plain view that lies over the app since it was in the background, if it does.
    ///
    /// # Errors
    /// When it cannot be asked for. It then goes by itself after two seconds.
    fn uncover(&self) -> Result<(), AppleError>;

    /// Gives the app another of its icons; `None` is the one that it came with. iOS says so in words of its own, with the app's
    /// name in them.
    ///
    /// # Errors
    /// When iOS knows no other icons. Whether it then did it is not told.
    fn set_icon(&self, name: Option<&str>) -> Result<(), AppleError>;

    /// Which of its icons the app has; `None` is the one that it came with.
    ///
    /// # Errors
    /// When iOS knows no other icons, or cannot be asked.
    fn icon(&self) -> Result<Option<String>, AppleError>;
}

/// Why iOS did not do it. Nothing of hers is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AppleError {
    /// Asked from a thread that may not ask.
    #[error("not on the main thread")]
    NotMain,
    /// There is no window.
    #[error("there is no window")]
    NoWindow,
    /// There are no other icons.
    #[error("no other icons")]
    NoIcons,
    /// It is no address.
    #[error("not an address")]
    NoAddress,
    /// It was asked, and no answer came.
    #[error("no answer")]
    NoAnswer,
}

impl From<AppleError> for PhoneError {
    fn from(_: AppleError) -> Self {
        Self::Refused
    }
}

/// What `Info.plist` calls the calculator's icon.
const CALCULATOR: &str = "Calculator";

/// Whether a finger that came in from the left edge and was lifted meant "back": a quarter of the screen, so that a brush of the
/// edge does nothing. Both in points.
pub fn means_back(moved: f64, width: f64) -> bool {
    width > 0.0 && moved >= width / 4.0
}

/// An iPhone, or an iPad.
pub struct ApplePhone<S> {
    system: S,
}

impl<S: Apple> ApplePhone<S> {
    /// A phone that asks this system.
    pub fn on(system: S) -> Self {
        Self { system }
    }

    fn open(&self, address: Option<String>, opened: Opened) -> Result<Opened, PhoneError> {
        let address = address.ok_or(PhoneError::Refused)?;
        if !self.system.opens(&address)? {
            return Err(PhoneError::NotOnThisDevice);
        }
        self.system.open(&address)?;
        Ok(opened)
    }
}

impl<S: Apple> Phone for ApplePhone<S> {
    fn dial(&self, number: &str) -> Result<Opened, PhoneError> {
        self.open(address::tel(number), Opened::Dialer)
    }

    fn text(&self, number: &str, body: &str) -> Result<Opened, PhoneError> {
        self.open(address::sms(number, body), Opened::Messages)
    }

    fn open_page(&self, url: &str) -> Result<Opened, PhoneError> {
        self.open(address::page(url).map(str::to_owned), Opened::Browser)
    }

    fn share_file(&self, file: &Path, _mime: &str) -> Result<Opened, PhoneError> {
        self.system.share(file)?;
        Ok(Opened::ShareSheet)
    }

    fn covers(&self) -> bool {
        true
    }

    fn uncover(&self) {
        let _ = self.system.uncover();
    }

    fn icons(&self) -> Icons {
        if self.system.icon().is_ok() { Icons::IconWithNotice } else { Icons::One }
    }

    fn worn(&self) -> Option<Worn> {
        match self.system.icon().ok()?.as_deref() {
            None => Some(Worn::Daybook),
            Some(CALCULATOR) => Some(Worn::Calculator),
            Some(_) => None,
        }
    }

    fn wear(&self, icon: Worn) -> Result<(), PhoneError> {
        // No notice for nothing. That iOS changed it is not told; `worn` says it afterwards.
        if self.worn() == Some(icon) {
            return Ok(());
        }
        Ok(self.system.set_icon((icon == Worn::Calculator).then_some(CALCULATOR))?)
    }

    fn vibrate(&self) -> Result<(), PhoneError> {
        Ok(self.system.tap()?)
    }

    fn conceal(&self, _on: bool) -> Result<(), PhoneError> {
        // iOS has no way to keep an app out of screenshots, so nobody may be told that it is hidden.
        Err(PhoneError::NotOnThisDevice)
    }

    fn leave(&self) -> Result<(), PhoneError> {
        // An app on iOS cannot close itself nor leave the list of recent apps. The neutral screen is what stays.
        Err(PhoneError::NotOnThisDevice)
    }
}
