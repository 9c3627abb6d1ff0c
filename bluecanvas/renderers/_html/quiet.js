// Quiet curves have points one at a time: the one last asked for, so that a page of many stays quick.
function waking(block, one, now, enliven) {
  let awake = null;

  function wake(c) {
    now[c].forEach((level, k) => {
      if (!known(level)) return;
      one.hold(c, k, drawn("circle", { class: "sign", r: 3.5 }));
      one.settle(c, k);
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
  one.strokes.forEach((lines, c) => lines.forEach(line => on(line, "pointerdown", () => ask(c))));
  return ask;
}
