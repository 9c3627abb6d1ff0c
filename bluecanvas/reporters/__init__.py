"""Reporters: one file a format; each turns verdicts into text.

A reporter is a module named after its format with `report(verdicts, summary) -> str`. It sets `WANTS_RULES = True`
where it shows the pages of rules, which then come in the summary, and `WANTS_FIXES = True` where it shows what fixes
come to in the text, which then comes with the verdicts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os.path import normpath
from pathlib import PurePath
from types import MappingProxyType

from bluecanvas.finding import Confidence, Level, Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.registry import Folder
from bluecanvas.reporters._escaping import told

REPORTERS = Folder(__name__, list(__path__))


class RuleCard(NamedTuple):
    """What a report says of a rule."""

    code: str
    name: str
    level: Level
    confidence: Confidence
    summary: str
    """The page's first sentence."""
    page: str
    """The whole page, in Markdown."""


class Summary(NamedTuple):
    """What the whole run comes to."""

    checked: int
    """How many canvases were read."""
    notes: tuple[str, ...] = ()
    """Whom the check took for whom, where there is one canvas."""
    colour: bool = False
    files: tuple[str, ...] = ()
    """The canvases that were read, those without findings too."""
    problems: tuple[str, ...] = ()
    """What could not be found or read."""
    fail_on: Level = Level.ERROR
    """The level from which on a finding fails the run."""
    rules: Mapping[str, RuleCard] = MappingProxyType({})
    """The rules by code, for a reporter that wants them."""
    folder: str = ""
    """The folder to name files from; where it is empty, they are called what the call called them."""
    version: str = ""
    """The version of bluecanvas that checked."""
    asides: tuple[str, ...] = ()
    """What the closing line says in brackets, beside what is suppressed."""
    quiet: bool = False
    """Whether people are told of the findings only."""
    columns: int = 0
    """How wide the terminal is; 0 where none cuts a line in two."""


def report(format: str, verdicts: Sequence[Verdict], summary: Summary) -> str:
    """The verdicts in a format; CallError for a format there is none of."""
    reporter = REPORTERS.load(format)
    if summary.folder:
        named = {file: _from_folder(file, summary.folder) for file in {*summary.files, *(one.file for one in verdicts)}}
        moved = (verdict._replace(file=named[verdict.file]) for verdict in verdicts)
        verdicts = sorted(moved, key=lambda verdict: verdict.order)
        summary = summary._replace(files=tuple(sorted(named[file] for file in summary.files)))
    text: str = reporter.report(verdicts, summary)
    return text


def counts(verdicts: Sequence[Verdict]) -> dict[str, int]:
    """How many findings of each level stand, heaviest first."""
    return {level.value: sum(verdict.level is level and verdict.stands for verdict in verdicts) for level in Level}


def counted(verdicts: Sequence[Verdict]) -> str:
    """The same counts in words: "1 error, 2 warnings"."""
    said = [
        f"{count} {level}{'s' if count != 1 and level != 'advice' else ''}"
        for level, count in counts(verdicts).items()
        if count
    ]
    return ", ".join(said) or "no findings"


def asides(verdicts: Sequence[Verdict], summary: Summary) -> list[str]:
    """What does not count and what was not judged, in words: "1 suppressed", "2 in the baseline"."""
    suppressed = sum(verdict.suppressed for verdict in verdicts)
    baselined = sum(verdict.baselined for verdict in verdicts)
    marked = [f"{suppressed} suppressed"] * bool(suppressed) + [f"{baselined} in the baseline"] * bool(baselined)
    return [*marked, *_fixable(verdicts), *summary.asides]


def _fixable(verdicts: Sequence[Verdict]) -> list[str]:
    """How many findings that stand can be fixed, in words: "2 fixable with --fix", "1 more with --unsafe-fixes"."""
    fixes = [verdict.fix for verdict in verdicts if verdict.fix is not None and verdict.stands]
    safe = sum(fix.safe for fix in fixes)
    left = len(fixes) - safe
    said = [f"{safe} fixable with --fix"] * bool(safe)
    return said + [f"{left} {'more' if safe else 'fixable'} with --unsafe-fixes"] * bool(left)


def standing(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The findings that are neither suppressed nor in the baseline."""
    return [verdict for verdict in verdicts if verdict.stands]


def heaviest_first(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The findings that stand, sorted by severity: of many, build servers show but the first."""
    return sorted(standing(verdicts), key=lambda verdict: -verdict.level.weight)


def shown_file(file: str) -> str:
    """A file's name as a line may begin with it: nothing invisible, nothing a build server takes for a command."""
    return f"./{told(file)}" if file.lstrip().startswith((":", "##")) else told(file)


def _from_folder(file: str, folder: str) -> str:
    """A file's path from a folder, with forward slashes; as it was given where it lies elsewhere."""
    whole = PurePath(normpath(PurePath(folder, file)))
    path = whole.relative_to(folder) if whole.is_relative_to(folder) else PurePath(normpath(file))
    return path.as_posix()
