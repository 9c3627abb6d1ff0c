"""Writes the reference pages from the code: `python docs/generate.py`.

`docs/rules/` comes from the pages of the rules, `docs/commands.md` from the commands' own types and help texts. A test
holds what is written against what would be; `--check` does the same and writes nothing.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import typer

from bluecanvas.checking.options import options_of, shown
from bluecanvas.cli import _ending
from bluecanvas.cli._app import COMMANDS, NAME, app
from bluecanvas.errors import BluecanvasError, CallError, CanvasError
from bluecanvas.rules import Rule, every
from bluecanvas.words import listed
from bluecanvas.words.markdown import message, table

FOLDER = Path(__file__).parent
MADE = "<!-- Made from the code by `python docs/generate.py`; edit the code. -->"
HUNDREDS = (
    "File and structure",
    "Factors and scale",
    "The reading of the curves",
    "Eliminate, reduce, raise, create",
    "Evidence",
    "Sequence, price, cost and gates",
    "Buyers, noncustomers, paths and utility",
    "Execution",
    "Service and loyalty",
    "Claims and pictures",
)
"""What the rules of each hundred are about."""
_TYPERS = ("help", "install_completion", "show_completion")
_FENCE = re.compile(r"(```.*?```|`[^`]*`)", re.DOTALL)
_CODE = re.compile(r"\bBC\d{3}\b")


def pages() -> dict[str, str]:
    """Every generated page: its path from `docs/`, and its text."""
    rules = every()
    found = {"commands.md": commands_page(), "rules/README.md": index_page(rules)}
    return found | {f"rules/{_file(rule)}": rule_page(rule, rules) for rule in rules}


def stale() -> list[str]:
    """The pages that are missing or say something else, and those that nothing is behind any more."""
    made = pages()
    there = {f"rules/{path.name}" for path in (FOLDER / "rules").glob("*")}
    old = (name for name, text in made.items() if not _says(name, text))
    return sorted({*old, *(there - set(made))})


def write(names: Sequence[str]) -> None:
    """Bring some pages up to date."""
    made = pages()
    for name in names:
        path = FOLDER / name
        if name in made:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(made[name].encode())
        else:
            path.unlink()


def main(arguments: Sequence[str]) -> int:
    """Bring every page up to date, or with `--check` say which are not and write nothing."""
    names = stale()
    if "--check" not in arguments:
        write(names)
    sys.stdout.write("".join(f"docs/{name}\n" for name in names))
    return int("--check" in arguments and bool(names))


def _says(name: str, text: str) -> bool:
    path = FOLDER / name
    return path.is_file() and path.read_bytes() == text.encode()


def index_page(rules: Sequence[Rule]) -> str:
    """The rules by hundred."""
    parts = [
        "# Rules",
        MADE,
        f"{len(rules)} rules. An **error** is a slip that keeps the canvas from meaning what was typed, a **warning** a "
        "contradiction or a weak strategy, **advice** what is worth a thought. *Confidence* is how sure the rule is that "
        "what it found is a fault. `bluecanvas rule CODE` prints a page in the terminal.",
    ]
    for hundred, title in enumerate(HUNDREDS):
        some = [rule for rule in rules if int(rule.code[2]) == hundred]
        if some:
            rows = [
                (
                    f"[{rule.code}]({_file(rule)})",
                    rule.name,
                    rule.level.value,
                    rule.confidence.value,
                    "yes" if _fix(rule) else "",
                    message(rule.summary),
                )
                for rule in some
            ]
            columns = ("code", "name", "level", "confidence", "fix", "what it does")
            parts += [f"## BC{hundred}xx: {title[0].lower()}{title[1:]}", table(columns, rows)]
    return "\n\n".join(parts) + "\n"


def rule_page(rule: Rule, rules: Sequence[Rule]) -> str:
    """A rule's page: what it is, then its own text with the codes it names as links."""
    facts = [f"**{rule.level}**", f"{rule.confidence} confidence"]
    options = [f"`{name} = {shown(value)}`" for name, value in options_of(rule).items()]
    if options:
        facts.append(f"options {listed(options, 'and')}")
    if _fix(rule):
        facts.append("[can be mended by itself](#fix)")
    files = {other.code: _file(other) for other in rules if other is not rule}
    pieces = _FENCE.split(rule.page.strip())  # every second one is code
    text = "".join(piece if at % 2 else _linked(piece, files) for at, piece in enumerate(pieces))
    head = f"# {rule.code} {rule.name}\n\n{MADE}\n\n{' · '.join(facts)} · [all rules](README.md)"
    return f"{head}\n\n{text}\n"


def commands_page() -> str:
    """The commands, their arguments and options, and the exit statuses."""
    group: Any = typer.main.get_command(app(COMMANDS.names))
    listing = [command for _, command in sorted(group.commands.items()) if not command.hidden]
    parts = [
        "# Commands",
        MADE,
        f"`{NAME} COMMAND …`; `{NAME} COMMAND --help` says the same in the terminal, and "
        f"`{NAME} --install-completion` completes commands and options in your shell.",
        table(
            ("command", "what it does"),
            [(f"[`{command.name}`](#{command.name})", _said(command.help.partition("\n\n")[0])) for command in listing],
        ),
        *_options_of(group),
        "## Exit statuses",
        table(("status", "meaning"), [(str(status), said) for status, said in statuses()]),
    ]
    for command in listing:
        arguments = [one for one in command.params if one.param_type_name == "argument" and not one.hidden]
        usage = " ".join([NAME, command.name, "[OPTIONS]", *map(_usage, arguments)])
        parts += [f"## {command.name}", *map(_said, command.help.split("\n\n")), f"```\n{usage}\n```"]
        if arguments:
            rows = [(f"`{_word(one)}`", _said(one.help)) for one in arguments]
            parts.append(table(("argument", "meaning"), rows))
        parts += _options_of(command)
    return "\n\n".join(parts) + "\n"


def statuses() -> list[tuple[int, str]]:
    """The exit statuses and what each means, from where they are given."""
    return [
        (_ending.FINE, "Done; for `check`, no finding at or above `--fail-on`."),
        (CanvasError.status, f"{_meaning(CanvasError)}; for `check`, a finding at or above `--fail-on`."),
        (CallError.status, f"{_meaning(CallError)}."),
        (_ending.OURS, "A bug of ours: one sentence and where the log is; `--debug` shows the traceback."),
        (_ending.INTERRUPTED, "Ctrl-C."),
        (_ending.PIPE_CLOSED, "The reader of a pipe has gone."),
    ]


def _meaning(error: type[BluecanvasError]) -> str:
    """What an error's own docstring says of it."""
    return (error.__doc__ or "").removesuffix(f" (status {error.status}).")


def _options_of(command: Any) -> Iterator[str]:
    """A table of the options of a command for each panel of its help, but for those that typer brings."""
    panels: dict[str, list[tuple[str, str, str]]] = {}
    for one in command.params:
        if one.param_type_name == "option" and not one.hidden and one.name not in _TYPERS:
            panel = getattr(one, "rich_help_panel", None) or ""
            panels.setdefault(panel, []).append((f"`{_names(one)}`", _meaning_of(one), _default(one)))
    for panel, rows in panels.items():
        yield (f"### {panel}\n\n" if panel else "") + table(("option", "meaning", "default"), rows)


def _usage(argument: Any) -> str:
    """An argument as the line of usage shows it: in brackets where it may be left out."""
    word = _word(argument)
    return word if argument.required else f"[{word}]"


def _word(parameter: Any) -> str:
    """What stands for a value: its name in capitals, with an ellipsis where there may be several."""
    several = "..." if parameter.nargs == -1 else ""
    return f"{parameter.metavar or parameter.name.strip('_').replace('_', '-').upper()}{several}"


def _names(option: Any) -> str:
    names = ", ".join(sorted([*option.opts, *option.secondary_opts], key=len))
    if option.is_flag or getattr(option, "count", False):
        return names
    return f"{names} {option.metavar or max(option.opts, key=len).lstrip('-').upper()}"


def _meaning_of(option: Any) -> str:
    low, high = getattr(option.type, "min", None), getattr(option.type, "max", None)
    bounds = "" if low is None or high is None else f" From {low} to {high}."
    return _said(option.help) + bounds


def _default(option: Any) -> str:
    value = option.default
    plain = isinstance(value, str | int | float) and not option.is_flag and value != ""
    return f"`{value}`" if plain else ""


def _said(text: str | None) -> str:
    return message(text or "")


def _fix(rule: Rule) -> bool:
    return "\n## Fix\n" in rule.page


def _file(rule: Rule) -> str:
    return f"{rule.code.lower()}-{rule.name}.md"


def _linked(text: str, files: dict[str, str]) -> str:
    """Prose with each code of another rule as a link to its page."""
    return _CODE.sub(lambda found: f"[{found[0]}]({files[found[0]]})" if found[0] in files else found[0], text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
