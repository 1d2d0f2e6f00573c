#!/usr/bin/env bash
# Counts the processor's instructions for three small jobs under valgrind and compares them with those
# of Tests/Performance/instructions.txt. The counts do not depend on how busy the machine is. Fails
# where a job takes over 5% more.
#
#   Tests/Performance/bench-check.sh          compares
#   Tests/Performance/bench-check.sh --keep   keeps the present counts
#
# Another compiler or another C library gives other counts: then they are told and not compared.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
kept=$root/Tests/Performance/instructions.txt
if [ "$(uname -s)" != Linux ]; then
  echo "bench-check: valgrind is not there on this system, nothing is compared"
  exit 0
fi
if ! command -v valgrind >/dev/null || ! command -v strip >/dev/null; then
  sudo=; [ "$(id -u)" = 0 ] || sudo=sudo
  echo "Installing valgrind and binutils"
  $sudo apt-get update -qq
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq valgrind binutils >/dev/null
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Older versions of valgrind do not understand the debug information of newer compilers.
strip -g -o "$scratch/impact" "$root/.build/release/impact"
"$scratch/impact" simulate "$scratch/school" --pupils 1500 --terms 2 >/dev/null 2>&1
about="$("${SWIFT:-swift}" --version 2>/dev/null | grep -o 'Swift version [0-9.]*'), $(ldd --version | head -1 | grep -o '[0-9.]*$'), $(uname -m)"

# Rows are set aside in none of them, and dictionaries have the same order every time. The three run at
# the same time, each of them on one thread at a time: that changes no count.
count() {
  local job=$1
  shift
  SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null \
    "$scratch/impact" "$@" 2>&1 >/dev/null |
    sed -n "s/.*Collected *: *\([0-9]*\).*/$job \1/p" >"$scratch/count-$job"
}
count read check "$scratch/school" --quiet &
count evaluate run "$scratch/school" --jobs 1 --audience senco --format csv --reports "$scratch/1" &
count write run "$root/Data/sample" --jobs 1 --reports "$scratch/2" &
wait
{
  echo "# $about"
  for job in read evaluate write; do grep . "$scratch/count-$job" || echo "$job"; done
} >"$scratch/counts"
if [ "${1:-}" = --keep ]; then
  cp "$scratch/counts" "$kept"
  cat "$kept"
  exit 0
fi
if [ "$(head -1 "$kept")" != "# $about" ]; then
  echo "bench-check: not compared, for the counts that are kept are those of ${kept##*/}: $(head -1 "$kept")"
  cat "$scratch/counts"
  exit 0
fi
awk 'FNR == 1 { next }
  NR == FNR { kept[$1] = $2; next }
  {
    if ($2 !~ /^[0-9]+$/ || !($1 in kept)) { print "bench-check: " $1 ": no count"; failed = 1; next }
    change = 100 * ($2 / kept[$1] - 1)
    printf "bench-check: %-9s %6.0f million instructions, %+.1f%%\n", $1, $2 / 1e6, change
    if (change > 5) failed = 1
  }
  END {
    if (failed) print "bench-check: over 5% more than what is kept; make bench-baseline keeps the new counts"
    exit failed
  }' "$kept" "$scratch/counts"
