"""Findings in the reader's language: another language changes what they say, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from rule_marks import AS_OF

from bluecanvas.canvas import read
from bluecanvas.checking import Held, check, examine, examine_all
from bluecanvas.checking.options import options_of, speaks
from bluecanvas.finding import Verdict
from bluecanvas.frameworks.reading import judge
from bluecanvas.publishing.shipped import examples
from bluecanvas.rules import every, rule
from bluecanvas.words.catalogues import FOLDER, languages, po

OTHERS = [language for language in languages() if language != "en"]
CHINESE = ["zh-Hans", "zh-Hant"]
CASES = sorted((Path(__file__).parent / "cases").rglob("*.yaml"))
CODE = re.compile(r"`[^`]*`")


def canvases() -> Iterator[tuple[str, bytes]]:
    """The canvases on the rules' own pages, the cases of their edges, and the gallery."""
    for known in every():
        for at, text in enumerate(re.findall(r"^```yaml\n(.*?)^```$", known.page, re.MULTILINE | re.DOTALL)):
            yield f"{known.code}-{at}", text.encode()
    for path in CASES:
        yield path.stem, path.read_bytes()
    for example in examples():
        yield example.name, Path(example.path).read_bytes()


@cache
def found(language: str) -> list[tuple[str, Verdict]]:
    """Every finding on every canvas in a language, each with the canvas's name."""
    settings = AS_OF.saying(language)
    return [(name, one) for name, data in canvases() for one in check(data, name, settings)]


@cache
def is_whole(language: str) -> bool:
    """Whether a language has a translation of every text."""
    name = f"{language}.po"
    return all(all(entry.said) for entry in po.read((FOLDER / name).read_text(encoding="utf-8"), name))


def bare(verdict: Verdict) -> Verdict:
    """A verdict without what is said in a language."""
    fix = verdict.fix._replace(title="") if verdict.fix else None
    return verdict._replace(message="", hint="", fix=fix, english="")


def spoken(language: str) -> Iterator[tuple[str, Verdict, Verdict]]:
    """Findings of rules that speak: the canvas's name, the finding in English and in the language."""
    for (name, one), (_, said) in zip(found("en"), found(language), strict=True):
        if rule(one.code).check is not None:
            yield name, one, said


def test_every_rule_that_looks_by_itself_speaks():
    silent = [known.code for known in every() if known.check is not None and not speaks(known)]
    assert silent == []
    assert all("voice" not in options_of(known) for known in every())


def test_every_rule_is_heard_here():
    heard = {one.code for _, one in found("en")}
    assert [known.code for known in every() if known.code not in heard] == []


@pytest.mark.parametrize("language", OTHERS)
def test_what_is_found_where_and_how_much_it_weighs_is_the_same(language):
    assert [(name, bare(one)) for name, one in found(language)] == [(name, bare(one)) for name, one in found("en")]


@pytest.mark.parametrize("language", OTHERS)
def test_a_finding_is_known_by_what_it_says_in_english(language):
    assert [one.known_as for _, one in found(language)] == [one.message for _, one in found("en")]


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_said_as_in_english(language):
    if not is_whole(language):
        pytest.skip("its catalogue has gaps, and says what is there in English")
    alike = [
        (name, text)
        for name, one, said in spoken(language)
        for text, other in [
            (one.message, said.message),
            (one.hint, said.hint),
            *([(one.fix.title, said.fix.title)] if one.fix and said.fix else []),
        ]
        if text and text == other
    ]
    assert alike == []


@pytest.mark.parametrize("language", OTHERS)
def test_names_in_backticks_stay_as_typed(language):
    lost = [
        (name, one.message, said.message)
        for name, one, said in spoken(language)
        if not set(CODE.findall(one.message)) <= set(CODE.findall(said.message))
    ]
    assert lost == []


@pytest.mark.parametrize("language", CHINESE)
def test_beside_names_and_keys_a_message_is_chinese(language):
    """Nothing is left of an English sentence, and no place is left open."""
    quotes = r"「.*?」" if language == "zh-Hant" else "“.*?”"
    for name, _, said in spoken(language):
        plain = re.sub(rf"{quotes}|zh-Han[st]", "", CODE.sub("", said.message))
        assert not re.search(r"[A-Za-z]{3}|\{\w+\}", plain), (name, said.message)


@pytest.mark.parametrize(
    ("code", "language", "message", "hint"),
    [
        ("BC007", "zh-Hant", "`Point to point` 是未來曲線，卻沒有曲線呈現我方現況",
         "請以 `role: as-is` 加入我方今天的曲線，或把這條標為現況"),
        ("BC007", "zh-Hans", "`Point to point` 是未来曲线，却没有曲线呈现我方现状",
         "请以 `role: as-is` 加入我方今天的曲线，或把这条标为现状"),
        ("BC301", "zh-Hant", "剔除 `Meals`：`Southwest` 仍提供 3 分（0.5 分以下視為未提供）",
         "請把水準設為 0，或移到 `reduce`"),
        ("BC308", "zh-Hans", "`Price`（高＝贵）：四项行动没有列入这项，但 `Southwest` 的水平 2 比`Average airline`（6 分）低 4 分"
         "（差距达 2 分即为一项行动）", "请加到 `reduce`"),
    ],
)  # fmt: skip
def test_as_a_strategist_says_it(code, language, message, hint):
    said = next(one for name, one in found(language) if name == f"{code}-0" and one.code == code)
    assert (said.message, said.hint) == (message, hint)


TWINS = """\
bluecanvas: 1
title: {en: Air, zh-Hant: 航空}
curves:
  Us: {name: {en: Us, zh-Hant: 我們}, scores: {a: 8, b: 2, c: 8, d: 2}}
  Rail: {name: {en: Rail, zh-Hant: 高鐵}, scores: {a: 8, b: 2, c: 8, d: 3}}
"""


def test_an_accusation_is_the_reading_s_own_sentence():
    """With the names that the canvas has in that language, as the scorecard beside it."""
    canvas = read(TWINS.encode()).canvas
    (told,) = judge(canvas, "divergence")
    said = next(one for one in check(TWINS.encode(), settings=AS_OF.saying("zh-TW")) if one.code == "BC201")
    assert said.message.startswith(told.why_in("zh-TW") + "（最近者 ")
    assert "「我們」等於把「高鐵」的曲線重畫一遍" in said.message
    assert said.english.startswith("on your own scores, Us draws the curve of Rail again")


def test_what_is_kept_of_a_canvas_is_no_sentence():
    reading = read(TWINS.encode())
    asked = [AS_OF.saying(language) for language in ("en", "zh-Hant", "ja", "zh-Hant", "en")]
    first, *others = [examine(reading, "a.yaml", settings) for settings in asked]
    assert others[-1] == first
    assert others[0] == others[2] == check(TWINS.encode(), "a.yaml", asked[1])
    together = examine_all([Held(reading, "a.yaml", settings) for settings in asked])
    assert together == [first, *others]


JUDGES = """\
bluecanvas: 1
title: Air
curves:
  Bus: {scored_by: [x], scores: {a: 5, b: 5, c: 4, d: 6, e: 5, f: 5}}
  Rail: {scores: {a: 0, b: 7, c: 3, d: 9, e: 1, f: 2}}
"""


def test_the_order_is_that_of_english():
    """Here each of the two would come first by what it says."""
    english, chinese = (
        [one.message for one in check(JUDGES.encode(), settings=AS_OF.saying(language)) if one.code == "BC401"]
        for language in ("en", "zh-Hans")
    )
    assert [text[:12] for text in english] == ["all 6 levels", "all levels o"]
    assert [text.partition(" ")[0] for text in chinese] == ["`x`", "`Bus`"]
    assert chinese != sorted(chinese)


def test_a_language_without_words_is_english():
    assert AS_OF.saying("fr") == AS_OF.saying(None) == AS_OF
    assert check(JUDGES.encode(), settings=AS_OF.saying("fr")) == check(JUDGES.encode(), settings=AS_OF)


GERMAN = """\
msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

msgctxt "decimal"
msgid "."
msgstr ","

msgid "{n} factor on the canvas, fewer than {least}"
msgid_plural "{n} factors on the canvas, fewer than {least}"
msgstr[0] "nur {n} Faktor, weniger als {least}"
msgstr[1] "nur {n} Faktoren, weniger als {least}"

msgid "`{option}` at {level} is a token (a creation starts at {bar})"
msgstr "`{option}` ist mit {level} kaum zu merken (ab {bar} ist es etwas Neues)"
"""


def test_a_language_of_one_s_own_is_spoken_sentence_by_sentence(tmp_path, monkeypatch):
    (tmp_path / "de.po").write_text(GERMAN, encoding="utf-8")
    monkeypatch.setenv("BLUECANVAS_CATALOGUES", str(tmp_path))
    text = "bluecanvas: 1\ntitle: A\nscores: [[F, Us, Them], [Speed, 2.5, 0]]\nerrc: {create: [Speed]}\n"
    said = {one.code: one.message for one in check(text.encode(), settings=AS_OF.saying("de-AT"))}
    assert said["BC101"] == "nur 1 Faktor, weniger als 5"
    assert said["BC307"] == "create `Speed`: `Us` ist mit 2,5 kaum zu merken (ab 3 ist es etwas Neues)"
    assert said["BC008"] == "the canvas has no date"


def test_a_canvas_says_what_it_says_whatever_places_it_has():
    text = "bluecanvas: 1\ntitle: A\nscores: [[F, '{level}', Them], ['{option}', 2, 0]]\nerrc: {create: ['{option}']}\n"
    for language in ("en", "zh-Hant"):
        said = {one.code: one.message for one in check(text.encode(), settings=AS_OF.saying(language))}
        assert "`{option}`" in said["BC307"]
        assert "`{level}`" in said["BC307"]
