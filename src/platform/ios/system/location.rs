//! Core Location. Everything here belongs to the main thread.

use super::{main_thread, told};
use crate::domain::ports::Locating;
use crate::platform::ios::AppleError;
use crate::platform::ios::place::{Allowed, Compass, Fix, NoFix};
use objc2::rc::Retained;
use objc2::runtime::ProtocolObject;
use objc2::{DefinedClass, MainThreadMarker, MainThreadOnly, define_class, msg_send};
use objc2_core_location::{
    CLAuthorizationStatus, CLError, CLLocation, CLLocationManager, CLLocationManagerDelegate, kCLErrorDomain,
    kCLLocationAccuracyBest,
};
use objc2_foundation::{NSArray, NSError, NSObject, NSObjectProtocol};
use std::cell::Cell;
use tokio::sync::oneshot::{self, Receiver, Sender};

/// Core Location, as this process sees it.
pub struct Location;

#[derive(Default)]
struct Waiting {
    allowed: Cell<Option<Sender<Allowed>>>,
    fix: Cell<Option<Sender<Result<Fix, NoFix>>>>,
}

define_class!(
    // SAFETY: `NSObject` asks nothing of what is derived from it, and there is no `Drop`.
    #[unsafe(super(NSObject))]
    #[thread_kind = MainThreadOnly]
    #[name = "PlainPlace"]
    #[ivars = Waiting]
    struct Listener;

    // SAFETY: nothing more is asked.
    unsafe impl NSObjectProtocol for Listener {}

    // SAFETY: the methods have the arguments that the protocol says.
    unsafe impl CLLocationManagerDelegate for Listener {
        #[unsafe(method(locationManagerDidChangeAuthorization:))]
        fn changed(&self, manager: &CLLocationManager) {
            let allowed = allowed(manager);
            // Comes once without a reason, when the listener is put on.
            if allowed == Allowed::NotAsked {
                return;
            }
            if let Some(waits) = self.ivars().allowed.take() {
                let _ = waits.send(allowed);
            }
        }

        #[unsafe(method(locationManager:didUpdateLocations:))]
        fn came(&self, _manager: &CLLocationManager, locations: &NSArray<CLLocation>) {
            // The last is the newest.
            self.answer(locations.lastObject().map(|location| fix(&location)).ok_or(NoFix::Unknown));
        }

        #[unsafe(method(locationManager:didFailWithError:))]
        fn failed(&self, _manager: &CLLocationManager, error: &NSError) {
            // SAFETY: a constant of the framework.
            let ours = told(error).0 == unsafe { kCLErrorDomain }.to_string();
            let denied = ours && error.code() == CLError::Denied.0;
            self.answer(Err(if denied { NoFix::Denied } else { NoFix::Unknown }));
        }
    }
);

impl Listener {
    fn new(mtm: MainThreadMarker) -> Retained<Self> {
        let this = Self::alloc(mtm).set_ivars(Waiting::default());
        // SAFETY: `NSObject`'s own.
        unsafe { msg_send![super(this), init] }
    }

    fn answer(&self, answer: Result<Fix, NoFix>) {
        if let Some(waits) = self.ivars().fix.take() {
            let _ = waits.send(answer);
        }
    }
}

/// A manager and who listens to it. Dropped, it stops, and asks nothing more of the receiver.
struct Held {
    manager: Retained<CLLocationManager>,
    listener: Retained<Listener>,
}

impl Held {
    fn new() -> Result<Self, AppleError> {
        let mtm = main_thread()?;
        // SAFETY: made on the main thread, which has the run loop that its answers need.
        let manager = unsafe { CLLocationManager::new() };
        Ok(Self { manager, listener: Listener::new(mtm) })
    }

    fn listen(&self) {
        // SAFETY: held weakly by the manager, and taken off before the listener goes.
        unsafe { self.manager.setDelegate(Some(ProtocolObject::from_ref(&*self.listener))) };
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        // SAFETY: both may be called at any time.
        unsafe {
            self.manager.stopUpdatingLocation();
            self.manager.setDelegate(None);
        }
    }
}

fn allowed(manager: &CLLocationManager) -> Allowed {
    // SAFETY: it only reads.
    match unsafe { manager.authorizationStatus() } {
        CLAuthorizationStatus::NotDetermined => Allowed::NotAsked,
        CLAuthorizationStatus::Restricted => Allowed::Restricted,
        CLAuthorizationStatus::AuthorizedAlways | CLAuthorizationStatus::AuthorizedWhenInUse => Allowed::Yes,
        _ => Allowed::Refused,
    }
}

fn fix(location: &CLLocation) -> Fix {
    // SAFETY: they only read.
    unsafe {
        let at = location.coordinate();
        Fix {
            lat: at.latitude,
            lon: at.longitude,
            accuracy: location.horizontalAccuracy(),
            age: -location.timestamp().timeIntervalSinceNow(),
        }
    }
}

fn asked() -> Result<(Held, Receiver<Allowed>), AppleError> {
    let held = Held::new()?;
    let (answer, answered) = oneshot::channel();
    held.listener.ivars().allowed.set(Some(answer));
    held.listen();
    // SAFETY: Info.plist has the sentence that it shows.
    unsafe { held.manager.requestWhenInUseAuthorization() };
    Ok((held, answered))
}

fn sought() -> Result<(Held, Receiver<Result<Fix, NoFix>>), AppleError> {
    let held = Held::new()?;
    let (answer, answered) = oneshot::channel();
    held.listener.ivars().fix.set(Some(answer));
    held.listen();
    // SAFETY: a constant of the framework; the listener has both methods that a request throws without.
    unsafe {
        held.manager.setDesiredAccuracy(kCLLocationAccuracyBest);
        held.manager.requestLocation();
    }
    Ok((held, answered))
}

impl Compass for Location {
    fn allowed(&self) -> Result<Allowed, AppleError> {
        Ok(allowed(&Held::new()?.manager))
    }

    fn switched_on(&self) -> Locating<bool> {
        // It may take a while, and iOS warns of asking it on the main thread.
        let (answer, answered) = oneshot::channel();
        let asking = std::thread::Builder::new().spawn(move || {
            // SAFETY: a method of the class, for any thread.
            let _ = answer.send(unsafe { CLLocationManager::locationServicesEnabled_class() });
        });
        Box::pin(async move { asking.is_ok() && answered.await.unwrap_or(false) })
    }

    fn ask(&self) -> Locating<Result<Allowed, AppleError>> {
        let asked = asked();
        Box::pin(async move {
            let (_held, answered) = asked?;
            answered.await.map_err(|_| AppleError::NoAnswer)
        })
    }

    fn fix(&self) -> Locating<Result<Fix, NoFix>> {
        let sought = sought();
        Box::pin(async move {
            let (_held, answered) = sought.map_err(NoFix::Apple)?;
            answered.await.map_err(|_| NoFix::Apple(AppleError::NoAnswer))?
        })
    }
}
