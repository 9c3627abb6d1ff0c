"""What changed since another canvas, as the plain data a template sees."""

from __future__ import annotations

from typing import Any, TypeAlias

from bluecanvas.comparing.changes import Comparison
from bluecanvas.reporters._plain import of_verdicts
from bluecanvas.words import label
from bluecanvas.words.labels import KEYS

Facts: TypeAlias = dict[str, Any]


def as_facts(comparison: Comparison, language: str) -> Facts:
    """What changed since another canvas, as `against`, `changes`, `verdict_changes` and `finding_changes`."""
    return {
        "against": {"title": comparison.title, "changes": len(comparison.changes), "same_scale": comparison.same_scale},
        "changes": [
            {
                "kind": change.kind.value,
                "text": change.text,
                "curve": comparison.curves.get(change.curve or "", ""),
                "factor": comparison.factors.get(change.factor or "", ""),
            }
            for change in comparison.changes
        ],
        "verdict_changes": [
            {
                "name": one.reading,
                "title": one.title,
                "curve": one.name,
                "from": _verdict(one.before, language),
                "to": _verdict(one.after, language),
                "better": one.fired and not one.fires,
                "worse": one.fires and not one.fired,
                "why": one.why,
            }
            for one in comparison.verdicts
        ],
        "finding_changes": [
            {**found, "came": one.came, "suppressed": one.suppressed}
            for one in comparison.findings
            for found in of_verdicts([one.verdict], language)
        ],
    }


def _verdict(verdict: str, language: str) -> str:
    """A verdict as it is called."""
    key = f"verdict.{verdict}"
    return label(key, language) if key in KEYS else verdict
