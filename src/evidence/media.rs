//! What a file is, told from its first bytes and never from its name. "A photo that is not one" is never shown as one.
//!
//! Signatures: ISO 10918-1 and JFIF (JPEG), ISO 15948 (PNG), RFC 9649 (WebP), ISO 14496-12 (`ftyp` brands of
//! MP4, M4A, HEIC; `hdlr`), RFC 9559 (Matroska and WebM), ID3v2 and MPEG-1 audio (MP3), ISO 32000 (PDF).

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageReader, Limits};

/// How many bytes [`sniff`] looks at.
pub const HEAD: usize = 4096;
/// The largest picture that is decoded, in bytes of its file.
pub const MAX_PICTURE: u64 = 64 << 20;
/// The widest and highest picture that is decoded, in pixels.
const MAX_SIDE: u32 = 20_000;
/// The most memory that a decoder may take.
const MAX_ALLOC: u64 = 512 << 20;

/// What is not known.
pub const UNKNOWN: &str = "application/octet-stream";

/// The media type of a file by its first bytes (give it [`HEAD`] of them, or all there are).
pub fn sniff(head: &[u8]) -> &'static str {
    let brand = head.get(4..8).filter(|word| *word == b"ftyp").and_then(|_| head.get(8..12));
    match head {
        [0xff, 0xd8, 0xff, ..] => "image/jpeg",
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => "image/png",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => "image/webp",
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => "audio/wav",
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => "image/gif",
        [b'%', b'P', b'D', b'F', b'-', ..] => "application/pdf",
        [b'I', b'D', b'3', ..] => "audio/mpeg",
        [b'O', b'g', b'g', b'S', ..] => "audio/ogg",
        [0x1a, 0x45, 0xdf, 0xa3, ..] if contains(head, b"V_") => "video/webm",
        [0x1a, 0x45, 0xdf, 0xa3, ..] => "audio/webm",
        [b'P', b'K', 3, 4, ..] => "application/zip",
        _ => match brand {
            Some(b"heic" | b"heix" | b"heim" | b"heis" | b"mif1" | b"msf1" | b"hevc") => "image/heic",
            Some(b"avif") => "image/avif",
            Some(b"M4A " | b"M4B ") => "audio/mp4",
            Some(b"qt  ") => "video/quicktime",
            Some([b'3', b'g', ..]) => "video/3gpp",
            // A recorder's first piece holds the handlers of its tracks: sound alone is no film.
            Some(_) if contains(head, b"soun") && !contains(head, b"vide") => "audio/mp4",
            Some(_) => "video/mp4",
            None if is_mpeg_audio(head) => "audio/mpeg",
            None if is_text(head) => "text/plain",
            None => UNKNOWN,
        },
    }
}

/// Two MPEG layer III frame headers are too rare to meet by chance; one with sane values is taken.
fn is_mpeg_audio(head: &[u8]) -> bool {
    matches!(head, [0xff, second, third, ..]
        if second & 0xe6 == 0xe2 && third & 0xf0 != 0xf0 && third & 0xf0 != 0 && third & 0x0c != 0x0c)
}

fn is_text(head: &[u8]) -> bool {
    let readable = |text: &str| text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{feff}'));
    match std::str::from_utf8(head) {
        Ok(text) => !text.is_empty() && readable(text),
        // The last character may be cut where the head ends.
        Err(error) => {
            head.len() >= HEAD
                && error.error_len().is_none()
                && head.get(..error.valid_up_to()).is_some_and(|valid| std::str::from_utf8(valid).is_ok_and(readable))
        }
    }
}

/// The ending of a file's name for a media type, without the dot. Never an ending that runs.
pub fn extension(media_type: &str) -> &'static str {
    match media_type {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "image/heic" => "heic",
        "image/avif" => "avif",
        "video/mp4" => "mp4",
        "video/quicktime" => "mov",
        "video/3gpp" => "3gp",
        "audio/mp4" => "m4a",
        "audio/mpeg" => "mp3",
        "audio/wav" => "wav",
        "audio/ogg" => "ogg",
        "audio/webm" | "video/webm" => "webm",
        "application/pdf" => "pdf",
        "application/zip" => "zip",
        "text/plain" => "txt",
        _ => "bin",
    }
}

/// As the pack says it.
pub fn words(media_type: &str) -> &'static str {
    match media_type.split('/').next() {
        Some("image") => "Picture",
        Some("video") => "Film",
        Some("audio") => "Sound recording",
        _ if media_type == "application/pdf" => "PDF document",
        _ if media_type == "text/plain" => "Text",
        _ => "File",
    }
}

/// Whether a file's bytes say, or may say, where it was made. Told by GPS tags (Exif 2.32, section 4.6.6), by XMP,
/// and by the location atoms of films. Anything that looks like a place counts: a wrong "yes" costs a copy.
pub fn tells_place(bytes: &[u8]) -> bool {
    let marks: [&[u8]; 7] =
        [b"GPSLatitude", b"GPSPosition", b"location.ISO6709", b"\xa9xyz", b"loci", b"GPSCoordinates", b"Iptc4xmp"];
    if marks.iter().any(|mark| contains(bytes, mark)) {
        return true;
    }
    match exif::Reader::new().read_from_container(&mut Cursor::new(bytes)) {
        Ok(data) => data.fields().any(|field| field.tag.context() == exif::Context::Gps),
        Err(exif::Error::NotFound(_)) => false,
        // It has such data and they cannot be read; or it is no picture at all.
        Err(_) => sniff(bytes).starts_with("image/"),
    }
}

fn contains(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

/// The picture, the right way up. `None`: it is not one that can be read here.
fn decode(bytes: &[u8]) -> Option<DynamicImage> {
    if !matches!(sniff(bytes), "image/jpeg" | "image/png" | "image/webp") {
        return None;
    }
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(MAX_SIDE), Some(MAX_SIDE));
    limits.max_alloc = Some(MAX_ALLOC);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    Some(picture)
}

/// A small JPEG of a picture: no side longer than `side` pixels, and nothing in it but pixels.
/// `None`: it is not a picture that can be read here.
pub fn small(bytes: &[u8], side: u32) -> Option<Vec<u8>> {
    let picture = decode(bytes)?;
    let picture =
        if picture.width() > side || picture.height() > side { picture.thumbnail(side, side) } else { picture };
    jpeg(&picture, 80)
}

/// The same picture without what else the file says: no place, no time, no device.
/// Gives its bytes and media type. `None`: it is not a picture that can be read here.
pub fn stripped(bytes: &[u8]) -> Option<(Vec<u8>, &'static str)> {
    let picture = decode(bytes)?;
    if sniff(bytes) == "image/jpeg" {
        return jpeg(&picture, 92).map(|copy| (copy, "image/jpeg"));
    }
    let mut copy = Cursor::new(Vec::new());
    picture.write_to(&mut copy, image::ImageFormat::Png).ok()?;
    Some((copy.into_inner(), "image/png"))
}

fn jpeg(picture: &DynamicImage, quality: u8) -> Option<Vec<u8>> {
    let mut copy = Vec::new();
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut copy, quality)
        .encode_image(&DynamicImage::ImageRgb8(picture.to_rgb8()))
        .ok()?;
    Some(copy)
}

#[cfg(test)]
#[path = "media_tests.rs"]
mod tests;
