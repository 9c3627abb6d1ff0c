"""What reading bytes finds, and where each scalar stands."""

from __future__ import annotations

from bluecanvas.finding import Finding, Place
from bluecanvas.source import Kind, Node, Source, read


def found(data: bytes | str) -> list[tuple[int, int, str]]:
    """(line, column, code) of every finding of reading bytes as YAML."""
    source = read(data.encode() if isinstance(data, str) else data)
    return [(place(source, it).line, place(source, it).column, it.code) for it in source.findings]


def place(source: Source, finding: Finding) -> Place:
    return source.place(finding.span or source.locate(finding.path, finding.on_key))


def at(source: Source, path: tuple[str | int, ...], on_key: bool = False) -> str:
    """The text at a path, as the file has it."""
    span = source.locate(path, on_key)
    return source.text[span.start : span.end]


def plain(node: Node | None) -> object:
    """Texts as typed, lists and dictionaries, whatever the texts may mean."""
    assert node is not None
    if node.kind == Kind.SCALAR:
        return node.text
    if node.kind == Kind.LIST:
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.items}
