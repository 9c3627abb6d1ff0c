"""Shapes: what each takes, what it says otherwise, and the schema it prints."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bluecanvas.parsing import (
    BOOLEAN,
    DATA,
    DATE,
    NAME,
    NUMBER,
    SHARE,
    TEXT,
    WHOLE,
    WRONG,
    Choice,
    Entry,
    Many,
    Mapped,
    Number,
    Reader,
    Record,
    Shape,
    key,
)
from bluecanvas.source import read


class Stop(Entry):
    """A stop on the way."""

    name: str | None = key(NAME, "what it is called")
    wait: float = key(NUMBER, "how long", 5)
    class_: str | None = key(NAME, "which class", name="class")
    notes: tuple[str, ...] = key(Many(NAME), "what to know", ())


class Trip(Entry):
    """A trip."""

    title: str = key(TEXT, "what it is about", required=True)
    stops: dict[str, Stop] = key(Mapped(Record(Stop, short="name", null=True)), "the stops", {})


def asked(shape: Shape, text: str) -> tuple[Any, list[str]]:
    """What a shape makes of a text, and the messages and hints of what is wrong."""
    source = read(f"it: {text}\n".encode())
    assert source.findings == ()
    reader = Reader("en", source.root)
    value = shape.read(source.root.get("it"), ("it",), reader)
    return value, [f"{it.message} | {it.hint}" for it in reader.findings]


TAKEN = [
    (NAME, "No", "No"),
    (NAME, "012", "012"),
    (NAME, "' '' '", " ' "),
    (TEXT, "{en: a, de: b}", "a"),
    (TEXT, "{de: b, fr: c}", "b"),
    (NUMBER, "-1.5", -1.5),
    (NUMBER, "!!int '7'", 7),
    (WHOLE, "7.0", 7),
    (SHARE, "0.61", 0.61),
    (BOOLEAN, "True", True),
    (DATE, "2026-10", "2026-10"),
    (DATE, "'2026'", "2026"),
    (Choice("to-be", "rival"), "To_Be", "to-be"),
    (Many(NAME), "a", ("a",)),
    (Many(NAME), "[a, 1, No]", ("a", "1", "No")),
    (Many(NAME), "", ()),
    (Mapped(NUMBER), "{a: 1, b c: 2}", {"a": 1, "b c": 2}),
    (Mapped(NUMBER), "", {}),
    (DATA, "{a: [1, 012, yes, null, '1', {2: true}]}", {"a": [1, "012", "yes", None, "1", {"2": True}]}),
]


@pytest.mark.parametrize(("shape", "text", "value"), TAKEN, ids=[text for _, text, _ in TAKEN])
def test_what_a_shape_takes(shape: Shape, text: str, value: Any):
    assert asked(shape, text) == (value, [])
    assert type(asked(shape, text)[0]) in (type(value), type(asked(TEXT, "a")[0]))


REFUSED = [
    (NAME, "[a]", "expected a text, found a list | "),
    (NAME, "", "expected a text, found nothing | write it, or leave the key out"),
    (NAME, '"  "', "the text is empty | write it, or leave the key out"),
    (TEXT, "{}", "expected a text, or a text for each language, found a mapping | quote a text that begins with [ or {"),
    (NUMBER, "high", "expected a number, found `high` | write a number, as 7 or 7.5"),
    (NUMBER, "'7'", 'expected a number, found the text "7" | write it without quotes'),
    (NUMBER, "yes", "expected a number, found `yes` | write a number, as 7 or 7.5"),
    (NUMBER, "1_000", "expected a number, found `1_000` | write 1000"),
    (NUMBER, "1.000,5", "expected a number, found `1.000,5` | write 1.0005 or write 1000.5"),
    (NUMBER, "7 %", "expected a number, found `7 %` | write 7, or 0.07 for a share"),
    (NUMBER, "７", "expected a number, found `７` | write 7"),
    (NUMBER, "１，５", "`１，５` is one text: the full-width ， separates nothing in YAML | write ASCII , : [ ] { } between values, or quote the text"),
    (NUMBER, ".inf", "expected a number, found `.inf` | only finite numbers can be compared and drawn"),
    (NUMBER, "1e400", "expected a number, found `1e400` | only finite numbers can be compared and drawn"),
    (NUMBER, "1e16", "`1e16` is too large to count with | take a larger unit"),
    (NUMBER, "{a: 1}", "expected a number, found a mapping | write a number, as 7 or 7.5"),
    (WHOLE, "7.5", "expected a whole number, found `7.5` | write a number, as 12"),
    (WHOLE, "-1", "-1 is below 0 | "),
    (SHARE, "61", "61 is not between 0 and 1 | write it as a fraction: 0.61"),
    (SHARE, "-1", "-1 is not between 0 and 1 | "),
    (Number(most=3), "4", "4 is above 3 | "),
    (BOOLEAN, "yes", "expected true or false, found `yes` | write true"),
    (BOOLEAN, "'false'", 'expected true or false, found the text "false" | write false'),
    (BOOLEAN, "1", "expected true or false, found `1` | "),
    (DATE, "2026-13", "2026-13 is no day of the calendar | write it as 2026, 2026-10 or 2026-10-03"),
    (DATE, "0000", "0000 is no day of the calendar | write it as 2026, 2026-10 or 2026-10-03"),
    (DATE, "10/2026", "expected a date, found `10/2026` | write it as 2026, 2026-10 or 2026-10-03"),
    (Choice("to-be", "rival"), "riwal", "`riwal` is not one of to-be or rival | did you mean `rival`?"),
    (Choice("to-be", "rival"), "", "expected one of to-be or rival, found nothing | write it, or leave the key out"),
    (Mapped(NUMBER), "[a]", "expected a mapping, found a list | write each as `id: …`"),
    (Mapped(NUMBER), "7", "expected a mapping, found `7` | "),
]  # fmt: skip


@pytest.mark.parametrize(("shape", "text", "said"), REFUSED, ids=[f"{text} {said[:20]}" for _, text, said in REFUSED])
def test_what_a_shape_refuses(shape: Shape, text: str, said: str):
    assert asked(shape, text) == (WRONG, [said])


def test_a_text_of_any_length_is_quoted_short():
    _, [said] = asked(NUMBER, "a" * 10_000)
    assert said == f"expected a number, found `{'a' * 59}…` | write a number, as 7 or 7.5"


def test_a_record_has_its_keys_and_the_defaults_of_others():
    trip, said = asked(
        Record(Trip), "{title: West, stops: {a: Here, b: {wait: 1, class: 2, notes: x}, c: }, x-own: [1]}"
    )
    assert said == []
    assert (trip.title, list(trip.stops)) == ("West", ["a", "b", "c"])
    assert [(stop.name, stop.wait, stop.class_, stop.notes) for stop in trip.stops.values()] == [
        ("Here", 5, None, ()), (None, 1, "2", ("x",)), (None, 5, None, ()),
    ]  # fmt: skip
    assert trip.stops["b"].path == ("it", "stops", "b")


def test_a_record_says_what_is_wrong_with_each_of_its_keys():
    trip, said = asked(Record(Trip), "{titel: West, stops: {a: {Wait: 1, class: [x], notes: [a, [b]]}, '': x, d: [x]}}")
    assert said == [
        "unknown key 'titel' | did you mean `title`? known here: title, stops",
        "unknown key 'Wait' | did you mean `wait`? known here: name, wait, class, notes",
        "expected a text, found a list | ",
        "expected a text, found a list | ",
        "the name before the colon is empty | write what it is",
        "expected a mapping, found a list | its keys are name, wait, class and notes",
        "the key `title` is missing | add: title: …",
    ]
    assert list(trip.stops) == ["a", "d"]
    assert trip.stops["a"].broken == {"class"}
    assert trip.stops["a"].notes == ("a",)
    assert trip.stops["d"].broken == set(Stop.keys)


def test_a_record_without_a_short_form_is_a_mapping():
    assert asked(Record(Trip, what="a trip"), "West") == (
        WRONG,
        ["expected a trip, found `West` | its keys are title and stops"],
    )
    assert asked(Record(Stop, short="name"), "[a]")[0] is WRONG


def test_an_entry_is_changed_into_another():
    stop = Stop(name="a")
    assert (stop.having(wait=1).wait, stop.wait, stop.having(wait=1).name) == (1, 5, "a")


def test_the_schema_of_a_record_describes_its_keys():
    schema = Record(Trip).schema()
    assert schema["required"] == ["title"]
    assert schema["additionalProperties"] is False
    stop = schema["properties"]["stops"]["additionalProperties"]
    short, null, full = stop["anyOf"]
    assert short["description"] == "what it is called"
    assert null == {"type": "null"}
    assert full["properties"]["wait"] == {"description": "how long", "type": "number", "default": 5}
    assert list(full["properties"]) == ["name", "wait", "class", "notes"]


def test_bounds_are_in_the_schema():
    assert SHARE.schema() == {"type": "number", "minimum": 0, "maximum": 1}
    assert WHOLE.schema() == {"type": "integer", "minimum": 0}
    assert Choice("a", "b").schema() == {"enum": ["a", "b"]}
    assert BOOLEAN.schema() == {"type": "boolean"}
    assert DATA.schema() == {}


def test_of_many_unknown_names_the_nearest_is_no_longer_sought():
    reader = Reader()
    assert reader.suggest("fixe", ["fix", "other"]).startswith("did you mean `fix`?")
    for _ in range(30):
        reader.suggest("fixe", [f"name {at}" for at in range(400)])
    assert reader.suggest("fixe", ["fix", *(f"name {at}" for at in range(20))]) == (
        "known here: fix, " + ", ".join(f"name {at}" for at in range(11)) + ", …"
    )


@given(st.integers(0, 9999), st.integers(0, 13), st.integers(0, 32))
@example(1900, 2, 29)
@example(2000, 2, 29)
def test_days_are_those_of_the_calendar(year: int, month: int, day: int):
    try:
        known = bool(datetime.date(year, month, day))
    except ValueError:
        known = False
    assert (asked(DATE, f"{year:04}-{month:02}-{day:02}")[0] is not WRONG) is known


def test_names_that_are_long_are_not_suggested():
    assert Reader().suggest("a" * 61, ["a" * 61, "b"]) == "known here: b"


def test_wrong_is_false():
    assert not WRONG
