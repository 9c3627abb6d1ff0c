"""Rows of the table with a cell too many: a comma cut a name or a number in two, or there is a level too many."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise

from bluecanvas.canvas.format_scores import ScoreShape
from bluecanvas.finding import Path
from bluecanvas.parsing import Reader
from bluecanvas.parsing.mending import number_joined, text_joined
from bluecanvas.parsing.reader import is_number_cut, said
from bluecanvas.parsing.scalars import number_of
from bluecanvas.source import MAP, SCALAR, Node
from bluecanvas.words import listed

_SCORE = ScoreShape()
_MOST_NAMED = 3
_MOST_JOINED = 10
_LONGEST_ANSWER = 20
_LEVELS_IN_WORDS = """
    na nan inf infinity nil null none nothing unknown unclear missing empty tbd tba tbc tbs todo pending
    notknown notavailable notapplicable nodata noidea dontknow yes no on off true false ok low medium mid high
    zero one two three four five six seven eight nine ten
    ka unbekannt offen fehlt ja nein nd inconnu oui non desconocido si sí ns
    未知 未定 待定 不明 不详 不詳 不适用 不適用 暂无 暫無 无 無 没有 沒有 有 是 否 高 中 低 零
    なし 無し あり 有り 該当なし はい いいえ わからない
    없음 있음 미정 모름 불명 예 네 아니오 아니요 해당없음 높음 보통 낮음
"""  # what people write where a level is unknown or no number: the letters only, in lower case
_ANSWERS = frozenset(_LEVELS_IN_WORDS.split())


def report_too_long(
    row: list[Node], path: Path, wanted: int, message: str, known: Callable[[str], bool], reader: Reader
) -> bool:
    """Report a row with more cells than the header, and why; whether its cells are levels all the same.

    `message` says how many there are; `known` whether a name is a declared factor's.
    """
    extra = len(row) - wanted
    parts = row[: extra + 1]
    others: Sequence[int]
    cuts = [at for at in range(1, len(row) - 1) if is_number_cut(row[at], row[at + 1])]
    if _is_word(parts[0]) and all(_is_word(part) and not _has_digit(part.text) for part in parts[1:]):
        _report_name(row, parts, cuts, path, message, known, reader)
        others = range(extra + 1, len(row))
    elif len(cuts) == extra and all(after > before + 1 for before, after in pairwise(cuts)):
        cut = {each for at in cuts for each in (at, at + 1)}
        others = [at for at in range(1, len(row)) if at not in cut]
        _report_numbers(row, cuts, others, path, reader)
    else:
        hint = [*_decimals(row, cuts), "each curve has one level in a row"]
        if any(_is_word(part) for part in parts[1:]):
            hint.append("a name that holds a comma stands in quotes")
        reader.report("BC014", path, message, "; ".join(hint))
        return True
    for at in others:  # nobody knows yet whose levels these are; what is none of them is wrong anyway
        _SCORE.read(row[at], (*path, at), reader)
    return False


def _report_name(
    row: list[Node],
    parts: list[Node],
    cuts: list[int],
    path: Path,
    message: str,
    known: Callable[[str], bool],
    reader: Reader,
) -> None:
    whole = ", ".join(part.text for part in parts)
    shown = said(", ".join(part.text[:100] for part in parts[:_MOST_JOINED]))
    if cuts:
        hint = f'{_decimals(row, cuts)[0]}; else quote the whole name: "{shown}"'
        reader.report("BC020", path, f"{message}: a comma cut a number or the name in two", hint)
        return
    sure = all(map(_is_level, row[len(parts) :])) and (known(whole) or not any(known(part.text) for part in parts))
    fix = text_joined(parts, (*path, 0), [(*path, at) for at in range(1, len(parts))], sure)
    reader.report("BC020", path, f"{message}: a comma cut the name in two", f'quote the whole name: "{shown}"', fix=fix)


def _report_numbers(row: list[Node], cuts: list[int], others: Sequence[int], path: Path, reader: Reader) -> None:
    spaced = all(row[at].end + 1 < row[at + 1].start for at in sorted({*range(len(row) - 1)} - {*cuts}))
    sure = spaced and all(_is_level(row[at]) for at in others)
    for at in cuts:
        number, rest = row[at].text, row[at + 1].text
        whole = f"{number}.{rest}"
        fix = number_joined(whole, (*path, at), (*path, at + 1))
        hint = f"write {whole}"
        if len(rest) == 3:  # it may as well separate thousands
            hint += f" or {number}{rest}"
        safe = sure and len(rest) != 3
        reader.report("BC020", (*path, at), "a comma cut the number in two", hint, fix=fix._replace(safe=safe))


def _decimals(row: list[Node], cuts: list[int]) -> list[str]:
    """How to write the numbers that may have been cut, as one remark; none where there are none, or too many to name."""
    if not 0 < len(cuts) <= _MOST_NAMED:
        return ["write a decimal comma as a point"] if cuts else []
    pairs = [(said(row[at].text), said(row[at + 1].text)) for at in cuts]
    cut, whole = (listed([mark.join(pair) for pair in pairs]) for mark in ",.")
    return [f"if {cut} is one number, write {whole}"]


def _is_level(cell: Node) -> bool:
    if cell.kind is SCALAR:
        return cell.is_null or (cell.plain and number_of(cell.text) is not None)
    return cell.kind is MAP


def _is_word(cell: Node) -> bool:
    """Whether a cell may be a piece of a name: neither a number of some sort nor an answer in the place of a level."""
    text = cell.text
    if cell.kind is not SCALAR or not cell.plain or cell.is_null or text[0].isdigit() or text.isnumeric():
        return False
    if len(text) > _LONGEST_ANSWER:
        return any(map(str.isalpha, text))
    letters = "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text).casefold()))
    return letters not in _ANSWERS and (len(letters) > 1 or (letters != "" and not letters.isascii()))


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
