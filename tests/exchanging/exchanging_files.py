"""Canvases and workbooks for the tests of exchanging: edited with a library of others, taken with ours."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl

from bluecanvas.canvas import read
from bluecanvas.exchanging.csv_reading import table
from bluecanvas.exchanging.taking import Taken, take
from bluecanvas.exchanging.workbook_reading import sheets
from bluecanvas.exchanging.writing import as_csv, as_workbook

GALLERY = sorted((Path(__file__).parents[2] / "canvases").glob("*.yaml"))
AIR = """\
bluecanvas: 1
title: Short-haul air   # a comment
language: en
us: plan
factors:
  price: {name: Price, kind: price}
  meals: Meals
  speed: {name: Speed, importance: 30}   # what counts
curves:
  today: {name: Us today, role: as-is, scores: {price: 6, meals: 5, speed: 5}}
  plan:
    name: 'Point to point'
    role: to-be
    based_on: today
    scores: {price: 4}   # said here
  rail:
    scores:
      price: {value: 3, low: 2, high: 4, n: 12, evidence: [survey]}
      meals: null
      speed: 7
errc:
  reduce: {meals: 2}
  raise: {speed: {to: 8, why: Door to door}}
evidence:
  survey: {source: Passenger survey, date: 2026-09, kind: survey, n: 212}
texts:
  zh-Hant: {title: 短程航空, factors: {price: 票價}}
"""
"""A canvas of many ways to write: what is not edited in it must stay to the byte."""
TABLE = """\
bluecanvas: 1
title: Air
scores:
  - [Factor,  Us, Rail]
  - [Price,    2,    6]   # dear
  - [Meals,    1, {value: 6, low: 5, high: 7}]
"""


def opened(canvas: str) -> openpyxl.Workbook:
    """The workbook of a canvas, opened by others."""
    return openpyxl.load_workbook(io.BytesIO(as_workbook(read(canvas.encode()))))


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook's bytes, saved by others."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def taking(canvas: str, workbook: bytes) -> Taken:
    """What a workbook comes to in a canvas."""
    data = canvas.encode()
    return take(data, read(data), sheets("x.xlsx", workbook))


def after(canvas: str, edit: Callable[[openpyxl.Workbook], Any]) -> Taken:
    """What editing a canvas's workbook comes to."""
    book = opened(canvas)
    edit(book)
    return taking(canvas, saved(book))


def cells(canvas: str, sheet: str, **edits: Any) -> Taken:
    """What editing some cells of one sheet comes to: C3=5."""
    return after(canvas, lambda book: [book[sheet].__setitem__(place, value) for place, value in edits.items()])


def taking_csv(canvas: str, text: str | bytes) -> Taken:
    """What a CSV table comes to in a canvas."""
    data = canvas.encode()
    grid, problems = table(text.encode() if isinstance(text, str) else text)
    assert problems == []
    return take(data, read(data), [grid])


def csv_of(canvas: str) -> str:
    """A canvas's scores as CSV."""
    return as_csv(read(canvas.encode())).decode("utf-8-sig")


def diff(before: str, taken: Taken) -> list[str]:
    """The lines that came and went."""
    old, new = before.splitlines(), taken.data.decode().splitlines()
    return [*(f"-{line}" for line in old if line not in new), *(f"+{line}" for line in new if line not in old)]


def said(things: Any) -> list[str]:
    """Notes or problems as one would read them."""
    return [": ".join(part for part in (one.place, one.message) if part) for one in things]
