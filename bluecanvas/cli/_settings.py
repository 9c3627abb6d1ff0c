"""Settings of a run: the nearest configuration upwards, and the command line over it."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from bluecanvas.checking import Layer, Settings
from bluecanvas.checking.selection import chosen
from bluecanvas.cli._files import read_bytes
from bluecanvas.cli._places import from_folder
from bluecanvas.errors import CallError

if TYPE_CHECKING:
    from bluecanvas.cli._configuration import Configuration

_OWN, SHARED = "bluecanvas.toml", "pyproject.toml"
_TABLE = ("tool", "bluecanvas")


def configured(file: str | None = None, isolated: bool = False) -> Configuration | None:
    """The configuration of a file, else the nearest from the current folder upwards; None where there is none."""
    if isolated:
        if file is not None:
            raise CallError("--config and --isolated exclude each other")
        return None
    if file is not None:
        if not os.path.isfile(file):  # noqa: PTH113 - Path.is_file fails on a name it does not like
            raise CallError(f"there is no file {file}", f"a configuration is a {_OWN} or a {SHARED}")
        found = _read(file)
        if found is None:
            raise CallError(f"{file} has no table [tool.bluecanvas]", f"add it, or name a {_OWN}")
        return found
    return _nearest()


def settings_of(configuration: Configuration | None, said: Layer = Layer(), as_of: date | None = None) -> Settings:
    """What a configuration and the command line over it come to."""
    if configuration is None:
        return Settings(chosen(said), as_of=as_of)
    return Settings(
        chosen(configuration.rules, said),
        configuration.options,
        configuration.levels,
        as_of,
        configuration.per_file,
    )


def settings_on(file: str, configuration: Configuration | None, settings: Settings) -> Settings:
    """The settings for one file: without what the configuration ignores there."""
    return settings if configuration is None else settings.at(from_folder(file, configuration.folder))


def day(said: str | None) -> date | None:
    """The day that rules about age compare with: as said, else that of SOURCE_DATE_EPOCH; None for neither."""
    if said is not None:
        try:
            found = date.fromisoformat(said)
        except ValueError:
            found = None
        if found is None or found.isoformat() != said:  # weeks and days without hyphens are dates too, but not ours
            raise CallError(f"--as-of {said} is no day", "write it as in 2026-10-03")
        return found
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise CallError(f"SOURCE_DATE_EPOCH is {epoch!r}", "it is a number of seconds, as in 1767225600") from None


def _nearest() -> Configuration | None:
    """The first folder with a configuration, from the current one upwards; its own file comes before the shared one."""
    try:
        folder = os.getcwd()  # noqa: PTH109 - as below; this is asked before every check
    except OSError:  # it is gone
        return None
    while True:
        for name in (_OWN, SHARED):
            file = os.path.join(folder, name)  # noqa: PTH118
            if os.path.isfile(file):  # noqa: PTH113
                found = _read(os.path.relpath(file))
                if found is not None:
                    return found
        above = os.path.dirname(folder)  # noqa: PTH120
        if above == folder:
            return None
        folder = above


def _read(file: str) -> Configuration | None:
    """The configuration in a file; None for a pyproject.toml that says nothing of us."""
    shared = os.path.basename(file) == SHARED  # noqa: PTH119
    data = read_bytes(file)
    if shared and b"bluecanvas" not in data:
        return None
    from bluecanvas.cli._configuration import configuration
    from bluecanvas.cli._toml import parse_toml

    toml = parse_toml(data, file)
    if shared and _TABLE[1] not in _tool(toml.values):
        return None
    if not shared and _TABLE[1] in _tool(toml.values):
        raise CallError(
            f"{toml.at(_TABLE)}: [{'.'.join(_TABLE)}] belongs into a {SHARED}",
            f"in a {_OWN} the keys stand by themselves, and the tables are called as in [rules.BC305]",
        )
    folder = os.path.dirname(os.path.abspath(file))  # noqa: PTH100, PTH120
    return configuration(toml, _TABLE if shared else (), folder)


def _tool(values: dict[str, object]) -> dict[str, object]:
    found = values.get(_TABLE[0])
    return found if isinstance(found, dict) else {}
