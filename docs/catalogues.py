"""Brings the catalogues up to date with the code: `python docs/catalogues.py`.

Every word the tool says is found in the code: the labels of `words/labels.py`, and what stands in calls of `phrase` and
`phrase_number`. What is new is added to each catalogue with an empty translation, what nobody says any more is dropped,
and a source text that was changed keeps its old translation, marked fuzzy. `--check` writes nothing and says which are
not up to date; a language tag, as in `python docs/catalogues.py de`, begins a catalogue.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from bluecanvas.words import canonical, is_tag
from bluecanvas.words.catalogues import FOLDER, po
from bluecanvas.words.labels import KEYS, label

CODE = FOLDER.parent.parent
_CALLS = {"phrase": 1, "phrase_number": 2}
"""How many texts stand first in a call of each."""
_HEAD = "Language: {tag}\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
_LABELS = "words/labels.py"


def sources() -> list[po.Entry]:
    """Every text the tool says, without translations: the labels, then the sentences file by file."""
    found: dict[tuple[str, str], po.Entry] = {}
    places: dict[tuple[str, str], list[str]] = {}
    for place, entry in (*_labels(), *_sentences()):
        found.setdefault(entry.key, entry)
        known = places.setdefault(entry.key, [])
        if place not in known:
            known.append(place)
    return [entry._replace(notes=(f"#: {' '.join(places[entry.key])}",)) for entry in found.values()]


def _labels() -> Iterator[tuple[str, po.Entry]]:
    return ((_LABELS, po.Entry(label(key, "en"), context=key)) for key in KEYS)


def _sentences() -> Iterator[tuple[str, po.Entry]]:
    for path in sorted(CODE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if any(f".{name}(" in text for name in _CALLS):
            place = path.relative_to(CODE).as_posix()
            calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
            for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
                name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
                if name in _CALLS:
                    yield place, _said(call, _CALLS[name], place)


def _said(call: ast.Call, count: int, place: str) -> po.Entry:
    context = [word.value for word in call.keywords if word.arg == "context"]
    texts = [node.value for node in (*call.args[:count], *context) if isinstance(node, ast.Constant)]
    if len(texts) != count + len(context) or not all(isinstance(text, str) for text in texts):
        raise SystemExit(f"{place}:{call.lineno}: write the text itself here, so that it can be found")
    plural = texts[1] if count > 1 else ""
    return po.Entry(texts[0], context=texts[count] if context else "", plural=plural)


def brought_up(entries: Sequence[po.Entry], tag: str) -> list[po.Entry]:
    """A catalogue with exactly what the code says, in the order of the code, and the translations it has."""
    head = next((entry for entry in entries if not entry.source), po.Entry("", (_HEAD.format(tag=tag),)))
    forms = _forms(head.said[0])
    wanted = sources()
    keys = {entry.key for entry in wanted}
    old = {entry.key: entry for entry in entries if entry.source and any(entry.said)}
    gone = [entry for key, entry in old.items() if key not in keys and all(entry.said)]
    made = [head]
    for entry in wanted:
        kept = old.get(entry.key)
        if kept is not None and kept.plural == entry.plural:
            flags = tuple(note for note in kept.notes if note.startswith("#,"))
        else:
            kept, flags = _like(entry, gone), ("#, fuzzy",)
        if kept is None:
            made.append(entry._replace(said=("",) * (forms if entry.plural else 1)))
        else:
            own = tuple(note for note in kept.notes if not note.startswith(("#:", "#,")))
            made.append(entry._replace(said=kept.said, notes=(*own, *entry.notes, *flags)))
    return made


def _like(entry: po.Entry, gone: Sequence[po.Entry]) -> po.Entry | None:
    """The entry that was nearly the same, of those that nobody says any more."""
    near = {old.source: old for old in gone if old.context == entry.context and bool(old.plural) == bool(entry.plural)}
    closest = get_close_matches(entry.source, near, 1, 0.0 if entry.context in KEYS else 0.75)
    return near[closest[0]] if closest else None


def _forms(head: str) -> int:
    """How many plural forms a head speaks of."""
    found = re.search(r"nplurals=(\d)", head)
    return int(found[1]) if found else 1


def catalogues(more: Sequence[str] = ()) -> dict[str, str]:
    """Every catalogue as it should be, by its file's name; with those of more languages."""
    names = sorted({*(path.name for path in FOLDER.glob("*.po")), *(f"{tag}.po" for tag in more)})
    return {name: po.written(brought_up(po.read(_read(FOLDER / name), name), name[:-3])) for name in names}


def stale(more: Sequence[str] = ()) -> list[str]:
    """The catalogues that say something else than they should."""
    return [name for name, text in catalogues(more).items() if _read(FOLDER / name) != text]


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def main(arguments: Sequence[str]) -> int:
    """Bring every catalogue up to date, begin those of the languages named; with `--check` say which are not."""
    tags = [canonical(word) for word in arguments if is_tag(word)]
    made, names = catalogues(tags), stale(tags)
    for name in names if "--check" not in arguments else ():
        (FOLDER / name).write_bytes(made[name].encode())
    sys.stdout.write("".join(f"{name}\n" for name in names))
    return int("--check" in arguments and bool(names))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
