"""The format `gitlab`: a code quality report that GitLab takes whole; it stops at the first entry it does not like."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft7Validator
from sample_verdicts import ADVICE, ALL, SUMMARY, SUPPRESSED, WARNING, verdict

from bluecanvas.finding import Level, Place
from bluecanvas.reporters import report


def entries(verdicts):
    return json.loads(report("gitlab", verdicts, SUMMARY))


def test_an_entry_a_finding():
    found = entries(ALL)
    assert [one.pop("fingerprint") for one in found]
    assert found == [
        {
            "description": "BC305 `Us` at 4 is not well above",
            "check_name": "BC305",
            "severity": "minor",
            "location": {"path": "canvases/air.canvas.yaml", "lines": {"begin": 3}},
        },
        {
            "description": "BC001 17 is outside 0 to 10 (hint: levels run from 0 to 10)",
            "check_name": "BC001",
            "severity": "major",
            "location": {"path": "canvases/air.canvas.yaml", "lines": {"begin": 8}},
        },
        {
            "description": "BC008 the canvas has no date (hint: levels run from 0 to 10)",
            "check_name": "BC008",
            "severity": "info",
            "location": {"path": "canvases/b.canvas.yaml", "lines": {"begin": 2}},
        },
    ]


def test_nothing_found_is_an_empty_array():
    assert entries([]) == []


DOCUMENTED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "pattern": r"\ABC\d{3} [^\n\r]+\Z"},
            "check_name": {"type": "string", "pattern": r"\ABC\d{3}\Z"},
            "fingerprint": {"type": "string", "pattern": r"\A[0-9a-f]{32}\Z"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": r"\A(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "additionalProperties": False,
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""The fields of a code quality report as GitLab documents them: one line of description, a path from the repository."""


@pytest.mark.parametrize(
    "verdicts",
    [
        [],
        ALL,
        [verdict(file="價 \udce9\n.yaml", message="a\nb", hint="c\u2028d"), verdict(message="::error::x", hint="")],
        [verdict(file="./a//b.yaml"), verdict(file="/build/a.yaml", place=Place(3, 1, 5, 1))],
        [verdict(level=level) for level in Level],
    ],
    ids=["none", "all", "hostile", "paths", "levels"],
)
def test_field_by_field_as_gitlab_documents_it(verdicts):
    said = report("gitlab", verdicts, SUMMARY._replace(folder="/build"))
    assert said.startswith("[")  # no byte order mark
    found = json.loads(said)
    assert list(Draft7Validator(DOCUMENTED).iter_errors(found)) == []
    assert len({one["fingerprint"] for one in found}) == len(found)


@pytest.mark.parametrize("key", ["description", "fingerprint", "severity", "location"])
def test_an_entry_with_a_field_missing_would_not_do(key):
    found = entries([verdict()])
    found[0].pop(key)
    assert list(Draft7Validator(DOCUMENTED).iter_errors(found))


def fingerprints(verdicts):
    return [one["fingerprint"] for one in entries(verdicts)]


def test_fingerprints_differ_between_findings():
    same_line = verdict(place=Place(8, 27, 8, 28))
    many = [verdict(), same_line, WARNING, ADVICE, verdict(file="other.yaml"), verdict(source_line="  - [Price, 18]")]
    assert len(set(fingerprints(many))) == len(many)


def test_fingerprints_stay_where_lines_move_are_indented_or_reworded():
    moved = verdict(place=Place(80, 3, 80, 5), source_line="\t" + verdict().source_line, message="said otherwise")
    assert fingerprints([moved]) == fingerprints([verdict()])


def test_a_suppression_moves_no_other_fingerprint():
    again = WARNING._replace(place=Place(9, 1, 9, 4))
    assert fingerprints([WARNING, SUPPRESSED._replace(suppressed=False), again])[::2] == fingerprints(
        [WARNING, SUPPRESSED, again]
    )
