// Of a crowd: what one moved level leaves as it was: by the array of levels, the rows it held and the figures of their pairs.
const remembered = new WeakMap();

// The likeness and the distance of a pair of rows, asked for by their places: worked out again where a row is another.
function duelling(levels, rows, existing, both) {
  const last = remembered.get(levels), set = existing.join();
  const kept = last?.set === set && last.rows.length === rows.length ? last : { set, rows: [], ages: rows.map(() => 0), pairs: new Map() };
  remembered.set(levels, kept);
  rows.forEach((row, at) => {
    if (!kept.rows[at]?.every((level, j) => level === row[j])) [kept.rows[at], kept.ages[at]] = [row, kept.ages[at] + 1];
  });
  return (a, b) => {
    const key = a * rows.length + b, ages = kept.ages[a] + " " + kept.ages[b];
    let found = kept.pairs.get(key);
    if (found?.ages !== ages) {
      kept.pairs.set(key, found = { ages, ...duelOf(both(rows[a], rows[b])) });
    }
    return found;
  };
}
