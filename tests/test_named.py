"""Named tuples are those of `typing`, made with less."""

from __future__ import annotations

import pickle
import typing
from typing import get_type_hints

import pytest

from bluecanvas.finding import Span
from bluecanvas.named import NamedTuple


class Ours(NamedTuple):
    """A level."""

    factor: str
    value: float | None = None
    """Unknown where it is None."""
    path: tuple[str, ...] = ()

    @property
    def is_known(self) -> bool:
        return self.value is not None

    def said(self) -> str:
        return f"{self.factor}: {self.value}"


class Theirs(typing.NamedTuple):
    """A level."""

    factor: str
    value: float | None = None
    """Unknown where it is None."""
    path: tuple[str, ...] = ()


def test_a_class_is_as_typing_makes_it():
    for name in ("_fields", "_field_defaults", "__doc__", "__module__", "__slots__", "__match_args__", "__bases__"):
        assert getattr(Ours, name) == getattr(Theirs, name), name
    assert Ours.__qualname__ == Ours.__name__ == "Ours"
    assert get_type_hints(Ours) == get_type_hints(Theirs)


def test_values_are_tuples_with_names():
    speed = Ours("Speed", value=9)
    assert speed == ("Speed", 9, ())
    assert hash(speed) == hash(("Speed", 9, ()))
    assert (speed.factor, speed.is_known, speed.said()) == ("Speed", True, "Speed: 9")
    assert speed._replace(value=3) == Ours("Speed", 3)
    assert speed._asdict() == Theirs("Speed", 9)._asdict()
    assert repr(speed) == "Ours(factor='Speed', value=9, path=())"
    assert pickle.loads(pickle.dumps(speed)) == speed
    assert type(pickle.loads(pickle.dumps(speed))) is Ours


def test_what_is_not_given_is_asked_for_and_nothing_is_changed():
    with pytest.raises(TypeError, match="factor"):
        Ours()
    with pytest.raises(AttributeError):
        Ours("Speed").value = 2


def test_the_values_of_the_package_are_made_so():
    assert Span.__new__.__annotations__ == {"start": "int", "end": "int"}  # texts, where typing has compiled them
