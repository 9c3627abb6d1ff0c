"""A document as a talk: which layout each of its slides takes, what stands on it, and what the speaker has beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bluecanvas import documents
from bluecanvas.blocks import Curves, Facets, Grid, Prose
from bluecanvas.documents import Document, Paragraph, Piece, Quote, Rows, Run, Runs, Shown, plain
from bluecanvas.named import NamedTuple
from bluecanvas.renderers._document import as_rows
from bluecanvas.renderers._office_facets import among, pages_of
from bluecanvas.renderers._office_package import Link
from bluecanvas.renderers._office_pages import Slide, titled
from bluecanvas.renderers._office_slides import Brush, web
from bluecanvas.renderers._office_stage import Layout
from bluecanvas.renderers._office_talk_ground import Ground
from bluecanvas.renderers._office_talk_layout import Figure, Text
from bluecanvas.renderers._office_talk_lighter import Version, left_out, lighter, told
from bluecanvas.renderers._office_talk_pages import Page, spread
from bluecanvas.renderers._office_talk_rows import Sheet, sheet
from bluecanvas.renderers._office_talk_shapes import drawn
from bluecanvas.renderers._office_talk_text import Line, Role, Setting, lines, spoken
from bluecanvas.words import label

_MOST_OPENING = 4
"""Paragraphs below the title that a presentation begins with."""


class Talk(NamedTuple):
    """What all slides have in common."""

    document: Document
    brush: Brush
    ground: Ground
    notes: tuple[str, ...]
    """What the speaker has beside value curves where the template says nothing."""


def talk(document: Document, brush: Brush, ground: Ground, notes: tuple[str, ...] = ()) -> Iterator[Slide]:
    """The slides of a document."""
    about = Talk(document, brush, ground, notes)
    before: Runs = (Run(document.title),)
    for at, slide in enumerate(documents.slides(document) or (documents.Slide(before, 1, ()),)):
        named = slide._replace(title=_title(slide, before))
        before = named.title
        yield from (at == 0 and _opening(named, about)) or _slides(named, about)


def _title(slide: documents.Slide, before: Runs) -> Runs:
    """A slide's title; without a heading that of what it shows, else that of the slide on which it goes on."""
    if plain(slide.title).strip():
        return slide.title
    shown = next((piece.block.title for piece in slide.pieces if isinstance(piece, Shown)), "")
    return (Run(shown),) if shown.strip() else before


def _opening(slide: documents.Slide, about: Talk) -> list[Slide]:
    """The slide that a presentation begins with: a title of the first level, and at most some lines below it."""
    said = list(_below(slide.pieces)) if len(slide.pieces) <= _MOST_OPENING else None
    layout = about.brush.stage.opening
    if slide.level != 1 or said is None or None in said or layout is None or layout.text is None:
        return []
    text = [line for line in said if line]
    told = " ".join(plain(line.runs) for line in text)
    about_it = [part for part in (about.document.author, about.document.date) if part.strip() and part not in told]
    text += [Line((Run(" · ".join(about_it)),))] if about_it else []
    place = layout.text
    fitting = (
        setting
        for setting in Setting(place.levels).scaled()
        if setting.total(text, place.inner.width) <= place.inner.height
    )
    setting = next(fitting, None)
    if setting is None:
        return []
    shapes = [about.brush.placed(3, "Subtitle", place, setting.paragraphs(text, about.brush, True))] if text else []
    return [_made(slide, 0, 1, layout, shapes, _links(_runs([Text(tuple(text))])), about)]


def _below(pieces: Sequence[Piece]) -> Iterator[Line | None]:
    """What stands below a title, in lines; None for what does not belong there."""
    for piece in pieces:
        if isinstance(piece, Paragraph):
            yield Line(piece.runs)
        elif isinstance(piece, Quote):
            yield from _below(piece.pieces)
        else:
            yield None


def _slides(slide: documents.Slide, about: Talk) -> Iterator[Slide]:
    """Any other slide, or as many as its content takes."""
    stage = about.brush.stage
    things = list(_things(slide, about, Version.WHOLE))
    if not things:
        yield _made(slide, 0, 1, (slide.level and stage.section) or stage.figure, [], (), about)
        return
    texts = any(isinstance(thing, Line) for thing in things)
    layout = stage.text if stage.text is not None and texts else stage.figure
    room = about.ground.room(layout)
    levels = (stage.text or layout).text
    setting = Setting(levels.levels if levels else about.ground.levels)
    version, pages = Version.WHOLE, spread(things, room, setting)
    blocks = [piece.block for piece in lines(slide.pieces) if isinstance(piece, Shown)]
    for light in Version:
        if len(pages) > 1 and any(lighter(block, light) != block for block in blocks):
            fewer = spread(list(_things(slide, about, light)), room, setting)
            version, pages = (light, fewer) if len(fewer) < len(pages) else (version, pages)
    unshown = [line for block in blocks for line in told(block, version)]
    for at, page in enumerate(pages):
        shapes, charts = drawn(page, layout, about.brush)
        links = _links(_runs(spot.thing for spot in page.spots))
        made = _made(slide, at, len(pages), layout, shapes, links, about)
        notes = made.notes if slide.notes else (*made.notes, *_beside(page, about))
        yield made._replace(charts=charts, notes=(*notes, *unshown) if at == 0 else notes)


def _things(slide: documents.Slide, about: Talk, version: Version) -> Iterator[Line | Sheet | Figure]:
    """What stands on a slide, one after the other, in a version."""
    flat = [
        piece._replace(block=lighter(piece.block, version)) if isinstance(piece, Shown) else piece
        for piece in lines(slide.pieces)
    ]
    missing = sum(left_out(piece.block, version) for piece in lines(slide.pieces) if isinstance(piece, Shown))
    told = "\n".join((plain(slide.title), *(plain(line.runs) for line in flat if isinstance(line, Line))))
    pictures = [picture for piece in flat if isinstance(piece, Shown) for picture in _pictures(piece)]
    titles = {picture.block.title for picture in pictures}
    for piece in flat:
        if isinstance(piece, Line):
            if plain(piece.runs).strip() or piece.role in (Role.ITEM, Role.CODE):
                yield piece
        elif isinstance(piece, Rows):
            yield from _sheet(piece)
        elif shown := _pictures(piece):
            for picture in shown:
                if len(titles) > 1:
                    yield Line((Run(picture.block.title, bold=True),), Role.CAPTION)
                if picture.block.subtitle.strip() and picture.block.subtitle not in told:
                    yield Line((Run(picture.block.subtitle),), Role.TAGLINE)
                yield picture
        elif isinstance(piece.block, Prose):
            yield from (Line((Run(text),)) for text in piece.block.paragraphs if text.strip())
        else:
            yield from _sheet(as_rows(piece.block), piece.alt or piece.block.alt())
    if missing:
        yield Line((Run(label("and-more", about.document.language, count=str(missing))),))


def _sheet(rows: Rows, alt: str = "") -> Iterator[Sheet]:
    if rows.header:
        yield sheet(rows, alt)


def _pictures(shown: Shown) -> list[Figure]:
    """The figures that a block is drawn as; none where it is a table or text."""
    block = shown.block
    if not shown.picture:
        return []
    if isinstance(block, Grid):
        return [Figure(block, shown.alt or block.alt())]
    if isinstance(block, Facets):
        return [Figure(page, page.alt(), among(block)) for page in pages_of(block) if page.axes and page.lines]
    if isinstance(block, Curves) and block.axes and block.lines:
        return [Figure(block, shown.alt or block.alt())]
    return []


def _made(
    slide: documents.Slide,
    at: int,
    count: int,
    layout: Layout,
    shapes: Sequence[str],
    links: Iterable[Link],
    about: Talk,
) -> Slide:
    """A slide with its title, and with what stands on every slide; the first of several has the template's notes."""
    said = " ".join(plain(slide.title).split())
    fitted = titled(said, at, count, layout.title)
    title = about.brush.title(fitted.text, fitted.size, layout.title)
    aside, more = about.ground.aside(layout, about.brush)
    cut = [said] if at == 0 and not fitted.text.startswith(said) else []
    notes = (*cut, *spoken(slide.notes)) if at == 0 else ()
    return Slide(said, (title, *shapes, *aside), notes, layout=layout.part, links=(*links, *more))


def _beside(page: Page, about: Talk) -> Iterator[str]:
    """What the speaker has beside figures where the template says nothing."""
    for spot in page.spots:
        if isinstance(spot.thing, Figure) and not (spot.part or 0):
            yield spot.thing.alt
    if any(isinstance(spot.thing, Figure) and isinstance(spot.thing.block, Curves) for spot in page.spots):
        yield from about.notes


def _runs(things: Iterable[Text | Sheet | Figure]) -> Iterator[Run]:
    for thing in things:
        if isinstance(thing, Text):
            yield from (run for line in thing.lines for run in line.runs)
        elif isinstance(thing, Sheet):
            yield from (run for row in (thing.header, *thing.rows) for cell in row for run in cell)


def _links(runs: Iterable[Run]) -> tuple[Link, ...]:
    """The addresses that runs lead to, once each."""
    found = {link.id: link for run in runs if run.link and (link := web(run.link))}
    return tuple(found[id] for id in sorted(found))
