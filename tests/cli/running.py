"""Where the command line under test is, and what came of running it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPT = str(Path(sysconfig.get_path("scripts")) / "bluecanvas")


@dataclass(frozen=True)
class Done:
    """A run that has ended."""

    status: int
    out: str
    err: str


def begin(*words: str, **more: Any) -> subprocess.Popen[bytes]:
    """A run in a process of its own that has just come to our own code; before, only the interpreter can be met."""
    text = "from bluecanvas.cli import main; print('begun', flush=True); main()"
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-c", text, *words], **pipes, **more)
    assert process.stdout is not None
    assert process.stdout.readline() == b"begun\n"
    return process


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
