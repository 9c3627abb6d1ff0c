"""The page on themes: its example draws, its mistake says what the page shows, its tables name every key there is."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from pathlib import Path

import pytest

from bluecanvas.cli._themes import ColoursFile, FontFile, ThemeFile
from bluecanvas.renderers._palette import PALETTES

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "themes.md"
pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="no source tree to document")


def test_its_commands_print_what_it_shows(tmp_path):
    text = PAGE.read_text(encoding="utf-8")
    (tmp_path / "canvases").symlink_to(ROOT / "canvases")
    (example,) = re.findall(r"(?s)Save this as `house.yaml`:\n\n```yaml\n(.*?)```", text)
    (tmp_path / "house.yaml").write_text(example, encoding="utf-8")
    sessions = re.findall(r"(?s)```console\n(.*?)```", text)
    assert len(sessions) == 2
    for session in sessions:
        commands = [line[2:] for line in session.splitlines() if line.startswith("$ ")]
        shown = [line.removesuffix(" ...") for line in session.splitlines() if not line.startswith("$ ")]
        script = f"PATH={sysconfig.get_path('scripts')}:$PATH; {'; '.join(commands)}"
        done = subprocess.run(["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False)
        said = (done.stdout + done.stderr).splitlines()
        assert len(said) == len(shown)
        assert all(line.startswith(start) for line, start in zip(said, shown, strict=True)), said


def test_its_tables_name_every_theme_and_every_key():
    text = PAGE.read_text(encoding="utf-8")
    named = {
        word.replace("-", "_")
        for row in re.findall(r"(?m)^\| (`.*?) \|", text)
        for word in re.findall(r"`([\w-]+)`", row)
    }
    assert named == {*PALETTES, *ThemeFile.keys, *ColoursFile.keys}
    assert all(f"{key}: " in text for key in FontFile.keys)
