"""The same input gives the same bytes, whatever the folder, clock, time zone, locale or hash seed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from running import SCRIPT

from bluecanvas.publishing.shipped import examples

CANVASES = {example.name: example.path for example in examples()}
OUTPUTS = ("a.png", "a.svg", "a.pdf", "a.json", "a.md", "a.csv", "a.pptx", "a.xlsx", "a.docx")
SURROUNDINGS = [
    {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"},
    {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "2",
        "SOURCE_DATE_EPOCH": "86400",
        "LANG": "de_DE.UTF-8",
    },
]


def test_pictures_and_reports(tmp_path, spawn):
    made = []
    for number, env in enumerate(SURROUNDINGS):
        folder = tmp_path / ("deep" * number) / f"run {number}"
        folder.mkdir(parents=True)
        (folder / "x.canvas.yaml").write_bytes(CANVASES["haidilao"].read_bytes())
        drawn = [word for output in OUTPUTS for word in ("-o", output)]
        for words in (["plot", "x.canvas.yaml", "--figure", "all", *drawn], ["report", "x.canvas.yaml"]):
            done = spawn(*words, env=env, cwd=folder)
            assert done.status == 0, done.err
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(made[0]) >= len(OUTPUTS) + 4
    assert made[0].keys() == made[1].keys()
    assert [file for file in made[0] if made[0][file] != made[1][file]] == []


def test_a_day_later(call, monkeypatch):
    """No clock is asked: what is written in one run is written in another a day later."""
    import time

    source = str(CANVASES["wii"])
    for output in ("a.png", "a.svg", "a.pdf"):
        assert call("plot", source, "-o", output).status == 0
    first = {path.name: path.read_bytes() for path in Path().iterdir()}
    now = time.time
    monkeypatch.setattr("time.time", lambda: now() + 100_000)
    for output in first:
        assert call("plot", source, "-o", output).status == 0
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == first


def test_what_is_printed(spawn):
    folders = ("one", "another")
    for folder in folders:
        Path(folder).mkdir()
        Path(folder, "x.yaml").write_bytes(CANVASES["wii"].read_bytes())
    for words in (
        ["check", "x.yaml", "--format", "sarif"],
        ["plot", "x.yaml"],
        ["errc", "x.yaml"],
        ["rule"],
        ["schema"],
    ):
        said = {spawn(*words, env=env, cwd=folder).out for env, folder in zip(SURROUNDINGS, folders, strict=True)}
        assert len(said) == 1


def test_nothing_old_is_left_in_a_file_written_again(call):
    source = str(CANVASES["wii"])
    Path("a.svg").write_bytes(b"x" * 10_000_000)
    call("plot", source, "-o", "a.svg")
    call("plot", source, "-o", "b.svg")
    assert Path("a.svg").read_bytes() == Path("b.svg").read_bytes()


def test_the_script_and_the_module_are_one(tmp_path):
    source = str(CANVASES["wii"])
    said = [
        subprocess.run([*command, "plot", source], capture_output=True, check=True).stdout
        for command in ([SCRIPT], [sys.executable, "-m", "bluecanvas"])
    ]
    assert said[0] == said[1]
