//! iOS. What is asked of the system, when and with what is decided here and tested on a computer with a system that only writes
//! down; [`system`] carries it out through Objective-C and decides nothing.
//!
//! iOS puts its own question before a call ("Call 999?"), so the app adds none. Not yet tried on a device.

#[cfg(target_os = "ios")]
pub mod enclave;
#[cfg(target_os = "ios")]
pub mod system;
#[cfg(test)]
mod tests;

use crate::domain::ports::{Opened, Phone, PhoneError};
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

    /// Gives the app another of its icons; `None` is the one that it came with. iOS says so in words of its own, with the app's
    /// name in them.
    ///
    /// # Errors
    /// When iOS knows no other icons. Whether it then did it is not told.
    fn set_icon(&self, name: Option<&str>) -> Result<(), AppleError>;
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
}

impl From<AppleError> for PhoneError {
    fn from(_: AppleError) -> Self {
        Self::Refused
    }
}

/// What `Info.plist` calls the calculator's icon.
const CALCULATOR: &str = "Calculator";

/// An iPhone, or an iPad.
pub struct ApplePhone<S> {
    system: S,
}

impl<S: Apple> ApplePhone<S> {
    /// A phone that asks this system.
    pub fn on(system: S) -> Self {
        Self { system }
    }

    /// Gives the app the calculator's icon, or its own again. Its name stays: iOS fixes it when the app is built. Say first that
    /// iOS will put up a notice that names the app.
    ///
    /// # Errors
    /// When there are no other icons, or iOS cannot be asked.
    pub fn wear_calculator(&self, on: bool) -> Result<(), PhoneError> {
        Ok(self.system.set_icon(on.then_some(CALCULATOR))?)
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
