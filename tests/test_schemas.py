"""docs/schemas: every machine format of ours is what its schema describes, to the last key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from bluecanvas.cli._ending import run
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
    answer("check", hostile, *baseline, "--write-baseline")
    known = json.loads(answer("check", hostile, *baseline, "--format", "json"))
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
