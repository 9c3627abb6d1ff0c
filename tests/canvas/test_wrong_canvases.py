"""What is wrong with a canvas: each fault is one finding at its place, all of them in one run."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from findings_of import found, reading, told

SOUND = dedent("""\
    bluecanvas: 1
    factors: {price: Price, meals: Meals}
    curves:
      us: {scores: {price: 2, meals: 1}}
      them: {scores: {price: 6, meals: 6}}
    """)
"""Five lines that read clean; what is under test stands from line 6 on."""

ADDED = {
    "unknown key": ("markt: Europe", [(6, 1, "BC012")]),
    "unknown key inside": ("scale: {mix: 0}", [(6, 9, "BC012")]),
    "the author's own key": ("x-markt: [Europe, 1, {a: b}]", []),
    "merge key": ("<<: {title: Air}", [(6, 1, "BC012")]),
    "key twice": ("title: Air\ntitle: Sea", [(7, 1, "BC011")]),
    "key twice, spelt with - and _": ("cost_per: seat\ncost-per: trip", [(7, 1, "BC011")]),
    "key twice, first with -": ("cost-per: seat\ncost_per: trip", [(7, 1, "BC011")]),
    "key twice, accents typed in two ways": ("x-a: {é: 1, e\u0301: 2}", [(6, 13, "BC011")]),
    "key that is a list": ("? [a]\n: 1", [(6, 3, "BC013")]),
    "key that is a mapping": ("x-a: {{b: c}: 1}", [(6, 7, "BC013")]),
    "key that is nothing": ("? \n: 1", [(6, 2, "BC013")]),
    "key that is an empty text": ('"": 1', [(6, 1, "BC013")]),
    "name that is an empty text": ('evidence: {"": Survey}', [(6, 12, "BC013")]),
    "keys that YAML 1.1 took for one": ("x-a: {yes: 1, on: 2, true: 3, 1: 4, 1.0: 5, '1': 6}", [(6, 45, "BC011")]),
    "text that is empty": ("title: ''", [(6, 8, "BC013")]),
    "text that is missing": ("title:", [(6, 1, "BC013")]),
    "text that is a list": ("title: [a]", [(6, 1, "BC013")]),
    "text in a language that is none": ("title: {english: Air}", [(6, 9, "BC012")]),
    "text twice in one language": ("title: {zh-TW: 航空, zh-Hant: 航空業}", [(6, 20, "BC019")]),
    "language that is none": ("language: English", [(6, 11, "BC013")]),
    "Norwegian": ("language: no", []),
    "mapping that is a number": ("scale: 5", [(6, 8, "BC013")]),
    "mapping that is a list": ("evidence: [survey]", [(6, 1, "BC013")]),
    "number that is a word": ("scale: {max: ten}", [(6, 14, "BC013")]),
    "number in quotes": ('scale: {max: "10"}', [(6, 14, "BC013")]),
    "number with a leading zero": ("scale: {max: 010}", [(6, 14, "BC013")]),
    "number with _": ("scale: {max: 1_0}", [(6, 14, "BC013")]),
    "number that is a truth value": ("scale: {max: true}", [(6, 14, "BC013")]),
    "number that YAML 1.1 made a truth value": ("scale: {max: on}", [(6, 14, "BC013")]),
    "number that YAML 1.1 read as minutes": ("scale: {max: 1:30}", [(6, 14, "BC013")]),
    "number in full-width digits": ("scale: {max: １０}", [(6, 14, "BC013")]),
    "number that is infinite": ("scale: {max: .inf}", [(6, 14, "BC013")]),
    "number that is none": ("scale: {min: .nan}", [(6, 14, "BC013")]),
    "number beyond all bounds": ("scale: {max: 1e999}", [(6, 14, "BC013")]),
    "number larger than anybody counts": ("scale: {max: 1e300}", [(6, 14, "BC013")]),
    "ten, with an exponent": ("scale: {max: 1e1}", []),
    "ten, in base 16": ("scale: {max: 0xA}", []),
    "scale upside down": ("scale: {min: 10, max: 0}", [(6, 1, "BC013")]),
    "step below 0": ("scale: {step: -1}", [(6, 15, "BC013")]),
    "step wider than the scale": ("scale: {step: 11}", [(6, 15, "BC013")]),
    "step too fine to count": ("scale: {step: 1e-9}", [(6, 15, "BC013")]),
    "short scale without a step": ("scale: {min: 0, max: 6.5}", []),
    "word off the scale": ("scale: {words: {1: none, 11: best}}", [(6, 26, "BC001")]),
    "word at no level": ("scale: {words: {low: none}}", [(6, 17, "BC013")]),
    "choice that is none": ("height: ofering", [(6, 9, "BC013")]),
    "choice that is a list": ("order: [given]", [(6, 1, "BC013")]),
    "date of no calendar": ("date: 2026-02-30", [(6, 7, "BC013")]),
    "date in another form": ("date: 3.10.2026", [(6, 7, "BC013")]),
    "date in full-width digits": ("date: ２０２６", [(6, 7, "BC013")]),
    "year": ("date: 2026", []),
    "year in quotes": ("date: '2026'", []),
    "our curve that is not there": ("us: themm", [(6, 5, "BC015")]),
    "source of the weights that is not there": ("weights_from: survey", [(6, 15, "BC015")]),
    "claim of no factor": ("tagline: {text: Fast, claims: {speed: high}}", [(6, 32, "BC015")]),
    "claim that is none": ("tagline: {text: Fast, claims: {price: cheap}}", [(6, 39, "BC013")]),
    "tagline without text": ("tagline: {claims: {price: low}}", [(6, 1, "BC013")]),
    "grid with an unknown cell": ("errc: {rise: [price]}", [(6, 8, "BC012")]),
    "move with an unknown key": ("errc: {raise: {price: {too: 9}}}", [(6, 24, "BC012")]),
    "move to no level": ("errc: {raise: {price: high}}", [(6, 23, "BC013")]),
    "move off the scale": ("errc: {raise: {price: 11}}", [(6, 23, "BC001")]),
    "move off the scale, with details": ("errc: {raise: {price: {to: -1, why: Luck}}}", [(6, 28, "BC001")]),
    "move against nobody": ("errc: {raise: {price: {to: 9, vs: thm}}}", [(6, 35, "BC015")]),
    "move with proof that is not there": ("errc: {raise: {price: {evidence: [a, b]}}}", [(6, 35, "BC015"), (6, 38, "BC015")]),
    "list of factors with a mapping in it": ("errc: {raise: [price, {meals: 9}]}", [(6, 23, "BC013")]),
    "source that is a list": ("evidence: {a: [b]}\nweights_from: a", [(6, 12, "BC013")]),
    "count that is no whole number": ("evidence: {a: {source: A, n: 1.5}}", [(6, 30, "BC013")]),
    "count below 0": ("evidence: {a: {source: A, n: -1}}", [(6, 30, "BC013")]),
    "translation of nothing": ("texts: {de: {curves: {us2: Wir}, moves: {price: Weil}}}", [(6, 23, "BC015"), (6, 42, "BC015")]),
    "translation into no language": ("texts: {german: {title: Luft}}", [(6, 9, "BC012")]),
    "translation given twice": ("title: {en: Air, de: Luft}\ntexts: {de: {title: Luftfahrt}}", [(7, 21, "BC019")]),
    "translation into the canvas's own language": ("title: Air\ntexts: {en: {title: Flight}}", [(7, 21, "BC019")]),
    "language given twice": ("texts: {zh-TW: {title: 甲}, zh-Hant: {title: 乙}}", [(6, 28, "BC011")]),
    "alias without an anchor": ("us: *them", [(6, 5, "BC015")]),
    "alias without an anchor, for a level": ("scale: {max: *ten}", [(6, 14, "BC015")]),
    "alias within itself": ("x-a: &a [1, *a]", [(6, 13, "BC016")]),
    "tag of Python's": ("x-a: !!python/object/apply:os.system [ls]", [(6, 6, "BC010")]),
    "tag of one's own": ("title: !include secret.txt", [(6, 8, "BC010")]),
    "tag that does not fit": ("x-a: !!seq {b: c}", [(6, 6, "BC010")]),
    "tag of the core": ("title: !!str 2026", []),
    "second document": ("---\ntitle: Sea", [(6, 1, "BC010")]),
    "end of the document": ("...\n", []),
    "hidden character": ("title: a\u200bb", [(6, 9, "BC018")]),
    "hidden character, escaped": ('title: "a\\u200Bb"', [(6, 8, "BC018")]),
    "text turned around": ("title: a\u202eb", [(6, 9, "BC018")]),
    "character that is none": ("title: a\ufdd0b\U0001fffe", [(6, 9, "BC018"), (6, 11, "BC018")]),
    "hidden tag letters": ("title: a\U000e0041\U000e0042", [(6, 9, "BC018")]),
    "flag spelt with tag letters": ("title: \U0001f3f4\U000e0067\U000e0062\U000e007f", []),
    "joined emoji": ("title: 👩\u200d🚀 ❤\ufe0f", []),
    "several at once": ("markt: a\ndate: soon\nus: nobody", [(6, 1, "BC012"), (7, 7, "BC013"), (8, 5, "BC015")]),
}  # fmt: skip


def test_the_canvas_they_are_added_to_is_sound():
    assert told(SOUND) == []


@pytest.mark.parametrize(("added", "expected"), ADDED.values(), ids=ADDED)
def test_one_fault_is_one_finding(added: str, expected: list[tuple[int, int, str]]):
    assert found(SOUND + added) == expected


CURVES = {
    "level in quotes": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals}
        curves:
          us: {scores: {price: "2", meals: no}}
          them: {scores: {price: 6, meals: .nan}}
        """,
        [(4, 24, "BC013"), (4, 36, "BC013"), (5, 36, "BC013")],
    ),
    "levels off the scale": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals}
        curves:
          us: {scores: {price: 17, meals: {value: -0.5, why: x}}}
          them: {scores: {price: {value: 6, low: -1, high: 11}, meals: 6}}
        """,
        [(4, 24, "BC001"), (4, 43, "BC001"), (5, 42, "BC001"), (5, 52, "BC001")],
    ),
    "intervals": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals}
        curves:
          us: {scores: {price: {value: 2, low: 1}, meals: {value: 1, low: 3, high: 2}}}
          them: {scores: {price: {value: 6, low: 1, high: 2}, meals: {value: 6, low: x, high: 7}}}
        """,
        [(4, 35, "BC013"), (4, 67, "BC019"), (5, 34, "BC019"), (5, 78, "BC013")],
    ),
    "levels for what is no factor": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals}
        curves:
          us: {scores: {price: 2, meels: 1}}
          them: {scores: {price: 6, Meals: 6}}
        """,
        [(4, 27, "BC015")],
    ),
    "level twice, by id and by name": (
        """
        bluecanvas: 1
        factors: {price: Price}
        curves:
          us: {scores: {price: 2, Price: 3}}
          them: {scores: {Price: 6}}
        """,
        [(4, 27, "BC011")],
    ),
    "no level, and not said so": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals, speed: Speed}
        curves:
          us: {scores: {price: 2, speed: 9}}
          them: {scores: {price: 6, meals: null, speed: ~}}
        """,
        [(4, 3, "BC002")],
    ),
    "factor without any level": (
        """
        bluecanvas: 1
        scores:
          - [Factor, us, them]
          - [Price, 2, 6]
        factors: {Pirce: {kind: price}}
        """,
        [(5, 11, "BC002")],
    ),
    "curve without any level": (
        """
        bluecanvas: 1
        scores:
          - [Factor, Southwest, Airlines]
          - [Price, 2, 6]
        curves: {Soutwest: {role: to-be}}
        """,
        [(5, 10, "BC002")],
    ),
    "based on nothing": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals}
        curves:
          us: {based_on: old, scores: {price: 2}}
          next: {based_on: us, role: to-be}
          them: {scores: {price: 6, meals: 6}}
        """,
        [(4, 18, "BC015")],
    ),
    "based on itself": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals}
        curves:
          us: {based_on: us, scores: {price: 2}}
          them: {scores: {price: 6, meals: 6}}
        """,
        [(4, 18, "BC016")],
    ),
    "based on each other": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals}
        curves:
          us: {based_on: next, scores: {price: 2}}
          next: {based_on: last, role: to-be}
          last: {based_on: us, role: to-be}
          them: {based_on: last}
        """,
        [(4, 18, "BC016")],
    ),
    "scores that are a list": (
        """
        bluecanvas: 1
        factors: {price: Price}
        curves:
          us: {scores: [2]}
          them: {scores: {price: 6}}
        """,
        [(4, 8, "BC013")],
    ),
    "curve that is a number": (
        """
        bluecanvas: 1
        factors: {price: Price}
        curves:
          us: 5
          them: {scores: {price: 6}}
        """,
        [(4, 7, "BC013")],
    ),
    "shares and roles": (
        """
        bluecanvas: 1
        factors: {price: Price}
        us: them
        curves:
          us: {role: as-is, share: 61, scores: {price: 2}}
          old: {role: as-is, scores: {price: 2}}
          them: {role: rival, scores: {price: 6}}
          wanted: {role: wishes, scores: {price: 6}}
        """,
        [(3, 5, "BC019"), (5, 28, "BC013"), (6, 15, "BC019"), (8, 18, "BC013")],
    ),
    "two prices": (
        """
        bluecanvas: 1
        factors: {price: {kind: price}, fee: {kind: price}, tax: {kind: Price}}
        curves:
          us: {scores: {price: 2, fee: 1, tax: 1}}
        """,
        [(2, 45, "BC019")],
    ),
    "two grids": (
        """
        bluecanvas: 1
        factors: {price: Price}
        curves:
          us: {scores: {price: 2}, errc: {raise: price}}
        errc: {raise: price}
        """,
        [(4, 28, "BC019")],
    ),
    "grid of nobody": (
        """
        bluecanvas: 1
        factors: {price: Price}
        curves:
          them: {role: rival, scores: {price: 2}}
        errc: {raise: price}
        """,
        [(5, 1, "BC015")],
    ),
    "supports, costs and groups": (
        """
        bluecanvas: 1
        factors:
          price: {supports: [meals, mels], cost: {per_pint: 1}}
          meals: {supports: price, cost: {levels: {0: 0, five: 2}}}
          speed: {cost: {per_point: 1, levels: {0: 0}}}
          bags: {cost: {per_point: {low: 1}}}
        groups: {full: Full service}
        curves:
          us: {group: ful, scores: {price: 2, meals: 1, speed: 1, bags: 1}}
        """,
        [(3, 29, "BC015"), (3, 43, "BC012"), (4, 50, "BC013"), (5, 32, "BC019"), (6, 17, "BC013"), (9, 15, "BC015")],
    ),
    "ambiguous names": (
        """
        bluecanvas: 1
        factors: {a: Speed, b: Speed}
        groups: {us: Our group}
        curves:
          us: {scores: {Speed: 2, a: 1, b: 1}}
          them: {scores: {a: 1, b: 1}}
        errc: {raise: {a: {vs: us}, Speed: 9}}
        """,
        [(5, 17, "BC015"), (7, 24, "BC015"), (7, 29, "BC015")],
    ),
    "curve on another scale": (
        """
        bluecanvas: 1
        factors: {price: Price, meals: Meals, speed: Speed}
        curves:
          us: {scores: {price: 0.2, meals: 0.1, speed: 0.9}}
          them: {scores: {price: 6, meals: 6, speed: 4}}
          others: {scores: {price: 60, meals: 60, speed: 40}}
        """,
        [(4, 3, "BC003"), (6, 3, "BC003"), (6, 28, "BC001"), (6, 39, "BC001"), (6, 50, "BC001")],
    ),
    "half steps of a declared scale": (
        """
        bluecanvas: 1
        scale: {min: 0, max: 5, step: 0.5}
        factors: {price: Price, meals: Meals, speed: Speed}
        curves:
          us: {scores: {price: 0.5, meals: 0, speed: 1}}
          them: {scores: {price: 4, meals: 3, speed: 2}}
        """,
        [],
    ),
    "a target off the scale in a second cell": (
        """
        bluecanvas: 1
        scores: [[F, us, them], [a, 1, 2], [b, 2, 4]]
        errc: {reduce: [a], raise: {a: {to: 17}}}
        """,
        [(3, 37, "BC001")],
    ),
    "table": (
        """
        bluecanvas: 1
        scores:
          - [Factor, us, them, us]
          - [Price, 2, 6, 1]
          - [Meals, 1, 6]
          - [Price, 1, 6, 1]
          - [Speed, 9, 4, 1, 2]
          - []
          - Comfort
          - {Comfort: 1}
          - ['', 1, 2, 3]
          - [null, 1, 2, 3]
          - [Safety, high, "4", 1]
        """,
        [
            (3, 24, "BC011"), (5, 5, "BC014"), (6, 6, "BC011"), (7, 5, "BC014"), (8, 5, "BC014"), (9, 5, "BC013"),
            (10, 5, "BC013"), (11, 6, "BC013"), (12, 6, "BC013"), (13, 14, "BC013"), (13, 20, "BC013"),
        ],
    ),
    "ambiguous names in a table": (
        """
        bluecanvas: 1
        factors: {a: Speed, b: Speed}
        curves: {x: {name: Us}, y: {name: Us}}
        scores:
          - [Factor, Us, Them]
          - [Speed, 1, 2]
        """,
        [(5, 14, "BC015"), (6, 6, "BC015")],
    ),
    "a cell that says all but the level": (
        """
        bluecanvas: 1
        scores: [[Factor, us, them], [Price, {n: 3}, {low: 1, high: 2}]]
        curves: {us: {scores: {Price: {value: 5}}}, them: {scores: {Price: {why: Luck}}}}
        """,
        [(3, 45, "BC002")],
    ),
    "cost that is a number": ("bluecanvas: 1\nfactors: {a: {cost: 5}}\ncurves: {us: {scores: {a: 1}}}", [(2, 21, "BC013")]),
    "groups that are a list": (
        "bluecanvas: 1\ngroups: [a]\ncurves: {us: {group: a, scores: {p: 1}}}", [(2, 1, "BC013")],
    ),
    "cell that is a list of lists": (
        "bluecanvas: 1\ncurves: {us: {scores: {p: 1}}}\nerrc: {raise: [[p]], reduce: [p]}", [(3, 16, "BC013")],
    ),
    "short scale, shares": ("bluecanvas: 1\nscale: {max: 1, step: 0.1}\nscores: [[F, a, b], [p, 0.1, 1]]", []),
    "full-width key without a value": (
        "bluecanvas: 1\nscores: [[F, a, b], [p, 1, 2]]\nscale: {min，0}", [(3, 9, "BC020")],
    ),
    "table without curves": (
        """
        bluecanvas: 1
        scores:
          - [Factor]
          - [Price]
        """,
        [(3, 5, "BC014")],
    ),
    "table and mappings that differ": (
        """
        bluecanvas: 1
        scores:
          - [Factor, us, them]
          - [Price, 2, 6]
          - [Meals, null, {value: 6, evidence: menus}]
        curves:
          us: {scores: {Price: 2, Meals: 1}}
          them: {scores: {Price: {low: 7, high: 8}, Meals: null}}
        """,
        [(4, 16, "BC019"), (5, 40, "BC015"), (7, 34, "BC019"), (8, 52, "BC019")],
    ),
    "table that is a mapping": (
        """
        bluecanvas: 1
        scores: {Price: {us: 2}}
        """,
        [(2, 1, "BC013")],
    ),
    "header alone": (
        """
        bluecanvas: 1
        scores:
          - [Factor, us]
        """,
        [(1, 1, "BC013")],
    ),
    "no version": ("title: Air\nscores: [[F, a, b], [p, 1, 2]]", [(1, 1, "BC013")]),
    "another version": ("bluecanvas: 2\nscores: [[F, a, b], [p, 1, 2]]", [(1, 13, "BC013")]),
    "version in quotes": ("bluecanvas: '1'\nscores: [[F, a, b], [p, 1, 2]]", [(1, 13, "BC013")]),
    "nothing but the version": ("bluecanvas: 1", [(1, 1, "BC013")]),
    "empty file": ("", [(1, 1, "BC010")]),
    "comments alone": ("# a canvas\n", [(1, 1, "BC010")]),
    "a text": ("just a text", [(1, 1, "BC013")]),
    "a list": ("- bluecanvas: 1", [(1, 1, "BC013")]),
    "null": ("~", [(1, 1, "BC013")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CURVES.values(), ids=CURVES)
def test_every_fault_is_found_in_one_run(text: str, expected: list[tuple[int, int, str]]):
    assert found(text) == expected


SAID = {
    "markt: x": ("unknown key 'markt'", "did you mean `market`?"),
    "scale: {max: 1_0}": ("expected a number, found `1_0`", "write 10"),
    "scale: {max: '10'}": ('expected a number, found the text "10"', "write it without quotes"),
    "scale: {max: １０}": ("expected a number, found `１０`", "write 10"),
    "scale: {max: 60%}": ("expected a number, found `60%`", "write 60, or 0.6 for a share"),
    "scale: {max: -010}": ("expected a number, found `-010`", "write -10"),
    "height: ofering": ("`ofering` is not one of offering, perceived or investment", "did you mean `offering`?"),
    "errc: {raise: {price: 17}}": ("17 is outside 0 to 10", "levels run from 0 to 10; another scale is declared with"),
    "us: thm": ("there is no curve 'thm'", "did you mean `them`? known here: us, them"),
    "date: 2026-02-30": ("2026-02-30 is no day of the calendar", "write it as 2026, 2026-10 or 2026-10-03"),
    "title:": ("expected a text, found nothing", "write it, or leave the key out"),
}


@pytest.mark.parametrize("added", [added for added, said in SAID.items() if said])
def test_a_message_says_what_is_wrong_and_how_to_mend_it(added: str):
    [(_, _, _, message, hint)] = told(SOUND + added)
    expected = SAID[added]
    assert expected is not None
    assert message == expected[0]
    assert hint.startswith(expected[1])


@pytest.mark.parametrize(
    "text", [*(SOUND + added for added, _ in ADDED.values()), *(text for text, _ in CURVES.values())]
)
def test_messages_speak_as_the_house_does(text: str):
    for *_, message, hint in told(text):
        for said in (message, hint):
            assert not said.endswith("."), said
            assert not re.match("[A-Z][a-z]", said) or said.split()[0] in text, said
            assert "None" not in said, said
            assert "object at" not in said, said


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "scores: [[F, a]" + "".join(f", [f{at}, 1]" for at in range(501)) + "]",
            "the canvas has 501 factors, more than 500",
        ),
        (
            "curves: {" + ", ".join(f"c{at}: {{scores: {{p: 1}}}}" for at in range(101)) + "}",
            "the canvas has 101 curves, more than 100",
        ),
        (
            "curves: {a: {scores: {p: 1}}}\nerrc: {raise: [" + "p, " * 1001 + "]}",
            "the grid has 1,001 moves, more than 1,000",
        ),
    ],
)
def test_more_than_a_picture_can_show_is_refused(text: str, message: str):
    done = reading(f"bluecanvas: 1\n{text}")
    assert [(it.code, it.message) for it in done.findings] == [("BC017", message)]


def test_a_file_with_more_faults_than_anybody_reads_is_read_no_further():
    done = reading(SOUND + "".join(f"unknown{at}: 1\n" for at in range(2000)))
    assert len(done.findings) == 501
    assert done.canvas is None
    assert done.findings[-1].code == "BC017"
    assert done.findings[-1].message == "reading stopped here, after 500 findings"
