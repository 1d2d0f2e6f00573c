"""What the timings were taken on and with."""

import datetime
import importlib.metadata
import os
import platform
import re
import subprocess


def processor():
    """The processor's name, as the system gives it."""
    if platform.system() == "Darwin":
        return output(["sysctl", "-n", "machdep.cpu.brand_string"])
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        found = re.search(r"model name\s*:\s*(.*)", file.read())
    return found[1] if found else platform.machine()


def system():
    """The operating system and its version."""
    if platform.system() == "Darwin":
        return f"macOS {platform.mac_ver()[0]}"
    return platform.freedesktop_os_release()["PRETTY_NAME"]


def machine_name():
    """The name of a folder of results: the date, the cores and the kind of processor."""
    words = re.findall(r"[A-Za-z]+", re.sub(r"\(.*?\)", "", processor()))
    return f"{datetime.date.today()}-{os.cpu_count()}-core-" + "-".join(words[:2]).lower()


def output(command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def versions(impact):
    """What was run, in which versions, on which machine."""
    compiler = output([os.environ.get("SWIFT", "swift"), "--version"])
    swift = re.search(r"Swift version [0-9.]+", compiler)
    tools = ", ".join(
        f"{title} {importlib.metadata.version(name)}"
        for title, name in (("DuckDB", "duckdb"), ("Polars", "polars"), ("pandas", "pandas"),
                            ("PyArrow", "pyarrow")))
    return [
        f"make bench, impact {output([str(impact), '--version'])}, {swift[0]}, {tools}, "
        f"Python {platform.python_version()}",
        f"{system()}, {platform.machine()}, {os.cpu_count()} cores, {processor()}"]
