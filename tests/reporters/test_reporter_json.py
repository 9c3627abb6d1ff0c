"""The formats `json` and `jsonl`: stable keys, suppressed findings marked."""

from __future__ import annotations

import json

from sample_verdicts import ALL, SUMMARY, verdict

from bluecanvas.reporters import Summary, report

FINDING = {
    "path": "canvases/air.canvas.yaml",
    "line": 8,
    "column": 17,
    "end_line": 8,
    "end_column": 19,
    "code": "BC001",
    "name": "out-of-scale",
    "level": "error",
    "confidence": "high",
    "message": "17 is outside 0 to 10",
    "hint": "levels run from 0 to 10",
    "suppressed": False,
    "reason": "",
    "baselined": False,
}


def test_one_object_with_counts_and_findings():
    assert json.loads(report("json", [verdict()], Summary(4))) == {
        "version": 1,
        "checked": 4,
        "counts": {"error": 1, "warning": 0, "advice": 0},
        "findings": [FINDING],
    }


def test_suppressed_findings_are_marked_and_not_counted():
    said = json.loads(report("json", ALL, SUMMARY))
    assert said["counts"] == {"error": 1, "warning": 1, "advice": 1}
    assert [one["suppressed"] for one in said["findings"]] == [False, True, False, False]


def test_a_line_has_the_keys_of_a_finding():
    assert report("jsonl", [verdict()], SUMMARY) == json.dumps(FINDING) + "\n"
    lines = [json.loads(line) for line in report("jsonl", ALL, SUMMARY).splitlines()]
    assert lines == json.loads(report("json", ALL, SUMMARY))["findings"]


def test_nothing_found():
    assert report("jsonl", [], SUMMARY) == ""
    assert json.loads(report("json", [], SUMMARY))["findings"] == []


def test_the_text_is_the_canvas_s_own():
    text = '價格 "x" \\ \x1b[31m \u202e 🚀\n'
    said = json.loads(report("json", [verdict(message=text, hint=text)], SUMMARY))["findings"][0]
    assert (said["message"], said["hint"]) == (text, text)


def test_it_is_ascii_so_that_no_encoding_of_a_stream_matters():
    assert report("json", [verdict(file="價格 é 🚀.yaml", message="\x7f")], SUMMARY).isascii()
    assert "\x7f" not in report("json", [verdict(message="\x7f")], SUMMARY)
