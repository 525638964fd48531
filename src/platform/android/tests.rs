#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use std::sync::Mutex;

/// What the system was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Start(Intent),
    Lend(String),
    Secret(bool),
    Recents(bool),
    Tap,
    Finish,
    End,
    Show(Name, bool),
    Document(Intent),
}

/// A system that does nothing, writes down what it was asked, and fails where it is told to.
struct Recorder {
    level: i32,
    fails: Option<AndroidError>,
    window_fails: bool,
    /// The process does not end.
    goes_on: bool,
    /// What the system says of the two names, Daybook first.
    names: [Result<Option<bool>, AndroidError>; 2],
    asked: Mutex<Vec<Asked>>,
}

impl Recorder {
    fn new(level: i32) -> Self {
        Self { level, fails: None, window_fails: false, goes_on: false, names: [Ok(None); 2], asked: Mutex::default() }
    }

    fn note(&self, asked: Asked) -> Result<(), AndroidError> {
        self.asked.lock().unwrap().push(asked);
        self.fails.map_or(Ok(()), Err)
    }
}

impl Android for Recorder {
    fn start(&self, intent: &Intent) -> Result<(), AndroidError> {
        self.note(Asked::Start(intent.clone()))
    }

    fn lend(&self, file: &Path) -> Result<String, AndroidError> {
        self.note(Asked::Lend(file.display().to_string()))?;
        Ok("content://lent/1".to_owned())
    }

    fn keep_window_secret(&self, on: bool) -> Result<(), AndroidError> {
        self.note(Asked::Secret(on))?;
        if self.window_fails { Err(AndroidError::Gone) } else { Ok(()) }
    }

    fn show_in_recents(&self, on: bool) -> Result<(), AndroidError> {
        self.note(Asked::Recents(on))
    }

    fn tap(&self) -> Result<(), AndroidError> {
        self.note(Asked::Tap)
    }

    fn finish_and_remove(&self) -> Result<(), AndroidError> {
        self.note(Asked::Finish)
    }

    fn end_process(&self) -> Result<(), AndroidError> {
        self.note(Asked::End)?;
        if self.goes_on { Err(AndroidError::Refused) } else { Ok(()) }
    }

    fn show_name(&self, name: Name, on: bool) -> Result<(), AndroidError> {
        self.note(Asked::Show(name, on))
    }

    fn shows_name(&self, name: Name) -> Result<Option<bool>, AndroidError> {
        self.names[usize::from(name == Name::Calculator)]
    }

    fn api_level(&self) -> Result<i32, AndroidError> {
        Ok(self.level)
    }
}

impl Documents for Recorder {
    fn ask_with(&self, intent: &Intent) -> Result<Pending, AndroidError> {
        self.note(Asked::Document(intent.clone()))?;
        Ok(Pending::new().1)
    }

    fn describe(&self, _: &str) -> Result<documents::Described, AndroidError> {
        Err(AndroidError::Refused)
    }

    fn open(&self, _: &str, _: documents::Open) -> Result<documents::OpenDocument, AndroidError> {
        Err(AndroidError::Refused)
    }

    fn delete(&self, _: &str) -> Result<(), AndroidError> {
        Err(AndroidError::Refused)
    }
}

fn phone(level: i32) -> AndroidPhone<Recorder> {
    on(Recorder::new(level))
}

fn asked(phone: &AndroidPhone<Recorder>) -> Vec<Asked> {
    phone.system.asked.lock().unwrap().clone()
}

fn on(system: impl Into<Arc<Recorder>>) -> AndroidPhone<Recorder> {
    AndroidPhone::on(system.into())
}

#[test]
fn one_tap_shows_the_dialer_with_999_and_calls_nobody() {
    let phone = phone(34);
    assert_eq!(phone.dial("999"), Ok(Opened::Dialer));
    let [Asked::Start(intent)] = &asked(&phone)[..] else { panic!("one intent") };
    assert_eq!(intent.action, "android.intent.action.DIAL");
    assert_eq!(intent.data.as_deref(), Some("tel:999"));
    assert_eq!(intent.flags, NEW_TASK_ALONE);
    assert!(!intent.chooser, "nothing may stand between her and the dialer");
}

const NEW_TASK_ALONE: i32 = 0x1000_0000;

#[test]
fn a_message_has_its_words_beside_the_number_and_is_not_sent() {
    let phone = phone(34);
    assert_eq!(phone.text("07700 900 123", "Please ring me & don't text"), Ok(Opened::Messages));
    assert_eq!(phone.text("999", ""), Ok(Opened::Messages));
    let [Asked::Start(one), Asked::Start(two)] = &asked(&phone)[..] else { panic!("two intents") };
    assert_eq!(one.action, "android.intent.action.SENDTO");
    assert_eq!(one.data.as_deref(), Some("smsto:07700900123"));
    assert_eq!(one.words, Some(("sms_body", "Please ring me & don't text".to_owned())));
    assert_eq!(two.words, None);
}

#[test]
fn what_is_no_number_and_no_page_never_reaches_the_system() {
    let phone = phone(34);
    for number in ["*#06#", "", "call me"] {
        assert_eq!(phone.dial(number), Err(PhoneError::Refused));
        assert_eq!(phone.text(number, "words"), Err(PhoneError::Refused));
    }
    assert_eq!(phone.open_page("intent://scan/#Intent;end"), Err(PhoneError::Refused));
    assert_eq!(phone.open_page("http://police.uk"), Err(PhoneError::Refused));
    assert_eq!(asked(&phone), []);
}

#[test]
fn a_page_goes_to_a_browser() {
    let phone = phone(34);
    assert_eq!(phone.open_page("https://www.police.uk/"), Ok(Opened::Browser));
    let [Asked::Start(intent)] = &asked(&phone)[..] else { panic!("one intent") };
    assert_eq!(
        (intent.action, intent.category),
        ("android.intent.action.VIEW", Some("android.intent.category.BROWSABLE"))
    );
}

#[test]
fn a_file_is_lent_to_read_and_the_system_asks_to_whom() {
    let phone = phone(34);
    assert_eq!(phone.share_file(Path::new("/data/x/Packs/a.zip"), "application/zip"), Ok(Opened::ShareSheet));
    let [Asked::Lend(file), Asked::Start(intent)] = &asked(&phone)[..] else { panic!("lent, then sent") };
    assert_eq!(file, "/data/x/Packs/a.zip");
    assert_eq!(intent.stream.as_deref(), Some("content://lent/1"));
    assert_eq!(intent.mime.as_deref(), Some("application/zip"));
    assert_eq!(intent.flags, 0x1000_0000 | 1, "may read, may not write");
    assert!(intent.chooser);
}

#[test]
fn a_tablet_without_a_dialer_and_a_screen_that_is_gone_are_said() {
    for (fails, said) in [
        (AndroidError::NoApp, PhoneError::NotOnThisDevice),
        (AndroidError::Gone, PhoneError::Refused),
        (AndroidError::Refused, PhoneError::Refused),
    ] {
        let phone = on(Recorder { fails: Some(fails), ..Recorder::new(34) });
        assert_eq!(phone.dial("999"), Err(said));
        assert_eq!(phone.text("999", ""), Err(said));
        assert_eq!(phone.open_page("https://www.police.uk/"), Err(said));
        assert_eq!(phone.share_file(Path::new("/a"), "application/zip"), Err(said));
        assert_eq!(phone.vibrate(), Err(said));
        assert_eq!(phone.conceal(true), Err(said));
        assert_eq!(phone.leave(), Err(said));
    }
}

#[test]
fn a_file_that_cannot_be_lent_is_not_sent() {
    let phone = on(Recorder { fails: Some(AndroidError::Refused), ..Recorder::new(34) });
    assert!(phone.share_file(Path::new("/elsewhere"), "application/zip").is_err());
    assert_eq!(asked(&phone), [Asked::Lend("/elsewhere".to_owned())]);
}

#[test]
fn the_screen_is_hidden_in_the_way_of_each_version_and_the_list_of_apps_never_shows_it() {
    let new = phone(33);
    assert_eq!(new.conceal(true), Ok(()));
    assert_eq!(new.conceal(false), Ok(()));
    assert_eq!(asked(&new), [Asked::Recents(false), Asked::Secret(true), Asked::Recents(false), Asked::Secret(false)]);
    let old = phone(26);
    assert_eq!(old.conceal(true), Ok(()));
    assert_eq!(
        old.conceal(false),
        Err(PhoneError::NotOnThisDevice),
        "what hides it from screenshots hides it there too"
    );
    assert_eq!(asked(&old), [Asked::Secret(true)]);
    assert!(old.conceals() && old.leaves());
    assert!(old.conceals_always() && !new.conceals_always(), "only the old one has no other way");
}

#[test]
fn nobody_is_told_that_a_screen_is_hidden_when_half_of_it_failed() {
    let phone = on(Recorder { window_fails: true, ..Recorder::new(33) });
    assert_eq!(phone.conceal(true), Err(PhoneError::Refused));
    assert_eq!(asked(&phone), [Asked::Recents(false), Asked::Secret(true)], "the other half is still done");
}

#[test]
fn the_tap_asks_the_system_once() {
    let phone = phone(34);
    assert_eq!(phone.vibrate(), Ok(()));
    assert_eq!(asked(&phone), [Asked::Tap]);
}

#[test]
fn leaving_ends_the_process_too_so_that_opening_it_again_begins_anew() {
    let leaving = phone(34);
    assert_eq!(leaving.leave(), Ok(()));
    assert_eq!(asked(&leaving), [Asked::Finish, Asked::End]);
    let goes_on = on(Recorder { goes_on: true, ..Recorder::new(34) });
    assert_eq!(goes_on.leave(), Ok(()), "the screen is gone all the same");
    let stays = on(Recorder { fails: Some(AndroidError::Gone), ..Recorder::new(34) });
    assert_eq!(stays.leave(), Err(PhoneError::Refused));
    assert_eq!(asked(&stays), [Asked::Finish], "a process with a screen is not ended");
}

#[test]
fn an_intent_prints_no_number_and_no_word() {
    let printed = format!("{:?}", intent::text("07700900123", "he is outside").unwrap());
    assert!(!printed.contains("0770") && !printed.contains("outside"), "{printed}");
}

#[test]
fn the_new_name_is_in_the_list_of_apps_before_the_old_one_goes() {
    let phone = phone(34);
    assert_eq!(phone.go_by(Name::Calculator), Ok(()));
    assert_eq!(phone.go_by(Name::Daybook), Ok(()));
    assert_eq!(
        asked(&phone),
        [
            Asked::Show(Name::Calculator, true),
            Asked::Show(Name::Daybook, false),
            Asked::Show(Name::Daybook, true),
            Asked::Show(Name::Calculator, false),
        ]
    );
    let refusing = on(Recorder { fails: Some(AndroidError::Refused), ..Recorder::new(34) });
    assert_eq!(refusing.go_by(Name::Calculator), Err(PhoneError::Refused));
    assert_eq!(asked(&refusing), [Asked::Show(Name::Calculator, true)], "the old name stays");
}

#[test]
fn which_icon_is_worn_is_what_the_system_says() {
    use AndroidError::Refused;
    let worn = |names| on(Recorder { names, ..Recorder::new(34) }).worn();
    assert_eq!(worn([Ok(None), Ok(None)]), Some(Worn::Daybook), "as it was installed");
    assert_eq!(worn([Ok(Some(false)), Ok(Some(true))]), Some(Worn::Calculator));
    assert_eq!(worn([Ok(Some(true)), Ok(Some(false))]), Some(Worn::Daybook));
    for unsure in [[Ok(Some(true)), Ok(Some(true))], [Ok(Some(false)), Ok(None)], [Err(Refused), Ok(None)]] {
        assert_eq!(worn(unsure), None);
    }
}

#[test]
fn an_icon_is_put_on_with_its_name() {
    let phone = phone(34);
    assert_eq!(phone.icons(), Icons::IconAndName);
    assert_eq!(phone.wear(Worn::Calculator), Ok(()));
    assert_eq!(asked(&phone), [Asked::Show(Name::Calculator, true), Asked::Show(Name::Daybook, false)]);
    let refusing = on(Recorder { fails: Some(AndroidError::Refused), ..Recorder::new(34) });
    assert_eq!(refusing.wear(Worn::Calculator), Err(PhoneError::Refused));
}

#[test]
fn a_copy_is_asked_for_with_the_name_that_is_offered() {
    let phone = phone(34);
    let file = tempfile::NamedTempFile::new().unwrap();
    assert!(phone.save_file(file.path(), "Pack.zip", "application/zip").is_some());
    let [Asked::Document(intent)] = &asked(&phone)[..] else { panic!("one question") };
    assert_eq!(intent.words, Some(("android.intent.extra.TITLE", "Pack.zip".to_owned())));
}
