#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;

fn picture() -> DynamicImage {
    DynamicImage::ImageRgb8(image::RgbImage::from_fn(300, 200, |x, y| image::Rgb([x as u8, y as u8, 90])))
}

fn as_format(format: image::ImageFormat) -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    picture().write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A JPEG with an Exif part of its own: GPS latitude reference "N" in a GPS directory.
pub(crate) fn jpeg_with_place() -> Vec<u8> {
    let plain = jpeg(&picture(), 90).unwrap();
    let mut tiff = b"II*\0\x08\0\0\0\x01\0".to_vec();
    tiff.extend(b"\x25\x88\x04\0\x01\0\0\0\x1a\0\0\0\0\0\0\0");
    tiff.extend(b"\x01\0\x01\0\x02\0\x02\0\0\0N\0\0\0\0\0\0\0");
    let mut exif = b"Exif\0\0".to_vec();
    exif.extend(&tiff);
    let mut out = vec![0xff, 0xd8, 0xff, 0xe1];
    out.extend(((exif.len() + 2) as u16).to_be_bytes());
    out.extend(exif);
    out.extend(&plain[2..]);
    out
}

#[test]
fn files_are_known_by_their_content() {
    for (head, expected) in [
        (&b"\xff\xd8\xff\xe0"[..], "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"\0\0\0\x18ftypheic", "image/heic"),
        (b"\0\0\0\x18ftypmif1", "image/heic"),
        (b"\0\0\0\x18ftypisom", "video/mp4"),
        (b"\0\0\0\x18ftypM4A ", "audio/mp4"),
        (b"ID3\x04", "audio/mpeg"),
        (b"\xff\xfb\x90\x00", "audio/mpeg"),
        (b"%PDF-1.7", "application/pdf"),
        (b"He was there.\r\n", "text/plain"),
        (b"MZ\x90\0\x03", UNKNOWN),
        (b"\0\0\0\0", UNKNOWN),
        (b"", UNKNOWN),
    ] {
        assert_eq!(sniff(head), expected, "{head:?}");
    }
}

#[test]
fn a_long_text_whose_last_letter_is_cut_is_still_text() {
    let mut text = "ü".repeat(HEAD / 2 - 1).into_bytes();
    text.extend([b'a', 0xc3]);
    assert_eq!((text.len(), sniff(&text)), (HEAD, "text/plain"));
}

#[test]
fn a_photo_that_is_not_one_gives_no_picture() {
    assert!(small(b"\xff\xd8\xff\xe0 and then nothing", 100).is_none());
    assert!(small(b"<svg onload=alert(1)>", 100).is_none());
    assert!(stripped(b"\x89PNG\r\n\x1a\n").is_none());
}

#[test]
fn a_small_picture_is_small_and_keeps_its_shape() {
    let small = decode(&small(&as_format(image::ImageFormat::Png), 150).unwrap()).unwrap();
    assert_eq!((small.width(), small.height()), (150, 100));
}

#[test]
fn a_place_inside_a_photo_is_seen_and_gone_from_the_copy() {
    let original = jpeg_with_place();
    assert!(tells_place(&original));
    let (copy, media_type) = stripped(&original).unwrap();
    assert_eq!(media_type, "image/jpeg");
    assert!(!tells_place(&copy) && !contains(&copy, b"Exif"));
    assert!(!tells_place(&as_format(image::ImageFormat::Png)));
}

#[test]
fn what_a_recorder_gives_is_known_as_sound_and_a_film_as_a_film() {
    let webm = |codec: &[u8]| [&b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01 webm "[..], codec].concat();
    assert_eq!(sniff(&webm(b"A_OPUS")), "audio/webm");
    assert_eq!(sniff(&webm(b"V_VP8 A_OPUS")), "video/webm");
    let mp4 = |handlers: &[u8]| [&b"\0\0\0\x1cftypiso5....moov"[..], handlers].concat();
    assert_eq!(sniff(&mp4(b"hdlr....soun")), "audio/mp4");
    assert_eq!(sniff(&mp4(b"hdlr....vide hdlr....soun")), "video/mp4");
    assert_eq!(sniff(&mp4(b"")), "video/mp4");
}
