"""The two sides of a comparison: what of the one is what of the other, and how things are called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bluecanvas.canvas.model import Canvas, Curve, Factor
from bluecanvas.comparing.pairing import Pairs, pair_named
from bluecanvas.comparing.renames import pair_renamed
from bluecanvas.comparing.saying import Saying
from bluecanvas.finding import Verdict
from bluecanvas.frameworks._order import in_order
from bluecanvas.named import NamedTuple
from bluecanvas.words import Text


class Sides(NamedTuple):
    """Two canvases, the pairs of their things, and who says what changed."""

    old: Canvas
    new: Canvas
    curves: Pairs[Curve]
    factors: Pairs[Factor]
    curve_ids: dict[str, str]
    """The new id of every old curve that is still there; and so on."""
    factor_ids: dict[str, str]
    group_ids: dict[str, str]
    source_ids: dict[str, str]
    say: Saying

    @property
    def language(self) -> str:
        """The language names are said in."""
        return self.say.names

    @property
    def same_scale(self) -> bool:
        """Whether a level means the same on both sides as written."""
        return (self.old.scale.min, self.old.scale.max) == (self.new.scale.min, self.new.scale.max)

    def curve(self, curve: Curve) -> str:
        """What a curve is called in a sentence."""
        return self.say.name(curve.name)

    def factor(self, factor: Factor) -> str:
        """What a factor is called in a sentence."""
        return self.say.name(factor.name)

    def same_level(self, before: float | None, after: float | None) -> bool:
        """Whether two levels, one of each side, are the same: as written on one scale, else as shares of the two."""
        if before is None or after is None or self.same_scale:
            return before == after
        return round(self.old.scale.share(before), 9) == round(self.new.scale.share(after), 9)

    def shares(self, before: float | None, after: float | None) -> tuple[float | None, float | None] | None:
        """Two levels as shares of the two scales, where those are not the same."""
        if self.same_scale:
            return None
        return (
            None if before is None else round(self.old.scale.share(before), 9),
            None if after is None else round(self.new.scale.share(after), 9),
        )

    def sources(self, ids: tuple[str, ...], old: bool = False) -> tuple[str, ...]:
        """Ids of evidence in one order, those of the old side as the new one calls them."""
        return tuple(sorted(self.source_ids.get(id, id) for id in ids) if old else sorted(ids))

    def retold(self, before: Text | None, after: Text | None) -> Iterator[tuple[str, str | None, str | None]]:
        """The languages a text is given otherwise in, "" for the canvas's own, with both; a translation more is none."""
        if before is None or after is None:
            if before is not after:
                yield "", before, after
            return
        mine = {**before.translations, self.old.language: str(before)}
        yours = {**after.translations, self.new.language: str(after)}
        shared = [language for language in yours if language in mine]
        if not shared and before != after:
            yield "", str(before), str(after)
        for language in shared:
            if mine[language] != yours[language]:
                yield "" if language == self.new.language else language, mine[language], yours[language]


class Wholes(NamedTuple):
    """Two canvases with what the reader of their comparison may not see, and what is found in each."""

    old: Canvas
    new: Canvas
    before: Sequence[Verdict] = ()
    after: Sequence[Verdict] = ()


def sides(old: Canvas, new: Canvas, language: str | None = None) -> Sides:
    """The sides of a comparison, paired; curves come ours first.

    What changed is said in a language; without one in English, with names in the new canvas's own language.
    """
    factors, curves = pair_renamed(old, new)
    place = {curve.id: at for at, curve in enumerate(in_order(new))}
    curves = curves._replace(both=tuple(sorted(curves.both, key=lambda pair: place[pair[1].id])))
    return Sides(
        old,
        new,
        curves,
        factors,
        curves.ids,
        factors.ids,
        pair_named(old.groups, new.groups).ids,
        pair_named(old.evidence, new.evidence).ids,
        Saying(language, language or new.language),
    )
