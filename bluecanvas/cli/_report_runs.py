"""Making the reports of a call: each by itself, so that one canvas that cannot be reported does not keep the others."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bluecanvas.canvas import Reading
from bluecanvas.canvas.audience import Audience, reading_for
from bluecanvas.canvas.model import Canvas
from bluecanvas.checking import Settings, examine
from bluecanvas.cli._glyphs import telling_what_lacks
from bluecanvas.cli._loading import load, load_bytes, name_of, speaks
from bluecanvas.cli._outputs import STDOUT
from bluecanvas.cli._report_index import Entry, index_files
from bluecanvas.cli._report_places import Plan, Task, check_apart
from bluecanvas.cli._reports import Subject, Terms, report_files
from bluecanvas.cli._revisions import Side
from bluecanvas.cli._saying import progress, say, say_error
from bluecanvas.cli._screen import tell
from bluecanvas.cli._settings import settings_on
from bluecanvas.cli._writing import write
from bluecanvas.errors import BluecanvasError, CanvasError
from bluecanvas.finding import Verdict
from bluecanvas.words import clip, visible

if TYPE_CHECKING:
    from bluecanvas.cli._configuration import Configuration

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
    entry: Entry
    left_out: tuple[str, ...]


def run(plan: Plan, terms: Terms, language: str | None, judging: Judging, old: Side | None, check: bool) -> int:
    """Make every report and write it, or, to `check`, hold it against what is there; the status of the run."""
    status, entries, stale = 0, [], []
    names = [task.file for task in plan.tasks]
    alone, quiet = len(plan.tasks) == 1, len(plan.tasks) > _FEW
    for number, task in enumerate(plan.tasks):
        if not alone:
            progress(f"{number} of {len(plan.tasks)}  {clip(visible(task.file), _WIDEST)}")
        try:
            with telling_what_lacks("" if alone else visible(name_of(task.file))):
                made = _made(task, terms, language, judging, old)
            for path in made.files:
                if path != STDOUT:
                    check_apart(path, names, terms.template)
            progress("")
            _tell_left_out(task, terms.audience, made.left_out)
            if check:
                stale += _stale(made.files)
            else:
                _write(made.files, quiet)
            entries.append(made.entry)
        except BluecanvasError as error:
            if alone:
                raise
            progress("")
            say_error(error)
            status = max(status, error.status)
            if terms.audience == Audience.TEAM:  # for whom else may know of it, nobody could read
                entries.append(Entry("", visible(task.file), "", (), ""))
    progress("")
    count = sum(1 for entry in entries if entry.out)
    if plan.index_folder is not None and count:
        pages = index_files(plan.index_folder, entries, terms.look)
        if check:
            stale += _stale(pages)
        else:
            _write(pages, quiet)
    if check:
        return max(status, _told(stale, count))
    if quiet:
        say(f"wrote {count} reports to {visible(plan.index_folder or os.curdir)}")
    return status


def _made(task: Task, terms: Terms, language: str | None, judging: Judging, old: Side | None) -> _Made:
    whole, reading = load(task.file, "reported")
    speak = speaks(whole, language)
    judging = judging.saying(speak)
    canvas, verdicts, left_out = _seen(reading, task, name_of(task.file), terms, judging)
    against = None
    if old is not None:
        from bluecanvas.comparing import compare
        from bluecanvas.comparing.facts import as_facts

        before = load_bytes(old.data, old.name, "compared")[1]
        earlier, found, _ = _seen(before, task, old.name, terms, judging)
        against = as_facts(compare(earlier, canvas, found, verdicts, speak), speak)
    subject = Subject(canvas, verdicts, task.name, whole if left_out else None, against)
    files = report_files(subject, task.out, speak, terms)
    return _Made(files, Entry.of(task.out, canvas, verdicts, speak), left_out)


def _seen(
    reading: Reading, task: Task, name: str, terms: Terms, judging: Judging
) -> tuple[Canvas, list[Verdict], tuple[str, ...]]:
    """A canvas as its audience may see it, what is found both in that and in the whole, and what was left out."""
    seen, left_out = reading_for(reading, terms.audience)
    if seen.canvas is None:
        raise CanvasError(f"nothing of {name} is for the {terms.audience}")
    verdicts = judging.verdicts(seen, task.file, name)
    if left_out:
        held = set(judging.verdicts(reading, task.file, name))
        verdicts = [verdict for verdict in verdicts if verdict in held]
    return seen.canvas, verdicts, left_out


def _tell_left_out(task: Task, audience: str, left_out: Sequence[str]) -> None:
    for sentence in left_out:
        say(f"{visible(name_of(task.file))}: left out for the {audience}: {sentence}")


def _stale(files: Mapping[str, bytes]) -> list[str]:
    return [path for path, data in files.items() if not _holds(path, data)]


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


def _told(stale: list[str], count: int) -> int:
    for path in stale:
        what = "is not up to date" if os.path.lexists(path) else "is missing"
        say(f"{visible(path)} {what}")
    if stale:
        say("write them again without --check")
        return CanvasError.status
    say(f"{count} {'report is' if count == 1 else 'reports are'} up to date")
    return 0
