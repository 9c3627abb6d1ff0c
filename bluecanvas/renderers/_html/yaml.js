// The canvas as YAML that reads back as it was typed: every text in double quotes, every level a plain number.
const quoted = text => JSON.stringify(text).replace(/[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\uffff]/g, char => "\\u" + char.charCodeAt(0).toString(16).padStart(4, "0"));
const flow = pairs => "{" + pairs.filter(([, value]) => value !== null && value !== "").map(([key, value]) => key + ": " + value).join(", ") + "}";

function asYaml(block, before, now) {
  const { axes, lines } = block;
  const cell = (c, k) => {
    const [, low = null, high = null, n = null] = lines[c].points[k], level = now[c][k];
    if (level === null || level !== before[c][k] || low === null && high === null && n === null) return String(level);
    return flow([["value", level], ["low", low], ["high", high], ["n", n]]);
  };
  const words = block.words.length ? flow(block.words.map(([level, word]) => [level, quoted(word)])) : null;
  const about = [["title", block.title], ["date", block.date], ["language", block.language], ["tagline", block.subtitle]];
  return [
    // levels that look like shares are an error of a canvas; here they are meant
    ...block.high > 4 && now.some(row => row.every(level => level <= 1) && row.some(level => level % 1)) ?
      ["# bluecanvas: ignore-file[BC003] as shown"] : [],
    "bluecanvas: 1",
    ...about.filter(([, text]) => text).map(([key, text]) => key + ": " + quoted(text)),
    ...block.us === null ? [] : ["us: " + quoted(lines[block.us].id)],
    "scale: " + flow([["min", block.low], ["max", block.high], ["step", block.step], ["words", words]]),
    "factors:",
    ...axes.map(axis => "  " + quoted(axis.id) + ": " + flow([
      ["name", quoted(axis.name)], ["kind", axis.price ? "price" : null],
      ["direction", axis.burden && !axis.price ? "burden" : null], ["importance", axis.importance]])),
    "curves:",
    ...lines.map(line => "  " + quoted(line.id) + ": " + flow([
      ["name", quoted(line.name)], ["role", line.role], ["share", line.share]])),
    "scores:",
    "  - [" + [block.factor_word, ...lines.map(line => line.id)].map(quoted).join(", ") + "]",
    ...axes.map((axis, k) => "  - [" + [quoted(axis.id), ...lines.map((_, c) => cell(c, k))].join(", ") + "]"),
    "",
  ].join("\n");
}
