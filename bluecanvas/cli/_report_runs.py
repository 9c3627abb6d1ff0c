"""Making the reports of a call: each by itself, so that one canvas that cannot be reported does not keep the others."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bluecanvas.canvas import Reading
from bluecanvas.canvas.audience import Audience, reading_for
from bluecanvas.canvas.model import Canvas
from bluecanvas.checking import Settings, examine
from bluecanvas.cli._glyphs import telling_what_lacks
from bluecanvas.cli._loading import load, load_bytes, name_of, speaks
from bluecanvas.cli._outputs import STDOUT
from bluecanvas.cli._report_places import Plan, Task
from bluecanvas.cli._reports import Subject, Terms, report_files
from bluecanvas.cli._revisions import Side
from bluecanvas.cli._saying import progress, say, say_error
from bluecanvas.cli._screen import tell
from bluecanvas.cli._settings import settings_on
from bluecanvas.cli._writing import write
from bluecanvas.errors import BluecanvasError, CanvasError
from bluecanvas.finding import Verdict
from bluecanvas.named import NamedTuple
from bluecanvas.words import clip, visible

if TYPE_CHECKING:
    from bluecanvas.cli._configuration import Configuration
    from bluecanvas.cli._report_index import Entry

_WIDEST = 40
_FEW = 10
"""So many written files are named one by one."""


class Judging(NamedTuple):
    """How what is reported is judged: the settings of the run, and the configuration they come from."""

    settings: Settings
    project: Configuration | None = None

    def verdicts(self, reading: Reading, file: str, name: str) -> list[Verdict]:
        """What is found in a canvas."""
        return examine(reading, name, settings_on(file, self.project, self.settings))

    def saying(self, language: str) -> Judging:
        """The same, said in a language."""
        return self._replace(settings=self.settings.saying(language))


class _Made(NamedTuple):
    files: Mapping[str, bytes]
    canvas: Canvas
    verdicts: Sequence[Verdict]
    language: str
    left_out: Mapping[str, Sequence[str]]
    """By the canvas, the one before among them: a sentence for whatever was left out."""


def run(
    plans: Sequence[Plan], terms: Terms, language: str | None, judging: Judging, old: Side | None, check: bool
) -> int:
    """Make every report and write it, or, to `check`, hold it against what is there; the status of the run."""
    going = _Going(terms, language, judging, old, check)
    for plan in plans:
        going.make(plan)
    going.list_all(plans)
    return going.told()


class _Going:
    """A run as far as it has come."""

    def __init__(self, terms: Terms, language: str | None, judging: Judging, old: Side | None, check: bool) -> None:
        self.terms, self.language, self.judging, self.old, self.check = terms, language, judging, old, check
        self.status, self.count = 0, 0
        self.stale: list[str] = []
        """What is not up to date, in a check."""
        self.gone: list[str] = []
        """Reports of canvases that are there no more."""
        self.entries: dict[str, list[Entry]] = defaultdict(list)
        """The lines of each index."""
        self._heard: set[str] = set()
        """The canvases of which it has been said what was left out."""

    def make(self, plan: Plan) -> None:
        """The reports of a plan."""
        alone, quiet = len(plan.tasks) == 1, len(plan.tasks) > _FEW
        made = 0
        for number, task in enumerate(plan.tasks):
            if not alone:
                progress(f"{number} of {len(plan.tasks)}  {clip(visible(task.file), _WIDEST)}")
            try:
                self._report(task, plan.listing, alone, quiet)
                made += 1
            except BluecanvasError as error:
                if alone:
                    raise
                progress("")
                say_error(error)
                self.status = max(self.status, error.status)
                if plan.listing and self.terms.audience == Audience.TEAM:
                    self._list_failed(task, plan.listing)  # for whom else may know of it, nobody could read
        progress("")
        self.count += made
        if quiet and not self.check:
            say(f"wrote {made} reports to {visible(str(Path(plan.listing or os.curdir).parent))}")

    def _report(self, task: Task, index: str | None, alone: bool, quiet: bool) -> None:
        with telling_what_lacks("" if alone else visible(name_of(task.file))):
            made = _made(task, self.terms, self.language, self.judging, self.old)
        for path in made.files:
            if path != STDOUT:
                self.terms.sources.check(path)
        progress("")
        self._tell_left_out(made.left_out)
        self.put(made.files, quiet)
        if index:
            from bluecanvas.cli._report_index import Entry

            self.entries[index].append(Entry.of(task.out, made.canvas, made.verdicts, made.language))

    def _list_failed(self, task: Task, index: str) -> None:
        from bluecanvas.cli._report_index import Entry

        failed = Entry("", visible(task.file), "", (), "")
        if failed not in self.entries[index]:
            self.entries[index].append(failed)

    def list_all(self, plans: Sequence[Plan]) -> None:
        """The index pages of the plans that have one."""
        outs = [task.out for plan in plans for task in plan.tasks]
        for index in dict.fromkeys(plan.listing for plan in plans if plan.listing):
            from bluecanvas.cli._report_index import index_file, unmade  # only where there are many

            entries = self.entries[index]
            patterns = [plan.pattern for plan in plans if plan.listing == index]
            self.gone += unmade(index, patterns, outs)
            if any(entry.out for entry in entries):
                self.put({index: index_file(index, entries, self.terms.look)}, quiet=len(entries) > _FEW)

    def put(self, files: Mapping[str, bytes], quiet: bool) -> None:
        """Write files, or see whether they are there as they would be written."""
        if self.check:
            self.stale += [path for path, data in files.items() if not _holds(path, data)]
        else:
            _write(files, quiet)

    def told(self) -> int:
        """Say what came of it; the status of the run."""
        for path in self.gone:
            said = "is of no canvas any more"
            say(f"{visible(path)} {said}" if self.check else f"note: {visible(path)} {said}: remove it")
        if not self.check:
            return self.status
        for path in self.stale:
            what = "is not up to date" if os.path.lexists(path) else "is missing"
            say(f"{visible(path)} {what}")
        if self.gone:
            say("remove what is of no canvas")
        if self.stale:
            say("write them again without --check")
        if self.stale or self.gone:
            return max(self.status, CanvasError.status)
        say(f"{self.count} {'report is' if self.count == 1 else 'reports are'} up to date")
        return self.status

    def _tell_left_out(self, left_out: Mapping[str, Sequence[str]]) -> None:
        """Say what was left out of each canvas, once in a run."""
        for name, sentences in left_out.items():
            for sentence in () if name in self._heard else sentences:
                say(f"{visible(name)}: left out for the {self.terms.audience}: {sentence}")
            self._heard.add(name)


def _made(task: Task, terms: Terms, language: str | None, judging: Judging, old: Side | None) -> _Made:
    whole, reading = load(task.file, "reported")
    speak = speaks(whole, language)
    judging = judging.saying(speak)
    now = _seen(reading, task, name_of(task.file), terms, judging)
    against, told = None, {name_of(task.file): now.left_out}
    if old is not None:
        from bluecanvas.comparing import compare
        from bluecanvas.comparing.facts import as_facts
        from bluecanvas.comparing.sides import Wholes

        before = _seen(load_bytes(old.data, old.name, "compared")[1], task, old.name, terms, judging)
        wholes = Wholes(before.whole, whole, before.known, now.known) if before.left_out or now.left_out else None
        against = as_facts(compare(before.canvas, now.canvas, before.verdicts, now.verdicts, speak, wholes), speak)
        told.setdefault(old.name, before.left_out)
    subject = Subject(now.canvas, now.verdicts, task.name, whole if now.left_out else None, against)
    files = report_files(subject, task.out, speak, terms)
    return _Made(files, now.canvas, now.verdicts, speak, told)


class _Seen(NamedTuple):
    """A canvas as its audience may see it."""

    canvas: Canvas
    verdicts: list[Verdict]
    """What is found both in that and in the whole."""
    left_out: tuple[str, ...]
    """A sentence for whatever was left out."""
    whole: Canvas
    known: list[Verdict]
    """What is found in the whole."""


def _seen(reading: Reading, task: Task, name: str, terms: Terms, judging: Judging) -> _Seen:
    """A canvas as its audience may see it, beside the whole."""
    try:
        seen, left_out = reading_for(reading, terms.audience)
    except CanvasError as error:
        raise CanvasError(f"{visible(name)}: {error.message}", error.hint) from None
    if seen.canvas is None or reading.canvas is None:
        raise CanvasError(f"{visible(name)}: nothing of it is for the {terms.audience}")
    verdicts = known = judging.verdicts(seen, task.file, name)
    if left_out:
        known = judging.verdicts(reading, task.file, name)
        held = set(known)
        verdicts = [verdict for verdict in verdicts if verdict in held]
    return _Seen(seen.canvas, verdicts, left_out, reading.canvas, known)


def _write(files: Mapping[str, bytes], quiet: bool) -> None:
    for path, data in files.items():
        if path == STDOUT:
            tell(data)
        else:
            write(path, data, quiet)


def _holds(path: str, data: bytes) -> bool:
    try:
        return Path(path).read_bytes() == data
    except OSError:
        return False
