"""Finds texts that YAML's short forms have cut or joined against their author's will.

## What it does

Looks for a text cut short by ` #`, which begins a comment; a key without a value where a comma split a text inside
`{…}` or a name in a row of the table; a decimal comma; a `?`, which begins a key, where null is meant; and full-width
`，：［］｛｝、` where YAML needs ASCII.

## Why it matters

The file is sound YAML and says something else than its author reads: half a sentence is gone, or three cells are one.

## Example

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  southwest:
    scores:
      price: {value: 2, why: near the cost of driving, on most trips}  # ! BC020
      meals: 1
  airlines: {scores: {price: 6, meals: 6}}
evidence:
  menus: Menus of flight #112 and others  # ! BC020
```

## Better

```yaml
bluecanvas: 1
title: Short-haul air travel
factors: {price: Price, meals: Meals}
curves:
  southwest:
    scores:
      price: {value: 2, why: "near the cost of driving, on most trips"}
      meals: 1
  airlines: {scores: {price: 6, meals: 6}}
evidence:
  menus: "Menus of flight #112 and others"
```

## Fix

Joins what a comma cut and quotes it where it is a text, and separates names and the cells of a row at full-width commas.
Safe where nothing else can be meant: not where the part behind the comma could be a name of its own.

## Options

None.

## References

YAML 1.2.2, sections 6.6 (comments) and 7.3.3 (plain style).
"""

from __future__ import annotations

from bluecanvas.finding import Level

LEVEL = Level.ERROR
