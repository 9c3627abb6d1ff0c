"""Findings of our own on a whole file: a rule found more than is listed, or it failed."""

from __future__ import annotations

from collections.abc import Callable

from bluecanvas.finding import Finding
from bluecanvas.rules import Rule
from bluecanvas.words import clip
from bluecanvas.words.catalogues import ENGLISH
from bluecanvas.words.voice import Voice

_LONGEST_FAULT = 200


def more_than_listed(known: Rule, most: int, language: str) -> Finding:
    """The finding that a rule found more than is listed."""
    return _in_words(
        known.code,
        language,
        lambda voice: (
            voice.phrase(
                "{rule} is found more than {most} times: the others are not listed", rule=known.name, most=most
            ),
            voice.phrase("mend these first, or mend what they have in common"),
        ),
    )


def failed(known: Rule, fault: Exception, language: str) -> tuple[Finding, str]:
    """The finding that a rule failed, and the traceback."""
    from traceback import format_exception

    what = f"{type(fault).__name__}: {clip(str(fault), _LONGEST_FAULT)}"
    finding = _in_words(
        known.code,
        language,
        lambda voice: (
            voice.phrase("this rule failed on the canvas ({what})", what=what),
            voice.phrase(
                "this is a bug in bluecanvas, and the other rules were asked all the same; until it is mended: --ignore {code}",
                code=known.code,
            ),
        ),
    )
    return finding, "".join(format_exception(fault))


def _in_words(code: str, language: str, tell: Callable[[Voice], tuple[str, str]]) -> Finding:
    """A finding of our own on the whole file, in a language."""
    message, hint = tell(Voice(None))
    if language == ENGLISH:
        return Finding(code, (), message, hint)
    return Finding(code, (), *tell(Voice(language)), english=message)
