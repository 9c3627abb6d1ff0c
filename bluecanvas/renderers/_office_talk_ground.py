"""What stands on every slide of a talk: the footer, the date, the slide's number and the logo, and the room they leave."""

from __future__ import annotations

from bluecanvas.documents import Document
from bluecanvas.fonts import readable
from bluecanvas.named import NamedTuple
from bluecanvas.renderers import _office_talk_logo as logos
from bluecanvas.renderers._office_fitting import fit, fit_in
from bluecanvas.renderers._office_package import Link, Part
from bluecanvas.renderers._office_slides import Brush, Paragraph, Run
from bluecanvas.renderers._office_stage import Box, Layout, Level, Place, Stage

_SIZES = (10.0, 9.0, 8.0, 7.0)
_LEVELS = tuple(
    Level(size, 18.0 * k, 18.0, 6.0, bullet=True) for k, size in enumerate((20.0, 18.0, 16.0, 16.0, 16.0), 1)
)
_STRIP = 18.0
"""The height of a footer where the layout has no place for one."""
_LINK = "rIdLogo"


class Ground(NamedTuple):
    """What stands on every slide of a document."""

    document: Document
    stage: Stage
    logo: Part | None = None
    levels: tuple[Level, ...] = _LEVELS
    """Of texts where no layout says how they are set."""

    @classmethod
    def of(cls, document: Document, stage: Stage) -> Ground:
        """What a document wants there."""
        return cls(document, stage, logos.part(document.logo) if document.logo else None)

    def room(self, layout: Layout) -> Box:
        """Where content can stand on a slide of a layout."""
        room = self._content(layout)
        logo = self._logo(layout, room)
        if logo is None or not logo.meets(room):
            return room
        if logo.y > room.y + room.height / 2:
            return room._replace(height=logo.y - 4 - room.y)
        return Box(room.x, logo.bottom + 4, room.width, room.bottom - logo.bottom - 4)

    def aside(self, layout: Layout, brush: Brush) -> tuple[list[str], list[Link]]:
        """The shapes that stand on every slide, and what they refer to."""
        shapes, places = [], self._used(layout)
        if place := places.get("ftr"):
            shapes.append(_small(7, "Footer", place, self.document.footer, brush))
        elif strip := self._strip(layout):
            fitted = fit(readable(self.document.footer), _SIZES, strip.width, 1)
            line = Paragraph((Run(fitted.text, fitted.size, brush.palette.quiet),))
            shapes.append(brush.text(7, "Footer", strip, [line], bottom=True))
        if place := places.get("dt"):
            shapes.append(_small(8, "Date", place, self.document.date, brush))
        if place := places.get("sldNum"):
            shapes.append(brush.number(place))
        logo, links = self.signed(layout, brush)
        return [*shapes, *logo], links

    def signed(self, layout: Layout, brush: Brush) -> tuple[list[str], list[Link]]:
        """The logo alone, and the picture that it refers to; neither where there is none."""
        box = self._logo(layout, self._content(layout))
        if box is None or self.logo is None or self.document.logo is None:
            return [], []
        name = self.document.logo.name.rpartition("/")[2].rpartition(".")[0] or "logo"
        return [brush.picture(6, box, _LINK, "Logo", name)], [Link(_LINK, "image", self.logo.name)]

    def _content(self, layout: Layout) -> Box:
        """Where content stands on a slide of a layout while there is no logo."""
        room = layout.text.inner if layout.text else layout.room
        if self._strip(layout):
            room = room._replace(height=min(room.height, self.stage.height - _STRIP - 8 - room.y))
        return room

    def _strip(self, layout: Layout) -> Box | None:
        """Where a footer stands that the layout has no place for; None where none is needed."""
        if "ftr" in layout.aside or not self.document.footer.strip():
            return None
        left, right = layout.room.x, layout.room.right
        box = Box(left, self.stage.height - _STRIP - 4, right - left, _STRIP)
        for place in layout.aside.values():
            if place.box.meets(box):
                before, after = place.box.x - box.x - 8, box.right - place.box.right - 8
                box = (
                    box._replace(width=before) if before >= after else box._replace(x=place.box.right + 8, width=after)
                )
        return box

    def _logo(self, layout: Layout, content: Box) -> Box | None:
        if self.document.logo is None:
            return None
        strip = self._strip(layout)
        taken = [layout.title.box, *(place.box for place in self._used(layout).values()), *layout.art]
        taken += [strip] if strip else []
        return logos.placed(logos.shape(self.document.logo), self.stage.width, self.stage.height, taken, content)

    def _used(self, layout: Layout) -> dict[str, Place]:
        """The placeholders aside that are filled: on the first slide neither the date nor the number."""
        opens = layout is self.stage.opening
        filled = {"ftr": bool(self.document.footer.strip()), "dt": bool(self.document.date.strip()) and not opens}
        filled["sldNum"] = not opens
        return {kind: place for kind, place in layout.aside.items() if filled.get(kind)}


def _small(id: int, name: str, place: Place, text: str, brush: Brush) -> str:
    """What stands aside, in letters small enough for its place."""
    room, sizes = place.inner, [place.size, *(size for size in _SIZES if size < place.size)]
    fitted = fit_in(readable(text), sizes, room.width, room.height)
    return brush.aside(id, name, place, fitted.text, fitted.size)  # without a size some programs forget its style
