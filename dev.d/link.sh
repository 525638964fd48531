# Links the app's library for Android without its NDK, against stand-ins that have the names which Android's own libraries have,
# and weighs it. A name that nothing has is an error of the linker; so is one that came later than the oldest Android we run on.
# shellcheck shell=bash

# Name and level of what the library takes from Android.
SYSTEM_NAMES=phones/android/system_names.txt
CEILING=phones/ceiling.toml
# What `System.loadLibrary` and Dioxus's Kotlin look for in it.
LIBRARY_EXPORTS=(main Java_dev_dioxus_main_WryActivity_create Java_dev_dioxus_main_Ipc_ipc Java_dev_dioxus_main_RustWebViewClient_handleRequest)

link_steps() {
  step "android link" one link_library "$PHONE_FEATURES"
  weigh_step
}

# What is linked last is what ships.
size_step() {
  step "android sizes" one library_sizes
  weigh_step
}

weigh_step() {
  if held; then
    step "android names" one library_names
    step "android weight" one library_weight
  else
    not_run "android names, android weight" "the library was not linked"
  fi
}

# The oldest Android that the app runs on, by Dioxus.toml.
oldest_android() { sed -n 's/^min_sdk = \([0-9]*\)$/\1/p' Dioxus.toml; }

library() { printf '%s\n' "$(built)/phones/aarch64-linux-android/android-release/steadfast"; }

# make_stand_ins DIR: a library for each that SYSTEM_NAMES knows, and an empty one for each that Rust or dx name and nobody uses.
make_stand_ins() {
  local into=$1 library oldest
  oldest=$(oldest_android)
  rm -rf "$into"
  mkdir -p "$into"
  local flags=(--target="aarch64-linux-android$oldest" -fPIC -x assembler)
  # What is linked in, as the NDK's are: a stand-in weighs nothing.
  for library in unwind c++abi zig; do
    system_names "$library" "$oldest" | clang-22 "${flags[@]}" -c - -o "$into/$library.o"
    llvm-ar-22 rcs "$into/lib$library.a" "$into/$library.o"
  done
  for library in c m dl log android OpenSLES nativewindow mediandk jnigraphics aaudio sync; do
    system_names "$library" "$oldest" |
      clang-22 "${flags[@]}" -shared -nostdlib -fuse-ld=lld -Wl,-soname,"lib$library.so" - -o "$into/lib$library.so"
  done
}

# system_names LIBRARY LEVEL: an assembler's text with the names that this library has at this level.
system_names() {
  awk -v library="$1" -v level="$2" '
    BEGIN { print ".text" }
    $1 == library && $2 <= level { printf ".globl %s\n.type %s, %%function\n%s:\n", $3, $3, $3 }
    END { print " ret" }' "$SYSTEM_NAMES"
}

# link_library FEATURES: what `dx bundle --release` asks cargo for, but for the NDK's compiler and libraries.
link_library() {
  local triple stand_ins log=$PWD/.dev/log/linker.log argument arguments=()
  # Another list gives other arguments, so cargo links anew.
  stand_ins=$PWD/.dev/stand-ins/$(oldest_android)-$(cksum <"$SYSTEM_NAMES" | tr ' ' -)
  phone_cargo android
  make_stand_ins "$stand_ins"
  export CARGO_TARGET_AARCH64_LINUX_ANDROID_LINKER=clang-22
  for argument in --target="$triple$(oldest_android)" -fuse-ld=lld -nostartfiles "-L$stand_ins" \
    -landroid -llog -lOpenSLES -lc++abi -lzig -Wl,--export-dynamic -Wl,--no-undefined -Wl,--error-limit=0; do
    arguments+=("-Clink-arg=$argument")
  done
  nice cargo rustc --locked -Zbuild-std=std,panic_abort --target "$triple" --profile android-release --bin steadfast \
    --no-default-features --features "$1" -- "${arguments[@]}" 2>&1 | tee "$log" && return 0
  local missing
  missing=$(sed -n 's/.*undefined symbol: //p' "$log" | sort -u)
  [ -z "$missing" ] || say "No library of Android $(oldest_android) is known to have: ${missing//$'\n'/ }
If one has it, by the lists of exports in Android's own source, it belongs into $SYSTEM_NAMES."
  return 1
}

# Whether the library that was linked shows what is looked for in it, takes what is written down, and can be loaded.
library_names() {
  local file name wrong=0 all taken known shown
  file=$(library)
  all=$(llvm-nm-22 --dynamic --undefined-only --format=posix "$file")
  taken=$(awk '$2 == "U" { print $1 }' <<<"$all" | sort -u)
  known=$(awk -v level="$(oldest_android)" '!/^#/ && $2 <= level { print $3 }' "$SYSTEM_NAMES" | sort -u)
  shown=$(llvm-nm-22 --dynamic --defined-only --format=just-symbols "$file")
  [ -n "$taken" ] || { say "It takes nothing from Android, which cannot be." && return 1; }
  say "$(wc -l <<<"$taken") names taken from $(llvm-readelf-22 --needed-libs "$file" | grep -o 'lib.*' | xargs)"
  say "Taken where a phone has it, and done without elsewhere: $(awk '$2 == "w" { print $1 }' <<<"$all" | xargs)"
  for name in $(comm -23 <(printf '%s\n' "$taken") <(printf '%s\n' "$known")); do
    say "Taken, and $SYSTEM_NAMES has it for no Android as old as we run on: $name" && wrong=1
  done
  for name in "${LIBRARY_EXPORTS[@]}"; do
    grep -qx "$name" <<<"$shown" || { say "It does not export $name" && wrong=1; }
  done
  # Android 15 asks for this of phones with pages of 16 KB.
  llvm-readelf-22 --program-headers --wide "$file" | awk '$1 == "LOAD" && $NF != "0x4000" && $NF != "0x10000" { bad = 1 } END { exit bad }' ||
    { say "A part of it is not laid out for pages of 16 KB" && wrong=1; }
  return $wrong
}

# weigh: bytes of the library without its names for a debugger, as a phone holds it, and deflated, as an APK holds it.
weigh() {
  local copy
  copy=$(mktemp)
  llvm-strip-22 --strip-all "$(library)" -o "$copy"
  printf '%s %s\n' "$(stat -c %s "$copy")" "$(gzip --best --no-name --stdout "$copy" | wc -c)"
  rm -f "$copy"
}

# ceiling stripped|deflated: the figure in CEILING.
ceiling() { sed -n "s/^$1 = \([0-9_]*\)\$/\1/p" "$CEILING" | tr -d _; }

mib() { awk -v bytes="$1" 'BEGIN { printf "%.1f MiB", bytes / 1048576 }'; }

library_weight() {
  local stripped deflated kind wrong=0 most
  read -r stripped deflated < <(weigh)
  for kind in stripped deflated; do
    most=$(ceiling $kind)
    [ -n "$most" ] || { say "$CEILING says nothing of $kind" && wrong=1 && continue; }
    say "$kind: $(mib "${!kind}") (${!kind} bytes); the ceiling is $(mib "$most")"
    [ "${!kind}" -le "$most" ] || { say "$kind: heavier than $CEILING allows" && wrong=1; }
  done
  return $wrong
}

# The same library with less in it. What is shipped comes last, so that it is the one that stays.
library_sizes() {
  local features table="" stripped deflated
  for features in mobile mobile,net mobile,pdf mobile,pdf,net; do
    # Of its own, since it says where cargo builds.
    (link_library "$features") || return 1
    read -r stripped deflated < <(weigh)
    table+=$(printf '%-16s %12s %12s' "$features" "$(mib "$stripped")" "$(mib "$deflated")")$'\n'
  done
  printf '\n%-16s %12s %12s\n%s' features stripped deflated "$table"
}
