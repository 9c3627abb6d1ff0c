// One place for every pointer on a plot: what is nearest to it is pointed at, pressed and pulled.
function pointing(area, { one, now, move, snapped, focusOn, headed, held }) {
  let pull = null, hot = null;
  const finger = ({ pointerType }) => pointerType === "touch";
  const nearest = event => one.nearest(event, finger(event) ? 22 : 15, held());

  function pointAt(to) {
    const point = to && one.points[to.c][to.k];
    if (point === hot) return;
    hot?.classList.remove("at");
    point?.classList.add("at");
    hot = point;
    if (to) showTip(point, headed(to.c, to.k));
    else hideTip();
  }

  function press(event) {
    const at = event.button ? null : nearest(event);
    if (!at || pull) return;
    const { c, k } = at, from = now[c][k], { clientX, clientY, pointerId } = event;
    let pulling = false;
    const drawTo = moved => {
      if (moved.pointerId !== pointerId) return;
      const dx = moved.clientX - clientX, dy = moved.clientY - clientY;
      pulling ||= Math.hypot(dx, dy) > 3;
      if (pulling) move(c, k, snapped(one.pulled(from, dx, dy)));
      showTip(one.points[c][k], headed(c, k));
    };
    pull = { drawTo, pointerId };
    area.setPointerCapture(pointerId);
    focusOn(c, k);
    drawTo(event);
  }

  function drop(event) {
    if (event.pointerId !== pull?.pointerId) return;
    if (event.pointerType !== "mouse") hideTip();
    pull = null;
  }

  on(area, "pointermove", event => {
    if (pull) pull.drawTo(event);
    else if (!finger(event)) pointAt(nearest(event));
  });
  on(area, "pointerleave", event => { if (!pull && !finger(event)) pointAt(null); });
  on(area, "pointerdown", press);
  on(area, "pointerup pointercancel", drop);
  // A finger on a point pulls it; anywhere else it scrolls the page. What was pressed keeps the focus.
  on(area, "touchstart mousedown", event => { if (pull) event.preventDefault(); });
}
