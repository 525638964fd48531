#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use super::*;
use std::collections::VecDeque;
use std::io::Write;
use std::sync::Mutex;

/// What each look at a fetch says: how far it is.
type Looks = VecDeque<Option<f64>>;

#[derive(Clone, Default)]
struct Thing {
    name: &'static str,
    forms: Vec<Form>,
    bytes: Vec<u8>,
    fails: Option<NoLoad>,
    /// Comes only after these.
    looks: Looks,
    never: bool,
    asked: Arc<Mutex<Vec<String>>>,
}

struct Coming {
    thing: Thing,
    shown: Option<f64>,
    waited: u32,
}

impl Item for Thing {
    fn name(&self) -> String {
        self.name.to_owned()
    }

    fn size(&self) -> Option<u64> {
        None
    }

    fn forms(&self) -> Vec<Form> {
        self.forms.clone()
    }

    fn fetch(&self, form: Option<&str>) -> Box<dyn Fetching> {
        self.asked.lock().unwrap().push(format!("fetch {} {form:?}", self.name));
        Box::new(Coming { thing: self.clone(), shown: Some(0.0), waited: 0 })
    }
}

impl Fetching for Coming {
    fn wait(&mut self, at_most: Duration) -> Option<Result<File, NoLoad>> {
        assert!(at_most > Duration::ZERO);
        self.waited += 1;
        assert!(self.waited < 10_000, "it waits for ever");
        if let Some(shown) = self.thing.looks.pop_front() {
            self.shown = shown;
            return None;
        }
        if self.thing.never {
            return None;
        }
        Some(match self.thing.fails {
            Some(fails) => Err(fails),
            None => {
                let mut file = tempfile::tempfile().unwrap();
                file.write_all(&self.thing.bytes).unwrap();
                std::io::Seek::rewind(&mut file).unwrap();
                Ok(file)
            }
        })
    }

    fn progress(&self) -> Option<f64> {
        self.shown
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        self.thing.asked.lock().unwrap().push(format!("over after {}", self.waited));
    }
}

struct Recorder(Result<Vec<Thing>, AppleError>, Arc<Mutex<Vec<String>>>);

impl Recorder {
    fn answer(&self, asked: &str) -> Locating<Result<Vec<Box<dyn Item>>, AppleError>> {
        self.1.lock().unwrap().push(asked.to_owned());
        let boxed = |thing: &Thing| Box::new(Thing { asked: self.1.clone(), ..thing.clone() }) as Box<dyn Item>;
        let answer = self.0.as_ref().map(|things| things.iter().map(boxed).collect()).map_err(|error| *error);
        Box::pin(std::future::ready(answer))
    }
}

impl Sheets for Recorder {
    fn photos(&self) -> Locating<Result<Vec<Box<dyn Item>>, AppleError>> {
        self.answer("photos")
    }

    fn files(&self) -> Locating<Result<Vec<Box<dyn Item>>, AppleError>> {
        self.answer("files")
    }
}

type Said = (Result<Vec<PickedFile>, PhoneError>, Arc<Mutex<Vec<String>>>);

async fn pick(wanted: Wanted, answer: Result<Vec<Thing>, AppleError>) -> Said {
    let asked = Arc::new(Mutex::default());
    let picker = ApplePicker::on(Recorder(answer, Arc::clone(&asked)));
    (picker.pick(wanted).expect("iOS has a picker").await, asked)
}

async fn one(thing: Thing) -> (PickedFile, Arc<Mutex<Vec<String>>>) {
    let (said, asked) = pick(Wanted::PhotosAndFilms, Ok(vec![thing])).await;
    (said.unwrap().remove(0), asked)
}

fn form(identifier: &str, is_media: bool, ending: Option<&str>) -> Form {
    Form { identifier: identifier.to_owned(), is_media, ending: ending.map(str::to_owned) }
}

#[tokio::test]
async fn a_picker_that_was_closed_is_nothing_chosen_and_no_error() {
    for wanted in [Wanted::PhotosAndFilms, Wanted::AnyFiles] {
        assert!(pick(wanted, Ok(Vec::new())).await.0.unwrap().is_empty());
    }
}

#[tokio::test]
async fn without_a_window_it_is_refused() {
    for error in [AppleError::NoWindow, AppleError::NotMain, AppleError::NoAnswer] {
        assert_eq!(pick(Wanted::AnyFiles, Err(error)).await.0.err(), Some(PhoneError::Refused));
    }
}

#[tokio::test]
async fn each_wish_opens_its_own_picker() {
    assert_eq!(*pick(Wanted::PhotosAndFilms, Ok(Vec::new())).await.1.lock().unwrap(), ["photos"]);
    assert_eq!(*pick(Wanted::AnyFiles, Ok(Vec::new())).await.1.lock().unwrap(), ["files"]);
}

#[tokio::test]
async fn files_are_fetched_one_after_another_as_they_are_read() {
    let thing = |name, bytes: &[u8]| Thing { name, bytes: bytes.to_vec(), ..Thing::default() };
    let (said, asked) = pick(Wanted::AnyFiles, Ok(vec![thing("a.txt", b"one"), thing("b.txt", b"two")])).await;
    let mut files = said.unwrap();
    assert_eq!(*asked.lock().unwrap(), ["files"], "nothing is fetched before it is read");
    let mut read = Vec::new();
    files[1].bytes.read_to_end(&mut read).unwrap();
    assert_eq!((read.as_slice(), files[1].name.as_str()), (&b"two"[..], "b.txt"));
    assert_eq!(*asked.lock().unwrap(), ["files", "fetch b.txt None", "over after 1"]);
}

#[tokio::test]
async fn a_photo_comes_in_the_form_it_was_taken_in_and_not_as_a_folder() {
    let forms = vec![
        form("com.apple.live-photo-bundle", false, Some("pvt")),
        form("public.heic", true, Some("heic")),
        form("public.jpeg", true, Some("jpeg")),
    ];
    let (mut file, asked) = one(Thing { name: "IMG_0007", forms, bytes: vec![1], ..Thing::default() }).await;
    assert_eq!(file.name, "IMG_0007.heic");
    file.bytes.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!(asked.lock().unwrap()[1], "fetch IMG_0007 Some(\"public.heic\")");
}

#[tokio::test]
async fn a_form_that_nobody_knows_is_tried_all_the_same() {
    let forms = vec![form("org.example.new", false, None)];
    let (mut file, asked) = one(Thing { name: "IMG", forms, bytes: vec![1], ..Thing::default() }).await;
    assert_eq!(file.name, "IMG");
    file.bytes.read_to_end(&mut Vec::new()).unwrap();
    assert_eq!(asked.lock().unwrap()[1], "fetch IMG Some(\"org.example.new\")");
}

#[test]
fn a_name_gets_one_ending() {
    for (name, ending, whole) in [
        ("IMG_1", Some("heic"), "IMG_1.heic"),
        ("IMG_1.HEIC", Some("heic"), "IMG_1.HEIC"),
        ("IMG_1.JPG", Some("jpeg"), "IMG_1.JPG"),
        ("12.03.2026", Some("mov"), "12.03.2026.mov"),
        ("plan.pdf", None, "plan.pdf"),
        ("", Some("heic"), ""),
    ] {
        assert_eq!(named(name.to_owned(), ending), whole);
    }
}

#[tokio::test]
async fn what_cannot_be_loaded_fails_at_every_read_and_never_looks_like_an_empty_file() {
    for (fails, kind) in [
        (NoLoad::of("NSCocoaErrorDomain", 640), ErrorKind::StorageFull),
        (NoLoad::of("NSCocoaErrorDomain", 260), ErrorKind::NotFound),
        (NoLoad::of("NSCocoaErrorDomain", 257), ErrorKind::PermissionDenied),
        (NoLoad::of("NSCocoaErrorDomain", 3072), ErrorKind::Other),
        (NoLoad::of("NSPOSIXErrorDomain", 28), ErrorKind::StorageFull),
        (NoLoad::of("NSPOSIXErrorDomain", 4), ErrorKind::Other),
        (NoLoad::of("NSPOSIXErrorDomain", i64::MAX), ErrorKind::Other),
        (NoLoad::of("NSURLErrorDomain", -1009), ErrorKind::NotConnected),
        (NoLoad::of("PHPhotosErrorDomain", 3164), ErrorKind::Other),
        (NoLoad::Opening(ErrorKind::IsADirectory), ErrorKind::IsADirectory),
    ] {
        let (mut file, asked) = one(Thing { fails: Some(fails), ..Thing::default() }).await;
        for _ in 0..3 {
            assert_eq!(file.bytes.read(&mut [0; 8]).unwrap_err().kind(), kind, "{fails:?}");
        }
        let fetches = asked.lock().unwrap().iter().filter(|asked| asked.starts_with("fetch")).count();
        assert_eq!(fetches, 1, "it is not fetched again behind her back");
    }
}

#[tokio::test]
async fn a_long_film_that_keeps_coming_is_waited_for() {
    let looks = (1..500).map(|n| Some(f64::from(n) / 500.0)).collect();
    let (mut file, _) = one(Thing { bytes: vec![9; 10], looks, ..Thing::default() }).await;
    let mut read = Vec::new();
    file.bytes.read_to_end(&mut read).unwrap();
    assert_eq!(read, [9; 10]);
}

#[tokio::test]
async fn a_film_that_stands_still_is_given_up_and_called_off() {
    for (shown, waits) in [(Some(0.3), 181), (None, 601)] {
        let (mut file, asked) = one(Thing { looks: [shown].into(), never: true, ..Thing::default() }).await;
        assert_eq!(file.bytes.read(&mut [0; 8]).unwrap_err().kind(), ErrorKind::TimedOut);
        assert_eq!(asked.lock().unwrap().last().unwrap(), &format!("over after {waits}"));
    }
}
