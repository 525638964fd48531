# Type-checks the app for phones without their SDKs: Debian's own Rust builds the standard library from source for them, and
# zig stands in for the C compiler. It proves that the code compiles, not that it runs. Clippy says what it thinks of it.
# shellcheck shell=bash

PHONE_PACKAGES=(rustc-web cargo-web rust-web-clippy rust-web-src libstd-rust-web-dev lld-22 clang-22 llvm-22 python3-venv)
ZIG=0.17.1
ANDROID_API_TYPES=9.1.1
KOTLIN=2.4.20
# What the app for phones is made of; why: docs/phones.md.
PHONE_FEATURES=mobile,pdf,net

# Android's published interface, against which tests/phones.rs holds what Rust names of it.
need_android_api() {
  need_node || return 1
  local folder=.dev/android-api
  grep -qs "\"version\": \"$ANDROID_API_TYPES\"" $folder/node_modules/@nativescript/types-android/package.json && return 0
  say "Installing @nativescript/types-android $ANDROID_API_TYPES from npm into $folder"
  mkdir -p $folder
  npm install --prefix $folder --no-save --ignore-scripts --no-audit --no-fund --loglevel=error \
    "@nativescript/types-android@$ANDROID_API_TYPES" </dev/null
}

# Kotlin's compiler and a Java to run it, for tests/phones/kotlin_compiled.rs.
need_kotlin() {
  need_node || return 1
  command -v javac >/dev/null || need_packages "to compile what is Kotlin" default-jdk-headless || return 1
  local folder=.dev/kotlin
  grep -qs "\"version\": \"$KOTLIN\"" $folder/node_modules/kotlin-compiler/package.json && return 0
  say "Installing kotlin-compiler $KOTLIN from npm into $folder"
  mkdir -p $folder
  npm install --prefix $folder --no-save --ignore-scripts --no-audit --no-fund --loglevel=error "kotlin-compiler@$KOTLIN" </dev/null
}

phones() {
  begin
  phone_steps "$@"
  close
}

phone_steps() {
  local system systems=(android ios) links=(link_steps)
  case ${1:-} in
    android) systems=(android) ;;
    ios) systems=(ios) links=() ;;
    --short) systems=(android) links=() ;;
    --link) systems=() ;;
    --size) systems=() links=(size_step) ;;
    '') ;;
    *) stop "./dev phones takes android, ios, --short, --link or --size" ;;
  esac
  if ! need_phone_tools; then
    for system in ${systems[@]+"${systems[@]}"} ${links[@]+"${links[@]}"}; do not_run "${system%_step*}" "Debian's rustc-web or its companions are not to be had here"; done
    return 0
  fi
  for system in ${systems[@]+"${systems[@]}"}; do step "$system" one phone_check "$system"; done
  for system in ${links[@]+"${links[@]}"}; do "$system"; done
}

need_phone_tools() {
  need_packages "to type-check for phones" "${PHONE_PACKAGES[@]}" || return 1
  phone_tools_here || return 1
  [ "$(.dev/zig/bin/python -m ziglang version 2>/dev/null)" = "$ZIG" ] && return 0
  say "Installing ziglang $ZIG from PyPI into .dev/zig"
  /usr/bin/python3 -m venv --clear .dev/zig && .dev/zig/bin/pip install --quiet --disable-pip-version-check "ziglang==$ZIG"
}

# Whether all is here that the check calls by name. Without apt-get nothing was looked for, and elsewhere packages are named otherwise.
phone_tools_here() {
  local tool missing=''
  for tool in /usr/bin/cargo /usr/bin/rustc /usr/bin/cargo-clippy /usr/bin/python3 clang-22 llvm-ar-22 ld.lld-22; do
    command -v "$tool" >/dev/null || missing="$missing $tool"
  done
  if [ -z "$missing" ]; then
    tool=$(/usr/bin/rustc --print sysroot)/lib/rustlib/src/rust/library/std/Cargo.toml
    [ -f "$tool" ] || missing=" $tool"
  fi
  [ -n "$missing" ] || return 0
  say "Missing, to type-check for phones:$missing"
  return 1
}

# phone_cargo android|ios: sets up Debian's cargo and rustc, not rustup's; building the standard library needs what is not stable yet.
phone_cargo() {
  local target empty
  target=$(built)/phones
  empty=$PWD/.dev/no-sdk
  mkdir -p "$empty"
  unset RUSTUP_TOOLCHAIN RUSTFLAGS RUSTC
  export PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR=$target ZIG_PYTHON=$PWD/.dev/zig/bin/python
  case $1 in
    android)
      triple=aarch64-linux-android
      export ZCC_TARGET=aarch64-linux-musl CC_aarch64_linux_android=$PWD/dev.d/zcc AR_aarch64_linux_android=llvm-ar-22
      ;;
    ios)
      triple=aarch64-apple-ios
      # An empty folder as the SDK, so that nothing goes looking for Xcode.
      export ZCC_TARGET=aarch64-macos CC_aarch64_apple_ios=$PWD/dev.d/zcc AR_aarch64_apple_ios=llvm-ar-22 SDKROOT=$empty
      ;;
  esac
}

phone_check() {
  local triple
  phone_cargo "$1"
  # What is a matter of style is left to the toolchain that everybody uses: Debian's is of another version.
  nice cargo clippy --locked -Zbuild-std=std,panic_abort --target "$triple" --lib --bin steadfast \
    --no-default-features --features "$PHONE_FEATURES" -- -D warnings -A clippy::style -A clippy::complexity
}
