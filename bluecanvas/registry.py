"""Folders as registries: a file dropped in is found by its name and imported only when asked for."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType

from bluecanvas.errors import CallError


class Folder:
    """The plug-ins of one package: its modules, by name, without importing them."""

    def __init__(self, package: str, path: list[str]) -> None:
        self.package = package
        self._path = path

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the plug-ins, sorted; files with a leading underscore are the folder's own helpers."""
        found = [
            entry.stem if entry.suffix == ".py" else entry.name
            for root in self._path
            for entry in Path(root).iterdir()
            if not entry.name.startswith(("_", ".")) and (entry.suffix == ".py" or (entry / "__init__.py").is_file())
        ]
        return tuple(sorted(set(found)))

    def load(self, name: str) -> ModuleType:
        """Import one plug-in; an unknown name is a `CallError` that lists the names there are."""
        if name not in self.names:
            raise CallError(f"there is no {name!r} in {self.package}", f"known: {', '.join(self.names)}")
        return import_module(f"{self.package}.{name}")
