// What follows the players' levels: means and the ranges of groups; an arrow from or to a moved level fades.
function following(block, { curves, shifts: arrows }, before, now, cells, typed) {
  const { rivals, shares } = standing(block), { lines, derived = [], bands = [], shifts = [] } = block;
  const moved = (c, k) => now[c][k] !== before[c][k];
  const means = derived.map(({ points }) => points.map(([level]) => level));
  const mean = (k, levels) => meanLevel(rivals.map(c => levels[c][k]), shares);
  // means are those of the rivals here, unless some of them are not shown
  const theirs = means.every(row => row.every((level, k) => level === mean(k, before) || abs(level - mean(k, before)) < 1e-6));
  const meansNow = () => means.map(row => row.map((level, k) => theirs && rivals.some(c => moved(c, k)) ? mean(k, now) : level));

  // The table's means, ranges and moves of a factor on which a level has moved.
  function told(k) {
    const anew = (at, said, players, style) => {
      const cell = cells[k][lines.length + at], changed = players.some(c => moved(c, k));
      cell.textContent = changed ? said : typed[k][lines.length + at];
      cell.classList.toggle(style, changed);
    };
    meansNow().forEach((row, at) => anew(at, shownLevel(row[k]), rivals, theirs ? "changed" : "stale"));
    bands.forEach((members, at) => {
      const ends = rangeOf(members.map(c => now[c][k])), [low, high] = ends ?? [null, null];
      anew(means.length + at, low === high ? shownLevel(low) : `[${shownLevel(low)}${words.decimal === "," ? ";" : ","}\u00a0${shownLevel(high)}]`, members, "changed");
    });
    const [, ...ends] = shifts.find(([at]) => at === k) ?? [], everyone = lines.map((_, c) => c);
    // a level that is nobody's is worked out from all of them
    const stale = ends.filter(known).some(end => {
      const those = everyone.filter(c => before[c][k] === end);
      return (those.length ? those : everyone).some(c => moved(c, k));
    });
    if (ends.length) cells[k].at(-1).classList.toggle("stale", stale);
    arrows.forEach(shift => { if (+shift.dataset.k === k) shift.classList.toggle("stale", stale); });
    if (!theirs) means.forEach((_, at) => curves[lines.length + at]
      .forEach(curve => curve.classList.toggle("stale", block.axes.some((_, j) => rivals.some(c => moved(c, j))))));
  }
  return { means, meansNow, told };
}

// Draws the ranges of groups of two and more, given their strokes and where a level of a factor lies; gives the middles.
function drawRanges({ axes, bands }, now, strokes, at) {
  return bands.filter(members => members.length > 1).map((members, b) => {
    const row = axes.map((_, k) => rangeOf(members.map(c => now[c][k])));
    put(strokes[b][0], { d: areaOf(row, at) });
    return row.map(ends => ends && (ends[0] + ends[1]) / 2);
  });
}

function rangeOf(levels) {
  const there = levels.filter(known);
  return there.length ? [min(...there), max(...there)] : null;
}

// The outline of a range over neighbouring factors, given where a level of a factor lies.
function areaOf(row, at) {
  const areas = [[]];
  row.forEach((ends, k) => { if (ends) areas.at(-1).push(k); else areas.push([]); });
  return areas.filter(area => area.length).map(area => "M" + [...area.map(k => at(k, row[k][1])),
    ...area.reverse().map(k => at(k, row[k][0]))].join(" ") + "Z").join("");
}
