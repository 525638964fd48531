//! The page around the app: one for the window and for the browser. It carries styles, font and scripts in itself, asks the
//! network for nothing, and its title is that of the disguise.

use super::quick_exit::cover_html;
use crate::locale::spoken;
use crate::t;
use base64::{Engine, prelude::BASE64_STANDARD};

/// What a window list, a tab or a history shows.
pub fn title() -> &'static str {
    t!("calculator-name")
}

const TOKENS: &str = include_str!("../../assets/tokens.css");
const STYLE: &str = include_str!("../../assets/style.css");
const CALCULATOR: &str = include_str!("../../assets/calculator.css");
const NOTES: &str = include_str!("../../assets/notes.css");
const PAGE_JS: &str = include_str!("../../assets/page.js");
const QUICK_EXIT_JS: &str = include_str!("../../assets/quick_exit.js");
const INTER: &[u8] = include_bytes!("../../assets/fonts/inter-latin.woff2");

/// The whole page. `nonce` marks its own styles and scripts where a content policy asks for it; `glue` is the script that
/// connects the page to the app, or empty where the window brings its own.
pub fn index(nonce: Option<&str>, glue: &str) -> String {
    let nonce = nonce.map(|nonce| format!(" nonce=\"{nonce}\"")).unwrap_or_default();
    let inter = BASE64_STANDARD.encode(INTER);
    let cover = cover_html();
    let (language, direction, title) = (spoken().tag(), spoken().direction(), title());
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<link rel=\"icon\" href=\"data:,\">\n\
         <style{nonce}>@font-face {{ font-family: Inter; font-style: normal; font-weight: 100 900; font-display: block; \
         src: url(data:font/woff2;base64,{inter}) format(\"woff2\"); }}\n{TOKENS}{STYLE}{CALCULATOR}{NOTES}</style>\n\
         <script{nonce}>{QUICK_EXIT_JS}{PAGE_JS}</script>\n</head>\n<body>\n<template id=\"cover\">{cover}</template>\n\
         <div id=\"main\"></div>\n{glue}\n</body>\n</html>\n"
    )
}
