"""A presentation put together: its stage, its slides, their charts with the workbooks in them, and the speaker's notes."""

from __future__ import annotations

from collections.abc import Sequence

from bluecanvas.renderers._office_package import Link, Part, package, xml_part
from bluecanvas.renderers._office_pages import SHEET, Chart, Slide
from bluecanvas.renderers._office_slides import Brush
from bluecanvas.renderers._office_stage import SLIDES, Box
from bluecanvas.renderers._office_start import GROUP, MAP, placeholder, theme
from bluecanvas.renderers._office_workbook import Sheet, workbook
from bluecanvas.renderers._office_xml import DRAWING, LINKS, emu, esc
from bluecanvas.renderers._palette import PALETTES

_SPACE = f'xmlns:a="{DRAWING}" xmlns:r="{LINKS}" xmlns:p="{SLIDES}"'
_NOTES, _NOTES_THEME = "ppt/notesMasters/bluecanvas.xml", "ppt/theme/bluecanvasNotes.xml"
_PAGE = (540.0, 720.0)
"""A page of notes, in points."""
_IMAGE, _SPEECH = Box(60, 54, 420, 236), Box(54, 310, 432, 360)
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def deck(slides: Sequence[Slide], brush: Brush, title: str, media: Sequence[Part] = (), author: str = "") -> bytes:
    """The presentation of those slides; `media` are the pictures that they link to."""
    stage = brush.stage
    parts = [*stage.parts, *media]
    links = [Link(f"rId{at}", "slideMaster", name) for at, name in enumerate(stage.masters, 1)]
    masters = "".join(
        f'<p:sldMasterId id="{id}" r:id="{link.id}"/>' for id, link in zip(stage.master_ids, links, strict=True)
    )
    notes = ""
    if any(slide.notes for slide in slides):
        parts += _notes_master(brush)
        links.append(Link("rIdNotes", "notesMaster", _NOTES))
        notes = '<p:notesMasterIdLst><p:notesMasterId r:id="rIdNotes"/></p:notesMasterIdLst>'
    ids = ""
    for at, slide in enumerate(slides, 1):
        parts += _slide(slide, at, brush)
        links.append(Link(f"rIdSlide{at}", "slide", f"ppt/slides/bluecanvas{at}.xml"))
        ids += f'<p:sldId id="{255 + at}" r:id="rIdSlide{at}"/>'
    links += stage.links
    xml = (
        f'<p:presentation {_SPACE} saveSubsetFonts="1"><p:sldMasterIdLst>{masters}</p:sldMasterIdLst>{notes}'
        f'<p:sldIdLst>{ids}</p:sldIdLst><p:sldSz cx="{emu(stage.width)}" cy="{emu(stage.height)}"/>'
        f'<p:notesSz cx="{emu(_PAGE[0])}" cy="{emu(_PAGE[1])}"/>{stage.text_style}</p:presentation>'
    )
    parts.append(xml_part("ppt/presentation.xml", "presentationml.presentation.main", xml, tuple(links)))
    return package(parts, "ppt/presentation.xml", title, brush.face.tag, author)


def _slide(slide: Slide, at: int, brush: Brush) -> list[Part]:
    """A slide's part, and those of its charts and its notes."""
    name = f"ppt/slides/bluecanvas{at}.xml"
    links = [Link("rId1", "slideLayout", slide.layout or brush.stage.figure.part), *slide.links]
    parts = []
    for k, chart in enumerate(slide.charts, 1):
        called = f"bluecanvas{at}" if k == 1 else f"bluecanvas{at}_{k}"
        book = Part(f"ppt/embeddings/{called}.xlsx", _BOOK, _book(chart, brush, slide.title))
        link = (Link("rId1", "package", book.name),)
        parts += [book, xml_part(f"ppt/charts/{called}.xml", "drawingml.chart", chart.xml, link)]
        links.append(Link(chart.link, "chart", parts[-1].name))
    if slide.notes:
        own = (Link("rId1", "notesMaster", _NOTES), Link("rId2", "slide", name))
        parts.append(
            xml_part(f"ppt/notesSlides/bluecanvas{at}.xml", "presentationml.notesSlide", _notes(slide, brush), own)
        )
        links.append(Link("rIdNotes", "notesSlide", parts[-1].name))
    return [*parts, xml_part(name, "presentationml.slide", brush.slide(slide.shapes), tuple(links))]


def _book(chart: Chart, brush: Brush, title: str) -> bytes:
    """The workbook behind a chart."""
    return workbook([Sheet(SHEET, chart.cells)], brush.face, title)


def _notes(slide: Slide, brush: Brush) -> str:
    """What the speaker reads beside a slide."""
    said = "".join(
        f'<a:p><a:r><a:rPr lang="{esc(brush.face.tag)}"/><a:t>{esc(line)}</a:t></a:r></a:p>' for line in slide.notes
    )
    return (
        f"<p:notes {_SPACE}><p:cSld><p:spTree>{GROUP}{_picture('')}"
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
        f"{said}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _notes_master(brush: Brush) -> list[Part]:
    """The master of the notes, black on white whatever the slides are, for paper."""
    shape = f'{_IMAGE.frame("a:xfrm")}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    body = placeholder(3, "Notes", 'type="body" idx="1"', _SPEECH, "<a:bodyPr/>")
    xml = (
        f'<p:notesMaster {_SPACE}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"<p:spTree>{GROUP}{_picture(shape)}{body}</p:spTree></p:cSld><p:clrMap {MAP}/><p:notesStyle>"
        f'<a:lvl1pPr><a:defRPr lang="{esc(brush.face.tag)}" sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl1pPr></p:notesStyle></p:notesMaster>'
    )
    link = Link("rId1", "theme", _NOTES_THEME)
    return [
        theme(_NOTES_THEME, PALETTES["light"], brush.face),
        xml_part(_NOTES, "presentationml.notesMaster", xml, (link,)),
    ]


def _picture(shape: str) -> str:
    """The place of the slide's image on a page of notes."""
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr>{shape}</p:spPr></p:sp>'
    )
