//! iOS's two pickers, and what they hand over. The pickers belong to the main thread; what was chosen is fetched beside it.

use super::{front, main_thread, temporary, told};
use crate::domain::ports::Locating;
use crate::platform::ios::AppleError;
use crate::platform::ios::chosen::{Fetching, Form, Item, NoLoad, Sheets};
use crate::platform::ios::leftovers::claim;
use block2::RcBlock;
use objc2::rc::{Allocated, Retained};
use objc2::runtime::{AnyObject, ProtocolObject};
use objc2::{
    DefinedClass, MainThreadMarker, MainThreadOnly, define_class, extern_class, extern_conformance, extern_methods,
    msg_send,
};
use objc2_foundation::{
    NSArray, NSError, NSFileCoordinator, NSFileCoordinatorReadingOptions, NSItemProvider, NSNumber, NSObject,
    NSObjectProtocol, NSProgress, NSString, NSURL, NSURLFileSizeKey,
};
use objc2_photos_ui::{
    PHPickerConfiguration, PHPickerConfigurationAssetRepresentationMode, PHPickerFilter, PHPickerResult,
};
use objc2_ui_kit::{
    UIAdaptivePresentationControllerDelegate, UIDocumentPickerDelegate, UIDocumentPickerViewController,
    UIPresentationController, UIResponder, UIViewController,
};
use objc2_uniform_type_identifiers::{UTType, UTTypeData, UTTypeImage, UTTypeMovie, UTTypePackage};
use std::cell::{Cell, RefCell};
use std::fs::File;
use std::path::Path;
use std::ptr::NonNull;
use std::rc::Rc;
use std::sync::mpsc;
use std::time::Duration;
use tokio::sync::oneshot;

/// The pickers of this phone.
pub struct Pickers;

type Chosen = Vec<Box<dyn Item>>;

extern_class!(
    /// The picker of photos and films. The crate with the rest of its framework has it for Macs only.
    #[unsafe(super(UIViewController, UIResponder, NSObject))]
    #[thread_kind = MainThreadOnly]
    struct PHPickerViewController;
);

extern_conformance!(
    // SAFETY: every object does.
    unsafe impl NSObjectProtocol for PHPickerViewController {}
);

impl PHPickerViewController {
    extern_methods!(
        #[unsafe(method(initWithConfiguration:))]
        #[unsafe(method_family = init)]
        fn init(this: Allocated<Self>, configuration: &PHPickerConfiguration) -> Retained<Self>;

        // SAFETY: the receiver has to have `picker:didFinishPicking:`. It is held weakly.
        #[unsafe(method(setDelegate:))]
        #[unsafe(method_family = none)]
        unsafe fn set_delegate(&self, delegate: Option<&AnyObject>);
    );
}

define_class!(
    // SAFETY: `NSObject` asks nothing of what is derived from it, and there is no `Drop`.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[name = "PlainChooser"]
    #[ivars = Cell<Option<oneshot::Sender<Chosen>>>]
    struct Chooser;

    // SAFETY: nothing more is asked.
    unsafe impl NSObjectProtocol for Chooser {}

    // SAFETY: the methods have the arguments that the protocol says.
    unsafe impl UIDocumentPickerDelegate for Chooser {
        #[unsafe(method(documentPicker:didPickDocumentsAtURLs:))]
        fn files(&self, _picker: &UIDocumentPickerViewController, urls: &NSArray<NSURL>) {
            self.answer(urls.iter().map(|url| Box::new(Document(url)) as Box<dyn Item>).collect());
        }

        #[unsafe(method(documentPickerWasCancelled:))]
        fn none(&self, _picker: &UIDocumentPickerViewController) {
            self.answer(Vec::new());
        }
    }

    // SAFETY: the method has the arguments that the protocol says.
    unsafe impl UIAdaptivePresentationControllerDelegate for Chooser {
        #[unsafe(method(presentationControllerDidDismiss:))]
        fn swiped_away(&self, _controller: &UIPresentationController) {
            self.answer(Vec::new());
        }
    }

    impl Chooser {
        #[unsafe(method(picker:didFinishPicking:))]
        fn photos(&self, _picker: &UIViewController, results: &NSArray<PHPickerResult>) {
            // SAFETY: it only reads.
            let provider = |result: Retained<PHPickerResult>| unsafe { result.itemProvider() };
            self.answer(results.iter().map(|one| Box::new(Photo(provider(one))) as Box<dyn Item>).collect());
        }
    }
);

impl Chooser {
    fn new(mtm: MainThreadMarker, waits: oneshot::Sender<Chosen>) -> Retained<Self> {
        let this = Self::alloc(mtm).set_ivars(Cell::new(Some(waits)));
        // SAFETY: `NSObject`'s own.
        unsafe { msg_send![super(this), init] }
    }

    /// The first answer counts.
    fn answer(&self, chosen: Chosen) {
        if let Some(waits) = self.ivars().take() {
            let _ = waits.send(chosen);
        }
    }
}

/// A picker that is up. Dropped, it is taken down: she is done, or she left.
struct Up {
    sheet: Retained<UIViewController>,
    _chooser: Retained<Chooser>,
}

impl Drop for Up {
    fn drop(&mut self) {
        if self.sheet.presentingViewController().is_some() && !self.sheet.isBeingDismissed() {
            self.sheet.dismissViewControllerAnimated_completion(true, None);
        }
    }
}

fn put_up(
    make: impl FnOnce(MainThreadMarker, &Chooser) -> Retained<UIViewController>,
) -> Result<(Up, oneshot::Receiver<Chosen>), AppleError> {
    let mtm = main_thread()?;
    let front = front(mtm)?;
    let (answer, answered) = oneshot::channel();
    let chooser = Chooser::new(mtm, answer);
    let sheet = make(mtm, &chooser);
    // A swipe that takes it down is told only here.
    if let Some(controller) = sheet.presentationController() {
        // SAFETY: held weakly.
        unsafe { controller.setDelegate(Some(ProtocolObject::from_ref(&*chooser))) };
    }
    front.presentViewController_animated_completion(&sheet, true, None);
    Ok((Up { sheet, _chooser: chooser }, answered))
}

fn answer(up: Result<(Up, oneshot::Receiver<Chosen>), AppleError>) -> Locating<Result<Chosen, AppleError>> {
    Box::pin(async move {
        let (_up, answered) = up?;
        answered.await.map_err(|_| AppleError::NoAnswer)
    })
}

impl Sheets for Pickers {
    fn photos(&self) -> Locating<Result<Chosen, AppleError>> {
        answer(put_up(|mtm, chooser| {
            // SAFETY: the values are of the kinds that each asks for. Made without a library, the picker runs outside the app, needs
            // no permission and tells nothing but what was chosen. The receiver has the method.
            let picker = unsafe {
                let wish = PHPickerConfiguration::new();
                wish.setPreferredAssetRepresentationMode(PHPickerConfigurationAssetRepresentationMode::Current);
                let kinds = [PHPickerFilter::imagesFilter(), PHPickerFilter::videosFilter()];
                wish.setFilter(Some(&PHPickerFilter::anyFilterMatchingSubfilters(&NSArray::from_retained_slice(
                    &kinds,
                ))));
                // As many as she likes.
                wish.setSelectionLimit(0);
                let picker = PHPickerViewController::init(PHPickerViewController::alloc(mtm), &wish);
                picker.set_delegate(Some(chooser));
                picker
            };
            Retained::into_super(picker)
        }))
    }

    fn files(&self) -> Locating<Result<Chosen, AppleError>> {
        answer(put_up(|mtm, chooser| {
            // SAFETY: a constant of the framework: whatever is one file.
            let kinds = NSArray::from_slice(&[unsafe { UTTypeData }]);
            // Not as copies: the file is read where it lies.
            let picker = UIDocumentPickerViewController::initForOpeningContentTypes_asCopy(
                UIDocumentPickerViewController::alloc(mtm),
                &kinds,
                false,
            );
            picker.setAllowsMultipleSelection(true);
            picker.setDelegate(Some(ProtocolObject::from_ref(chooser)));
            Retained::into_super(picker)
        }))
    }
}

fn no_load(error: Option<&NSError>) -> NoLoad {
    error.map_or(NoLoad::Other, |error| {
        let (domain, code) = told(error);
        NoLoad::of(&domain, code)
    })
}

fn open(url: &NSURL) -> Result<File, NoLoad> {
    let path = url.path().ok_or(NoLoad::Other)?.to_string();
    claim(Path::new(&path), &temporary())
}

/// A photo or film.
struct Photo(Retained<NSItemProvider>);

// SAFETY: what it offers may be loaded from any thread, and answers on one of its own; it is used by one at a time.
unsafe impl Send for Photo {}

impl Item for Photo {
    fn name(&self) -> String {
        self.0.suggestedName().map(|name| name.to_string()).unwrap_or_default()
    }

    fn size(&self) -> Option<u64> {
        None
    }

    fn forms(&self) -> Vec<Form> {
        self.0.registeredTypeIdentifiers().iter().map(|identifier| form(&identifier)).collect()
    }

    fn fetch(&self, form: Option<&str>) -> Box<dyn Fetching> {
        let (came, comes) = mpsc::channel();
        let block = RcBlock::new(move |url: *mut NSURL, error: *mut NSError| {
            // SAFETY: each is none or lives as long as the call. The file is gone after it: it is opened here.
            let (url, error) = unsafe { (url.as_ref(), error.as_ref()) };
            let _ = came.send(url.map_or_else(|| Err(no_load(error)), open));
        });
        let form = NSString::from_str(form.unwrap_or("public.data"));
        // SAFETY: the block may run on any thread: all it holds is one end of a channel.
        let progress = unsafe { self.0.loadFileRepresentationForTypeIdentifier_completionHandler(&form, &block) };
        Box::new(Loading { comes, progress: Some(progress) })
    }
}

fn form(identifier: &NSString) -> Form {
    let kind = UTType::typeWithIdentifier(identifier);
    let is_media = kind.as_ref().is_some_and(|kind| {
        // SAFETY: constants of the framework.
        let (image, movie, package) = unsafe { (UTTypeImage, UTTypeMovie, UTTypePackage) };
        (kind.conformsToType(image) || kind.conformsToType(movie)) && !kind.conformsToType(package)
    });
    let ending = kind.and_then(|kind| kind.preferredFilenameExtension()).map(|ending| ending.to_string());
    Form { identifier: identifier.to_string(), is_media, ending }
}

/// A file where it lies. iOS lends the app access to it.
struct Document(Retained<NSURL>);

/// Access that is lent, and given back.
struct Lent<'a>(&'a NSURL, bool);

impl<'a> Lent<'a> {
    fn of(url: &'a NSURL) -> Self {
        // SAFETY: given back below. False where none has to be lent: then reading says what is so.
        Self(url, unsafe { url.startAccessingSecurityScopedResource() })
    }
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        if self.1 {
            // SAFETY: once for each time that it was lent.
            unsafe { self.0.stopAccessingSecurityScopedResource() };
        }
    }
}

impl Item for Document {
    fn name(&self) -> String {
        self.0.lastPathComponent().map(|name| name.to_string()).unwrap_or_default()
    }

    fn size(&self) -> Option<u64> {
        let _lent = Lent::of(&self.0);
        let mut value = None;
        // SAFETY: a constant of the framework; what stands under it is a number, which is looked at first.
        unsafe { self.0.getResourceValue_forKey_error(&mut value, NSURLFileSizeKey) }.ok()?;
        Some(value?.downcast::<NSNumber>().ok()?.unsignedLongLongValue())
    }

    fn forms(&self) -> Vec<Form> {
        Vec::new()
    }

    fn fetch(&self, _form: Option<&str>) -> Box<dyn Fetching> {
        let (came, comes) = mpsc::channel();
        let url = self.0.clone();
        // It waits here until the file is on the phone. A thread that could not be started drops its end of the channel, which
        // says that nothing comes.
        let _ = std::thread::Builder::new().spawn(move || came.send(coordinated(&url)));
        Box::new(Loading { comes, progress: None })
    }
}

/// Opens the file after whoever keeps it has brought it here. An open file stays readable after the access is given back.
fn coordinated(url: &NSURL) -> Result<File, NoLoad> {
    let _lent = Lent::of(url);
    let opened = Rc::new(RefCell::new(None));
    let block = {
        let opened = opened.clone();
        // SAFETY: it lives as long as the call.
        RcBlock::new(move |url: NonNull<NSURL>| *opened.borrow_mut() = Some(open(unsafe { url.as_ref() })))
    };
    let mut error = None;
    NSFileCoordinator::new().coordinateReadingItemAtURL_options_error_byAccessor(
        url,
        NSFileCoordinatorReadingOptions::empty(),
        Some(&mut error),
        &block,
    );
    opened.take().unwrap_or_else(|| Err(no_load(error.as_deref())))
}

/// Something that is being fetched.
struct Loading {
    comes: mpsc::Receiver<Result<File, NoLoad>>,
    progress: Option<Retained<NSProgress>>,
}

impl Fetching for Loading {
    fn wait(&mut self, at_most: Duration) -> Option<Result<File, NoLoad>> {
        match self.comes.recv_timeout(at_most) {
            Ok(came) => Some(came),
            Err(mpsc::RecvTimeoutError::Timeout) => None,
            Err(mpsc::RecvTimeoutError::Disconnected) => Some(Err(NoLoad::Other)),
        }
    }

    fn progress(&self) -> Option<f64> {
        self.progress.as_ref().map(|progress| progress.fractionCompleted())
    }
}

impl Drop for Loading {
    fn drop(&mut self) {
        if let Some(progress) = &self.progress {
            progress.cancel();
        }
    }
}
