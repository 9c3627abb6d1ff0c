"""The peer of the terminal picture: the scores of a canvas as a table, with PyYAML and rich and nothing else."""

from __future__ import annotations

import sys

import yaml
from rich.console import Console
from rich.table import Table

with open(sys.argv[1], "rb") as stream:  # noqa: PTH123 - the least that does it
    canvas = yaml.load(stream, Loader=yaml.CSafeLoader)

curves = canvas["curves"].values()
table = Table(title=canvas["title"])
table.add_column("Factor")
for curve in curves:
    table.add_column(curve["name"], justify="right")
for key, factor in canvas["factors"].items():
    scores = [curve["scores"].get(key) for curve in curves]
    levels = [str(score["value"] if isinstance(score, dict) else score) for score in scores]
    table.add_row(factor["name"] if isinstance(factor, dict) else factor, *levels)
Console().print(table)
