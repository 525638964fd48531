# Puts the app together for phones, with the makers' own tools. Says what is missing instead of failing half-way.
# shellcheck shell=bash

# A Mac has bash 3.2, for which an empty array is not set: what may be empty is written ${name[@]+"${name[@]}"}, in all of dev.

DX=0.7.10
# What Gradle and the NDK are asked for; Dioxus.toml says the same.
ANDROID_API=35
ANDROID_TARGET=aarch64-linux-android
IOS_OLDEST=15.0

# What was found missing, a line each.
lacks=()
lack() { lacks+=("$1"); }

# Ends with all that is missing, if something is.
lacks_end() {
  [ ${#lacks[@]} -gt 0 ] || return 0
  say "Cannot put the app together here. Missing:" >&2
  printf '  - %s\n' ${lacks[@]+"${lacks[@]}"} >&2
  say "docs/phones.md says where each comes from. ./dev phones checks the code for phones without any of it." >&2
  exit 1
}

# The identifier that Dioxus.toml gives the app.
identifier() { sed -n 's/^identifier = "\(.*\)"/\1/p' Dioxus.toml; }

need_dx() {
  local have
  have=$(dx --version 2>/dev/null | sed -n 's/^dioxus \([0-9.]*\).*/\1/p') || true
  [ "$have" = "$DX" ] || lack "dx $DX (here is ${have:-none}):  cargo install --locked dioxus-cli@$DX"
}

need_target() {
  rustc --print target-libdir --target "$1" 2>/dev/null | { read -r dir && [ -d "$dir" ]; } ||
    lack "Rust's library for $1:  rustup target add $1"
}

# android [--debug]: a release bundle (AAB) signed by the maintainer's key if Dioxus.toml names one, or a debug APK to install by hand.
android() {
  local kind=release
  case ${1:-} in
    '') ;;
    --debug) kind=debug ;;
    *) stop "./dev android takes --debug or nothing" ;;
  esac
  need_rust
  local sdk=${ANDROID_SDK_ROOT:-${ANDROID_SDK:-${ANDROID_HOME:-}}} ndk=${NDK_HOME:-${ANDROID_NDK_HOME:-}}
  if [ -z "$sdk" ] || [ ! -d "$sdk" ]; then
    lack "Android's SDK: set ANDROID_HOME to its folder"
  else
    [ -d "$sdk/platforms/android-$ANDROID_API" ] || lack "SDK platform $ANDROID_API:  sdkmanager 'platforms;android-$ANDROID_API'"
    [ -d "$sdk/platform-tools" ] || lack "SDK platform tools:  sdkmanager platform-tools"
    [ -n "$ndk" ] || ndk=$(find "$sdk/ndk" -mindepth 1 -maxdepth 1 -type d 2>/dev/null | sort -V | tail -n 1)
  fi
  { [ -n "$ndk" ] && [ -d "$ndk/toolchains/llvm" ]; } || lack "Android's NDK:  sdkmanager 'ndk;27.2.12479018', or set ANDROID_NDK_HOME"
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -version >/dev/null 2>&1 || lack "Java 17 or newer: set JAVA_HOME to its folder"
  need_dx
  need_target "$ANDROID_TARGET"
  lacks_end
  # dx makes its Gradle project here and takes nothing away that lies in it: so the icons and rules are put there first.
  local project
  project=$(built)/dx/steadfast/$kind/android/app
  mkdir -p "$project/app/src/main"
  cp -R phones/android/res "$project/app/src/main/"
  local choice=(--android --target "$ANDROID_TARGET" --bin steadfast --no-default-features --features "$PHONE_FEATURES")
  if [ $kind = debug ]; then
    dx build "${choice[@]}"
    say "To install it on a phone that is plugged in:"
    say "  adb install -r $project/app/build/outputs/apk/debug/app-debug.apk"
  else
    dx bundle --release "${choice[@]}"
    # Not what an earlier --debug left beside it.
    find "$project/app/build/outputs/bundle/release" -name '*.aab' -newer Dioxus.toml -print
    say "Signed only if [bundle.android] in Dioxus.toml names a key: docs/phones.md."
  fi
}

# ios [--simulator]: an app for an iPhone, still to be signed, or one for the simulator.
ios() {
  local target=aarch64-apple-ios kind=release flags=(--release)
  case ${1:-} in
    '') ;;
    --simulator) target=aarch64-apple-ios-sim kind=debug flags=() ;;
    *) stop "./dev ios takes --simulator or nothing" ;;
  esac
  need_rust
  if [ "$(uname -s)" != Darwin ]; then
    lack "a Mac: Apple's tools run nowhere else"
  else
    xcrun --sdk iphoneos --show-sdk-path >/dev/null 2>&1 || lack "Xcode with the iOS SDK:  xcode-select --install, or from the App Store"
  fi
  need_dx
  need_target "$target"
  lacks_end
  export IPHONEOS_DEPLOYMENT_TARGET=$IOS_OLDEST
  dx build --ios ${flags[@]+"${flags[@]}"} --target "$target" --bin steadfast --no-default-features --features "$PHONE_FEATURES"
  local app
  app=$(built)/dx/steadfast/$kind/ios/Steadfast.app
  [ -d "$app" ] || stop "dx made no $app"
  # What dx has no place for. The largest icons are for the shop, not for the phone.
  find phones/ios/icons -name '*@*' -exec cp {} "$app/" \;
  cp phones/ios/PrivacyInfo.xcprivacy "$app/"
  if [ "$kind" = debug ]; then
    /usr/libexec/PlistBuddy -c 'Set :CFBundleSupportedPlatforms:0 iPhoneSimulator' "$app/Info.plist"
    say "To install it in the simulator that is open:"
    say "  xcrun simctl install booted '$app' && xcrun simctl launch booted $(identifier)"
  else
    say "$app is not signed yet: docs/phones.md."
  fi
}
