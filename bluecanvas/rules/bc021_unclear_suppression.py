"""Finds suppressing comments that cannot be followed, and therefore suppress nothing.

## What it does

Reads every comment that begins with `# bluecanvas: ignore[` or `# bluecanvas: ignore-file[`, or nearly so, and reports
those that name no rule, a rule that does not exist, or one that cannot be suppressed: a file that could not be read
(BC010, BC017, BC018) is not made readable by a comment. Rules are named by their code or their name, one by one.

## Why it matters

A comment that suppresses everything also hides what nobody has thought of yet, and one with a slip in it looks like a
decision that was never taken.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
date: 2026-10
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]  # bluecanvas: ignore  # ! BC021
  - [Speed, 9, 4]  # bluecanvas: ignore[BC380] published so  # ! BC021
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
date: 2026-10
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
errc:
  reduce: [Meals]
  # bluecanvas: ignore[silent-move] the published grid says nothing of the price and of speed
```

## Options

None.

## References

A suppression names what it suppresses; the rule is bluecanvas' own.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.WARNING
