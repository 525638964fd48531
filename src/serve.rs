//! Serving the app to a browser on this machine, where there is no display.

use std::process::ExitCode;
#[cfg(feature = "browser")]
use std::sync::Arc;

use steadfast::ui::Given;
#[cfg(feature = "browser")]
use steadfast::ui::page;

/// Serves until it is ended.
#[cfg(feature = "browser")]
pub fn serve(port: u16, given: Given) -> ExitCode {
    let app = move || dioxus::prelude::VirtualDom::new(steadfast::ui::App).with_root_context(given.clone());
    let page = |nonce: &str, glue: &str| page::index(Some(nonce), glue);
    match steadfast::platform::browser::serve(port, Box::new(page), Arc::new(app)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Says what to do instead.
#[cfg(not(feature = "browser"))]
pub fn serve(_port: u16, _given: Given) -> ExitCode {
    eprintln!("There is no display here. Build with `--features browser` to open the app in a browser.");
    ExitCode::FAILURE
}
