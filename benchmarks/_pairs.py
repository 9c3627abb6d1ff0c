"""Measuring: whole processes run in turn, A B A B …, compared by the CPU they use.

A slow moment of the machine then hits both sides, so only the ratios are worth quoting.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median

PYTHON = sys.executable
PEERS = Path(__file__).parent / "peers"
GALLERY = Path(__file__).parent.parent / "canvases"

_KEPT = ("PYTHONPATH", "PYTHONPYCACHEPREFIX")
_CHANGES_OUTPUT = ("COLUMNS", "FORCE_COLOR", "NO_COLOR")


@dataclass(frozen=True, slots=True)
class Job:
    """A command to measure; `target` is the highest ratio to the first job of its table that it aims for."""

    label: str
    command: tuple[str, ...]
    target: float | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a process took, its children included."""

    cpu: float
    """User and system seconds."""
    wall: float
    """Seconds from start to end."""


def options(about: str, pairs: int, files: int | None = None) -> argparse.Namespace:
    """The script's own command line: how many pairs to measure, and of how many files where that can be chosen."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--pairs", type=int, default=pairs, help=f"how often each side is run ({pairs})")
    if files is not None:
        parser.add_argument("--files", type=int, default=files, help=f"how many canvases ({files})")
    return parser.parse_args()


def installed(name: str) -> str:
    """The path of a command installed beside the Python that runs this; ends the script where it is not there."""
    path = Path(PYTHON).parent / name
    if not path.is_file():
        sys.exit(f'{name} is not installed beside {PYTHON}; install it with: pip install -e ".[dev]"')
    return str(path)


def byte_compile(*packages: str) -> None:
    """Byte-compile packages, so that no run pays for compiling what it imports; ends the script where it cannot."""
    for package in packages:
        spec = find_spec(package)
        if spec is None or not spec.submodule_search_locations:
            sys.exit(f'{package} is not installed; install it with: pip install -e ".[dev]"')
        if not compileall.compile_dir(spec.submodule_search_locations[0], quiet=2):
            sys.exit(f"{package} could not be byte-compiled, so every import would cost double")


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of every run: byte code is written and used, and nothing changes what is printed.

    `PYTHONDONTWRITEBYTECODE` would have every run compile every import; other PYTHON… settings cost the sides unequally.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in _CHANGES_OUTPUT and (not name.startswith("PYTHON") or name in _KEPT)
    }
    return kept | dict(extra or {})


def warm_up(job: Job, extra: Mapping[str, str] | None = None) -> None:
    """Run a job once unmeasured; ends the script where it did not do its work."""
    done = subprocess.run(job.command, env=environment(extra), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{job.label} ended with status {done.returncode}:\n{done.stderr or done.stdout}")


def run(job: Job, extra: Mapping[str, str] | None = None) -> Run:
    """Run a job once, its output thrown away."""
    silent = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    began = time.perf_counter()
    child = os.posix_spawn(job.command[0], job.command, environment(extra), file_actions=silent)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - began
    if status:
        sys.exit(f"{job.label} ended with status {os.waitstatus_to_exitcode(status)}")
    return Run(usage.ru_utime + usage.ru_stime, wall)


def in_turn(jobs: Sequence[Job], pairs: int) -> list[list[Run]]:
    """Every job once to warm up, then all of them in turn, as often as there are pairs; the runs by job."""
    for job in jobs:
        warm_up(job)
    rounds = [[run(job) for job in jobs] for _ in range(pairs)]
    return [list(runs) for runs in zip(*rounds, strict=True)]


def compare(title: str, jobs: Sequence[Job], pairs: int) -> list[list[Run]]:
    """Measure jobs in turn and print their table; the ratios are those to the first, pair by pair."""
    runs = in_turn(jobs, pairs)
    print(f"{title}\nuser + system CPU of whole processes, medians of {pairs} pairs\n")
    rows = [("", "CPU ms", "ratio", "min–max", "target", "")]
    for job, own in zip(jobs, runs, strict=True):
        milliseconds = f"{1000 * median(one.cpu for one in own):.1f}"
        if job is jobs[0]:
            rows.append((job.label, milliseconds, "1", "", "", ""))
            continue
        ratios = [one.cpu / other.cpu for one, other in zip(own, runs[0], strict=True)]
        ratio = median(ratios)
        target = ("", "") if job.target is None else (f"≤ {job.target:g}", met(ratio, job.target))
        rows.append((job.label, milliseconds, f"{ratio:.2f}", f"{min(ratios):.2f}–{max(ratios):.2f}", *target))
    print_table(rows)
    return runs


def met(value: float, target: float) -> str:
    """Whether a figure keeps to its target, in a word."""
    return "met" if value <= target else "missed"


def print_table(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns: the first flush left, the others flush right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
        print("  ".join([row[0].ljust(widths[0]), *cells]).rstrip())
    print()
