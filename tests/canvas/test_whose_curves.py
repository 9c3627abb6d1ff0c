"""Whose curves are whose, where the canvas does not say it."""

from __future__ import annotations

import pytest

from bluecanvas.canvas import read


def ours(roles: str, us: str = "") -> str | None:
    """The id of our curve on a canvas of curves a, b, c with these roles."""
    curves = "".join(
        f"  {id}: {{{'' if role == '-' else f'role: {role}, '}scores: {{x: 1, y: 2}}}}\n"
        for id, role in zip("abc", roles.split(), strict=True)
    )
    text = f"bluecanvas: 1\ntitle: T\n{us}factors: {{x: X, y: Y}}\ncurves:\n{curves}"
    canvas = read(text.encode()).canvas
    assert canvas is not None
    return canvas.us


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ("- - -", "a"),
        ("rival - -", "b"),
        ("rival alternative industry", None),
        ("to-be to-be as-is", "a"),
        ("as-is rival to-be", "c"),  # today stands first: ours is what is to become of it
        ("as-is rival rival", "a"),
        ("as-is - rival", "a"),  # an unmarked curve behind ours is a rival
        ("as-is delivered wanted", "a"),
    ],
)
def test_ours_is_the_first_that_is_nobody_elses(roles, expected):
    assert ours(roles) == expected


def test_what_the_canvas_says_holds():
    assert ours("as-is to-be rival", us="us: a\n") == "a"
