#!/usr/bin/env bash
# Times `impact run` on a large made-up school and prints rows a second and peak memory a row.
#
#   Tests/Performance/bench.sh [PUPILS] [TERMS] [RUNS]
#
# The files are made in a temporary folder and removed. Needs GNU time (Debian: time).
set -euo pipefail
pupils=${1:-100000} terms=${2:-8} runs=${3:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
impact=$root/.build/release/impact
[ -x "$impact" ] || { echo "run make build first" >&2; exit 1; }
[ -x /usr/bin/time ] || { echo "GNU time is missing (Debian: apt-get install time)" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$impact" simulate "$scratch/big" --pupils "$pupils" --terms "$terms" >/dev/null
rows=$(($(wc -l <"$scratch/big/tracking.csv") - 1))
echo "impact $("$impact" --version), $(nproc) cores, $pupils pupils, $terms terms: $rows tracking rows,"
echo "$(du -m "$scratch/big/tracking.csv" | cut -f1) MB, $(($(wc -l <"$scratch/big/provision-map.csv") - 1)) rows of the provision map"
for jobs in 1 2; do
  for _ in $(seq "$runs"); do
    /usr/bin/time -f '%e %M' -o "$scratch/time" \
      "$impact" run "$scratch/big" --jobs "$jobs" --reports "$scratch/reports" --quiet >/dev/null
    cat "$scratch/time"
  done | sort -n | awk -v jobs="$jobs" -v rows="$rows" '
    { seconds[NR] = $1; if ($2 > most) most = $2 }
    END {
      median = seconds[int((NR + 1) / 2)]
      printf "jobs %d: median of %d runs %.2f s (%.2f to %.2f), %.2f million rows/s, peak %.1f bytes/row\n",
        jobs, NR, median, seconds[1], seconds[NR], rows / median / 1e6, most * 1024 / rows
    }'
done
