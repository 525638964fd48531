//! Stand-ins for what `MainActivity.kt` takes of Android, whose own classes are not to be had without its SDK.
//!
//! `phones/android/kotlin_names.txt` says what that is. Each line is held against Android's published interface, and classes are made
//! of them that do nothing. What Android's annotations say of null is not in the list.

use super::android_api::{Interface, android};
use super::read;
use std::collections::BTreeMap;
use std::fmt::Write as _;

const NAMES: &str = "phones/android/kotlin_names.txt";

/// The stand-ins, as files of Java by their path. `None` where Android's interface was not brought here.
pub(super) fn all() -> Option<BTreeMap<String, String>> {
    Some(stand_ins(&android()?, &classes(&read(NAMES))))
}

/// A class of the list.
struct Class {
    /// Its first line, without its level: `abstract class android.content.Context`.
    head: String,
    name: String,
    /// A line each.
    members: Vec<String>,
}

fn classes(text: &str) -> Vec<Class> {
    let mut classes: Vec<Class> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(member) = line.strip_prefix("  ") {
            classes.last_mut().expect("a class stands first").members.push(member.to_owned());
        } else {
            let (head, _) = since(line);
            let mut words = head.split([' ', '<']).skip_while(|word| !["class", "interface"].contains(word));
            let name = words.nth(1).unwrap_or_else(|| panic!("no name: {line}")).to_owned();
            classes.push(Class { head: head.to_owned(), name, members: Vec::new() });
        }
    }
    classes
}

/// A line without `since N`, and N; 26 where it says none.
fn since(line: &str) -> (&str, i32) {
    match line.split_once(" since ") {
        Some((line, level)) => (line, level.parse().unwrap_or_else(|error| panic!("{line}: {error}"))),
        None => (line, 26),
    }
}

/// A member, taken apart.
struct Member<'line> {
    words: Vec<&'line str>,
    name: &'line str,
    /// `None`: it is a field.
    parameters: Option<&'line str>,
}

impl<'line> Member<'line> {
    fn of(line: &'line str) -> Self {
        let (before, parameters) = match line.split_once('(') {
            Some((before, rest)) => (before, Some(rest.rsplit_once(')').expect("it ends").0)),
            None => (line, None),
        };
        let (words, name) = before.rsplit_once(' ').unwrap_or(("", before));
        Self { words: words.split(' ').filter(|word| !word.is_empty()).collect(), name, parameters }
    }

    fn is(&self, word: &str) -> bool {
        self.words.contains(&word)
    }

    fn kinds(&self) -> Vec<&'line str> {
        self.parameters.unwrap_or("").split(", ").filter(|kind| !kind.is_empty()).collect()
    }
}

/// A type of Java in the words of the published interface.
fn published(kind: &str) -> String {
    if let Some(inner) = kind.strip_suffix("[]") {
        return format!("androidNative.Array<{}>", published(inner));
    }
    match kind.split('<').next().unwrap_or(kind) {
        "int" | "long" | "float" | "double" => "number",
        "String" | "CharSequence" => "string",
        "Object" => "any",
        "Class" => "java.lang.Class",
        "Throwable" => "java.lang.Throwable",
        other => other,
    }
    .to_owned()
}

/// What is wrong with a member; nothing, if Android has it from that level on.
fn wrong(interface: &Interface, class: &Class, line: &str) -> Option<String> {
    let (line, level) = since(line);
    let (line, declares) = line.split_once(" of ").unwrap_or((line, &class.name));
    let member = Member::of(line);
    let kind = member.words.last().copied().unwrap_or("");
    let Some(_) = member.parameters else {
        let found = if member.is("static") {
            // A number is its own type. Of constants no level is published.
            let fits = |said: &str| said == published(kind) || said.parse::<i64>().is_ok();
            interface.constant(&format!("{declares}.{}", member.name)).filter(|said| fits(said)).map(|_| level)
        } else {
            interface.level(&format!("{declares}.{}: {}", member.name, published(kind)))
        };
        return differs(found, level, line);
    };
    let kinds: Vec<String> = member.kinds().into_iter().map(published).collect();
    // What a generic method gives back is written in more than one way.
    let results = match kind {
        "T" => vec!["any".to_owned(), "android.view.View".to_owned()],
        _ if member.name == "new" => vec![String::new()],
        _ => vec![published(kind)],
    };
    let how = if member.is("static") { "static " } else { "" };
    let name = if member.name == "new" { "constructor" } else { member.name };
    let found = results
        .iter()
        .find_map(|result| interface.level(&format!("{how}{declares}.{name}({}): {result}", kinds.join(","))));
    differs(found, level, line)
}

fn differs(found: Option<i32>, level: i32, line: &str) -> Option<String> {
    match found {
        None => Some(format!("Android has no {line}")),
        Some(found) if found.max(26) != level => Some(format!("{line} is there since {found}")),
        Some(_) => None,
    }
}

/// The stand-ins: files of Java by their path. Those inside another stand in its file.
fn stand_ins(interface: &Interface, classes: &[Class]) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, (String, String)> = BTreeMap::new();
    for class in classes {
        let segments: Vec<&str> = class.name.split('.').collect();
        let at = segments.iter().position(|word| word.starts_with(char::is_uppercase)).expect("a class");
        let (package, path) = (segments[..at].join("."), &segments[at..]);
        let outer = format!("{}/{}.java", segments[..at].join("/"), path[0]);
        let mut body = String::new();
        for line in &class.members {
            body.push_str(&stand_in(interface, class, since(line).0));
        }
        let (_, file) = files.entry(outer).or_insert_with(|| (package.clone(), format!("package {package};\n")));
        let simple = path.last().expect("a name");
        let head = class.head.replacen(&class.name, simple, 1);
        if path.len() == 1 {
            let _ = write!(file, "public {head} {{\n{body}");
        } else {
            if !file.contains('{') {
                let _ = writeln!(file, "public class {} {{", path[0]);
            }
            let _ = writeln!(file, "public static {head} {{\n{body}}}");
        }
    }
    files.into_iter().map(|(path, (_, file))| (path, file + "}\n")).collect()
}

fn stand_in(interface: &Interface, class: &Class, line: &str) -> String {
    let (line, declares) = line.split_once(" of ").unwrap_or((line, &class.name));
    let member = Member::of(line);
    let visible = if member.is("protected") { "" } else { "public " };
    let kind = member.words.last().copied().unwrap_or("");
    if member.parameters.is_none() {
        let value = match interface.constant(&format!("{declares}.{}", member.name)) {
            Some(value) if value.parse::<i64>().is_ok() => value.to_owned(),
            // Not known when it is compiled.
            _ if kind == "int" => "Integer.parseInt(\"0\")".to_owned(),
            _ => "null".to_owned(),
        };
        return format!("{visible}{line} = {value};\n");
    }
    let parameters: Vec<String> = member.kinds().iter().enumerate().map(|(at, kind)| format!("{kind} p{at}")).collect();
    let parameters = parameters.join(", ");
    if member.name == "new" {
        let simple = class.name.rsplit('.').next().unwrap_or_default();
        return format!("public {simple}({parameters}) {{ super(); }}\n");
    }
    let head = format!("{visible}{} {}({parameters})", member.words.join(" "), member.name);
    let is_bare = member.is("abstract") || (class.head.starts_with("interface") && !member.is("default"));
    if is_bare { format!("{head};\n") } else { format!("{head} {{ throw new RuntimeException(); }}\n") }
}

#[test]
fn android_has_each_member_that_kotlin_takes_at_its_level() {
    let Some(interface) = android() else {
        println!("NOT RUN: Android's interface is not here (./dev needs brings it)");
        return;
    };
    let classes = classes(&read(NAMES));
    assert!(classes.len() > 40, "only {}", classes.len());
    let mut complaints: Vec<String> = classes
        .iter()
        .filter(|class| !interface.has_class(&class.name))
        .map(|class| format!("no class {}", class.name))
        .collect();
    for class in &classes {
        complaints.extend(
            class
                .members
                .iter()
                .filter_map(|line| Some(format!("{}: {}", class.name, wrong(&interface, class, line)?))),
        );
    }
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
    // A member that no Android has is found, and so is one that came later than the list says.
    let planted = |line: &str| {
        classes
            .iter()
            .find(|class| class.name == "android.app.Activity")
            .and_then(|class| wrong(&interface, class, line))
    };
    assert!(planted("void setRecentsScreenshotEnabled(int) since 33").is_some());
    assert!(planted("void setRecentsScreenshotEnabled(boolean)").is_some());
    assert!(planted("static final int MODE_OPEN").is_some());
}
