"""J1 in pandas: python j1_pandas.py FOLDER OUTPUT THREADS

Each episode's baseline and outcome (METHOD §3), and the gains of each intervention, TA and TA
group. The as-of date is the last date of all files: no date lies after it, so it excludes nothing
here, and an episode has ended if it has an end date.
"""

import sys

import pandas as pd
import pyarrow as pa

from timing import Work

KEYS = ["school", "pupil_id", "measure"]
DAY = pd.Timedelta(days=1)


def read(folder, name, dates):
    """A file by Arrow's reader, the fastest that pandas has."""
    return pd.read_csv(f"{folder}/{name}", engine="pyarrow", parse_dates=dates)


def nearest(rows, target, later):
    """The row nearest to a date for each episode; of two as near, the later or the earlier."""
    distance = (rows["date"] - rows[target]) // DAY
    tie = distance < 0 if later else distance > 0
    order = (distance.abs() * 2 + tie).rename("order")
    return rows.loc[order.groupby(rows["episode"]).idxmin()].set_index("episode")


def linked(folder):
    episodes = read(folder, "provision-map.csv", ["start_date", "end_date"])
    episodes = episodes[episodes["end_date"].notna()].reset_index(drop=True)
    tracking = read(folder, "tracking.csv", ["date"])
    wanted = episodes[KEYS + ["start_date", "end_date"]].assign(episode=episodes.index)
    rows = tracking.merge(wanted, on=KEYS)
    in_start = rows["date"].between(
        rows["start_date"] - 90 * DAY, rows["start_date"] + 21 * DAY)
    in_end = rows["date"].between(rows["end_date"] - 21 * DAY, rows["end_date"] + 90 * DAY)
    baselines = nearest(rows[in_start], "start_date", later=False)
    ends = rows[in_end].merge(
        baselines[["date", "score"]], left_on="episode", right_index=True,
        suffixes=("", "_first"))
    outcomes = nearest(ends[ends["date"] > ends["date_first"]], "end_date", later=True)
    return episodes.assign(gain=outcomes["score"] - outcomes["score_first"])


def units(episodes, kind, unit, intervention):
    """The gains of the units of one kind."""
    keys = {"school": episodes["school"], "unit": episodes[unit], "measure": episodes["measure"]}
    if intervention:
        keys["intervention"] = episodes["intervention"]
    frame = pd.DataFrame({**keys, "gain": episodes["gain"]})
    table = frame.groupby(list(keys))["gain"].agg(
        started="size", paired="count", mean_gain="mean", sd_gain="std").reset_index()
    if not intervention:
        table["intervention"] = ""
    return table.assign(kind=kind)


with Work():
    folder, output, threads = sys.argv[1:4]
    pa.set_cpu_count(int(threads))
    episodes = linked(folder)
    columns = ["school", "kind", "unit", "intervention", "measure", "started", "paired",
               "mean_gain", "sd_gain"]
    pd.concat([
        units(episodes, "intervention", "intervention", True),
        units(episodes, "ta", "ta", False),
        units(episodes, "group", "group", True),
    ])[columns].to_csv(output, index=False)
