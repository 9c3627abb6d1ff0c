// The canvas as YAML that reads back as it was typed: every text in double quotes, every level a plain number.
const quoted = text => JSON.stringify(text).replace(/[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g, char => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"));
const flow = pairs => "{" + pairs.filter(([, value]) => known(value) && value !== "").map(([key, value]) => key + ": " + value).join(", ") + "}";
// A key of a mapping within another; one so long that YAML would not look for its colon is asked for.
const entry = (id, pairs) => {
  const key = quoted(id);
  return "  " + (key.length > 1000 ? "? " + key + "\n  : " : key + ": ") + flow(pairs);
};

// Whether levels look like shares among levels in points, which is an error of a canvas: the rule BC003.
function seemShares({ low, high, step, lines }, now) {
  return high >= 5 && now.some((row, c) => {
    const given = row.filter(known);
    return given.length > 2 && lines[c].role !== "wanted" && given.every(level => level >= 0 && level <= 1)
      && given.some(level => nine((level - low) / step) % 1) && now.some(other => other !== row && other.some(level => level > 1));
  });
}

function asYaml(block, before, now) {
  const { axes, lines } = block;
  const cell = (c, k) => {
    const [, low, high, n] = lines[c].points[k], level = now[c][k];
    return level === before[c][k] && known(level) && [low, high, n].some(known)
      ? flow([["value", level], ["low", low], ["high", high], ["n", n]]) : level + "";
  };
  const words = block.words.length ? flow(block.words.map(([level, word]) => [level, quoted(word)])) : null;
  const about = [["title", block.title], ["date", block.date], ["language", block.language], ["tagline", block.subtitle]];
  return [
    ...seemShares(block, now) ? ["# bluecanvas: ignore-file[BC003] as shown"] : [],
    "bluecanvas: 1",
    ...about.filter(([, text]) => text).map(([key, text]) => key + ": " + quoted(text)),
    ...!known(block.us) ? [] : ["us: " + quoted(lines[block.us].id)],
    "scale: " + flow([["min", block.low], ["max", block.high], ["step", block.step], ["words", words]]),
    "factors:",
    ...axes.map(axis => entry(axis.id, [
      ["name", quoted(axis.name)], ["kind", axis.price ? "price" : null],
      ["direction", axis.burden && !axis.price ? "burden" : null], ["importance", axis.importance]])),
    "curves:",
    ...lines.map(line => entry(line.id, [
      ["name", quoted(line.name)], ["role", line.role], ["share", line.share]])),
    "scores:",
    "  - [" + [block.factor_word, ...lines.map(line => line.id)].map(quoted).join(", ") + "]",
    ...axes.map((axis, k) => "  - [" + [quoted(axis.id), ...lines.map((_, c) => cell(c, k))].join(", ") + "]"),
    "",
  ].join("\n");
}
