"""The format `rdjson`: a DiagnosticResult with columns in bytes of UTF-8, as reviewdog counts."""

from __future__ import annotations

import json

import pytest
from sample_verdicts import ALL, SUMMARY, verdict

from bluecanvas.finding import Place
from bluecanvas.reporters import report


def diagnostics(*verdicts):
    said = json.loads(report("rdjson", verdicts, SUMMARY))
    assert said["source"] == {"name": "bluecanvas"}
    return said["diagnostics"]


def test_a_diagnostic_a_finding():
    assert diagnostics(verdict()) == [
        {
            "message": "17 is outside 0 to 10\nhint: levels run from 0 to 10",
            "location": {
                "path": "canvases/air.canvas.yaml",
                "range": {"start": {"line": 8, "column": 17}, "end": {"line": 8, "column": 19}},
            },
            "severity": "ERROR",
            "code": {"value": "BC001"},
        }
    ]


def test_severities_and_nothing_suppressed():
    assert [one["severity"] for one in diagnostics(*ALL)] == ["WARNING", "ERROR", "INFO"]
    assert diagnostics() == []


@pytest.mark.parametrize(
    ("line", "place", "start", "end"),
    [
        ("a𐐀b", Place(1, 3, 1, 4), (1, 6), (1, 7)),
        ("餐食: 17", Place(1, 1, 1, 3), (1, 1), (1, 7)),
        ("餐食: 17", Place(1, 5, 1, 7), (1, 9), (1, 11)),
        ("é", Place(1, 2, 1, 2), (1, 3), (1, 3)),
        ("", Place(4, 1, 4, 1), (4, 1), (4, 1)),
        ("é: [", Place(1, 4, 3, 1), (1, 5), (3, 1)),
        ("é: [", Place(1, 4, 3, 2), (1, None), (3, None)),  # whole lines: what stands on line 3 is not known
    ],
)
def test_columns_count_bytes(line, place, start, end):
    found = diagnostics(verdict(source_line=line, place=place))[0]["location"]["range"]
    assert [(found[side]["line"], found[side].get("column")) for side in ("start", "end")] == [start, end]
