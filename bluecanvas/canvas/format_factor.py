"""A factor as it is typed, with what a level of it costs."""

from __future__ import annotations

from typing import Any

from bluecanvas.canvas.format_scores import AUDIENCE, NAMES, POSITIVE, level_key
from bluecanvas.finding import Path
from bluecanvas.parsing import NAME, NUMBER, TEXT, WRONG, Choice, Entry, Mapped, Reader, Record, data_of, key
from bluecanvas.source import MAP, Node
from bluecanvas.words import Text


class QuantityEntry(Entry):
    """A quantity that is known within bounds."""

    low: float | None = key(NUMBER, "its lower end", required=True)
    high: float | None = key(NUMBER, "its upper end", required=True)
    evidence: tuple[str, ...] = key(NAMES, "ids of the evidence behind it", ())


class QuantityShape:
    """A number, or its two ends; kept as plain data."""

    _record = Record(QuantityEntry)

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """The number, or the mapping as plain data."""
        if node.kind is not MAP:
            return NUMBER.read(node, path, reader)
        before = len(reader.findings)
        self._record.read(node, path, reader)
        return data_of(node) if len(reader.findings) == before else WRONG

    def at_once(self, text: str) -> Any:
        """The number."""
        return NUMBER.at_once(text)

    def schema(self) -> dict[str, Any]:
        """Either."""
        return {"anyOf": [NUMBER.schema(), self._record.schema()]}


class CostEntry(Entry):
    """What a level of a factor costs."""

    per_point: Any = key(QuantityShape(), "what one point of the level costs")
    levels: Any = key(Mapped(QuantityShape(), level_key), "the cost at levels, as {0: 0, 5: 2, 10: 7}")


class CostShape:
    """A unit cost: by point or at levels, of which only what is given is kept."""

    _record = Record(CostEntry)

    def read(self, node: Node, path: Path, reader: Reader) -> Any:
        """`per_point`, or `levels` with numbers as keys."""
        cost = self._record.read(node, path, reader)
        if cost is WRONG:
            return WRONG
        given = {name: value for name, value in vars(cost).items() if name in CostEntry.keys}
        if len(given) > 1:
            message = "the cost is given by point and at levels"
            reader.report("BC019", (*path, "levels"), message, "keep one of the two", on_key=True)
        return given

    def schema(self) -> dict[str, Any]:
        """The mapping."""
        return self._record.schema()


class FactorEntry(Entry):
    """A competing factor."""

    name: Text | None = key(TEXT, "what buyers call it; the id where it is not given")
    kind: str | None = key(Choice("price"), "price for the one factor that is the price: high = expensive")
    direction: str | None = key(
        Choice("burden", "benefit"), "burden where a high level costs the buyer (waiting, fees, effort)"
    )
    importance: float | None = key(POSITIVE, "its weight among the factors, on any scale")
    theme: str | None = key(NAME, "what it has in common with other factors")
    kano: str | None = key(
        Choice("must-be", "one-dimensional", "attractive", "indifferent", "reverse"), "its Kano category"
    )
    buyer_words: Text | None = key(TEXT, "how buyers say it, quoted")
    cost: Any = key(CostShape(), "its unit cost: {per_point: 1.2} or {levels: {0: 0, 5: 2, 10: 7}}", {})
    supports: tuple[str, ...] = key(NAMES, "factors it depends on: it cannot be high while they are low", ())
    audience: str | None = key(AUDIENCE, "who may see it")
