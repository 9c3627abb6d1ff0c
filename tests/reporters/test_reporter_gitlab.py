"""The format `gitlab`: a code quality report that GitLab takes whole; it stops at the first entry it does not like."""

from __future__ import annotations

import json

from sample_verdicts import ADVICE, ALL, SUMMARY, SUPPRESSED, WARNING, verdict

from bluecanvas.finding import Place
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


def test_every_entry_has_what_gitlab_demands():
    for one in entries([*ALL, verdict(file="價 \udce9\n.yaml", message="a\nb")]):
        assert {type(one[key]) for key in ("description", "check_name", "fingerprint", "severity")} == {str}
        assert one["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert "\n" not in one["description"]
        assert type(one["location"]["path"]) is str
        assert type(one["location"]["lines"]["begin"]) is int


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
