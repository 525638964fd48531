//! What the library for Android takes from Android, and what it may weigh: the two lists that `./dev phones --link` reads.

use super::{read, toml};

/// Library, level of Android, and name, of each line.
fn names() -> Vec<(String, i64, String)> {
    read("phones/android/system_names.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.is_empty())
        .map(|line| {
            let mut words = line.split(' ');
            let mut word = || words.next().unwrap_or_else(|| panic!("too few words: {line}")).to_owned();
            let (library, level, name) = (word(), word(), word());
            assert_eq!(words.next(), None, "too many words: {line}");
            (library, level.parse().unwrap_or_else(|error| panic!("{line}: {error}")), name)
        })
        .collect()
}

#[test]
fn the_oldest_android_we_run_on_has_every_name_that_the_library_takes() {
    let oldest = toml("Dioxus.toml")["android"]["min_sdk"].as_integer().unwrap();
    let names = names();
    assert!(names.len() > 100, "only {}", names.len());
    for (library, level, name) in &names {
        // 64-bit ARM begins with 21.
        assert!((21..=oldest).contains(level), "{name} of {library} came with {level}");
    }
}

#[test]
fn each_name_is_written_down_once_and_under_a_library_that_the_link_makes() {
    let names = names();
    assert!(names.is_sorted(), "`LC_ALL=C sort` puts the lines in order");
    let link = read("dev.d/link.sh");
    let made: Vec<&str> = link
        .lines()
        .filter_map(|line| line.trim().strip_prefix("for library in ")?.split_once(';'))
        .flat_map(|(libraries, _)| libraries.split(' '))
        .collect();
    assert!(made.contains(&"c"), "{made:?}");
    for (at, (library, _, name)) in names.iter().enumerate() {
        assert!(made.contains(&library.as_str()), "{library} of {name}");
        assert!(!names[at + 1..].iter().any(|(_, _, other)| other == name), "{name} stands there twice");
    }
}

#[test]
fn the_ceiling_names_both_figures_and_the_compressed_one_is_the_smaller() {
    let ceiling = toml("phones/ceiling.toml");
    let figure = |key: &str| ceiling[key].as_integer().unwrap();
    assert!(0 < figure("deflated") && figure("deflated") < figure("stripped"));
}
