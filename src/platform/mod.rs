//! Implements the ports of `domain` for each system. The only room that asks which system this is.

#[cfg(target_os = "android")]
pub mod android;
pub mod args;
#[cfg(feature = "browser")]
pub mod browser;
pub mod clock;
pub mod desktop;
#[cfg(target_os = "ios")]
pub mod ios;
#[cfg(all(feature = "mobile", not(feature = "desktop")))]
pub mod mobile;
pub mod recording;
mod wiping;

use crate::domain::ports::{DeviceSecret, Phone};
use std::path::PathBuf;
use std::sync::Arc;

/// The phone that this program runs on; on a computer, one that opens nothing and says what a phone would do.
pub fn this_phone() -> Arc<dyn Phone> {
    #[cfg(target_os = "android")]
    return Arc::new(android::AndroidPhone);
    #[cfg(target_os = "ios")]
    return Arc::new(ios::ApplePhone);
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    Arc::new(desktop::NoPhone)
}

/// The secret that this device keeps and does not hand out; on a computer a file, with a warning. `None`: no PIN can be
/// chosen here.
pub fn device_secret() -> Option<Arc<dyn DeviceSecret>> {
    #[cfg(any(target_os = "android", target_os = "ios"))]
    return None;
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    dirs::config_local_dir().map(|dir| Arc::new(desktop::device::SoftwareSecret::at(dir.join("calc/seed"))) as _)
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
