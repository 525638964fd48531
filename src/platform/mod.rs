//! Implements the ports of `domain` for each system. The only room that asks which system this is.

pub mod address;
pub mod android;
pub mod args;
#[cfg(feature = "browser")]
pub mod browser;
pub mod clock;
pub mod desktop;
pub mod ios;
#[cfg(all(feature = "mobile", not(feature = "desktop")))]
pub mod mobile;
pub mod recording;

use crate::domain::ports::Phone;
use std::path::PathBuf;
use std::sync::Arc;

/// The phone that this program runs on; on a computer, one that opens nothing and says what a phone would do. To be called
/// once, from `main`: on a phone it takes hold of what the system has just handed to the app.
pub fn this_phone() -> Arc<dyn Phone> {
    #[cfg(target_os = "android")]
    if let Some(system) = android::system::System::here() {
        return Arc::new(android::AndroidPhone::on(system));
    }
    #[cfg(target_os = "ios")]
    return Arc::new(ios::ApplePhone::on(ios::system::System::here()));
    #[cfg(not(target_os = "ios"))]
    Arc::new(desktop::NoPhone)
}

/// Where this system keeps an app's files; a name that says nothing. `None` where the system does not say.
pub fn data_dir() -> Option<PathBuf> {
    dirs::data_local_dir().map(|dir| dir.join("calc"))
}

/// Where a pack is put unless she names another folder: among her documents on a computer, in private storage on a phone.
pub fn packs_dir() -> PathBuf {
    let documents = if cfg!(feature = "mobile") { data_dir() } else { dirs::document_dir().or_else(dirs::home_dir) };
    documents.unwrap_or_else(|| std::env::temp_dir().join("calc")).join("Packs")
}

/// Whether there is a screen to open a window on.
pub fn has_display() -> bool {
    #[cfg(target_os = "linux")]
    return ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    #[cfg(not(target_os = "linux"))]
    true
}
