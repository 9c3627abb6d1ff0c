"""Every rule's page: its sections, its example that fires where marked, its better one that is clean, its options."""

from __future__ import annotations

import inspect
import re
from fractions import Fraction

import pytest
from rule_marks import found, judged, marked

from bluecanvas.finding import Level
from bluecanvas.rules import Rule, every

SECTIONS = ["What it does", "Why it matters", "Example", "Better", "Options", "References"]

all_rules = pytest.mark.parametrize("rule", every(), ids=lambda rule: rule.code)


def sections(rule: Rule) -> dict[str, str]:
    parts = re.split(r"^## (.+)\n", rule.page, flags=re.MULTILINE)
    return {heading: body.strip() for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


def canvases(rule: Rule, section: str) -> list[str]:
    return re.findall(r"^```yaml\n(.*?)^```$", sections(rule)[section], flags=re.MULTILINE | re.DOTALL)


@all_rules
def test_a_page_begins_with_one_sentence_and_has_its_sections_in_order(rule: Rule):
    assert re.fullmatch(r"[A-Z][^\n]{10,117}\.", rule.summary)
    assert rule.page.startswith(rule.summary + "\n\n")
    found = list(sections(rule))
    assert found == SECTIONS if "Fix" not in found else found == [*SECTIONS[:4], "Fix", *SECTIONS[4:]]
    assert all(sections(rule).values())


@all_rules
def test_the_example_fires_exactly_where_it_is_marked(rule: Rule):
    [example, *_] = canvases(rule, "Example")
    expected = marked(example)
    assert expected
    assert {code for _, code in expected} == {rule.code}
    assert {place for place in found(judged(example)) if place[1] == rule.code} == expected


@all_rules
def test_the_better_canvas_is_sound_and_clean_of_the_code(rule: Rule):
    for better in canvases(rule, "Better"):
        verdicts = judged(better)
        assert not [verdict.message for verdict in verdicts if verdict.code == rule.code]
        assert not [verdict.message for verdict in verdicts if verdict.level is Level.ERROR]
    assert canvases(rule, "Better")


@all_rules
def test_the_options_are_those_of_the_check_with_their_defaults(rule: Rule):
    told = re.findall(r"^- `(\w+)` \(default ([^)]+)\):", sections(rule)["Options"], flags=re.MULTILINE)
    taken = {} if rule.check is None else inspect.signature(rule.check).parameters
    options = {name: option.default for name, option in taken.items() if option.kind is option.KEYWORD_ONLY}
    for given in ("as_of", "voice"):  # by whoever asks: the day that age is judged at, and the language
        options.pop(given, None)
    assert {name: () if default == "none" else float(Fraction(default)) for name, default in told} == options
    assert options or sections(rule)["Options"] == "None."


@all_rules
def test_a_finding_speaks_as_the_house_does(rule: Rule):
    for verdict in judged(canvases(rule, "Example")[0]):
        if verdict.code == rule.code:
            for said in (verdict.message, verdict.hint):
                assert not re.match(r"[A-Z][a-z]", said), said
                assert not said.endswith("."), said
