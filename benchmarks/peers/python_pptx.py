"""The peer of the presentation: the curves of a canvas as one native chart, with PyYAML and python-pptx and nothing else.

Called with the canvas and the presentation.
"""

from __future__ import annotations

import sys

import yaml
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

with open(sys.argv[1], "rb") as stream:  # noqa: PTH123 - the least that does it
    canvas = yaml.load(stream, Loader=yaml.CSafeLoader)

data = CategoryChartData()
data.categories = [factor["name"] if isinstance(factor, dict) else factor for factor in canvas["factors"].values()]
for curve in canvas["curves"].values():
    scores = [curve["scores"].get(key) for key in canvas["factors"]]
    data.add_series(curve["name"], [score["value"] if isinstance(score, dict) else score for score in scores])
deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[5])
slide.shapes.title.text = canvas["title"]
slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, Inches(0.5), Inches(1.5), Inches(9), Inches(5.5), data)
deck.save(sys.argv[2])
