"""Times the program beside other tools (called by bench.sh, which installs them).

Each run is a process of its own; the tools take turns, so that a machine that slows down slows all
of them down. What is compared has to be equal first, on the schools that are timed and on a small
folder in which the rules of METHOD matter.

A process starts with the peak memory of the one that starts it, some 20 MB: peaks are given of the
large jobs only.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from fractions import Fraction

from machine import machine_name, versions

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BUILD = ROOT / ".build"
IMPACT, BENCH = BUILD / "release" / "impact", BUILD / "release" / "bench"


class Tool:
    """A command to be timed, and what its runs took."""

    def __init__(self, name, command, environment=None, codes=(0,)):
        self.name, self.codes = name, codes
        self.command = [str(part) for part in command]
        self.environment = environment or {}
        self.wall, self.work, self.cpu, self.peak = [], [], [], []

    def run(self, scratch, keep=True):
        """Runs it once, in `scratch`; a run that only warms up is not kept."""
        with tempfile.TemporaryFile("w+") as errors:
            start = time.perf_counter()
            process = subprocess.Popen(
                self.command, cwd=scratch, env={**os.environ, **self.environment},
                stdout=subprocess.DEVNULL, stderr=errors)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
            errors.seek(0)
            message = errors.read()
        if process.returncode not in self.codes:
            sys.exit(f"{self.said(scratch)} ended with {process.returncode}:\n{message}")
        if keep:
            work = [line.split()[1] for line in message.splitlines() if line.startswith("work ")]
            self.wall.append(wall)
            self.work.append(float(work[0]) if work else wall)
            self.cpu.append(usage.ru_utime + usage.ru_stime)
            self.peak.append(usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))

    def said(self, scratch):
        """The command as a person would type it at the root of the repository."""
        settings = [f"{name}={value}" for name, value in self.environment.items()]
        text = " ".join([*settings, *self.command])
        return text.replace(f"{ROOT}/", "").replace(sys.executable, "python").replace(
            f"{scratch}/", "").replace(str(scratch), ".")


def in_turns(tools, runs, scratch):
    """Times some tools, one after the other, `runs` times."""
    for _ in range(runs):
        for tool in tools:
            tool.run(scratch)


def check_figures(job, first, others):
    """Ends everything where a tool's figures differ from the first's; says how near they are."""
    said = []
    for other in others:
        result = subprocess.run(
            [sys.executable, HERE / "compare.py", first, other],
            capture_output=True, text=True)
        if result.returncode:
            sys.exit(f"{job}: the figures differ: {result.stdout}{result.stderr}")
        said.append(f"{job}: {first.stem} and {other.stem}: {result.stdout.strip()}")
    return said


def make_hard_data(scratch):
    """The small folder in which the rules matter, for the figures alone."""
    folder = scratch / "hard"
    subprocess.run([sys.executable, HERE / "make_hard_data.py", folder], check=True)
    return folder


def make_data(schools, pupils, folder):
    """Makes the files and reads them once, so that they are in the cache of the system."""
    subprocess.run(
        [sys.executable, HERE / "make_data.py", str(schools), str(pupils), folder], check=True)
    for path in sorted(folder.iterdir()):
        with open(path, "rb") as file:
            while file.read(1 << 20):
                pass
    return folder


def without_pupils(folder):
    """The folder without the pupils file, which J1 does not need and no tool is to read for it."""
    linked = folder.with_name(folder.name + "-linking")
    if not linked.exists():
        linked.mkdir()
        for path in folder.iterdir():
            if path.name != "pupils.csv":
                (linked / path.name).symlink_to(path.resolve())
    return linked


def script(job, tool, folder, output, jobs):
    """A job in one of the other tools."""
    title = {"duckdb": "DuckDB", "polars": "Polars", "pandas": "pandas"}[tool]
    environment = {"POLARS_MAX_THREADS": str(jobs)} if tool == "polars" else {}
    return Tool(
        title, [sys.executable, HERE / f"{job}_{tool}.py", folder, output, jobs], environment)


def program(job, folder, output, jobs, name="impact"):
    """A job in the program's own modules."""
    return Tool(name, [BENCH, job, folder, output, "--jobs", jobs])


class Report:
    """The table of what was measured, and how."""

    def __init__(self, scratch):
        self.scratch = scratch
        self.ratios, self.lines, self.notes, self.commands, self.raw = [], [], [], [], []

    def section(self, title):
        self.lines += ["", title]
        print(f"\n{title}", flush=True)

    def add(self, text, tool, job):
        """A line of the table, with the runs behind it."""
        self.lines.append(text)
        print(text, flush=True)
        self.commands.append(f"{job} {tool.name}: {tool.said(self.scratch)}")
        self.raw += [
            f"{job},{tool.name},{run + 1},{wall:.4f},{work:.4f},{cpu:.4f},{peak}"
            for run, (wall, work, cpu, peak)
            in enumerate(zip(tool.wall, tool.work, tool.cpu, tool.peak))]

    def table(self, title, job, tools, rows=None):
        """The tools' times, as multiples of the first one's: `work` of the others, which leaves out
        the start of Python and its imports, against the whole process of the first."""
        self.section(title)
        head = f"{'ratio':>7}  {'':<14}{'seconds (least to most)':<26}{'whole process':>14}"
        head += f"{'CPU s':>8}" + (f"{'peak MB':>9}{'bytes/row':>11}" if rows else "")
        self.lines.append(head)
        print(head)
        own = statistics.median(tools[0].wall)
        self.ratios.append(f"{job}: " + ", ".join(
            f"{tool.name} {statistics.median(tool.work) / own:.2f}" for tool in tools))
        for tool in tools:
            median, peak = statistics.median(tool.work), statistics.median(tool.peak)
            times = f"{median:.3f} ({min(tool.work):.3f} to {max(tool.work):.3f})"
            line = f"{median / own:>7.2f}  {tool.name:<14}{times:<26}"
            line += f"{statistics.median(tool.wall):>14.3f}{statistics.median(tool.cpu):>8.2f}"
            line += f"{peak / 1e6:>9.1f}{peak / rows:>11.1f}" if rows else ""
            self.add(line, tool, job)

    def write(self, folder, about):
        folder.mkdir(parents=True, exist_ok=True)
        text = "\n".join([
            *about, "", "Ratios to the program's seconds; under 1 is faster:", *self.ratios,
            *self.lines, "", *self.notes, "", "Commands:", *self.commands])
        (folder / "comparison.txt").write_text(text + "\n")
        (folder / "comparison.csv").write_text(
            "\n".join(["job,tool,run,wall_s,work_s,cpu_s,peak_bytes", *self.raw]) + "\n")
        print(f"\nwritten to {folder.relative_to(ROOT) if ROOT in folder.parents else folder}")


def tokenising(options, report, scratch, data):
    """J0: a file cut into cells on one thread, beside libcsv's own loop."""
    tracking = data / "tracking.csv"
    tools = [Tool("impact", [BENCH, "j0", tracking]),
             Tool("libcsv alone", [BUILD / "libcsv-loop", tracking])]
    in_turns(tools, options.runs, scratch)
    report.table("J0: reading and cutting the tracking file into cells, one thread", "J0", tools)


def linking(options, report, scratch, data):
    """J1: episodes linked and gains summed, in all four tools."""
    names = ["duckdb", "polars", "pandas"]
    for folder in (make_hard_data(scratch), data):
        tools = [program("j1", without_pupils(folder), scratch / "impact.csv", options.jobs)]
        tools += [
            script("j1", name, folder, scratch / f"{name}.csv", options.jobs) for name in names]
        for tool in tools:
            tool.run(scratch, keep=False)
        report.notes += check_figures(
            "j1", scratch / "impact.csv", [scratch / f"{name}.csv" for name in names])
    in_turns(tools, options.runs, scratch)
    report.table(
        "J1: episodes linked to their scores; gains of interventions, TAs and TA groups", "J1",
        tools, rows=options.rows)


def contrasts(options, report, scratch, data):
    """J2: the whole analysis, beside the effects of METHOD §5 alone in DuckDB and numpy."""
    tools = [
        Tool("impact run", [
            IMPACT, "run", data, "--audience", "senco", "--format", "csv", "--jobs", options.jobs,
            "--reports", scratch / "reports", "--quiet"], codes=(0, 1)),
        script("j2", "duckdb", data, scratch / "duckdb.csv", options.jobs)]
    for folder in (make_hard_data(scratch), data):
        for tool in (
                program("j2", folder, scratch / "impact.csv", options.jobs),
                script("j2", "duckdb", folder, scratch / "duckdb.csv", options.jobs)):
            tool.run(scratch, keep=False)
        report.notes += check_figures("j2", scratch / "impact.csv", [scratch / "duckdb.csv"])
    tools[0].run(scratch, keep=False)
    in_turns(tools, options.runs, scratch)
    report.table(
        "J2: the SENCo's whole evaluation, beside METHOD §5 alone in DuckDB and numpy",
        "J2", tools, rows=options.rows)


def sample(options, report, scratch, data):
    """What a person waits for: the sample with all its packs, and the program's start."""
    tools = [
        Tool("impact run", [
            IMPACT, "run", ROOT / "Data" / "sample", "--format", "html,csv,xlsx", "--reports",
            scratch / "sample", "--quiet"], codes=(0, 1)),
        Tool("--version", [IMPACT, "--version"])]
    for tool in tools:
        tool.run(scratch, keep=False)
    in_turns(tools, options.runs, scratch)
    report.table("The sample, both packs as pages, tables and workbook; start-up", "sample", tools)


def growth(options, report, scratch, data):
    """J1 of the program at several sizes: the time for a row, against that at the first size."""
    sizes = []
    for factor in options.growth:
        schools = max(1, int(options.schools * factor))
        folder = data if factor == 1 else make_data(
            schools, options.pupils, scratch / f"schools-{schools}")
        tool = program("j1", without_pupils(folder), scratch / "growth.csv", options.jobs, f"{factor} x")
        sizes.append((schools * options.pupils * 24, tool))
    in_turns([tool for _, tool in sizes], options.runs, scratch)
    report.section("Growth: J1 of the program; the time for a row against that at the first size")
    rows, first = sizes[0]
    base = statistics.median(first.wall) / rows
    for rows, tool in sizes:
        median = statistics.median(tool.wall)
        line = f"{median / rows / base:>7.2f}  {tool.name:<8}{rows:>12,} rows  "
        line += f"{median:.3f} ({min(tool.wall):.3f} to {max(tool.wall):.3f}) s  "
        line += f"{statistics.median(tool.peak) / rows:.1f} bytes/row"
        report.add(line, tool, "growth")
    report.ratios.append("growth: " + ", ".join(
        f"{tool.name} {statistics.median(tool.wall) / rows / base:.2f}" for rows, tool in sizes))


PARTS = {"j0": tokenising, "j1": linking, "j2": contrasts, "sample": sample, "growth": growth}


def parse():
    parser = argparse.ArgumentParser(prog="bench.sh", description=__doc__)
    parser.add_argument("--schools", type=int, default=400)
    parser.add_argument("--pupils", type=int, default=1000, help="in each school")
    parser.add_argument("--runs", type=int, default=int(os.environ.get("RUNS", 5)))
    parser.add_argument("--jobs", type=int, default=2, help="threads of every tool")
    parser.add_argument(
        "--quick", action="store_true", help="a tenth of the schools, and nothing is written")
    parser.add_argument(
        "--growth", default="1/4,1/2,1,2", type=lambda text: [Fraction(f) for f in text.split(",")],
        help="multiples of the schools; 1,2,4,8 needs 8 GB of room")
    parser.add_argument("--only", default=",".join(PARTS), help="some of " + ",".join(PARTS))
    parser.add_argument("--results", type=pathlib.Path, help="where the results are written")
    options = parser.parse_args()
    options.parts = options.only.split(",")
    if any(part not in PARTS for part in options.parts):
        parser.error("--only should name some of " + ",".join(PARTS))
    if options.quick:
        options.schools = max(1, options.schools // 10)
    elif not options.results:
        options.results = HERE.parent / "Results" / machine_name()
    options.rows = options.schools * options.pupils * 24
    return options


def main():
    options = parse()
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="impact-bench-"))
    try:
        data = make_data(options.schools, options.pupils, scratch / "schools")
        size = (data / "tracking.csv").stat().st_size
        with open(data / "provision-map.csv", "rb") as file:
            provision = sum(1 for _ in file) - 1
        about = [
            " ".join(["$ Tests/Performance/bench.sh", *sys.argv[1:]]).replace(f"{ROOT}/", ""),
            *versions(IMPACT),
            f"{options.schools} schools of {options.pupils} pupils: {options.rows:,} tracking "
            f"rows, {size / 1e6:.0f} MB; {provision:,} rows of the provision map. Medians of "
            f"{options.runs} runs, {options.jobs} threads; the tools take turns, each run is a "
            "process of its own.",
            "Ratios are to the program's seconds: under 1 is faster than the program.",
            "Seconds of Python tools are those of their work, without the interpreter's start and "
            "imports; those of the program are of the whole process."]
        print("\n".join(about), flush=True)
        report = Report(scratch)
        for part in options.parts:
            PARTS[part](options, report, scratch, data)
        print("\n" + "\n".join(report.notes))
        if options.results:
            report.write(options.results.resolve(), about)
    finally:
        shutil.rmtree(scratch)


main()
