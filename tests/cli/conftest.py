"""Running the command line: in this process with streams of its own, or as a person's shell would."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from running import SCRIPT, Done
from samples import TABLE

from bluecanvas.cli._ending import run


@pytest.fixture(autouse=True)
def _quiet_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, and no variable that changes what a command shows."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "SOURCE_DATE_EPOCH", "PYTHONIOENCODING", "GITHUB_ACTIONS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def air(tmp_path: Path) -> str:
    """A canvas in the current folder: its name."""
    Path(tmp_path, "air.canvas.yaml").write_text(TABLE, encoding="utf-8")
    return "air.canvas.yaml"


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """A canvas with one level out of scale, at line 8, column 17."""
    Path(tmp_path, "broken.canvas.yaml").write_text(TABLE.replace("Price,      2", "Price,     17"), encoding="utf-8")
    return "broken.canvas.yaml"


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Done]:
    """Run a command line in this process."""

    def called(*words: str, stdin: bytes = b"", encoding: str = "utf-8") -> Done:
        streams = {
            name: io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n") for name in ("stdout", "stderr")
        }
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            for name, stream in streams.items():
                patch.setattr(sys, name, stream)
            status = run(list(words))
        return Done(status, *(_text(stream) for stream in streams.values()))

    return called


@pytest.fixture
def spawn() -> Callable[..., Done]:
    """Run a command line in a process of its own, without a shell."""

    def spawned(*words: str | bytes, stdin: bytes = b"", env: dict[str, str | None] | None = None, **more: Any) -> Done:
        surroundings = {**os.environ, **(env or {})}
        done = subprocess.run(
            [SCRIPT, *words],
            input=None if "stdin_file" in more else stdin,
            capture_output=True,
            timeout=120,
            check=False,
            env={name: value for name, value in surroundings.items() if value is not None},
            **more,
        )
        return Done(
            done.returncode, done.stdout.decode("utf-8", "surrogateescape"), done.stderr.decode(errors="replace")
        )

    return spawned


@pytest.fixture
def shell() -> Callable[..., Done]:
    """Run a line of shell, with `bluecanvas` as the script under test."""

    def run_line(line: str, env: dict[str, str] | None = None) -> Done:
        done = subprocess.run(
            ["bash", "-c", f'bluecanvas() {{ "{SCRIPT}" "$@"; }}\n{line}'],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=120,
            check=False,
            env={**os.environ, **(env or {})},
        )
        return Done(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))

    return run_line


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode(stream.encoding)
