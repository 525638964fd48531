//! `MainActivity.kt`, held against what Rust calls of it and against Android's published interface.

use super::android_api::android;
use super::{attribute, elements, read};
use std::collections::{BTreeMap, BTreeSet};
use steadfast::platform::android::java::{self, Kind, Method};

const FILE: &str = "phones/android/MainActivity.kt";

/// The file without its comments and without what stands in quotes.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(['/', '"']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = if rest.starts_with("//") {
            rest.find('\n')
        } else if rest.starts_with("/*") {
            rest.find("*/").map(|end| end + 2)
        } else if let Some(quoted) = rest.strip_prefix('"') {
            quoted.find('"').map(|end| end + 2)
        } else {
            out.push('/');
            Some(1)
        };
        rest = &rest[end.expect("it ends")..];
    }
    out + rest
}

/// The body of a class or object, up to the next one at the same depth.
fn class_of<'text>(text: &'text str, name: &str) -> Option<&'text str> {
    let at = ["class ", "object "].iter().find_map(|kind| {
        text.match_indices(&format!("{kind}{name}"))
            .find(|(at, found)| text[at + found.len()..].starts_with(['(', ' ']))
            .map(|(at, _)| at)
    })?;
    let body = &text[at..];
    Some(&body[..body.find("\n}\n").map_or(body.len(), |end| end + 2)])
}

/// The types of a function's parameters and its result, as Kotlin writes them.
fn declared(class: &str, method: &Method) -> Option<(Vec<String>, String)> {
    let opens = match method.kind {
        Kind::New => format!("class {}(", method.class.rsplit('/').next()?),
        _ => format!("fun {}(", method.name),
    };
    let (_, after) = class.split_once(&opens)?;
    let (parameters, rest) = after.split_once(')')?;
    let kinds = parameters.split(',').filter_map(|one| Some(one.split_once(':')?.1.trim().to_owned())).collect();
    let result = rest.split(['{', '=', '\n']).next()?.trim().trim_start_matches(':').trim().to_owned();
    Some((kinds, if method.kind == Kind::New { String::new() } else { result }))
}

/// The same from a signature of JNI.
fn wanted(signature: &str) -> (Vec<String>, String) {
    let names = [
        ("[Ljava/lang/String;", "Array<String>?"),
        ("[D", "DoubleArray?"),
        ("Ljava/lang/String;", "String"),
        ("Landroid/content/Context;", "Context"),
        ("I", "Int"),
        ("Z", "Boolean"),
        ("V", ""),
    ];
    let (parameters, result) = signature.strip_prefix('(').unwrap().split_once(')').unwrap();
    let mut rest = parameters;
    let mut kinds = Vec::new();
    while !rest.is_empty() {
        let (jni, kotlin) = names.iter().find(|(jni, _)| rest.starts_with(jni)).expect("a known type");
        kinds.push((*kotlin).to_owned());
        rest = &rest[jni.len()..];
    }
    (kinds, names.iter().find(|(jni, _)| *jni == result).expect("a known result").1.to_owned())
}

#[test]
fn what_rust_calls_of_our_own_classes_is_there() {
    let text = plain(&read(FILE));
    assert!(text.starts_with("package dev.dioxus.main\n"));
    for method in java::OWN {
        let name = method.class.strip_prefix("dev/dioxus/main/").expect("our own");
        let class = class_of(&text, name).unwrap_or_else(|| panic!("no class {name}"));
        assert_eq!(declared(class, method), Some(wanted(method.signature)), "{}.{}", method.class, method.name);
        if method.kind == Kind::Static {
            let before = class.split(&format!("fun {}(", method.name)).next().unwrap();
            let line = before.trim_end().rsplit("\n\n").next().unwrap();
            assert!(line.contains("@JvmStatic"), "{name}.{} is no static method to Java", method.name);
        }
    }
    assert!(class_of(&text, "Answers").unwrap().contains("private external fun answered("));
    // Rust finds them by name, so the shrinker must leave them.
    assert!(read("phones/android/keep.pro").contains("-keep class dev.dioxus.main.** { *; }"));
}

#[test]
fn every_class_and_constant_that_kotlin_names_is_android_s() {
    let Some(interface) = android() else {
        println!("NOT RUN: Android's interface is not here (./dev needs brings it)");
        return;
    };
    let text = plain(&read(FILE));
    let imports: BTreeMap<&str, &str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("import "))
        .map(|class| (class.rsplit('.').next().unwrap(), class))
        .collect();
    assert!(imports.len() > 20);
    // Not in the published lists: an annotation, and what Java brings to every Android since 7.
    let elsewhere = ["androidx.annotation.RequiresApi", "java.util.function.Consumer"];
    let mut wrong: Vec<String> = imports
        .values()
        .filter(|class| !elsewhere.contains(class) && !interface.has_class(class))
        .map(|class| format!("no class {class}"))
        .collect();
    let mut seen = 0;
    // `Class.CONSTANT` and `Class.Inner.CONSTANT`.
    let name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '.';
    for word in text.split(|letter: char| !name(letter)).filter(|word| !word.starts_with("android")) {
        let Some((class, constant)) = word.rsplit_once('.') else { continue };
        let shouts = constant.len() > 1 && constant.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_');
        let Some(imported) = imports.get(class.split('.').next().unwrap()).filter(|_| shouts) else { continue };
        let whole = format!("{imported}{}.{constant}", &class[class.find('.').unwrap_or(class.len())..]);
        seen += 1;
        // The level that the phone has is no constant of the interface.
        if constant != "SDK_INT" && !interface.has_constant(&whole) {
            wrong.push(format!("no constant {whole}"));
        }
    }
    assert!(seen > 15, "only {seen}");
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn back_while_the_app_starts_asks_no_web_view_and_later_the_page() {
    let text = plain(&read(FILE));
    let activity = class_of(&text, "MainActivity").unwrap();
    // wry's `onKeyDown` reads a web view that may not be there yet, unless this is off.
    let words: Vec<&str> = activity.split_whitespace().collect();
    let off = ["override", "val", "handleBackNavigation:", "Boolean", "get()", "=", "false"];
    assert!(words.windows(off.len()).any(|seen| seen == off));
    let (_, back) = activity.split_once("private fun back()").unwrap();
    let without_page = back.find("page == null").unwrap();
    assert!(without_page < back.find("evaluateJavascript").unwrap(), "it is looked at first");
    assert!(activity.contains("override fun handleOnBackPressed() = back()"));
    assert!(read(FILE).contains("window.phoneBack ? window.phoneBack() : false"));
}

#[test]
fn on_android_15_the_page_stands_between_bars_notch_and_keyboard() {
    let text = plain(&read(FILE));
    let activity = class_of(&text, "MainActivity").unwrap();
    let (create, clear) = activity.split_once("private fun keepClear()").unwrap();
    assert!(create.contains("        keepClear()\n"), "it is called");
    let clear = &clear[..clear.find("\n    }\n").unwrap()];
    assert!(
        clear.contains("SDK_INT < Build.VERSION_CODES.VANILLA_ICE_CREAM) return"),
        "older ones do it by themselves"
    );
    assert!(clear.contains("setOnApplyWindowInsetsListener") && clear.contains("setPadding("));
    assert!(clear.contains("WindowInsets.CONSUMED"), "or a newer web view would step aside once more");
    for kind in ["systemBars", "displayCutout", "ime"] {
        assert!(clear.contains(&format!("WindowInsets.Type.{kind}()")), "{kind}");
        if let Some(interface) = android() {
            assert!(interface.has_member(&format!("static android.view.WindowInsets.Type.{kind}(): number")), "{kind}");
        }
    }
    // What stands in the bars can be read on the window's ground.
    let theme = read("phones/android/res/values-v35/plain_theme.xml");
    for bar in ["windowLightStatusBar", "windowLightNavigationBar"] {
        assert!(theme.contains(&format!("<item name=\"android:{bar}\">@bool/plain_window_is_light</item>")), "{bar}");
    }
    let splash = "<item name=\"android:windowSplashScreenBackground\">@color/plain_window</item>";
    assert!(theme.contains(splash) && read("phones/android/res/values-v31/plain_theme.xml").contains(splash));
    for (file, light) in [("values/plain_theme", true), ("values-night/plain_window", false)] {
        let text = read(&format!("phones/android/res/{file}.xml"));
        assert!(text.contains(&format!("<bool name=\"plain_window_is_light\">{light}</bool>")), "{file}");
    }
}

#[test]
fn the_reminder_keeps_only_time_and_neutral_words_and_is_off_until_it_is_wanted() {
    let text = read(FILE);
    let class = class_of(&text, "Notice").unwrap();
    let kept: BTreeSet<&str> = class.split(".put").skip(1).filter_map(|part| part.split('"').nth(1)).collect();
    assert_eq!(kept, BTreeSet::from(["channel", "day", "minute", "words"]));
    let id = steadfast::platform::android::remind::CHANNEL_ID;
    assert!(class.contains(&format!("private const val NAME = \"{id}\"")));
    assert!(class.contains("Context.MODE_PRIVATE") && class.contains("VISIBILITY_PRIVATE"));
    assert!(class.contains("FLAG_IMMUTABLE") && !class.contains("FLAG_MUTABLE"));
    assert!(!class.contains("setExact") && !class.contains("setAlarmClock"), "no alarm to the minute");
    let receiver = elements(&read("phones/android/AndroidManifest.xml"), "receiver")
        .into_iter()
        .find(|one| one.contains("dev.dioxus.main.Notice"))
        .expect("it is declared");
    assert_eq!(attribute(&receiver, "android:enabled").as_deref(), Some("false"));
    assert_eq!(attribute(&receiver, "android:exported").as_deref(), Some("false"));
}

#[test]
fn the_words_that_the_settings_show_say_nothing() {
    let words = read("content/en-GB/app/phone.ftl");
    let channel = words.lines().find_map(|line| line.trim().strip_prefix(".kind = ")).expect("a name").to_lowercase();
    for word in ["stalk", "abuse", "evidence", "police", "safety", "victim", "journal", "steadfast"] {
        assert!(!channel.contains(word), "{word}");
    }
}

#[test]
fn comments_and_quotes_are_not_looked_at() {
    assert_eq!(plain("a /* b */ c // d\ne \"f // g\" / h"), "a  c \ne  / h");
}
