"""Finds canvases on which nobody but our own people scored our curve.

## What it does

Looks at who gave the levels of our curve (`scored_by`, at the curve or at its scores). It fires where every known
level says so and names nobody but our own side: sales, marketing, management, the founders, 業務, 产品部, 経営陣 and
their kin. It is silent where a buyer or an outsider has scored too, where a name could be anybody's, where nothing is
said, and where a level rests on evidence other than a reading.

## Why it matters

Whoever has built or sells an offering sees it higher than buyers do. Self-made canvases flatter their author, and
every verdict on them does.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us:
    name: Southwest
    scored_by: [sales, marketing]                          # ! BC402
    scores: {Price: 2, Meals: 1, Speed: 9}
  airlines: {name: Average airline, scores: {Price: 6, Meals: 6, Speed: 4}}
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
curves:
  us:
    name: Southwest
    scored_by: [sales, five passengers]
    scores: {Price: 2, Meals: 1, Speed: 8}
  airlines: {name: Average airline, scores: {Price: 6, Meals: 6, Speed: 4}}
```

## Options

None.

## References

- Scores by the interested party alone are a checkable mistake of the strategy canvas; the words are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from bluecanvas.canvas.model import Canvas, Curve
from bluecanvas.finding import Confidence, Finding, Level
from bluecanvas.rules._evidence import grounds
from bluecanvas.rules._names import listed, quoted
from bluecanvas.words.lexicons import folded, lexicons
from bluecanvas.words.voice import ENGLISH, Voice

LEVEL = Level.ADVICE
CONFIDENCE = Confidence.MEDIUM

_NO_PROOF = frozenset({None, "reading", "illustrative", "guess"})


def check(canvas: Canvas, *, voice: Voice = ENGLISH) -> Iterator[Finding]:
    """Yield a finding where our own people alone gave all levels of our curve."""
    ours = canvas.ours
    if ours is None or not grounds(canvas).scorers:
        return
    known = [score for score in ours.scores.values() if score.value is not None]
    if not known or not all(score.scored_by for score in known):
        return
    scorers = list(dict.fromkeys(name for score in known for name in score.scored_by))
    proof = {source.id for source in canvas.evidence if source.kind not in _NO_PROOF}
    if all(_is_ours(ours, name) for name in scorers) and all(proof.isdisjoint(score.evidence) for score in known):
        path = ours.path if ours.scored_by else known[0].path
        yield Finding(
            "BC402",
            (*path, "scored_by"),
            voice.phrase(
                "{judges} alone scored {curve}",
                judges=listed([quoted(name) for name in scorers], voice),
                curve=quoted(ours.name),
            ),
            voice.phrase(
                "let buyers, noncustomers or people without a stake score it as well, and name them in `scored_by`"
            ),
        )


def _is_ours(ours: Curve, name: str) -> bool:
    spelt = folded(name)
    if spelt == folded(ours.name):
        return True
    return any(spelt in known.INSIDERS or spelt.replace(" ", "") in known.INSIDERS for known in lexicons(name))
