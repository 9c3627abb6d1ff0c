"""Finds suppressing comments that do not say why.

## What it does

Wants words behind the brackets of `# bluecanvas: ignore[BC308]` and `# bluecanvas: ignore-file[BC308]`. The comment
suppresses all the same.

## Why it matters

Whoever reads the canvas next year has to know whether the reason still holds. Reports pass it on.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
  - [Meals, 1, 6]
  - [Speed, 9, 4]
# the next line may say more, but it has to be said where the rule is named
errc:
  reduce:
    Price: 2
    Meals: 1
  raise: {Speed: 9}
  create: [Speed]  # bluecanvas: ignore[BC306, BC309]  # ! BC022
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
errc:
  reduce:
    Price: 2
    Meals: 1
  raise: {Speed: 9}
  create: [Speed]  # bluecanvas: ignore[BC306, BC309] the 2005 grid as it was printed
```

## Options

None.

## References

The rule is bluecanvas' own.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.WARNING
