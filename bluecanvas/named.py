"""Named tuples that cost a short run little: `typing.NamedTuple`, but no annotation is compiled as a class is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import namedtuple

    class _Making(type):
        """Makes a named tuple of the annotated names in a class's body, with all else that stands there."""

        def __new__(cls, name, bases, body):
            """The named tuple; the base itself, which no value is of, is made as any class."""
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.pop("__annotations__", {})
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body.pop("__module__"))
            made.__annotations__ = made.__new__.__annotations__ = fields
            for key, value in body.items():
                setattr(made, key, value)
            return made

    class NamedTuple(metaclass=_Making):
        """A tuple whose places have names."""
