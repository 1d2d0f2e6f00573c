#!/usr/bin/env bash
# Times the program beside DuckDB, Polars, pandas and libcsv's own loop on large made-up schools, and
# checks that all come to the same figures. The options are those of bench.py:
#
#   Tests/Performance/bench.sh [--quick] [--runs N] [--jobs N] [--schools N] [--pupils N] ...
#
# The other tools are installed, at fixed versions, into .build/bench-venv the first time. Needs
# Python 3 and a C compiler. Machines are noisy: compare ratios, not seconds.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
venv=$root/.build/bench-venv
packages=(duckdb==2.0.1 polars==2.1.0 pandas==3.1.1 pyarrow numpy)
for program in impact bench; do
  [ -x "$root/.build/release/$program" ] || { echo "run make bench: .build/release/$program is not there" >&2; exit 1; }
done
if ! [ -e "$venv/complete" ]; then
  command -v python3 >/dev/null || { echo "Python 3 is missing (Debian: apt-get install python3 python3-venv)" >&2; exit 1; }
  echo "Installing ${packages[*]} into .build/bench-venv" >&2
  rm -rf "$venv"
  python3 -m venv "$venv" && "$venv/bin/python" -m pip install --quiet "${packages[@]}" || {
    echo "The tools to compare with cannot be installed: python3 -m venv and pip are needed," >&2
    echo "(Debian: apt-get install python3-venv) and a connection to a package index." >&2
    exit 1
  }
  touch "$venv/complete"
fi
cc -O2 -o "$root/.build/libcsv-loop" "$root/Tests/Performance/libcsv-loop.c" -lcsv
export PYTHONDONTWRITEBYTECODE=1
exec "$venv/bin/python" "$root/Tests/Performance/Comparison/bench.py" "$@"
