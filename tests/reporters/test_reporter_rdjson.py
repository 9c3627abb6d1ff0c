"""The format `rdjson`: a DiagnosticResult with columns in bytes of UTF-8, as reviewdog counts."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft7Validator
from sample_verdicts import ALL, LINE, SPREAD, SUMMARY, verdict

from bluecanvas.finding import Level, Place
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


POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {name: {"type": "integer", "minimum": 1, "maximum": 2**31 - 1} for name in ("line", "column")},
}
SEVERITY = {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]}
SOURCE = {
    "type": "object",
    "required": ["name"],
    "additionalProperties": False,
    "properties": {"name": {"type": "string"}, "url": {"type": "string"}},
}
DOCUMENTED = {
    "type": "object",
    "required": ["diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": SOURCE,
        "severity": SEVERITY,
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "location": {
                        "type": "object",
                        "required": ["path"],
                        "additionalProperties": False,
                        "properties": {
                            "path": {"type": "string", "minLength": 1},
                            "range": {
                                "type": "object",
                                "required": ["start"],
                                "additionalProperties": False,
                                "properties": {"start": POSITION, "end": POSITION},
                            },
                        },
                    },
                    "severity": SEVERITY,
                    "source": SOURCE,
                    "code": {
                        "type": "object",
                        "required": ["value"],
                        "additionalProperties": False,
                        "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
                    },
                    "suggestions": {"type": "array"},
                    "original_output": {"type": "string"},
                },
            },
        },
    },
}
"""The messages DiagnosticResult and Diagnostic as reviewdog documents them; a field that it does not know fails it."""


@pytest.mark.parametrize(
    "verdicts",
    [
        [],
        ALL,
        [SPREAD, verdict(place=Place(1, 1, 1, 1), source_line=""), verdict(place=Place(2, 3, 4, 1))],
        [verdict(file="價 \udce9\n.yaml", message="a\nb", hint="", source_line="\ud800" + LINE)],
        [verdict(level=level) for level in Level],
    ],
    ids=["none", "all", "places", "hostile", "levels"],
)
def test_field_by_field_as_reviewdog_documents_it(verdicts):
    found = json.loads(report("rdjson", verdicts, SUMMARY))
    assert list(Draft7Validator(DOCUMENTED).iter_errors(found)) == []
    for one in found["diagnostics"]:
        ends = [one["location"]["range"][side] for side in ("start", "end")]
        assert ends == sorted(ends, key=lambda end: (end["line"], end.get("column", 0)))
        assert len({"column" in end for end in ends}) == 1  # of both or of neither: the range is of lines then


def test_a_field_that_reviewdog_does_not_know_would_not_do():
    found = json.loads(report("rdjson", ALL, SUMMARY))
    found["diagnostics"][0]["level"] = "error"
    assert list(Draft7Validator(DOCUMENTED).iter_errors(found))
