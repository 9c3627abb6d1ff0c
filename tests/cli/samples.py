"""The canvas most tests of the command line begin with."""

TABLE = """\
bluecanvas: 1
title: Short-haul air travel
date: 2026
factors: {Price: {kind: price}}
curves: {Us today: {role: as-is}}
scores:
  - [Factor,    Us, Us today, Rail, Airlines]
  - [Price,      2,        4,    3,        6]
  - [Meals,      1,        5,    4,        6]
  - [Lounges,    0,        3,    1,        7]
  - [Hubs,       1,        6,    1,        7]
  - [Kindness,   8,        5,    4,        4]
  - [Speed,      9,        6,    2,        4]
tagline: The speed of a plane with the kindness of a host
"""
"""A canvas without findings, so that each test adds the one it needs."""
