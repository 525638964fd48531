//! The app's one screen on a phone.

use super::lifecycle;
use crate::domain::ports::Lifecycle;
use dioxus::mobile::Config;
use dioxus::prelude::*;
use std::any::Any;

/// Opens the screen and stays until the system ends it. `index` is the page around the app, `given` is what the root asks for,
/// `heard` is told what becomes of the app.
pub fn open<T: Any + Clone + Send + Sync>(
    index: String,
    app: fn() -> Element,
    given: T,
    heard: impl Fn(Lifecycle) + Send + Sync + 'static,
) {
    let heard = std::sync::Arc::new(heard);
    #[cfg(target_os = "android")]
    {
        let heard = heard.clone();
        super::android::system::answers::when_short_of_memory(move || heard(Lifecycle::ShortOfMemory));
    }
    #[cfg(target_os = "ios")]
    {
        let heard = heard.clone();
        super::ios::system::when_short_of_memory(move || heard(Lifecycle::ShortOfMemory));
    }
    let config = Config::new()
        .with_custom_index(index)
        .with_background_color((251, 251, 252, 255))
        .with_custom_event_handler(move |event, _| {
            if let Some(told) = lifecycle::told(event) {
                heard(told);
            }
        });
    LaunchBuilder::mobile().with_cfg(config).with_context(given).launch(app);
}
