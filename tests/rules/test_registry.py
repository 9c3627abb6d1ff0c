"""The folder of rules: codes, names and levels."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import bluecanvas
from bluecanvas.errors import BluecanvasError, CallError
from bluecanvas.finding import Level
from bluecanvas.rules import RULES, every, modules, rule

PACKAGE = Path(bluecanvas.__file__).parent
ADVICE_ABOUT_THE_WHOLE = {"BC004", "BC005", "BC006", "BC007", "BC008", "BC009"}
READ_AS_LEVELS = {"BC411"}
"""Found by the reader outside its decade: what is no level cannot be read as one."""
ABOUT_SUPPRESSIONS = {"BC021", "BC022", "BC023"}
"""Found by checking, where the comments are followed."""
WARNINGS = {"BC315", "BC320", "BC321"} | {f"BC{number}" for number in (*range(301, 311), 313)}
"""Moves that disagree with the curves or with what buyers need; the other rules about moves advise."""


def test_codes_and_names_are_unique_and_names_are_kebab():
    rules = every()
    assert len({known.code for known in rules}) == len({known.name for known in rules}) == len(rules) == len(modules())
    for known in rules:
        assert re.fullmatch(r"BC\d{3}", known.code)
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", known.name)


def test_a_rule_is_found_by_code_and_by_name():
    assert rule("bc105") is not None
    assert rule("BC105") == rule("near-duplicate-factors") == rule("Near_Duplicate_Factors")


def test_an_unknown_code_suggests_the_nearest():
    with pytest.raises(CallError) as caught:
        rule("near-duplicate-factor")
    assert "near-duplicate-factors" in caught.value.hint


@pytest.mark.parametrize("name", ["bc105_twice", "bc999_near_duplicate_factors", "no_code"])
def test_a_second_file_of_a_code_or_name_and_a_file_without_either_fail(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(RULES.__dict__, "names", (*RULES.names, name))
    modules.cache_clear()
    try:
        with pytest.raises(BluecanvasError):
            modules()
    finally:
        modules.cache_clear()


def test_every_code_the_reader_reports_has_a_page():
    folders = ("canvas", "parsing", "source", "checking")
    used = {
        code
        for folder in folders
        for file in (PACKAGE / folder).rglob("*.py")
        for code in re.findall(r'"(BC\d{3})"', file.read_text(encoding="utf-8"))
    }
    assert used <= set(modules())
    assert {code for code in used if rule(code).check is None} == used


def test_levels_follow_the_decades():
    for known in every():
        if known.code in ABOUT_SUPPRESSIONS:
            assert known.level is not Level.ERROR, known.code
            assert known.check is None
        elif known.code in READ_AS_LEVELS or (known.code < "BC100" and known.code not in ADVICE_ABOUT_THE_WHOLE):
            assert known.level is Level.ERROR, known.code
            assert known.check is None
        else:
            assert known.level is not Level.ERROR, known.code
            assert known.check is not None
        if known.code.startswith("BC3"):
            assert (known.level is Level.WARNING) is (known.code in WARNINGS), known.code
        if known.code[:3] in ("BC1", "BC4", "BC9") and known.code not in READ_AS_LEVELS:
            assert known.level is Level.ADVICE, known.code
