//! That `./dev` runs where it says that it does: with the bash of a Mac, and without Debian's packages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::os::unix::fs::symlink;
use std::process::Command;

fn scripts() -> Vec<(String, String)> {
    let parts = std::fs::read_dir("dev.d").unwrap().map(|entry| entry.unwrap().path());
    let scripts = parts.filter(|path| path.extension().is_some_and(|end| end == "sh")).chain(["dev".into()]);
    scripts.map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap())).collect()
}

/// The names that stand before this in the text.
fn names_before<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(mark).map(|(at, _)| {
        let before = &text[..at];
        let from = before.rfind(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').map_or(0, |at| at + 1);
        &before[from..]
    })
}

/// Whether this array is written plainly somewhere, which the bash of a Mac refuses while it is empty.
fn fails_when_empty(text: &str, name: &str) -> bool {
    let plain = format!("\"${{{name}[@]}}\"");
    text.replace(&format!("${{{name}[@]+{plain}}}"), "").contains(&plain)
}

#[test]
fn an_array_that_may_be_empty_is_written_so_that_the_bash_of_a_mac_takes_it() {
    assert!(fails_when_empty("run \"${flags[@]}\"", "flags"));
    assert!(!fails_when_empty("run ${flags[@]+\"${flags[@]}\"} \"${other[@]}\"", "flags"));
    let scripts = scripts();
    // Begun empty, or from what the command line gave.
    let empty: BTreeSet<&str> =
        scripts.iter().flat_map(|(_, text)| names_before(text, "=()").chain(names_before(text, "=(\"$@\")"))).collect();
    assert!(empty.contains("flags") && empty.contains("arguments"), "{empty:?}");
    for (file, text) in &scripts {
        for name in &empty {
            // Asked for in a container of Debian only; a loop that fills it stands just before.
            let only_debian = ["dev.d/fresh.sh", "dev.d/link.sh"].contains(&file.as_str());
            assert!(only_debian || !fails_when_empty(text, name), "{file}: {name} fails on a Mac while it is empty");
        }
    }
}

#[test]
fn where_debian_s_tools_are_missing_the_check_for_phones_is_not_run_and_nothing_fails() {
    // As on Fedora or a Mac: no apt-get, no clang by Debian's name.
    let bin = tempfile::tempdir().unwrap();
    for tool in ["bash", "dirname", "mkdir", "sed", "tee", "tail", "awk", "cut", "cat"] {
        let found =
            ["/usr/bin", "/bin"].iter().map(|dir| format!("{dir}/{tool}")).find(|path| std::fs::exists(path).unwrap());
        symlink(found.unwrap_or_else(|| panic!("no {tool} here")), bin.path().join(tool)).unwrap();
    }
    for (asked, not_run) in [("ios", 1), ("--link", 1), ("--short", 1)] {
        let ran = Command::new("bash").args(["dev", "phones", asked]).env("PATH", bin.path()).output().unwrap();
        let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
        assert!(said.contains("NOT RUN: "), "{asked}: {said}");
        assert!(said.contains(&format!("0 passed, 0 failed, {not_run} skipped")), "{asked}: {said}");
    }
}
