//! Face ID and Touch ID, over a key in the Secure Enclave.

use super::told;
use crate::domain::ports::TouchWords;
use crate::platform::hardware::HardwareError;
use crate::platform::ios::enclave;
use crate::platform::ios::finger::{Fault, Question, Recogniser};
use core_foundation::base::{CFType, TCFType};
use core_foundation::error::CFError;
use objc2::rc::Retained;
use objc2_foundation::NSString;
use objc2_local_authentication::{LAContext, LAPolicy};
use security_framework::access_control::ProtectionMode;
use security_framework::key::Algorithm;
use security_framework_sys::access_control::{kSecAccessControlBiometryCurrentSet, kSecAccessControlPrivateKeyUsage};
use std::sync::Arc;
use zeroize::Zeroizing;

/// The key's name. It says nothing.
const LABEL: &str = "k2";

/// What recognises her on this phone.
pub struct Recognition;

impl Recogniser for Recognition {
    fn enrolled(&self) -> Result<Vec<u8>, Fault> {
        // SAFETY: a context of its own, which nothing else has; none of the three puts anything on the screen.
        let state = unsafe {
            let context = LAContext::new();
            context.canEvaluatePolicy_error(LAPolicy::DeviceOwnerAuthenticationWithBiometrics).map_err(|error| {
                let (domain, code) = told(&error);
                Fault::of(&domain, code)
            })?;
            // What takes its place came with iOS 18.
            #[allow(deprecated)]
            context.evaluatedPolicyDomainState()
        };
        state.map(|state| state.to_vec()).ok_or(Fault::Other)
    }

    fn noted(&self) -> Result<Option<Vec<u8>>, Fault> {
        enclave::note(LABEL).map_err(|status| Fault::Keychain(status.into()))
    }

    fn make(&self, enrolled: &[u8]) -> Result<(), Fault> {
        let made = enclave::make(enclave::Wanted {
            label: LABEL,
            keep: true,
            // Gone with the phone's passcode.
            mode: ProtectionMode::AccessibleWhenPasscodeSetThisDeviceOnly,
            flags: kSecAccessControlBiometryCurrentSet | kSecAccessControlPrivateKeyUsage,
            note: Some(enrolled),
        });
        made.map(|_| ()).map_err(|error| match error {
            // No enclave, as in a simulator.
            HardwareError::None => Fault::Recognising(NOT_AVAILABLE),
            HardwareError::Gone | HardwareError::NoAnswer => Fault::Other,
        })
    }

    fn end(&self) -> Result<(), Fault> {
        enclave::delete(LABEL).map_err(|status| Fault::Keychain(status.into()))
    }

    fn question(&self, words: &TouchWords) -> Arc<dyn Question> {
        // SAFETY: a context of its own; none of these puts anything on the screen.
        let context = unsafe {
            let context = LAContext::new();
            context.setLocalizedReason(&NSString::from_str(&words.title));
            context.setLocalizedCancelTitle(Some(&NSString::from_str(&words.cancel)));
            // Without a button for the phone's passcode, which is not what opens the journal.
            context.setLocalizedFallbackTitle(Some(&NSString::from_str("")));
            context
        };
        Arc::new(Asked(context))
    }
}

/// `LAErrorBiometryNotAvailable`.
const NOT_AVAILABLE: i64 = -6;
/// `errSecItemNotFound`.
const NO_ITEM: i64 = -25300;

/// One question.
struct Asked(Retained<LAContext>);

// SAFETY: Apple's headers mark the context as one that may be sent between threads; here the words are set before it is shared,
// and afterwards it is only handed to the keychain and withdrawn.
unsafe impl Send for Asked {}
// SAFETY: as above; withdrawing a question from another thread than the one that waits for it is what `invalidate` is for.
unsafe impl Sync for Asked {}

impl Question for Asked {
    fn agree(&self, input: &[u8; 32]) -> Result<Zeroizing<Vec<u8>>, Fault> {
        // SAFETY: the pointer is that of a living Objective-C object, which Core Foundation counts the same way.
        let context = unsafe { CFType::wrap_under_get_rule(Retained::as_ptr(&self.0).cast()) };
        let key = enclave::find(LABEL, Some(context)).map_err(|status| Fault::Keychain(status.into()))?;
        let key = key.ok_or(Fault::Keychain(NO_ITEM))?;
        let own = key.public_key().ok_or(Fault::Other)?;
        key.key_exchange(Algorithm::ECDHKeyExchangeStandardX963SHA256, &own, input.len(), Some(input))
            .map(Zeroizing::new)
            .map_err(|error: CFError| Fault::of(&error.domain().to_string(), error.code() as i64))
    }

    fn withdraw(&self) {
        // SAFETY: may be called at any time, and more than once.
        unsafe { self.0.invalidate() };
    }
}
