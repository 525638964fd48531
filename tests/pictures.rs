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

#[test]
fn a_picture_that_is_held_down_brings_up_no_menu_and_cannot_be_dragged_out() {
    let mut files = Vec::new();
    sources(Path::new("src/ui"), &mut files);
    let mut pictures = 0;
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "rs")) {
        let text = std::fs::read_to_string(file).unwrap();
        for (at, _) in text.match_indices("img {") {
            pictures += 1;
            let picture = text[at..].split('}').take_while(|part| !part.trim().is_empty()).collect::<String>();
            let picture = picture.lines().next().unwrap_or_default();
            assert!(picture.contains(r#"draggable: "false""#), "{}: {picture}", file.display());
        }
    }
    assert!(pictures >= 3, "only {pictures} pictures were found: they are written otherwise now");
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
