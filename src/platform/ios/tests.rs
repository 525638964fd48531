#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use std::sync::Mutex;

/// A system that does nothing and writes down what it was asked.
#[derive(Default)]
struct Recorder {
    opens_nothing: bool,
    fails: Option<AppleError>,
    icon: Option<&'static str>,
    asked: Mutex<Vec<String>>,
}

impl Recorder {
    fn note(&self, asked: String) -> Result<(), AppleError> {
        self.asked.lock().unwrap().push(asked);
        self.fails.map_or(Ok(()), Err)
    }
}

impl Apple for Recorder {
    fn opens(&self, address: &str) -> Result<bool, AppleError> {
        self.note(format!("opens {address}"))?;
        Ok(!self.opens_nothing)
    }

    fn open(&self, address: &str) -> Result<(), AppleError> {
        self.note(format!("open {address}"))
    }

    fn share(&self, file: &Path) -> Result<(), AppleError> {
        self.note(format!("share {}", file.display()))
    }

    fn tap(&self) -> Result<(), AppleError> {
        self.note("tap".to_owned())
    }

    fn uncover(&self) -> Result<(), AppleError> {
        self.note("uncover".to_owned())
    }

    fn set_icon(&self, name: Option<&str>) -> Result<(), AppleError> {
        self.note(format!("icon {name:?}"))
    }

    fn icon(&self) -> Result<Option<String>, AppleError> {
        self.fails.map_or(Ok(self.icon.map(str::to_owned)), Err)
    }
}

fn asked(phone: &ApplePhone<Recorder>) -> Vec<String> {
    phone.system.asked.lock().unwrap().clone()
}

#[test]
fn one_tap_asks_for_999_and_adds_no_question() {
    let phone = ApplePhone::on(Recorder::default());
    assert_eq!(phone.dial("999"), Ok(Opened::Dialer));
    assert_eq!(asked(&phone), ["opens tel:999", "open tel:999"]);
}

#[test]
fn a_message_carries_its_words_and_is_not_sent() {
    let phone = ApplePhone::on(Recorder::default());
    assert_eq!(phone.text("07700 900 123", "Ring me & wait"), Ok(Opened::Messages));
    assert_eq!(asked(&phone)[1], "open sms:07700900123&body=Ring%20me%20%26%20wait");
}

#[test]
fn a_device_that_cannot_call_says_so_and_opens_nothing() {
    let phone = ApplePhone::on(Recorder { opens_nothing: true, ..Recorder::default() });
    assert_eq!(phone.dial("999"), Err(PhoneError::NotOnThisDevice));
    assert_eq!(phone.text("999", ""), Err(PhoneError::NotOnThisDevice));
    assert_eq!(phone.open_page("https://www.police.uk/"), Err(PhoneError::NotOnThisDevice));
    assert_eq!(asked(&phone), ["opens tel:999", "opens sms:999", "opens https://www.police.uk/"]);
}

#[test]
fn every_call_can_fail() {
    for fails in [AppleError::NotMain, AppleError::NoWindow, AppleError::NoAddress] {
        let phone = ApplePhone::on(Recorder { fails: Some(fails), ..Recorder::default() });
        assert_eq!(phone.dial("999"), Err(PhoneError::Refused));
        assert_eq!(phone.text("999", "x"), Err(PhoneError::Refused));
        assert_eq!(phone.open_page("https://www.police.uk/"), Err(PhoneError::Refused));
        assert_eq!(phone.share_file(Path::new("/a"), "application/zip"), Err(PhoneError::Refused));
        assert_eq!(phone.vibrate(), Err(PhoneError::Refused));
    }
}

#[test]
fn what_is_no_number_and_no_page_never_reaches_the_system() {
    let phone = ApplePhone::on(Recorder::default());
    assert_eq!(phone.dial("*#06#"), Err(PhoneError::Refused));
    assert_eq!(phone.text("", "words"), Err(PhoneError::Refused));
    assert_eq!(phone.open_page("tel:999"), Err(PhoneError::Refused));
    assert_eq!(asked(&phone), [""; 0]);
}

#[test]
fn ios_covers_the_app_by_itself_and_uncovers_it_only_when_asked() {
    let phone = ApplePhone::on(Recorder::default());
    assert!(phone.covers(), "the page would cover itself as well, behind every question of the system's");
    assert_eq!(asked(&phone), [""; 0]);
    phone.uncover();
    assert_eq!(asked(&phone), ["uncover"]);
}

#[test]
fn nobody_is_told_that_ios_hides_a_screen_or_closes_an_app() {
    let phone = ApplePhone::on(Recorder::default());
    assert_eq!(phone.conceal(true), Err(PhoneError::NotOnThisDevice));
    assert_eq!(phone.leave(), Err(PhoneError::NotOnThisDevice));
    assert_eq!(asked(&phone), [""; 0]);
}

#[test]
fn the_calculator_s_icon_goes_on_and_off() {
    let phone = ApplePhone::on(Recorder::default());
    assert_eq!((phone.icons(), phone.worn()), (Icons::IconWithNotice, Some(Worn::Daybook)));
    assert_eq!(phone.wear(Worn::Calculator), Ok(()));
    let dressed = ApplePhone::on(Recorder { icon: Some("Calculator"), ..Recorder::default() });
    assert_eq!(dressed.worn(), Some(Worn::Calculator));
    assert_eq!(dressed.wear(Worn::Daybook), Ok(()));
    assert_eq!((asked(&phone), asked(&dressed)), (vec!["icon Some(\"Calculator\")".into()], vec!["icon None".into()]));
}

#[test]
fn an_icon_that_is_worn_already_brings_up_no_notice() {
    let phone = ApplePhone::on(Recorder::default());
    assert_eq!(phone.wear(Worn::Daybook), Ok(()));
    let dressed = ApplePhone::on(Recorder { icon: Some("Calculator"), ..Recorder::default() });
    assert_eq!(dressed.wear(Worn::Calculator), Ok(()));
    assert_eq!((asked(&phone), asked(&dressed)), (vec![], vec![]));
}

#[test]
fn a_phone_without_other_icons_offers_none_and_claims_no_change() {
    let phone = ApplePhone::on(Recorder { fails: Some(AppleError::NoIcons), ..Recorder::default() });
    assert_eq!((phone.icons(), phone.worn()), (Icons::One, None));
    assert_eq!(phone.wear(Worn::Calculator), Err(PhoneError::Refused));
    let strange = ApplePhone::on(Recorder { icon: Some("Another"), ..Recorder::default() });
    assert_eq!(strange.worn(), None);
}

#[test]
fn a_swipe_from_the_edge_means_back_and_a_brush_does_not() {
    assert!(means_back(120.0, 390.0));
    for (moved, width) in [(60.0, 390.0), (-200.0, 390.0), (f64::NAN, 390.0), (0.0, 0.0), (10.0, 0.0)] {
        assert!(!means_back(moved, width), "{moved} of {width}");
    }
}

#[test]
fn back_asks_the_page_for_what_the_page_has() {
    let (page, edge) = (include_str!("../../../assets/page.js"), include_str!("system/edge.rs"));
    for (what, text) in [("window.phoneBack = ", page), ("window.phoneBack?.()", edge)] {
        assert!(text.contains(what), "{what}");
    }
}
