//! What is open, as a signal. It holds none of her words.

use super::given::Given;
use crate::session::Status;
use dioxus::prelude::*;

/// Follows the session's status. It waits for nothing: at the very first it may be `Unknown`.
pub fn use_status() -> ReadSignal<Status> {
    let given = use_context::<Given>();
    let mut status = use_signal(|| *given.session.status().borrow());
    use_future(move || {
        let mut changes = given.session.status();
        async move {
            loop {
                let now = *changes.borrow_and_update();
                if *status.peek() != now {
                    status.set(now);
                }
                if changes.changed().await.is_err() {
                    return;
                }
            }
        }
    });
    status.into()
}
