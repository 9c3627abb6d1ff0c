"""Judging: the findings of reading and of every rule, placed, levelled and sorted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice

from bluecanvas.canvas import Reading, read
from bluecanvas.canvas.model import Canvas
from bluecanvas.canvas.once import together
from bluecanvas.checking.options import AS_OF, about_age, speaks
from bluecanvas.checking.remarks import failed, more_than_listed
from bluecanvas.checking.settings import EVERYTHING, Settings
from bluecanvas.checking.suppressions import NEVER, UNUSED, Suppression, Suppressions, suppressions
from bluecanvas.finding import Finding, Level, Place, Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.rules import Rule, rule
from bluecanvas.source import LIMITS, Source
from bluecanvas.words.catalogues import ENGLISH
from bluecanvas.words.voice import Voice

_STOPPED = "BC017"
_MOST = LIMITS.findings
"""Findings of a rule on a canvas: nobody reads more, and a report of all would take longer than finding them."""
_SMALL = 20_000
"""Characters of a file in which no rule finds so much that finding it all would take long."""
_NONE: frozenset[str] = frozenset()


def check(data: bytes, file: str = "canvas.yaml", settings: Settings = EVERYTHING) -> list[Verdict]:
    """Every finding on a canvas file's bytes, in order of line and column."""
    return examine(read(data), file, settings)


class Held(NamedTuple):
    """A canvas that has been read, and what it is held against."""

    reading: Reading
    file: str
    settings: Settings = EVERYTHING


def examine(reading: Reading, file: str, settings: Settings = EVERYTHING) -> list[Verdict]:
    """Every finding on a canvas that has been read.

    The rules judge only what could be read as meant: with errors from reading, those are reported, and beside them
    only what holds however the errors are mended. An error that a comment suppresses is as one that was not asked for:
    what it could not read is unknown to the rules. Errors that leave no canvas to judge are reported whatever is
    selected or suppressed, so that no file passes unread.
    """
    return examine_all([Held(reading, file, settings)])[0]


def blocks(verdict: Verdict) -> bool:
    """Whether a verdict is an error of reading that keeps rules from being asked of its canvas: it always stands."""
    return not verdict.suppressed and rule(verdict.code).blocks


def examine_all(several: Sequence[Held]) -> list[list[Verdict]]:
    """The same on several canvases: every rule looks at all of them before the next one does.

    A rule runs quicker the second time in a row, so it is for many small canvases; what it keeps of each adds up.
    """
    found = [_Found(held) for held in several]
    with together(len(found)):
        _judge(found)
    return [_verdicts(one) for one in found]


class _Found:
    """What is found on a canvas."""

    __slots__ = ("_comments", "asked", "canvas", "faults", "findings", "held")

    def __init__(self, held: Held) -> None:
        self.held = held
        reading, codes = held.reading, held.settings.codes
        self.canvas = reading.canvas
        self.findings = [
            one for one in reading.findings if one.code in codes or self.canvas is None or one.code in NEVER
        ]
        self.asked = _NONE
        """The codes that have been asked for."""
        self.faults: list[tuple[Finding, str]] = []
        """The rules that failed, each with its traceback."""
        self._comments: Suppressions | None = None

    @property
    def comments(self) -> Suppressions:
        """What the comments of its file suppress."""
        if self._comments is None:
            self._comments = suppressions(self.held.reading.source)
        return self._comments

    def is_blocked(self) -> bool:
        """Whether an error of reading that no comment suppresses keeps rules from being asked."""
        errors = [finding for finding in self.findings if rule(finding.code).blocks]
        if not errors:
            return False
        source, comments = self.held.reading.source, self.comments
        return not comments.at or any(
            comments.hold(finding.code, _place(source, finding).line) is None for finding in errors
        )


def _verdicts(on: _Found) -> list[Verdict]:
    """What is found, as verdicts, suppressed where a comment says so."""
    (reading, file, settings), canvas, findings, asked, faults = on.held, on.canvas, on.findings, on.asked, on.faults
    codes = settings.codes
    comments = on.comments
    if not (findings or faults or comments.written):
        return []
    found = _Verdicts(reading.source, file, comments, dict(settings.levels))
    for finding in findings:
        found.place(finding, final=canvas is None or finding.code in NEVER)
    for finding, told in faults:
        found.place(finding, final=True, fault=told)
    for finding in comments.findings:
        if finding.code in codes:
            found.place(finding)
    if any(one.code == _STOPPED for one in reading.findings):
        asked = _NONE  # nobody looked at what stands behind the limit
    if UNUSED in codes:
        for finding in comments.unused(found.used, asked - {UNUSED}):
            found.place(finding)
        for finding in comments.unused(found.used, asked & {UNUSED}):
            found.place(finding, final=True)  # or it would be its own excuse
    return sorted(set(found.verdicts), key=lambda verdict: verdict.order)


class _Verdicts:
    """The verdicts on one file, and the suppressions that they used."""

    def __init__(self, source: Source, file: str, comments: Suppressions, levels: dict[str, Level]) -> None:
        self._source, self._file, self._comments, self._levels = source, file, comments, levels
        self.used: set[Suppression] = set()
        self.verdicts: list[Verdict] = []

    def place(self, finding: Finding, final: bool = False, fault: str = "") -> None:
        """Add the verdict on a finding; nothing suppresses a final one."""
        known = rule(finding.code)
        place = _place(self._source, finding)
        excuse = None if final else self._comments.hold(finding.code, place.line)
        if excuse is not None:
            self.used.add(excuse)
        self.verdicts.append(
            Verdict(
                file=self._file,
                place=place,
                code=finding.code,
                name=known.name,
                level=self._levels.get(finding.code, known.level),
                confidence=known.confidence,
                message=finding.message,
                hint=finding.hint,
                suppressed=excuse is not None,
                source_line=self._source.line(place.line),
                reason="" if excuse is None else excuse.reason,
                final=final,
                fault=fault,
                fix=finding.fix,
                english=finding.english,
            )
        )


def _place(source: Source, finding: Finding) -> Place:
    return source.place(finding.span or source.locate(finding.path, finding.on_key))


class _Asked(NamedTuple):
    """A rule and its check with the options it is asked with."""

    rule: Rule
    check: Callable[[Canvas], Iterable[Finding]]


class _Plan(NamedTuple):
    """Selected rules as they are asked."""

    rules: tuple[_Asked, ...]
    codes: frozenset[str]
    """Their codes, and those that the reader looks for as it reads."""


def _judge(several: Sequence[_Found]) -> None:
    """Add what the rules find on each canvas. A rule that fails becomes a finding, and the others go on."""
    alike: dict[tuple[int, bool], tuple[_Plan, list[tuple[Canvas, _Found, list[Finding]]]]] = {}
    for one in several:
        if one.canvas is None:
            continue
        plan = _plan(one.held.settings, one.is_blocked())
        one.asked = plan.codes
        large = len(one.held.reading.source.text) > _SMALL
        alike.setdefault((id(plan), large), (plan, []))[1].append((one.canvas, one, one.findings))
    for (_, large), (plan, group) in alike.items():
        for known, check in plan.rules:
            look = partial(_first_found, check) if large else check
            for canvas, one, findings in group:
                try:
                    findings.extend(look(canvas))
                except MemoryError:
                    raise
                except Exception as fault:
                    one.faults.append(failed(known, fault, one.held.settings.language))
                    one.asked -= {known.code}
        for _, one, findings in group:
            if len(findings) > _MOST:
                _cut(one, plan)


def _first_found(look: Callable[[Canvas], Iterable[Finding]], canvas: Canvas) -> Iterator[Finding]:
    """What a rule finds, up to one more than is listed."""
    return islice(look(canvas), _MOST + 1)


def _cut(on: _Found, plan: _Plan) -> None:
    """Leave out what a rule found behind its first findings, where there is more, and say so."""
    counts = Counter(finding.code for finding in on.findings)
    for known, _ in plan.rules:
        if counts[known.code] > _MOST:
            found = [finding for finding in on.findings if finding.code == known.code]
            others = [finding for finding in on.findings if finding.code != known.code]
            on.findings = [*others, *found[:_MOST], more_than_listed(known, _MOST, on.held.settings.language)]
            on.asked -= {known.code}  # a comment may be about one that is not listed


@lru_cache(maxsize=64)
def _plan(settings: Settings, blocked: bool) -> _Plan:
    """The selected rules, but for those about age where no day is given; where errors stand in the way, few of them."""
    options = dict(settings.options)
    rules: list[_Asked] = []
    by_reading: list[str] = []
    voice = Voice(settings.language)
    for code in sorted(settings.codes):
        known = rule(code)
        given: dict[str, object] = dict(options.get(code, ()))
        if known.check is None:
            by_reading.append(code)
            continue
        if blocked and not known.as_typed:
            continue
        if about_age(known):
            if settings.as_of is None:
                continue
            given[AS_OF] = settings.as_of
        if settings.language != ENGLISH and speaks(known):
            rules.append(_Asked(known, partial(_said, known.check, given, voice)))
        else:
            rules.append(_Asked(known, partial(known.check, **given) if given else known.check))
    return _Plan(tuple(rules), frozenset([*by_reading, *(known.code for known, _ in rules)]))


def _said(
    check: Callable[..., Iterable[Finding]], given: Mapping[str, object], voice: Voice, canvas: Canvas
) -> Iterator[Finding]:
    """What a rule finds, said in a language; where it is, and all else about it, is as it is in English."""
    for found, said in zip(check(canvas, **given), check(canvas, voice=voice, **given), strict=True):
        fix = found.fix if found.fix is None or said.fix is None else found.fix._replace(title=said.fix.title)
        yield found._replace(message=said.message, hint=said.hint, fix=fix, english=found.message)
