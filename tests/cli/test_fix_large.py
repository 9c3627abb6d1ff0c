"""Large canvases are not fixed: every fix is proved by checking the whole file again."""

from __future__ import annotations

from pathlib import Path


def silent(factors: int, curves: int) -> str:
    """A canvas whose curves went another way than yesterday's, with hardly a move that says so."""
    names = ", ".join(f"c{at}" for at in range(curves))
    rows = [f"  - [f{at}, {at % 11}" + f", {(at * 3) % 11}" * (curves - 1) + "]" for at in range(factors)]
    return (
        f"bluecanvas: 1\ntitle: T\nscores:\n  - [F, {names}]\n"
        + "\n".join(rows)
        + "\ncurves: {c1: {role: as-is}}\nerrc: {raise: [f1]}\n"
    )


def test_a_canvas_of_more_levels_than_can_be_proved_is_left_alone(call):
    file = Path("big.canvas.yaml")
    file.write_text(silent(200, 51))
    before = file.read_bytes()
    done = call("check", "--fix", "--exit-zero", "big.canvas.yaml")
    assert done.status == 2
    assert "big.canvas.yaml has 10,200 levels, more than 10,000, so it was not fixed" in done.err
    assert file.read_bytes() == before


def test_one_that_a_person_writes_is_fixed(call):
    file = Path("some.canvas.yaml")
    file.write_text(silent(60, 40))
    assert call("check", "--fix", "--exit-zero", "some.canvas.yaml").status == 0
    assert "reduce" in file.read_text()
