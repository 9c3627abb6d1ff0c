"""Where what is made of canvases is put: a file as named, or a pattern with `{name}`; each canvas of a folder below it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from bluecanvas.cli._files import STDIN, stem
from bluecanvas.cli._saying import reason
from bluecanvas.errors import CallError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bluecanvas.cli._places import Exclusion  # only where a folder is looked through

NAME = "{name}"
STDOUT = "-"
"""The output that is printed."""


def folders_among(paths: Sequence[str]) -> list[str]:
    """The paths that are folders to look for canvases in."""
    return [path for path in paths if path != STDIN and os.path.isdir(path)]  # noqa: PTH112 - any name will do


def exclusion() -> Exclusion | None:
    """What the configuration leaves out of folders."""
    from bluecanvas.cli._places import Exclusion
    from bluecanvas.cli._settings import configured

    project = configured()
    return Exclusion(project.exclude, project.folder) if project and project.exclude else None


def filled(output: str, files: Sequence[str], tops: Sequence[str], what: str, ending: str) -> tuple[str, ...]:
    """The output of each canvas; CallError where two would be one file. `what` is what is made, as "report"."""
    if NAME not in output and (tops or len(files) > 1):
        raise CallError(f"{output} is one file, but there are several canvases", f"write -o 'out/{NAME}{ending}'")
    outs = tuple(_named(output, file, tops) for file in files)
    seen: dict[str, str] = {}
    for file, out in zip(files, outs, strict=True):
        if seen.setdefault(out, file) != file:
            raise CallError(f"{seen[out]} and {file} have the same name, so one {what} would replace the other")
    return outs


def make_folders(outs: Iterable[str]) -> None:
    """Make the folders of outputs where they are missing; CallError where one cannot be made."""
    for folder in dict.fromkeys(str(Path(out).parent) for out in outs):
        try:
            Path(folder).mkdir(parents=True, exist_ok=True)
        except (OSError, ValueError) as error:
            raise CallError(f"the folder {folder} cannot be made: {reason(error)}") from None


def is_folder(output: str, several: bool = False) -> bool:
    """Whether an output is a folder: one that is there, or that ends as folders do; of several, any without an ending."""
    if output.endswith(("/", os.sep)) or os.path.isdir(output):  # noqa: PTH112 - any name will do
        return True
    return several and NAME not in output and output != STDOUT and not Path(output).suffix


def _named(pattern: str, file: str, tops: Sequence[str]) -> str:
    """What a pattern calls what is made of a canvas: as the canvas lies below the folder named, it lies below where the
    pattern names it first.
    """
    for top in tops:
        within = os.path.relpath(Path(file).parent, top)
        if within != os.curdir and not within.startswith(os.pardir):
            first = pattern.partition(NAME)[0]
            at = max(first.rfind("/"), first.rfind(os.sep)) + 1
            return "/".join((pattern[:at] + within, pattern[at:].replace(NAME, stem(file))))
    return pattern.replace(NAME, stem(file))
