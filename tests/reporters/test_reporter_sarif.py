"""The format `sarif`: results, rules, places and fingerprints; then what Microsoft's multitool has to say."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from urllib.parse import unquote_to_bytes

import pytest
from sample_verdicts import ADVICE, ALL, CARD, SPREAD, SUMMARY, SUPPRESSED, WARNING, verdict

from bluecanvas.checking import check
from bluecanvas.finding import Confidence, Fix, Level, Place, Replacement
from bluecanvas.reporters import RuleCard, Summary, report
from bluecanvas.rules import every

HOSTILE = [
    "../elsewhere/x.yaml",
    "/etc/other:x.yaml",
    "<stdin>",
    "caf\udce9.yaml",
    "\ud800.yaml",
    "x\n::error file=a::b.yaml",
    "a,line=99::x.yaml",
    "a b#c?d%41é:x.yaml",
    "a:b/c:d.yaml",
    "back\\slash.yaml",
    "價格/🚀.yaml",
    "-rf [x](y) ..yaml",
]


def run(verdicts, summary=SUMMARY):
    whole = json.loads(report("sarif", verdicts, summary))
    assert whole["version"] == "2.1.0"
    assert whole["$schema"].endswith("sarif-2.1.0.json")
    assert len(whole["runs"]) == 1
    return whole["runs"][0]


def test_a_result():
    result = run([verdict()])["results"][0]
    assert len(result.pop("partialFingerprints")["codeFileLine/v1"]) == 32
    assert result == {
        "ruleId": "BC001",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "17 is outside 0 to 10 (hint: levels run from 0 to 10)"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "canvases/air.canvas.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {
                        "startLine": 8,
                        "startColumn": 17,
                        "endLine": 8,
                        "endColumn": 19,
                        "snippet": {"text": "17"},
                    },
                    "contextRegion": {
                        "startLine": 8,
                        "endLine": 8,
                        "snippet": {"text": "  - [Price,     17,        4,    3,        6]"},
                    },
                }
            }
        ],
    }


MENDED = verdict(
    fix=Fix("write {8}", ()),
    replacements=(Replacement(Place(8, 17, 8, 19), "8"), Replacement(Place(9, 1, 9, 1), "# 價\n")),
)


def test_a_fix():
    assert run([MENDED])["results"][0]["fixes"] == [
        {
            "description": {"text": "write {{8}}"},
            "artifactChanges": [
                {
                    "artifactLocation": {"uri": "canvases/air.canvas.yaml", "uriBaseId": "%SRCROOT%"},
                    "replacements": [
                        {
                            "deletedRegion": {"startLine": 8, "startColumn": 17, "endLine": 8, "endColumn": 19},
                            "insertedContent": {"text": "8"},
                        },
                        {
                            "deletedRegion": {"startLine": 9, "startColumn": 1, "endLine": 9, "endColumn": 1},
                            "insertedContent": {"text": "# 價\n"},
                        },
                    ],
                }
            ],
        }
    ]
    assert "fixes" not in run([MENDED._replace(replacements=())])["results"][0]


def test_a_rule():
    rule = run([WARNING])["tool"]["driver"]["rules"][0]
    assert rule == {
        "id": "BC305",
        "name": "NotWellAbove",
        "shortDescription": {"text": "Finds a raise that is none."},
        "fullDescription": {"text": "Holds every move against {its} baseline."},
        "help": {"text": CARD.page.strip(), "markdown": CARD.page.strip()},
        "defaultConfiguration": {"level": "warning"},
        "properties": {"precision": "medium", "problem.severity": "warning", "tags": ["strategy-canvas", "errc"]},
    }


def test_the_run():
    found = run(ALL)
    assert found["columnKind"] == "unicodeCodePoints"
    assert found["tool"]["driver"]["semanticVersion"] == "1.2.3"
    assert found["invocations"] == [{"executionSuccessful": True}]
    assert list(found["originalUriBaseIds"]) == ["%SRCROOT%"]
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["BC001", "BC008", "BC305"]
    assert [rules[result["ruleIndex"]]["id"] for result in found["results"]] == ["BC305", "BC305", "BC001", "BC008"]
    assert [result["level"] for result in found["results"]] == ["warning", "warning", "error", "note"]


def test_a_rule_without_a_card_is_named_all_the_same():
    rule = run([ADVICE], Summary(1))["tool"]["driver"]["rules"][0]
    assert (rule["id"], rule["name"], rule["help"]["text"]) == ("BC008", "Undated", "BC008 undated.")


def test_suppressed_findings_are_marked():
    assert [one["suppressions"] for one in run(ALL)["results"]] == [[], [{"kind": "inSource"}], [], []]
    assert "suppressions" not in run([verdict()])["results"][0]


def test_what_could_not_be_read_is_told():
    told = run([], SUMMARY._replace(problems=("there is no file {x}",)))["invocations"][0]
    assert told["executionSuccessful"] is False
    assert [one["message"]["text"] for one in told["toolExecutionNotifications"]] == ["there is no file {{x}}"]


def test_no_more_results_than_are_taken(monkeypatch):
    monkeypatch.setattr("bluecanvas.reporters.sarif._MOST", 3)
    found = run(ALL)
    assert [result["ruleId"] for result in found["results"]] == ["BC305", "BC305", "BC001"]
    assert [one["message"]["text"] for one in found["invocations"][0]["toolExecutionNotifications"]] == [
        "4 findings; the 3 heaviest of them are here, for no more are taken"
    ]


@pytest.mark.parametrize("file", HOSTILE)
def test_a_uri_is_one_and_leads_to_the_file(file):
    artifact = run([verdict(file=file)])["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    uri = artifact["uri"]
    assert not set(uri) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/%:")
    if file.startswith("/"):
        assert uri.startswith("file:///")
        assert "uriBaseId" not in artifact
        assert unquote_to_bytes(uri.removeprefix("file://")) == file.encode()
    else:
        assert ":" not in uri
        assert artifact["uriBaseId"] == "%SRCROOT%"
        errors = "surrogatepass" if file.startswith("\ud800") else "surrogateescape"
        assert unquote_to_bytes(uri) == file.encode("utf-8", errors)


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("{0} and {x}", "{{0}} and {{x}}"),
        ("[1, 2] (3)", "[1, 2] (3)"),
        ("see [this](http://x) \\", "see \\[this\\](http://x) \\\\"),
        ("a\n\x1b\u202e", "a\\n\\x1b<U+202E>"),
    ],
)
def test_a_message_holds_no_placeholder_and_no_link(message, text):
    assert run([verdict(message=message, hint="")])["results"][0]["message"]["text"] == text


@pytest.mark.parametrize(
    ("one", "snippet", "context"),
    [
        (verdict(), "17", True),
        (verdict(source_line="17", place=Place(1, 1, 1, 3)), "17", False),  # all there is
        (verdict(source_line="a: b", place=Place(1, 5, 1, 5)), None, False),
        (verdict(source_line="", place=Place(1, 1, 1, 1)), None, False),
        (SPREAD, None, False),  # the other lines are not known
        (verdict(source_line="17" + "x" * 999, place=Place(1, 1, 1, 3)), "17", False),
        (verdict(source_line="x" * 999, place=Place(1, 1, 1, 999)), None, False),
    ],
)
def test_a_snippet_is_the_text_of_its_region_and_short(one, snippet, context):
    place = run([one])["results"][0]["locations"][0]["physicalLocation"]
    assert place["region"].get("snippet", {}).get("text") == snippet
    assert ("contextRegion" in place) is context


def fingerprints(verdicts):
    return [one["partialFingerprints"]["codeFileLine/v1"] for one in run(verdicts)["results"]]


def test_fingerprints_are_stable_under_line_moves_and_differ_otherwise():
    many = [verdict(), verdict(place=Place(8, 27, 8, 28)), WARNING, SUPPRESSED, verdict(file="other.yaml")]
    assert len(set(fingerprints(many))) == len(many)
    moved = [one._replace(place=Place(one.place.line + 3, 1, one.place.line + 3, 2)) for one in many]
    assert fingerprints(moved) == fingerprints(many)


PLACES = [
    (Place(1, 1, 1, 1), ""),
    (Place(3, 2, 3, 2), "a: b"),
    (Place(1, 1, 1, 5), "a: b"),
    (Place(1, 1, 4, 1), "a:"),
    (Place(1, 1, 1, 1000), "x" * 999),
]
TEXTS = ["{0} [a](http://b)", "\x00\x1b\u202e\ud800", "a\r\nb"]
CARDS = {one.code: RuleCard(one.code, one.name, one.level, one.confidence, one.summary, one.page) for one in every()}
OF_EVERY_RULE = [verdict(code=card.code, name=card.name, level=card.level) for card in CARDS.values()]


def test_every_rule_of_ours_fits():
    for rule in run(OF_EVERY_RULE, SUMMARY._replace(rules=CARDS))["tool"]["driver"]["rules"]:
        assert rule["name"] != rule["id"]
        assert len(rule["shortDescription"]["text"]) <= 1024
        assert len(rule["fullDescription"]["text"]) <= 1024
        assert rule["fullDescription"] != rule["shortDescription"]
        assert len(rule["properties"]["tags"]) <= 20


def test_the_multitool_finds_nothing(multitool, tmp_path):
    real = check(b"bluecanvas: 1\nscores:\n  - [F, Us, Them]\n  - [\xe9\xa4\x90, 1, 99]\n", "a.canvas.yaml")
    assert real
    logs = [
        report("sarif", verdicts, SUMMARY)
        for verdicts in (
            [],
            ALL,
            real,
            [verdict(file=file) for file in HOSTILE],
            [verdict(message=text, source_line=text) for text in TEXTS],
            [SPREAD, *(verdict(place=place, source_line=line) for place, line in PLACES)],
            [verdict(level=level, confidence=sure) for level in Level for sure in Confidence],
            [verdict(), SUPPRESSED._replace(reason=TEXTS[0]), verdict(baselined=True)],
            [MENDED],
        )
    ]
    logs.append(report("sarif", ALL, SUMMARY._replace(problems=("no {0}", "x"))))
    logs.append(report("sarif", OF_EVERY_RULE, SUMMARY._replace(rules=CARDS)))
    assert judged(multitool, tmp_path, logs) == []


def test_the_multitool_would_find_something(multitool, tmp_path):
    bad = report("sarif", ALL, SUMMARY).replace('"startLine": 8', '"startLine": -8').replace("canvases/air", "a b|c")
    assert judged(multitool, tmp_path, [bad])


def judged(multitool: Path, folder: Path, logs: list[str]) -> list[str]:
    """What the multitool says against the runs of some logs: its errors and warnings.

    But for one: bluecanvas has no home on the web that it could name.
    """
    whole = json.loads(logs[0])
    whole["runs"] = [one for log in logs for one in json.loads(log)["runs"]]
    Path(folder, "ours.sarif").write_text(json.dumps(whole, indent=1), encoding="utf-8")
    words = ["validate", "ours.sarif", "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning"]
    surroundings = {
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
        "DOTNET_BUNDLE_EXTRACT_BASE_DIR": str(multitool.parent / "unpacked"),
    }
    done = subprocess.run(
        [multitool, *words, "--output", "verdict.sarif", "--log", "ForceOverwrite"],
        cwd=folder,
        capture_output=True,
        timeout=120,
        check=False,
        env=os.environ | surroundings,
    )
    assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    said = json.loads(Path(folder, "verdict.sarif").read_text(encoding="utf-8-sig"))
    calls = [call for one in said["runs"] for call in one["invocations"]]
    assert all(call["executionSuccessful"] for call in calls)
    found = [
        f"{one['ruleId']} {one['message']}"
        for judging in said["runs"]
        for one in judging.get("results", [])
        if not (one["ruleId"] == "SARIF2005" and one["message"].get("id", "").endswith("nformationUri"))
    ]
    notes = [json.dumps(note) for call in calls for note in call.get("toolExecutionNotifications", [])]
    return found + notes
