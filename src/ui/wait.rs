//! How long the next typed try has to wait, as a signal that counts down.

use super::given::Given;
use dioxus::prelude::*;
use std::time::Duration;

/// Often enough that no second is left out.
const LOOK: Duration = Duration::from_millis(250);

/// Whole seconds until a secret may be typed again; 0 for now. It asks nobody who may be busy.
pub fn use_wait() -> ReadSignal<u64> {
    let given = use_context::<Given>();
    let session = given.session.clone();
    let mut left = use_signal(|| session.wait());
    use_future(move || {
        let session = given.session.clone();
        async move {
            let mut changes = session.status();
            loop {
                changes.mark_unchanged();
                let now = session.wait();
                if *left.peek() != now {
                    left.set(now);
                }
                let changed = if now == 0 {
                    changes.changed().await
                } else {
                    tokio::time::timeout(LOOK, changes.changed()).await.unwrap_or(Ok(()))
                };
                if changed.is_err() {
                    return;
                }
            }
        }
    });
    left.into()
}
