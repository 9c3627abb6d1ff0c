"""Editing a canvas: YAML and a change in, the same YAML with as few bytes changed as can be out."""

from __future__ import annotations

import pytest

from bluecanvas.finding import Change, Typed, add, include, move, put, remove, rename, reorder
from bluecanvas.source import read
from bluecanvas.source.editing import Refused, edits, rewritten


def after(text: str, *changes: Change) -> str:
    return rewritten(text.encode(), changes).decode()


def refusal(text: str, *changes: Change) -> str:
    with pytest.raises(Refused) as refused:
        after(text, *changes)
    return refused.value.message


GROWN = """\
# the file's own comment
title: 'Air'   # the headline

curves:
  # our plan
  plan:
    scores: {price: 6, meals: 5,
             speed: 5}   # as of May
    x-note: "kept"
  rival: {scores: {price: 4, meals: null}}
rows:
  - [Price,   2,  6]  # dear
  # on board
  - [Meals,   1,  6]
  - [Speed,   9,  4]
"""


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (put(("title",), "Air: a plan"), "'Air'", "'Air: a plan'"),
        (put(("title",), "it's"), "'Air'", "'it''s'"),
        (put(("title",), 7), "'Air'", "7"),
        (put(("title",), None), "'Air'", "null"),
        (put(("curves", "plan", "scores", "meals"), 5.5), "meals: 5,", "meals: 5.5,"),
        (put(("curves", "plan", "scores", "meals"), 7.0), "meals: 5,", "meals: 7,"),
        (put(("curves", "plan", "scores", "meals"), Typed("5.50")), "meals: 5,", "meals: 5.50,"),
        (put(("curves", "plan", "scores", "meals"), {"value": 5, "why": "a, b"}), "meals: 5,", 'meals: {value: 5, why: "a, b"},'),
        (put(("curves", "plan", "scores", "lounges"), 2), "speed: 5}", "speed: 5, lounges: 2}"),
        (put(("curves", "rival", "group"), "full"), "null}}", "null}, group: full}"),
        (put(("curves", "plan", "role"), "to-be"), '"kept"\n', '"kept"\n    role: to-be\n'),
        (put(("rows", 1, 2), 7), "[Meals,   1,  6]", "[Meals,   1,  7]"),
        (put(("rows", 3), ["Seats", 1, 7]), "[Speed,   9,  4]\n", "[Speed,   9,  4]\n  - [Seats, 1, 7]\n"),
        (add(("rows",), ("座位", 1, 7), before=(1,)), "  # on board\n", "  - [座位, 1, 7]\n  # on board\n"),
        (add(("rows", 0), 8), "6]  # dear", "6, 8]  # dear"),
        (rename(("curves", "plan"), "計畫"), "  plan:", "  計畫:"),
        (rename(("curves", "plan", "scores", "speed"), "on: time"), "speed: 5", '"on: time": 5'),
        (remove(("curves", "plan", "scores", "speed")), ",\n             speed: 5}", "}"),
        (remove(("curves", "plan", "scores", "price")), "{price: 6, meals", "{meals"),
        (remove(("rows", 0)), "  - [Price,   2,  6]  # dear\n", ""),
        (remove(("rows", 1)), "  # on board\n  - [Meals,   1,  6]\n", ""),
        (remove(("title",)), "title: 'Air'   # the headline\n", ""),
        (reorder(("rows",), (1, 0)), "  - [Price,   2,  6]  # dear\n  # on board\n  - [Meals,   1,  6]\n",
         "  # on board\n  - [Meals,   1,  6]\n  - [Price,   2,  6]  # dear\n"),
        (reorder(("rows",), (2, 0)), "  - [Price,   2,  6]  # dear\n  # on board\n  - [Meals,   1,  6]\n  - [Speed,   9,  4]\n",
         "  - [Speed,   9,  4]\n  # on board\n  - [Meals,   1,  6]\n  - [Price,   2,  6]  # dear\n"),
        (reorder(("curves", "plan", "scores"), ("speed", "price")), "{price: 6, meals: 5,\n             speed: 5}",
         "{speed: 5, meals: 5,\n             price: 6}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_change_touches_only_its_place(change, old, new, ending):
    assert GROWN.count(old) == 1
    was, wished = (text.replace("\n", ending) for text in (GROWN, GROWN.replace(old, new)))
    assert after(was, change) == wished
    marked = rewritten(b"\xef\xbb\xbf" + was.encode(), [change])
    assert marked == b"\xef\xbb\xbf" + wished.encode()


@pytest.mark.parametrize(
    ("text", "change", "wished"),
    [
        ("a:\nb: 1\n", put(("a",), 2), "a: 2\nb: 1\n"),
        ("a:   # later\nb: 1\n", put(("a",), "x"), "a: x   # later\nb: 1\n"),
        ("a:\nb: 1", put(("a", "c"), 2), "a: {c: 2}\nb: 1"),
        ("a:\n- \n- x", put(("a", 0), "y"), "a:\n- y\n- x"),
        ("a: {b: , c: 1}", put(("a", "b"), 2), "a: {b: 2, c: 1}"),
        ("a: {b, c: 1}", put(("a", "b"), 2), "a: {b: 2, c: 1}"),
        ("a: {}", put(("a", "b"), 2), "a: {b: 2}"),
        ("a: []", add(("a",), "b"), "a: [b]"),
        ("a: [x,]", add(("a",), "b"), "a: [x, b,]"),
        ("a: [\n  x,  # one\n  y   # two\n]\n", add(("a",), "z"), "a: [\n  x,  # one\n  y,   # two\n  z\n]\n"),
        ("a: {\n  x: 1,  # one\n  y: 2,  # two\n}\n", remove(("a", "y")), "a: {\n  x: 1,  # one\n}\n"),
        ("a: {\n  x: 1,  # one\n  y: 2   # two\n}\n", reorder(("a",), ("y", "x")), "a: {\n  y: 2,   # two\n  x: 1  # one\n}\n"),
        ("a: |\n  one\n  two\n\n# c\nb: 1\n", put(("a",), "three"), "a: three\n\n# c\nb: 1\n"),
        ("a: >-\n  one\nb: 1\n", remove(("a",)), "b: 1\n"),
        ("a: one\n  two\nb: 1\n", put(("a",), "x\ny"), 'a: "x\\ny"\nb: 1\n'),
        ("a:\n  b: 1\nc: 2\n", remove(("a", "b")), "a: {}\nc: 2\n"),
        ("a:\n  - b\nc: 2\n", put(("a",), 3), "a: 3\nc: 2\n"),
        ("a:\n  b: 1\n  # about b's end\n    # deeper\nc: 2\n", remove(("a", "b")), "a: {}\n  # about b's end\n    # deeper\nc: 2\n"),
        ("a: 1\n\nb: 2\n\nc: 3\n", remove(("b",)), "a: 1\n\nc: 3\n"),
        ("a: 1\n\nb: 2\n", put(("c",), 3), "a: 1\n\nb: 2\n\nc: 3\n"),
        ("a: 1\nb: 2", remove(("b",)), "a: 1"),
        ("- a: 1\n  b: 2\n- c\n", remove((0, "a")), "- b: 2\n- c\n"),
        ("- a: 1   # one\n  b: 2\n- c\n", reorder((0,), ("b", "a")), "- b: 2\n  a: 1   # one\n- c\n"),
        ("- a: 1\n  b: 2\n", put((0, "x"), 0, before=("a",)), "- x: 0\n  a: 1\n  b: 2\n"),
        ("a:\n  b: {c: 1}\n", put(("a", "d"), {"e": [1, "x"]}), "a:\n  b: {c: 1}\n  d: {e: [1, x]}\n"),
        ("a:\n  b:\n    c: 1\n", put(("a", "d"), {"e": [1, "x"]}), "a:\n  b:\n    c: 1\n  d:\n    e: [1, x]\n"),
        ("a: '1'\n", put(("a",), "2"), "a: '2'\n"),
        ("a: x\n", put(("a",), "2"), 'a: "2"\n'),
        ("a: x\n", put(("a",), "no"), "a: no\n"),
        ("a: x\n", put(("a",), "# y"), 'a: "# y"\n'),
        ("a: x\n", put(("a",), "短途，便宜"), "a: 短途，便宜\n"),
        ('"a":1\n', put(("b",), 1), None),
        ("a: &x {b: 1}\nc: *x\n", put(("c",), 2), "a: &x {b: 1}\nc: 2\n"),
    ],
)  # fmt: skip
def test_every_way_to_write_it(text, change, wished):
    if wished is None:
        refusal(text, change)
    else:
        assert after(text, change) == wished


def test_changes_are_made_together_and_speak_of_the_file_as_it_was():
    text = "a: [1, 2, 3]\nb: {c: 1}\n"
    made = after(text, remove(("a", 0)), put(("a", 2), 9), rename(("b",), "d"), put(("b", "c"), 2), put(("b", "e"), 3))
    assert made == "a: [2, 9]\nd: {c: 2, e: 3}\n"


def test_new_entries_stand_in_the_order_they_are_given():
    assert (
        after("a:\n  b: 1\n", put(("a", "x"), 1), put(("a", "y"), 2), put(("z",), 3))
        == "a:\n  b: 1\n  x: 1\n  y: 2\nz: 3\n"
    )


def test_a_list_is_given_back_as_edits():
    source = read(b"a: 1\nb: [x, y]\n")
    assert edits(source, [put(("a",), 2), remove(("b", 1))]) == ((3, 4, "2"), (10, 13, ""))
    assert edits(source, [put(("a",), 1), put(("b",), ["x", "y"])]) == ()


CELLS = (
    "errc:\n  eliminate: [lounges]  # gone\n  reduce: meals\n  raise: {speed: 9, 'on time': {to: 8, why: \"a, b\"}}\n"
)


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (include(("errc", "eliminate"), "hubs", 3), "[lounges]", "[lounges, hubs]"),
        (include(("errc", "reduce"), "hubs"), "meals", "[meals, hubs]"),
        (include(("errc", "raise"), "hubs", 3), '"a, b"}}', '"a, b"}, hubs: 3}'),
        (include(("errc", "create"), "hubs"), '"a, b"}}\n', '"a, b"}}\n  create: [hubs]\n'),
        (move(("errc", "eliminate", 0), ("errc", "raise")), None, None),
        (move(("errc", "reduce"), ("errc", "eliminate")), "[lounges]  # gone\n  reduce: meals\n", "[lounges, meals]  # gone\n"),
        (move(("errc", "reduce"), ("errc", "create")), "  reduce", "  create"),
        (move(("errc", "raise", "on time"), ("errc", "create")), ", 'on time': {to: 8, why: \"a, b\"}}\n",
         "}\n  create: {on time: {to: 8, why: \"a, b\"}}\n"),
        (move(("errc", "raise", "speed"), ("errc", "reduce")), None, None),
    ],
)  # fmt: skip
def test_a_name_goes_from_cell_to_cell_with_all_that_is_said_of_it(change, old, new):
    if old is None:
        assert "speed" in after(CELLS, change)
    else:
        assert after(CELLS, change) == CELLS.replace(old, new)


@pytest.mark.parametrize(
    ("text", "change", "why"),
    [
        ("a: &x {b: 1}\nc: *x\n", put(("a", "b"), 2), "repeated by an alias"),
        ("a: &x {b: 1}\nc: *x\n", put(("c", "b"), 2), "is an alias"),
        ("a: &x {b: 1}\nc: *x\n", remove(("a",)), "repeated by an alias"),
        ("a: 1\na: 2\nb: 3\n", remove(("b",)), "second key of one name"),
        ("{a: 1, a: 2, b: 3}\n", remove(("b",)), "second key of one name"),
        ("? a\n: 1\n? b\n: 2\n", remove(("a",)), "in this form"),
        ("a: !!str 12\n", put(("a",), 7), "something else would change"),
        ("a:\n  b: 1  # why\n  c: 2\n", put(("a",), 7), "a comment would be lost"),
        ("a: [1, # one\n  2]\n", remove(("a", 0)), "a comment would be lost"),
        ("a: | # note\n  x\n", put(("a",), "y"), "behind a comment"),
        ("a: 1\n", put(("a", "b"), 2), "holds a single value"),
        ("a: 1\n", put(("b", "c"), 2), "there is no `b`"),
        ("a: [1]\n", put(("a", 3), 2), "there is no `a.3`"),
        ("a: 1\n", remove(("a",)), "the file would hold nothing"),
        ("a: 1\nb: [\n", put(("a",), 2), "the file cannot be read"),
        ("a: 1\n", put(("a",), float("nan")), "cannot be written"),
        ("a: 1\nb: 2\n", rename(("a",), "b"), "could not be read"),
        ("a: {b: 1}\n", reorder(("a",), ("b", "b")), "names it twice"),
        ("a: x\n", put(("a",), "zero\u200bwidth"), "could not be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_safely_is_refused_with_a_reason(text, change, why):
    assert why in refusal(text, change)


def test_another_encoding_is_refused():
    with pytest.raises(Refused, match="UTF-8"):
        rewritten("a: 1\n".encode("utf-16"), [put(("a",), 2)])


def test_two_changes_in_one_place_are_refused():
    assert "meet" in refusal("a: {b: 1}\nc: 2\n", put(("a", "b"), 2), remove(("a",)))
