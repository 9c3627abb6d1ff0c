"""`bluecanvas read`: text for people, JSON for machines, and canvases there is nothing to read in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from samples import TABLE

from bluecanvas.publishing.shipped import examples


@pytest.mark.parametrize("path", [example.path for example in examples()], ids=lambda path: path.name)
def test_every_example_can_be_read(call, path):
    done = call("read", str(path))
    assert (done.status, done.err) == (0, "")
    assert "divergence" in done.out.lower()
    said = json.loads(call("read", str(path), "--format", "json").out)
    assert said["version"] == 1
    assert {"title", "curves", "players", "readings"} <= said.keys()
    for one in said["readings"]:
        assert {"name", "curve", "verdict", "fires", "code", "basis", "why", "fragile"} <= one.keys()
    for curve in said["curves"].values():
        assert {"role", "existing", "all", "without_burdens"} <= curve.keys()


def test_json_is_json_whatever_the_stream(call, tmp_path):
    Path(tmp_path, "a.yaml").write_text(
        TABLE.replace("Short-haul air travel", "'短程 🚀 ##[error]x'"), encoding="utf-8"
    )
    for encoding in ("utf-8", "ascii", "gbk"):
        out = call("read", "a.yaml", "--format", "json", encoding=encoding).out
        assert json.loads(out)["title"] == "短程 🚀 ##[error]x"
        assert "##[" not in out


def test_no_such_format(call, air):
    done = call("read", air, "--format", "jsn")
    assert (done.status, done.out) == (2, "")
    assert "did you mean `json`?" in done.err


def test_a_canvas_with_errors(call, broken):
    done = call("read", broken)
    assert (done.status, done.out) == (1, "")
    assert "error BC001" in done.err


def test_nobody_is_us(call, tmp_path):
    text = TABLE.replace("{Us today: {role: as-is}}", "{Us: {role: rival}, Us today: {role: rival}}")
    Path(tmp_path, "a.yaml").write_text(text)
    done = call("read", "a.yaml")
    assert done.status in (0, 1)
    assert "Traceback" not in done.err
