//! The app on a computer: a window the size of a phone, or, without a display, the same app served to a browser here.

mod serve;

use std::process::ExitCode;
use std::sync::Arc;
use steadfast::locale::speak;
use steadfast::platform::{self, args::Args, clock::SystemClock};
use steadfast::session::{Place, Session};
use steadfast::ui::quick_exit::{Curtain, Face};
use steadfast::ui::{self, Given, locate::PageLocator, page, shelf::Shelf, unkept::Unkept};

fn main() -> ExitCode {
    let args = match Args::read(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(error) => {
            eprintln!("{error}\n{}", Args::USAGE);
            return ExitCode::from(2);
        }
    };
    if args.locale.as_deref().is_some_and(|tag| !speak(tag)) {
        eprintln!("--locale: this program does not speak that language");
        return ExitCode::from(2);
    }
    let clock = Arc::new(SystemClock);
    let place = Place::new(args.place()).with_device(platform::device_secret()).with_touch(platform::touch());
    let session = Session::start(place, clock.clone());
    #[cfg(any(feature = "desktop", feature = "browser"))]
    if args.demo {
        println!("This is a made-up story. Its passphrase: {}", steadfast::session::DEMO_PASSPHRASE);
        let opening = session.open_demo();
        std::thread::spawn(move || opening.wait().inspect_err(|error| eprintln!("{}", error.told())));
    }
    let (locking, door) = (session.clone(), session.clone());
    let given = Given {
        phone: platform::this_phone(),
        clock,
        locator: platform::locator().unwrap_or_else(|| Arc::new(PageLocator)),
        picker: platform::picker(),
        reminders: platform::reminders(),
        unkept: Unkept::default(),
        remembered: Default::default(),
        curtain: Curtain::new(Face::Inside),
        on_leave: Arc::new(move || drop(locking.lock())),
        on_way_back: Arc::new(move |digits| door.leads_back(digits)),
        reading: Shelf::stocked(&session),
        session,
        packs: platform::packs_dir(),
    };
    if args.serve || !platform::has_display() { serve::serve(args.port, given) } else { window(given) }
}

fn window(given: Given) -> ExitCode {
    #[cfg(feature = "desktop")]
    platform::desktop::window::open(page::title(), page::index(None, ""), ui::App, given);
    #[cfg(all(feature = "mobile", not(feature = "desktop")))]
    platform::mobile::open(page::index(None, ""), ui::App, given.clone(), ui::away::watch(given));
    ExitCode::SUCCESS
}
