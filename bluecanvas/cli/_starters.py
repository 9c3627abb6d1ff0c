"""The canvases that `new` begins with."""

from __future__ import annotations

from datetime import date

_NO_DATE = "# date: YYYY-MM-DD                         # fill in the day these levels are of"

_FULL = """\
# A strategy canvas: what buyers get from us and from others, factor by factor.
#   bluecanvas plot  {file}      draws it
#   bluecanvas check {file}      says what does not hold
#   bluecanvas report {file}     writes it up
# Every number below is invented: put yours in its place.
bluecanvas: 1
title: {title}
market: Which market, where                # what the curves have in common
buyers: Whose eyes we look through         # levels are what these buyers receive, not what we spend
{date}
us: plan                                   # the curve that is ours to shape
tagline: {{text: Coffee you can make yourself, claims: {{lessons: high, service: low}}}}

factors:                                   # id: name; in the order of the x axis
  price: {{name: Price, kind: price}}        # drawn as it is: high = expensive
  service: Table service
  menu: Menu range
  roast: Fresh roast
  seats: Quiet seats
  lessons: Brewing lessons

groups:                                    # rivals that play the same game
  chains: Coffee chains
  bakeries: Bakeries with a counter

curves:                                    # levels run from 0 (not offered) to 10; null = unknown
  today:
    name: Us today
    role: as-is
    evidence: [guess]
    scores: {{price: 5, service: 5, menu: 6, roast: 4, seats: 4, lessons: 0}}
  plan:
    name: Us tomorrow
    role: to-be
    based_on: today                        # its levels come from there, then from the moves below
    evidence: [guess]
  chain:
    name: Coffee chain
    group: chains
    evidence: [guess]
    scores: {{price: 5, service: 3, menu: 8, roast: 3, seats: 4, lessons: 0}}
  bakery:
    name: Bakery
    group: bakeries
    evidence: [guess]
    scores: {{price: 4, service: 4, menu: 6, roast: 2, seats: 2, lessons: 0}}

errc:                                      # factor: the level it goes to, or {{to, why, owner, by, vs}}
  eliminate: {{service: {{why: Guests fetch their cup anyway}}}}
  reduce: {{menu: {{to: 4, why: Nine drinks make most of the sales}}}}
  raise: {{roast: {{to: 9, why: What regulars praise}}, seats: {{to: 8, why: Why they stay}}}}
  create: {{lessons: {{to: 7, why: Nobody teaches it}}}}

evidence:                                  # where the numbers come from
  guess: {{source: Our own guess, kind: guess}}
"""

_MINIMAL = """\
bluecanvas: 1
title: {title}
{date}
tagline: Coffee you can make yourself
factors: {{Price: {{kind: price}}}}
curves: {{Us today: {{role: as-is}}}}
scores:                                    # invented: put yours in their place
  - [Factor,          Us tomorrow, Us today, Coffee chain, Bakery]
  - [Price,                     5,        5,            5,      4]
  - [Table service,             0,        5,            3,      4]
  - [Menu range,                4,        6,            8,      6]
  - [Fresh roast,               9,        4,            3,      2]
  - [Quiet seats,               8,        4,            4,      2]
  - [Brewing lessons,           7,        0,            0,      0]
"""


def starter(title: str, file: str, day: date | None, minimal: bool = False) -> str:
    """A canvas to begin with, which passes its own check; without a day, its date waits to be filled in."""
    shape = _MINIMAL if minimal else _FULL
    return shape.format(title=quoted(title), file=file, date=_NO_DATE if day is None else f"date: {day.isoformat()}")


def quoted(text: str) -> str:
    """A text as a YAML scalar, in double quotes where it would not be read as typed."""
    plain = text.replace(" ", "").replace("-", "").replace("_", "")
    if plain.isalnum() and text == text.strip() and text[0] != "-" and text.lower() != "null":
        return text
    import json

    return json.dumps(text, ensure_ascii=False)
