//! What she sees: the root, the screens, the components, the disguise, the quick exit.
//!
//! `main` hands a [`Given`] to [`App`] through the root's context. A screen lies in `screens/<name>/`, wraps itself in
//! [`shell::Screen`], and is reached by a [`route::Route`]. Whatever opens the dialer goes through [`shell::Calls`].

pub mod app;
pub mod away;
pub mod begun;
pub mod chosen;
pub mod components;
pub mod concealed;
pub mod disguise;
pub mod drawn;
pub mod english;
pub mod first_reading;
pub mod given;
pub mod library;
pub mod listen;
pub mod locate;
pub mod page;
pub mod pick;
pub mod quick_exit;
pub mod reading;
pub mod route;
pub mod screens;
pub mod search;
pub mod shelf;
pub mod shell;
pub mod status;
#[cfg(test)]
pub mod testing;
pub mod unkept;
pub mod vault;
pub mod veil;
pub mod wait;
pub mod wording;

pub use app::App;
pub use given::Given;
