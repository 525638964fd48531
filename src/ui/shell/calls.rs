//! Opening the dialer, the messages and the browser, and saying honestly what came of it.

use crate::domain::ports::{Opened, Phone, PhoneError, Would};
use crate::ui::given::Given;
use dioxus::prelude::*;
use std::sync::Arc;

/// What the sheet has to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slip {
    /// This device opens nothing: what a phone would do.
    Instead(Would),
    /// It did not open: what to do by hand.
    Failed(Would),
    /// Said once before the first call that is not an emergency. The call goes on from the sheet.
    CallStays(String),
}

/// Numbers before which nothing may ever stand.
const EMERGENCY: [&str; 3] = ["999", "112", "18000"];

/// Opens things on the phone. In the context of everything inside the app; `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Calls {
    slip: Signal<Option<Slip>>,
    told: Signal<bool>,
}

impl Calls {
    /// With no sheet open.
    pub fn new() -> Self {
        Self { slip: Signal::new(None), told: Signal::new(false) }
    }

    /// What the sheet shows, if it is open.
    pub fn slip(self) -> Option<Slip> {
        self.slip.read().clone()
    }

    /// Closes the sheet.
    pub fn close(mut self) {
        if self.slip.peek().is_some() {
            self.slip.set(None);
        }
    }

    /// Opens the dialer with this number in it, spaces and all as it is written. An emergency number goes to the phone at
    /// once; before the first other one it is said that a call leaves traces.
    pub fn call(mut self, number: &str) {
        let bare: String = number.chars().filter(|letter| !letter.is_whitespace()).collect();
        if !EMERGENCY.contains(&bare.as_str()) && !*self.told.peek() {
            self.told.set(true);
            self.slip.set(Some(Slip::CallStays(number.to_owned())));
            return;
        }
        self.opened(phone().and_then(|phone| phone.dial(&bare)), Would::Dial(number.to_owned()));
    }

    /// Opens the messages to this number, with these words in them.
    pub fn text(self, number: &str, body: &str) {
        let would = Would::Text { number: number.to_owned(), body: body.to_owned() };
        self.opened(phone().and_then(|phone| phone.text(number, body)), would);
    }

    /// Opens a page in the phone's browser.
    pub fn open_page(self, url: &str) {
        self.opened(phone().and_then(|phone| phone.open_page(url)), Would::OpenPage(url.to_owned()));
    }

    fn opened(mut self, opened: Result<Opened, PhoneError>, would: Would) {
        self.slip.set(match opened {
            Ok(Opened::ShownInstead(_)) => Some(Slip::Instead(would)),
            Ok(_) => None,
            Err(_) => Some(Slip::Failed(would)),
        });
    }
}

impl Default for Calls {
    fn default() -> Self {
        Self::new()
    }
}

fn phone() -> Result<Arc<dyn Phone>, PhoneError> {
    try_consume_context::<Given>().map(|given| given.phone).ok_or(PhoneError::NotOnThisDevice)
}
