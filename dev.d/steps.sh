# Runs steps, says what each took, and counts what passed, failed and did not run.
# shellcheck shell=bash

passed=0 failed=0 skipped=0
took=() skips=()
all_began=0
last_status=0

begin() {
  mkdir -p .dev/log
  export CARGO_TERM_COLOR=never
  all_began=$SECONDS
}

# not_run WHAT WHY: counts as skipped, never as passed.
not_run() {
  skips+=("$1: $2")
  skipped=$((skipped + 1))
  printf '\nNOT RUN: %s: %s\n' "$1" "$2"
}

# step NAME COUNTED COMMAND...
# COUNTED says how: `none` for a preparation, which counts only if it fails; `one` for a check; `cargo` by the lines of Rust's test runner; `own` by a line
# `COUNT passed=N failed=N`. A line of its output that begins with `NOT RUN:` is something that did not run.
step() {
  local name=$1 counted=$2 log p=0 f=0 s=0 line began=$SECONDS
  shift 2
  log=.dev/log/${name// /-}.log
  last_status=0
  printf '\n== %s\n' "$name"
  "$@" 2>&1 </dev/null | tee "$log" || last_status=$?
  while IFS= read -r line; do
    s=$((s + 1))
    skips+=("$name: ${line#NOT RUN: }")
  done < <(sed -n -e 's/^ *\(NOT RUN: .*\)/\1/p' -e 's/^test \(.*\) \.\.\. \(ignored.*\)/NOT RUN: \1 (\2)/p' "$log")
  case $counted in
    cargo)
      # A test that says under its own heading that something did not run has not passed, though the runner counts it so.
      read -r p f < <(awk '
        /^test result: / { p += $4; f += $6 }
        /^---- .* stdout ----$/ { told = 0 }
        /^ *NOT RUN: / { if (!told) p -= 1; told = 1 }
        END { print p + 0, f + 0 }' "$log")
      ;;
    own) read -r p f < <(sed -n 's/^COUNT passed=\([0-9]*\) failed=\([0-9]*\)$/\1 \2/p' "$log" | tail -n 1) || true ;;
    none) [ "$last_status" -eq 0 ] || f=1 ;;
    one) if [ "$last_status" -eq 0 ]; then [ "$s" -gt 0 ] || p=1; else f=1; fi ;;
  esac
  p=${p:-0} f=${f:-0}
  if [ "$last_status" -ne 0 ] && [ "$f" -eq 0 ]; then
    f=1
  elif [ "$counted" != none ] && [ $((p + f + s)) -eq 0 ]; then
    say "$name: nothing was counted, which is a failure"
    f=1
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  took+=("$(printf '%-12s %4d s   %4d passed, %d failed, %d not run' "$name" $((SECONDS - began)) "$p" "$f" "$s")")
}

# Whether the last step held.
held() { [ "$last_status" -eq 0 ]; }

# The account of it all; the last line stands alone.
close() {
  printf '\n== What each step took\n'
  [ ${#took[@]} -eq 0 ] || printf '%s\n' ${took[@]+"${took[@]}"}
  printf 'together     %4d s\n' $((SECONDS - all_began))
  if [ ${#skips[@]} -gt 0 ]; then
    printf '\n== What did not run\n'
    printf 'NOT RUN: %s\n' ${skips[@]+"${skips[@]}"}
  fi
  printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
