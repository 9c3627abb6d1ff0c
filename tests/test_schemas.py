"""docs/schemas: every machine format of ours is what its schema describes, to the last key."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from bluecanvas.cli._ending import run
from bluecanvas.comparing import Kind
from bluecanvas.finding import Confidence, Level

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "schemas"
CANVASES = sorted((ROOT / "canvases").glob("*.canvas.yaml"))
HOSTILE = """\
bluecanvas: 1
title: "餐食 {0} \\u2028 ]]>"
scores:
  - [Factor, Us, Them, "::error::"]
  - [Price, 4, 6, 5]
  - ["a\\nb", 3, 99, 6]
  # bluecanvas: ignore[BC001] as the source has it
  - [Speed, 50, 4, 4]
errc:
  raise: {Speed: 5}
titel: 1
"""
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="no source tree")


def schema(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    Draft7Validator.check_schema(found)
    return found


def strict(part: Any) -> Any:
    """The schema with no key allowed that it does not describe."""
    if isinstance(part, list):
        return [strict(one) for one in part]
    if not isinstance(part, dict):
        return part
    closed = {} if "properties" not in part else {"additionalProperties": False}
    return {**closed, **{key: strict(one) for key, one in part.items()}}


def wrong(name: str, data: Any) -> list[str]:
    """What a schema has against some data."""
    return [f"{error.json_path}: {error.message}" for error in Draft7Validator(strict(schema(name))).iter_errors(data)]


@pytest.fixture
def answer(capfd):
    """What a command prints."""

    def called(*words: object) -> str:
        assert run([str(word) for word in words]) in (0, 1)
        return capfd.readouterr().out

    return called


@pytest.fixture
def hostile(tmp_path):
    path = tmp_path / "價\n\udce9.canvas.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


def test_check_is_what_its_schema_says(answer, hostile, tmp_path):
    plain = json.loads(answer("check", *CANVASES, "--format", "json"))
    assert wrong("check", plain) == []
    odd = json.loads(answer("check", hostile, "--format", "json"))
    assert wrong("check", odd) == []
    found = [*plain["findings"], *odd["findings"]]
    assert {one["level"] for one in found} == {level.value for level in Level}
    assert {one["suppressed"] for one in found} == {True, False}
    assert True in {one["fix"]["safe"] for one in found if "fix" in one}
    baseline = ("--baseline", tmp_path / "baseline.json")
    answer("check", *CANVASES, hostile, *baseline, "--write-baseline")
    known = json.loads(answer("check", *CANVASES, hostile, *baseline, "--format", "json"))
    assert wrong("check", known) == []
    assert True in {one["baselined"] for one in known["findings"]}
    assert wrong("check", json.loads(answer("check", CANVASES[0], "--select", "BC001", "--format", "json"))) == []


def test_a_line_of_jsonl_is_a_finding(answer, hostile):
    whole = schema("check")
    line = {"$ref": "#/definitions/finding", "definitions": whole["definitions"]}
    lines = answer("check", hostile, "--format", "jsonl").splitlines()
    assert len(lines) > 1
    for text in lines:
        assert list(Draft7Validator(strict(line)).iter_errors(json.loads(text))) == []


@pytest.mark.parametrize("path", CANVASES, ids=lambda path: path.name.partition(".")[0])
def test_read_is_what_its_schema_says(answer, path):
    assert wrong("read", json.loads(answer("read", path, "--format", "json"))) == []


def test_read_of_little_is_what_its_schema_says(answer, tmp_path):
    for number, rows in enumerate(["[F, Us]\n  - [A, 1]", "[F, Us, Them]\n  - [A, 5, 5]\n  - [B, 5, null]"]):
        path = tmp_path / f"{number}.canvas.yaml"
        path.write_text(f"bluecanvas: 1\ntitle: t\nscores:\n  - {rows}\n")
        assert wrong("read", json.loads(answer("read", path, "--format", "json"))) == []


RICH = """\
bluecanvas: 1
title: "餐食 \\u2028"
date: 2020
scale: {step: 0.5}
evidence: {poll: {source: Poll}}
groups: {Low: low-cost}
curves: {Us: {role: to-be}, Them: {group: Low}, Old: {role: rival}}
factors: {Meals: {importance: 3}, Lounges: {theme: waiting}}
tagline: Faster
scores:
  - [Factor,  Us, Them, Old]
  - [Price,    4,    6,   5]
  - [Meals,    3,    9,   6]
  - [Lounges,  0, null,   7]
  - [Hubs,     1,    7,   1]
  - [Speed,    9,    4,   4]
errc:
  raise: {Speed: 9, Wings: 5}
  reduce: {Meals: {to: 3, why: cheap}}
  eliminate: [Lounges]
noncustomers: {tiers: [a, b]}
"""
RICHER = """\
bluecanvas: 1
title: 餐點
date: 2025
scale: {min: 1, max: 5, step: 1}
evidence: {survey: {source: Survey, n: 40}}
curves: {Us: {role: to-be, evidence: survey}, Them: {role: alternative}, New: {role: rival}}
factors: {Meals: {importance: 5}}
tagline: {text: Faster, claims: {Speed: high}}
scores:
  - [Factor,    Us, Them, New]
  - [Speed,      5, null,   2]
  - [Price,      2,    3,   2]
  - [Meals,      2,    5,   3]
  - [Hubs,       1,    4,   1]
  - [Kindness,   4,    2,   3]
errc:
  reduce: [Speed]
  raise: {Kindness: 4}
x-idea: {who: [1, {a: null}]}
noncustomers: {tiers: [a, {b: 1}, c]}
"""


def test_diff_is_what_its_schema_says(answer, hostile, tmp_path):
    new = ROOT / "canvases" / "southwest-2025.canvas.yaml"
    kinds = set()
    sides = [(ROOT / "canvases" / "southwest-2005.canvas.yaml", new), (new, new)]
    for name, text in (("rich", RICH), ("richer", RICHER), ("other", RICH.replace("date: 2020", ""))):
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    sides += [(tmp_path / f"{old}.yaml", tmp_path / f"{new}.yaml") for old, new in permutations(("rich", "richer"))]
    sides += [(tmp_path / "other.yaml", tmp_path / "rich.yaml"), (CANVASES[0], CANVASES[1])]
    went = hostile.with_name("價\n\udcff.canvas.yaml")
    went.write_text(HOSTILE.replace("Speed, 50,", "Speed, 5,").replace(", 99,", ", 9,").replace("titel: 1\n", ""))
    sides += [(went, tmp_path / "rich.yaml"), (tmp_path / "rich.yaml", went)]
    for old, new in sides:
        found = json.loads(answer("diff", old, new, "--format", "json"))
        assert wrong("diff", found) == []
        kinds |= {one["kind"] for one in found["changes"]}
    assert len(kinds) > 15
    kind = schema("diff")["definitions"]["change"]["properties"]["kind"]
    assert kind["enum"] == [kind.value for kind in Kind]


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.json")))
def test_a_schema_is_sound_and_told_of_on_the_page(name):
    found = schema(name)
    assert found["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert found["title"].endswith("version 1")
    assert f"]({name}.json)" in (FOLDER / "README.md").read_text(encoding="utf-8")
    for definition in found["definitions"].values():
        if "properties" in definition:
            assert set(definition.get("required", [])) <= set(definition["properties"])


def test_the_closed_sets_are_those_of_the_code():
    finding = schema("check")["definitions"]["finding"]["properties"]
    assert finding["level"]["enum"] == [level.value for level in Level]
    assert finding["confidence"]["enum"] == [confidence.value for confidence in Confidence]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 2}, "1 was expected"),
        ({"more": 1}, "Additional properties"),
        ({"counts": {"error": -1, "warning": 0, "advice": 0}}, "less than the minimum"),
        ({"findings": [{}]}, "required property"),
    ],
)
def test_a_schema_would_not_take_anything(answer, change, said):
    data = json.loads(answer("check", CANVASES[0], "--format", "json"))
    assert said in " ".join(wrong("check", data | change))
