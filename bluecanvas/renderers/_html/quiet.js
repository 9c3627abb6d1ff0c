// Quiet curves have points one at a time: the one last asked for, so that a page of many stays quick.
function waking(block, drawings, now, enliven) {
  let awake = null;

  function wake(one, c) {
    now[c].forEach((level, k) => {
      if (!known(level)) return;
      const [x, y] = one.spot(c, k), held = drawn("svg", { x: x + "%", y: y + "%" });
      one.points[c][k] = drawn("g", { class: "point", "data-k": k });
      one.points[c][k].append(drawn("circle", { r: 15 }), drawn("circle", { class: "sign", r: 3.5 }));
      held.append(one.points[c][k]);
      one.curves[c].append(held);
    });
    enliven(one, c);
  }

  function sleep(one, c) {
    one.points[c].forEach(point => point.parentNode.remove());
    one.points[c] = [];
  }

  function ask(c) {
    const held = drawings.some(({ curves }) => curves[awake]?.contains(document.activeElement));
    if (c === awake || held || !block.lines[c].quiet) return;
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
