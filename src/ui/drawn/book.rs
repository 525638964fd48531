//! The drawing where nothing is yet.

use dioxus::prelude::*;

/// An open book and a pencil, in the accent.
#[component]
pub fn Drawing() -> Element {
    rsx! {
        svg { class: "art", view_box: "0 0 248 186", "aria-hidden": "true",
            circle { class: "a-back", cx: "124", cy: "93", r: "88" }
            path { class: "a-solid", d: "M104 140h12v34l-6-5.5-6 5.5Z" }
            path { class: "a-page", d: "M124 62c-14-11-36-14-64-12a4 4 0 0 0-4 4v84a4 4 0 0 0 4 4c28-2 50 1 64 12 14-11 36-14 64-12a4 4 0 0 0 4-4V54a4 4 0 0 0-4-4c-28-2-50 1-64 12Z" }
            path { class: "a-ink", d: "M124 62v92" }
            path { class: "a-line ink", d: "M73 75c11-.5 23 .5 35 4" }
            path { class: "a-line", d: "M73 94c11-.5 23 .5 35 4M73 113c11-.5 23 .5 35 4M140 98c12-3.5 24-4.5 35-4M140 117c12-3.5 24-4.5 35-4M140 79c12-3.5 24-4.5 35-4" }
            path { class: "a-page", d: "m151 90 44-58a7 7 0 0 1 10-1.5l3 2.3a7 7 0 0 1 1.3 9.8l-44.3 58-15.5 7.4Z" }
            path { class: "a-ink", d: "m188 41 14.3 10.9" }
            path { class: "a-solid", d: "m149.5 108 1-11 7.5 6.5Z" }
        }
    }
}
