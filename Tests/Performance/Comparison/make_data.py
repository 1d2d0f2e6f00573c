"""Made-up schools for the comparison with other tools: pupils, termly tests, a provision map.

    python make_data.py SCHOOLS PUPILS_A_SCHOOL FOLDER

Each pupil sits three tests in each of eight rounds: 24 rows of tracking.csv, 53 bytes each, in
order of school, pupil, date and measure. A quarter as many rows of the provision map as pupils.
The same arguments give the same bytes.
"""

import datetime
import os
import sys

import numpy as np

MEASURES = ["Arithmetic raw", "Reading SAS", "Spelling (scaled)"]
# For each measure the mean, the SD of pupils' levels, that of the noise of one test, the growth
# from one round to the next, and the lowest and highest score, in steps of 1 or 0.1.
SCALES = [
    (20.0, 5.0, 2.6, 1.6, 0, 60, 1),
    (100.0, 13.0, 7.0, 0.0, 69, 141, 1),
    (62.0, 7.0, 3.4, 1.1, 20, 99, 10),
]
ROUNDS = [
    "2023-11-20", "2024-03-04", "2024-06-10", "2024-11-18",
    "2025-03-10", "2025-06-09", "2025-11-17", "2026-03-09",
]
# When the support between two rounds may begin, and the last day on which it may end.
SUPPORT = [
    ("2023-11-27", "2024-03-08"), ("2024-03-11", "2024-06-14"), ("2024-09-02", "2024-11-22"),
    ("2024-11-25", "2025-03-14"), ("2025-03-17", "2025-06-13"), ("2025-09-01", "2025-11-21"),
    ("2025-11-24", "2026-03-13"), ("2026-04-13", "2026-07-10"),
]
INTERVENTIONS = [
    ("Arithmetic boosters", 0), ("Number sense", 0), ("Times tables club", 0),
    ("Maths mastery group", 0), ("Paired reading", 1), ("Reading aloud", 1),
    ("Reading comprehension", 1), ("Guided reading plus", 1), ("Spelling patterns", 2),
    ("Precision teaching", 2), ("Phonics catch-up", 2), ("Word building", 2),
]
GROUPS = 40
ASSISTANTS = 20
YEAR_GROUPS = 7

SCHOOL_YML = """\
# Settings of made-up schools: the kinds are given, so that nothing is left to recognition.
measures:
  "Arithmetic raw":
    kind: points
    minimum: 0
    maximum: 60
  "Reading SAS":
    kind: standardised
    sd: 15
    minimum: 60
    maximum: 141
  "Spelling (scaled)":
    kind: points
    minimum: 0
    maximum: 100
"""


def day_number(text):
    return datetime.date.fromisoformat(text).toordinal()


def pupil_ids(school, count):
    return [f"P{school:04d}-{pupil:04d}" for pupil in range(1, count + 1)]


class Texts:
    """The texts of all dates, and of all scores with their measure, by number."""

    def __init__(self):
        self.first_day = day_number("2023-09-01")
        days = range(self.first_day, day_number("2026-08-31") + 1)
        self.dates = np.array(
            [datetime.date.fromordinal(day).isoformat() for day in days], dtype=object)
        self.scores = []
        for measure, (*_, high, step) in zip(MEASURES, SCALES):
            values = range(high * step + 1)
            texts = [f",{measure},{v if step == 1 else f'{v / step:.1f}'}\n" for v in values]
            self.scores.append(np.array(texts, dtype=object))

    def date(self, days):
        return self.dates[days - self.first_day]


def support(rng, school, pupils, levels):
    """The rows of a school's provision map: groups of a year group, each of one intervention, TA
    and stretch of weeks; the pupils are rather those of low level."""
    rows = []
    for row_group in range(GROUPS):
        intervention, measure = INTERVENTIONS[row_group % len(INTERVENTIONS)]
        begin, last = SUPPORT[(row_group * 3 + school) % len(SUPPORT)]
        begin, last = day_number(begin), day_number(last)
        start = begin + 7 * int(rng.integers(0, 3))
        end = last - 7 * int(rng.integers(0, 3))
        goes_on = last == day_number(SUPPORT[-1][1]) and row_group % 5 == 0
        size = (pupils // 4 * (row_group + 1)) // GROUPS - (pupils // 4 * row_group) // GROUPS
        year = row_group % YEAR_GROUPS
        cohort = np.arange(year, pupils, YEAR_GROUPS)
        need = levels[cohort, measure] + rng.normal(0, 0.7, len(cohort))
        members = cohort[np.argsort(need)[: max(size * 3, 1)]]
        members = np.sort(rng.permutation(members)[:size])
        for pupil in members:
            # Some pupils join late or leave early.
            late = 7 * int(rng.integers(1, 4)) if rng.random() < 0.06 else 0
            early = 7 * int(rng.integers(1, 4)) if rng.random() < 0.06 else 0
            rows.append((
                pupil, intervention, start + late, None if goes_on else end - early,
                MEASURES[measure], f"Group {row_group + 1:02d}",
                f"TA {row_group % ASSISTANTS + 1:02d}"))
    return rows


def school_files(rng, school, pupils, texts):
    """The three files' rows of one school."""
    name = f"School {school:04d}"
    ids = pupil_ids(school, pupils)
    levels = rng.normal(0, 1, (pupils, 1)) * 0.8 + rng.normal(0, 1, (pupils, 3)) * 0.6
    rounds = np.array([day_number(day) for day in ROUNDS])
    days = (
        rounds[None, :, None] + rng.integers(0, 8, (pupils, len(ROUNDS), 1))
        + rng.integers(0, 3, (pupils, len(ROUNDS), 3)))
    scores = np.empty((pupils, len(ROUNDS), 3), dtype=np.int64)
    for measure, (mean, sd, noise, growth, low, high, step) in enumerate(SCALES):
        true = mean + sd * levels[:, None, measure] + growth * np.arange(len(ROUNDS))[None, :]
        value = true + rng.normal(0, noise, true.shape)
        scores[:, :, measure] = np.rint(np.clip(value, low, high) * step)
    cells = np.empty((pupils, len(ROUNDS), 3), dtype=object)
    for measure in range(3):
        cells[:, :, measure] = texts.scores[measure][scores[:, :, measure]]
    # In order of date, then measure.
    order = np.argsort((days * 4 + np.arange(3)).reshape(pupils, -1), axis=1)
    lines = np.empty((pupils, order.shape[1], 3), dtype=object)
    lines[:, :, 0] = np.array([f"{name},{pupil}," for pupil in ids], dtype=object)[:, None]
    lines[:, :, 1] = texts.date(np.take_along_axis(days.reshape(pupils, -1), order, axis=1))
    lines[:, :, 2] = np.take_along_axis(cells.reshape(pupils, -1), order, axis=1)
    pupil_rows = "".join(
        f"{name},{pupil},{index % YEAR_GROUPS}\n" for index, pupil in enumerate(ids))
    provision = "".join(
        f"{name},{ids[pupil]},{intervention},{texts.date(start)},"
        f"{'' if end is None else texts.date(end)},{measure},{group},{assistant}\n"
        for pupil, intervention, start, end, measure, group, assistant
        in support(rng, school, pupils, levels))
    return pupil_rows, "".join(lines.ravel().tolist()), provision


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    schools, pupils, folder = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    os.makedirs(folder, exist_ok=True)
    texts = Texts()
    rng = np.random.default_rng(20260710)

    def file(name):
        return open(os.path.join(folder, name), "w", encoding="ascii", newline="\n")

    with file("school.yml") as settings:
        settings.write(SCHOOL_YML)
    with file("pupils.csv") as listed, file("tracking.csv") as tests, file(
            "provision-map.csv") as provision:
        listed.write("school,pupil_id,year_group\n")
        tests.write("school,pupil_id,date,measure,score\n")
        provision.write("school,pupil_id,intervention,start_date,end_date,measure,group,ta\n")
        for school in range(1, schools + 1):
            for output, rows in zip(
                    (listed, tests, provision), school_files(rng, school, pupils, texts)):
                output.write(rows)


if __name__ == "__main__":
    main()
