"""The contact sheet of the gallery: a picture for every canvas and every way of showing, and a page that shows them."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent.parent / "docs" / "gallery" / "draw.py"
pytestmark = pytest.mark.skipif(not SCRIPT.is_file(), reason="no source tree to document")


@pytest.fixture(scope="module")
def sheet():
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("draw", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_picture_is_missing_or_left_over_and_the_page_names_them_all(sheet):
    assert sheet.stale() == [], "run: python docs/gallery/draw.py"


def test_every_canvas_is_there(sheet):
    stems = {path.name.removesuffix(".canvas.yaml") for path in sheet.CANVASES.glob("*.canvas.yaml")}
    assert {shot.canvas for shot in sheet.gallery()} == stems
    assert {shot.canvas for shot in sheet.VIEWS} <= stems


def test_pictures_are_pictures_and_small(sheet):
    for path in sheet.FOLDER.glob("*.png"):
        data = path.read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 150_000, path.name


def test_what_is_stale_is_named(sheet, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sheet, "FOLDER", tmp_path)
    monkeypatch.setattr(sheet, "VIEWS", sheet.VIEWS[:1])
    monkeypatch.setattr(sheet, "gallery", list)
    (tmp_path / "draw.py").touch()
    (tmp_path / "gone.png").touch()
    assert sheet.main(["--check"]) == 1
    assert capsys.readouterr().out.split() == [
        f"docs/gallery/{name}" for name in ("README.md", "gone.png", "moves.png")
    ]
    assert sheet.main([]) == 0
    assert sheet.main(["--check"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["README.md", "draw.py", "moves.png"]
