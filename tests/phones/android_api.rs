//! Methods and constants of Android that Rust names, held against Android's published interface. It comes from npm's
//! `@nativescript/types-android`, which `./dev needs` puts into `.dev/android-api`; without it this did not run.

use super::{read, root};
use std::collections::{HashMap, HashSet};
use steadfast::platform::android::java::{self, Kind, Method};

const PLATFORM: &str =
    ".dev/android-api/node_modules/@nativescript/types-android/lib/android/android-platform-21-37-merged.d.ts";
const ANDROIDX: &str = ".dev/android-api/node_modules/@nativescript/types-android/lib/android/androidx-32.d.ts";

/// What the interface says: each member as `class.name(parameters): result`, a static one with `static ` before it, and the level
/// that it came with; each constant's value.
#[derive(Default)]
pub(super) struct Interface {
    members: HashMap<String, i32>,
    constants: HashMap<String, String>,
    classes: HashSet<String>,
}

/// Android's interface; `None` where it was not brought here.
pub(super) fn android() -> Option<Interface> {
    root().join(PLATFORM).exists().then(|| {
        let mut interface = Interface::default();
        interface.read(&read(PLATFORM));
        interface.read(&read(ANDROIDX));
        interface
    })
}

impl Interface {
    /// Whether there is such a class, written with `.`.
    pub(super) fn has_class(&self, class: &str) -> bool {
        self.classes.contains(class)
    }

    /// Whether there is such a constant: its class, `.`, its name.
    pub(super) fn has_constant(&self, constant: &str) -> bool {
        self.constants.contains_key(constant)
    }

    /// Whether there is such a member, as it is written in `members`.
    pub(super) fn has_member(&self, member: &str) -> bool {
        self.members.contains_key(member)
    }

    /// The level that such a member came with.
    pub(super) fn level(&self, member: &str) -> Option<i32> {
        self.members.get(member).copied()
    }

    /// What a constant, or a field that does not change, is: its value or its type.
    pub(super) fn constant(&self, constant: &str) -> Option<&str> {
        self.constants.get(constant).map(String::as_str)
    }

    /// Reads declarations of TypeScript, a line each, as this package writes them.
    fn read(&mut self, text: &str) {
        let mut names: Vec<(String, i32)> = Vec::new();
        let mut since = None;
        for line in text.lines().map(str::trim) {
            if let Some((_, after)) = line.split_once("@since ") {
                since =
                    after.split(|letter: char| !letter.is_ascii_digit()).next().and_then(|level| level.parse().ok());
            }
            if line.starts_with("/**") || line.starts_with('*') {
                continue;
            }
            let level = since.take().unwrap_or(1);
            if line.ends_with('{') {
                let mut words = line.split([' ', '<', '{']).filter(|word| !word.is_empty());
                let name = words.find(|word| ["module", "class", "interface"].contains(word)).and(words.next());
                let within = names.last().map_or(1, |(_, level)| *level);
                let whole = match (names.last(), name) {
                    (Some((outer, _)), Some(name)) => format!("{outer}.{name}"),
                    (None, Some(name)) => name.to_owned(),
                    _ => names.last().map(|(outer, _)| outer.clone()).unwrap_or_default(),
                };
                self.classes.insert(whole.clone());
                names.push((whole, level.max(within)));
            } else if line.starts_with('}') {
                names.pop();
            } else if let (Some(member), Some((class, within))) = (line.strip_prefix("public "), names.last()) {
                let member = member
                    .trim_end_matches(';')
                    .replace("globalAndroid.", "android.")
                    .replace(" | null", "")
                    .replace("any /* any*/", "any");
                if let Some((head, rest)) = member.split_once('(') {
                    let (parameters, result) = rest.rsplit_once(')').unwrap_or((rest, ""));
                    let types = split_parameters(parameters).join(",");
                    let result = result.trim_start_matches(':').trim();
                    let (how, name) = match head.strip_prefix("static ") {
                        Some(name) => ("static ", name),
                        None => ("", head.trim_start_matches("abstract ")),
                    };
                    self.members.insert(format!("{how}{class}.{name}({types}): {}", bare(result)), level.max(*within));
                } else if let Some((name, value)) =
                    member.strip_prefix("static ").and_then(|rest| rest.split_once(": "))
                {
                    self.constants.insert(format!("{class}.{name}"), value.trim_matches('"').to_owned());
                } else if let Some((name, kind)) = member.split_once(": ") {
                    self.members.insert(format!("{class}.{name}: {kind}"), level.max(*within));
                }
            }
        }
    }

    /// What is wrong with a method that Rust names.
    fn wrong(&self, method: &Method) -> Option<String> {
        let class = method.class.replace(['/', '$'], ".");
        let Some((parameters, result)) = signature(method.signature) else {
            return Some(format!("{} is no signature", method.signature));
        };
        let wanted = match method.kind {
            Kind::New => format!("{class}.constructor({}): ", parameters.join(",")),
            Kind::Static => format!("static {class}.{}({}): {result}", method.name, parameters.join(",")),
            Kind::Of => format!("{class}.{}({}): {result}", method.name, parameters.join(",")),
        };
        match self.members.get(&wanted) {
            None => Some(format!("Android has no {wanted}")),
            Some(level) if *level > method.since.max(26) => {
                Some(format!("{wanted} is there since {level}, not since {}", method.since))
            }
            Some(_) => None,
        }
    }
}

/// The types of parameters written as `name: type, name: type`; a comma inside `<>` parts nothing.
fn split_parameters(parameters: &str) -> Vec<String> {
    let mut depth = 0;
    parameters
        .split(|letter| {
            match letter {
                '<' => depth += 1,
                '>' => depth -= 1,
                _ => {}
            }
            letter == ',' && depth == 0
        })
        .filter_map(|one| one.split_once(':'))
        .map(|(_, kind)| bare(kind.trim()))
        .collect()
}

/// A type without what it is filled with, except for arrays, whose filling is what they are.
fn bare(kind: &str) -> String {
    if kind.starts_with("androidNative.Array<") {
        return kind.to_owned();
    }
    kind.split('<').next().unwrap_or(kind).to_owned()
}

/// A signature as JNI writes it, in the words of TypeScript: parameters and result.
fn signature(text: &str) -> Option<(Vec<String>, String)> {
    let (parameters, result) = text.strip_prefix('(')?.split_once(')')?;
    let mut rest = parameters;
    let mut kinds = Vec::new();
    while !rest.is_empty() {
        let (kind, after) = kind(rest)?;
        kinds.push(kind);
        rest = after;
    }
    let (result, after) = kind(result)?;
    after.is_empty().then_some((kinds, result))
}

fn kind(text: &str) -> Option<(String, &str)> {
    let rest = &text[1..];
    Some(match text.chars().next()? {
        'Z' => ("boolean".to_owned(), rest),
        'B' | 'S' | 'I' | 'J' | 'F' | 'D' => ("number".to_owned(), rest),
        'C' => ("string".to_owned(), rest),
        'V' => ("void".to_owned(), rest),
        '[' => {
            let (inner, rest) = kind(rest)?;
            (format!("androidNative.Array<{inner}>"), rest)
        }
        'L' => {
            let (class, rest) = rest.split_once(';')?;
            let class = match class {
                "java/lang/String" | "java/lang/CharSequence" => "string".to_owned(),
                // The list has no interface of `java.util.function`.
                "java/lang/Object" | "java/util/function/Consumer" => "any".to_owned(),
                other => other.replace(['/', '$'], "."),
            };
            (class, rest)
        }
        _ => return None,
    })
}

#[test]
fn every_method_and_constant_named_in_rust_is_android_s() {
    let Some(interface) = android() else {
        println!("NOT RUN: Android's interface is not here (./dev needs brings it)");
        return;
    };
    assert!(interface.members.len() > 50_000, "only {} members were read", interface.members.len());
    let mut wrong: Vec<String> = java::ALL.iter().filter_map(|method| interface.wrong(method)).collect();
    let numbers = java::NUMBERS.iter().map(|(class, name, value)| (*class, *name, value.to_string()));
    let words = java::WORDS.iter().map(|(class, name, value)| (*class, *name, (*value).to_owned()));
    for (class, name, value) in numbers.chain(words) {
        let key = format!("{}.{name}", class.replace(['/', '$'], "."));
        if interface.constants.get(&key) != Some(&value) {
            wrong.push(format!("{key} is {:?}, not {value}", interface.constants.get(&key)));
        }
    }
    for class in [java::NO_ACTIVITY, java::KEY_INVALIDATED, java::KEY_LOST, "android/os/Build$VERSION"] {
        if !interface.classes.contains(&class.replace(['/', '$'], ".")) {
            wrong.push(format!("no class {class}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn the_check_against_android_s_interface_finds_what_it_looks_for() {
    let mut interface = Interface::default();
    interface.read(
        "declare module android {\n\texport module app {\n\t\t/** @since 30 */\n\t\texport class A extends java.lang.Object {\n\
         \t\t\tpublic constructor(a: string, b: number);\n\t\t\tpublic static of(a: java.lang.Class<any>): android.app.A | null;\n\
         \t\t\t/** @since 33 */\n\t\t\tpublic put(a: androidNative.Array<number>, b: java.util.Map<string, any>): void;\n\
         \t\t\tpublic static FLAG: 8;\n\t\t}\n\t}\n}",
    );
    let method = |kind, name, signature, since| Method { class: "android/app/A", name, signature, kind, since };
    assert_eq!(interface.wrong(&method(Kind::New, "<init>", "(Ljava/lang/String;I)V", 30)), None);
    assert_eq!(interface.wrong(&method(Kind::Static, "of", "(Ljava/lang/Class;)Landroid/app/A;", 30)), None);
    assert_eq!(interface.wrong(&method(Kind::Of, "put", "([BLjava/util/Map;)V", 33)), None);
    assert_eq!(interface.constants["android.app.A.FLAG"], "8");
    for wrong in [
        method(Kind::New, "<init>", "(Ljava/lang/String;)V", 30),
        method(Kind::New, "<init>", "(Ljava/lang/String;I)V", 29),
        method(Kind::Of, "of", "(Ljava/lang/Class;)Landroid/app/A;", 30),
        method(Kind::Of, "put", "([BLjava/util/Map;)V", 32),
        method(Kind::Of, "put", "([BLjava/util/List;)V", 33),
        method(Kind::Of, "put", "([BLjava/util/Map;)Z", 33),
        method(Kind::Of, "set", "()V", 33),
        method(Kind::Of, "put", "([BLjava/util/Map)V", 33),
    ] {
        assert!(interface.wrong(&wrong).is_some(), "{wrong:?}");
    }
}

const NEWER: &[&str] = &[
    "setRecentsScreenshotEnabled",
    "setIsStrongBoxBacked",
    "getCurrentLocation",
    "canAuthenticate",
    "canAuthenticate",
    // The question for a finger or face is put up on Android 9 and newer only.
    "<init>",
    "setTitle",
    "setNegativeButton",
    "setAllowedAuthenticators",
    "build",
    "<init>",
    "authenticate",
    "setUserAuthenticationParameters",
];

#[test]
fn what_is_newer_than_the_oldest_phone_is_asked_for_only_after_its_level() {
    let newer: Vec<&str> = java::ALL.iter().filter(|method| method.since > 26).map(|method| method.name).collect();
    // Each of these has a test of its own beside the code that asks for the level first.
    assert_eq!(newer, NEWER);
}

#[test]
fn rust_names_no_java_method_outside_the_list() {
    let mut files = Vec::new();
    for folder in ["src/platform/android", "src/platform/android/system"] {
        for file in std::fs::read_dir(root().join(folder)).unwrap() {
            let name = file.unwrap().file_name().into_string().unwrap();
            files.extend(name.ends_with(".rs").then(|| format!("{folder}/{name}")));
        }
    }
    assert!(files.len() > 15, "{files:?}");
    for file in files {
        let text = read(&file);
        for call in
            [".call_method(", ".call_static_method(", ".new_object(", ".get_method_id(", ".get_static_method_id("]
        {
            for part in text.split(call).skip(1) {
                let arguments = part.split(')').next().unwrap();
                assert!(!arguments.contains('"'), "{file}: {call}{arguments}");
            }
        }
    }
}
