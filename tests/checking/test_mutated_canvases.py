"""Canvases with slips in them: letters, lines and words lost, doubled and exchanged; always an answer."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from bluecanvas.checking import check

GALLERY = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parents[2] / "canvases").glob("*.yaml"))]
PIECES = [
    "\n",
    "  ",
    "- ",
    ": ",
    ", ",
    "{",
    "}",
    "[",
    "]",
    "#",
    " #1",
    '"',
    "'",
    "&a ",
    "*a",
    "? ",
    "!x ",
    "~",
    "17",
    "，",
    "：",
    "\t",
    "\r",
    "\0",
]


@st.composite
def slips(draw: st.DrawFn) -> str:
    """A canvas of the gallery with up to four slips."""
    text = draw(st.sampled_from(GALLERY))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(0, len(text) - 1)))
        kind = draw(st.sampled_from(["lose", "add", "exchange words", "exchange lines"]))
        if kind == "lose":
            text = text[:at] + text[at + draw(st.integers(1, 20)) :]
        elif kind == "add":
            text = text[:at] + draw(st.sampled_from(PIECES)) + text[at:]
        elif kind == "exchange words":
            words = [found.span() for found in re.finditer(r"[\w.-]+", text)]
            if len(words) > 1:
                one, other = (draw(st.sampled_from(words)) for _ in range(2))
                text = text[: one[0]] + text[slice(*other)] + text[one[1] :]
        else:
            lines = text.split("\n")
            one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
            lines[one], lines[other] = lines[other], lines[one]
            text = "\n".join(lines)
    return text


@given(slips())
def test_a_canvas_with_slips_is_answered(text: str):
    verdicts = check(text.encode())
    assert [it.message for it in verdicts if it.message.startswith("this rule failed")] == []
    assert verdicts == sorted(verdicts, key=lambda verdict: verdict.order)
    for verdict in verdicts:
        assert verdict.place.line >= 1
        assert 1 <= verdict.place.column <= len(verdict.source_line) + 2
        assert "object at" not in verdict.message
