//! That the screens know no left and right: a language that is read from right to left is laid out by the same sheets. Reads the
//! sheets, the scripts and the styles that are written out in the screens.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};

/// Where a side is meant and not a start or an end: the rule, what it says, and why. Each must still be there.
const MEANT: [(&str, &str, &str); 2] = [
    (".screen", "padding", "the notch of a telephone is on the side where it is"),
    (".sure.half", "background", "half a disc is a sign, like the whole one"),
];

/// Words of a value that are a side.
const SIDES: [&str; 2] = ["left", "right"];
/// Properties whose four values go round from the top.
const ROUND: [&str; 7] =
    ["margin", "padding", "inset", "border-width", "border-color", "border-style", "scroll-padding"];
/// What a script writes where it knows a side.
const IN_SCRIPTS: [&str; 9] = [
    "style.left",
    "style.right",
    "Left =",
    "Right =",
    "style.margin",
    "style.padding",
    "style.translate",
    "translate(",
    "translateX(",
];

/// One declaration: the selector before the brace, the property, its value.
fn declarations(sheet: &str) -> Vec<(String, String, String)> {
    let mut bare = String::new();
    let mut rest = sheet;
    while let Some((before, after)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let mut found = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut depth = 0_u32;
    for letter in bare.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > 0 || !matches!(letter, '{' | '}' | ';') {
            word.push(letter);
            continue;
        }
        let text = std::mem::take(&mut word).trim().to_owned();
        if letter == '{' {
            open.push(text);
            continue;
        }
        if let Some((property, value)) = text.split_once(':') {
            let selector = open.last().cloned().unwrap_or_default();
            found.push((selector, property.trim().to_owned(), value.trim().to_owned()));
        }
        if letter == '}' {
            open.pop();
        }
    }
    found
}

/// Splits at blanks, but not inside brackets.
fn parts(value: &str) -> Vec<String> {
    let mut depth = 0_u32;
    let mut parts = vec![String::new()];
    for letter in value.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match parts.last_mut() {
            Some(last) if depth > 0 || !letter.is_whitespace() => last.push(letter),
            _ => parts.push(String::new()),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// Whether a length is no length.
fn nothing(length: &str) -> bool {
    let digits = length.trim().trim_start_matches(['-', '+']).trim_end_matches(|letter: char| !letter.is_ascii_digit());
    !digits.is_empty() && digits.chars().all(|digit| matches!(digit, '0' | '.'))
}

/// Whether a `translate(x, y)` or a `translate3d(x, y, z)` goes to a side.
fn slides(value: &str) -> bool {
    ["translate(", "translate3d("].iter().any(|how| {
        value.match_indices(how).any(|(at, _)| {
            let across = value.get(at + how.len()..).unwrap_or_default();
            !nothing(across.split([',', ')']).next().unwrap_or_default())
        })
    })
}

/// Whether a declaration knows a side.
fn knows_a_side(property: &str, value: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_ascii_alphanumeric()).map(str::to_owned).collect()
    };
    let side = |text: &str| words(text).iter().any(|word| SIDES.contains(&word.as_str()));
    let four = parts(value);
    let uneven = |a: usize, b: usize| four.len() == 4 && four[a] != four[b];
    let moves = |value: &str| {
        ["translateX(", "skewX(", "skew(", "90deg"].iter().any(|one| value.contains(one)) || slides(value)
    };
    if property.starts_with("--") {
        return false;
    }
    match property {
        _ if side(property) => true,
        "text-align" | "float" | "clear" | "justify-content" | "text-align-last" => side(value),
        "background" | "background-position" | "background-image" | "transform" | "transform-origin" => {
            side(value) || moves(value)
        }
        "translate" => !nothing(four.first().map_or("0", String::as_str)) && value != "none",
        // From the top left corner round: it is even where the left half is the mirror of the right one.
        "border-radius" => uneven(0, 1) || uneven(2, 3),
        "box-shadow" => value.split("), ").chain(value.split(", ")).any(|one| {
            let first = one.trim_start_matches("inset ").split_whitespace().next().unwrap_or("0").to_owned();
            first.starts_with(|letter: char| letter == '-' || letter.is_ascii_digit())
                && first.trim_end_matches("px") != "0"
        }),
        _ => ROUND.contains(&property) && uneven(1, 3),
    }
}

/// Each declaration of a sheet that knows a side, as `selector { property: value }`, with the selector and the property.
fn sides_in(sheet: &str) -> Vec<(String, String, String)> {
    declarations(sheet).into_iter().filter(|(_, property, value)| knows_a_side(property, value)).collect()
}

/// What the styles that are written out in a screen have of sides.
fn sides_in_styles(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, begin) in source.match_indices("style: \"") {
        let style = source[at + begin.len()..].split('"').next().unwrap();
        // What is put in has braces of its own.
        let (mut filled, mut rest) = (String::new(), style);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            filled.push('1');
            rest = after.split_once('}').map_or("", |(_, after)| after);
        }
        filled.push_str(rest);
        for (_, property, value) in declarations(&format!("x {{ {filled}; }}")) {
            if knows_a_side(&property, &value) {
                found.push(format!("{property}: {value}"));
            }
        }
    }
    found
}

/// What a script has of sides.
fn sides_in_script(script: &str) -> Vec<&'static str> {
    IN_SCRIPTS.into_iter().filter(|side| script.contains(side)).collect()
}

fn files(below: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, into);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            into.push(path);
        }
    }
}

fn all(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), ending, &mut found);
    assert!(!found.is_empty(), "nothing in {folder}");
    found
        .into_iter()
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (path, text)
        })
        .collect()
}

#[test]
fn no_sheet_knows_left_and_right_but_where_a_side_is_meant() {
    let mut found = Vec::new();
    let mut met = Vec::new();
    for (path, sheet) in all("assets", "css") {
        for (selector, property, value) in sides_in(&sheet) {
            match MEANT.iter().position(|(of, what, _)| *of == selector && *what == property) {
                Some(at) => met.push(at),
                None => found.push(format!("{}: {selector} {{ {property}: {value} }}", path.display())),
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    for (at, (selector, property, _)) in MEANT.iter().enumerate() {
        assert!(met.contains(&at), "{selector} {{ {property} }} needs no exception any more");
    }
}

#[test]
fn no_style_that_is_written_out_in_a_screen_or_a_script_knows_left_and_right() {
    let mut found = Vec::new();
    for (path, source) in all("src/ui", "rs") {
        found.extend(sides_in_styles(&source).into_iter().map(|side| format!("{}: {side}", path.display())));
    }
    for (path, script) in all("assets", "js") {
        found.extend(sides_in_script(&script).into_iter().map(|side| format!("{}: {side}", path.display())));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_scan_finds_each_kind_of_side() {
    let sheet = "
        /* left: 4px; */
        .a { margin-left: 4px; color: red }
        .b { padding: 1px 2px 3px 4px; } .c { padding: 1px 2px 3px 2px; }
        @media print { .d { left: 0; } .e { text-align: right; } .f { text-align: start; } }
        .g { padding: max(1px, 2px) env(safe-area-inset-right, 0px) 0 env(safe-area-inset-left, 0px); }
        .h { box-shadow: -1px 0 0 red; } .i { box-shadow: inset 0 0 0 2px red, 0 1px 2px rgb(0 0 0 / .1); }
        .j { border-top-left-radius: 4px; } .k { border-radius: 8px 8px 0 0; } .l { border-radius: 8px 0 0 8px; }
        .m { transform: translateX(4px); } .n { background: linear-gradient(90deg, red, blue); }
        .o { --left: 4px; inset-inline-start: 4px; }
        .p { transform: translate(-50%, 0) scale(1); } .q { translate: 4px 0; } .r { transform: translate3d(4px, 0, 0); }
        .s { transform: skew(4deg); } .t { transform: translate(0, -4px); } .u { translate: 0 4px; } .v { translate: none; }
        .w { transform: translate(var(--by), 0); } .x { transform: translate(0px) scale(.9); }
    ";
    let found: Vec<String> = sides_in(sheet).into_iter().map(|(selector, _, _)| selector).collect();
    assert_eq!(found, [".a", ".b", ".d", ".e", ".g", ".h", ".j", ".l", ".m", ".n", ".p", ".q", ".r", ".s", ".w"]);
}

#[test]
fn the_scan_of_screens_finds_a_side_in_each_style_that_is_written_out() {
    let source = r#"
        i { class: "left", style: "width: {percent}%" }
        i { style: "left:{at}px;color:red" } i { style: "margin-inline-start: 4px; padding: 1px 2px 3px 4px" }
        i { style: "height: 1px", b { style: "transform: translate({at}px, 0)" } }
    "#;
    let found = sides_in_styles(source);
    assert_eq!(found, ["left: 1px", "padding: 1px 2px 3px 4px", "transform: translate(1px, 0)"]);
}

#[test]
fn the_scan_of_scripts_finds_each_kind_of_side() {
    let scripts = [
        "one.style.left = `${at}px`;",
        "one.style.right = 0;",
        "one.scrollLeft = 4;",
        "one.style.borderRight = \"0\";",
        "one.style.margin = \"0 1px 0 2px\";",
        "one.style.padding = \"0 1px 0 2px\";",
        "one.style.translate = \"4px 0\";",
        "one.style.transform = `translate(${x}px, 0)`;",
        "one.style.transform = \"translateX(4px)\";",
    ];
    for (script, side) in scripts.iter().zip(IN_SCRIPTS) {
        assert_eq!(sides_in_script(script), [side], "{script}");
    }
    assert!(sides_in_script("const left = box.left; input.style.display = \"none\";").is_empty());
}
