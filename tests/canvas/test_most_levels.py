"""So many levels as no picture shows are refused; what a person writes never is."""

from __future__ import annotations

import pytest

from bluecanvas.canvas import read


def sized(factors: int, curves: int, groups: int = 0) -> str:
    """A canvas of so many factors, curves and strategic groups."""
    rows = [f"  - [f{at}{', 5' * curves}]" for at in range(factors)]
    head = "  - [F" + "".join(f", c{at}" for at in range(curves)) + "]"
    named = "groups: {" + ", ".join(f"g{at}: {{}}" for at in range(groups)) + "}\n" if groups else ""
    return "bluecanvas: 1\ntitle: T\n" + named + "scores:\n" + "\n".join([head, *rows]) + "\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (sized(301, 80), "the canvas has 24,080 levels, more than 24,000"),
        (sized(200, 100, 8), "the canvas has 160,000 levels times groups, more than 150,000"),
    ],
)
def test_too_many_levels_are_refused(text: str, message: str):
    done = read(text.encode())
    assert [(it.code, it.message) for it in done.findings] == [("BC017", message)]
    assert done.canvas is None


@pytest.mark.parametrize("text", [sized(60, 40, 40), sized(300, 80), sized(240, 100, 6)])
def test_what_a_person_writes_is_not(text: str):
    assert read(text.encode()).canvas is not None
