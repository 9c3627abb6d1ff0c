"""The format `concise`: one line a finding."""

from __future__ import annotations

from sample_verdicts import ALL, SUMMARY

from bluecanvas.reporters import report


def test_a_line_a_finding():
    assert report("concise", ALL, SUMMARY) == (
        "canvases/air.canvas.yaml:3:1: warning BC305 `Us` at 4 is not well above [not-well-above]\n"
        "canvases/air.canvas.yaml:8:17: error BC001 17 is outside 0 to 10 [out-of-scale]\n"
        "canvases/b.canvas.yaml:2:1: advice BC008 the canvas has no date [undated]\n"
    )


def test_nothing_found_is_nothing_said():
    assert report("concise", [], SUMMARY) == ""
