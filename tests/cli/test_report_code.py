"""Compiled templates kept between runs: they save the compiling, and nothing that others could have written is ever run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bluecanvas.cli._report_code import Compiled, compiled
from bluecanvas.publishing import sandbox

KEY, CODE = "what it is made from", b"code\n\0code"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Where the compiled templates of this test are."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache/bluecanvas/templates"


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_what_is_kept_is_found_by_all_that_it_was_made_from(folder):
    kept = Compiled(folder)
    assert kept.recall(KEY) is None
    kept.keep(KEY, CODE)
    assert (kept.recall(KEY), kept.recall(KEY + "!")) == (CODE, None)
    assert folder.stat().st_mode & 0o777 == 0o700


def spoilt(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def of_another(file: Path) -> None:
    Compiled(file.parent).keep("other", b"other code")
    (other,) = set(file.parent.iterdir()) - {file}
    other.replace(file)


def linked(file: Path) -> None:
    file.symlink_to(file.rename(file.parent.parent / "elsewhere"))


def piped(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def opened(file: Path) -> None:
    file.parent.chmod(0o770)


def foreign(file: Path) -> None:
    os.chown(file, 65534, 65534)


def foreign_folder(file: Path) -> None:
    os.chown(file.parent, 65534, 65534)


@pytest.mark.parametrize("harm", [spoilt, of_another, linked, piped, opened, foreign, foreign_folder])
def test_what_is_not_whole_and_ours_alone_is_not_run(folder, harm):
    kept = Compiled(folder)
    kept.keep(KEY, CODE)
    if os.geteuid() and harm in (foreign, foreign_folder):
        pytest.skip("only root gives files away")
    harm(only(folder))
    assert kept.recall(KEY) is None


def test_a_report_keeps_its_template_and_is_the_same_from_it(call, air, folder):
    first = call("report", air, "-o", "-")
    assert (first.status, folder.is_dir()) == (0, True)
    sandbox._environment.cache_clear()
    compiled_once = sandbox._Sandbox.compile
    sandbox._Sandbox.compile = None  # nothing is to be compiled again
    try:
        assert call("report", air, "-o", "-").out == first.out
    finally:
        sandbox._Sandbox.compile = compiled_once


def test_a_template_of_ones_own_is_not_kept(call, air, folder):
    Path("own.md.j2").write_text("# {{ canvas.title }}\n", encoding="utf-8")
    assert call("report", air, "-t", "own.md.j2", "-o", "-").out == "# Short-haul air travel\n"
    assert not folder.exists()


def test_a_changed_template_is_compiled_anew(folder, tmp_path):
    kept = compiled()
    template = tmp_path / "t.j2"
    said = []
    for text in ("one", "two", "one"):
        template.write_text(text, encoding="utf-8")
        sandbox._environment.cache_clear()
        said.append(sandbox.run(tmp_path, "t.j2", "", {}, kept))
    assert (said, len(list(folder.iterdir()))) == (["one", "two", "one"], 2)


def test_no_place_for_it_changes_nothing(call, air, folder):
    folder.parent.parent.write_text("a file where the folder would be")
    assert call("report", air, "-o", "-").status == 0
