"""Finds canvases whose date is more than a year ago.

## What it does

Compares `date` with the day that is asked for (`--as-of`, or `SOURCE_DATE_EPOCH`): without one it is silent, so that no
build turns red by itself. A year or a month counts to its last day. A canvas that says what became of the strategy
(`later`) is a case of the past and does not age; one without a date is BC008's.

## Why it matters

Rivals copy what works, and a curve that stood apart converges with theirs. A canvas that is not looked at again after
a year shows a market that is gone, and the plan built on it protects an advantage that may be too.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
date: 2024-10                                              # ! BC908
scores:
  - [Factor, Southwest, Average airline]
  - [Price,          2,               6]
  - [Speed,          9,               4]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
date: 2026-10
scores:
  - [Factor, Southwest, Average airline]
  - [Price,          2,               6]
  - [Speed,          9,               4]
```

## Options

- `months` (default 12): the age in months above which a canvas is stale.

## References

- W. Chan Kim and Renée Mauborgne, *Blue Ocean Strategy*, chapter 10: watch the value curves and innovate again when
  they converge. The twelve months are bluecanvas's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bluecanvas.canvas.model import Canvas
from bluecanvas.finding import Finding, Level
from bluecanvas.words.voice import ENGLISH, Voice

if TYPE_CHECKING:
    from datetime import date  # dear to import, and few runs ask
LEVEL = Level.ADVICE


def check(canvas: Canvas, *, voice: Voice = ENGLISH, months: int = 12, as_of: date | None = None) -> Iterator[Finding]:
    """Yield a finding at a date whose last day is more than `months` before `as_of`."""
    if canvas.date is None or canvas.later is not None or as_of is None:
        return
    if _grown(canvas.date, months) < (as_of.year, as_of.month, as_of.day):
        yield Finding(
            "BC908",
            ("date",),
            voice.phrase(
                "the canvas is of {date}, more than {months} months before {day}",
                date=canvas.date,
                months=months,
                day=as_of.isoformat(),
            ),
            voice.phrase("look at every curve again, the rivals' first, and date it anew"),
        )


def _grown(typed: str, months: int) -> tuple[int, int, int]:
    """Year, month and day so many months after the last day of a date as typed; 31 stands for a month's last day."""
    parts = [int(part) for part in typed.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    years, at = divmod(month - 1 + months, 12)
    return parts[0] + years, at + 1, parts[2] if len(parts) > 2 else 31
