//! A computer: it has no dialer and no messages, so it opens nothing and says what a phone would have done.

pub mod device;
#[cfg(feature = "desktop")]
pub mod window;

use crate::domain::ports::{Opened, Phone, PhoneError, Would};
use std::path::Path;

/// The phone that a computer is not.
pub struct NoPhone;

impl Phone for NoPhone {
    fn dial(&self, number: &str) -> Result<Opened, PhoneError> {
        Ok(Opened::ShownInstead(Would::Dial(number.to_owned())))
    }

    fn text(&self, number: &str, body: &str) -> Result<Opened, PhoneError> {
        Ok(Opened::ShownInstead(Would::Text { number: number.to_owned(), body: body.to_owned() }))
    }

    fn open_page(&self, url: &str) -> Result<Opened, PhoneError> {
        Ok(Opened::ShownInstead(Would::OpenPage(url.to_owned())))
    }

    fn share_file(&self, _file: &Path, _mime: &str) -> Result<Opened, PhoneError> {
        Ok(Opened::ShownInstead(Would::Share))
    }

    fn prints(&self) -> bool {
        true
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
