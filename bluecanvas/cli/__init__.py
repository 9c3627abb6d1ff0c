"""The command line: one file a command; only here are files, the clock, the terminal and processes touched."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line of this process and exit with its status."""
    try:
        from bluecanvas.cli._ending import end, obey_signals, run

        obey_signals()
        end(run(sys.argv[1:]))
    except KeyboardInterrupt:  # before or after the run itself
        sys.exit(130)
