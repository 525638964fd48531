//! A window the size of a phone, for a computer.

use dioxus::desktop::{Config, LogicalSize, WindowBuilder};
use dioxus::prelude::*;
use std::any::Any;

/// Opens the window and stays until it is closed. What the web view stores goes to the app's neutral place; WebKit still makes
/// a cache folder of the program's name (`docs/threat-model.md` says so). `title` stands in the window's frame, `index` is the page around the app,
/// `given` is what the root asks for.
pub fn open<T: Any + Clone + Send + Sync>(title: &str, index: String, app: fn() -> Element, given: T) {
    let window = WindowBuilder::new()
        .with_title(title)
        .with_inner_size(LogicalSize::new(390.0, 844.0))
        .with_min_inner_size(LogicalSize::new(300.0, 480.0))
        .with_always_on_top(false);
    let mut config = Config::new()
        .with_window(window)
        .with_menu(None)
        .with_disable_context_menu(true)
        .with_disable_drag_drop_handler(true)
        .with_background_color((251, 251, 252, 255))
        .with_custom_index(index);
    if let Some(dir) = crate::platform::data_dir() {
        config = config.with_data_directory(dir.join("web"));
    }
    LaunchBuilder::desktop().with_cfg(config).with_context(given).launch(app);
}
