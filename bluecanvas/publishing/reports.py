"""Reports: a template filled with a canvas, its blocks, its findings and its evidence, as Markdown or as a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from bluecanvas.blocks import Block, Scorecard
from bluecanvas.canvas.model import Canvas
from bluecanvas.errors import CallError
from bluecanvas.finding import Verdict
from bluecanvas.frameworks import by_key
from bluecanvas.frameworks.reading import kinds
from bluecanvas.named import NamedTuple
from bluecanvas.publishing.facts import of_canvas
from bluecanvas.publishing.facts_reading import of_reading, upheld
from bluecanvas.publishing.facts_steps import next_steps
from bluecanvas.publishing.front import Front, front, slips
from bluecanvas.publishing.jobs import MARK, Job, Kept, Placed, Rendered, display, mark
from bluecanvas.publishing.templates import Template, find, front_of, named_in
from bluecanvas.renderers.markdown import body
from bluecanvas.reporters._plain import of_verdicts
from bluecanvas.words import Text, label
from bluecanvas.words.markdown import escape, image

_BLANK = re.compile(r"\n{3,}")
_HEADING = re.compile(r"^(?=#{1,6} )", re.MULTILINE)
_MOST_WORDS = 2000
"""Characters of a picture's alternative text: the table below it says the rest."""
_SENTENCE, _WORD = re.compile(r"\.(?= )|。"), re.compile(r"\S(?= )")
"""Where a text that is too long may end."""
UNCOMPARED: Mapping[str, Any] = MappingProxyType(
    {"against": False, "changes": [], "verdict_changes": [], "finding_changes": []}
)
"""What a template sees of changes where nothing is compared."""
_COSTLY = ("reading", "fragile")
"""Facts that are worked out only where a template names them."""


class Whom(NamedTuple):
    """For whom a report is."""

    audience: str = "team"
    whole: Canvas | None = None
    """The canvas with what they may not see, where something was left out: no verdict is shown that it overturns."""


TEAM = Whom()
"""Those who may see everything."""


class Draft(NamedTuple):
    """What a template wrote, and the blocks it asks to be shown at its marks."""

    text: str
    placed: tuple[Placed, ...]
    blocks: Mapping[str, tuple[Block, ...]]
    """By name."""
    title: str
    """The canvas's, for a template that has none of its own."""
    language: str


def draft(  # noqa: PLR0913 - what a report is of, for whom and from what, each by its name
    canvas: Canvas,
    verdicts: Sequence[Verdict],
    template: str,
    *,
    language: str | None = None,
    settings: Mapping[str, str] | None = None,
    name: str = "",
    against: Mapping[str, Any] | None = None,
    whom: Whom = TEAM,
    kept: Kept | None = None,
) -> Draft:
    """A template filled with a canvas: a shipped one's name or a file's path; what is wrong with it is a `CallError`.

    `canvas` and `verdicts` are what `whom` may see; `against` is what changed since another canvas,
    `kept` where compiled templates of ours are kept.
    """
    source = find(template)
    speak = language or canvas.language
    if settings and settings.get("title"):
        canvas = canvas._replace(title=Text(settings["title"]))
    blocks = _blocks(canvas, speak, _asked(source))
    if whom.whole is not None:
        blocks = {key: _upheld(shown, canvas, whom.whole, speak) for key, shown in blocks.items()}
    job = Job(
        folder=str(source.folder),
        name=source.name,
        shown=source.shown,
        language=speak,
        facts=facts_of(canvas, verdicts, speak, settings or {}, name, against, whom, named_in(source, _COSTLY)),
        blocks={key: _in_words(shown) for key, shown in blocks.items()},
    )
    own = None if source.trusted else front_of(source)
    rendered = _performed(job, source.trusted, kept)
    if own is not None:
        _check_front(rendered.text, own, display(source.shown, source.name))
    if not front(rendered.text).text.strip():
        said = f"{display(source.shown, source.name)}: it writes nothing for {name or 'this canvas'}"
        raise CallError(said, "write at least what is so for every canvas, as `# {{ canvas.title }}`")
    return Draft(rendered.text, rendered.placed, blocks, canvas.title.say(speak), speak)


def facts_of(
    canvas: Canvas,
    verdicts: Sequence[Verdict],
    language: str,
    settings: Mapping[str, str],
    name: str,
    against: Mapping[str, Any] | None = None,
    whom: Whom = TEAM,
    asked: Collection[str] = _COSTLY,
) -> dict[str, Any]:
    """What a template finds beside what it may call, as plain data; of what is costly only what is `asked` for."""
    shown, findings = of_canvas(canvas, language, whom.whole), of_verdicts(verdicts, language)
    return {
        "canvas": shown,
        "findings": findings,
        "reading": of_reading(canvas, language, whom.whole, fragile="fragile" in asked) if "reading" in asked else [],
        "next_steps": next_steps(shown, findings, language),
        **(against or UNCOMPARED),
        "audience": whom.audience,
        "settings": dict(settings),
        "name": name,
    }


def as_markdown(draft: Draft, figure: Callable[[str, str], str]) -> str:
    """A draft as Markdown; `figure` is told each picture it asks for, its name and what it shows in words.

    It answers with the path to put there, "" for no picture: then what it shows stands there as a table, unless it does
    so elsewhere, or is told by the text beside it. Runs of blank lines become one, so that a template need not count them.
    """
    written: dict[int, str] = {}

    def shown(found: re.Match[str]) -> str:
        number = int(found.group(1))
        if number not in written:
            written[number] = _shown(draft, draft.placed[number], figure)
        return written[number]

    return _BLANK.sub("\n\n", MARK.sub(shown, front(draft.text).text)).strip("\n") + "\n"


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


def _performed(job: Job, trusted: bool, kept: Kept | None) -> Rendered:
    if trusted:
        from bluecanvas.publishing.rendering import perform

        return perform(job, kept)
    from bluecanvas.publishing.apart import perform_apart

    return perform_apart(job)


def _check_front(text: str, own: Front, shown: str) -> None:
    """CallError where the front matter that a template wrote says more than its own did, which alone was asked."""
    for slip in slips(text) if text.lstrip().startswith("---") else ():
        raise CallError(f"{shown}: {slip.message}", slip.hint)
    whom = front(text).entries.get("audience")
    if whom is not None and whom != own.entries.get("audience"):
        raise CallError(
            f"{shown}: its `audience: {whom}` was not there before it was filled",
            "write it in this very template's front matter, before everything else but comments",
        )


def _shown(draft: Draft, placed: Placed, figure: Callable[[str, str], str]) -> str:
    if placed.picture:
        path = figure(placed.name, placed.alt)
        if path:
            return image(placed.alt, path)
        if placed is not _told_by(draft, placed.name) or _is_told_beside(draft, placed):
            return ""
    blocks = draft.blocks[placed.name]
    headed = [f"**{escape(block.title)}**\n\n" if len(blocks) > 1 else "" for block in blocks]
    return "\n\n".join(heading + body(block) for heading, block in zip(headed, blocks, strict=True))


def _told_by(draft: Draft, name: str) -> Placed:
    """Where a section is said in words, of a report without pictures: its table, else the first of its pictures."""
    written = (placed for at, placed in enumerate(draft.placed) if mark(at) in draft.text)  # some are only asked for
    places = [placed for placed in written if placed.name == name]
    return next((placed for placed in places if not placed.picture), places[0])


def _is_told_beside(draft: Draft, placed: Placed) -> bool:
    """Whether verdicts are to be shown under a heading that has other text too: theirs, which the picture only sums up."""
    if not all(isinstance(block, Scorecard) for block in draft.blocks[placed.name]):
        return False
    sign = mark(draft.placed.index(placed))
    section = next(part for part in _HEADING.split(draft.text) if sign in part)
    return bool(MARK.sub("", section.partition("\n")[2] if section.startswith("#") else section).strip())


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


def _upheld(blocks: tuple[Block, ...], canvas: Canvas, whole: Canvas, language: str) -> tuple[Block, ...]:
    """The blocks without verdicts that come out otherwise on the whole canvas, the others with the reasons it has."""
    cards = [block for block in blocks if isinstance(block, Scorecard)]
    if not cards:
        return blocks
    titles = {kind.name: kind.called(language) for kind in kinds()}
    why = {
        (titles[name], canvas.curve(one.curve).name.say(language), label(f"verdict.{one.verdict}", language)): one
        for name, one in upheld(canvas, whole)
    }
    kept = []
    for card in cards:
        known = [(mark, why.get((mark.reading, mark.about, mark.verdict))) for mark in card.marks]
        marks = tuple(mark._replace(why=one.why_in(language)) for mark, one in known if one is not None)
        kept += [card._replace(marks=marks)] if marks else []
    return (*(block for block in blocks if block not in cards), *kept)


def _in_words(blocks: Sequence[Block]) -> str:
    """What the blocks show, in words; of too many, whole sentences, else whole words."""
    words = " ".join(block.alt() for block in blocks)
    if len(words) <= _MOST_WORDS:
        return words
    begun = words[:_MOST_WORDS]
    for end in (_SENTENCE, _WORD):
        found = [match.end() for match in end.finditer(begun)]
        if found and found[-1] > _MOST_WORDS / 2:
            return f"{begun[: found[-1]]} …"
    return f"{begun}…"
