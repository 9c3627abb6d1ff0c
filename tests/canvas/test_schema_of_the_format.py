"""The JSON Schema: draft 07, and of one mind with the reader on the gallery and on what it must refuse."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from findings_of import told
from test_format_page import GROWN, IN_CHINESE, SMALLEST

from bluecanvas.canvas import read
from bluecanvas.canvas.format import CanvasFile, json_schema
from bluecanvas.parsing import data_of

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")

GALLERY = sorted((Path(__file__).parents[2] / "canvases").glob("*.canvas.yaml"))
VALIDATOR = jsonschema.Draft7Validator(json_schema())


def data(text: str) -> Any:
    root = read(dedent(text).encode()).source.root
    assert root is not None
    return data_of(root)


def test_the_schema_is_draft_07():
    jsonschema.Draft7Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema(), allow_nan=False)) == json_schema()


def test_every_key_is_described():
    schema = json_schema()
    assert list(schema["properties"]) == list(CanvasFile.keys)
    assert all(shape["description"] for shape in schema["properties"].values())


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.name)
def test_the_gallery_reads_clean_and_validates(path: Path):
    text = path.read_text(encoding="utf-8")
    assert told(text) == []
    assert list(VALIDATOR.iter_errors(data(text))) == []


@pytest.mark.parametrize("text", [SMALLEST, IN_CHINESE, GROWN], ids=["smallest", "Chinese", "grown"])
def test_the_formats_own_canvases_validate(text: str):
    assert list(VALIDATOR.iter_errors(data(text))) == []


def test_there_is_a_gallery():
    assert len(GALLERY) >= 10


SOUND = "bluecanvas: 1\nscores: [[Factor, us, them], [Price, 2, {value: 6, low: 5, high: 7}], [Meals, null, 6]]\n"


@pytest.mark.parametrize(
    "added",
    [
        "factors: {Price, Meals: {kind: price, cost: {levels: {0: 0, 10: {low: 1, high: 2}}}}}",
        "errc: {raise: Price, reduce: [Meals], create: {Price: 9}, eliminate: {Meals: {to: 0}}, why: {create: x}}",
        "errc: {raise: }",
        "title: {en: Air, de: Luft}\ndate: 2026\nx-own: [1, {a: b}]",
        "tagline: {text: Fast, claims: {Price: low}}",
        "tagline: {en: Fast, de: Schnell}",
        "groups: {full: Full}\nevidence: {menus: Menus, survey: {source: Survey, n: 3}}",
        "cost_per: 12\nus: us\naudience: board",
        "segments: {a: {share: 0.5}}\nportfolio: [{name: Trunk}]",
    ],
)
def test_what_the_reader_takes_validates(added: str):
    assert told(SOUND + added) == []
    assert list(VALIDATOR.iter_errors(data(SOUND + added))) == []


@pytest.mark.parametrize(
    "text",
    [
        SOUND + "titel: Air",
        SOUND + "errc: {rise: [Price]}",
        SOUND + "factors: {Price: {kinds: price}}",
        SOUND + "factors: {Price: {kind: prise}}",
        SOUND + "scale: {min: 0, max: ten}",
        SOUND + "curves: {us: {share: 61}}",
        SOUND + "curves: {us: {scores: {Price: '2'}}}",
        SOUND + "evidence: [survey]",
        SOUND + "date: soon",
        SOUND + "title: [Air]",
        SOUND.replace("bluecanvas: 1", "bluecanvas: 2"),
        SOUND.replace("bluecanvas: 1\n", ""),
        SOUND.replace("Price, 2", 'Price, "2"'),
        SOUND.replace("Price, 2", "Price, high"),
        SOUND.replace("Price, 2", "Price, true"),
    ],
)
def test_what_the_reader_refuses_does_not_validate(text: str):
    assert told(text) != []
    assert list(VALIDATOR.iter_errors(data(text))) != []
