"""J1 in pandas, which has one thread: python j1_pandas.py FOLDER OUTPUT

Each episode's baseline and outcome (METHOD §3), and the gains of each intervention, TA and TA
group. The as-of date is the last date of all files: no date lies after it, so it excludes nothing
here, and an episode has ended if it has an end date.
"""

import sys

import pandas as pd

from timing import Work

KEYS = ["school", "pupil_id", "measure"]
DAY = pd.Timedelta(days=1)


def nearest(rows, target, later):
    """The row nearest to a date for each episode; of two as near, the later or the earlier."""
    distance = (rows["date"] - rows[target]) // DAY
    tie = distance < 0 if later else distance > 0
    order = (distance.abs() * 2 + tie).rename("order")
    return rows.loc[order.groupby(rows["episode"]).idxmin()].set_index("episode")


def linked(folder):
    episodes = pd.read_csv(
        f"{folder}/provision-map.csv", parse_dates=["start_date", "end_date"])
    episodes = episodes[episodes["end_date"].notna()].reset_index(drop=True)
    # pandas' own reader, which is faster here than Arrow's.
    tracking = pd.read_csv(
        f"{folder}/tracking.csv", parse_dates=["date"], dtype={"score": "float64"})
    # Most pupils have no episode: without their rows the merge is faster.
    tracking = tracking[tracking["pupil_id"].isin(episodes["pupil_id"].unique())]
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
    folder, output = sys.argv[1:3]
    episodes = linked(folder)
    columns = ["school", "kind", "unit", "intervention", "measure", "started", "paired",
               "mean_gain", "sd_gain"]
    pd.concat([
        units(episodes, "intervention", "intervention", True),
        units(episodes, "ta", "ta", False),
        units(episodes, "group", "group", True),
    ])[columns].to_csv(output, index=False)
