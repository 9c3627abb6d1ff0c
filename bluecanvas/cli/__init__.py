"""The command line: one file a command; only here are files, the clock, the terminal and processes touched."""

from __future__ import annotations

import gc
import sys

_RARELY = (200_000, 50, 50)


def main() -> None:
    """Run the command line of this process and exit with its status."""
    gc.set_threshold(*_RARELY)  # a run makes much and leaves no circles; looking for them was a tenth of it
    try:
        from bluecanvas.cli._ending import end, obey_signals, run

        obey_signals()
        end(run(sys.argv[1:]))
    except KeyboardInterrupt:  # before or after the run itself
        sys.exit(130)
