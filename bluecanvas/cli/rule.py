"""`bluecanvas rule`: the rules, or one of them explained."""

from __future__ import annotations

from typing import Annotated

import typer

from bluecanvas.cli import _screen
from bluecanvas.rules import every
from bluecanvas.rules import rule as rule_of


def rule(
    code: Annotated[str | None, typer.Argument(help="A code or a name; all rules where none is given.")] = None,
) -> None:
    """List the rules, or explain one with examples."""
    if code is None:
        rules = every()
        width = max(len(known.name) for known in rules)
        for known in rules:
            _screen.tell(f"{known.code}  {known.level:<7}  {known.name:<{width}}  {known.summary}\n")
        return
    known = rule_of(code)
    _screen.tell(f"{known.code} {known.name} ({known.level}, {known.confidence} confidence)\n\n{known.page.strip()}\n")
