# What a fresh Debian or Ubuntu machine lacks, and how it gets here.
# shellcheck shell=bash

BUILD_PACKAGES=(build-essential pkg-config ca-certificates libwebkit2gtk-4.1-dev libxdo-dev libssl-dev)
# Tools that an officer or a solicitor may use on a pack, and those that fill, break and watch a disk.
TOOL_PACKAGES=(openssh-client openssl poppler-utils qpdf p7zip-full unzip strace)
BROWSER_PACKAGES=(chromium)
WINDOW_PACKAGES=(xvfb xauth dbus at-spi2-core python3-gi gir1.2-atspi-2.0)

APT=(apt-get -qq -o DPkg::Lock::Timeout=300)
apt_updated=no

say() { printf '%s\n' "$*"; }
stop() {
  printf '%s\n' "$*" >&2
  exit 1
}

# need_packages WHY PACKAGE...: installs what is missing, or says what to install and fails.
need_packages() {
  local why=$1 package missing=()
  shift
  for package in "$@"; do
    package_here "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! command -v apt-get >/dev/null; then
    say "Missing, $why: ${missing[*]} (Debian's names). There is no apt-get here: install them in this system's own way." >&2
    # Elsewhere the names differ, so whether they are here is for the build to find out.
    return 0
  fi
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && { [ -t 0 ] || sudo -n true 2>/dev/null; }; then
      as_root=(sudo)
    else
      say "Missing, $why. Please install them as root:  apt-get install ${missing[*]}" >&2
      return 1
    fi
  fi
  say "Missing, $why: ${missing[*]}"
  say "Installing them with apt-get${as_root[*]:+, as root through sudo}."
  if [ $apt_updated = no ]; then
    ${as_root[@]+"${as_root[@]}"} "${APT[@]}" update && apt_updated=yes
  fi
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive "${APT[@]}" install -y --no-install-recommends ${missing[@]+"${missing[@]}"} \
    </dev/null >/dev/null || {
    say "apt-get could not install: ${missing[*]}" >&2
    return 1
  }
}

package_here() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The toolchain is the one thing that this script does not install.
need_rust() {
  command -v cargo >/dev/null || PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
  command -v cargo >/dev/null || stop "There is no Rust toolchain here. Install one (rustup, or your distribution's), then try again."
  local wanted have
  wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
  have=$(rustc --version | cut -d' ' -f2)
  [ "$(printf '%s\n%s\n' "$wanted" "$have" | sort -V | head -n 1)" = "$wanted" ] ||
    stop "Steadfast needs Rust $wanted or newer; here is $have."
}

# need COMPONENT...: parts of the toolchain that a minimal install leaves out.
need() {
  local part
  for part in "$@"; do
    case $part in
      clippy) cargo clippy --version >/dev/null 2>&1 ;;
      rustfmt) cargo fmt --version >/dev/null 2>&1 ;;
    esac || stop "The Rust toolchain here has no $part:  rustup component add $part"
  done
}

# Node 18 or newer with npm: what is here, else Debian's.
need_node() {
  local version
  if command -v node >/dev/null && command -v npm >/dev/null; then
    version=$(node --version)
    version=${version#v}
    [ "${version%%.*}" -ge 18 ] && return 0
  fi
  need_packages "to drive the browser" nodejs npm
}

# Where cargo puts what it builds.
built() {
  cargo metadata --locked --no-deps --format-version 1 | sed -n 's/.*"target_directory":"\([^"]*\)".*/\1/p'
}
