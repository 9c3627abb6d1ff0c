// The figures and verdicts of the reading, by the same formulas as the Python of this package; a test holds them equal.
// Levels are shares of the axis, 0 to 1, or null where unknown; `r` of a flat curve is null.
const ABSENT = 0.05, TOKEN = 0.3, FLAT = 1e-9;
const sum = values => values.reduce((total, value) => total + value, 0);
const nine = value => Math.round(value * 1e9) / 1e9;
const atLeast = (value, bar) => value !== null && (value >= bar || nine(value) >= nine(bar));
const atMost = (value, bar) => value !== null && (value <= bar || nine(value) <= nine(bar));
const flat = values => !values.length || Math.max(...values) - Math.min(...values) <= FLAT;
const meanOf = values => values.length ? sum(values) / values.length : null;
const pairsOf = things => things.flatMap((a, at) => things.slice(at + 1).map(b => [a, b]));

function meanLevel(levels, weights) {
  const known = levels.map((level, at) => [level, weights ? weights[at] : 1]).filter(([level]) => level !== null);
  const total = sum(known.map(([, weight]) => weight));
  return total > 0 ? sum(known.map(([level, weight]) => level * weight)) / total : null;
}

function distance(x, y, weights) {
  if (x.length < 2) return null;
  const apart = x.map((level, at) => Math.abs(level - y[at]));
  if (!weights) return sum(apart) / x.length;
  const total = sum(weights);
  return total > 0 ? sum(apart.map((part, at) => part * weights[at])) / total : null;
}

function likeness(x, y, weights) {
  if (weights) {
    const kept = weights.map((weight, at) => at).filter(at => weights[at] > 0);
    [x, y, weights] = [x, y, weights].map(values => kept.map(at => values[at]));
  } else weights = x.map(() => 1);
  if (x.length < 2 || flat(x) || flat(y)) return null;
  const total = sum(weights), weighed = values => sum(values.map((value, at) => value * weights[at]));
  const mx = weighed(x) / total, my = weighed(y) / total;
  const dx = x.map(level => level - mx), dy = y.map(level => level - my);
  const product = (a, b) => weighed(a.map((value, at) => value * b[at]));
  const size = Math.sqrt(product(dx, dx)) * Math.sqrt(product(dy, dy));
  return size > 0 ? Math.max(-1, Math.min(1, product(dx, dy) / size)) : null;
}

function effectiveNumber(levels) {
  const total = sum(levels);
  return levels.length && total > 0 ? total * total / sum(levels.map(level => level * level)) : null;
}

function spread(levels) {
  if (levels.length < 2) return [null, null, null];
  const number = effectiveNumber(levels);
  return [number, number === null ? null : number / levels.length, meanOf(levels)];
}

function averageRanks(values) {
  const rising = [...values].sort((a, b) => a - b), first = new Map(), last = new Map();
  rising.forEach((value, at) => {
    if (!first.has(value)) first.set(value, at + 1);
    last.set(value, at + 1);
  });
  return values.map(value => (first.get(value) + last.get(value)) / 2);
}

function agreement(rows) {
  const judges = rows.length, things = judges ? rows[0].length : 0;
  if (judges < 2 || things < 2) return null;
  const ranks = rows.map(averageRanks), middle = judges * (things + 1) / 2, sums = new Array(things).fill(0);
  let ties = 0;
  for (const row of ranks) {
    const sizes = new Map();
    row.forEach((rank, at) => {
      sums[at] += rank;
      sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
    });
    for (const size of sizes.values()) ties += size ** 3 - size;
  }
  const apart = sum(sums.map(total => (total - middle) ** 2));
  const most = judges * judges * (things ** 3 - things) - judges * ties;
  return most > 0 ? Math.min(1, 12 * apart / most) : null;
}

const duelOf = pair => ({ r: likeness(...pair), gap: distance(...pair) });

// What stands still while levels move: whom a curve is held against, and what each factor weighs.
function standing(block) {
  const of = role => block.lines.map((_, at) => at).filter(at => block.lines[at].role === role);
  const industry = of("industry")[0] ?? null;
  const rivals = of("rival").length ? of("rival") : industry === null ? [] : [industry];
  const shares = rivals.map(at => block.lines[at].share), weights = block.axes.map(axis => axis.importance);
  const most = Math.max(0, ...weights.filter(weight => weight !== null));
  return {
    rivals, industry,
    shares: shares.includes(null) ? null : shares,
    weights: weights.includes(null) || most <= 0 ? null : weights.map(weight => weight / most),
    judged: block.lines.map((_, at) => at).filter(
      at => at === block.us || ["as-is", "to-be"].includes(block.lines[at].role)),
  };
}

// Every figure and verdict of one curve; `levels` holds a row a curve, on the user's scale.
function figures(block, levels, curve) {
  const { rivals, industry, shares, weights } = standing(block), span = block.high - block.low;
  const rows = levels.map(row => row.map(level => level === null ? null : (level - block.low) / span));
  const all = block.axes.map((_, j) => j);
  const reference = all.map(j => industry === null ? meanLevel(rivals.map(at => rows[at][j]), shares) : rows[industry][j]);
  const offers = all.map(j => {
    const known = rivals.map(at => rows[at][j]).filter(level => level !== null);
    return known.length ? known.some(level => nine(level) > ABSENT) : null;
  });
  const existing = all.filter(j => offers[j] === true);
  const both = (a, b) => {
    const known = existing.filter(j => a[j] !== null && b[j] !== null);
    return [known.map(j => a[j]), known.map(j => b[j]), weights && known.map(j => weights[j])];
  };

  const ours = rows[curve];
  let nearest = null, d_near = null, r_nearest = null;
  for (const rival of rivals) {
    const apart = rival === curve ? null : distance(...both(ours, rows[rival]));
    if (apart === null || d_near !== null && nine(apart) > nine(d_near)) continue;
    const alike = likeness(...both(ours, rows[rival]));
    if (d_near === null || nine(apart) < nine(d_near)) [nearest, d_near, r_nearest] = [rival, apart, alike];
    else if (alike !== null && !atLeast(r_nearest, alike)) r_nearest = alike;
  }
  const d_ind = distance(...both(ours, reference)), r = likeness(...both(ours, reference));

  const offering = all.filter(j => !block.axes[j].burden && !block.axes[j].price && ours[j] !== null);
  const kept = offering.filter(j => offers[j] !== false || atLeast(ours[j], TOKEN)).map(j => ours[j]);
  const [k_eff, share, level] = spread(kept);
  const [, share_existing, level_existing] = spread(offering.filter(j => offers[j] !== false).map(j => ours[j]));

  const players = rivals.includes(curve) ? rivals : [curve, ...rivals];
  const known = existing.filter(j => players.every(at => rows[at][j] !== null));
  const duel = typeof duelling === "function" ? duelling(levels, rows, existing, both) : (a, b) => duelOf(both(rows[a], rows[b]));
  const duels = pairsOf(players).map(([a, b]) => duel(a, b));
  const w = agreement(players.map(at => known.map(j => rows[at][j])));
  const r_mean = meanOf(duels.map(({ r }) => r).filter(value => value !== null));
  const gap_mean = meanOf(duels.map(({ gap }) => gap).filter(value => value !== null));

  const found = { d_ind, d_near, nearest, r, r_nearest, k_eff, factors: kept.length, share, level, share_existing, level_existing,
    w, r_mean, gap_mean };
  const [x, , heavy] = both(ours, reference);
  const shaped = heavy ? x.filter((_, at) => heavy[at] > 0).length > 1 : x.length > 1;
  return { ...found, divergence: divergence(found, shaped), focus: focus(found), convergence: convergence(found) };
}

function divergence({ d_ind, d_near, r, r_nearest }, shaped) {
  if (d_ind === null) return "not-judged";
  if (atMost(d_near, 0.1) && atLeast(r_nearest, 0.8)) return "me-too";
  if (r === null) return shaped ? "flat" : "not-judged";
  return atLeast(d_ind, 0.2) && atMost(r, 0.5) ? "divergent" : "partial";
}

function focus({ share, level, share_existing, level_existing }) {
  if (level === null) return "not-judged";
  if (share === null) return "no-emphasis";
  const wide = atLeast(share, 0.85);
  if (wide && atLeast(level, 0.5) || atLeast(share_existing, 0.85) && atLeast(level_existing, 0.5)) return "unfocused";
  return wide ? "no-emphasis" : atMost(share, 0.65) ? "focused" : "partial";
}

function convergence({ w, gap_mean }) {
  if (w === null) return "not-judged";
  return !atLeast(w, 0.8) ? "apart" : atMost(gap_mean, 0.15) ? "converged" : "tiers";
}
