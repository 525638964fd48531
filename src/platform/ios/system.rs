//! iOS itself, through Objective-C. Carries out what [`super::ApplePhone`] decides. All of it belongs to the main thread, where
//! the app's screens run too; from anywhere else it refuses.

#![allow(unsafe_code, reason = "some of what iOS offers is not known to be safe by its declaration")]

pub mod center;
pub mod edge;
pub mod location;
pub mod recognise;
pub mod sheets;

use super::{Apple, AppleError, leftovers};
use block2::RcBlock;
use objc2::rc::Retained;
use objc2::runtime::AnyObject;
use objc2::{MainThreadMarker, MainThreadOnly};
use objc2_core_foundation::{CGPoint, CGRect, CGSize};
use objc2_foundation::{
    NSArray, NSDictionary, NSError, NSHomeDirectory, NSNotification, NSNotificationCenter, NSNotificationName,
    NSNumber, NSString, NSTemporaryDirectory, NSTimer, NSURL, NSURLIsExcludedFromBackupKey,
};
use objc2_ui_kit::{
    UIActivityViewController, UIApplication, UIApplicationDidBecomeActiveNotification,
    UIApplicationDidEnterBackgroundNotification, UIApplicationDidReceiveMemoryWarningNotification,
    UIApplicationWillEnterForegroundNotification, UIColor, UIImpactFeedbackGenerator, UIImpactFeedbackStyle,
    UIPopoverArrowDirection, UIView, UIViewController, UIWindow,
};
use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::ptr::NonNull;
use std::rc::Rc;

/// iOS, as this process sees it.
pub struct System(());

impl System {
    /// Takes hold of iOS. From now on a plain view lies over the app while it is in the background, so that the picture that iOS
    /// takes for the list of recent apps shows nothing. It is put on when the app goes to the background, not when it only
    /// steps back for a question of the system's, such as "Call 999?". It goes when the app says that its page may be seen
    /// ([`Apple::uncover`]), and by itself should the app not say so: no cover may stay over 999.
    pub fn here() -> Self {
        // SAFETY: all are constants of UIKit, set before `main`.
        let (away, back, active) = unsafe {
            (
                UIApplicationDidEnterBackgroundNotification,
                UIApplicationWillEnterForegroundNotification,
                UIApplicationDidBecomeActiveNotification,
            )
        };
        let times = Rc::new(Cell::new(0_u64));
        let covered = times.clone();
        when(away, move || {
            covered.set(covered.get().wrapping_add(1));
            cover(true);
        });
        when(back, move || {
            let (times, number) = (times.clone(), times.get());
            // The alarm of an earlier time may come late: iOS stops the clock of an app in the background.
            after(AT_MOST, move || {
                if times.get() == number {
                    cover(false);
                }
            });
        });
        let edge = edge::Edge::default();
        when(active, move || edge.watch());
        Self(())
    }
}

/// Runs something whenever the phone is short of memory. For as long as the app runs; to be called from `main`.
pub fn when_short_of_memory(run: impl Fn() + 'static) {
    // SAFETY: a constant of UIKit, set before `main`.
    when(unsafe { UIApplicationDidReceiveMemoryWarningNotification }, run);
}

/// Runs something whenever iOS gives this notice. For as long as the app runs.
fn when(notice: &NSNotificationName, run: impl Fn() + 'static) {
    let block = RcBlock::new(move |_: NonNull<NSNotification>| run());
    let center = NSNotificationCenter::defaultCenter();
    // SAFETY: the block takes the notice that iOS gives and keeps nothing of it. Without a queue it runs where the notice is
    // given, which for those of the application's life is the main thread, where this is called too; what touches the screen asks
    // for that again. The observer that comes back is held by the center too, and never taken away.
    let _ = unsafe { center.addObserverForName_object_queue_usingBlock(Some(notice), None, None, &block) };
}

/// How long the cover stays at most once the app is on its way back, in seconds. The app decides within a fraction of it.
const AT_MOST: f64 = 2.0;

/// Runs something once, so many seconds later, on the thread that asks. It must be the main one.
fn after(seconds: f64, run: impl Fn() + 'static) {
    let block = RcBlock::new(move |_: NonNull<NSTimer>| run());
    // SAFETY: the timer runs its block on the loop of the thread that it was made on, so nothing is handed to another one. The
    // loop holds the timer until then.
    let _ = unsafe { NSTimer::scheduledTimerWithTimeInterval_repeats_block(seconds, false, &block) };
}

/// The app's own folder for temporary files.
fn temporary() -> PathBuf {
    NSTemporaryDirectory().to_string().into()
}

/// Takes away the copies that iOS made for the pickers, if a crash left any. `but` is the name of what stays there. To be called
/// from `main`, before the screen is there.
pub fn sweep(but: &str) {
    // Nothing can be said yet, and nobody would be helped: iOS empties the folder itself, only later.
    let _ = leftovers::sweep(&temporary(), Path::new(&NSHomeDirectory().to_string()), but);
}

/// The domain and the code of an error.
fn told(error: &NSError) -> (String, i64) {
    // The same width on every phone that is built for.
    (error.domain().to_string(), error.code() as i64)
}

/// Tells iOS to leave a folder out of backups to iCloud and to computers. Makes it if it is not there.
///
/// # Errors
/// When iOS refuses.
pub fn leave_out_of_backups(dir: &Path) -> Result<(), AppleError> {
    std::fs::create_dir_all(dir).map_err(|_| AppleError::NoAddress)?;
    let path = NSString::from_str(dir.to_str().ok_or(AppleError::NoAddress)?);
    let url = NSURL::fileURLWithPath_isDirectory(&path, true);
    let yes = NSNumber::numberWithBool(true);
    // SAFETY: the value is of the kind that the key asks for, a truth value in a number.
    unsafe { url.setResourceValue_forKey_error(Some(&yes), NSURLIsExcludedFromBackupKey) }
        .map_err(|_| AppleError::NoAddress)
}

/// By which the cover is known among the views of the window.
const COVER: isize = 0x5f;

fn cover(on: bool) {
    let Ok(mtm) = main_thread() else { return };
    let Ok(window) = window(mtm) else { return };
    if let Some(old) = window.viewWithTag(COVER) {
        old.removeFromSuperview();
    }
    if on {
        let view = UIView::initWithFrame(UIView::alloc(mtm), window.bounds());
        view.setTag(COVER);
        view.setBackgroundColor(Some(&UIColor::systemBackgroundColor()));
        window.addSubview(&view);
    }
}

fn main_thread() -> Result<MainThreadMarker, AppleError> {
    MainThreadMarker::new().ok_or(AppleError::NotMain)
}

fn address(words: &str) -> Result<Retained<NSURL>, AppleError> {
    NSURL::URLWithString(&NSString::from_str(words)).ok_or(AppleError::NoAddress)
}

/// The app's window. It has one.
fn window(mtm: MainThreadMarker) -> Result<Retained<UIWindow>, AppleError> {
    let app = UIApplication::sharedApplication(mtm);
    // Deprecated for apps with several scenes; this one has a single window and no scenes.
    #[allow(deprecated)]
    app.windows().firstObject().ok_or(AppleError::NoWindow)
}

/// What is in front in the window: a sheet that is up already, or the app.
fn front(mtm: MainThreadMarker) -> Result<Retained<UIViewController>, AppleError> {
    let mut controller = window(mtm)?.rootViewController().ok_or(AppleError::NoWindow)?;
    while let Some(above) = controller.presentedViewController() {
        controller = above;
    }
    Ok(controller)
}

impl Apple for System {
    fn opens(&self, words: &str) -> Result<bool, AppleError> {
        let app = UIApplication::sharedApplication(main_thread()?);
        Ok(app.canOpenURL(&*address(words)?))
    }

    fn open(&self, words: &str) -> Result<(), AppleError> {
        let app = UIApplication::sharedApplication(main_thread()?);
        let none = NSDictionary::<NSString, AnyObject>::new();
        // SAFETY: there are no options, so none is of the wrong kind; no block is handed over.
        unsafe { app.openURL_options_completionHandler(&*address(words)?, &none, None) };
        Ok(())
    }

    fn share(&self, file: &Path) -> Result<(), AppleError> {
        let mtm = main_thread()?;
        let controller = front(mtm)?;
        let path = NSString::from_str(file.to_str().ok_or(AppleError::NoAddress)?);
        let file = NSURL::fileURLWithPath(&path);
        let items: Retained<NSArray<AnyObject>> =
            NSArray::from_retained_slice(&[Retained::into_super(Retained::into_super(file))]);
        // SAFETY: the one item is an address of a file, which the sheet takes.
        let sheet = unsafe {
            UIActivityViewController::initWithActivityItems_applicationActivities(
                UIActivityViewController::alloc(mtm),
                &items,
                None,
            )
        };
        // On an iPad the sheet hangs from something, else it throws: from the middle of the screen.
        if let (Some(popover), Some(view)) = (sheet.popoverPresentationController(), controller.view()) {
            let size = view.bounds().size;
            let middle = CGPoint { x: size.width / 2.0, y: size.height / 2.0 };
            popover.setSourceView(Some(&view));
            popover.setSourceRect(CGRect { origin: middle, size: CGSize { width: 1.0, height: 1.0 } });
            popover.setPermittedArrowDirections(UIPopoverArrowDirection::empty());
        }
        controller.presentViewController_animated_completion(&sheet, true, None);
        Ok(())
    }

    fn tap(&self) -> Result<(), AppleError> {
        let mtm = main_thread()?;
        // What replaces it came with iOS 17.5 and hangs from a view.
        #[allow(deprecated)]
        let generator = UIImpactFeedbackGenerator::initWithStyle(
            UIImpactFeedbackGenerator::alloc(mtm),
            UIImpactFeedbackStyle::Light,
        );
        generator.impactOccurred();
        Ok(())
    }

    fn uncover(&self) -> Result<(), AppleError> {
        main_thread()?;
        cover(false);
        Ok(())
    }

    fn set_icon(&self, name: Option<&str>) -> Result<(), AppleError> {
        let app = UIApplication::sharedApplication(main_thread()?);
        if !app.supportsAlternateIcons() {
            return Err(AppleError::NoIcons);
        }
        let name = name.map(NSString::from_str);
        app.setAlternateIconName_completionHandler(name.as_deref(), None);
        Ok(())
    }

    fn icon(&self) -> Result<Option<String>, AppleError> {
        let app = UIApplication::sharedApplication(main_thread()?);
        if !app.supportsAlternateIcons() {
            return Err(AppleError::NoIcons);
        }
        Ok(app.alternateIconName().map(|name| name.to_string()))
    }
}
