// Where points, strokes and names stand once levels move: the rules of _html_frame.py and _html_plot.py.
const near = (value, least, most) => min(most, max(least, value));
const numberOf = name => +/\d+$/.exec(name)[0];
// Not passive: a listener may keep a finger from scrolling the page.
const on = (target, events, act) => { for (const event of events.split(" ")) target.addEventListener(event, act, { passive: false }); };
const all = (within, what) => [...within.querySelectorAll(what)];
const textOf = element => element.textContent;
const boxOf = element => element.getBoundingClientRect();
const put = (element, attributes) => { for (const name in attributes) element.setAttribute(name, attributes[name]); };
const drawn = (tag, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  put(element, attributes);
  return element;
};

// A block's drawing: in per cent of itself, factors from left to right. On narrow screens the style sheet turns it.
function drawing(svg, block) {
  const count = block.axes.length, span = block.high - block.low;
  const [edge, gap, room, first, next, furthest, same, flat, fine] = svg.dataset.rules.split(",").map(Number), { lines } = block;
  const marked = [...lines, ...block.derived], arrows = new Set((block.shifts ?? []).map(([k]) => k));
  // of each curve its strokes, which stretch with the drawing, and its points, which do not
  const curves = [], shifts = all(svg, ".shift");
  for (const strokes of all(svg, "svg svg .curve"))
    curves[numberOf(strokes.classList[1])] = [strokes, svg.insertBefore(drawn("g", { class: strokes.classList }), shifts[0] ?? null)];
  const strokes = curves.map(([curve]) => all(curve, ":not(.bar)")), bars = curves.map(([curve]) => curve.querySelector(".bar"));
  const hidden = c => curves[c][0].classList.contains("off");
  const origins = lines.map(() => []), leads = curves.map(([, points]) => points.appendChild(drawn("line", { class: "lead" })));
  const upright = () => getComputedStyle(svg).transform === "none";
  const size = () => boxOf(svg)[upright() ? "height" : "width"];
  const share = value => span > 0 ? near((value - block.low) / span, 0, 1) : 0.5;
  const level = value => (1 - share(value)) * (100 - 2 * edge) + edge;
  const along = (k, aside = 0) => (k + 0.5 + aside) / count * 100;
  const place = (factor, at) => [round(factor * fine) / fine, round(at * 10) / 10];
  const beside = (c, k) => along(k, asides[c]?.[k]);
  const spot = (c, k, off = 0) => place(beside(c, k), level(last[c][k]) + off);
  const interval = ([value, low, high]) => [value, low, high].every(known) ? [low, high] : null;
  const none = () => marked.map(() => block.axes.map(() => 0)), asides = none(), offs = none();
  // the strongest first; each always on its own side of those it meets
  const order = where(marked, line => !line.quiet).sort((a, b) => marked[b].depth - marked[a].depth);
  let last = [];

  // The marks come factor by factor, and go to their curves.
  const marks = marked.map(() => []), points = lines.map(() => []);
  all(svg, "svg+svg").forEach((factor, k) => {
    for (const mark of [...factor.children]) hold(numberOf(mark.getAttribute("href")), k, mark);
    factor.remove();
  });

  // A marker: of a player's curve one to hold.
  function hold(c, k, mark) {
    const place = points[c] ? drawn("g", { class: "point", "data-k": k }) : mark;
    marks[c][k] = [mark];
    mark.classList.remove("off");
    curves[c][1].append(place);
    if (place === mark) return;
    points[c][k] = place;
    marks[c][k].push(drawn("circle", { r: 12 }));
    place.append(marks[c][k][1], mark);
  }

  function settle(c, k) {
    const [x, y] = spot(c, k).map(value => value + "%");
    marks[c][k]?.forEach(mark => put(mark, { x, y, cx: x, cy: y }));
  }

  // Whether two lines run flat along each other, from a factor to the one before or after it.
  function runFlat(a, b, k) {
    const close = (c, i, d, j, least) => [last[c][i], last[d][j]].every(value => known(value ?? null))
      && abs(level(last[c][i]) - level(last[d][j])) < least;
    return close(a, k, b, k, same) && [k - 1, k + 1].some(j => close(a, k, a, j, flat) && close(a, j, b, j, same));
  }

  // How far beside its factor each point stands, and its line off its level: the rules of _html_frame.py.
  function spread(k, before, scaled) {
    const spans = [];
    for (const c of order) {
      asides[c][k] = offs[c][k] = 0;
      if (!known(last[c][k]) || hidden(c)) continue;
      const ends = last[c][k] === before[c][k] && interval(marked[c].points[k]), around = ends ? 0 : same / 2;
      const [begin, end] = (ends || [last[c][k], last[c][k]]).map(value => share(value) * (100 - 2 * edge));
      spans.push([begin - around, end + around, c]);
    }
    spans.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    for (let meeting = [], reach = 0; spans.length;) {
      const [begin, end, c] = spans.shift();
      reach = meeting.length ? max(reach, end) : end;
      meeting.push(c);
      if (spans.length && spans[0][0] < reach) continue;
      const ranks = [0, 0], met = order.filter(c => meeting.includes(c));
      const side = c => order.indexOf(c) % 2 ? 1 : -1;
      const places = met.map((c, at) => at && side(c) * ++ranks[side(c) > 0 ? 1 : 0]);
      const most = max(1, ...ranks), rail = min(next, (furthest - first) / most);
      met.forEach((c, rank) => {
        const beside = met.filter(other => other === c || runFlat(c, other, k));
        asides[c][k] = rank && arrows.has(k) ? -rank * min(gap, room / (met.length - 1)) : places[rank] * min(gap, room / most);
        if (rank && beside.length > 1) offs[c][k] = (side(c) * first + (places[rank] - side(c)) * rail) * scaled
          + level(last[beside[0]][k]) - level(last[c][k]);
      });
      meeting = [];
    }
  }

  // Draws levels, those of all factors or of one; gives where along the scale each curve is.
  function draw(before, now, only) {
    const some = [...block.axes.keys()].filter(k => only === undefined || abs(k - only) < 2);
    const state = c => some.map(k => [last[c]?.[k], asides[c][k], offs[c][k]]).join();
    const old = only === undefined ? [] : marked.map((_, c) => state(c));
    last = now.map(row => [...row]);
    // as many pixels apart on a small plot as on a high one
    const scaled = max(1, 470 / (size() || 470));
    for (const k of some) spread(k, before, scaled);
    marked.forEach((_, c) => {
      if (only !== undefined && old[c] === state(c)) return;
      some.forEach(k => {
        const to = last[c][k];
        if (!known(to)) return;
        settle(c, k);
        if (c < lines.length) mark(c, k, before[c][k], to);
      });
      if (bars[c]) put(bars[c], { d: barsOf(c, before[c]) });
      for (const line of strokes[c]) put(line, { d: pathOf(c) });
    });
    const ranges = block.bands
      ? drawRanges(block, now, strokes.slice(marked.length), (k, end) => place(along(k), level(end)).join(" ")) : [];
    return [...last, ...ranges].map(row => row.map(value => known(value) ? level(value) : null));
  }

  function pathOf(c) {
    const there = last[c].map(known), at = k => spot(c, k, offs[c][k]);
    return last[c].map((_, k) => !there[k] ? "" : !there[k - 1] ? "M" + at(k).join(" ") + (there[k + 1] ? "" : "h0")
      : "l" + at(k).map((end, side) => +(end - at(k - 1)[side]).toFixed(2)).join(" ")).join("");
  }

  // The intervals, but of levels that were never measured.
  function barsOf(c, before) {
    return marked[c].points.map((point, k) => {
      const ends = last[c][k] === before[k] && interval(point);
      if (!ends) return "";
      const [[x, low], [, high]] = ends.map(end => place(beside(c, k), level(end)));
      return `M${x} ${low}v${+(high - low).toFixed(2)}`;
    }).join("");
  }

  // Where a moved point came from.
  function mark(c, k, from, to) {
    if (from !== to === Boolean(origins[c][k])) return;
    if (from !== to) {
      const [cx, cy] = place(along(k), level(from)).map(value => value + "%");
      origins[c][k] = drawn("circle", { class: "was", r: 5, cx, cy });
      curves[c][1].insertBefore(origins[c][k], points[c][k] ?? null);
    } else {
      origins[c][k].remove();
      origins[c][k] = null;
    }
  }

  // The level under a pointer, given how far it went from where a level was.
  function pulled(from, dx, dy) {
    return from + (upright() ? -dy : dx) / (size() * (1 - edge / 50)) * span;
  }

  // The marker nearest to a pointer, none further away than its reach; of two as near the one held last, then the stronger.
  function nearest({ clientX, clientY }, reach, held) {
    const box = boxOf(svg), standing = upright();
    let found = null, least = reach;
    points.forEach((row, c) => {
      if (hidden(c)) return;
      row.forEach((_, k) => {
        const one = beside(c, k), other = level(last[c][k]), [x, y] = standing ? [one, other] : [100 - other, one];
        const far = Math.hypot(box.left + x / 100 * box.width - clientX, box.top + y / 100 * box.height - clientY);
        const weighed = far - (c === held ? 0.5 : lines[c].depth / 20);
        if (weighed < least) [least, found] = [weighed, { c, k }];
      });
    });
    return found;
  }

  return { svg, hidden, upright, points, curves, strokes, leads, shifts, beside, draw, pulled, settle, hold, nearest };
}

// Moves the names to where their curves end, none over another, with a thin line where they could not stay there.
function nameEnds({ upright, svg, leads, beside }, items, where) {
  const standing = upright();
  items.forEach((item, c) => {
    item.style.transform = "";
    leads[c].classList.add("off");
  });
  if (!standing) return;
  const box = boxOf(svg), count = where[0]?.length ?? 0;
  const ends = where.map(row => row.findLastIndex(known));
  const shown = items.map((item, c) => {
    const { top, height, left } = boxOf(item);
    return { c, top, left, height: height + 4, centre: ends[c] < 0 ? box.bottom : box.top + where[c][ends[c]] / 100 * box.height };
  }).sort((a, b) => a.centre - b.centre || a.c - b.c);
  let floor = box.top - 8;
  for (const name of shown) floor = (name.y = max(floor, name.centre - name.height / 2)) + name.height;
  let ceiling = max(box.bottom + 8, box.top + shown.reduce((total, name) => total + name.height, 0) - 8);
  for (const name of shown.reverse()) ceiling = name.y = min(name.y, ceiling - name.height);
  for (const { c, top, left, height, y, centre } of shown) {
    items[c].style.transform = `translateY(${y + 2 - top}px)`;
    if (!count || ends[c] < count - 1) continue;
    leads[c].classList.remove("off");
    // behind all that end at its level, so that it runs over no marker
    const behind = shown.filter(other => ends[other.c] === count - 1 && abs(other.centre - centre) < 6)
      .map(other => beside(other.c, count - 1));
    put(leads[c], { x1: max(...behind) + "%", y1: centre - box.top, x2: left - box.left - 3, y2: y + height / 2 - box.top });
  }
}
