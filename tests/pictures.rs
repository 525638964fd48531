//! That a picture of hers cannot be taken out of the app by holding it down. iOS would offer to put it into the photo library,
//! where it lies open to all, and end the app, which does not ask for that library.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => sources(&path, into),
            false => into.push(path),
        }
    }
}

/// How many pictures are drawn here, and those that could be dragged out.
fn pictures(text: &str) -> (usize, Vec<&str>) {
    let begun = text.match_indices("img {").map(|(at, _)| &text[at..]);
    // Up to the brace that closes it; names in braces stand inside its texts.
    let whole = |from: &'static str, rest: &str| {
        from.len()
            + rest[from.len()..]
                .char_indices()
                .scan(1_i32, |open, (at, c)| {
                    *open += match c {
                        '{' => 1,
                        '}' => -1,
                        _ => 0,
                    };
                    (*open > 0).then_some(at + c.len_utf8())
                })
                .last()
                .unwrap_or(0)
    };
    let all: Vec<&str> = begun.map(|rest| &rest[..whole("img {", rest)]).collect();
    (all.len(), all.into_iter().filter(|picture| !picture.contains(r#"draggable: "false""#)).collect())
}

#[test]
fn the_scan_for_pictures_finds_one_that_could_be_dragged_out() {
    let (all, wrong) = pictures(
        "img { src: \"{a}\", draggable: \"false\" } img {\n    src: \"{b}\",\n    alt: \"\",\n} draggable: \"false\"",
    );
    assert_eq!((all, wrong.len()), (2, 1));
    assert!(wrong[0].contains("{b}"));
}

#[test]
fn a_picture_that_is_held_down_brings_up_no_menu_and_cannot_be_dragged_out() {
    let mut files = Vec::new();
    sources(Path::new("src/ui"), &mut files);
    let mut found = 0;
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        let (all, wrong) = pictures(&text);
        found += all;
        assert_eq!(wrong, [""; 0], "{}", file.display());
    }
    assert!(found >= 3, "only {found} pictures were found: they are written otherwise now");
    let style = std::fs::read_to_string("assets/style.css").unwrap();
    let rule = style.lines().find(|line| line.starts_with("img {")).expect("no rule for every img");
    for what in ["-webkit-touch-callout: none", "-webkit-user-drag: none"] {
        assert!(rule.contains(what), "a picture lacks {what}");
    }
}

#[test]
fn the_photo_library_is_not_asked_for_so_that_nothing_of_hers_can_be_put_there() {
    let plist = std::fs::read_to_string("phones/ios/Info.plist").unwrap();
    assert!(!plist.contains("NSPhotoLibrary"), "a sealed picture could be put into the library");
}
