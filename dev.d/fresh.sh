# An empty Debian 12 in a folder, with nothing added but this machine's Rust toolchain: what a new user has.
# shellcheck shell=bash

# What lets the inside reach the package registries in the same way as the outside does.
OUTSIDE=(/etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt /etc/pip.conf)
PASSED_ON='^(https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|.*_CA_(CERTS|BUNDLE|FILE)|CARGO_HTTP_CAINFO|SSL_CERT_FILE|PIP_CERT|NODE_EXTRA_CA_CERTS)='

# fresh [--quick] [--setup]: --setup stops once everything that ./dev test needs is installed.
fresh() {
  need_rust
  [ "$(id -u)" -eq 0 ] || stop "./dev fresh makes a chroot, which only root may: sudo ./dev fresh"
  need_packages "to make an empty Debian" debootstrap git || return 1
  local inside='./dev test'
  case ${1:-} in
    --quick) inside='./dev starts' ;;
    --setup) inside='./dev needs' ;;
    '') ;;
    *) stop "./dev fresh takes --quick or --setup" ;;
  esac
  [ -z "$(git status --porcelain)" ] || say "What is not committed is not in the clone that is tried."

  local place=$PWD/.dev/fresh
  rm -rf --one-file-system "$place"
  mkdir -p "$place"
  say "Making an empty Debian 12 in .dev/fresh"
  debootstrap --variant=minbase --include=ca-certificates bookworm "$place" >"$place.log" 2>&1 ||
    { tail -n 5 "$place.log"; stop "debootstrap failed; .dev/fresh.log has the rest."; }
  fresh_sources "$place"
  fresh_toolchain "$place"
  git clone --quiet --no-hardlinks "$PWD" "$place/root/steadfast"

  local passed_on=()
  mapfile -t passed_on < <(env | grep -E "$PASSED_ON" || true)
  say "Running $inside in it"
  local status=0
  # Its own mounts and processes, all gone when it ends. The network is the outside's.
  unshare --mount --pid --fork --kill-child bash -c '
    set -e
    place=$1; shift
    mount -t proc proc "$place/proc"
    mount -t sysfs -o ro sysfs "$place/sys"
    mount --rbind /dev "$place/dev"
    mount -t tmpfs tmpfs "$place/dev/shm"
    exec chroot "$place" "$@"' fresh "$place" \
    /usr/bin/env -i HOME=/root USER=root LANG=C.UTF-8 TERM="${TERM:-dumb}" CI=true \
    PATH=/root/.cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${passed_on[@]}" \
    bash -c "cd /root/steadfast && $inside" </dev/null || status=$?
  if [ $status -eq 0 ]; then
    rm -rf --one-file-system "$place"
  else
    say "It did not hold. .dev/fresh is left as it was, to be looked at."
  fi
  return $status
}

# The security and update suites beside the release itself, from the same mirror that debootstrap took.
fresh_sources() {
  local place=$1 mirror security file
  mirror=$(awk '$1 == "deb" { print $2; exit }' "$place/etc/apt/sources.list")
  security=${mirror%/}-security
  printf 'deb %s %s main\n' "$mirror" bookworm "$mirror" bookworm-updates "$security" bookworm-security \
    >"$place/etc/apt/sources.list"
  for file in "${OUTSIDE[@]}"; do
    [ -f "$file" ] && install -D -m 644 "$file" "$place$file"
  done
  [ ! -f ~/.npmrc ] || grep -v '^nodedir=' ~/.npmrc >"$place/root/.npmrc"
}

fresh_toolchain() {
  local place=$1 cargo=${CARGO_HOME:-$HOME/.cargo} rustup=${RUSTUP_HOME:-$HOME/.rustup} part
  mkdir -p "$place/root/.cargo"
  for part in bin config.toml config; do
    [ ! -e "$cargo/$part" ] || cp -a --reflink=auto "$cargo/$part" "$place/root/.cargo/"
  done
  cp -a --reflink=auto "$rustup" "$place/root/.rustup"
}
