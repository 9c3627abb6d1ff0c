// Quiet curves have points one at a time: the one last asked for, so that a page of many stays quick.
function waking(block, drawings, now, enliven) {
  let awake = null;

  function wake(one, c) {
    now[c].forEach((level, k) => {
      if (!known(level)) return;
      const [x, y] = one.spot(c, k).map(value => value + "%");
      one.hold(c, k, drawn("circle", { class: "sign", r: 3.5, cx: x, cy: y, x, y }));
    });
    enliven(one, c);
  }

  function sleep(one, c) {
    one.points[c].forEach(point => point.remove());
    one.points[c] = [];
  }

  function ask(c) {
    const held = drawings.some(({ curves }) => curves[awake]?.[0].contains(document.activeElement));
    if (c === awake || held || !block.lines[c]?.quiet) return;
    for (const one of drawings) {
      if (awake !== null) sleep(one, awake);
      wake(one, c);
    }
    awake = c;
  }
  for (const { strokes } of drawings)
    strokes.forEach((lines, c) => lines.forEach(line => line.addEventListener("pointerdown", () => ask(c))));
  return ask;
}
