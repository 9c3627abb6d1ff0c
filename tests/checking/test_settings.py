"""Settings: what is asked of which file, with which options and at which level."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from bluecanvas.checking import EVERYTHING, Settings, check
from bluecanvas.checking.options import options_of, taken
from bluecanvas.errors import CallError
from bluecanvas.finding import Level
from bluecanvas.rules import every, modules, rule

BARE = "bluecanvas: 1\ntitle: Air\nscores:\n  - [Factor, us, them]\n  - [Price, 2, 6]\n  - [Meals, 0, 6]\n"
"""Two factors and no date: BC101 and BC008."""


def found(code: str, settings: Settings, text: str = BARE) -> list[tuple[Level, str]]:
    return [(it.level, it.message) for it in check(text.encode(), settings=settings) if it.code == code]


def test_an_option_changes_what_a_rule_finds():
    assert found("BC101", EVERYTHING)
    assert not found("BC101", EVERYTHING._replace(options=(("BC101", (("least", 2),)),)))
    [(_, message)] = found("BC101", EVERYTHING._replace(options=(("BC101", (("least", 7),)),)))
    assert "7" in message


def test_a_level_changes_how_much_a_finding_weighs():
    assert [level for level, _ in found("BC101", EVERYTHING)] == [Level.ADVICE]
    heavier = EVERYTHING._replace(levels=(("BC101", Level.ERROR),))
    assert [level for level, _ in found("BC101", heavier)] == [Level.ERROR]
    assert found("BC008", heavier)  # an error by choice is no error of reading, and holds nothing back


def test_files_are_asked_by_their_globs():
    settings = EVERYTHING._replace(
        per_file=(("old/", frozenset({"BC101", "BC008"})), ("*.草稿.yaml", frozenset({"BC308"})))
    )
    assert settings.at("a.yaml").codes == EVERYTHING.codes
    assert settings.at("old/a.yaml").codes == EVERYTHING.codes - {"BC101", "BC008"}
    assert settings.at("old/價.草稿.yaml").codes == EVERYTHING.codes - {"BC101", "BC008", "BC308"}
    assert settings.at("a.yaml") == EVERYTHING
    assert settings.at("old/a.yaml") is settings.at("x/old/b.yaml")
    assert EVERYTHING.at("old/a.yaml") is EVERYTHING


def test_settings_are_one_value():
    settings = Settings.of(["BC3", "BC101"], ["BC305"])._replace(
        options=(("BC101", (("least", 3),)),), levels=(("BC101", Level.WARNING),), as_of=date(2026, 10, 3)
    )
    assert hash(settings) == hash(pickle.loads(pickle.dumps(settings)))
    assert pickle.loads(pickle.dumps(settings)) == settings
    others = [
        settings._replace(codes=settings.codes - {"BC308"}),
        settings._replace(options=()),
        settings._replace(levels=(("BC101", Level.ADVICE),)),
        settings._replace(as_of=None),
        settings._replace(per_file=(("a", frozenset()),)),
    ]
    assert len({one.key for one in [settings, *others]}) == 6
    assert "BC308" in settings.key
    assert "frozenset" not in settings.key  # whose order is another in every run


def test_rules_about_age_are_given_the_day_and_are_silent_without(monkeypatch: pytest.MonkeyPatch):
    from bluecanvas.checking import judging
    from bluecanvas.finding import Finding

    asked = []

    def look(canvas, *, months: int = 12, as_of: date | None = None):
        asked.append((months, as_of))
        yield Finding("BC008", ("title",), "old")

    aged = rule("BC008")._replace(check=look)
    monkeypatch.setattr(judging, "rule", lambda code: aged if code == "BC008" else rule(code))
    settings = Settings.of(["BC008", "BC023"])
    judging._plan.cache_clear()
    try:
        excused = BARE.replace("title:", "# bluecanvas: ignore[BC008] why\ntitle:")
        assert found("BC008", settings) == found("BC023", settings, excused) == asked == []
        day = settings._replace(as_of=date(2026, 10, 3), options=(("BC008", (("months", 6),)),))
        assert [message for _, message in found("BC008", day)] == ["old"]
        assert asked == [(6, date(2026, 10, 3))]
        assert options_of(aged) == {"months": 12}
    finally:
        judging._plan.cache_clear()


@pytest.mark.parametrize("given", ["voice", "as_of"])
def test_what_whoever_asks_gives_is_no_option(given):
    with pytest.raises(CallError, match=f"has no option `{given}`"):
        taken(rule("BC908"), given, "x")


@pytest.mark.parametrize("known", every(), ids=lambda known: known.code)
def test_every_option_of_every_rule_takes_its_own_default(known):
    for option, default in options_of(known).items():
        assert taken(known, option, default) == default
        assert option != "level"
        with pytest.raises(CallError):
            taken(known, option, {})
    if known.check is None:
        assert options_of(known) == {}


def look(canvas, *, share=0.2, ratio=1.5, least=5, strict=False, word="a", also=()):
    return ()


KNOWN = rule("BC101")._replace(check=look)


@pytest.mark.parametrize(
    ("option", "value", "taken_as"),
    [
        ("share", 0, 0.0), ("share", 1, 1.0), ("share", 0.25, 0.25), ("ratio", 7, 7.0), ("least", 0, 0),
        ("least", 10**30, 10**30), ("strict", True, True), ("word", "價", "價"), ("also", [], ()), ("also", ["a", "b"], ("a", "b")),
    ],
)  # fmt: skip
def test_an_option_takes_what_its_default_is(option, value, taken_as):
    found = taken(KNOWN, option, value)
    assert (found, type(found)) == (taken_as, type(taken_as))


@pytest.mark.parametrize(
    ("option", "value", "wanted"),
    [
        ("share", -0.1, "a number from 0 to 1"), ("share", 1.01, "a number from 0 to 1"), ("share", "0.2", "a number from 0 to 1"),
        ("share", True, "a number from 0 to 1"), ("share", float("nan"), "a number from 0 to 1"),
        ("share", 10**400, "a number from 0 to 1"), ("ratio", -1, "a number from 0 on"), ("ratio", float("inf"), "a number from 0 on"),
        ("least", 5.0, "a whole number from 0 on"), ("least", -1, "a whole number from 0 on"), ("least", False, "a whole number from 0 on"),
        ("strict", 1, "true or false"), ("strict", "yes", "true or false"), ("word", 3, "a text"), ("word", " ", "a text"),
        ("also", "a", "a list of texts"), ("also", ["a", 3], "a list of texts"), ("also", [""], "a list of texts"),
        ("share", date(2026, 1, 1), "a number from 0 to 1"), ("share", None, "a number from 0 to 1"),
    ],
)  # fmt: skip
def test_an_option_says_what_it_takes(option, value, wanted):
    with pytest.raises(CallError) as refused:
        taken(KNOWN, option, value)
    assert refused.value.message.startswith(f"`{option}` is ")
    assert refused.value.hint.startswith(f"BC101 too-few-factors takes {wanted}")


def test_an_option_there_is_none_of():
    with pytest.raises(CallError) as refused:
        taken(KNOWN, "shares", 1)
    assert refused.value.message == "BC101 too-few-factors has no option `shares`"
    assert refused.value.hint.startswith("did you mean `share`?")


def test_every_rule_is_there():
    assert EVERYTHING.codes == set(modules())
