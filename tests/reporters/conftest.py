"""Outside judges of what reporters write: fetched once into pytest's cache, tests skipped where they cannot be."""

from __future__ import annotations

import importlib.util
import platform
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fetching import call, download, fetched, unpacked

MULTITOOL = "5.7.0"


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
        download(folder, "the JUnit schema", "--no-binary", "pytest", f"pytest=={pytest.__version__}")
        return unpacked(folder, "junit-10.xsd")

    schema = str(fetched(request, "junit-10.xsd", fetch))
    library = importlib.import_module(found[0])
    if found[0] == "xmlschema":
        judge = library.XMLSchema(schema)
        return lambda data: judge.validate(data.decode())
    judge = library.XMLSchema(library.parse(schema))
    return lambda data: judge.assertValid(library.fromstring(data))
