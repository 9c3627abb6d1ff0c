"""Frameworks: one file each for what a strategy canvas and its sections mean and what there is to show of them.

A framework is a module with `KEY`, the name its figures go by; `PLACE`, where they stand among the others;
and `blocks(canvas, language)`, what there is to show.
"""

from functools import lru_cache
from types import ModuleType

from bluecanvas.registry import Folder

FRAMEWORKS = Folder(__name__, list(__path__))


@lru_cache(maxsize=1)
def by_key() -> dict[str, ModuleType]:
    """Every framework by the name its figures go by, in their order."""
    modules = [FRAMEWORKS.load(name) for name in FRAMEWORKS.names]
    return {module.KEY: module for module in sorted(modules, key=lambda module: (module.PLACE, module.KEY))}
