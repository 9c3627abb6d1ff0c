"""Fetching what tests are judged by: once into pytest's cache, and the test skipped where it cannot be had."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SECONDS = 240


def fetched(request: pytest.FixtureRequest, name: str, fetch: Callable[[Path], Path]) -> Path:
    """A file or a folder from the cache, put there whole where it is not yet."""
    cache: Any = request.config.cache
    if cache is None:
        pytest.skip(f"{name} needs pytest's cache")
    place: Path = cache.mkdir("reporters") / name
    if not place.exists():
        with tempfile.TemporaryDirectory(dir=place.parent) as folder:
            fetch(Path(folder)).replace(place)
    return place


def call(command: list[str], folder: Path, what: str) -> None:
    """Run a command that fetches something; the test is skipped where it does not come."""
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=SECONDS, env=os.environ)
    except (OSError, subprocess.SubprocessError) as error:
        said = (getattr(error, "stderr", b"") or b"").decode(errors="replace").strip().splitlines()
        pytest.skip(f"{what} cannot be fetched ({' '.join(command[:4])} …): {said[-1] if said else error}")


def download(folder: Path, what: str, *words: str) -> None:
    """Let pip download packages into a folder, without what they need."""
    options = ["--no-deps", "--retries", "0", "--quiet", "--dest", str(folder)]
    call([sys.executable, "-m", "pip", "download", *options, *words], folder, what)


def unpacked(folder: Path, name: str) -> Path:
    """One file out of the one archive in a folder."""
    archive = next(path for path in folder.iterdir() if path.name.endswith((".tgz", ".tar.gz", ".whl")))
    with (folder / name).open("wb") as out:
        if archive.suffix == ".whl":
            with zipfile.ZipFile(archive) as wheel:
                out.write(wheel.read(next(entry for entry in wheel.namelist() if Path(entry).name == name)))
        else:
            with tarfile.open(archive) as tar:
                content = tar.extractfile(next(entry for entry in tar if Path(entry.name).name == name))
                assert content is not None
                shutil.copyfileobj(content, out)
    return folder / name
