"""A canvas with something of everything: what a template can find, to look templates through with."""

from __future__ import annotations

SAMPLE = b"""\
bluecanvas: 1
title: Sample
question: What for?
market: A market
buyers: Buyers
date: 2026-01
later: What came
tagline: {text: Fast and friendly, claims: {speed: high, service: high}}
scale: {min: 0, max: 10, step: 1, words: {0: none, 10: most}}
currency: EUR
cost_per: trip
us: plan
groups: {big: {name: Big ones}}
evidence:
  survey: {source: A survey, date: 2025-11, kind: survey, n: 120, url: https://example.com/survey, note: By telephone}
  unused: {source: An unused source}
factors:
  price: {name: Price, kind: price, importance: 30}
  speed: {name: Speed, importance: 40, theme: time, buyer_words: quick}
  service: {name: Service, importance: 20, kano: attractive, supports: [speed]}
  lounges: {name: Lounges, importance: 10}
curves:
  now: {name: Today, role: as-is, scores: {price: 6, speed: 4, service: 4, lounges: 6}}
  plan:
    name: Plan
    role: to-be
    scores:
      price: 3
      speed: {value: 9, low: 8, high: 10, n: 120, evidence: [survey], confidence: high, actual: 45 minutes, why: So they say}
      service: 8
      lounges: 0
  rival: {name: Rival, group: big, share: 0.5, scores: {price: 8, speed: 4, service: 3, lounges: 8}}
  other: {name: Other, group: big, share: 0.5, scores: {price: 7, speed: 5, service: 3, lounges: null}}
errc:
  eliminate: {lounges: {why: Nobody asks, owner: Somebody, by: 2026-12, vs: rival}}
  reduce: {price: {to: 3, why: To win drivers, evidence: [survey]}}
  raise: {speed: {to: 9, why: Time counts, evidence: [survey]}, service: {to: 8, why: It costs little}}
"""
