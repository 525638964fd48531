//! Android. The calls into the system are not written yet, so each says that it cannot, and the screen then shows the number in
//! large digits. It pretends nothing.

use crate::domain::ports::{Opened, Phone, PhoneError};
use std::path::Path;

/// The phone, as far as it goes.
pub struct AndroidPhone;

impl Phone for AndroidPhone {
    fn dial(&self, _number: &str) -> Result<Opened, PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }

    fn text(&self, _number: &str, _body: &str) -> Result<Opened, PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }

    fn open_page(&self, _url: &str) -> Result<Opened, PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }

    fn share_file(&self, _file: &Path, _mime: &str) -> Result<Opened, PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }

    fn vibrate(&self) -> Result<(), PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }

    fn conceal(&self, _on: bool) -> Result<(), PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }

    fn leave(&self) -> Result<(), PhoneError> {
        Err(PhoneError::NotOnThisDevice)
    }
}
