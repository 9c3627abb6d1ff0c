r"""Finds files that are not UTF-8, and characters that cannot be seen.

## What it does

Wants UTF-8, with or without a byte order mark, and names the encoding it looks like where it is another. Control
characters, characters that turn the direction of writing and other invisible ones are reported wherever they stand, be
they written as they are or as an escape in a quoted text. No suppression holds here.

## Why it matters

What a reviewer cannot see can say something else than what is drawn: a name that runs backwards, a factor that looks
like another one and is not.

## Example

```yaml
bluecanvas: 1
title: "Short-haul \u202Elevart ria"  # ! BC018
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
```

## Options

None.

## References

Unicode Technical Report 36, Unicode Security Considerations.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
