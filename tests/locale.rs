//! That every text of the screens has a name that is written down, that none is written down for nothing, and what each
//! language lacks. Reads the source as the compiler's lexer does: a comment names nothing.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use proc_macro2::{TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use steadfast::guidance::check::numbers_unlike;
use steadfast::locale::{ENGLISH, LOCALES};

/// Names with the values that go into each.
type Texts = BTreeMap<String, BTreeSet<String>>;

/// Rooms whose texts all have names: nothing may be written out there.
const NAMED: &[&str] = &["src/session", "src/ui"];
/// What stays English whatever the screen speaks, and why.
const ENGLISH_ALWAYS: &[(&str, &str)] = &[
    ("src/ui/screens/trusted/message.rs", "the text that she sends: who gets it may not read her language"),
    ("src/session/pack.rs", "the name of the pack's folder, for the police"),
    ("src/session/demo", "the made-up story"),
    ("src/ui/drawn", "drawings, no words"),
    ("src/ui/testing.rs", "only tests see it"),
];
/// The texts of these files: `name`, and `name.part`, with what they take.
fn written(files: &[(&str, &str)]) -> Texts {
    let mut texts = Texts::new();
    for (file, text) in files {
        let resource = fluent_syntax::parser::parse(*text)
            .unwrap_or_else(|(_, errors)| panic!("{file}.ftl cannot be read: {errors:?}"));
        for entry in resource.body {
            let message = match entry {
                Entry::Message(message) => message,
                Entry::Junk { content } => panic!("{file}.ftl: {content}"),
                _ => continue,
            };
            let name = message.id.name.to_owned();
            let value = message.value.iter().map(|value| (name.clone(), value));
            let parts = message.attributes.iter().map(|part| (format!("{name}.{}", part.id.name), &part.value));
            for (name, pattern) in value.chain(parts) {
                let mut takes = BTreeSet::new();
                taken(pattern, &mut takes);
                assert!(texts.insert(name.clone(), takes).is_none(), "{name} is written twice");
            }
        }
    }
    texts
}

fn taken(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            match expression {
                Expression::Inline(inline) => taken_inline(inline, into),
                Expression::Select { selector, variants } => {
                    taken_inline(selector, into);
                    variants.iter().for_each(|variant| taken(&variant.value, into));
                }
            }
        }
    }
}

fn taken_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => match expression.as_ref() {
            Expression::Inline(inline) => taken_inline(inline, into),
            Expression::Select { selector, .. } => taken_inline(selector, into),
        },
        _ => {}
    }
}

/// Each `t!("name", value = …)` of a source.
fn asked(tokens: TokenStream, into: &mut Vec<(String, BTreeSet<String>)>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map(ToString::to_string);
        if before(1).as_deref() == Some("!") && before(2).as_deref() == Some("t") {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            let name = inner.first().map(ToString::to_string).unwrap_or_default();
            let mut values = BTreeSet::new();
            for three in inner.windows(3) {
                if let [TokenTree::Punct(comma), TokenTree::Ident(key), TokenTree::Punct(equals)] = three
                    && comma.as_char() == ','
                    && equals.as_char() == '='
                {
                    values.insert(key.to_string());
                }
            }
            into.push((name.trim_matches('"').to_owned(), values));
        }
        asked(group.stream(), into);
    }
}

fn sources(below: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(below).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

fn of_the_program() -> Vec<(PathBuf, TokenStream)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src"), &mut files);
    files
        .into_iter()
        .filter(|file| !file.starts_with(root.join("src/locale")))
        .map(|file| {
            let text = std::fs::read_to_string(&file).unwrap();
            (file.strip_prefix(root).unwrap().to_owned(), text.parse().unwrap())
        })
        .collect()
}

/// What does not fit between what is asked for and what is written.
fn misfits(asked: &[(String, BTreeSet<String>)], written: &Texts) -> Vec<String> {
    let mut found = Vec::new();
    for (name, values) in asked {
        match written.get(name) {
            None => found.push(format!("{name} is asked for and not written")),
            Some(takes) if takes != values => found.push(format!("{name} takes {takes:?} and is given {values:?}")),
            Some(_) => {}
        }
    }
    let known: BTreeSet<&String> = asked.iter().map(|(name, _)| name).collect();
    found.extend(written.keys().filter(|name| !known.contains(name)).map(|name| format!("{name} is never asked for")));
    found
}

fn english() -> Texts {
    written(LOCALES.iter().find(|(tag, _)| *tag == ENGLISH).unwrap().1)
}

#[test]
fn every_text_that_a_screen_asks_for_is_written_with_the_values_it_takes_and_none_for_nothing() {
    let mut all = Vec::new();
    for (_, tokens) in of_the_program() {
        asked(tokens, &mut all);
    }
    let found = misfits(&all, &english());
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_scan_finds_what_does_not_fit() {
    let written = written(&[("one", "here = Here\nleft = { $n } left\nidle = Idle\n    .part = { $who }\n")]);
    let source = "fn f() { rsx! { p { {t!(\"here\")} } } g(t!(\"left\", m = 1)); t!(\"gone\"); t!(\"idle\"); }";
    let mut all = Vec::new();
    asked(source.parse().unwrap(), &mut all);
    let found = misfits(&all, &written);
    assert_eq!(
        found,
        [r#"left takes {"n"} and is given {"m"}"#, "gone is asked for and not written", "idle.part is never asked for",]
    );
}

/// What a language lacks of English.
fn missing(files: &[(&str, &str)], english: &Texts) -> Vec<String> {
    let there = written(files);
    english.keys().filter(|name| !there.contains_key(*name)).cloned().collect()
}

#[test]
fn what_a_language_lacks_is_listed_and_what_it_has_takes_the_same_values() {
    let english = english();
    for (tag, files) in LOCALES {
        let lacks = missing(files, &english);
        println!("{tag} lacks {} of {} texts: {}", lacks.len(), english.len(), lacks.join(", "));
        for (name, takes) in written(files) {
            let wanted = english.get(&name).unwrap_or_else(|| panic!("{tag}: {name} is not in English"));
            assert!(takes.is_subset(wanted), "{tag}: {name} takes {takes:?}; there is {wanted:?}");
        }
    }
    let half: &[(&str, &str)] = &[("half", "here = Yma\n")];
    let both = written(&[("one", "here = Here\nthere = There\n")]);
    assert_eq!(missing(half, &both), ["there"]);
}

/// Every way in which each text of these files can be said, without what is put in: a text with plural forms has several.
fn said_in(files: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
    fn every_way(pattern: &Pattern<&str>) -> Vec<String> {
        let mut ways = vec![String::new()];
        for element in &pattern.elements {
            let next: Vec<String> = match element {
                PatternElement::TextElement { value } => vec![(*value).to_owned()],
                PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                    variants.iter().flat_map(|variant| every_way(&variant.value)).collect()
                }
                PatternElement::Placeable { .. } => vec!["\n".to_owned()],
            };
            ways = ways.iter().flat_map(|before| next.iter().map(move |after| format!("{before}{after}"))).collect();
        }
        ways
    }
    let mut said = BTreeMap::new();
    for (_, text) in files {
        let Ok(resource) = fluent_syntax::parser::parse(*text) else { continue };
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let name = message.id.name.to_owned();
            let value = message.value.iter().map(|value| (name.clone(), value));
            let parts = message.attributes.iter().map(|part| (format!("{name}.{}", part.id.name), &part.value));
            said.extend(value.chain(parts).map(|(name, pattern)| (name, every_way(pattern))));
        }
    }
    said
}

/// The texts of a language that change, lose or add a number. Each of its plural forms has those of some English form.
fn other_numbers(files: &[(&str, &str)], english: &[(&str, &str)]) -> Vec<String> {
    let english = said_in(english);
    let unlike = |(name, ways): (String, Vec<String>)| {
        let before = english.get(&name)?;
        let closest = |way: &String| before.iter().map(|before| numbers_unlike(before, way)).min_by_key(Vec::len);
        let problems = ways.iter().filter_map(closest).find(|problems| !problems.is_empty())?;
        Some(format!("{name}: {}", problems.join("; ")))
    };
    said_in(files).into_iter().filter_map(unlike).collect()
}

#[test]
fn no_language_changes_a_number() {
    let english = LOCALES.iter().find(|(tag, _)| *tag == ENGLISH).unwrap().1;
    for (tag, files) in LOCALES {
        let found = other_numbers(files, english);
        assert!(found.is_empty(), "{tag}: {}", found.join("\n"));
    }
    let one: &[(&str, &str)] = &[("one", "silent = Press 55.\n    .call = Call 999\nleft = { $n } of 101\n")];
    let other: &[(&str, &str)] = &[("one", "silent = Qwe 5.\n    .call = 999 rty\nleft = uio 101 { $n } 112\n")];
    assert_eq!(
        other_numbers(other, one),
        ["left: the number 112 was added", "silent: the number 55 is missing; the number 5 was added"]
    );
}

/// The texts into which a note for translators has slipped: indented, it is no comment and would be shown.
fn with_a_note(files: &[(&str, &str)]) -> Vec<String> {
    let noted = |ways: &Vec<String>| ways.iter().any(|way| way.lines().any(|line| line.trim_start().starts_with('#')));
    said_in(files).into_iter().filter(|(_, ways)| noted(ways)).map(|(name, _)| name).collect()
}

#[test]
fn no_note_for_translators_is_shown_to_anybody() {
    for (tag, files) in LOCALES {
        assert_eq!(with_a_note(files), [""; 0], "{tag}");
    }
    let slipped: &[(&str, &str)] =
        &[("one", "there = It is # 1.\n    .off = Off.\n    # A note.\n    .on = On.\n# A comment.\n")];
    assert_eq!(with_a_note(slipped), ["there.off"]);
}

#[test]
fn each_plural_form_of_a_language_has_the_numbers_of_an_english_one() {
    let text = |forms: &str| format!("tries = {{ $n ->\n{forms}    }}, then call 999.\n");
    let english = text("    [one] 1 try of 28\n   *[other] { $n } tries of 28\n");
    let found = |forms: &str| other_numbers(&[("one", &text(forms))], &[("one", &english)]);
    let good = "    [zero] qwe 28\n    [one] 1 rty 28\n    [two] { $n } rty 28\n   *[other] { $n } uio 28\n";
    assert_eq!(found(good), [""; 0]);
    let bad = "    [two] { $n } rty 82\n   *[other] { $n } uio 28\n";
    assert_eq!(found(bad), ["tries: the number 28 is missing; the number 82 was added"]);
    assert_eq!(found("    [one] 2 rty 28\n   *[other] { $n } uio 28\n"), ["tries: the number 2 was added"]);
}

/// Whether a literal reads like a text for a person: two words, or one that begins with a capital.
fn reads_like_a_text(literal: &str) -> bool {
    // What stands between braces is put in.
    let mut depth = 0_u32;
    let bare: String = literal
        .chars()
        .filter(|letter| {
            match letter {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => return depth == 0,
            }
            false
        })
        .collect();
    // What a secret says of itself to a programmer.
    if bare.ends_with("(..)") {
        return false;
    }
    let words: Vec<&str> = bare.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let capital = bare.trim_start().chars().next().is_some_and(char::is_uppercase);
    let ends_as_a_sentence = words.len() > 1 && bare.trim_end().ends_with(['.', '?', ':', ',']);
    (capital && bare.chars().filter(|letter| letter.is_lowercase()).count() > 1) || ends_as_a_sentence
}

/// Literals of a source that read like texts, outside tests and `t!`.
fn written_out(tokens: TokenStream, into: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut test_item = false;
    for (at, token) in tokens.iter().enumerate() {
        let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at)).map(ToString::to_string);
        match token {
            TokenTree::Group(group) => {
                let (last, one_before) = (before(1), before(2));
                let attribute =
                    matches!((last.as_deref(), one_before.as_deref()), (Some("#"), _) | (Some("!"), Some("#")));
                if attribute {
                    test_item |= group.stream().to_string().starts_with("cfg (test");
                    test_item |= group.stream().to_string() == "cfg(test)";
                    continue;
                }
                let braces = group.delimiter() == proc_macro2::Delimiter::Brace;
                if !test_item {
                    written_out(group.stream(), into);
                }
                test_item &= !braces;
            }
            TokenTree::Punct(mark) if mark.as_char() == ';' => test_item = false,
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let of_class = before(1).as_deref() == Some(":") && before(2).as_deref() == Some("class");
                if let Some(text) = text.strip_prefix('"')
                    && !of_class
                    && reads_like_a_text(text.trim_end_matches('"'))
                {
                    into.push(text.trim_end_matches('"').to_owned());
                }
            }
            _ => {}
        }
    }
}

#[test]
fn where_all_texts_have_names_none_is_written_out() {
    let mut found = Vec::new();
    for (file, tokens) in of_the_program() {
        let name = file.to_string_lossy();
        if name.contains("tests")
            || !NAMED.iter().any(|room| name.starts_with(room))
            || ENGLISH_ALWAYS.iter().any(|(place, _)| name.starts_with(place))
        {
            continue;
        }
        let mut texts = Vec::new();
        written_out(tokens, &mut texts);
        found.extend(texts.into_iter().map(|text| format!("{name}: {text}")));
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_scan_for_texts_that_are_written_out_finds_them() {
    let source = r#"
        //! Not this one.
        /// Nor this one.
        fn f() { rsx! { p { class: "Row tight", id: "save-it", "Get safe first." } Button { label: "Save" } } }
        fn g() { format!("{n} left, and more."); t!("word-back"); }
        #[cfg(test)]
        mod tests { fn h() { has("Nothing here") } }
        fn i() { "After the tests" }
    "#;
    let mut found = Vec::new();
    written_out(source.parse().unwrap(), &mut found);
    assert_eq!(found, ["Get safe first.", "Save", "{n} left, and more.", "After the tests"]);
}
