"""The peer of many PNGs: every canvas of a folder as one chart, with PyYAML and matplotlib and nothing else.

Called with the folder and how many. Prints the most memory held, in MiB.
"""

from __future__ import annotations

import resource
import sys
from pathlib import Path

import yaml
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

for path in sorted(Path(sys.argv[1]).glob("*.canvas.yaml"))[: int(sys.argv[2])]:
    canvas = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
    figure = Figure(figsize=(10, 5.6), dpi=200)
    FigureCanvasAgg(figure)
    figure.subplots_adjust(bottom=0.25)
    axes = figure.add_subplot()
    names = [factor["name"] if isinstance(factor, dict) else factor for factor in canvas["factors"].values()]
    places = range(len(names))
    for name, curve in canvas["curves"].items():
        scores = [(curve.get("scores") or {}).get(key) for key in canvas["factors"]]
        levels = [score["value"] if isinstance(score, dict) else score for score in scores]
        axes.plot(places, levels, marker="o", label=curve.get("name", name))
    axes.set_title(canvas["title"])
    axes.set_ylim(0, 10)
    axes.set_xticks(places, names, rotation=30, ha="right")
    axes.legend()
    figure.savefig(Path(sys.argv[1], "picture.png"))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform == "linux" else 1024**2))
