"""Numbers, truth values and null as YAML 1.2's core schema means them, but for numbers that begin with idle zeros."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bluecanvas.parsing.scalars import number_of, plain_value
from bluecanvas.source.node import Scalar

NUMBERS = {
    "0": 0, "7": 7, "-7": -7, "+7": 7, "-0": 0, "10": 10, "0.5": 0.5, ".5": 0.5, "5.": 5.0, "-.5": -0.5, "1e1": 10.0,
    "1E+1": 10.0, "1.5e-1": 0.15, "00.5": 0.5, "0o17": 15, "0xff": 255, "0xFF": 255, "999999999999999": 999999999999999,
    "1234567890123456789": 1234567890123456789.0, "0." + "3" * 100: 1 / 3, "1" + "0" * 300: 1e300,
}  # fmt: skip

NONE = [
    "", "a", "1_000", "1,5", "12:30", "1.2.3", "1e", "e1", ".", "-", "+", "- 1", "+-1", "1 ", " 1", "1\n", "0b1", "0o8", "0xg", "0x",
    "-0x1", "010", "-010", "00", "yes", "on", "No", "~", "null", "true", ".inf", "-.Inf", ".NaN", "1e999", "-1e999", "1" + "0" * 400,
    "９", "٣", "½", "²", "1٣", "infinity", "nan", "1__0", "0o" + "7" * 20, "0x" + "f" * 20,
]  # fmt: skip


@pytest.mark.parametrize("text", NUMBERS)
def test_what_is_a_number(text: str):
    assert number_of(text) == NUMBERS[text]
    assert type(number_of(text)) is type(NUMBERS[text])


@pytest.mark.parametrize("text", NONE)
def test_what_is_none(text: str):
    assert number_of(text) is None


CORE = re.compile(
    "(?P<integer>[-+]?[0-9]+)|0o(?P<octal>[0-7]+)|0x(?P<hexadecimal>[0-9a-fA-F]+)"
    r"|(?P<real>[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?)",
    re.ASCII,
)
"""The numbers of the core schema, as its page gives them (YAML 1.2.2, section 10.3.2)."""


def core_number(text: str) -> float | None:
    """The number a plain scalar means by the core schema; None for none, for what is not finite, and for 010."""
    found = CORE.fullmatch(text)
    if found is None:
        return None
    if found["integer"]:
        return None if re.fullmatch("[-+]?0[0-9]+", text) else float(text)
    if found["octal"]:
        return float(int(found["octal"], 8))
    if found["hexadecimal"]:
        return float(int(found["hexadecimal"], 16))
    return float(text) if math.isfinite(float(text)) else None


@given(st.text(st.sampled_from("0123456789.eE+-oxabfF_:, \n９٣"), max_size=12))
@example("0o0")
@example("-0.e0")
@example("0e0")
def test_numbers_are_those_of_the_core_schema(text: str):
    assert number_of(text) == core_number(text)


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**15), 10**15))
def test_what_python_writes_is_read_back(value: float):
    assert number_of(str(value)) == value


CORE_VALUES = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None, "nuLL": "nuLL",
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
    "yes": "yes", "No": "No", "ON": "ON", "y": "y", "tRUE": "tRUE", "2026-10-03": "2026-10-03", "12:30": "12:30",
    "7": 7, "012": "012", "1e1": 10.0, ".inf": ".inf", "=": "=", "<<": "<<",
}  # fmt: skip


@pytest.mark.parametrize("text", CORE_VALUES)
def test_plain_values_are_those_of_the_core_schema(text: str):
    value = plain_value(Scalar(0, len(text), text))
    assert value == CORE_VALUES[text]
    assert type(value) is type(CORE_VALUES[text])
    assert plain_value(Scalar(0, len(text), text, plain=False)) == text
