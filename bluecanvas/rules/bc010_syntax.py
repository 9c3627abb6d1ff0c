"""Finds what is no YAML, or not the YAML a canvas is written in.

## What it does

Reports what the parser cannot read, an empty file, a second document in the file, and tags such as `!!python/object`.
YAML is read as version 1.2 means it. The finding stands where reading stopped; the slip is often a line above.

## Why it matters

Nothing that stands behind the slip can be trusted to mean what was typed, so no rule is asked.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
market: Trips: under 800 km  # ! BC010
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
market: "Trips: under 800 km"
scores:
  - [Factor, Southwest, Airlines]
  - [Price, 2, 6]
```

## Options

None.

## References

YAML 1.2.2, yaml.org.
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
