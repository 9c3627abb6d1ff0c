"""The canvas file, format 1, as it is typed: every key, what may stand there and what it means."""

from __future__ import annotations

from typing import Any

from bluecanvas.canvas.format_factor import FactorEntry
from bluecanvas.canvas.format_grid import GridEntry
from bluecanvas.canvas.format_scores import AUDIENCE, NAMES, ScoreShape, Stated, TableShape, level_key
from bluecanvas.canvas.format_segments import SegmentsShape, SegmentsTyped
from bluecanvas.finding import Path
from bluecanvas.parsing import (
    DATA,
    DATE,
    NAME,
    NUMBER,
    SHARE,
    TEXT,
    WHOLE,
    WRONG,
    Choice,
    Entry,
    Mapped,
    Reader,
    Record,
    Shape,
    key,
)
from bluecanvas.parsing.reader import said
from bluecanvas.source import MAP, SCALAR, Node
from bluecanvas.words import Text, quoted


class TaglineEntry(Entry):
    """The promise in one line."""

    text: Text | None = key(TEXT, "the tagline itself", required=True)
    claims: dict[str, str] = key(
        Mapped(Choice("high", "low"), what="a mapping from factors to `high` or `low`"),
        "the factors it claims to be high or low",
        {},
    )
    audience: str | None = key(AUDIENCE, "who may see it")


class TaglineShape:
    """A tagline: a text, or a mapping with `text` and `claims`."""

    _record = Record(TaglineEntry, short="text")

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The entry; a mapping of language tags is a translated text."""
        if node.kind is MAP and "text" not in node.keys and "claims" not in node.keys:
            text = TEXT.read(node, path, reader)
            return WRONG if text is WRONG else TaglineEntry(text=text, path=path)
        return self._record.read(node, path, reader)

    def schema(self) -> dict[str, Any]:
        """Either."""
        return {"anyOf": [TEXT.schema(), self._record.schema()]}


class GroupEntry(Entry):
    """A strategic group of rivals."""

    name: Text | None = key(TEXT, "what it is called")
    audience: str | None = key(AUDIENCE, "who may see it")


class CurveEntry(Entry):
    """A value curve."""

    name: Text | None = key(TEXT, "whose curve it is; the id where it is not given")
    role: str | None = key(
        Choice("as-is", "to-be", "delivered", "wanted", "rival", "alternative", "industry"), "what the curve shows"
    )
    group: str | None = key(NAME, "the strategic group it belongs to")
    share: float | None = key(SHARE, "its weight in the rivals' mean, as a fraction")
    based_on: str | None = key(NAME, "the curve whose levels hold where none is given here")
    evidence: tuple[str, ...] = key(NAMES, "ids of the evidence for every score that has none of its own", ())
    scored_by: tuple[str, ...] = key(NAMES, "who gave the levels", ())
    scores: dict[str, Stated] = key(
        Mapped(ScoreShape(), what="a mapping from factors to levels"), "the levels, by factor", {}
    )
    errc: GridEntry | None = key(Record(GridEntry), "the grid of this option, where it is not ours")
    tagline: TaglineEntry | None = key(TaglineShape(), "the tagline of this option, where it has one of its own")
    audience: str | None = key(AUDIENCE, "who may see it")


class EvidenceEntry(Entry):
    """A source."""

    source: Text | None = key(TEXT, "what it is")
    date: str | None = key(DATE, "of when")
    kind: str | None = key(NAME, "survey, panel, interviews, published, reading, illustrative, …")
    n: int | None = key(WHOLE, "how many answers, interviews or cases")
    url: str | None = key(NAME, "where to find it")
    note: Text | None = key(TEXT, "what to know about it")
    audience: str | None = key(AUDIENCE, "who may see it")


class ScaleEntry(Entry):
    """The y axis."""

    min: float = key(NUMBER, "its lower end", 0)
    max: float = key(NUMBER, "its upper end", 10)
    step: float = key(NUMBER, "the smallest difference that is scored", 1)
    words: dict[float, Text] = key(
        Mapped(TEXT, level_key, "a mapping from levels to words"), "words at levels, as {1: none, 3: par, 5: best}", {}
    )


class TextsEntry(Entry):
    """The canvas's texts in one other language."""

    title: str | None = key(NAME, "the title")
    market: str | None = key(NAME, "the market")
    buyers: str | None = key(NAME, "the buyers")
    question: str | None = key(NAME, "the question")
    later: str | None = key(NAME, "what became of the strategy")
    tagline: str | None = key(NAME, "the tagline")
    cost_per: str | None = key(NAME, "what a cost is for")
    factors: dict[str, str] = key(Mapped(NAME), "factor names, by id", {})
    curves: dict[str, str] = key(Mapped(NAME), "curve names, by id", {})
    groups: dict[str, str] = key(Mapped(NAME), "group names, by id", {})
    evidence: dict[str, str] = key(Mapped(NAME), "sources, by id", {})
    moves: dict[str, str] = key(Mapped(NAME), "why our grid moves a factor, by factor", {})
    words: dict[str, str] = key(Mapped(NAME), "the scale's words, by level", {})


def _language_key(name: str, path: Path, reader: Reader) -> Any:
    from bluecanvas.words import canonical, is_tag

    if is_tag(name):
        return canonical(name)
    return reader.report(
        "BC012", path, f"{quoted(said(name))} is no language tag", "write tags such as en, zh-Hant, ja", on_key=True
    )


class LanguageShape:
    """A language tag."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The tag in its one spelling."""
        from bluecanvas.words import canonical, is_tag

        if node.kind is SCALAR and is_tag(node.text):
            return canonical(node.text)
        return reader.expected("a language tag", node, path, "write tags such as en, zh-Hant, ja")

    def at_once(self, text: str) -> Any:
        """The tag in its one spelling."""
        from bluecanvas.words import canonical, is_tag

        return canonical(text) if is_tag(text) else None

    def schema(self) -> dict[str, Any]:
        """A text."""
        return {"type": "string"}


class VersionShape:
    """The format's number."""

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """1, the only format there is."""
        version = WHOLE.read(node, path, reader)
        if version is WRONG or version == 1:
            return version
        return reader.report(
            "BC013", path, f"this is format {version}; only format 1 is known here", "write: bluecanvas: 1"
        )

    def at_once(self, text: str) -> Any:
        """1."""
        return 1 if text == "1" else None

    def schema(self) -> dict[str, Any]:
        """1."""
        return {"const": 1}


class CanvasFile(Entry):
    """A strategy canvas: competing factors, value curves, and the moves between them."""

    bluecanvas: int = key(VersionShape(), "the format's number", 1, required=True)
    title: Text | None = key(TEXT, "what the canvas is about")
    market: Text | None = key(TEXT, "where we compete")
    buyers: Text | None = key(TEXT, "whose view of the offering the levels are")
    question: Text | None = key(TEXT, "the strategic question it answers")
    later: Text | None = key(TEXT, "what became of the strategy")
    date: str | None = key(DATE, "as of when")
    language: str | None = key(LanguageShape(), "the language of every text given as a plain string (BCP 47)", "en")
    us: str | None = key(NAME, "the curve that is ours, where it is not the first, or the first to-be behind today's")
    scale: ScaleEntry | None = key(Record(ScaleEntry), "the y axis: {min: 0, max: 10, step: 1} by default")
    height: str = key(
        Choice("offering", "perceived", "investment"),
        "what height means: the level buyers receive by default",
        "offering",
    )
    order: str | None = key(Choice("given", "importance", "journey", "theme", "errc"), "why the x axis runs as it does")
    currency: str | None = key(NAME, "the currency of costs and prices")
    cost_per: Text | None = key(TEXT, "what a cost is for, as passenger")
    weights_from: str | None = key(NAME, "where the importance figures come from")
    glossary: tuple[str, ...] = key(NAMES, "terms buyers themselves use, which are no jargon here", ())
    tagline: TaglineEntry | None = key(TaglineShape(), "the promise in one line")
    scores: Any = key(TableShape(), "the levels as a table: a header row with the curves, then a row a factor")
    factors: dict[str, FactorEntry] = key(
        Mapped(Record(FactorEntry, short="name", null=True), what="a mapping from ids to factors"),
        "the competing factors by id, in the order of the x axis",
        {},
    )
    groups: dict[str, GroupEntry] = key(
        Mapped(Record(GroupEntry, short="name", null=True), what="a mapping from ids to groups"),
        "strategic groups of rivals by id",
        {},
    )
    curves: dict[str, CurveEntry] = key(
        Mapped(Record(CurveEntry, null=True), what="a mapping from ids to curves"), "the value curves by id", {}
    )
    errc: GridEntry | None = key(Record(GridEntry), "the grid of our curve")
    evidence: dict[str, EvidenceEntry] = key(
        Mapped(Record(EvidenceEntry, short="source"), what="a mapping from ids to sources"), "sources by id", {}
    )
    texts: dict[str, TextsEntry] = key(
        Mapped(Record(TextsEntry), _language_key, "a mapping from language tags to texts"),
        "translations in one place, by language",
        {},
    )
    audience: str | None = key(AUDIENCE, "who may see the whole of it")
    segments: SegmentsTyped | None = key(
        SegmentsShape(), "buyer groups with shares, importance weights and levels of their own"
    )
    noncustomers: Any = key(DATA, "three tiers: soon_to_be, refusing, unexplored")
    utility_map: Any = key(DATA, "six stages of the buyer's cycle by six utility levers")
    journey: Any = key(DATA, "stages and touchpoints: emotion, effort, pain, need")
    jobs: Any = key(DATA, "jobs to be done: functional, emotional, social")
    paths: Any = key(DATA, "six paths: what each look across showed")
    price: Any = key(DATA, "price corridor of the mass, strategic price, target cost")
    feasibility: Any = key(DATA, "baseline, fixed cost, stated gates, constraints on designs")
    ideas: Any = key(DATA, "blue ocean idea index: utility, price, cost, adoption")
    portfolio: Any = key(DATA, "pioneers, migrators and settlers by revenue")
    hurdles: Any = key(DATA, "cognitive, resource, motivational, political; fair process")
    fair: Any = key(DATA, "the visual strategy fair: candidates, judges, ballots")
    roadmap: Any = key(DATA, "phases, milestones, exits")
    capabilities: Any = key(DATA, "needed against present")
    partners: Any = key(DATA, "criteria, scores, contribution")
    defences: Any = key(DATA, "barriers against imitators, dated market levels for the lead")
    metrics: Any = key(DATA, "NPS, CSAT, CES, retention, CLV and others over time")
    service: Any = key(DATA, "SERVQUAL dimensions, recovery")
    loyalty: Any = key(DATA, "value perception, emotional bond, behavioural inertia")
    claims: Any = key(DATA, "figures quoted in the dossier, with source and date")


SECTIONS = tuple(CanvasFile.keys)[tuple(CanvasFile.keys).index("segments") :]
"""The keys of the dossier's sections, kept and passed through until a framework reads them."""

CANVAS: Shape = Record(CanvasFile, what="a mapping that begins with `bluecanvas: 1`")
"""The whole file."""


def json_schema() -> dict[str, Any]:
    """The format as a draft-07 JSON Schema with descriptions, for editors."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "bluecanvas strategy canvas, format 1",
        "description": CanvasFile.__doc__,
        **CANVAS.schema(),
    }
