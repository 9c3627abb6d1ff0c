"""Findings as SARIF 2.1.0, with the pages of their rules, for code scanning and editors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from bluecanvas.finding import Level, Place, Verdict
from bluecanvas.reporters import RuleCard, Summary, standing
from bluecanvas.reporters._escaping import as_json, told, whole
from bluecanvas.reporters._fingerprints import fingerprints

WANTS_RULES = True
WANTS_FIXES = True
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "note"}
_SEVERITIES = {Level.ERROR: "error", Level.WARNING: "warning", Level.ADVICE: "recommendation"}
_SUBJECTS = (
    "structure", "factors", "curves", "errc", "evidence", "economics", "buyers", "execution", "loyalty", "claims",
)  # fmt: skip
"""What the rules of each hundred are about."""
_LONGEST_SNIPPET = 400
_MOST = 25_000
"""Results of a run: code scanning takes no file with more."""
_WHAT_IT_DOES = re.compile(r"## What it does\n+(.+?)(?:\n\n|\Z)", re.DOTALL)


def report(verdicts: Sequence[Verdict], summary: Summary) -> str:
    """One run with every finding, the suppressed and baselined ones marked, and the rules that they come from."""
    cards = {verdict.code: summary.rules.get(verdict.code) or _bare(verdict) for verdict in verdicts}
    index = {code: at for at, code in enumerate(sorted(cards))}
    results = [
        _result(verdict, index[verdict.code], known_by)
        for verdict, known_by in zip(verdicts, fingerprints(verdicts), strict=True)
    ]
    if len(standing(verdicts)) < len(verdicts):  # then each result has to say whether it is suppressed
        for verdict, result in zip(verdicts, results, strict=True):
            result["suppressions"] = _suppressions(verdict)
    invocation = _invocation(summary)
    if len(results) > _MOST:
        heaviest = sorted(range(len(results)), key=lambda at: -verdicts[at].level.weight)[:_MOST]
        text = f"{len(results):,} findings; the {_MOST:,} heaviest of them are here, for no more are taken"
        invocation.setdefault("toolExecutionNotifications", []).append({"level": "warning", "message": {"text": text}})
        results = [results[at] for at in sorted(heaviest)]
    driver: dict[str, Any] = {"name": "bluecanvas"}
    if summary.version:
        driver["semanticVersion"] = summary.version
    driver["rules"] = [_rule(cards[code]) for code in index]
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that bluecanvas was called in."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return as_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)


def _result(verdict: Verdict, index: int, fingerprint: str) -> dict[str, Any]:
    hint = f" (hint: {verdict.hint})" if verdict.hint else ""
    result: dict[str, Any] = {
        "ruleId": verdict.code,
        "ruleIndex": index,
        "level": _LEVELS[verdict.level],
        "message": {"text": _message(verdict.message + hint)},
        "locations": [{"physicalLocation": _location(verdict)}],
        "partialFingerprints": {"codeFileLine/v1": fingerprint},
    }
    if verdict.fix is not None and verdict.replacements:
        result["fixes"] = [_fix(verdict.fix.title, verdict)]
    return result


def _fix(title: str, verdict: Verdict) -> dict[str, Any]:
    """What would mend a finding, as the stretches of its file that go and the text that comes."""
    replacements = [
        {"deletedRegion": _region(one.place), "insertedContent": {"text": one.text}} for one in verdict.replacements
    ]
    change = {"artifactLocation": _artifact(verdict.file), "replacements": replacements}
    return {"description": {"text": _message(title)}, "artifactChanges": [change]}


def _suppressions(verdict: Verdict) -> list[dict[str, str]]:
    """Why a finding does not count: a comment beside it, or a baseline elsewhere; nothing where it does."""
    if verdict.baselined:
        return [{"kind": "external", "justification": "It is in the baseline."}]
    if not verdict.suppressed:
        return []
    return [{"kind": "inSource", "justification": told(verdict.reason)} if verdict.reason else {"kind": "inSource"}]


def _message(text: str) -> str:
    """Text as SARIF takes it for text: no placeholder, no link."""
    text = told(text).replace("{", "{{").replace("}", "}}")
    return re.sub(r"([\\\[\]])", r"\\\1", text) if "](" in text else text


def _location(verdict: Verdict) -> dict[str, Any]:
    place, line = verdict.place, verdict.source_line
    region = _region(place)
    location = {"artifactLocation": _artifact(verdict.file), "region": region}
    marked = line[place.column - 1 : place.end_column - 1]
    if place.line == place.end_line and 0 < len(marked) <= _LONGEST_SNIPPET:
        region["snippet"] = {"text": whole(marked)}
        if len(marked) < len(line) <= _LONGEST_SNIPPET:
            location["contextRegion"] = {
                "startLine": place.line,
                "endLine": place.line,
                "snippet": {"text": whole(line)},
            }
    return location


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _artifact(file: str) -> dict[str, str]:
    """Where a file is: from the folder of the call, or absolute where it was called so and lies elsewhere."""
    if PurePath(file).is_absolute():
        return {"uri": f"file:///{_quoted(file.removeprefix('/'), '/:')}"}
    return {"uri": _quoted(file, "/"), "uriBaseId": _ROOT}


def _quoted(path: str, safe: str) -> str:
    try:
        return quote(path, safe, errors="surrogateescape")
    except UnicodeEncodeError:  # a half of a character that stands for no byte
        return quote(path, safe, errors="surrogatepass")


def _rule(card: RuleCard) -> dict[str, Any]:
    described = _WHAT_IT_DOES.search(card.page)
    return {
        "id": card.code,
        "name": "".join(word.capitalize() for word in card.name.split("-")),
        "shortDescription": {"text": card.summary},
        "fullDescription": {"text": " ".join(described[1].split()) if described else card.summary},
        "help": {"text": card.page.strip(), "markdown": card.page.strip()},
        "defaultConfiguration": {"level": _LEVELS[card.level]},
        "properties": {
            "precision": card.confidence.value,
            "problem.severity": _SEVERITIES[card.level],
            "tags": ["strategy-canvas", _SUBJECTS[int(card.code[2])]],
        },
    }


def _bare(verdict: Verdict) -> RuleCard:
    """A card for a rule of which only the finding is known."""
    said = f"{verdict.code} {verdict.name}."
    return RuleCard(verdict.code, verdict.name, verdict.level, verdict.confidence, said, said)


def _invocation(summary: Summary) -> dict[str, Any]:
    found: dict[str, Any] = {"executionSuccessful": not summary.problems}
    if summary.problems:
        found["toolExecutionNotifications"] = [
            {"level": "error", "message": {"text": _message(problem)}} for problem in summary.problems
        ]
    return found
