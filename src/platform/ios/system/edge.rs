//! A finger that comes in from the left edge: iOS's "back". The web view has no pages to go back to, so the page is asked, as it is
//! on Android; where it has no way back, nothing happens.

use super::{main_thread, window};
use crate::platform::ios::means_back;
use block2::DynBlock;
use objc2::rc::Retained;
use objc2::runtime::{AnyClass, AnyObject, ProtocolObject};
use objc2::{MainThreadMarker, MainThreadOnly, define_class, msg_send, sel};
use objc2_foundation::{NSError, NSObject, NSObjectProtocol, NSString};
use objc2_ui_kit::{
    UIGestureRecognizer, UIGestureRecognizerDelegate, UIGestureRecognizerState, UIPanGestureRecognizer, UIRectEdge,
    UIScreenEdgePanGestureRecognizer, UIView,
};
use std::cell::RefCell;

/// What the page does for "back".
const BACK: &str = "window.phoneBack?.()";

/// The left edge of the screen.
#[derive(Default)]
pub struct Edge(RefCell<Option<Retained<Back>>>);

impl Edge {
    /// Watches it from now on, if it is not watched already and there is a window.
    pub fn watch(&self) {
        let Ok(mtm) = main_thread() else { return };
        let Ok(mut back) = self.0.try_borrow_mut() else { return };
        if back.is_some() {
            return;
        }
        let Ok(window) = window(mtm) else { return };
        let target = Back::new(mtm);
        // SAFETY: the target has this method, with the gesture as its argument, and is kept for as long as the app runs.
        let gesture = unsafe {
            UIScreenEdgePanGestureRecognizer::initWithTarget_action(
                UIScreenEdgePanGestureRecognizer::alloc(mtm),
                Some(&target),
                Some(sel!(swiped:)),
            )
        };
        gesture.setEdges(UIRectEdge::Left);
        gesture.setDelegate(Some(ProtocolObject::from_ref(&*target)));
        window.addGestureRecognizer(&gesture);
        *back = Some(target);
    }
}

define_class!(
    // SAFETY: `NSObject` asks nothing of what is derived from it, and there is no `Drop`.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[name = "PlainBack"]
    struct Back;

    // SAFETY: nothing more is asked.
    unsafe impl NSObjectProtocol for Back {}

    // SAFETY: the method has the arguments that the protocol says.
    unsafe impl UIGestureRecognizerDelegate for Back {
        #[unsafe(method(gestureRecognizer:shouldRecognizeSimultaneouslyWithGestureRecognizer:))]
        fn beside(&self, _gesture: &UIGestureRecognizer, _other: &UIGestureRecognizer) -> bool {
            // Scrolling goes on as it was.
            true
        }
    }

    impl Back {
        #[unsafe(method(swiped:))]
        fn swiped(&self, gesture: &UIPanGestureRecognizer) {
            if gesture.state() != UIGestureRecognizerState::Ended {
                return;
            }
            let Some(view) = gesture.view() else { return };
            if means_back(gesture.translationInView(Some(&view)).x, view.bounds().size.width) {
                go(&view);
            }
        }
    }
);

impl Back {
    fn new(mtm: MainThreadMarker) -> Retained<Self> {
        let this = Self::alloc(mtm).set_ivars(());
        // SAFETY: `NSObject`'s own.
        unsafe { msg_send![super(this), init] }
    }
}

fn go(window: &UIView) {
    let Some(kind) = AnyClass::get(c"WKWebView") else { return };
    let Some(page) = find(window, kind) else { return };
    let (script, none) = (NSString::from_str(BACK), None::<&DynBlock<dyn Fn(*mut AnyObject, *mut NSError)>>);
    // SAFETY: it is a web view, which has this method; it takes a text and a block, which may be none.
    let () = unsafe { msg_send![&*page, evaluateJavaScript: &*script, completionHandler: none] };
}

/// The first view of this kind, in the window or below.
fn find(view: &UIView, kind: &AnyClass) -> Option<Retained<UIView>> {
    view.subviews().iter().find_map(|one| if one.isKindOfClass(kind) { Some(one) } else { find(&one, kind) })
}
