r"""Stand-ins: what libyaml reads otherwise than YAML 1.2 means it is hidden from the parser, and shown again after it.

U+0085, U+2028 and U+2029 end lines and comments for libyaml and are ordinary characters in YAML 1.2; a character that
JSON writes as two escapes, such as \ud83d\ude00, is refused by libyaml. Every stand-in is as long as what it hides,
so that no position moves.
"""

from __future__ import annotations

import re

_NO_BREAKS = "\x85\u2028\u2029"
_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})")
_PRIVATE = range(0xF0000, 0xFFFFE)


class StandIns:
    """A text with stand-ins, and what the values that the parser makes of it really say."""

    def __init__(self, text: str) -> None:
        present = set(text)
        free = (chr(code) for code in _PRIVATE if chr(code) not in present)
        breaks = {char: next(free) for char in _NO_BREAKS if char in present}
        fill = next(free)
        pairs = dict(zip(dict.fromkeys(found.group(2) for found in _PAIR.finditer(text)), free, strict=False))

        def hide(found: re.Match[str]) -> str:
            pair = found.group(2)
            return found.group(1) + pairs[pair] + fill * (len(pair) - 1) if pair in pairs else found.group()

        self.text = _PAIR.sub(hide, text) if pairs else text
        for char, stand_in in breaks.items():
            self.text = self.text.replace(char, stand_in)
        back = {ord(stand_in): char for char, stand_in in breaks.items()} | {ord(fill): ""}
        self._typed = back | {ord(stand_in): pair for pair, stand_in in pairs.items()}
        self._meant = back | {ord(stand_in): _joined(pair) for pair, stand_in in pairs.items()}

    def reveal(self, value: str, escapes: bool) -> str:
        """A value without stand-ins; `escapes` where it stood in double quotes, which alone know escapes."""
        return value.translate(self._meant if escapes else self._typed)


def stand_ins(text: str) -> StandIns | None:
    """The text with stand-ins, None where it needs none."""
    needed = any(char in text for char in _NO_BREAKS) or ("\\u" in text and _PAIR.search(text) is not None)
    return StandIns(text) if needed else None


def _joined(pair: str) -> str:
    high, low = int(pair[2:6], 16), int(pair[8:12], 16)
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
