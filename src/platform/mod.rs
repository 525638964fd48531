//! Implements the ports of `domain` for each system. The only room that asks which system this is.

pub mod address;
pub mod android;
pub mod args;
#[cfg(feature = "browser")]
pub mod browser;
pub mod clock;
pub mod desktop;
pub mod hardware;
pub mod ios;
#[cfg(any(feature = "desktop", feature = "mobile"))]
pub mod lifecycle;
#[cfg(all(feature = "mobile", not(feature = "desktop")))]
pub mod mobile;
pub mod recording;
mod wiping;

use crate::domain::ports::{DeviceSecret, Locator, Phone, Picker, Reminders, Touch};
#[cfg(not(target_os = "ios"))]
use crate::domain::ports::{NoPicker, NoReminders, NoTouch};
use std::path::PathBuf;
use std::sync::Arc;

/// Android, as the app was handed it. `None` if there is no Java here, which no phone is without.
#[cfg(target_os = "android")]
fn android() -> Option<Arc<android::system::System>> {
    static HERE: std::sync::OnceLock<Option<Arc<android::system::System>>> = std::sync::OnceLock::new();
    HERE.get_or_init(|| android::system::System::here().map(Arc::new)).clone()
}

/// The phone that this program runs on; on a computer, one that opens nothing and says what a phone would do. To be called
/// from `main`: on a phone it takes hold of what the system has just handed to the app.
pub fn this_phone() -> Arc<dyn Phone> {
    #[cfg(target_os = "android")]
    if let Some(system) = android() {
        return Arc::new(android::AndroidPhone::on(system));
    }
    #[cfg(target_os = "ios")]
    return Arc::new(ios::ApplePhone::on(ios::system::System::here()));
    #[cfg(not(target_os = "ios"))]
    Arc::new(desktop::NoPhone)
}

/// The secret that this device keeps and does not hand out: the phone's hardware; on a computer a file, with a warning.
/// `None`: no PIN can be chosen here. To be called from `main`.
pub fn device_secret() -> Option<Arc<dyn DeviceSecret>> {
    #[cfg(target_os = "android")]
    return android().map(|system| {
        let keystore = android::keystore::Keystore::of(system);
        Arc::new(hardware::HardwareSecret::in_hardware(keystore)) as Arc<dyn DeviceSecret>
    });
    #[cfg(target_os = "ios")]
    return Some(Arc::new(hardware::HardwareSecret::in_hardware(ios::enclave::Enclave)));
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    dirs::config_local_dir().map(|dir| Arc::new(desktop::device::SoftwareSecret::at(dir.join("calc/seed"))) as _)
}

/// The system's own way to say where it is; `None`: the page's is used. To be called from `main`.
pub fn locator() -> Option<Arc<dyn Locator>> {
    #[cfg(target_os = "android")]
    return android().map(|system| Arc::new(android::locate::AndroidLocator::on(system)) as _);
    #[cfg(target_os = "ios")]
    return Some(Arc::new(ios::place::AppleLocator::on(ios::system::location::Location)));
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    None
}

/// The system's own picker of files, where there is one. To be called from `main`.
pub fn picker() -> Arc<dyn Picker> {
    #[cfg(target_os = "android")]
    if let Some(system) = android() {
        return Arc::new(android::documents::AndroidPicker::on(system));
    }
    #[cfg(target_os = "ios")]
    {
        // The name that the journal's folder has where there is no other place for it (`packs_dir`, `Args`).
        ios::system::sweep("calc");
        return Arc::new(ios::chosen::ApplePicker::on(ios::system::sheets::Pickers));
    }
    #[cfg(not(target_os = "ios"))]
    Arc::new(NoPicker)
}

/// The system's notices, where there are any. To be called from `main`.
pub fn reminders() -> Arc<dyn Reminders> {
    #[cfg(target_os = "android")]
    if let Some(system) = android() {
        return Arc::new(android::remind::AndroidReminders::on(system));
    }
    #[cfg(target_os = "ios")]
    return Arc::new(ios::notices::AppleReminders::on(ios::system::center::Center));
    #[cfg(not(target_os = "ios"))]
    Arc::new(NoReminders)
}

/// A finger or a face in the place of typing, where the hardware has it. To be called from `main`.
pub fn touch() -> Arc<dyn Touch> {
    #[cfg(target_os = "android")]
    if let Some(system) = android() {
        return Arc::new(android::touch::AndroidTouch::on(system));
    }
    #[cfg(target_os = "ios")]
    return Arc::new(ios::finger::AppleTouch::on(ios::system::recognise::Recognition));
    #[cfg(not(target_os = "ios"))]
    Arc::new(NoTouch)
}

/// Where this system keeps an app's files; a name that says nothing. `None` where the system does not say. On a phone it is
/// left out of backups; to be called from `main`.
pub fn data_dir() -> Option<PathBuf> {
    #[cfg(target_os = "android")]
    return android()?.journal_dir().ok().map(|dir| dir.join("calc"));
    #[cfg(not(target_os = "android"))]
    {
        let dir = dirs::data_local_dir().map(|dir| dir.join("calc"));
        #[cfg(target_os = "ios")]
        if let Some(dir) = &dir {
            // Not a reason to stop: everything in it is sealed, and the screen that explains backups says what is certain.
            let _ = ios::system::leave_out_of_backups(dir);
        }
        dir
    }
}

/// Where a pack is put unless she names another folder: among her documents on a computer, in private storage on a phone, from
/// which it can be lent to other apps.
pub fn packs_dir() -> PathBuf {
    #[cfg(target_os = "android")]
    let place = android().and_then(|system| system.files_dir().ok());
    #[cfg(target_os = "ios")]
    let place = data_dir();
    #[cfg(not(any(target_os = "android", target_os = "ios")))]
    let place = dirs::document_dir().or_else(dirs::home_dir);
    place.unwrap_or_else(|| std::env::temp_dir().join("calc")).join("Packs")
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
