#!/usr/bin/env bash
# Feeds the reading of CSV files and of school.yml with bytes that libFuzzer makes up, and the two
# ways of cutting a file into cells against each other, under the address sanitizer, and says how far
# it came. Fails at the first crash, broken invariant, difference, input that takes over 1 s, or use
# of over 512 MB, and names the file that does it again.
#
#   Tests/Fuzz/fuzz.sh [SECONDS]          each target for that long; 60 unless told otherwise
#   Tests/Fuzz/fuzz.sh only cells SECONDS one target alone
#   Tests/Fuzz/fuzz.sh csv FILE           one input again, with the stack of what goes wrong
#   Tests/Fuzz/fuzz.sh cells FILE
#   Tests/Fuzz/fuzz.sh settings FILE
#
# What was found interesting is kept in .build/fuzz-corpus, from which the next run goes on.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
corpus=$root/.build/fuzz-corpus
swift=${SWIFT:-swift}
cd "$root"

scratch=$(mktemp -d "$([ -d /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")/impact-fuzz.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

# Apple's Swift comes without libFuzzer, that of swift.org with it.
echo 'int LLVMFuzzerTestOneInput(const char *b, long n) { return 0; }' >"$scratch/probe.c"
clang=$(dirname "$(readlink -f "$(command -v "$swift")")")/clang
[ -x "$clang" ] || clang=clang
if ! "$clang" -fsanitize=fuzzer,address "$scratch/probe.c" -o "$scratch/probe" 2>"$scratch/why"; then
  tail -3 "$scratch/why" >&2
  echo "libFuzzer is missing: use a toolchain of https://www.swift.org/install (on macOS:" >&2
  echo "SWIFT=~/.swiftly/bin/swift make fuzz), or on Debian install libclang-rt-dev" >&2
  exit 1
fi

# Swift obeys only the last -sanitize, C all of them.
build() {
  IMPACT_FUZZ=1 "$swift" build -c release --scratch-path .build/fuzz --product "fuzz-$1" \
    --sanitize address --sanitize fuzzer -Xswiftc -sanitize=address,fuzzer >"$scratch/build" 2>&1 ||
    { cat "$scratch/build" >&2; exit 1; }
}

# Inputs of the CSV target begin with the digit of the kind of file.
digit() {
  case $(basename "$1" | tr '[:upper:]' '[:lower:]') in
    pupils*) echo 0 ;; tracking*) echo 1 ;; provision*) echo 2 ;; staff*) echo 3 ;;
    decisions*) echo 4 ;;
  esac
}

seeds() {
  mkdir -p "$scratch/seeds/csv" "$scratch/seeds/cells" "$scratch/seeds/settings"
  local number=0 file kind
  while read -r file; do
    number=$((number + 1))
    case $file in
      *.yml) cp "$file" "$scratch/seeds/settings/$number" ;;
      *)
        { printf '!##'; cat "$file"; } >"$scratch/seeds/cells/$number"
        kind=$(digit "$file")
        [ -n "$kind" ] || continue
        { printf '%s' "$kind"; cat "$file"; } >"$scratch/seeds/csv/$number"
        { printf '%s' $((kind + 5)); cat "$file"; } >"$scratch/seeds/csv/$number-beside-all"
        ;;
    esac
  done < <(find Tests/IngestionTests/Fixtures Tests/Fuzz/School -iname '*.csv' -o -name '*.yml' | sort)
  cp Data/sample/school.yml "$scratch/seeds/settings/sample"
}

# Swift's own account of a crash would keep libFuzzer from writing the input.
run() {
  TMPDIR=$scratch SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=quarantine_size_mb=16:detect_leaks=0:malloc_context_size=${3:-4} \
    ".build/fuzz/release/fuzz-$1" -timeout=1 -rss_limit_mb=512 "${@:4}" 2>"$2"
}

fuzz() {
  local target=$1 length=$2 log=$scratch/$1.log found=.build/fuzz-found
  mkdir -p "$corpus/$target" "$found"
  local failed=
  run "$target" "$log" 4 -max_total_time="$seconds" -max_len="$length" -dict="Tests/Fuzz/${target/cells/csv}.dict" \
    -artifact_prefix="$found/$target-" -print_final_stats=1 "$corpus/$target" \
    "$scratch/seeds/$target" "Tests/Fuzz/Seeds/$target" "Tests/Fuzz/Regressions/$target" || failed=yes
  awk -v target="$target" '
    /inline 8-bit counters/ { sub(/.*\(/, ""); edges = $1 }
    / cov: / { for (i = 1; i < NF; i++) { if ($i == "cov:") reached = $(i + 1); if ($i == "corp:") kept = $(i + 1) } }
    /number_of_executed_units/ { runs = $2 }
    /average_exec_per_sec/ { speed = $2 }
    /peak_rss_mb/ { peak = $2 }
    END {
      printf "%s: %d inputs tried, %d a second; %d of %d edges reached by %d inputs; at most %d MB\n",
        target, runs, speed, reached, edges, kept, peak
    }' "$log"
  [ -z "$failed" ] && return
  grep -aE 'Fatal error|ERROR: |^SUMMARY|^ +#[0-9]+ ' "$log" | head -30 |
    "$swift" demangle --simplified >&2 || true
  local input
  input=$(sed -n 's/.*Test unit written to //p' "$log" | tail -1)
  echo "$target: failed; again with: Tests/Fuzz/fuzz.sh $target $input" >&2
  echo "once mended, move it to Tests/Fuzz/Regressions/$target under a name that says what it is" >&2
  return 1
}

if [ "${1:-}" = csv ] || [ "${1:-}" = cells ] || [ "${1:-}" = settings ]; then
  build "$1"
  run "$1" "$scratch/log" 30 "$2" || status=$?
  "$swift" demangle --simplified <"$scratch/log"
  exit "${status:-0}"
fi
targets="csv cells settings"
if [ "${1:-}" = only ]; then
  targets=$2
  shift 2
fi
seconds=${1:-60}
echo "building with libFuzzer and the address sanitizer (some minutes the first time)"
for target in $targets; do build "$target"; done
seeds
status=0
for target in $targets; do
  case $target in csv) length=65536 ;; cells) length=4096 ;; settings) length=16384 ;; esac
  fuzz "$target" "$length" || status=1
done
exit $status
