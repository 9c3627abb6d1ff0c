"""Drawing many PNGs in one process: the Python API in a loop against matplotlib in a loop, at one size in pixels.

Start-up, measured on one picture, is taken off. Memory is the most the process ever held, after a tenth of the
pictures and after all of them: a flat loop ends where it began.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from subprocess import run as call
from tempfile import TemporaryDirectory

from _canvases import write_many
from _pairs import PEERS, PYTHON, Job, byte_compile, environment, in_turn, met, options, print_table

RATIO = 1.0
GROWTH = 1.1


def main() -> None:
    chosen = options(__doc__, pairs=2, files=1000)
    byte_compile("bluecanvas", "yaml", "numpy", "matplotlib", "PIL")
    counts = (1, max(2, chosen.files // 10), max(3, chosen.files))
    with TemporaryDirectory() as top:
        write_many(Path(top), counts[2])
        ours, peer = (
            [Job(f"{name}, {count}", (PYTHON, str(PEERS / f"{script}.py"), top, str(count))) for count in counts]
            for name, script in (("bluecanvas", "bluecanvas_many"), ("matplotlib", "matplotlib_many"))
        )
        runs = in_turn([ours[0], ours[2], peer[0], peer[2]], chosen.pairs)
        memory = [held(job) for job in (*ours[1:], *peer[1:])]
    each = [
        median(1000 * (many.cpu - one.cpu) / (counts[2] - 1) for one, many in zip(few, all_, strict=True))
        for few, all_ in ((runs[0], runs[1]), (runs[2], runs[3]))
    ]
    print(f"{counts[2]:,} pictures in one process; CPU of whole processes, medians of {chosen.pairs} pairs\n")
    print_table(
        [
            ("a picture", "CPU ms", f"MiB after {counts[1]}", "MiB after all"),
            ("matplotlib alone", f"{each[1]:.1f}", f"{memory[2]:.0f}", f"{memory[3]:.0f}"),
            ("bluecanvas", f"{each[0]:.1f}", f"{memory[0]:.0f}", f"{memory[1]:.0f}"),
        ]
    )
    ratio, growth = each[0] / each[1], memory[1] / memory[0]
    print_table(
        [
            ("", "measured", "target", ""),
            ("ratio of CPU a picture", f"{ratio:.2f}", f"≤ {RATIO:g}", met(ratio, RATIO)),
            ("growth of memory", f"{growth:.2f}", f"≤ {GROWTH:g}", met(growth, GROWTH)),
        ]
    )


def held(job: Job) -> float:
    """The most memory a job held, in MiB, as it says itself."""
    done = call(job.command, env=environment(), capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"{job.label} ended with status {done.returncode}:\n{done.stderr}")
    return float(done.stdout)


if __name__ == "__main__":
    main()
