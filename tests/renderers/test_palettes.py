"""Themes: curves are told apart by colour-blind eyes, in black and white, and on their background."""

from __future__ import annotations

import itertools

import pytest

from bluecanvas.blocks import Line, Style
from bluecanvas.renderers import Theme
from bluecanvas.renderers._palette import PALETTES, Palette, contrast, mixed, palette, pens

# Machado, Oliveira & Fernandes (2009), severity 1: what protanopes and deuteranopes see of linear red, green, blue.
BLIND = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}


def lab(colour: str, sight: str) -> tuple[float, ...]:
    """A colour as CIE L*a*b* after what an eye makes of it."""
    rgb = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb]
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in BLIND[sight]
    )
    xyz = (
        (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
        0.2126 * red + 0.7152 * green + 0.0722 * blue,
        (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
    )
    x, y, z = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str, sight: str) -> float:
    """How different two colours look: CIE 1976, 2.3 is just noticed."""
    return sum((a - b) ** 2 for a, b in zip(lab(one, sight), lab(other, sight), strict=True)) ** 0.5


def everybody(colours: Palette) -> list[tuple[Line, object]]:
    """The pens of ours, today's, three options, eight rivals and a mean."""
    styles = [Style.OURS, Style.AS_IS, *[Style.OPTION] * 3, *[Style.RIVAL] * 8, Style.INDUSTRY]
    lines = [Line(str(at), "", style, ()) for at, style in enumerate(styles)]
    return list(zip(lines, pens(lines, colours), strict=True))


@pytest.mark.parametrize("sight", BLIND)
@pytest.mark.parametrize("theme", ["light", "dark", "print"])
def test_our_curve_stands_out_for_every_eye(theme: str, sight: str) -> None:
    colours = PALETTES[theme]
    for other in (*colours.options, *colours.others, colours.cut):
        assert apart(colours.ours, other, sight) > 15


@pytest.mark.parametrize("theme", PALETTES)
def test_curves_differ_in_marker_or_dash_without_any_colour(theme: str) -> None:
    signs = [(pen.marker, pen.dash, pen.hollow, pen.width) for _, pen in everybody(PALETTES[theme])]
    for one, other in itertools.combinations(signs, 2):
        assert one != other


@pytest.mark.parametrize("theme", PALETTES)
def test_letters_and_curves_are_seen_on_the_background(theme: str) -> None:
    colours = PALETTES[theme]
    assert contrast(colours.ink, colours.background) > 12
    assert contrast(colours.soft, colours.background) > 7
    for name in ("quiet", "ours", "cut", "lift"):
        assert contrast(getattr(colours, name), colours.background) > 3.9, name
    for colour in (colours.as_is, *colours.options, *colours.others):
        assert contrast(colour, colours.background) > 3, colour


def test_contrast_as_wcag_has_it() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#ffffff") == 1


def test_a_theme_of_ones_own_changes_what_it_says_and_shades_its_background() -> None:
    own = palette(Theme("house", "light", {"background": "#000000", "ink": "#ffffff", "rule": "#112233"}))
    assert (own.background, own.ink, own.ours) == ("#000000", "#ffffff", PALETTES["light"].ours)
    assert (own.rule, own.hair, own.zone) == ("#112233", "#171717", "#0a0a0a")
    assert palette(Theme("house", "dark")) == PALETTES["dark"]


def test_mixing() -> None:
    assert (mixed("#000000", "#ffffff", 0), mixed("#000000", "#ffffff", 0.5), mixed("#102030", "#ffffff", 1)) == (
        "#000000", "#808080", "#ffffff",
    )  # fmt: skip
