//! Opening the dialer, the messages and the browser, and saying honestly what came of it.

use crate::domain::ports::{Opened, Phone, PhoneError, Would};
use crate::ui::chosen::Chosen;
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
    /// The same before the first text: number and words.
    TextStays(String, String),
}

/// Numbers before which nothing may ever stand.
const EMERGENCY: [&str; 3] = ["999", "112", "18000"];

/// Opens things on the phone. In the context of everything inside the app; `Copy`, so closures can take it.
#[derive(Clone, Copy, PartialEq)]
pub struct Calls {
    slip: Signal<Option<Slip>>,
    chosen: Chosen,
}

impl Calls {
    /// With no sheet open.
    pub fn new(chosen: Chosen) -> Self {
        Self { slip: Signal::new(None), chosen }
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
        if !EMERGENCY.contains(&bare.as_str()) && !self.chosen.was_told() {
            self.chosen.tell();
            self.slip.set(Some(Slip::CallStays(number.to_owned())));
            return;
        }
        let _ = self.opened(phone().and_then(|phone| phone.dial(&bare)), Would::Dial(number.to_owned()));
    }

    /// Opens the messages to this number, with these words in them. A text to 999 goes to the phone at once; before the
    /// first other one it is said that a text leaves traces.
    pub fn text(mut self, number: &str, body: &str) {
        let bare: String = number.chars().filter(|letter| !letter.is_whitespace()).collect();
        if !EMERGENCY.contains(&bare.as_str()) && !self.chosen.was_told() {
            self.chosen.tell();
            self.slip.set(Some(Slip::TextStays(number.to_owned(), body.to_owned())));
            return;
        }
        let _ = self.text_now(number, body);
    }

    /// The same where the screen itself says that a text leaves traces. Says whether the messages opened: nothing was
    /// sent even so.
    pub fn text_now(self, number: &str, body: &str) -> bool {
        let would = Would::Text { number: number.to_owned(), body: body.to_owned() };
        self.opened(phone().and_then(|phone| phone.text(number, body)), would)
    }

    /// Opens a page in the phone's browser.
    pub fn open_page(self, url: &str) {
        let _ = self.opened(phone().and_then(|phone| phone.open_page(url)), Would::OpenPage(url.to_owned()));
    }

    fn opened(mut self, opened: Result<Opened, PhoneError>, would: Would) -> bool {
        let really = matches!(opened, Ok(Opened::Dialer | Opened::Messages | Opened::Browser | Opened::ShareSheet));
        self.slip.set(match opened {
            Ok(Opened::ShownInstead(_)) => Some(Slip::Instead(would)),
            Ok(_) => None,
            Err(_) => Some(Slip::Failed(would)),
        });
        really
    }
}

fn phone() -> Result<Arc<dyn Phone>, PhoneError> {
    try_consume_context::<Given>().map(|given| given.phone).ok_or(PhoneError::NotOnThisDevice)
}
