"""Finds codes for "no answer" that stand as levels: -99, -999, 999, 9999.

## What it does

Recognises a level outside the scale that survey software writes where nobody answered: -99, -999, -9999, 999 and
9999. It stands in place of BC001, so that one slip is one finding; 99 stays with BC001, for it is rather a 9 typed
twice. The same number on a scale that reaches so far is a level like any other.

## Why it matters

Taken for a level, one such code moves a mean further than all answers together. Unknown is not a number: it is a gap
in the line.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Price,          2,               6]
  - [Meals,        -99,               6]  # ! BC411
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Average airline]
  - [Price,          2,               6]
  - [Meals,       null,               6]
```

## Options

None.

## References

- Codes for missing answers are a checkable mistake of survey data; which numbers are codes is bluecanvas's own.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
