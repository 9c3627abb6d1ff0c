"""A rule that fails is a finding, hides no other, and cannot be excused away."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bluecanvas.checking import EVERYTHING, check, judging
from bluecanvas.finding import Finding, Place
from bluecanvas.rules import rule

TEXT = """\
bluecanvas: 1
title: Air
scores:
  - [Factor, us, them]
  - [Price, 2, 6]
  - [Meals, 0, 6]
errc: {eliminate: [Meals]}
"""


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[BaseException], None]]:
    """Lets BC308 find one thing and then fail."""

    def fail(fault: BaseException) -> None:
        def look(canvas, **options):
            yield Finding("BC308", ("errc",), "found before")
            raise fault

        known = rule("BC308")._replace(check=look)
        monkeypatch.setattr(judging, "rule", lambda code: known if code == "BC308" else rule(code))
        judging._plan.cache_clear()

    yield fail
    judging._plan.cache_clear()


def test_it_is_told_at_the_top_of_the_file_and_the_others_are_asked(failing):
    before = {it.code for it in check(TEXT.encode())}
    failing(ZeroDivisionError("by zero"))
    verdicts = check(TEXT.encode())
    assert {it.code for it in verdicts} == before
    first, second = (it for it in verdicts if it.code == "BC308")
    assert first.message == "this rule failed on the canvas (ZeroDivisionError: by zero)"
    assert first.hint.endswith("until it is mended: --ignore BC308")
    assert (first.place, first.final) == (Place(1, 1, 1, 1), True)
    assert "Traceback" in first.fault
    assert (second.message, second.fault, second.final) == ("found before", "", False)


def test_it_is_told_in_the_language_asked_for(failing):
    failing(ZeroDivisionError("by zero"))
    (told,) = (it for it in check(TEXT.encode(), settings=EVERYTHING.saying("zh-TW")) if it.fault)
    assert told.message == "這條規則檢查此策略草圖時失敗（ZeroDivisionError: by zero）"
    assert told.hint.endswith("修復之前可用：--ignore BC308")
    assert told.known_as == "this rule failed on the canvas (ZeroDivisionError: by zero)"


def test_no_suppression_hides_it_and_none_is_called_unused_for_it(failing):
    failing(KeyError("\n::error::價"))
    text = f"# bluecanvas: ignore-file[BC308] why\n{TEXT}# bluecanvas: ignore[BC308] why\n"
    verdicts = check(text.encode())
    assert [(it.stands, bool(it.fault)) for it in verdicts if it.code == "BC308"] == [(True, True), (False, False)]
    assert [it for it in verdicts if it.code == "BC023"] == []


def test_what_it_says_is_not_endless(failing):
    failing(ValueError("x" * 100_000))
    [verdict] = [it for it in check(TEXT.encode()) if it.fault]
    assert len(verdict.message) < 300


@pytest.mark.parametrize("fault", [MemoryError(), KeyboardInterrupt(), SystemExit(143)])
def test_what_ends_the_run_is_no_failing_rule(failing, fault):
    failing(fault)
    with pytest.raises(type(fault)):
        check(TEXT.encode())
