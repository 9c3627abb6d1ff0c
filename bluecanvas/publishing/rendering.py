"""Rendering a template with what it may call: labels, blocks, figures, tables and links.

A template is Jinja that writes Markdown. It finds plain data alone; docs/templates.md has every name with its type:

- `canvas`: texts (`title`, `question`, `market`, `buyers`, `date`, `tagline`, `later`, …), `scale`, `factors`, `groups`,
  `curves` with their `levels`, of these `ours`, `as_is`, `options` and `rivals`, `moves`, `actions`, `evidence` with what
  is `behind` it, `unproven`, `unknown`, `counts`;
- `findings` (`level`, `level_word`, `code`, `name`, `line`, `message`, `hint`);
- `reading`, a verdict each (`name`, `title`, `curve`, `verdict`, `verdict_word`, `fires`, `said`, `headline`, `figures`,
  `fragile`, …), worked out only for a template that names it, and `fragile` likewise;
- `next_steps` (`kind`, `kind_word`, `what`, `owner`, `by`, `why`, `message`, `hint`, `code`);
- `against`, false where nothing is compared, else `changes`, `verdict_changes` and `finding_changes` say what is new;
- `audience` (team, board, public), `settings` (from `--set`), `name` and `language`;
- `label('market')`: the tool's own word for something, in the report's language; `label('and-more', count=3)`;
- `block('curves')`: what a section has to show, as a table or text; nothing where it has nothing, so that
  `{% if block('errc') %}` asks whether it does;
- `figure('curves')`: its picture; a second argument is the alternative text;
- `table(rows, {'Heading': 'key'})`: a table with a row for each dict, without the columns in which nothing stands;
- `link(text, address)`: a link, where the address is one of the web.

Whatever `{{ }}` writes is escaped: it reads as the text it is. Blocks, figures, labels, tables, links, macros and
`{% set %}` blocks are Markdown already, and so are the tool's own sentences. Runs of blank lines become one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from bluecanvas.publishing.jobs import Job, Kept, Placed, Rendered, mark
from bluecanvas.publishing.said import Markdown, Said
from bluecanvas.publishing.sandbox import Ours, Settings, markdown, run
from bluecanvas.words import label, suggestion
from bluecanvas.words import markdown as text
from bluecanvas.words.labels import KEYS

_SENTENCES = {
    "findings": ("message", "hint"),
    "finding_changes": ("message", "hint"),
    "verdict_changes": ("why",),
    "reading": ("why", "said", "headline", "fragile"),
    "next_steps": ("message", "hint"),
}
"""Where the tool's own sentences stand."""
_NOTHING: tuple[Any, ...] = ("", [], None)
_NUMBERS = {int, float, type(None)}


def perform(job: Job, kept: Kept | None = None) -> Rendered:
    """Render the job's template; whatever is wrong with it is a `CallError` that names its line.

    `kept` is where compiled templates are kept, for templates that are trusted.
    """
    placed: dict[Placed, int] = {}

    def place(name: str, picture: bool, alt: str = "") -> Markdown:
        said = _block(job.blocks, name)
        if not said:
            return Markdown()
        return Markdown(mark(placed.setdefault(Placed(_key(name), picture, str(alt) or said), len(placed))))

    names = cache(lambda: text.ticked(_ticked({side: job.facts[side] for side in ("canvas", "against")})))
    context = {
        **job.facts,
        **{name: [_said(item, keys, names) for item in job.facts[name]] for name, keys in _SENTENCES.items()},
        "settings": Settings(job.facts["settings"]),
        "language": job.language,
        "label": Ours(lambda key, **values: _label(key, job.language, values)),
        "block": Ours(lambda name: place(name, picture=False)),
        "figure": Ours(lambda name, alt="": place(name, picture=True, alt=alt)),
        "table": Ours(lambda rows, columns: _table(rows, columns, job.language)),
        "link": Ours(lambda said, address="": Markdown(text.link(said, address))),
    }
    written = run(Path(job.folder), job.name, job.shown, context, kept)
    return Rendered(written, tuple(placed))


def _said(item: dict[str, Any], keys: Collection[str], names: Callable[[], frozenset[str]]) -> dict[str, Any]:
    """What the tool says of a canvas, marked as that where it sets something in backticks, which becomes code."""
    marked = {key: Said(item[key], names) for key in keys if "`" in item[key]}
    return {**item, **marked} if marked else item


def _ticked(facts: Mapping[str, Any]) -> set[str]:
    """Every text with a backtick in plain data, however deep; what is shared within it is looked at once."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting: list[Any] = [*facts.values()]
    while waiting:
        value = waiting.pop()
        kind = value.__class__
        if kind is str:
            if "`" in value:
                found.add(value)
        elif (kind is dict or kind is list or kind is tuple) and id(value) not in seen:
            seen.add(id(value))
            waiting += value.values() if kind is dict else value
        elif isinstance(value, str) and "`" in value:
            found.add(value)
    return found


def _key(name: str) -> str:
    return name.replace("-", "_")


def _block(blocks: Mapping[str, str], name: str) -> str:
    if _key(name) not in blocks:
        raise LookupError(f"there is no block {name!r}\n{suggestion(name, blocks)}")
    return blocks[_key(name)]


def _label(key: str, language: str, values: Mapping[str, Any]) -> Markdown:
    if not values and isinstance(key, str):
        return _bare_label(key, language)
    return _filled_label(key, language, values)


@lru_cache(maxsize=1024)
def _bare_label(key: str, language: str) -> Markdown:
    """A label without open places: a template says the same ones again and again."""
    return _filled_label(key, language, {})


def _filled_label(key: str, language: str, values: Mapping[str, Any]) -> Markdown:
    if key not in KEYS:
        raise ValueError(f"there is no label {key!r}\n{suggestion(key, KEYS)}")
    return Markdown(label(key, language, **{name: markdown(value, language) for name, value in values.items()}))


def _table(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str], language: str = "en") -> Markdown:
    """A table with a row a dict: `columns` maps each heading to the key whose values stand below it.

    A column in which nothing stands is left out.
    """
    unknown = [(key, row) for key in columns.values() for row in rows if key not in row]
    if unknown:
        key, row = unknown[0]
        raise ValueError(f"a row has no `{key}`\n{suggestion(key, row)}")
    if not rows or not columns:
        return Markdown()
    filled = {heading: key for heading, key in columns.items() if any(row[key] not in _NOTHING for row in rows)}
    keys = list(filled.values())
    numbers = [{type(row[key]) for row in rows} for key in keys]
    numeric = [at for at, kinds in enumerate(numbers) if kinds <= _NUMBERS and kinds != {type(None)}]
    cells = [[markdown(row[key], language).replace("\n", " ") for key in keys] for row in rows]
    return Markdown(text.table([markdown(heading) for heading in filled], cells, numeric) if filled else "")
