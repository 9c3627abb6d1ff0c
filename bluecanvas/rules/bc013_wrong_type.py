"""Finds values of another kind than their key takes, and required keys that are missing.

## What it does

Reads every value as its key means it: numbers are finite and written in ASCII digits without quotes, `true` and `false`
are the only truth values, dates are 2026, 2026-10 or 2026-10-03, closed lists of words are listed in the message. What
YAML 1.1 made numbers or truth values of (`yes`, `1_000`, `12:30`) stays text. A canvas needs `bluecanvas: 1`, factors and
curves.

## Why it matters

A level that is a text is no level, and guessing one would put a number into a strategy that nobody gave.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, high]  # ! BC013
  - [Speed, "9", 4]  # ! BC013
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
```

## Fix

Takes the quotes from a number, writes its digits in ASCII, `true` for `yes`, and a choice with a slip of the pen as it is
spelled. Safe where nothing else can be meant.

## Options

None.

## References

The canvas file, format 1; YAML 1.2.2, core schema.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
