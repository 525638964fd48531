//! The app's one screen on a phone.

use dioxus::mobile::Config;
use dioxus::prelude::*;
use std::any::Any;

/// Opens the screen and stays until the system ends it. `index` is the page around the app, `given` is what the root asks for.
pub fn open<T: Any + Clone + Send + Sync>(index: String, app: fn() -> Element, given: T) {
    let config = Config::new().with_custom_index(index).with_background_color((251, 251, 252, 255));
    LaunchBuilder::mobile().with_cfg(config).with_context(given).launch(app);
}
