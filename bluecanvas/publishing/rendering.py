"""Rendering a template with what it may call: labels, blocks, figures, tables and links.

A template is Jinja that writes Markdown. It finds

- `canvas`: the canvas as plain data (`title`, `question`, `market`, `buyers`, `date`, `tagline`, `later`, `scale`,
  `factors`, `groups`, `curves` with their `levels`, `moves`, `evidence` with what is `behind` it, `unproven`), `findings`
  (`level`, `level_word`, `code`, `name`, `line`, `message`, `hint`), `settings` (from `--set`), `name` and `language`;
- `label('market')`: the tool's own word for something, in the report's language;
- `block('curves')`: what a section has to show, as a table or text; nothing where it has nothing, so that
  `{% if block('errc') %}` asks whether it does;
- `figure('curves')`: its picture; a second argument is the alternative text;
- `table(rows, {'Heading': 'key'})`: a table with a row for each dict;
- `link(text, address)`: a link, where the address is one of the web.

Whatever `{{ }}` writes is escaped: it reads as the text it is. Blocks, figures, labels, tables, links, macros and
`{% set %}` blocks are Markdown already. Runs of blank lines become one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bluecanvas.publishing.jobs import Job, Placed, Rendered, mark
from bluecanvas.publishing.sandbox import Markdown, Settings, markdown, run
from bluecanvas.words import label, suggestion
from bluecanvas.words import markdown as text
from bluecanvas.words.labels import KEYS


def perform(job: Job) -> Rendered:
    """Render the job's template; whatever is wrong with it is a `CallError` that names its line."""
    placed: dict[Placed, int] = {}

    def place(name: str, picture: bool, alt: str = "") -> Markdown:
        said = _block(job.blocks, name)
        if not said:
            return Markdown()
        return Markdown(mark(placed.setdefault(Placed(_key(name), picture, str(alt) or said), len(placed))))

    context = {
        **job.facts,
        "findings": [
            {
                **found,
                "message": Markdown(text.message(found["message"])),
                "hint": Markdown(text.message(found["hint"])),
            }
            for found in job.facts["findings"]
        ],
        "settings": Settings(job.facts["settings"]),
        "language": job.language,
        "label": lambda key: _label(key, job.language),
        "block": lambda name: place(name, picture=False),
        "figure": lambda name, alt="": place(name, picture=True, alt=alt),
        "table": _table,
        "link": lambda said, address="": Markdown(text.link(said, address)),
    }
    written = run(Path(job.folder), job.name, job.shown, context)
    return Rendered(written, tuple(placed))


def _key(name: str) -> str:
    return name.replace("-", "_")


def _block(blocks: Mapping[str, str], name: str) -> str:
    if _key(name) not in blocks:
        raise LookupError(f"there is no block {name!r}\n{suggestion(name, blocks)}")
    return blocks[_key(name)]


def _label(key: str, language: str) -> Markdown:
    if key not in KEYS:
        raise ValueError(f"there is no label {key!r}\n{suggestion(key, KEYS)}")
    return Markdown(label(key, language))


def _table(rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str]) -> Markdown:
    """A table with a row a dict: `columns` maps each heading to the key whose values stand below it."""
    unknown = [(key, row) for key in columns.values() for row in rows if key not in row]
    if unknown:
        key, row = unknown[0]
        raise ValueError(f"a row has no `{key}`\n{suggestion(key, row)}")
    if not rows or not columns:
        return Markdown()
    keys = list(columns.values())
    numeric = [at for at, key in enumerate(keys) if all(isinstance(row[key], (int, float)) for row in rows)]
    cells = [[markdown(row[key]).replace("\n", " ") for key in keys] for row in rows]
    return Markdown(text.table([markdown(heading) for heading in columns], cells, numeric))
