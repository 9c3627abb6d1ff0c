"""Checking one canvas of about 6 kB: `bluecanvas check`, all rules on, against yamllint on the same file."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from _canvases import write_one
from _pairs import PYTHON, Job, byte_compile, compare, installed, options


def main() -> None:
    pairs: int = options(__doc__, pairs=15).pairs
    byte_compile("bluecanvas", "typer", "yaml", "yamllint")
    with TemporaryDirectory() as folder:
        path = str(write_one(Path(folder)))
        jobs = [
            Job("yamllint", (installed("yamllint"), "-d", "default", path)),
            Job("bluecanvas check", (installed("bluecanvas"), "check", path), target=1),
            Job("python -c pass", (PYTHON, "-c", "pass")),
        ]
        compare(f"check one canvas of {Path(path).stat().st_size:,} bytes", jobs, pairs)


if __name__ == "__main__":
    main()
