"""The schemas of build servers' own files, as check-jsonschema carries them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fetching import download, fetched, unpacked
from jsonschema.validators import validator_for

VERSION = "0.39.0"


def held_against(request: pytest.FixtureRequest, name: str, data: Any) -> list[str]:
    """What a schema has against some data; the test is skipped where the schema cannot be had."""

    def fetch(folder: Path) -> Path:
        download(folder, "the schemas of build servers", f"check-jsonschema=={VERSION}")
        return unpacked(folder, f"{name}.json")

    schema = json.loads(fetched(request, f"{name}-{VERSION}.json", fetch).read_text(encoding="utf-8"))
    return [f"{error.json_path}: {error.message}" for error in validator_for(schema)(schema).iter_errors(data)]
