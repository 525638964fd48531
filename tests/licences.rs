//! Every dependency, those of tests and builds included, stands under a licence that Steadfast may use; and the phone build
//! does not grow dependencies unnoticed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use spdx::{Expression, LicenseReq, ParseMode};
use std::{collections::BTreeSet, process::Command};

/// Licences that ask for no more than to be named, and MPL-2.0, whose files stay as they came.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "bzip2-1.0.6",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "NCSA",
    "OFL-1.1",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
];

/// Packages whose manifest has no expression, and what their licence file says, read by hand.
const READ_BY_HAND: &[(&str, &str)] = &[];

/// How many packages the phone build may have. Raise it only together with the dependency that needs it.
const PHONE_PACKAGES: usize = 596;

/// Why a licence may not be used, if it may not.
fn refusal(expression: &str) -> Option<String> {
    // Older manifests write `MIT/Apache-2.0`.
    match Expression::parse_mode(expression, ParseMode::LAX) {
        Err(error) => Some(format!("`{expression}` is not a licence expression: {}", error.reason)),
        Ok(parsed) if parsed.evaluate(allowed) => None,
        Ok(_) => Some(format!("`{expression}` is not allowed")),
    }
}

fn allowed(wanted: &LicenseReq) -> bool {
    ALLOWED.contains(&wanted.to_string().as_str())
}

/// Asks cargo, without the network if what it needs is here already.
fn cargo(arguments: &[&str]) -> String {
    let ask = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO"));
        command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).args(more).output().expect("cargo starts")
    };
    let mut answer = ask(&["--locked", "--offline"]);
    if !answer.status.success() {
        answer = ask(&["--locked"]);
    }
    let said = String::from_utf8_lossy(&answer.stderr);
    assert!(answer.status.success(), "`cargo {}`: {said}", arguments.join(" "));
    String::from_utf8(answer.stdout).expect("cargo writes UTF-8")
}

/// Name and version, and the licence expression if there is one, of each package that any feature or system brings.
fn packages() -> Vec<(String, Option<String>)> {
    let text = cargo(&["metadata", "--format-version", "1", "--all-features"]);
    let metadata: serde_json::Value = serde_json::from_str(&text).expect("cargo writes JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    packages
        .iter()
        .map(|package| {
            let word = |key: &str| package[key].as_str().map(str::to_owned);
            let name = word("name").expect("a name");
            let licence =
                READ_BY_HAND.iter().find(|(known, _)| *known == name).map(|(_, licence)| (*licence).to_owned());
            (format!("{name} {}", word("version").expect("a version")), word("license").or(licence))
        })
        .collect()
}

#[test]
fn every_dependency_has_a_licence_we_may_use() {
    let packages = packages();
    assert!(packages.len() > 300, "the list has only {} packages", packages.len());
    let refused: Vec<String> = packages
        .iter()
        .filter_map(|(name, licence)| match licence {
            Some(expression) => refusal(expression).map(|why| format!("{name}: {why}")),
            None => Some(format!("{name}: names no licence")),
        })
        .collect();
    assert!(refused.is_empty(), "\n{}\n", refused.join("\n"));
}

#[test]
fn a_licence_that_binds_the_whole_program_is_refused() {
    for expression in [
        "GPL-3.0-only",
        "GPL-2.0-or-later WITH Classpath-exception-2.0",
        "AGPL-3.0-or-later",
        "LGPL-2.1-only",
        "MIT AND GPL-3.0-only",
        "(MIT OR Apache-2.0) AND SSPL-1.0",
        "Apache-2.0 WITH Classpath-exception-2.0",
        "LicenseRef-Ours",
        "free for all",
        "",
    ] {
        assert!(refusal(expression).is_some(), "let through: {expression}");
    }
}

#[test]
fn a_licence_that_leaves_a_choice_is_taken_by_its_best_side() {
    for expression in [
        "MIT OR GPL-3.0-only",
        "MIT/Apache-2.0",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR Apache-2.0 OR MIT",
        "MIT AND (GPL-2.0-only OR BSD-3-Clause)",
    ] {
        assert_eq!(refusal(expression), None);
    }
}

#[test]
fn the_phone_build_has_no_more_packages_than_it_had() {
    let features =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/dev.d/phones.sh")).expect("it is there");
    let features =
        features.lines().find_map(|line| line.strip_prefix("PHONE_FEATURES=")).expect("the phones' features");
    let listed = cargo(&[
        "tree",
        "--no-default-features",
        "--features",
        features,
        "--edges",
        "normal",
        "--target",
        "aarch64-linux-android",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]);
    // A package that comes up again is marked with `(*)`, a procedural macro with `(proc-macro)`.
    let names: BTreeSet<String> =
        listed.lines().map(|line| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ")).collect();
    assert!(names.iter().any(|name| name.starts_with("rusqlite ")), "{names:?}");
    assert!(names.len() <= PHONE_PACKAGES, "{} packages; the ceiling is {PHONE_PACKAGES}", names.len());
}
