"""Texts in several languages: beside the text, in one place, and what references may then say."""

from __future__ import annotations

from textwrap import dedent

from findings_of import found, sound, told

from bluecanvas.checking import check
from bluecanvas.checking.fixing import mend


def test_a_text_may_be_given_in_each_language():
    """
    bluecanvas: 1
    language: de
    title: {de: Luft, en: Air, zh-TW: 航空}
    scores: [[Faktor, wir, sie], [Preis, 1, 2]]
    factors: {Preis: {name: {fr: Prix, en: Price}}}
    """
    canvas = sound(test_a_text_may_be_given_in_each_language.__doc__)
    assert canvas.title == "Luft"
    assert [canvas.title.say(tag) for tag in ("en-GB", "zh-Hant", "zh-HK", "zh-Hans", "it")] == [
        "Air", "航空", "航空", "Luft", "Luft",
    ]  # fmt: skip
    assert canvas.factor("Preis").name == "Prix"  # the canvas's language is not among them: the first given
    assert canvas.languages == ("de", "en", "zh-Hant", "fr")


def test_a_text_may_be_given_in_one_place():
    """
    bluecanvas: 1
    title: Air
    tagline: Fast
    market: US
    cost_per: seat
    scale: {words: {0: none, 10: best}}
    scores: [[Factor, us, them], [price, 1, 2], [speed, 2, 1]]
    groups: {full: Full}
    curves: {them: {group: full}}
    evidence: {menus: Menus}
    errc: {raise: {speed: {to: 2, why: Because}}}
    texts:
      de:
        title: Luft
        tagline: Schnell
        market: USA
        buyers: Reisende
        cost_per: Sitz
        factors: {price: Preis, speed: Tempo}
        curves: {us: wir, them: sie}
        groups: {full: Voll}
        evidence: {menus: Speisekarten}
        moves: {speed: Weil}
        words: {0: nichts, 10: das Beste}
    """
    canvas = sound(test_a_text_may_be_given_in_one_place.__doc__)
    tagline, grid = canvas.tagline, canvas.curve("us").grid
    assert tagline is not None
    assert grid is not None
    assert [
        text.say("de")
        for text in (
            canvas.title, tagline.text, canvas.market, canvas.buyers, canvas.cost_per, canvas.factor("price").name,
            canvas.factor("speed").name, canvas.curve("us").name, canvas.curve("them").name,
            canvas.group("full").name, canvas.source("menus").source, grid.moves[0].why, *canvas.scale.words.values(),
        )
    ] == [
        "Luft", "Schnell", "USA", "Reisende", "Sitz", "Preis", "Tempo", "wir", "sie", "Voll", "Speisekarten", "Weil",
        "nichts", "das Beste",
    ]  # fmt: skip
    assert (canvas.title, canvas.factor("price").name) == ("Air", "price")


def test_references_may_say_a_name_in_any_language():
    """
    bluecanvas: 1
    factors: {p: {name: Price}, s: Speed}
    curves:
      a: {name: Us, scores: {票價: 1, Tempo: 2}}
      b: {name: {en: Them, de: Sie}, based_on: Us}
    us: Sie
    errc: {raise: [速度]}
    tagline: {text: Fast, claims: {Speed: high, 票價: low}}
    texts:
      zh-Hant: {factors: {p: 票價, s: 速度}}
      de: {factors: {Speed: Tempo}}
    """
    canvas = sound(test_references_may_say_a_name_in_any_language.__doc__)
    assert canvas.us == "b"
    assert canvas.curve("b").based_on == "a"
    assert canvas.curve("b").grid.moves[0].factor == "s"
    assert canvas.tagline.claims == {"s": "high", "p": "low"}


def test_a_translation_finds_what_it_translates_by_id_or_name():
    """
    bluecanvas: 1
    factors: {p: Price, s: Speed}
    curves:
      us: {scores: {p: 1, s: 2}}
      them: {scores: {p: 2, s: 1}, group: Cheap}
      others: {scores: {p: 2, s: 1}, group: Dear}
    errc: {raise: {Speed: {why: Because}}, reduce: {p: {why: So}}}
    texts:
      de: {moves: {s: Weil, Price: Darum}, groups: {Cheap: Billig}, factors: {Price: Preis}}
    """
    canvas = sound(test_a_translation_finds_what_it_translates_by_id_or_name.__doc__)
    grid = canvas.curve("us").grid
    assert grid is not None
    assert [move.why.say("de") for move in grid.moves] == ["Darum", "Weil"]
    assert [group.name.say("de") for group in canvas.groups] == ["Billig", "Dear"]
    assert canvas.curve("others").group == "Dear"


def test_an_exact_id_wins_over_a_name():
    """
    bluecanvas: 1
    factors: {price: Speed, Speed: Price}
    curves: {us: {scores: {Speed: 1, price: 2}}}
    """
    canvas = sound(test_an_exact_id_wins_over_a_name.__doc__)
    assert [canvas.curve("us").level(id) for id in ("price", "Speed")] == [2, 1]


def test_accents_are_one_however_they_are_typed():
    canvas = sound(
        "bluecanvas: 1\nscores: [[F, Cafe\u0301, Bar], [Thé, 1, 2]]\n"
        "us: Café\nfactors: {The\u0301: {kind: price}}\nerrc: {reduce: The\u0301}\n"
    )
    assert canvas.us == "Café"
    assert canvas.price is not None
    assert canvas.curve("Café").grid.moves[0].factor == "Thé"


def test_translations_that_translate_nothing():
    """
    bluecanvas: 1
    scores: [[Factor, us, them], [price, 1, 2]]
    texts:
      de:
        tagline: Schnell
        factors: {prize: Preis}
        words: {3: gut}
        titel: Luft
        moves: {price: Weil}
    """
    assert found(test_translations_that_translate_nothing.__doc__) == [
        (5, 5, "BC015"), (6, 15, "BC015"), (7, 13, "BC015"), (8, 5, "BC012"), (9, 13, "BC015"),
    ]  # fmt: skip


def test_keys_typed_in_chinese_are_known_and_mended():
    text = """
        bluecanvas: 1
        标题: 共享充电宝
        scores: [[要素, 我方, 竞品], [押金, 0, 8], [速度, 9, 4]]
        errc: {剔除: [押金], 提升: [速度]}
        """
    assert told(text) == [
        (2, 1, "BC012", "unknown key '标题': keys are English in every language", "write `title`"),
        (4, 8, "BC012", "unknown key '剔除': keys are English in every language", "write `eliminate`"),
        (4, 18, "BC012", "unknown key '提升': keys are English in every language", "write `raise`"),
    ]
    mended = mend(dedent(text).lstrip().encode(), check).data.decode()
    assert "title: 共享充电宝" in mended
    assert "errc: {eliminate: [押金], raise: [速度]}" in mended
