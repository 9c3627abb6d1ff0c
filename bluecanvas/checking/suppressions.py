"""Suppressions: comments that say why a finding stands, `# bluecanvas: ignore[BC308] why`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from bluecanvas.errors import CallError
from bluecanvas.finding import Finding, Span
from bluecanvas.named import NamedTuple
from bluecanvas.rules import rule
from bluecanvas.source import LIMITS, Source
from bluecanvas.words import clip, nearest

NEVER = frozenset({"BC010", "BC017", "BC018"})
"""What cannot be suppressed: the file could not be read at all."""
UNCLEAR, WITHOUT_REASON, UNUSED = "BC021", "BC022", "BC023"

_DIRECTIVE = re.compile(
    r"#[ \t]*(?i:bluecanvas)[:：][ \t]*(?P<word>[\w-]+)(?P<list>[ \t]*[\[［](?P<codes>[^\]］\r\n#]*)(?P<end>[\]］]?))?"
)
_WORD = re.compile(r"[^,，、\s]+(?:[ \t]+[^,，、\s]+)*")
_CODE = re.compile(r"(?i)\bbc\d{3}")
_ENDED = re.compile(r"[\r\n]|(?<=[ \t])#(?=[ \t])")
_LINE, _FILE = "ignore", "ignore-file"
_WORDS = (_LINE, _FILE)
_UNREAD = "mend what the file could not be read for"
_Comment: TypeAlias = tuple[re.Match[str], list[tuple[str, Span]]]
_AS_IN = f"as in # bluecanvas: {_LINE}[BC308] the published grid is silent here"


class Suppression(NamedTuple):
    """One code that a comment suppresses, and why."""

    code: str
    line: int
    """The line whose findings it suppresses; 0 for the whole file."""
    reason: str
    span: Span
    """Where the code stands in the comment."""


class Suppressions(NamedTuple):
    """What the comments of a file suppress, and what is wrong with the comments themselves."""

    at: Mapping[tuple[int, str], Sequence[Suppression]]
    """By line and code."""
    findings: tuple[Finding, ...]

    def hold(self, code: str, line: int) -> Suppression | None:
        """What suppresses a finding of a code on a line: the nearest comment, else one for the file; None for nothing."""
        if not self.at or code in NEVER:
            return None
        found = self.at.get((line, code)) or self.at.get((0, code))
        return found[0] if found else None

    def unused(self, used: Collection[Suppression], asked: Collection[str]) -> Iterator[Finding]:
        """A finding for every code that was asked for and that no finding used."""
        for some in self.at.values():
            for one in some:
                if one.code in asked and one not in used:
                    where = f"on line {one.line}" if one.line else "in this file"
                    hint = "take it out" + (
                        ", or put it on the line of the finding or right above it" if one.line else ""
                    )
                    yield Finding(UNUSED, (), f"there is no {one.code} {where} to suppress", hint, span=one.span)

    @property
    def written(self) -> bool:
        """Whether there are such comments at all."""
        return bool(self.at or self.findings)


_NONE = Suppressions({}, ())


def suppressions(source: Source) -> Suppressions:
    """The suppressing comments of a file; the same words inside a text are none.

    Only as many codes are followed as there are findings at most, so that a file of comments is answered soon.
    """
    comments, more = _comments(source)
    if not comments:
        return _NONE
    found: list[Suppression] = []
    findings = [] if more is None else [more]
    spoken_of = _lines_spoken_of(source, [comment.start() for comment, _ in comments])
    ends = [comment.start() for comment, _ in comments[1:]] + [len(source.text)]
    for (comment, codes), line, end in zip(comments, spoken_of, ends, strict=True):
        stop = _ENDED.search(source.text, comment.end(), end)
        reason = source.text[comment.end() : stop.start() if stop else end].strip()
        wrong = list(_unclear(comment, codes))
        known: list[str] = []
        for word, span in codes if not wrong else ():
            try:
                code = rule(word).code
            except CallError as unknown:
                wrong.append(Finding(UNCLEAR, (), unknown.message, unknown.hint, span=span))
                continue
            if code in NEVER:
                wrong.append(Finding(UNCLEAR, (), f"{code} cannot be suppressed", _UNREAD, span=span))
            else:
                known.append(code)
                found.append(Suppression(code, 0 if comment["word"] == _FILE else line, reason, span))
        if known and not reason and not wrong:
            message, hint = (
                f"it is not said why {', '.join(known)} is suppressed",
                f"say it behind the brackets, {_AS_IN}",
            )
            wrong.append(Finding(WITHOUT_REASON, (), message, hint, span=Span(comment.start(), comment.end())))
        findings += wrong if source.root is not None else [one for one in wrong if one.hint is _UNREAD]
    at: dict[tuple[int, str], list[Suppression]] = {}
    for one in found:
        at.setdefault((one.line, one.code), []).append(one)
    return Suppressions(at, tuple(findings))


def _directives(text: str) -> Iterator[re.Match[str]]:
    """Whatever looks like such a comment; finding the next `#` is quicker so than by the pattern."""
    at = text.find("#")
    while at >= 0:
        found = _DIRECTIVE.match(text, at)
        if found is not None:
            yield found
        at = text.find("#", at + 1 if found is None else found.end())


def _comments(source: Source) -> tuple[list[_Comment], Finding | None]:
    """The comments outside of texts, each with its codes, and a finding where there are more than are followed."""
    found: list[_Comment] = []
    starts: list[int] = []
    texts: list[tuple[int, int]] = []
    left = LIMITS.findings
    for comment in _directives(source.text):
        if comment["word"].lower() not in _WORDS and not _CODE.search(comment["codes"] or ""):
            continue
        if not texts:
            texts = [(-1, -1), *sorted((node.start, node.end) for node in source.scalars())]
            starts = [start for start, _ in texts]
        if comment.start() < texts[bisect_right(starts, comment.start()) - 1][1]:
            continue
        if left <= 0:
            message = f"only the first {LIMITS.findings:,} codes in such comments are followed"
            return found, Finding(UNCLEAR, (), message, "mend the canvas instead", span=Span(*comment.span()))
        codes = list(islice(_codes(comment), left))
        left -= max(1, len(codes))
        found.append((comment, codes))
    return found, None


def _lines_spoken_of(source: Source, starts: list[int]) -> list[int]:
    """For each comment the line it speaks of: its own, or the next where it has one to itself.

    Comments one below the other speak of the same line.
    """
    found: list[int] = []
    below = (0, 0)
    for start in reversed(starts):
        place = source.place(Span(start, start))
        if not source.line(place.line).lstrip().startswith("#"):
            found.append(place.line)
            continue
        target = below[1] if below[0] == place.line + 1 else place.line + 1
        below = (place.line, target)
        found.append(target)
    return found[::-1]


def _unclear(comment: re.Match[str], codes: list[tuple[str, Span]]) -> Iterator[Finding]:
    """What keeps a comment from being followed, before its codes are looked at."""
    span = Span(comment.start(), comment.end())
    word = comment["word"]
    if word not in _WORDS:
        message = f"`{clip(word, 40)}` is no word of a suppressing comment"
        hint = f"did you mean `{nearest(word, _WORDS) or _LINE}`? {_AS_IN}"
        yield Finding(UNCLEAR, (), message, hint, span=Span(*comment.span("word")))
    elif comment["list"] and not comment["end"]:
        yield Finding(UNCLEAR, (), "the bracket is not closed, so nothing is suppressed", _AS_IN, span=span)
    elif not codes:
        yield Finding(UNCLEAR, (), "no rule is named, so nothing is suppressed", f"name each, {_AS_IN}", span=span)


def _codes(comment: re.Match[str]) -> Iterator[tuple[str, Span]]:
    """The codes in a comment's brackets, each with its place."""
    if comment["word"] not in _WORDS or not comment["end"]:
        return
    begin = comment.start("codes")
    for found in _WORD.finditer(comment["codes"]):
        yield found[0], Span(begin + found.start(), begin + found.end())
