"""How long it takes until anything happens: `bluecanvas --version` and `--help` against `python -c pass`."""

from __future__ import annotations

from _pairs import PYTHON, Job, byte_compile, compare, installed, options


def main() -> None:
    pairs: int = options(__doc__, pairs=21).pairs
    byte_compile("bluecanvas", "typer")
    ours = installed("bluecanvas")
    jobs = [
        Job("python -c pass", (PYTHON, "-c", "pass")),
        Job("bluecanvas --version", (ours, "--version"), target=2),
        Job("bluecanvas --help", (ours, "--help"), target=13),
    ]
    compare("start", jobs, pairs)


if __name__ == "__main__":
    main()
