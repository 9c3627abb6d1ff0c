"""Two canvases from YAML, and what changed between them."""

from __future__ import annotations

from bluecanvas.canvas import read
from bluecanvas.canvas.model import Canvas
from bluecanvas.checking import examine
from bluecanvas.comparing import Comparison, compare

TABLE = """\
bluecanvas: 1
title: Short trips
factors: {Price: {kind: price}}
scores:
  - [Factor,   Us, Rail, Airlines]
  - [Price,     2,    3,        6]
  - [Meals,     1,    4,        5]
  - [Hubs,      0,    1,        7]
  - [Kindness,  8,    2,        4]
  - [Speed,     9,    5,        3]
errc:
  eliminate: [Hubs]
  reduce: {Meals: 1}
  raise: {Speed: {to: 9, why: Time is money}}
"""
MAPPED = """\
bluecanvas: 1
title: Short trips
us: us
factors:
  price: {name: Price, kind: price}
  meals: Meals
  hubs: Hubs
  kind: Kindness
  speed: {name: Speed}
curves:
  us: {name: Us, scores: {price: 2, meals: 1, hubs: 0, kind: 8, speed: 9}}
  rail: {name: Rail, scores: {price: 3, meals: 4, hubs: 1, kind: 2, speed: 5}}
  air: {name: Airlines, scores: {price: 6, meals: 5, hubs: 7, kind: 4, speed: 3}}
errc:
  eliminate: [hubs]
  reduce: {meals: 1}
  raise: {speed: {to: 9, why: Time is money}}
"""


def canvas(text: str) -> Canvas:
    reading = read(text.encode())
    assert reading.canvas is not None, reading.findings
    assert not reading.findings, reading.findings
    return reading.canvas


def compared(old: str, new: str, language: str | None = None) -> Comparison:
    """Two canvases held against each other, their findings too."""
    sides = [read(text.encode()) for text in (old, new)]
    findings = [examine(reading, "a.yaml") for reading in sides]
    return compare(canvas(old), canvas(new), findings[0], findings[1], language)


def changes(old: str, new: str, language: str | None = None) -> list[tuple[str, str]]:
    """Every change as its kind and its sentence."""
    return [(change.kind.value, change.text) for change in compared(old, new, language).changes]


def changed(replacements: dict[str, str], text: str = TABLE) -> list[tuple[str, str]]:
    """What changes where parts of a canvas are others."""
    return changes(text, replaced(replacements, text))


def replaced(replacements: dict[str, str], text: str = TABLE) -> str:
    for part, other in replacements.items():
        assert part in text, part
        text = text.replace(part, other)
    return text
