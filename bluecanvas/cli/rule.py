"""`bluecanvas rule`: the rules, or one of them explained, with what is set for it here."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Annotated

import typer

from bluecanvas.cli import _screen
from bluecanvas.cli._settings import SHARED, configured, settings_of
from bluecanvas.rules import Rule, every
from bluecanvas.rules import rule as rule_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from bluecanvas.cli._configuration import Configuration


def rule(
    code: Annotated[
        str | None, typer.Argument(help="A code, a name, or how codes begin; all rules where none is given.")
    ] = None,
    config: Annotated[
        str | None, typer.Option("--config", help="The configuration; by default the nearest one upwards.")
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Without any configuration.")] = False,
) -> None:
    """List the rules, or explain one with examples."""
    if code is None:
        _list(every())
        return
    begun = [known for known in every() if code.strip() and known.code.startswith(code.strip().upper())]
    if len(begun) > 1:
        _list(begun)
        return
    known = rule_of(code)
    _screen.tell(f"{known.code} {known.name} ({known.level}, {known.confidence} confidence)\n\n{known.page.strip()}\n")
    _screen.tell(_as_set(known, configured(config, isolated)))


def _list(rules: Sequence[Rule]) -> None:
    width = max(len(known.name) for known in rules)
    for known in rules:
        _screen.tell(f"{known.code}  {known.level:<7}  {known.name:<{width}}  {known.summary}\n")


def _as_set(known: Rule, project: Configuration | None) -> str:
    """How the rule is asked here: its options with the values they have, and what the configuration changes of it."""
    from bluecanvas.checking.options import options_of, shown

    settings = settings_of(project)
    set_here = dict(dict(settings.options).get(known.code, ()))
    level = dict(settings.levels).get(known.code)
    lines = [
        f"{option} = {shown(set_here.get(option, default))}"
        + (f"  # by itself {shown(default)}" if option in set_here else "")
        for option, default in options_of(known).items()
    ]
    if level is not None:
        lines.insert(0, f'level = "{level}"  # by itself "{known.level}"')
    asked = (
        "" if known.code in settings.codes else f"It is not asked: {project.file if project else ''} leaves it out.\n"
    )
    if not lines:
        return f"\n## Set here\n\n{asked}" if asked else ""
    source = f"by {project.file}" if project and (set_here or level) else "as it is by itself"
    shared = project is not None and PurePath(project.file).name == SHARED
    table = f"[{'tool.bluecanvas.' if shared else ''}rules.{known.code}]"
    where = "" if project else f"  # in a {SHARED}: [tool.bluecanvas.rules.{known.code}]"
    return f"\n## Set here\n\n{asked}```toml\n# {source}\n{table}{where}\n" + "\n".join(lines) + "\n```\n"
