"""Baselines as files: read, held against what was found, and written anew."""

from __future__ import annotations

import os

from bluecanvas.checking import blocks
from bluecanvas.checking.baseline import Baseline, mark, parse, renewed, stale, written
from bluecanvas.cli._checks import Outcome
from bluecanvas.cli._files import read_bytes
from bluecanvas.cli._places import from_folder
from bluecanvas.cli._saying import say
from bluecanvas.cli._writing import check_writable, write
from bluecanvas.errors import CallError
from bluecanvas.named import NamedTuple
from bluecanvas.words import visible

_ALWAYS = "what keeps the other rules from being asked always stands"


class BaselineFile(NamedTuple):
    """A baseline and where it is; its files are named from there."""

    path: str
    baseline: Baseline

    def name(self, file: str) -> str:
        """A file as the baseline names it."""
        return file if file.startswith("<") else from_folder(file, os.path.dirname(self.path) or ".")  # noqa: PTH120

    @property
    def gone(self) -> frozenset[str]:
        """The files of the baseline that are there no more."""
        folder = os.path.dirname(self.path)  # noqa: PTH120
        return frozenset(
            file
            for file in self.baseline.files
            if not os.path.lexists(os.path.join(folder, file))  # noqa: PTH118
        )

    def held(self, outcome: Outcome, codes: frozenset[str]) -> tuple[Outcome, tuple[str, ...]]:
        """The outcome with what the baseline has marked, and what there is to say of the baseline."""
        verdicts = mark(outcome.verdicts, self.baseline, self.name)
        left = stale(verdicts, self.baseline, self.name, outcome.files, codes, self.gone)
        said = f"the baseline has {left} more than are found now; prune it with --write-baseline"
        return outcome._replace(verdicts=tuple(verdicts)), (said,) if left else ()

    def renew(self, outcome: Outcome, codes: frozenset[str], quiet: bool) -> BaselineFile:
        """The baseline of what was found now, which stands in its file then."""
        made = renewed(outcome.verdicts, self.baseline, self.name, outcome.files, codes, self.gone)
        write(self.path, written(made).encode(), quiet=quiet)
        left_out = sum(map(blocks, outcome.verdicts))
        if left_out and not quiet:
            them = "1 error is" if left_out == 1 else f"{left_out} errors are"
            say(f"{them} not in it: {_ALWAYS}, mend or suppress {'it' if left_out == 1 else 'them'} first")
        return self._replace(baseline=made)


def open_baseline(path: str, to_write: bool) -> BaselineFile:
    """The baseline at a path; an empty one where it is still to be written."""
    if to_write:
        check_writable(path)
        if not os.path.lexists(path):
            return BaselineFile(path, Baseline({}))
    elif not os.path.isfile(path):  # noqa: PTH113
        raise CallError(f"there is no baseline {path}", "write it first, with --write-baseline")
    try:
        return BaselineFile(path, parse(read_bytes(path).decode(), visible(path)))
    except UnicodeDecodeError:
        raise CallError(f"{path} is not UTF-8, so it is no baseline") from None
