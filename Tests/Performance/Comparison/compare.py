"""Compares two CSV files of figures: python compare.py A.csv B.csv

Rows are found again by their cells of text, in any order. Whole numbers have to be equal, other
figures to 1e-9 of their size (or of 1, if they are smaller). Exit code 1 with the first row that
differs.
"""

import csv
import re
import sys

KEYS = ["school", "kind", "unit", "intervention", "measure"]
TOLERANCE = 1e-9


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        reader = csv.DictReader(file)
        keys = [name for name in reader.fieldnames if name in KEYS]
        figures = [name for name in reader.fieldnames if name not in KEYS]
        rows = {}
        for row in reader:
            key = tuple(row[name] for name in keys)
            if key in rows:
                sys.exit(f"{path}: two rows of {' / '.join(key)}")
            rows[key] = row
    return keys, figures, rows


def differ(left, right):
    """Whether two cells differ; whole numbers on both sides have to be equal."""
    if left == right:
        return False
    if not left or not right:
        return True
    if re.fullmatch(r"-?\d+", left) and re.fullmatch(r"-?\d+", right):
        return True
    a, b = float(left), float(right)
    return not abs(a - b) <= TOLERANCE * max(1, abs(a), abs(b))


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    first, second = sys.argv[1:]
    (keys, figures, left), (keys_too, figures_too, right) = table(first), table(second)
    if keys != keys_too or figures != figures_too:
        sys.exit(f"{first} and {second} have other columns")
    for one, other, path in ((left, right, second), (right, left, first)):
        missing = sorted(one.keys() - other.keys())
        if missing:
            sys.exit(f"{path}: {len(missing)} rows are missing, first {' / '.join(missing[0])}")
    worst = dict.fromkeys(figures, 0.0)
    for key in sorted(left):
        for name in figures:
            a, b = left[key][name], right[key][name]
            if differ(a, b):
                sys.exit(f"{' / '.join(key)}: {name} is {a} in {first} and {b} in {second}")
            if a != b:
                size = max(1, abs(float(a)), abs(float(b)))
                worst[name] = max(worst[name], abs(float(a) - float(b)) / size)
    apart = ", ".join(f"{name} {value:.0e}" for name, value in worst.items() if value)
    print(f"{len(left)} rows are equal" + (f" (furthest apart: {apart})" if apart else ""))


main()
