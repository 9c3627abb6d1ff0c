"""Our colours as a client's theme has them, and darker ones for letters where those are too pale to be read."""

from __future__ import annotations

from collections.abc import Mapping
from colorsys import hls_to_rgb, rgb_to_hls
from xml.etree import ElementTree as ET

from bluecanvas.named import NamedTuple
from bluecanvas.renderers._office_archive import Archive
from bluecanvas.renderers._office_stage import SLIDES
from bluecanvas.renderers._office_xml import DRAWING
from bluecanvas.renderers._palette import Palette, contrast

_READ = 4.5
"""The least contrast of letters of that size with what lies behind them, after WCAG 2."""
_STEP = 5
"""Per cent of lightness from one shade to the next."""
_A, _P = f"{{{DRAWING}}}", f"{{{SLIDES}}}"


class Shade(NamedTuple):
    """A colour of a theme by its name, so many per cent of it, the rest white; then darker, or lighter, by as much."""

    name: str
    part: int = 100
    dark: int = 100
    light: int = 100

    def __str__(self) -> str:
        """The colour as a drawing is filled with it."""
        said = "".join(_lighter(part) for part in (self.part, self.light) if part < 100)
        said += f'<a:lumMod val="{self.dark}000"/>' * (self.dark < 100)
        colour = f'<a:schemeClr val="{self.name}">{said}</a:schemeClr>' if said else f'<a:schemeClr val="{self.name}"/>'
        return f"<a:solidFill>{colour}</a:solidFill>"

    def of(self, colour: str) -> str:
        """The shade of a colour such as #4bacc6."""
        hue, light, full = rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
        for part in (self.part, self.light):
            light = light * part / 100 + 1 - part / 100
        light *= self.dark / 100
        return "#" + "".join(f"{round(255 * part):02x}" for part in hls_to_rgb(hue, light, full))


def _lighter(part: int) -> str:
    return f'<a:lumMod val="{part}000"/><a:lumOff val="{100 - part}000"/>'


def tints(colours: Palette) -> dict[str, str]:
    """Our colours as the client's theme has them: ours its first accent, our options the next, the others quiet."""
    return {colour: str(shade) for colour, shade in _shades(colours).items()}


def inks(colours: Palette, theme: Mapping[str, str]) -> dict[str, str]:
    """Those of them that are too pale for letters on the theme's ground, as dark, or as light, as they have to be."""
    ground = theme.get("bg1", "")
    if not ground:
        return {}
    found = {}
    for colour, shade in _shades(colours).items():
        base = theme.get(shade.name)
        if base is None or colour == colours.background or contrast(shade.of(base), ground) >= _READ:
            continue
        dark = contrast(ground, "#000000") >= contrast(ground, "#ffffff")
        steps = range(100 - _STEP, -1, -_STEP)
        other = (shade._replace(dark=step) if dark else shade._replace(light=step) for step in steps)
        found[colour] = str(next(each for each in other if contrast(each.of(base), ground) >= _READ or _last(each)))
    return found


def _last(shade: Shade) -> bool:
    return min(shade.dark, shade.light) == 0


def scheme(archive: Archive, master: str) -> dict[str, str]:
    """A master's colours by the names slides call them, such as accent1; none where its theme does not say them."""
    theme = next((link.target for link in archive.links(master) if link.kind == "theme"), "") if master else ""
    if not theme:
        return {}
    named = {}
    for slot in archive.xml(theme).iterfind(f".//{_A}clrScheme/*"):
        colour = next(iter(slot), None)
        said = "" if colour is None else colour.get("lastClr") or colour.get("val") or ""
        if len(said) == 6 and all(char in "0123456789abcdefABCDEF" for char in said):
            named[slot.tag.removeprefix(_A)] = f"#{said.lower()}"
    places = archive.xml(master).find(f"{_P}clrMap")
    called = ET.Element("none") if places is None else places
    return {name: named[slot] for name, slot in called.attrib.items() if slot in named}


def _shades(colours: Palette) -> dict[str, Shade]:
    quiet = (Shade("tx1", 50), Shade("accent5", 75), Shade("accent6", 75), Shade("tx1", 65))
    found = {colour: quiet[k % len(quiet)] for k, colour in enumerate(colours.others)}
    found |= {colour: Shade(f"accent{2 + k}") for k, colour in enumerate(colours.options)}
    return found | {
        colours.rule: Shade("tx1", 25),
        colours.hair: Shade("tx1", 15),
        colours.zone: Shade("bg2"),
        colours.quiet: Shade("tx1", 50),
        colours.soft: Shade("tx1", 75),
        colours.cut: Shade("tx1", 65),
        colours.lift: Shade("accent1"),
        colours.as_is: Shade("accent1", 60),
        colours.ours: Shade("accent1"),
        colours.ink: Shade("tx1"),
        colours.background: Shade("bg1"),
    }
