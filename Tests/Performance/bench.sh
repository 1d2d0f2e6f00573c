#!/usr/bin/env bash
# Times `impact run` on a large made-up school, side by side with libcsv's own loop over the same
# tracking file, and prints rows a second, the ratio of the two, and peak memory a row.
#
#   Tests/Performance/bench.sh [PUPILS] [TERMS] [RUNS]
#
# The files are made in a temporary folder and removed. Needs GNU time (Debian: time) and a C
# compiler. Machines are noisy: compare ratios, not seconds.
set -euo pipefail
pupils=${1:-100000} terms=${2:-8} runs=${3:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
impact=$root/.build/release/impact
[ -x "$impact" ] || { echo "run make build first" >&2; exit 1; }
[ -x /usr/bin/time ] || { echo "GNU time is missing (Debian: apt-get install time)" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cc -O2 -o "$scratch/libcsv-loop" "$root/Tests/Performance/libcsv-loop.c" -lcsv

"$impact" simulate "$scratch/big" --pupils "$pupils" --terms "$terms" >/dev/null
rows=$(($(wc -l <"$scratch/big/tracking.csv") - 1))
megabytes=$(du -m "$scratch/big/tracking.csv" | cut -f1)
echo "impact $("$impact" --version), $(nproc) cores, $pupils pupils, $terms terms: $rows tracking rows,"
echo "$megabytes MB, $(($(wc -l <"$scratch/big/provision-map.csv") - 1)) rows of the provision map; medians of $runs runs"
for _ in $(seq "$runs"); do
  echo "loop $("$scratch/libcsv-loop" "$scratch/big/tracking.csv") 0"
  for jobs in 1 2; do
    /usr/bin/time -f "jobs=$jobs %e %M" -a -o "$scratch/times" \
      "$impact" run "$scratch/big" --jobs "$jobs" --reports "$scratch/reports" --quiet >/dev/null
  done
done >"$scratch/loops"
cat "$scratch/loops" "$scratch/times" | sort -k1,1 -k2,2n | awk -v rows="$rows" -v mb="$megabytes" '
  { seconds[$1, ++n[$1]] = $2; if ($3 > peak[$1]) peak[$1] = $3 }
  END {
    loop = seconds["loop", int((n["loop"] + 1) / 2)]
    printf "libcsv alone, empty callbacks: %.2f s, %.2f GB/s\n", loop, mb / 1000 / loop
    for (jobs = 1; jobs <= 2; jobs++) {
      key = "jobs=" jobs
      median = seconds[key, int((n[key] + 1) / 2)]
      printf "impact run, jobs %d: %.2f s (%.2f to %.2f), %.2f million rows/s, %.1f x libcsv alone, peak %.1f bytes/row\n",
        jobs, median, seconds[key, 1], seconds[key, n[key]], rows / median / 1e6, median / loop,
        peak[key] * 1024 / rows
    }
  }'
