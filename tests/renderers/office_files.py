"""Office files taken apart: their parts, what they refer to outside, and whether every part is well-formed."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

_FORMULA = re.compile(rb"<f(?! *>[A-Z]+[0-9]+(-[A-Z]+[0-9]+)?</f>)[ >]")
"""Any but the sheet's own, which repeat a cell or take one from another."""


def parts(data: bytes) -> dict[str, bytes]:
    """Every part by name, the workbooks within taken apart too."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            found[name] = archive.read(name)
            if name.endswith(".xlsx"):
                found |= {f"{name}!{inner}": content for inner, content in parts(found[name]).items()}
    return found


def faults(data: bytes) -> list[str]:
    """What no file of ours may hold: parts that are no XML, formulas, links outside, and links that lead nowhere."""
    found = []
    held = parts(data)
    for name, content in held.items():
        if name.endswith((".png", ".xlsx")):
            continue
        try:
            root = ET.fromstring(content)
        except ET.ParseError as error:
            found.append(f"{name}: {error}")
            continue
        if "!xl/worksheets" in f"!{name}" and _FORMULA.search(content):
            found.append(f"{name}: a formula")
        if b'TargetMode="External"' in content or b"hlinkClick" in content:
            found.append(f"{name}: a link outside")
        if name.endswith(".rels"):
            folder = name.rpartition("_rels/")[0]
            for link in root:
                target = _joined(folder, link.attrib["Target"])
                if target not in held:
                    found.append(f"{name}: nothing at {target}")
    return found


def _joined(folder: str, target: str) -> str:
    outer, _, inner = folder.rpartition("!")
    steps: list[str] = []
    for step in (inner + target).split("/"):
        if step == "..":
            steps.pop()
        elif step:
            steps.append(step)
    return f"{outer}!{'/'.join(steps)}" if outer else "/".join(steps)
