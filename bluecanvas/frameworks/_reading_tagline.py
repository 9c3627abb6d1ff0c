"""The tagline: is there one, short and with something to say?"""

from __future__ import annotations

from functools import lru_cache

from bluecanvas.canvas.model import Tagline
from bluecanvas.frameworks._reading_kinds import (
    Bars,
    Figures,
    Gauge,
    Kind,
    Outcome,
    Scope,
    by_size,
    far_above,
)
from bluecanvas.frameworks._reading_sheet import WITHOUT_BURDENS, On, Sheet
from bluecanvas.frameworks._reading_telling import Telling
from bluecanvas.maths.comparing import at_most
from bluecanvas.words import clip
from bluecanvas.words.lexicons.hollow import is_hollow

LONGEST = 200
"""Characters of a text or name that are looked at: what is longer is none, and costs time."""


def tagline_of(sheet: Sheet, curve: str) -> Tagline | None:
    """A curve's own tagline, else the canvas's; today's curve has only its own, unless it is all that is ours."""
    return sheet.kept(("tagline", curve), lambda: _tagline_of(sheet, curve))


def judged(sheet: Sheet, curve: str) -> bool:
    """Whether a tagline is asked of a curve: of ours and of every option; of today's where it has one."""
    return _may_borrow(sheet, curve) or sheet.canvas.curve(curve).tagline is not None


def judge_text(
    sheet: Sheet, curve: str, _on: On | None = None, *, words: float = 16, characters: float = 24
) -> Outcome:
    """Missing; too long: more than `words` words, or `characters` characters in a script without spaces; hollow; stated.

    Hollow: nothing but praise and words that could mean anything.
    """
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        return Outcome("missing", fires=True)
    count, limit = _length(tagline.text, words, characters)
    if not at_most(count, limit):
        return Outcome("too-long", fires=True, code="BC206")
    if is_hollow(str(tagline.text)):
        return Outcome("hollow", fires=True, code="BC206")
    return Outcome("stated")


def text_figures(sheet: Sheet, curve: str, _on: On | None, _bars: Bars) -> Figures:
    """The length, in words or in characters."""
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        return {"words": None, "characters": None}
    count, unspaced = _counted(str(tagline.text))
    return {"words": None if unspaced else count, "characters": count if unspaced else None}


def why_text(told: Telling, curve: str, outcome: Outcome, found: Figures, _bars: Bars) -> str:
    """The sentence."""
    sheet, us = told.sheet, told.called(curve)
    tagline = tagline_of(sheet, curve)
    if tagline is None:
        if not sheet.rivals:
            return told.phrase("{us} has no tagline", us=us)
        everything = sheet.on(WITHOUT_BURDENS)
        stands_out = by_size(sheet, curve, [j for j in everything if far_above(sheet, curve, j, 0.20)])
        if not stands_out:
            return told.phrase(
                "{us} stands well above {them} on nothing that a tagline could promise, and has none",
                us=us, them=told.whom(),
            )  # fmt: skip
        return told.phrase(
            "{us} stands well above {them} on {factors}, and no tagline says so",
            us=us, them=told.whom(), factors=told.factors(stands_out),
        )  # fmt: skip
    text = clip(told.voice.text(tagline.text)[:LONGEST], 90)
    if outcome.verdict == "hollow":
        return told.phrase("{us} says nothing of its own: “{text}” could stand under any offering", us=us, text=text)
    words, characters = found["words"], found["characters"] or 0.0
    if outcome.fires and words is not None:
        return told.phrase_number(
            "{us} needs {n} word to say what it stands for, more than anyone remembers",
            "{us} needs {n} words to say what it stands for, more than anyone remembers",
            words, us=us, n=f"{words:.0f}",
        )  # fmt: skip
    if outcome.fires:
        return told.phrase_number(
            "{us} needs {n} character to say what it stands for, more than anyone remembers",
            "{us} needs {n} characters to say what it stands for, more than anyone remembers",
            characters, us=us, n=f"{characters:.0f}",
        )  # fmt: skip
    if told.voice.text(tagline.text) != told.voice.text(str(tagline.text)):
        return told.phrase("{us} says it briefly: “{text}”", us=us, text=text)  # the words counted are not these
    if words is not None:
        return told.phrase_number(
            "{us} says it in {n} word: “{text}”", "{us} says it in {n} words: “{text}”", words,
            us=us, n=f"{words:.0f}", text=text,
        )  # fmt: skip
    return told.phrase_number(
        "{us} says it in {n} character: “{text}”", "{us} says it in {n} characters: “{text}”", characters,
        us=us, n=f"{characters:.0f}", text=text,
    )  # fmt: skip


def text_gauges(outcome: Outcome, found: Figures, bars: Bars) -> tuple[Gauge, ...]:
    """The length against the most there should be, where that is the point."""
    if outcome.verdict == "hollow":
        return ()
    for name in ("words", "characters"):
        count = found[name]
        if count is not None:
            return (Gauge(name, count, bars[name], at_least=False, high=2 * bars[name]),)
    return ()


def _tagline_of(sheet: Sheet, curve: str) -> Tagline | None:
    return sheet.canvas.curve(curve).tagline or (sheet.canvas.tagline if _may_borrow(sheet, curve) else None)


def _may_borrow(sheet: Sheet, curve: str) -> bool:
    return sheet.canvas.curve(curve).role == "to-be" or (curve == sheet.canvas.us and not sheet.options)


def _length(text: str, words: float, characters: float) -> tuple[float, float]:
    """A text's length and the limit that goes with its script."""
    count, unspaced = _counted(str(text))
    return count, characters if unspaced else words


@lru_cache(maxsize=64)
def _counted(text: str) -> tuple[float, bool]:
    """A text's words, or its characters where its script puts no spaces between words: words of another count one each."""
    if not _unspaced(text):
        return float(len(text.split())), False
    ideographs = sum(map(_is_unspaced, text))
    rest = "".join(" " if _is_unspaced(char) or not char.isalnum() else char for char in text)
    return float(ideographs + len(rest.split())), True


def _unspaced(text: str) -> bool:
    return not text.isascii() and any(map(_is_unspaced, text))


def _is_unspaced(char: str) -> bool:
    """Whether a character is of a script that puts no spaces between words: Chinese, Japanese."""
    return "\u3041" <= char <= "\u30ff" or "\u3400" <= char <= "\u9fff" or "\U00020000" <= char <= "\U0003ffff"


TAGLINE = Kind(
    "tagline",
    "BC204",
    Scope.NONE,
    judge_text,
    why_text,
    text_figures,
    text_gauges,
    applies=judged,
    codes=("BC204", "BC206"),
    text=lambda sheet, curve: tagline.text if (tagline := tagline_of(sheet, curve)) else None,
)
