"""SARIF fixes: read back and carried out as an editor would, they give the bytes that `--fix` writes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bluecanvas.cli import _proposals

HEAD = "bluecanvas: 1\n"
KEY = (
    HEAD
    + """\
Title: 短途航空 ✈️🚀   # 標題
date: 2026
scores:
  - [Factor, Us, Them, Others]
  - [Speed, 9, 4, 5]
  - [Meals, 1, 6, 7]
"""
)
ORDER = (
    HEAD
    + """\
title: 航空
scores:
  - [Factor, "我們 😀", Rail, Airlines]
  - [Speed,      9,  4, 5]   # 快
  - [Price,      2,  6, 7]
factors: {Price: {kind: price}}
"""
)
NEAR = (
    HEAD
    + """\
title: 🚄🚄 {a}
scores:
  - [Factor, Us, Rail, Airlines]
  - [Speed, 9, 4, 5]
  - [Meals, 1, 6, 7]
errc: {raise: {Sped: "🚀, [x](y)"}, reduce: [Meals]}   # 升
"""
)
ALONE = NEAR.replace('{raise: {Sped: "🚀, [x](y)"}, reduce: [Meals]}', "{raise: [Sped]}")
FILES = {
    "a key": KEY.encode(),
    "an order": ORDER.encode(),
    "a near miss within a line": NEAR.encode(),
    "Windows line endings": ORDER.replace("\n", "\r\n").encode(),
    "a byte order mark": KEY.encode("utf-8-sig"),
    "no line ending at the end": NEAR.rstrip("\n").encode(),
}
LINE = re.compile(r"[^\r\n]*(?:\r\n|\n)|[^\r\n]+\Z")


def fixes(call, *words, **more):
    run = json.loads(call("check", *words, "--format", "sarif", **more).out)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    return [fix for result in run["results"] for fix in result.get("fixes", [])]


def carried_out(data: bytes, fix) -> bytes:
    """The bytes of a file with a fix made, by nothing but what SARIF says."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    text = data[len(mark) :].decode()
    starts = [0]
    for line in LINE.findall(text):
        starts.append(starts[-1] + len(line))
    (change,) = fix["artifactChanges"]
    for one in reversed(change["replacements"]):  # they stand in the order of the text
        region = one["deletedRegion"]
        start, end = (starts[region[f"{side}Line"] - 1] + region[f"{side}Column"] - 1 for side in ("start", "end"))
        text = text[:start] + one["insertedContent"]["text"] + text[end:]
    return mark + text.encode()


@pytest.mark.parametrize("data", FILES.values(), ids=FILES)
def test_a_fix_carried_out_gives_the_bytes_of_fix(data, call):
    file = Path("價格 #1.canvas.yaml")
    file.write_bytes(data)
    (fix,) = fixes(call, str(file))
    made = carried_out(data, fix)
    assert made != data
    call("check", str(file), "--fix")
    assert made == file.read_bytes()


def test_a_fix_after_which_other_rules_first_speak_is_carried(call):
    Path("a.yaml").write_text(ALONE, encoding="utf-8")
    (fix,) = fixes(call, "a.yaml")
    assert carried_out(ALONE.encode(), fix).decode() == ALONE.replace("Sped", "Speed")


def test_what_the_fix_does_is_said(call):
    Path("a.yaml").write_bytes(FILES["a key"])
    (fix,) = fixes(call, "a.yaml")
    assert fix["description"] == {"text": "write title"}
    assert fix["artifactChanges"][0]["artifactLocation"] == {"uri": "a.yaml", "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize(
    "data",
    [
        ORDER.replace("\n", "\r").encode(),  # programs do not agree which line is which
        ORDER.encode("utf-16"),
        KEY.replace("date: 2026", "title: twice").encode(),  # it would be there twice
        KEY.replace("Title:", "# bluecanvas: ignore[BC012] we know\nTitle:").encode(),
    ],
)
def test_nothing_is_proposed_that_fix_would_not_write(data, call):
    Path("a.yaml").write_bytes(data)
    assert fixes(call, "a.yaml") == []


def test_standard_input_is_gone_by_then(call):
    assert fixes(call, "-", stdin=KEY.encode()) == []


def test_a_run_looks_through_so_much_text_only(call, monkeypatch):
    for at in range(5):
        Path(f"{at}.yaml").write_bytes(FILES["a key"])
    monkeypatch.setattr(_proposals, "_MOST_TEXT", 2 * _proposals._LEAST_TEXT)
    whole = json.loads(call("check", *(f"{at}.yaml" for at in range(5)), "--format", "sarif").out)
    known = [result for result in whole["runs"][0]["results"] if result["ruleId"] == "BC012"]
    assert ["fixes" in one for one in known] == [True, True, False, False, False]
