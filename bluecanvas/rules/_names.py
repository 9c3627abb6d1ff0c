"""How the messages of rules show names."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.words import clip
from bluecanvas.words.voice import Voice

_MOST_NAMED = 3


def quoted(name: str) -> str:
    """A name as a message shows it."""
    return f"`{clip(name, 40)}`"


def some_of(names: Sequence[str], voice: Voice) -> str:
    """The first names of a list as a phrase, each as a message shows it: "`a`, `b`, `c` and 2 more"."""
    shown = [quoted(name) for name in names[:_MOST_NAMED]]
    more = len(names) - len(shown)
    if not more:
        return listed(shown, voice)
    return voice.phrase("{names} and {number} more", context="code", names=voice.row(shown), number=more)


def listed(shown: Sequence[str], voice: Voice) -> str:
    """Names as a message shows them, as a phrase: "`a`, `b` and `c`"."""
    if len(shown) < 2:
        return "".join(shown)
    return voice.phrase("{names} and {last}", context="code", names=voice.row(shown[:-1]), last=shown[-1])
