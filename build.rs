//! Tells the linker what the library for Android shows to the outside: else every name in it is kept and weighs.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|has| has == value);
    // Only what is shipped: while one works on it, `dx` may replace single functions in the running app.
    if is("CARGO_CFG_TARGET_OS", "android") && is("PROFILE", "release") {
        let folder = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        println!("cargo::rerun-if-changed=phones/android/exports.map");
        println!("cargo::rustc-link-arg-bin=steadfast=-Wl,--version-script={folder}/phones/android/exports.map");
    }
}
