//! The icons that are checked in are the ones that the two drawings give.

use super::{attribute, elements, read, root};

/// The fill and the outline of each part of a drawing, the ground first.
fn parts(name: &str) -> Vec<(String, String)> {
    let svg = read(&format!("phones/icons/{name}.svg"));
    elements(&svg, "path")
        .iter()
        .map(|path| (attribute(path, " fill").expect("a fill"), attribute(path, " d").expect("an outline")))
        .collect()
}

#[test]
fn android_s_icons_are_drawn_from_the_svg() {
    for name in ["daybook", "calculator"] {
        let parts = parts(name);
        assert!(parts.len() >= 4, "{name}");
        let drawn: Vec<(String, String)> =
            elements(&read(&format!("phones/android/res/drawable/{name}_mark.xml")), "path")
                .iter()
                .map(|path| {
                    (attribute(path, "android:fillColor").unwrap(), attribute(path, "android:pathData").unwrap())
                })
                .collect();
        assert_eq!(drawn, parts[1..], "{name}: run phones/icons/draw.py");
        let themed = read(&format!("phones/android/res/drawable/{name}_themed.xml"));
        let outlines: String = parts[1..].iter().map(|(_, outline)| outline.as_str()).collect();
        assert!(themed.contains(&format!("android:fillType=\"evenOdd\" android:pathData=\"{outlines}\"")), "{name}");
        let grounds = read("phones/android/res/values/icon_grounds.xml");
        assert!(grounds.contains(&format!("<color name=\"{name}_ground\">{}</color>", parts[0].0)), "{name}");
        let icon = read(&format!("phones/android/res/mipmap-anydpi-v26/{name}.xml"));
        for layer in ["background", "foreground", "monochrome"] {
            assert_eq!(elements(&icon, layer).len(), 1, "{name}: {layer}");
        }
    }
}

#[test]
fn ios_icons_have_their_sizes_and_the_colours_of_the_svg_and_let_nothing_through() {
    let plist = read("phones/ios/Info.plist");
    for (name, file) in [("daybook", "Daybook"), ("calculator", "Calculator")] {
        let colours: Vec<[u8; 3]> = parts(name)
            .iter()
            .map(|(fill, _)| {
                let value = u32::from_str_radix(fill.trim_start_matches('#'), 16).unwrap().to_be_bytes();
                [value[1], value[2], value[3]]
            })
            .collect();
        for (label, size) in
            [("60x60@2x", 120), ("60x60@3x", 180), ("76x76@2x~ipad", 152), ("83.5x83.5@2x~ipad", 167), ("-1024", 1024)]
        {
            let path = format!("phones/ios/icons/{file}{label}.png");
            let picture = image::open(root().join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert_eq!((picture.width(), picture.height()), (size, size), "{path}");
            assert!(!picture.color().has_alpha(), "{path} has a layer for transparency");
            let picture = picture.to_rgb8();
            assert_eq!(picture.get_pixel(0, 0).0, colours[0], "{path}: another ground; run phones/icons/draw.py");
            for colour in &colours {
                assert!(
                    picture.pixels().any(|pixel| pixel.0 == *colour),
                    "{path} lacks {colour:?}; run phones/icons/draw.py"
                );
            }
            if let Some((listed, _)) = label.split_once('@') {
                assert!(plist.contains(&format!("<string>{file}{listed}</string>")), "{path} is not in Info.plist");
            }
        }
    }
}
