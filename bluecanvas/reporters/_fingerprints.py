"""Fingerprints: what a finding is known by from one run to the next, wherever its line has moved to."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from bluecanvas.finding import Verdict

_ENOUGH = 1000
"""How much of a line tells it from others; a file may be one line."""


def fingerprints(verdicts: Sequence[Verdict]) -> list[str]:
    """A fingerprint for each finding, all different: of its code, its file, the text of its line, and how many
    findings of the same three stand before it.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for verdict in verdicts:
        known = (verdict.code, verdict.file, verdict.source_line.strip()[:_ENOUGH])
        text = "\0".join((*known, str(seen[known])))
        found.append(hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
        seen[known] += 1
    return found
