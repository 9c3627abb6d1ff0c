"""How findings are worded where the number decides."""

from __future__ import annotations

import pytest
from rule_marks import judged

HEAD = "bluecanvas: 1\nlanguage: en\n"
PROVEN = (
    "curves: {us: {scores: {a: {value: 1, n: %d}, b: 2}, evidence: s}, them: {scores: {a: 3, b: 4}}}\n"
    "factors: {a: A, b: B}\nevidence: {s: {source: Survey, kind: survey}}\n"
)


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("title: {en: Air, zh-Hant: 航空}\nscores: [[x, 甲], [乙, 1]]\n", "BC009", "2 of 3 texts are not given in zh-Hant:"),
        ("title: {en: Air, zh-Hant: 航空}\nmarket: US\nbuyers: {en: All, zh-Hant: 眾人}\nscores: [[x, '1'], ['2', 1]]\n",
         "BC009", "1 of 3 texts is not given in zh-Hant: `US`"),
        (PROVEN % 1, "BC412", "rests on 1 answer, which proves nothing (below 10)"),
        (PROVEN % 2, "BC412", "rests on 2 answers, which prove nothing (below 10)"),
        (PROVEN % 20, "BC412", "rests on 20 answers, fewer than 30"),
    ],
)  # fmt: skip
def test_one_is_said_otherwise_than_many(text, code, said):
    [message] = [one.message for one in judged(HEAD + text) if one.code == code]
    assert said in message
