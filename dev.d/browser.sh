# The app in a real browser and in its real window.
# shellcheck shell=bash

# The two packages that the journeys need, in .dev/node: playwright-core without a browser of its own, and axe-core.
need_playwright() {
  need_node || return 1
  local lock=tests/e2e/package-lock.json
  cmp -s "$lock" .dev/node/installed.json && return 0
  say "Installing playwright-core and axe-core from npm into .dev/node"
  mkdir -p .dev/node
  cp tests/e2e/package.json "$lock" .dev/node/
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --prefix .dev/node --no-audit --no-fund --loglevel=error </dev/null || return 1
  cp "$lock" .dev/node/installed.json
}

# Debian's Chromium. Ubuntu's is a snap, which cannot be driven here.
chromium_at() {
  local place
  for place in "${CHROMIUM:-}" /usr/bin/chromium; do
    [ -n "$place" ] && [ -x "$place" ] && { say "$place"; return 0; }
  done
  return 1
}

is_ubuntu() { grep -qs '^ID=ubuntu' /etc/os-release; }

journeys_step() {
  local app
  app=$(built)/debug/steadfast
  if is_ubuntu && ! chromium_at >/dev/null; then
    not_run "browser journeys" "Ubuntu's Chromium is a snap; CHROMIUM=/path/to/chromium names another"
  elif ! { chromium_at >/dev/null || need_packages "for the browser journeys" "${BROWSER_PACKAGES[@]}"; }; then
    not_run "browser journeys" "no Chromium"
  elif ! need_packages "to read what a browser prints" poppler-utils; then
    not_run "browser journeys" "no poppler-utils"
  elif ! need_playwright; then
    not_run "browser journeys" "no playwright-core"
  else
    step "journeys" own env CHROMIUM="$(chromium_at)" node tests/e2e/run.mjs --app "$app" "$@"
  fi
}

window_step() {
  local app
  app=$(built)/debug/steadfast
  if ! need_packages "for the test of the real window" "${WINDOW_PACKAGES[@]}"; then
    not_run "window" "some of its packages are missing"
  else
    step "window" own timeout -k 10 300 xvfb-run -a -s "-screen 0 1280x1024x24" dbus-run-session -- \
      /usr/bin/python3 tests/window/smoke.py "$app"
  fi
}

# A measurement for docs/threat-model.md, no test: the web view's memory is not ours.
memory() {
  need_rust
  need_packages "to build the app and its window" "${BUILD_PACKAGES[@]}"
  need_packages "for the real window, and to type into it" "${WINDOW_PACKAGES[@]}" xdotool
  cargo build --locked --features browser --bin steadfast
  timeout -k 10 300 xvfb-run -a -s "-screen 0 1280x1024x24" dbus-run-session -- \
    /usr/bin/python3 tests/window/memory.py "$(built)/debug/steadfast"
}

# What README.md shows, from the journeys' own pictures.
PICTURES=(home record-now entry-form journal entry pack guidance calculator)

pictures() {
  only journeys_step
  local name theme missing=0
  mkdir -p docs/pictures
  for name in "${PICTURES[@]}"; do
    for theme in light dark; do
      if [ -f "shots/$name-$theme.png" ]; then
        cp "shots/$name-$theme.png" docs/pictures/
      else
        say "No journey took $name-$theme.png" >&2
        missing=1
      fi
    done
  done
  return $missing
}

# The served app answers its own address with a page, and nobody else's.
starts() {
  need_rust
  need_packages "to build the app and its window" "${BUILD_PACKAGES[@]}"
  cargo build --locked --features browser --bin steadfast
  local data log app address='' tries=0 status
  data=$(mktemp -d)
  log=$data/said
  "$(built)/debug/steadfast" --serve --port 0 --data "$data/app" >"$log" 2>&1 </dev/null &
  app=$!
  # shellcheck disable=SC2064
  trap "kill $app 2>/dev/null; rm -rf '$data'" EXIT
  while [ -z "$address" ]; do
    address=$(grep -om1 'http://127\.0\.0\.1:[0-9]*/[^ ]*' "$log" || true)
    [ -n "$address" ] && break
    kill -0 "$app" 2>/dev/null || { cat "$log"; stop "The app ended before it printed an address."; }
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || stop "The app printed no address within a minute."
    sleep 0.1
  done
  status=$(ask "$address")
  say "The app is served and answers its own address with: $status"
  case $status in *' 200 '* | *' 30'[0-9]' '*) ;; *) stop "That is not a page." ;; esac
  status=$(ask "${address%%\?*}")
  say "Without the token it answers with: $status"
  case $status in *' 40'[0-9]' '*) ;; *) stop "It should refuse." ;; esac
}

# ask ADDRESS: the status line that it answers with. Plain bash, so that nothing needs installing.
ask() {
  local rest=${1#http://} host path line
  host=${rest%%/*} path=/${rest#*/}
  exec 3<>"/dev/tcp/${host%:*}/${host#*:}"
  printf 'GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n' "$path" "$host" >&3
  IFS= read -r -t 30 line <&3 || line="nothing"
  exec 3>&-
  say "${line%$'\r'}"
}
