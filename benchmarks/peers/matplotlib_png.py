"""The peer of the PNG: the curves of a canvas as one chart, with PyYAML and matplotlib and nothing else.

Called with the canvas, the picture, and its width and height in pixels.
"""

from __future__ import annotations

import sys

import yaml
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

DPI = 200

with open(sys.argv[1], "rb") as stream:  # noqa: PTH123 - the least that does it
    canvas = yaml.load(stream, Loader=yaml.CSafeLoader)

figure = Figure(figsize=(int(sys.argv[3]) / DPI, int(sys.argv[4]) / DPI), dpi=DPI)
FigureCanvasAgg(figure)
figure.subplots_adjust(bottom=0.25)
axes = figure.add_subplot()
names = [factor["name"] if isinstance(factor, dict) else factor for factor in canvas["factors"].values()]
places = range(len(names))
for curve in canvas["curves"].values():
    scores = [curve["scores"].get(key) for key in canvas["factors"]]
    levels = [score["value"] if isinstance(score, dict) else score for score in scores]
    axes.plot(places, levels, marker="o", label=curve["name"])
axes.set_title(canvas["title"])
axes.set_ylim(0, 10)
axes.set_xticks(places, names, rotation=30, ha="right")
axes.legend()
figure.savefig(sys.argv[2])
