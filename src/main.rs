//! The app on a computer: a window the size of a phone, or, without a display, the same app served to a browser here.

use std::process::ExitCode;
use std::sync::Arc;
use steadfast::guidance::Library;
use steadfast::platform::{args::Args, clock::SystemClock, has_display, packs_dir, this_phone};
use steadfast::session::{Place, Session};
use steadfast::ui::first_reading::first_reading;
use steadfast::ui::library::reading_of;
use steadfast::ui::quick_exit::{Curtain, Face};
use steadfast::ui::{Given, page};

fn main() -> ExitCode {
    let args = match Args::read(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(error) => {
            eprintln!("{error}\n{}", Args::USAGE);
            return ExitCode::from(2);
        }
    };
    let clock = Arc::new(SystemClock);
    let session = Session::start(Place::new(args.place()), clock.clone());
    #[cfg(any(feature = "desktop", feature = "browser"))]
    if args.demo {
        println!("This is a made-up story. Its passphrase: {}", steadfast::session::DEMO_PASSPHRASE);
        drop(session.open_demo());
    }
    let (locking, door) = (session.clone(), session.clone());
    let given = Given {
        phone: this_phone(),
        clock,
        curtain: Curtain::new(Face::Inside),
        on_leave: Arc::new(move || drop(locking.lock())),
        on_way_back: Arc::new(move |digits| door.leads_back(digits)),
        session,
        packs: packs_dir(),
        reading: Arc::new(Library::built_in().map_or_else(|_| first_reading(), |library| reading_of(&library))),
    };
    if args.serve || !has_display() { serve(args.port, given) } else { window(given) }
}

#[cfg(feature = "browser")]
fn serve(port: u16, given: Given) -> ExitCode {
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

#[cfg(not(feature = "browser"))]
fn serve(_port: u16, _given: Given) -> ExitCode {
    eprintln!("There is no display here. Build with `--features browser` to open the app in a browser.");
    ExitCode::FAILURE
}

fn window(given: Given) -> ExitCode {
    #[cfg(feature = "desktop")]
    steadfast::platform::desktop::window::open(page::TITLE, page::index(None, ""), steadfast::ui::App, given);
    #[cfg(all(feature = "mobile", not(feature = "desktop")))]
    steadfast::platform::mobile::open(page::index(None, ""), steadfast::ui::App, given);
    ExitCode::SUCCESS
}
