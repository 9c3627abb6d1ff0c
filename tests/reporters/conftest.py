"""Outside judges of what reporters write: fetched once into pytest's cache, tests skipped where they cannot be."""

from __future__ import annotations

import importlib.util
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MULTITOOL = "5.7.0"
SECONDS = 240


@pytest.fixture(scope="session")
def multitool(request: pytest.FixtureRequest) -> Path:
    """Microsoft's judge of SARIF files, a program of 95 MB from npm."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        pytest.skip("the SARIF multitool is fetched for Linux on x86-64 only")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("the SARIF multitool comes from npm, and there is no npm")
    package = f"@microsoft/sarif-multitool-linux@{MULTITOOL}"

    def fetch(folder: Path) -> Path:
        call([npm, "pack", package, "--fetch-retries=0", "--loglevel=error"], folder, "the SARIF multitool")
        return unpacked(folder, "Sarif.Multitool")

    tool = fetched(request, f"sarif-multitool-{MULTITOOL}", fetch)
    tool.chmod(0o755)
    return tool


@pytest.fixture(scope="session")
def jenkins(request: pytest.FixtureRequest) -> Callable[[bytes], None]:
    """Holds XML against the schema of the JUnit files that Jenkins reads, which pytest's own sources carry."""
    found = [name for name in ("lxml.etree", "xmlschema") if importlib.util.find_spec(name.partition(".")[0])]
    if not found:
        pytest.skip("holding XML against a schema needs lxml or xmlschema, and neither is installed")

    def fetch(folder: Path) -> Path:
        wanted = f"pytest=={pytest.__version__}"
        options = ["--no-binary", "pytest", "--no-deps", "--retries", "0", "--quiet", "--dest", str(folder)]
        call([sys.executable, "-m", "pip", "download", *options, wanted], folder, "the JUnit schema")
        return unpacked(folder, "junit-10.xsd")

    schema = str(fetched(request, "junit-10.xsd", fetch))
    library = importlib.import_module(found[0])
    if found[0] == "xmlschema":
        judge = library.XMLSchema(schema)
        return lambda data: judge.validate(data.decode())
    judge = library.XMLSchema(library.parse(schema))
    return lambda data: judge.assertValid(library.fromstring(data))


def fetched(request: pytest.FixtureRequest, name: str, fetch: Callable[[Path], Path]) -> Path:
    """A file from the cache, put there whole where it is not yet."""
    cache: Any = request.config.cache
    if cache is None:
        pytest.skip(f"{name} needs pytest's cache")
    place: Path = cache.mkdir("reporters") / name
    if not place.is_file():
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


def unpacked(folder: Path, name: str) -> Path:
    """One file out of the archive in a folder."""
    archive = next(path for path in folder.iterdir() if path.name.endswith((".tgz", ".tar.gz")))
    with tarfile.open(archive) as tar:
        member = next(entry for entry in tar if Path(entry.name).name == name)
        content = tar.extractfile(member)
        assert content is not None
        with (folder / name).open("wb") as out:
            shutil.copyfileobj(content, out)
    return folder / name
