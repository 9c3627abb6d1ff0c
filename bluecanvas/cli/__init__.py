"""The command line: one file a command; only here are files, the clock, the terminal and processes touched."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line of this process and exit with its status."""
    if sys.argv[1:] == ["--version"]:  # the one answer worth giving before anything else is imported
        from bluecanvas import __version__

        sys.stdout.write(f"bluecanvas {__version__}\n")
        return
    from bluecanvas.cli._ending import end, run

    end(run(sys.argv[1:]))
