"""A draft as a document: its Markdown read into pieces, each block at its mark as itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bluecanvas.documents import (
    Code,
    Document,
    Heading,
    Listing,
    Logo,
    Notes,
    Paragraph,
    Piece,
    Quote,
    Rows,
    Rule,
    Run,
    Runs,
    Shown,
    plain,
)
from bluecanvas.publishing.front import front
from bluecanvas.publishing.jobs import MARK
from bluecanvas.publishing.reports import Draft
from bluecanvas.words import show_date

_NOTE = re.compile(r"notes?:[ \t]*", re.IGNORECASE)
_EAST_ASIAN = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]")
_BLANK = "\u200b"  # stands in Markdown where a site would make a link of text; documents make none


@dataclass(slots=True)
class _Reader:
    """What reading one draft needs to know at any depth."""

    draft: Draft
    mark: re.Pattern[str]


def document(draft: Draft, said: Mapping[str, str] = MappingProxyType({}), logo: Logo | None = None) -> Document:
    """A draft as a document; `said` stands over what its front matter says, by the same keys, and `logo` on every page."""
    begun = front(draft.text)
    reader = _Reader(draft, re.compile(""))
    pieces = tuple(_noted(_pieces(reader, SyntaxTreeNode(_parser().parse(_marked(reader, begun.text))).children)))
    entries = {key: plain(_inline(reader, value)) for key, value in begun.entries.items()} | dict(said)
    first = next((plain(piece.runs) for piece in pieces if isinstance(piece, Heading) and piece.level == 1), "")
    return Document(
        title=entries.get("title") or first or draft.title,
        language=draft.language,
        pieces=pieces,
        author=entries.get("author", ""),
        date=show_date(entries.get("date", ""), draft.language),
        footer=entries.get("confidentiality", ""),
        logo=logo,
    )


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _marked(reader: _Reader, text: str) -> str:
    """The text with each mark as a word that Markdown leaves alone and that stands nowhere else in it."""
    word = "shown"
    while word in text:
        word += "n"
    reader.mark = re.compile(rf"{word}(\d+)z")
    return MARK.sub(rf"{word}\1z", text)


def _pieces(reader: _Reader, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Piece]:
    for node in nodes:
        if node.type == "heading":
            yield Heading(int(node.tag[1]), _bare(reader, _runs(reader, node)))
        elif node.type == "paragraph":
            yield from _paragraph(reader, _runs(reader, node))
        elif node.type in ("bullet_list", "ordered_list"):
            items = tuple(tuple(_pieces(reader, item.children)) for item in node.children)
            yield Listing(items, node.type == "ordered_list", int(node.attrs.get("start", 1)))
        elif node.type == "blockquote":
            yield Quote(tuple(_pieces(reader, node.children)))
        elif node.type in ("fence", "code_block"):
            yield Code(_words(reader, node.content).rstrip("\n"))
        elif node.type == "hr":
            yield Rule()
        elif node.type == "table":
            yield _table(reader, node)


def _paragraph(reader: _Reader, runs: Runs) -> Iterator[Piece]:
    """A paragraph, taken apart where something is to be shown in it."""
    before: list[Run] = []
    for run in runs:
        at = 0
        for match in reader.mark.finditer(run.text):
            before.append(run._replace(text=run.text[at : match.start()]))
            yield from _text(before)
            yield from _shown(reader, int(match.group(1)))
            before, at = [], match.end()
        before.append(run._replace(text=run.text[at:]))
    yield from _text(before)


def _text(runs: Sequence[Run]) -> Iterator[Paragraph]:
    kept = [run for run in runs if run.text]
    if any(run.text.strip() for run in kept):
        kept[0] = kept[0]._replace(text=kept[0].text.lstrip())
        kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip())
        yield Paragraph(tuple(run for run in kept if run.text))


def _shown(reader: _Reader, number: int) -> Iterator[Piece]:
    placed = reader.draft.placed[number]
    blocks = reader.draft.blocks[placed.name]
    for block in blocks:
        if len(blocks) > 1 and not placed.picture:
            yield Paragraph((Run(block.title, bold=True),))
        yield Shown(block, placed.picture, placed.alt if len(blocks) == 1 else block.alt())


def _table(reader: _Reader, node: SyntaxTreeNode) -> Rows:
    lines = [row for part in node.children for row in part.children]
    cells = [tuple(_bare(reader, _runs(reader, cell)) for cell in line.children) for line in lines]
    aligned = (str(cell.attrs.get("style", "")) for cell in lines[0].children)
    numeric = frozenset(at for at, style in enumerate(aligned) if style.endswith("right"))
    return Rows(cells[0], tuple(cells[1:]), numeric)


def _noted(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces, what follows a paragraph that begins with `Note:` put aside for the speaker."""
    notes: list[Piece] | None = None
    for piece in pieces:
        if notes is not None and isinstance(piece, Rule | Heading):
            yield Notes(tuple(notes))
            notes = None
        begins = _NOTE.match(piece.runs[0].text) if notes is None and isinstance(piece, Paragraph) else None
        if begins and isinstance(piece, Paragraph):
            first, *rest = piece.runs
            notes = list(_text([first._replace(text=first.text[begins.end() :]), *rest]))
        elif notes is not None:
            notes.append(piece)
        else:
            yield piece
    if notes is not None:
        yield Notes(tuple(notes))


def _inline(reader: _Reader, text: str) -> Runs:
    nodes = SyntaxTreeNode(_parser().parseInline(text))
    return _bare(reader, tuple(_merged(_run(reader, nodes.children[0].children, Run("")))) if nodes.children else ())


def _runs(reader: _Reader, node: SyntaxTreeNode) -> Runs:
    inline = node.children[0] if node.children else None
    return tuple(_merged(_run(reader, inline.children if inline else (), Run(""))))


def _run(reader: _Reader, nodes: Iterable[SyntaxTreeNode], look: Run) -> Iterator[Run]:
    for node in nodes:
        if node.type == "text":
            yield look._replace(text=node.content.replace(_BLANK, ""))
        elif node.type == "code_inline":
            yield look._replace(text=_words(reader, node.content), code=True)
        elif node.type in ("softbreak", "hardbreak"):
            yield look._replace(text="\n" if node.type == "hardbreak" else " ")
        elif node.type == "strong":
            yield from _run(reader, node.children, look._replace(bold=True))
        elif node.type == "em":
            yield from _run(reader, node.children, look._replace(italic=True))
        elif node.type == "s":
            yield from _run(reader, node.children, look._replace(struck=True))
        elif node.type == "link":
            yield from _run(reader, node.children, look._replace(link=_address(str(node.attrs.get("href", "")))))
        elif node.type == "image":
            yield from _run(reader, node.children, look._replace(italic=True))  # a picture of its own is said in words


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Neighbours of one look as one run; a line's end between two East Asian characters is no space."""
    last: Run | None = None
    for run in runs:
        if last and run._replace(text="") == last._replace(text=""):
            last = last._replace(text=_joined(last.text, run.text))
        else:
            if last:
                yield last
            last = run
    if last:
        yield last


def _joined(before: str, after: str) -> str:
    if before.endswith(" ") and _EAST_ASIAN.match(before[-2:-1]) and _EAST_ASIAN.match(after):
        return before[:-1] + after
    return before + after


def _address(href: str) -> str:
    return href if href.lower().startswith(("https://", "http://", "mailto:")) and "\n" not in unquote(href) else ""


def _bare(reader: _Reader, runs: Runs) -> Runs:
    """Runs of a place that holds text alone: what is to be shown there is said in words."""
    return tuple(run._replace(text=_words(reader, run.text)) for run in runs)


def _words(reader: _Reader, text: str) -> str:
    return reader.mark.sub(lambda found: reader.draft.placed[int(found.group(1))].alt, text)
