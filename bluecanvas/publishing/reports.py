"""Reports: a template filled with a canvas, its blocks as tables and pictures, its findings and its evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Verdict
from bluecanvas.frameworks import by_key
from bluecanvas.publishing.facts import of_canvas, of_verdicts
from bluecanvas.publishing.jobs import Job, mark
from bluecanvas.publishing.templates import Template, find
from bluecanvas.renderers.markdown import body
from bluecanvas.words.markdown import escape, image

_BLANK = re.compile(r"\n{3,}")
_MOST_WORDS = 2000
"""Characters of a picture's alternative text: the table below it says the rest."""


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
    """A canvas as a report in Markdown.

    `template` is a shipped one's name or a file's path; `figure` is told each picture the report asks for, its name
    and what it shows in words, and answers with the path to put there, "" for no picture. What is wrong with the
    template is a `CallError`. Runs of blank lines become one, so that a template need not count them.
    """
    source = find(template)
    speak = language or canvas.language
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
        blocks=_blocks(canvas, speak, _asked(source)),
    )
    if source.trusted:
        from bluecanvas.publishing.rendering import perform
    else:
        from bluecanvas.publishing.apart import perform_apart as perform
    rendered = perform(job)
    text = rendered.text
    for number, (shown, alt) in enumerate(rendered.figures):
        path = figure(shown, alt)
        text = text.replace(mark(number), image(alt, path) if path else "")
    return _BLANK.sub("\n\n", text).strip("\n") + "\n"


def _asked(template: Template) -> str | None:
    """The text in which a block must be named to be made; None where the template may include others."""
    return (template.folder / template.name).read_text(encoding="utf-8") if template.trusted else None


def _blocks(canvas: Canvas, language: str, asked: str | None) -> dict[str, tuple[str, str]]:
    """What the frameworks have to show, by their names: as Markdown, and in words."""
    found = {}
    for framework in by_key().values():
        if asked is not None and framework.KEY not in asked:
            continue
        blocks = [block for block in framework.blocks(canvas, language) if block.as_table().rows]
        headed = [f"**{escape(block.title)}**\n\n" if len(blocks) > 1 else "" for block in blocks]
        shown = "\n\n".join(heading + body(block) for heading, block in zip(headed, blocks, strict=True))
        words = " ".join(block.alt() for block in blocks)
        clipped = words if len(words) <= _MOST_WORDS else f"{words[:_MOST_WORDS]}…"
        found[framework.KEY.replace("-", "_")] = (shown, clipped)
    return found
