"""Folders: which files in them are canvases, what git leaves out, and what cannot be searched."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from samples import TABLE

from bluecanvas.cli._files import find_canvases

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def put(path: str, text: str | bytes = TABLE) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)


def git(*words: str, cwd: str = ".") -> None:
    who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
    subprocess.run(["git", *who, *words], check=True, capture_output=True, cwd=cwd)


def test_what_is_a_canvas_in_a_folder():
    put("b.canvas.yml")
    put("a.canvas.yaml")
    put("deep/er/c.canvas.yaml")
    put("other.yaml", "# a comment\n\n---\nbluecanvas: 1\n")
    put("marked.yml", b"\xef\xbb\xbfbluecanvas: 1\n")
    put("long.yaml", "# much to say\n" * 1000 + "bluecanvas: 1\n")
    put("spaced.yaml", "   \n  bluecanvas : 1\n")
    put("not.yaml", "title: x\nbluecanvas: 1\n")
    put("empty.yaml", "")
    put("list.yaml", "- bluecanvas: 1\n")
    put("comment.yaml", "# bluecanvas: 1\n")
    put("text.txt")
    put("air.canvas.yaml.bak")
    put(".hidden/d.canvas.yaml")
    put("node_modules/e.canvas.yaml")
    os.symlink("deep", "linked")
    files = ["a.canvas.yaml", "b.canvas.yml", "long.yaml", "marked.yml", "other.yaml", "deep/er/c.canvas.yaml"]
    assert find_canvases(["."]).files == tuple(files)
    assert find_canvases(["deep"]).files == ("deep/er/c.canvas.yaml",)
    assert find_canvases(["deep/"]).files == ("deep/er/c.canvas.yaml",)
    assert find_canvases([str(Path("deep").resolve())]).files == (str(Path("deep/er/c.canvas.yaml").resolve()),)


def test_the_current_folder_is_the_default(call, air):
    assert "checked 1 canvas" in call("check").out


def test_no_canvas_found_is_status_2(call, air):
    Path("empty").mkdir()
    done = call("check", "empty", air)
    assert done.status == 2
    assert done.err.startswith("error: there is no canvas in empty\nhint: canvases are called NAME.canvas.yaml")
    assert "checked 1 canvas" in done.out


def test_a_file_named_outright_is_read_whatever_its_name(call):
    put("notes.txt")
    assert call("check", "notes.txt").status == 0


@needs_git
def test_gitignore_holds():
    git("init", "-q", ".")
    put(".gitignore", "drafts/\n*.tmp.canvas.yaml\n!kept.tmp.canvas.yaml\n")
    for name in ("a", "b.tmp", "kept.tmp", "drafts/c", "sub/drafts/d", "sub/e"):
        put(f"{name}.canvas.yaml")
    put("sub/.gitignore", "/e.canvas.yaml\n")
    put("日本語 \n.canvas.yaml")
    assert set(find_canvases(["."]).files) == {"a.canvas.yaml", "kept.tmp.canvas.yaml", "日本語 \n.canvas.yaml"}
    assert find_canvases(["sub"]).files == ()
    assert find_canvases(["drafts/c.canvas.yaml"]).files == ("drafts/c.canvas.yaml",)


@needs_git
def test_a_repository_among_the_files_runs_nothing(tmp_path):
    git("init", "-q", "--bare", "evil")
    config = Path("evil/config")
    config.write_text(
        f"[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = {tmp_path}/evil\n"
        f"\tfsmonitor = touch {tmp_path}/ran\n"
    )
    put("evil/a.canvas.yaml")
    assert find_canvases(["evil"]).files == ("evil/a.canvas.yaml",)
    assert find_canvases(["."]).files == ("evil/a.canvas.yaml",)
    assert not Path("ran").exists()


def test_without_git_every_canvas_is_checked(monkeypatch):
    put(".gitignore", "*\n")
    put("a.canvas.yaml")
    monkeypatch.setenv("PATH", "")
    assert find_canvases(["."]).files == ("a.canvas.yaml",)


def test_a_folder_that_cannot_be_searched_is_named_and_the_rest_is_checked(call, air, monkeypatch):
    Path("shut").mkdir()
    scan = os.scandir

    def refuse(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr("os.scandir", refuse)
    done = call("check", ".")
    assert done.status == 2
    assert done.err.startswith("error: the folder ./shut cannot be read: permission denied\n")
    assert "checked 1 canvas" in done.out
