// The figures and verdicts of the reading, by the same formulas as the Python of this package; a test holds them equal.
// Levels are shares of the axis, 0 to 1, or null where unknown; `r` of a flat curve is null.
const { abs, max, min, round } = Math, ABSENT = 0.05, TOKEN = 0.3, FLAT = 1e-9;
const known = value => value !== null;
const where = (things, test) => [...things.keys()].filter(at => test(things[at]));
const sum = values => values.reduce((total, value) => total + value, 0);
const nine = value => round(value * 1e9) / 1e9;
const atLeast = (value, bar) => known(value) && (value >= bar || nine(value) >= nine(bar));
const atMost = (value, bar) => known(value) && (value <= bar || nine(value) <= nine(bar));
const flat = values => !values.length || max(...values) - min(...values) <= FLAT;
const pairsOf = things => things.flatMap((a, at) => things.slice(at + 1).map(b => [a, b]));

function meanLevel(levels, weights) {
  const kept = where(levels, known), weight = at => weights ? weights[at] : 1;
  const total = sum(kept.map(weight));
  return total > 0 ? sum(kept.map(at => levels[at] * weight(at))) / total : null;
}

const distance = (x, y, weights) => x.length < 2 ? null : meanLevel(x.map((level, at) => abs(level - y[at])), weights);

function likeness(...rows) {
  rows[2] ??= rows[0].map(() => 1);
  const kept = where(rows[2], weight => weight > 0), [x, y, weights] = rows.map(row => kept.map(at => row[at]));
  if (x.length < 2 || flat(x) || flat(y)) return null;
  const [dx, dy] = [x, y].map(row => {
    const mean = meanLevel(row, weights);
    return row.map(level => level - mean);
  });
  const product = (a, b) => sum(a.map((value, at) => value * b[at] * weights[at]));
  const size = Math.sqrt(product(dx, dx)) * Math.sqrt(product(dy, dy));
  return size > 0 ? max(-1, min(1, product(dx, dy) / size)) : null;
}

// The effective number of levels, its share of their number, and their mean.
function spread(levels) {
  if (levels.length < 2) return [null, null, null];
  const total = sum(levels), number = total > 0 ? total * total / sum(levels.map(level => level * level)) : null;
  return [number, number && number / levels.length, meanLevel(levels)];
}

function averageRanks(values) {
  const places = [...values].sort((a, b) => a - b).map((value, at) => [value, at + 1]);
  const last = new Map(places), first = new Map(places.reverse());
  return values.map(value => (first.get(value) + last.get(value)) / 2);
}

// Kendall's W with ties: how far the sums of the ranks are apart, of how far they would be if all agreed.
function agreement(rows) {
  const judges = rows.length, things = judges ? rows[0].length : 0;
  if (judges < 2 || things < 2) return null;
  const ranks = rows.map(averageRanks), middle = (things + 1) / 2;
  const apart = (values, centre) => sum(values.map(value => (value - centre) ** 2));
  const most = judges * sum(ranks.map(row => apart(row, middle)));
  const sums = ranks[0].map((_, at) => sum(ranks.map(row => row[at])));
  return most > 0 ? min(1, apart(sums, judges * middle) / most) : null;
}

const duelOf = pair => ({ r: likeness(...pair), gap: distance(...pair) });

// What stands still while levels move: whom a curve is held against, and what each factor weighs.
function standing(block) {
  const of = (...roles) => where(block.lines, line => roles.includes(line.role));
  const industry = of("industry")[0] ?? null;
  const rivals = of("rival").length ? of("rival") : industry === null ? [] : [industry];
  const shares = rivals.map(at => block.lines[at].share), weights = block.axes.map(axis => axis.importance);
  const most = max(0, ...weights.filter(known));
  return {
    rivals, industry,
    shares: shares.includes(null) ? null : shares,
    weights: weights.includes(null) || most <= 0 ? null : weights.map(weight => weight / most),
    judged: where(block.lines, line => line === block.lines[block.us] || ["as-is", "to-be"].includes(line.role)),
  };
}

// Every figure and verdict of one curve; `levels` holds a row a curve, on the user's scale.
function figures(block, levels, curve) {
  const { rivals, industry, shares, weights } = standing(block), span = block.high - block.low;
  const rows = levels.map(row => row.map(level => known(level) ? (level - block.low) / span : null));
  const all = [...block.axes.keys()];
  const reference = all.map(j => industry === null ? meanLevel(rivals.map(at => rows[at][j]), shares) : rows[industry][j]);
  const offers = all.map(j => {
    const levels = rivals.map(at => rows[at][j]).filter(known);
    return levels.length ? levels.some(level => nine(level) > ABSENT) : null;
  });
  const existing = all.filter(j => offers[j] === true);
  const both = (a, b) => {
    const there = existing.filter(j => known(a[j]) && known(b[j]));
    return [a, b, weights].map(row => row && there.map(j => row[j]));
  };

  const ours = rows[curve];
  let nearest = null, d_near = null, r_nearest = null;
  for (const rival of rivals) {
    const apart = rival === curve ? null : distance(...both(ours, rows[rival]));
    if (apart === null || d_near !== null && nine(apart) > nine(d_near)) continue;
    const alike = likeness(...both(ours, rows[rival]));
    if (d_near === null || nine(apart) < nine(d_near)) [nearest, d_near, r_nearest] = [rival, apart, alike];
    else if (known(alike) && !atLeast(r_nearest, alike)) r_nearest = alike;
  }
  const held = both(ours, reference), d_ind = distance(...held), r = likeness(...held);

  const offering = all.filter(j => !block.axes[j].burden && !block.axes[j].price && known(ours[j]));
  const there = offering.filter(j => offers[j] !== false).map(j => ours[j]);
  const made = offering.filter(j => offers[j] === false && atLeast(ours[j], TOKEN)).map(j => ours[j]);
  const every = [...there, ...made], [k_eff, share, level] = spread(every);
  // an invented factor adds choices and takes none away, so that none of them buys a focus
  const choices = made.slice(0, 8).reduce((some, one) => [...some, ...some.map(kept => [...kept, one])], [there]);

  const players = rivals.includes(curve) ? rivals : [curve, ...rivals];
  const shared = existing.filter(j => players.every(at => known(rows[at][j])));
  const duel = typeof duelling === "function" ? duelling(levels, rows, existing, both) : (a, b) => duelOf(both(rows[a], rows[b]));
  const duels = pairsOf(players).map(([a, b]) => duel(a, b));
  const w = agreement(players.map(at => shared.map(j => rows[at][j])));
  const [r_mean, gap_mean] = ["r", "gap"].map(figure => meanLevel(duels.map(duel => duel[figure])));

  const found = { d_ind, d_near, nearest, r, r_nearest, k_eff, factors: every.length, share, level, w, r_mean, gap_mean };
  const shaped = (held[2]?.filter(weight => weight > 0) ?? held[0]).length > 1;
  return { ...found, divergence: divergence(found, shaped), focus: focus(found, [every, ...choices]), convergence: convergence(found) };
}

function divergence({ d_ind, d_near, r, r_nearest }, shaped) {
  if (d_ind === null) return "not-judged";
  if (atMost(d_near, 0.1) && atLeast(r_nearest, 0.8)) return "me-too";
  if (r === null) return shaped ? "flat" : "not-judged";
  return atLeast(d_ind, 0.2) && atMost(r, 0.5) ? "divergent" : "partial";
}

function focus({ share, level }, choices) {
  if (level === null) return "not-judged";
  if (share === null) return "no-emphasis";
  if (choices.map(spread).some(([, share, level]) => atLeast(share, 0.85) && atLeast(level, 0.5))) return "unfocused";
  return atLeast(share, 0.85) ? "no-emphasis" : atMost(share, 0.65) ? "focused" : "partial";
}

function convergence({ w, gap_mean }) {
  if (w === null) return "not-judged";
  return !atLeast(w, 0.8) ? "apart" : atMost(gap_mean, 0.15) ? "converged" : "tiers";
}
