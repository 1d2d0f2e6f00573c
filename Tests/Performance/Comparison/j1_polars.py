"""J1 in Polars: POLARS_MAX_THREADS=THREADS python j1_polars.py FOLDER OUTPUT

Each episode's baseline and outcome (METHOD §3), and the gains of each intervention, TA and TA
group. The as-of date is the last date of all files: no date lies after it, so it excludes nothing
here, and an episode has ended if it has an end date.
"""

import sys

import polars as pl
from polars import col

from timing import Work

KEYS = ["school", "pupil_id", "measure"]


def after(days):
    return pl.duration(days=days)


def nearest(date, target, tie):
    """What to sort by so that the nearest comes first; of two as near, the one for which `tie`
    does not hold."""
    return (date - target).dt.total_days().abs() * 2 + tie.cast(pl.Int64)


def linked(folder):
    text, day = pl.String, pl.Date
    episodes = (
        pl.scan_csv(f"{folder}/provision-map.csv", schema={
            "school": text, "pupil_id": text, "intervention": text, "start_date": day,
            "end_date": day, "measure": text, "group": text, "ta": text})
        .filter(col("end_date").is_not_null())
        .with_row_index("episode")
        .collect())
    tracking = pl.scan_csv(f"{folder}/tracking.csv", schema={
        "school": text, "pupil_id": text, "date": day, "measure": text, "score": pl.Float64})
    start, end = col("start_date"), col("end_date")
    in_start = col("date").is_between(start - after(90), start + after(21))
    in_end = col("date").is_between(end - after(21), end + after(90))
    candidates = (
        tracking
        .join(episodes.lazy().select("episode", "start_date", "end_date", *KEYS), on=KEYS)
        .filter(in_start | in_end)
        .select("episode", "start_date", "end_date", "date", "score")
        .collect(engine="streaming"))
    baselines = (
        candidates.lazy().filter(in_start)
        .group_by("episode")
        .agg(col("date", "score").sort_by(
            nearest(col("date"), start, col("date") > start)).first().name.prefix("first_")))
    gains = (
        candidates.lazy().filter(in_end)
        .join(baselines, on="episode")
        .filter(col("date") > col("first_date"))
        .group_by("episode")
        .agg((col("score") - col("first_score")).sort_by(
            nearest(col("date"), end, col("date") < end)).first().alias("gain")))
    return episodes.lazy().join(gains, on="episode", how="left").collect().lazy()


def units(episodes, kind, unit, intervention):
    """The gains of the units of one kind."""
    return (
        episodes
        .select("school", "measure", "gain", unit.alias("unit"),
                intervention.alias("intervention"))
        .group_by("school", "unit", "intervention", "measure")
        .agg(started=pl.len(), paired=col("gain").count(), mean_gain=col("gain").mean(),
             sd_gain=col("gain").std())
        .select("school", pl.lit(kind).alias("kind"), "unit", "intervention", "measure",
                "started", "paired", "mean_gain", "sd_gain"))


with Work():
    folder, output = sys.argv[1:3]
    episodes = linked(folder)
    pl.concat([
        units(episodes, "intervention", col("intervention"), col("intervention")),
        units(episodes, "ta", col("ta"), pl.lit("")),
        units(episodes, "group", col("group"), col("intervention")),
    ]).collect().write_csv(output)
