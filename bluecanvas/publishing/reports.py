"""Reports: a template filled with a canvas, its blocks, its findings and its evidence, as Markdown or as a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bluecanvas.blocks import Block
from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Verdict
from bluecanvas.frameworks import by_key
from bluecanvas.publishing.facts import of_canvas, of_verdicts
from bluecanvas.publishing.jobs import MARK, Job, Placed, Rendered
from bluecanvas.publishing.templates import Template, find
from bluecanvas.renderers.markdown import body
from bluecanvas.words.markdown import escape, image

_BLANK = re.compile(r"\n{3,}")
_MOST_WORDS = 2000
"""Characters of a picture's alternative text: the table below it says the rest."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a template wrote, and the blocks it asks to be shown at its marks."""

    text: str
    placed: tuple[Placed, ...]
    blocks: Mapping[str, tuple[Block, ...]]
    """By name."""
    title: str
    """The canvas's, for a template that has none of its own."""
    language: str


def draft(
    canvas: Canvas,
    verdicts: Sequence[Verdict],
    template: str,
    *,
    language: str | None = None,
    settings: Mapping[str, str] | None = None,
    name: str = "",
) -> Draft:
    """A template filled with a canvas: a shipped one's name or a file's path; what is wrong with it is a `CallError`."""
    source = find(template)
    speak = language or canvas.language
    blocks = _blocks(canvas, speak, _asked(source))
    job = Job(
        folder=str(source.folder),
        name=source.name,
        shown=source.shown,
        language=speak,
        facts={
            "canvas": of_canvas(canvas, speak),
            "findings": of_verdicts(verdicts, speak),
            "settings": dict(settings or {}),
            "name": name,
        },
        blocks={key: _in_words(shown) for key, shown in blocks.items()},
    )
    rendered = _performed(job, source.trusted)
    return Draft(rendered.text, rendered.placed, blocks, canvas.title.say(speak), speak)


def as_markdown(draft: Draft, figure: Callable[[str, str], str]) -> str:
    """A draft as Markdown; `figure` is told each picture it asks for, its name and what it shows in words.

    It answers with the path to put there, "" for no picture. Runs of blank lines become one, so that a template need
    not count them.
    """
    written: dict[int, str] = {}

    def shown(found: re.Match[str]) -> str:
        number = int(found.group(1))
        if number not in written:
            written[number] = _shown(draft, draft.placed[number], figure)
        return written[number]

    return _BLANK.sub("\n\n", MARK.sub(shown, draft.text)).strip("\n") + "\n"


def report(
    canvas: Canvas,
    verdicts: Sequence[Verdict],
    template: str,
    *,
    figure: Callable[[str, str], str],
    language: str | None = None,
    settings: Mapping[str, str] | None = None,
    name: str = "",
) -> str:
    """A canvas as a report in Markdown: `draft` and `as_markdown` in one."""
    written = draft(canvas, verdicts, template, language=language, settings=settings, name=name)
    return as_markdown(written, figure)


def _performed(job: Job, trusted: bool) -> Rendered:
    if trusted:
        from bluecanvas.publishing.rendering import perform

        return perform(job)
    from bluecanvas.publishing.apart import perform_apart

    return perform_apart(job)


def _shown(draft: Draft, placed: Placed, figure: Callable[[str, str], str]) -> str:
    if placed.picture:
        path = figure(placed.name, placed.alt)
        return image(placed.alt, path) if path else ""
    blocks = draft.blocks[placed.name]
    headed = [f"**{escape(block.title)}**\n\n" if len(blocks) > 1 else "" for block in blocks]
    return "\n\n".join(heading + body(block) for heading, block in zip(headed, blocks, strict=True))


def _asked(template: Template) -> str | None:
    """The text in which a block must be named to be made; None where the template may include others."""
    return (template.folder / template.name).read_text(encoding="utf-8") if template.trusted else None


def _blocks(canvas: Canvas, language: str, asked: str | None) -> dict[str, tuple[Block, ...]]:
    """What the frameworks have to show, by their names."""
    return {
        framework.KEY.replace("-", "_"): tuple(
            block for block in framework.blocks(canvas, language) if block.as_table().rows
        )
        for framework in by_key().values()
        if asked is None or framework.KEY in asked
    }


def _in_words(blocks: Sequence[Block]) -> str:
    words = " ".join(block.alt() for block in blocks)
    return words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
