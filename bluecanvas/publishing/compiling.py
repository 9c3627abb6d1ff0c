"""Compiled templates, kept for later runs by everything that they are made from."""

from __future__ import annotations

from hashlib import blake2b
from importlib.util import MAGIC_NUMBER
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from bluecanvas.publishing.jobs import Kept


class Compiled(BytecodeCache):
    """Jinja's cache of what it compiled, which takes longer than ten renderings; `maker` is the file that says how."""

    def __init__(self, kept: Kept, maker: Path) -> None:
        self._kept, self._maker = kept, maker

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja what was compiled before from the same text under the same name."""
        data = self._kept.recall(self._made_from(bucket))
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what Jinja has compiled."""
        self._kept.keep(self._made_from(bucket), bucket.bytecode_to_string())

    def _made_from(self, bucket: Bucket) -> str:
        """The template's name and text, Python, Jinja, and what says how to compile."""
        how = blake2b(self._maker.read_bytes(), digest_size=16).hexdigest()
        return f"{bucket.key} {bucket.checksum} {MAGIC_NUMBER!r} {jinja2.__version__} {how}"
