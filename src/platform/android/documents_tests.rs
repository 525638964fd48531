#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use std::fs::OpenOptions;
use std::path::PathBuf;
use std::sync::Mutex;

/// What is chosen in the picker.
#[derive(Clone)]
enum Chosen {
    These(Vec<&'static str>),
    Nothing,
    Fails(AndroidError),
    ScreenEnds,
}

/// Another app that keeps documents: real files in a folder.
struct App {
    folder: tempfile::TempDir,
    chosen: Chosen,
    /// Opens this in the place of every document that is to be written.
    instead: Option<&'static str>,
    closing_fails: bool,
    asked: Mutex<Vec<Intent>>,
    deleted: Mutex<Vec<String>>,
    closed: Arc<Mutex<u32>>,
}

impl App {
    fn new(chosen: Chosen) -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            chosen,
            instead: None,
            closing_fails: false,
            asked: Mutex::default(),
            deleted: Mutex::default(),
            closed: Arc::default(),
        }
    }

    fn at(&self, document: &str) -> PathBuf {
        self.folder.path().join(document)
    }
}

impl Documents for App {
    fn ask_with(&self, intent: &Intent) -> Result<Pending, AndroidError> {
        self.asked.lock().unwrap().push(intent.clone());
        let (tell, pending) = Pending::new();
        let answer = match &self.chosen {
            Chosen::Fails(error) => return Err(*error),
            Chosen::ScreenEnds => return Ok(pending),
            Chosen::Nothing => Answer { code: 0, ..Answer::default() },
            Chosen::These(documents) => Answer {
                code: RESULT_OK,
                words: documents.iter().map(|one| (*one).to_owned()).collect(),
                ..Answer::default()
            },
        };
        tell.send(answer).unwrap();
        Ok(pending)
    }

    fn describe(&self, document: &str) -> Result<Described, AndroidError> {
        let size = std::fs::metadata(self.at(document)).map_err(|_| AndroidError::Refused)?.len();
        Ok(Described { name: Some(document.to_owned()), size: Some(size) })
    }

    fn open(&self, document: &str, to: Open) -> Result<OpenDocument, AndroidError> {
        let file = match (to, self.instead) {
            (Open::Read, _) => File::open(self.at(document)),
            (Open::Write, Some(instead)) => OpenOptions::new().write(true).open(instead),
            (Open::Write, None) => File::create(self.at(document)),
        };
        let (closed, fails) = (self.closed.clone(), self.closing_fails);
        let close = move || {
            *closed.lock().unwrap() += 1;
            if fails { Err(AndroidError::Refused) } else { Ok(()) }
        };
        Ok(OpenDocument::new(file.map_err(|_| AndroidError::Refused)?, Box::new(close)))
    }

    fn delete(&self, document: &str) -> Result<(), AndroidError> {
        self.deleted.lock().unwrap().push(document.to_owned());
        let _ = std::fs::remove_file(self.at(document));
        Ok(())
    }
}

async fn pick(app: &Arc<App>, wanted: Wanted) -> Option<Result<Vec<PickedFile>, PhoneError>> {
    Some(AndroidPicker::on(app.clone()).pick(wanted)?.await)
}

#[tokio::test]
async fn each_file_that_she_chose_comes_once_with_its_name_its_size_and_every_byte() {
    let app = Arc::new(App::new(Chosen::These(vec!["one.jpg", "one.jpg", "two.mp4"])));
    std::fs::write(app.at("one.jpg"), [7; 5000]).unwrap();
    std::fs::write(app.at("two.mp4"), "film").unwrap();
    let mut files = pick(&app, Wanted::PhotosAndFilms).await.unwrap().unwrap();
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["one.jpg", "two.mp4"]);
    assert_eq!(files[0].size, Some(5000));
    let mut bytes = Vec::new();
    files[0].bytes.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, [7; 5000]);
    let intent = app.asked.lock().unwrap()[0].clone();
    assert_eq!(intent.action, "android.intent.action.OPEN_DOCUMENT", "the picker of photos would take the place out");
    assert_eq!((intent.mimes, intent.many), (&["image/*", "video/*"][..], true));
    drop(files);
    assert_eq!(*app.closed.lock().unwrap(), 1, "only what was read was opened, and its app is told that it is closed");
}

#[tokio::test]
async fn any_file_can_be_chosen_where_any_is_wanted() {
    let app = Arc::new(App::new(Chosen::Nothing));
    pick(&app, Wanted::AnyFiles).await.unwrap().unwrap();
    let intent = app.asked.lock().unwrap()[0].clone();
    assert_eq!((intent.mime.as_deref(), intent.mimes.len()), (Some("*/*"), 0));
}

#[tokio::test]
async fn a_document_that_cannot_be_opened_loses_none_of_the_others() {
    let app = Arc::new(App::new(Chosen::These(vec!["gone", "there"])));
    std::fs::write(app.at("there"), "here").unwrap();
    let mut files = pick(&app, Wanted::AnyFiles).await.unwrap().unwrap();
    assert_eq!((files[0].name.as_str(), files[0].size), ("", None));
    assert!(files[0].bytes.read_to_end(&mut Vec::new()).is_err(), "it is not an empty file");
    let mut bytes = Vec::new();
    files[1].bytes.read_to_end(&mut bytes).unwrap();
    assert_eq!(bytes, b"here");
}

#[tokio::test]
async fn no_picker_a_picker_turned_away_and_a_screen_that_is_gone_are_told_apart() {
    let none = Arc::new(App::new(Chosen::Fails(AndroidError::NoApp)));
    assert!(pick(&none, Wanted::AnyFiles).await.is_none(), "the page's own picker is used");
    let away = Arc::new(App::new(Chosen::Nothing));
    assert!(pick(&away, Wanted::AnyFiles).await.unwrap().unwrap().is_empty());
    for fails in [Chosen::Fails(AndroidError::Gone), Chosen::ScreenEnds] {
        let app = Arc::new(App::new(fails));
        assert!(matches!(pick(&app, Wanted::AnyFiles).await, Some(Err(PhoneError::Refused))));
    }
}

async fn copied(app: &Arc<App>, file: &Path) -> Option<Result<Copied, PhoneError>> {
    Some(save(app, file, "Pack.zip", "application/zip")?.await)
}

fn pack(app: &App) -> PathBuf {
    let pack = app.at("private.zip");
    std::fs::write(&pack, [3; 100_000]).unwrap();
    pack
}

#[tokio::test]
async fn a_copy_is_whole_where_she_put_it_before_anybody_is_told_so() {
    let app = Arc::new(App::new(Chosen::These(vec!["Pack.zip"])));
    let pack = pack(&app);
    assert_eq!(copied(&app, &pack).await, Some(Ok(Copied::Whole)));
    assert_eq!(std::fs::read(app.at("Pack.zip")).unwrap(), [3; 100_000]);
    assert!(pack.exists());
    assert!(app.deleted.lock().unwrap().is_empty());
    let intent = app.asked.lock().unwrap()[0].clone();
    assert_eq!(intent.action, "android.intent.action.CREATE_DOCUMENT");
    assert_eq!(intent.words, Some(("android.intent.extra.TITLE", "Pack.zip".to_owned())));
    assert_eq!(intent.mime.as_deref(), Some("application/zip"));
}

#[tokio::test]
async fn half_a_copy_on_full_storage_is_taken_away_and_not_called_one() {
    let app = Arc::new(App { instead: Some("/dev/full"), ..App::new(Chosen::These(vec!["Pack.zip"])) });
    let pack = pack(&app);
    assert_eq!(copied(&app, &pack).await, Some(Err(PhoneError::Refused)));
    assert_eq!(*app.deleted.lock().unwrap(), ["Pack.zip"]);
    assert_eq!(std::fs::read(&pack).unwrap().len(), 100_000, "the pack itself stays");
}

#[tokio::test]
async fn bytes_that_another_app_swallowed_are_no_copy() {
    // Nothing of it can be read again: the document is not there.
    let app = Arc::new(App { instead: Some("/dev/null"), ..App::new(Chosen::These(vec!["Pack.zip"])) });
    let pack = pack(&app);
    assert_eq!(copied(&app, &pack).await, Some(Err(PhoneError::Refused)));
    // It can be read again, and is shorter.
    std::fs::write(app.at("Pack.zip"), [3; 99_999]).unwrap();
    assert_eq!(copied(&app, &pack).await, Some(Err(PhoneError::Refused)));
    assert_eq!(app.deleted.lock().unwrap().len(), 2);
    // It can be read again, whole.
    std::fs::write(app.at("Pack.zip"), [3; 100_000]).unwrap();
    assert_eq!(copied(&app, &pack).await, Some(Ok(Copied::Whole)));
}

#[tokio::test]
async fn an_app_that_fails_when_it_closes_has_no_copy() {
    let app = Arc::new(App { closing_fails: true, ..App::new(Chosen::These(vec!["Pack.zip"])) });
    let pack = pack(&app);
    assert_eq!(copied(&app, &pack).await, Some(Err(PhoneError::Refused)));
    assert_eq!(*app.deleted.lock().unwrap(), ["Pack.zip"]);
}

#[tokio::test]
async fn a_document_that_cannot_be_written_is_taken_away() {
    let app = Arc::new(App { instead: Some("/nowhere/at/all"), ..App::new(Chosen::These(vec!["Pack.zip"])) });
    let pack = pack(&app);
    assert_eq!(copied(&app, &pack).await, Some(Err(PhoneError::Refused)));
    assert_eq!(*app.deleted.lock().unwrap(), ["Pack.zip"]);
}

#[tokio::test]
async fn where_she_chose_no_place_there_is_no_copy_and_no_error() {
    let app = Arc::new(App::new(Chosen::Nothing));
    let file = pack(&app);
    assert_eq!(copied(&app, &file).await, Some(Ok(Copied::Nowhere)));
    let none = Arc::new(App::new(Chosen::Fails(AndroidError::NoApp)));
    let file = pack(&none);
    assert_eq!(copied(&none, &file).await, None, "sharing is the way");
    let gone = Arc::new(App::new(Chosen::Fails(AndroidError::Gone)));
    let file = pack(&gone);
    assert_eq!(copied(&gone, &file).await, Some(Err(PhoneError::Refused)));
}

#[tokio::test]
async fn a_pack_that_is_not_there_asks_for_no_place() {
    let app = Arc::new(App::new(Chosen::These(vec!["Pack.zip"])));
    assert_eq!(copied(&app, Path::new("/nowhere/pack.zip")).await, Some(Err(PhoneError::Refused)));
    assert!(app.asked.lock().unwrap().is_empty());
}
