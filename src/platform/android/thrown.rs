//! What an exception of Android's means.

use super::AndroidError;
use super::java::{KEY_INVALIDATED, KEY_LOST, NO_ACTIVITY};

/// Of any call. `is` says whether it is of a class.
pub fn meaning(mut is: impl FnMut(&str) -> bool) -> AndroidError {
    if is(NO_ACTIVITY) {
        AndroidError::NoApp
    } else if is(KEY_INVALIDATED) {
        AndroidError::KeyGone
    } else {
        AndroidError::Refused
    }
}

/// Of a call that hands out a key. `caused`: another exception stands behind it.
///
/// The Keystore throws the same class for a key that ended and for one that it could not read just now. Only the second
/// carries the Keystore's own error behind it, and that key may answer the next time: it must not be called gone.
pub fn meaning_for_a_key(mut is: impl FnMut(&str) -> bool, caused: bool) -> AndroidError {
    if is(KEY_LOST) && !caused { AndroidError::KeyGone } else { meaning(is) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(thrown: &'static str) -> impl Fn(&str) -> bool {
        move |class| class == thrown
    }

    #[test]
    fn a_key_that_ended_is_gone_and_one_that_could_not_be_read_now_is_not() {
        assert_eq!(meaning_for_a_key(of(KEY_LOST), false), AndroidError::KeyGone);
        assert_eq!(meaning_for_a_key(of(KEY_LOST), true), AndroidError::Refused);
        assert_eq!(meaning_for_a_key(of(KEY_INVALIDATED), true), AndroidError::KeyGone);
        assert_eq!(meaning_for_a_key(of("java/security/KeyStoreException"), false), AndroidError::Refused);
    }

    #[test]
    fn outside_the_keystore_only_what_means_one_thing_is_told_apart() {
        assert_eq!(meaning(of(NO_ACTIVITY)), AndroidError::NoApp);
        assert_eq!(meaning(of(KEY_INVALIDATED)), AndroidError::KeyGone);
        assert_eq!(meaning(of(KEY_LOST)), AndroidError::Refused);
        assert_eq!(meaning(|_| false), AndroidError::Refused);
    }
}
