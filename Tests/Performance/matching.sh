#!/usr/bin/env bash
# Times `impact run` on one cohort of more and more pupils at a fixed number of supported ones: matching
# must not cost the square of the cohort.
#
#   Tests/Performance/matching.sh [SUPPORTED] [RUNS]
#
# The files are made in a temporary folder and removed. Needs GNU time (Debian: time). Machines are
# noisy: compare the ratios of one run of the script.
set -euo pipefail
supported=${1:-1000} runs=${2:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
impact=$root/.build/release/impact
[ -x "$impact" ] || { echo "run make build first" >&2; exit 1; }
[ -x /usr/bin/time ] || { echo "GNU time is missing (Debian: apt-get install time)" >&2; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
sizes="25000 50000 100000 200000"
for pupils in $sizes; do
  mkdir "$scratch/$pupils"
  awk -v n="$pupils" -v s="$supported" -v folder="$scratch/$pupils" 'BEGIN {
    srand(1)
    tests = folder "/tracking.csv"; map = folder "/provision-map.csv"
    print "pupil_id,date,measure,score" > tests
    print "pupil_id,intervention,start_date,end_date,measure" > map
    split("2025-03-10 2025-06-30 2025-12-01 2026-03-16", days, " ")
    for (p = 0; p < n; p++) {
      level = 75 + 50 * rand()
      for (d = 1; d <= 4; d++) printf "P%d,%s,NGRT SAS,%d\n", p, days[d], level + 15 * rand() > tests
      if (p < s) printf "P%d,Support,2026-01-%02d,2026-03-20,NGRT SAS\n", p, 5 + p % 20 > map
    }
  }'
done
echo "impact $("$impact" --version), $(nproc) cores, one cohort, $supported supported on 20 different dates; medians of $runs runs"
for _ in $(seq "$runs"); do
  for pupils in $sizes; do
    /usr/bin/time -f "$pupils %e" -a -o "$scratch/times" "$impact" run "$scratch/$pupils" \
      --jobs 1 --format csv --reports "$scratch/reports" --quiet >/dev/null
  done
done
sort -k1,1n -k2,2n "$scratch/times" | awk '
  { seconds[$1, ++n[$1]] = $2; if (n[$1] == 1) order[++sizes] = $1 }
  END {
    for (i = 1; i <= sizes; i++) {
      median = seconds[order[i], int((n[order[i]] + 1) / 2)]
      printf "%d pupils: %.2f s", order[i], median
      if (i > 1) printf ", %.1f times as long as half of them", median / before
      print ""
      before = median
    }
  }'
