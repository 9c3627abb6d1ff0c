"""The wheel: everything that ships is in it, nothing else is, and it works where it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from bluecanvas import __version__

ROOT = Path(__file__).parent.parent
pytestmark = pytest.mark.skipif(not (ROOT / "pyproject.toml").is_file(), reason="no source tree to build from")
pytest.importorskip("build")
pytest.importorskip("hatchling")


def build(*options: str, source: Path, out: Path) -> None:
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(out), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """A wheel built from the tree."""
    out = tmp_path_factory.mktemp("wheel")
    build("--wheel", source=ROOT, out=out)
    (made,) = out.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def sdist(tmp_path_factory) -> Path:
    """A source distribution built from the tree."""
    out = tmp_path_factory.mktemp("sdist")
    build("--sdist", source=ROOT, out=out)
    (made,) = out.glob("*.tar.gz")
    return made


def contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files(folder: Path, pattern: str) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob(pattern) if "__pycache__" not in path.parts}


def test_what_is_in_the_wheel(wheel):
    names = set(contents(wheel))
    patterns = ("*.py", "*.js", "*.css", "*.po", "*.typ")
    code = {f"bluecanvas/{name}" for pattern in patterns for name in files(ROOT / "bluecanvas", pattern)}
    shipped = {
        f"bluecanvas/_shipped/{folder}/{name}"
        for folder in ("canvases", "templates")
        for name in files(ROOT / folder, "*")
        if (ROOT / folder / name).is_file()
    }
    about = {name for name in names if ".dist-info/" in name}
    assert len(shipped) > 10
    assert code | shipped | {"bluecanvas/py.typed"} | about == names
    assert {name.rpartition("dist-info/")[2] for name in about} == {
        "METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE"
    }  # fmt: skip


def test_what_the_wheel_says_of_itself(wheel):
    about = f"bluecanvas-{__version__}.dist-info"
    assert wheel.name == f"bluecanvas-{__version__}-py3-none-any.whl"
    inside = contents(wheel)
    assert b"bluecanvas = bluecanvas.cli:main" in inside[f"{about}/entry_points.txt"]
    metadata = inside[f"{about}/METADATA"].decode()
    assert f"\nVersion: {__version__}\n" in metadata
    assert "\nRequires-Python: >=3.11\n" in metadata
    assert "\nProvides-Extra: cjk\n" in metadata
    assert (ROOT / "README.md").read_text(encoding="utf-8").strip() in metadata


def test_the_source_distribution_makes_the_same_wheel(wheel, sdist, tmp_path):
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, **({"filter": "data"} if hasattr(tarfile, "data_filter") else {}))
    (source,) = tmp_path.iterdir()
    assert {"README.md", "LICENSE", "pyproject.toml", "bluecanvas", "canvases", "templates", "tests"} <= {
        path.name for path in source.iterdir()
    }
    build("--wheel", source=source, out=tmp_path / "out")
    (again,) = (tmp_path / "out").glob("*.whl")
    first, second = contents(wheel), contents(again)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_installed_wheel_works_from_an_empty_folder(wheel, tmp_path):
    site, here = tmp_path / "site", tmp_path / "here"
    here.mkdir()
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    done = subprocess.run(pip, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr

    def call(*words: str) -> str:
        done = subprocess.run(
            [str(site / "bin" / "bluecanvas"), *words],
            cwd=here,
            env={**os.environ, "PYTHONPATH": str(site), "COLUMNS": "80"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = [sys.executable, "-c", "import bluecanvas; print(bluecanvas.__file__)"]
    found = subprocess.run(
        where, cwd=here, env={**os.environ, "PYTHONPATH": str(site)}, capture_output=True, check=True
    )
    assert Path(found.stdout.decode().strip()).is_relative_to(site)
    assert call("--version") == f"bluecanvas {__version__}\n"
    assert call("templates").startswith("brief  ")
    call("new", "air", "--from", "southwest-2005")
    assert "checked 1 canvas" in call("check")
    assert "Southwest" in call("plot", "air.canvas.yaml")
    call("report", "air.canvas.yaml")
    assert {path.name for path in here.iterdir()} == {
        "air.canvas.yaml", "air-report.md", "air-report-curves.png", "air-report-errc.png",
        "air-report-reading.png",
    }  # fmt: skip
