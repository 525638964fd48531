//! `MainActivity.kt`, compiled by Kotlin's own compiler together with wry's `WryActivity.kt` and against stand-ins for Android, and
//! what it reckons for reminders, run by Java. A name or a type that is wrong is found, and so is a reminder at a wrong time.

use super::{kotlin_stand_ins, read, root};
use std::path::{Path, PathBuf};
use std::process::Command;

const COMPILER: &str = ".dev/kotlin/node_modules/kotlin-compiler/lib";
/// What no list has: annotations, and what dx and wry make for each app.
const ELSEWHERE: [(&str, &str); 4] = [
    (
        "androidx/annotation/RequiresApi.java",
        "package androidx.annotation; public @interface RequiresApi { int value(); }",
    ),
    (
        "android/annotation/SuppressLint.java",
        "package android.annotation; public @interface SuppressLint { String[] value(); }",
    ),
    (
        "app/plain/daybook/BuildConfig.java",
        "package app.plain.daybook; public class BuildConfig { public static final boolean DEBUG = false; }",
    ),
    (
        "dev/dioxus/main/RustWebView.java",
        "package dev.dioxus.main; public class RustWebView extends android.webkit.WebView {
            public RustWebView(android.content.Context of) { super(of); }
        }",
    ),
];

/// wry's own Kotlin, of the version that is locked, with the names that dx puts into it.
fn of_wry(file: &str) -> Option<String> {
    let lock = read("Cargo.lock");
    let version = lock.split("name = \"wry\"\nversion = \"").nth(1)?.split('"').next()?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cargo")))?;
    let found = std::fs::read_dir(home.join("registry/src")).ok()?.flatten().find_map(|registry| {
        std::fs::read_to_string(registry.path().join(format!("wry-{version}/src/android/kotlin/{file}"))).ok()
    })?;
    let names = [
        ("{{package}}", "dev.dioxus.main"),
        ("{{library}}", "main"),
        ("{{class-extension}}", ""),
        ("{{class-init}}", ""),
    ];
    Some(names.iter().fold(found, |text, (hole, name)| text.replace(hole, name)))
}

/// What it says; the test fails where it says that it failed.
fn run(command: &mut Command) -> String {
    let output = command.output().expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{:?}:\n{said}", command.get_program());
    said
}

fn javac(into: &Path, path: &Path, files: &[PathBuf]) {
    run(Command::new("javac").arg("-nowarn").arg("-d").arg(into).arg("-cp").arg(path).args(files));
}

/// Kotlin's compiler; what it says of warnings comes back.
fn kotlinc(into: &Path, path: &Path, files: &[PathBuf]) -> (bool, String) {
    let lib = root().join(COMPILER);
    let output = Command::new("java")
        .arg("-cp")
        .arg(lib.join("kotlin-preloader.jar"))
        .args(["org.jetbrains.kotlin.preloading.Preloader", "-cp"])
        .arg(lib.join("kotlin-compiler.jar"))
        .args(["org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "-no-reflect", "-jvm-target", "1.8", "-kotlin-home"])
        .arg(lib.parent().unwrap())
        .arg("-d")
        .arg(into)
        .arg("-cp")
        .arg(path)
        .args(files)
        .output()
        .expect("java starts");
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn the_kotlin_compiles_and_a_reminder_comes_at_its_time_on_the_days_when_clocks_change() {
    let brought = root().join(COMPILER).join("kotlin-compiler.jar").exists();
    let java = Command::new("javac").arg("-version").output().is_ok();
    let (Some(stand_ins), true, true) = (kotlin_stand_ins::all(), brought, java) else {
        println!("NOT RUN: Android's interface, Kotlin's compiler or Java is not here (./dev needs brings them)");
        return;
    };
    let place = tempfile::tempdir().unwrap();
    let (sources, android, app) =
        (place.path().join("sources"), place.path().join("android"), place.path().join("app"));
    let write = |path: &str, text: &str| {
        let file = sources.join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(&file, text).unwrap();
        file
    };
    let mut java: Vec<PathBuf> = stand_ins.iter().map(|(path, text)| write(path, text)).collect();
    java.extend(ELSEWHERE.map(|(path, text)| write(path, text)));
    javac(&android, &android, &java);

    let main = read("phones/android/MainActivity.kt");
    let wrys = ["WryActivity.kt", "Logger.kt"].map(|file| write(file, &of_wry(file).expect("wry's Kotlin")));
    let [activity, logger] = wrys;
    let compile =
        |text: &str| kotlinc(&app, &android, &[write("MainActivity.kt", text), activity.clone(), logger.clone()]);
    let (compiles, said) = compile(&main);
    assert!(compiles, "{said}");

    let classes = std::env::join_paths([&android, &app, &root().join(COMPILER).join("kotlin-stdlib.jar")]).unwrap();
    javac(&app, Path::new(&classes), &[root().join("tests/phones/ReminderTimes.java")]);
    let said = run(Command::new("java").arg("-cp").arg(&classes).arg("ReminderTimes"));
    println!("{said}");

    // What does not fit is found.
    let (compiles, said) = compile(&main.replace("moveTaskToBack(true)", "moveTaskToBack(1)"));
    assert!(!compiles && said.contains("MainActivity.kt:"), "{said}");
}
