"""What changed since another canvas, as the plain data a template sees."""

from __future__ import annotations

from typing import Any, TypeAlias

from bluecanvas.comparing.changes import Comparison, verdict_said
from bluecanvas.reporters._plain import of_verdicts
from bluecanvas.words.voice import Voice

Facts: TypeAlias = dict[str, Any]


def as_facts(comparison: Comparison, language: str) -> Facts:
    """What changed since another canvas, as `against`, `changes`, `verdict_changes` and `finding_changes`."""
    voice = Voice(language)
    return {
        "against": {
            "title": comparison.title,
            "changes": len(comparison.changes),
            "same_scale": comparison.same_scale,
            "untold": comparison.untold,
            "names": sorted(comparison.names),
        },
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
                "from": verdict_said(voice, one.before),
                "to": verdict_said(voice, one.after),
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
