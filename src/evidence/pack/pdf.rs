//! Lays the chronology out as a PDF: A4, tagged, PDF/UA-1 where it passes, with its typeface inside.

use typst_as_lib::TypstEngine;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::PackError;
use super::exhibits::Exhibit;
use super::story::{Story, picture_name};

const TEMPLATE: &str = include_str!("../../../content/pack/chronology.typ");
const FONTS: [&[u8]; 3] = [
    include_bytes!("../../../assets/fonts/Inter-Regular.otf"),
    include_bytes!("../../../assets/fonts/Inter-Medium.otf"),
    include_bytes!("../../../assets/fonts/Inter-SemiBold.otf"),
];

/// A longer run without a place to break would leave the page.
const LONGEST_RUN: usize = 36;

/// The PDF's bytes.
///
/// # Errors
/// [`PackError::Pdf`].
pub(super) fn pdf(story: &Story, exhibits: &[Exhibit]) -> Result<Vec<u8>, PackError> {
    let mut data = serde_json::to_value(story).map_err(|_| PackError::Encode)?;
    let mut missing = 0;
    printable(&mut data, &Typeface::new()?, &mut missing);
    if let Some(slot) = data.get_mut("missing") {
        *slot = missing.into();
    }
    let data = serde_json::to_vec(&data).map_err(|_| PackError::Encode)?;
    let pictures = exhibits.iter().filter_map(|e| e.picture.clone().map(|bytes| (picture_name(e), bytes)));
    let files: Vec<(String, Vec<u8>)> = std::iter::once(("/data.json".to_owned(), data)).chain(pictures).collect();
    let engine = TypstEngine::builder()
        .with_static_source_file_resolver([("/chronology.typ", TEMPLATE)])
        .with_static_file_resolver(files.iter().map(|(path, bytes)| (path.as_str(), bytes.clone())))
        .fonts(FONTS)
        .build();
    // The closure ends before what was laid out is dropped from the library's cache, so none of her words stays in it.
    let made = engine.with_world("/chronology.typ", |world| {
        let document = typst::compile(world).output.map_err(|errors| explain(&errors))?;
        let accessible = PdfStandards::new(&[PdfStandard::Ua_1]).unwrap_or_default();
        let options = PdfOptions { standards: accessible, ..options() };
        match typst_pdf::pdf(&document, &options) {
            Ok(bytes) => Ok(bytes),
            Err(errors) => {
                explain(&errors);
                typst_pdf::pdf(&document, &self::options()).map_err(|errors| explain(&errors))
            }
        }
    });
    made.map_err(|_| PackError::Pdf)?
}

fn options() -> PdfOptions {
    PdfOptions { creator: typst::foundations::Smart::Custom(Some("Steadfast".to_owned())), ..PdfOptions::default() }
}

/// In tests, says what the template did wrong. Never elsewhere: a message may repeat her words.
fn explain(errors: &[typst::diag::SourceDiagnostic]) -> PackError {
    if cfg!(test) {
        for error in errors {
            eprintln!("{}: {:?}", error.message, error.hints);
        }
    }
    PackError::Pdf
}

struct Typeface(typst::text::Font);

impl Typeface {
    fn new() -> Result<Self, PackError> {
        let [regular, ..] = FONTS;
        let bytes = typst::foundations::Bytes::new(regular);
        typst::text::Font::new(bytes, 0).map(Self).ok_or(PackError::Pdf)
    }

    fn has(&self, c: char) -> bool {
        c == '\n' || self.0.info().coverage.contains(c.into())
    }
}

/// Characters that the typeface lacks, or that would turn a line round or hide in it, are written as `[U+1F6B2]`;
/// long runs get places to break.
fn printable(value: &mut serde_json::Value, typeface: &Typeface, missing: &mut usize) {
    match value {
        serde_json::Value::String(text) => *text = printable_text(text, typeface, missing),
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| printable(item, typeface, missing)),
        serde_json::Value::Object(members) => members.values_mut().for_each(|v| printable(v, typeface, missing)),
        _ => {}
    }
}

fn printable_text(text: &str, typeface: &Typeface, missing: &mut usize) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    // A SHA-256 stays one word, so that it can be copied and searched for.
    let breaks = !text.split_whitespace().any(|word| word.len() == 64 && word.chars().all(|c| c.is_ascii_hexdigit()));
    for c in text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n").chars() {
        let hidden = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}');
        run = if c.is_whitespace() { 0 } else { run + 1 };
        if breaks && run > LONGEST_RUN {
            out.push('\u{200b}');
            run = 1;
        }
        match c {
            '\t' => out.push_str("    "),
            '\u{fe0e}' | '\u{fe0f}' => {}
            c if (c.is_control() && c != '\n') || hidden || !typeface.has(c) => {
                *missing += 1;
                out.push_str(&format!("[U+{:04X}]", u32::from(c)));
                run += 8;
            }
            c => out.push(c),
        }
    }
    out
}
