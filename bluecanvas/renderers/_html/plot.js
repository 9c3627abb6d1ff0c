// Where points, strokes and names stand once levels move: the rules of _html_frame.py and _html_plot.py.
const near = (value, least, most) => Math.min(most, Math.max(least, value));
const known = value => value !== null;
const put = (element, attributes) => { for (const name in attributes) element.setAttribute(name, attributes[name]); };
const drawn = (tag, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  put(element, attributes);
  return element;
};

// A block's drawing: in per cent of itself, factors from left to right. On narrow screens the style sheet turns it.
function drawing(svg, block) {
  const count = block.axes.length, span = block.high - block.low;
  const [edge, gap, room, first, next, furthest, same, flat] = svg.dataset.rules.split(",").map(Number), { lines, bands = [] } = block;
  const marked = [...lines, ...block.derived ?? []], arrows = new Set((block.shifts ?? []).map(([k]) => k));
  // of each curve its strokes, which stretch with the drawing, and its points, which do not
  const curves = [...marked, ...bands].map((_, c) => [svg.querySelector(":scope>svg .c" + c),
    svg.querySelector(":scope>.c" + c) ?? svg.appendChild(drawn("g", { class: "curve c" + c }))]);
  const within = (c, elements) => curves[c].flatMap(curve => [...curve.querySelectorAll(elements)]);
  const strokes = curves.map((_, c) => within(c, ".line,.clear,.range")), origins = lines.map(() => []);
  const leads = curves.map(([, points]) => {
    const lead = drawn("line", { class: "lead" });
    points.prepend(lead);
    return lead;
  });
  const shifts = [...svg.querySelectorAll(".shift")], upright = () => getComputedStyle(svg).transform === "none";
  const size = () => svg.getBoundingClientRect()[upright() ? "height" : "width"];
  const share = value => span > 0 ? near((value - block.low) / span, 0, 1) : 0.5;
  const level = value => (1 - share(value)) * (100 - 2 * edge) + edge;
  const along = (k, aside = 0) => (k + 0.5 + aside) / count * 100;
  const place = (factor, at) => [factor, at].map(value => +value.toFixed(2));
  const beside = (c, k) => along(k, asides[c]?.[k]);
  const spot = (c, k, off = 0) => place(beside(c, k), level(last[c][k]) + off);
  const interval = ([value, low = null, high = null]) => [value, low, high].every(known) ? [low, high] : null;
  const none = () => marked.map(() => block.axes.map(() => 0)), asides = none(), offs = none();
  // the strongest first; each always on its own side of those it meets
  const order = marked.map((_, c) => c).filter(c => !marked[c].quiet).sort((a, b) => marked[b].depth - marked[a].depth || a - b);
  let last = [];

  // The marks by their factors: of all that can be measured, and of those with an interval.
  const byFactor = (elements, there) => marked.map(({ points }, c) => {
    const found = within(c, elements), row = [];
    if (found.length) points.forEach((point, k) => { if (there(point)) row[k] = found.shift(); });
    return row;
  });
  const marks = byFactor(":scope > use", ([value]) => known(value)), bars = byFactor(".bar", interval);
  const points = lines.map(() => []);
  lines.forEach((_, c) => marks[c].forEach((mark, k) => hold(c, k, mark)));

  // A marker as something to hold.
  function hold(c, k, mark) {
    const point = drawn("g", { class: "point", "data-k": k });
    if (mark.parentNode) mark.replaceWith(point);
    else curves[c][1].append(point);
    point.append(drawn("circle", { r: 12, cx: mark.getAttribute("x"), cy: mark.getAttribute("y") }), mark);
    points[c][k] = point;
    marks[c][k] = mark;
  }

  function settle(c, k) {
    const [x, y] = spot(c, k).map(value => value + "%");
    if (marks[c][k]) put(marks[c][k], { x, y, cx: x, cy: y });
    if (points[c]?.[k]) put(points[c][k].firstChild, { cx: x, cy: y });
  }

  // Whether two lines run flat along each other, from a factor to the one before or after it.
  function runFlat(a, b, k) {
    const close = (c, i, d, j, least) => [last[c][i], last[d][j]].every(value => known(value ?? null))
      && Math.abs(level(last[c][i]) - level(last[d][j])) < least;
    return close(a, k, b, k, same) && [k - 1, k + 1].some(j => close(a, k, a, j, flat) && close(a, j, b, j, same));
  }

  // How far beside its factor each point stands, and its line off its level: the rules of _html_frame.py.
  function spread(k, before, scaled) {
    const spans = [];
    for (const c of order) {
      asides[c][k] = offs[c][k] = 0;
      if (!known(last[c][k])) continue;
      const ends = last[c][k] === before[c][k] && interval(marked[c].points[k]), around = ends ? 0 : same / 2;
      const [begin, end] = (ends || [last[c][k], last[c][k]]).map(value => share(value) * (100 - 2 * edge));
      spans.push([begin - around, end + around, c]);
    }
    spans.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    for (let meeting = [], reach = 0; spans.length;) {
      const [begin, end, c] = spans.shift();
      reach = meeting.length ? Math.max(reach, end) : end;
      meeting.push(c);
      if (spans.length && spans[0][0] < reach) continue;
      const ranks = [0, 0], met = order.filter(c => meeting.includes(c));
      const side = c => order.indexOf(c) % 2 ? 1 : -1;
      const places = met.map((c, at) => at && side(c) * ++ranks[side(c) > 0 ? 1 : 0]);
      const most = Math.max(1, ...ranks), rail = Math.min(next, (furthest - first) / most);
      met.forEach((c, rank) => {
        const beside = met.filter(other => other === c || runFlat(c, other, k));
        asides[c][k] = rank && arrows.has(k) ? -rank * Math.min(gap, room / (met.length - 1)) : places[rank] * Math.min(gap, room / most);
        if (rank && beside.length > 1) offs[c][k] = (side(c) * first + (places[rank] - side(c)) * rail) * scaled
          + level(last[beside[0]][k]) - level(last[c][k]);
      });
      meeting = [];
    }
  }

  // Draws levels, those of all factors or of one; gives where along the scale each curve is.
  function draw(before, now, only) {
    const some = [...block.axes.keys()].filter(k => only === undefined || Math.abs(k - only) < 2);
    const state = c => some.map(k => [last[c]?.[k], asides[c][k], offs[c][k]]).join();
    const old = only === undefined ? [] : marked.map((_, c) => state(c));
    last = now.map(row => [...row]);
    // as many pixels apart on a small plot as on a high one
    const scaled = Math.max(1, 470 / (size() || 470));
    for (const k of some) spread(k, before, scaled);
    marked.forEach((_, c) => {
      if (only !== undefined && old[c] === state(c)) return;
      some.forEach(k => {
        const to = last[c][k];
        if (!known(to)) return;
        settle(c, k);
        if (bars[c][k]) put(bars[c][k], { d: "M" + interval(marked[c].points[k])
          .map(end => place(beside(c, k), level(end)).join(" ")).join(" ") });
        if (c < lines.length) mark(c, k, before[c][k], to);
      });
      for (const line of strokes[c]) put(line, { d: pathOf(c) });
    });
    const ranges = bands.map(members => block.axes.map((_, k) => rangeOf(members.map(c => now[c][k]))));
    ranges.forEach((row, at) => put(strokes[marked.length + at][0], { d: areaOf(row, (k, end) => place(along(k), level(end)).join(" ")) }));
    return [...last, ...ranges.map(row => row.map(ends => ends && (ends[0] + ends[1]) / 2))]
      .map(row => row.map(value => known(value) ? level(value) : null));
  }

  function pathOf(c) {
    const there = last[c].map(known), at = k => spot(c, k, offs[c][k]);
    return last[c].map((_, k) => !there[k] ? "" : !there[k - 1] ? "M" + at(k).join(" ") + (there[k + 1] ? "" : "h0")
      : "l" + at(k).map((end, side) => +(end - at(k - 1)[side]).toFixed(2)).join(" ")).join("");
  }

  // Where a moved point came from; and no interval beside a level that was never measured.
  function mark(c, k, from, to) {
    if (from !== to === Boolean(origins[c][k])) return;
    if (from !== to) {
      const [cx, cy] = place(along(k), level(from)).map(value => value + "%");
      origins[c][k] = drawn("circle", { class: "was", r: 5, cx, cy });
      if (points[c][k]) points[c][k].before(origins[c][k]);
      else curves[c][1].append(origins[c][k]);
    } else {
      origins[c][k].remove();
      origins[c][k] = null;
    }
    bars[c][k]?.classList.toggle("off", from !== to);
  }

  // The level under a pointer, given how far it went from where a level was.
  function pulled(from, dx, dy) {
    return from + (upright() ? -dy : dx) / (size() * (1 - edge / 50)) * span;
  }

  // The marker nearest to a pointer, none further away than its reach; of two as near the one held last, then the stronger.
  function nearest({ clientX, clientY }, reach, held) {
    const box = svg.getBoundingClientRect(), standing = upright();
    let found = null, least = reach;
    points.forEach((row, c) => {
      if (curves[c][0].classList.contains("off")) return;
      row.forEach((_, k) => {
        const one = beside(c, k), other = level(last[c][k]), [x, y] = standing ? [one, other] : [100 - other, one];
        const far = Math.hypot(box.left + x / 100 * box.width - clientX, box.top + y / 100 * box.height - clientY);
        const weighed = far - (c === held ? 0.5 : lines[c].depth / 20);
        if (weighed < least) [least, found] = [weighed, { c, k }];
      });
    });
    return found;
  }

  return { svg, upright, points, curves, strokes, leads, shifts, beside, draw, pulled, spot, hold, nearest };
}

// Moves the names to where their curves end, none over another, with a thin line where they could not stay there.
function nameEnds({ upright, svg, leads, beside }, items, where) {
  const standing = upright();
  items.forEach((item, c) => {
    item.style.transform = "";
    leads[c].classList.toggle("off", !standing);
  });
  if (!standing) return;
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
    // behind all that end at its level, so that it runs over no marker
    const behind = shown.filter(other => ends[other.c] === count - 1 && Math.abs(other.centre - centre) < 6)
      .map(other => beside(other.c, count - 1));
    put(leads[c], whole
      ? { x1: Math.max(...behind) + "%", y1: centre - box.top, x2: left - box.left - 3, y2: middle - box.top }
      : { x1: 0, x2: 0, y1: 0, y2: 0 });
  }
}
