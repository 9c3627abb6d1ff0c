"""Where the command line under test is, and what came of running it."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from dataclasses import dataclass
from pathlib import Path

SCRIPT = str(Path(sysconfig.get_path("scripts")) / "bluecanvas")


@dataclass(frozen=True)
class Done:
    """A run that has ended."""

    status: int
    out: str
    err: str


def on_a_terminal(words: list[str], env: dict[str, str], columns: int) -> str:
    """What a command shows on a terminal of a width."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    with subprocess.Popen([SCRIPT, *words], stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, **env}):
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65536):
                shown += part
        except OSError:  # the other end is closed
            pass
        os.close(ours)
    return shown.decode().replace("\r\n", "\n")
