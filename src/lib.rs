//! Steadfast: help in one tap, and a sealed journal that can be believed.

pub mod domain;
pub mod evidence;
pub mod guidance;
pub mod platform;
pub mod session;
pub mod store;
pub mod ui;
pub mod vault;
