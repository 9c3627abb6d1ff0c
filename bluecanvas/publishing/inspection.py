"""Looking a template through before anything is drawn: slips in it, names that nothing answers to, each with its line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from bluecanvas.canvas import read
from bluecanvas.errors import CallError
from bluecanvas.finding import Confidence, Level, Place, Verdict
from bluecanvas.frameworks import by_key
from bluecanvas.publishing.inspector import ANY, Inspector, Problem
from bluecanvas.publishing.jobs import display
from bluecanvas.publishing.reports import facts_of
from bluecanvas.publishing.sample import SAMPLE
from bluecanvas.publishing.sandbox import NAMES
from bluecanvas.publishing.templates import Template, slips_in
from bluecanvas.words import visible
from bluecanvas.words.labels import KEYS


def inspect(template: Template, sample: Mapping[str, Any], known: Mapping[str, Collection[str]]) -> list[Problem]:
    """Every slip in a template's front matter, and every name in it that nothing answers to, by line.

    `sample` is what a template finds, filled with everything there can be; `known` are the words that `label`,
    `block` and `figure` know. What cannot be read as a template at all is a `CallError`.
    """
    return _sorted(_looked_through(template, sample, known).problems)


def inspect_all(
    templates: Iterable[Template], sample: Mapping[str, Any], known: Mapping[str, Collection[str]]
) -> list[Problem]:
    """The same for the templates of a folder; one that another takes in is looked through there, with what it finds."""
    found: dict[str, Inspector] = {}
    unread: list[Problem] = []
    for template in templates:
        try:
            found[template.name] = _looked_through(template, sample, known)
        except CallError as error:  # the others are looked through all the same
            unread.append(_unread(template, error))
    taken = {name for own, inspector in found.items() for name in inspector.taken if name != own}
    tops = [name for name in found if name not in taken]
    reached = {name for top in tops for name in (top, *found[top].taken)}
    asked = [*tops, *(name for name in found if name not in reached)]  # the others take one another in, without end
    return _sorted((*unread, *(problem for name in asked for problem in found[name].problems)))


def _looked_through(template: Template, sample: Mapping[str, Any], known: Mapping[str, Collection[str]]) -> Inspector:
    place = visible(display(template.shown, template.name))
    inspector = Inspector(template, known)
    inspector.problems += [Problem(place, slip.line, slip.message, slip.hint) for slip in slips_in(template)]
    inspector.read(template.name, [dict(sample)])
    return inspector


def _unread(template: Template, error: CallError) -> Problem:
    """What keeps a template from being read, at its own line, or where it is of a part that has one."""
    place = visible(display(template.shown, template.name))
    told = re.match(r"(?s)(?P<place>.*?)(?::(?P<line>\d+))?: (?P<said>.*)", error.message)
    if told is None:
        return Problem(place, 1, error.message, error.hint)
    return Problem(told["place"], int(told["line"] or 1), told["said"], error.hint)


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(problems), key=lambda problem: (problem.place, problem.line, problem.message))


def sample() -> dict[str, Any]:
    """What a template finds, filled with everything there can be."""
    canvas = read(SAMPLE).canvas
    if canvas is None:
        raise AssertionError("the sample cannot be read")
    found = Verdict("sample", Place(1, 1, 1, 1), "BC000", "sample", Level.ADVICE, Confidence.HIGH, "a message")
    facts = facts_of(canvas, [found], "en", {}, "sample")
    facts["against"] = dict.fromkeys(("title", "changes", "same_scale", "untold", "names"), ANY)
    facts["canvas"]["claims"] = facts["settings"] = ANY  # their keys are the user's own
    return {**dict.fromkeys(NAMES, ANY), **facts}


def known() -> dict[str, Collection[str]]:
    """The words that functions of a template know."""
    blocks = [key.replace("-", "_") for key in by_key()]
    return {"label": KEYS, "block": blocks, "figure": blocks}
