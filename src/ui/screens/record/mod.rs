//! Recording: the first step ("Is it happening now?"), and the form.
//!
//! What happens now is recorded at one tap, at once, and words are added as a correction of it: a time that is on the disk
//! cannot be lost by what comes after, and its own moment of writing stays with it. An edit before saving would be neither.

mod before;
mod camera;
mod danger;
pub(in crate::ui::screens) mod files;
mod first_step;
mod form;
mod here;
mod lists;
mod locked;
mod more;
mod page;
mod pen;
mod recorder;
mod saved;
mod seen;
mod times;
mod what;
mod when;
mod where_it;
mod who;
mod work;
mod wrong;

pub use first_step::Record;
pub use form::{Form, Purpose};
pub use pen::now;

#[cfg(test)]
mod tests;
