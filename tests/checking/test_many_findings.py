"""A rule that fires thousands of times: the first findings are listed, and it is said that there are more."""

from __future__ import annotations

from collections import Counter

from bluecanvas.checking import Settings, check
from bluecanvas.finding import Place

MOST = 500


def options(count: int, comment: str = "") -> bytes:
    """So many moves that say to eliminate what is still offered, a hundred an option."""
    axis = [f"f{at}" for at in range(100)]
    lines = [f"bluecanvas: 1{comment}", "title: Many options", "factors:", *[f"  {id}: {{}}" for id in axis]]
    lines += ["curves:", f"  rival: {{role: rival, scores: {{{', '.join(f'{id}: 5' for id in axis)}}}}}"]
    for at in range(count // 100):
        lines += [f"  option-{at}:", "    role: to-be", f"    scores: {{{', '.join(f'{id}: 7' for id in axis)}}}"]
        lines += [f"    errc: {{eliminate: [{', '.join(axis)}]}}"]
    return "\n".join(lines).encode()


def found(text: bytes, *select: str) -> list[tuple[str, Place]]:
    return [(one.message, one.place) for one in check(text, settings=Settings.of(select or ["BC301"]))]


def test_as_many_as_are_listed_are_all_there():
    assert len(found(options(MOST))) == MOST


def test_the_first_are_listed_and_it_is_said_at_the_top_that_there_are_more():
    top, *listed = found(options(MOST + 100))
    assert top == ("still-offered is found more than 500 times: the others are not listed", Place(1, 1, 1, 1))
    assert listed == found(options(MOST))


def test_that_there_are_more_is_said_in_the_language_asked_for():
    plain, chinese = (
        check(options(MOST + 100), settings=Settings.of(["BC301"]).saying(language)) for language in ("en", "zh-Hant")
    )
    assert chinese[0].message == "still-offered 已發現超過 500 處：其餘不再列出"
    assert chinese[0].known_as == plain[0].message
    assert [(one.place, one.known_as) for one in chinese] == [(one.place, one.message) for one in plain]


def test_each_rule_is_cut_by_itself():
    counts = Counter(one.code for one in check(options(2000)))
    assert counts["BC301"] == MOST + 1
    assert max(counts.values()) == MOST + 1
    assert len(counts) > 3


def test_a_comment_for_the_whole_file_holds_for_all_of_them():
    verdicts = check(options(MOST + 100, "  # bluecanvas: ignore-file[BC301] a draft"), settings=Settings.of(["BC301"]))
    assert len(verdicts) == MOST + 1
    assert all(one.suppressed for one in verdicts)


def test_no_comment_is_called_unused_for_what_is_not_listed():
    text = options(MOST + 100) + b"  # bluecanvas: ignore[BC301] this one stays"
    assert "BC023" not in {one.code for one in check(text)}
