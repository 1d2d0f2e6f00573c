"""A small folder in which the rules of METHOD matter: python make_hard_data.py FOLDER

Many tests at any dates, so that two are often as near to a start or an end and the windows of
short episodes overlap; pupils with several episodes on a measure, overlapping or one after the
other; episodes of one day and episodes in progress; support in two rows, some with one pair of
tests. It is too unlike a school to be timed.
"""

import datetime
import os
import sys

import numpy as np

from make_data import INTERVENTIONS, MEASURES, SCHOOL_YML

FIRST = datetime.date(2024, 9, 1).toordinal()


def iso(day):
    return datetime.date.fromordinal(int(day)).isoformat()


def score(rng, measure):
    return (rng.integers(5, 50), rng.integers(70, 130), rng.integers(300, 900) / 10)[measure]


def main():
    rng = np.random.default_rng(20260711)
    pupils, tests, provision = [], [], []
    for school in ("School A", "School B"):
        for number in range(400):
            pupil = f"{school},{number}"
            pupils.append(f"{pupil},{number % 3}")
            for measure, name in enumerate(MEASURES):
                days = rng.choice(600, rng.integers(0, 40), replace=False)
                tests += [
                    f"{pupil},{iso(FIRST + day)},{name},{score(rng, measure)}"
                    for day in sorted(days)]
            # No intervention twice: the program sets rows aside that overlap in one.
            for intervention in rng.permutation(6)[:max(0, rng.integers(-2, 4))]:
                start = FIRST + 7 * int(rng.integers(0, 80))
                weeks = int(rng.integers(0, 16))
                spans = [(start, None if rng.random() < 0.08 else start + 7 * weeks)]
                # A course of two rows, one after the other.
                if spans[0][1] and weeks > 1 and rng.random() < 0.3:
                    middle = start + 7 * int(rng.integers(1, weeks))
                    spans = [(start, middle), (middle + 1, start + 7 * weeks)]
                measure = MEASURES[rng.integers(0, 3)]
                for first, last in spans:
                    provision.append(
                        f"{pupil},{INTERVENTIONS[intervention][0]},{iso(first)},"
                        f"{iso(last) if last else ''},{measure},Group {rng.integers(0, 5)},"
                        f"TA {rng.integers(0, 5)}")
    files = {
        "pupils.csv": ("school,pupil_id,year_group", pupils),
        "tracking.csv": ("school,pupil_id,date,measure,score", tests),
        "provision-map.csv": (
            "school,pupil_id,intervention,start_date,end_date,measure,group,ta", provision)}
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    for name, (head, rows) in files.items():
        with open(os.path.join(folder, name), "w", encoding="ascii", newline="\n") as file:
            file.write("\n".join([head, *rows]) + "\n")
    with open(os.path.join(folder, "school.yml"), "w", encoding="ascii", newline="\n") as file:
        file.write(SCHOOL_YML)


main()
