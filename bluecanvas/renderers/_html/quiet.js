// Quiet curves have points one at a time: the one last asked for, so that a page of many stays quick.
function waking(block, one, now, enliven) {
  let awake = null;

  function wake(c) {
    now[c].forEach((level, k) => {
      if (!known(level)) return;
      const [x, y] = one.spot(c, k).map(value => value + "%");
      one.hold(c, k, drawn("circle", { class: "sign", r: 3.5, cx: x, cy: y, x, y }));
    });
    enliven(c);
  }

  function sleep(c) {
    one.points[c].forEach(point => point.remove());
    one.points[c] = [];
  }

  function ask(c) {
    const held = one.curves[awake]?.[1].contains(document.activeElement);
    if (c === awake || held || !block.lines[c]?.quiet) return;
    if (awake !== null) sleep(awake);
    wake(c);
    awake = c;
  }
  one.strokes.forEach((lines, c) => lines.forEach(line => line.addEventListener("pointerdown", () => ask(c))));
  return ask;
}
