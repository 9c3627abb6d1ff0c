// Where points, strokes and names stand once levels move: the rules of _html_plot.py.
const near = (value, least, most) => Math.min(most, Math.max(least, value));
const known = value => value !== null;
const put = (element, attributes) => { for (const name in attributes) element.setAttribute(name, attributes[name]); };
const drawn = (tag, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  put(element, attributes);
  return element;
};

// One of a block's two drawings, told by its class: wide, or tall.
function drawing(svg, block) {
  const upright = svg.classList.contains("wide"), count = block.axes.length, edge = +svg.dataset.edge;
  const [beside, most] = svg.dataset.beside.split(",").map(Number), span = block.high - block.low;
  const curves = block.lines.map((_, c) => svg.querySelector(`.curve[data-c="${c}"]`));
  const byFactor = style => curves.map(curve => {
    const row = [];
    for (const element of curve.querySelectorAll(style)) row[element.dataset.k] = element;
    return row;
  });
  const points = byFactor(".point"), bands = byFactor(".band"), origins = curves.map(() => []);
  const strokes = curves.map(curve => curve.querySelectorAll("path"));
  const leads = curves.map(curve => upright ? curve.appendChild(drawn("line", { class: "lead" })) : null);
  const along = k => (k + 0.5) / count * 100;
  const level = value => {
    const share = span > 0 ? near((value - block.low) / span, 0, 1) : 0.5;
    return (upright ? 1 - share : share) * (100 - 2 * edge) + edge;
  };
  const at = (factor, place) => upright ? [factor, place] : [place, factor];
  const fine = value => +value.toFixed(2);

  // The places of all points, or those of one factor anew.
  function places(levels, only) {
    const found = levels.map((row, c) => only === undefined ? row.map(() => null) : [...last[c]]);
    (only === undefined ? block.axes.map((_, k) => k) : [only]).forEach(k => {
      const met = new Map();
      levels.forEach((row, c) => {
        if (row[k] === null) return;
        if (block.lines[c].quiet) return found[c][k] = level(row[k]);
        const spot = Math.floor(level(row[k]) * 10 + 0.5);
        met.set(spot, [...met.get(spot) ?? [], c]);
      });
      for (const same of met.values()) {
        const gap = Math.min(beside, most / Math.max(1, same.length - 1));
        same.sort((a, b) => block.lines[b].depth - block.lines[a].depth).forEach((c, rank) => {
          found[c][k] = level(levels[c][k]) + (rank + 1 >> 1) * (rank % 2 ? gap : -gap);
        });
      }
    });
    return found;
  }

  let last = [];

  // Draws what is placed otherwise than last; where levels moved on one factor alone, looks nowhere else.
  function draw(before, now, only) {
    const where = places(now, only);
    where.forEach((row, c) => {
      row.forEach((place, k) => {
        if (!known(place) || only !== undefined && k !== only) return;
        const [x, y] = at(along(k), place).map(fine);
        if (points[c][k] && place !== last[c]?.[k]) put(points[c][k].parentNode, { x: x + "%", y: y + "%" });
        mark(c, k, before[c][k], now[c][k]);
      });
      if (row.some((place, k) => place !== last[c]?.[k])) for (const line of strokes[c]) put(line, { d: pathOf(row) });
    });
    return last = where;
  }

  function pathOf(row) {
    return row.map((place, k) => {
      if (!known(place)) return "";
      const [x, y] = at(along(k), place).map(fine);
      const before = k > 0 && known(row[k - 1]), after = k + 1 < count && known(row[k + 1]);
      return (before ? "L" : "M") + x + " " + y + (before || after ? "" : "h0");
    }).join("");
  }

  // Where a moved point came from; and no interval beside a level that was never measured.
  function mark(c, k, from, to) {
    if (from !== to === Boolean(origins[c][k])) return;
    if (from !== to) {
      const [x, y] = at(along(k), level(from)).map(fine);
      origins[c][k] = drawn("circle", { class: "was", r: 5, cx: x + "%", cy: y + "%" });
      if (points[c][k]) points[c][k].parentNode.before(origins[c][k]);
      else curves[c].append(origins[c][k]);
    } else {
      origins[c][k].remove();
      origins[c][k] = null;
    }
    bands[c][k]?.classList.toggle("off", from !== to);
  }

  // The level under a pointer, given how far it went from where a level was.
  function pulled(from, dx, dy) {
    const box = svg.getBoundingClientRect(), room = (upright ? box.height : box.width) * (1 - edge / 50);
    return from + (upright ? -dy : dx) / room * span;
  }

  const spot = (c, k) => at(along(k), last[c][k]).map(fine);

  return { svg, upright, points, curves, strokes, leads, along, draw, pulled, spot };
}

// Moves the names to where their curves end, none over another, with a thin line where they could not stay there.
function nameEnds({ upright, svg, leads, along, curves }, items, where) {
  if (!svg.getClientRects().length) return;
  items.forEach(item => { item.style.transform = ""; });
  if (!upright) return;
  const box = svg.getBoundingClientRect(), count = where[0]?.length ?? 0;
  const ends = where.map(row => row.findLastIndex(known));
  const shown = items.map((item, c) => {
    const { top, height, left } = item.getBoundingClientRect();
    return { c, top, left, height: height + 4, centre: ends[c] < 0 ? box.bottom : box.top + where[c][ends[c]] / 100 * box.height };
  }).sort((a, b) => a.centre - b.centre || a.c - b.c);
  let floor = box.top - 8;
  for (const name of shown) floor = (name.y = Math.max(floor, name.centre - name.height / 2)) + name.height;
  let ceiling = Math.max(box.bottom + 8, box.top + shown.reduce((total, name) => total + name.height, 0) - 8);
  for (const name of shown.reverse()) ceiling = name.y = Math.min(name.y, ceiling - name.height);
  for (const { c, top, left, height, y, centre } of shown) {
    items[c].style.transform = `translateY(${y + 2 - top}px)`;
    const whole = ends[c] >= 0 && ends[c] === count - 1, middle = y + height / 2;
    put(leads[c], whole
      ? { x1: along(ends[c]) + "%", y1: centre - box.top, x2: left - box.left - 3, y2: middle - box.top }
      : { x1: 0, x2: 0, y1: 0, y2: 0 });
    curves[c].prepend(leads[c]);
  }
}
