// A page's what-if: levels that move, the figures that follow, and the canvas as it then is.
const words = JSON.parse(textOf(document.querySelector("#words")));
const made = (tag, attributes = {}, ...inside) => {
  const element = document.createElement(tag);
  put(element, attributes);
  element.append(...inside);
  return element;
};
const digits = number => number.replace(".", words.decimal ?? ".").replace("-", "−");
const shownLevel = level => known(level) ? digits("" + (+level.toFixed(2) + 0)) : "–";
const two = value => known(value) ? digits((round(value * 100) / 100 + 0).toFixed(2)) : "–";

const tip = made("div", { class: "tip", hidden: "", "aria-hidden": "true" });
document.body.append(tip);
const hideTip = () => { tip.hidden = true; };
function showTip(point, [head, ...lines]) {
  tip.replaceChildren(made("b", {}, head), ...lines.map(line => made("span", {}, line)));
  tip.hidden = false;
  const box = boxOf(point.firstChild), { width, height } = boxOf(tip);
  const above = box.top - height - 4;
  tip.style.left = near(box.left + box.width / 2 - width / 2, 6, innerWidth - width - 6) + "px";
  tip.style.top = (above > 6 ? above : box.bottom + 4) + "px";
}

// What the data leaves out because the page says it, or because it goes without saying.
function whole(section, curveNames, factorNames, cells) {
  const given = JSON.parse(textOf(section.querySelector(".data")));
  const named = (names, things, usual) => names.map((name, at) => {
    const thing = things[at]?.big ? { id: things[at] } : things[at];
    return { ...usual, id: thing?.name ?? name, name, ...thing };
  });
  const pointed = (line, c) => ({ ...line, points: cells.map((row, k) => {
    const [level, low = null, high = null, n = null] = line.points ? [line.points[k]].flat() : pointIn(textOf(row[c]));
    return [level, low, high, n, [line.evidence?.[k] ?? line.evidence?.[0] ?? []].flat()];
  }) });
  const { lines, axes = [], derived = [] } = given, texts = all(section, ".block>header>:first-child,.scroll th").map(textOf);
  return {
    title: texts[0], subtitle: "", date: "", low: 0, high: 10, step: 1, words: [], factor_word: texts[1], sources: [], us: 0, ...given,
    axes: named(factorNames, axes, { importance: null }), derived: derived.map((line, at) => pointed(line, lines.length + at)),
    lines: named(curveNames.slice(0, lines.length), lines, { share: null, role: "rival", depth: 0 }).map(pointed),
  };
}

// A point as a cell of the table says it.
function pointIn(text) {
  const numbers = (text.match(/−?\d+([.,]\d+)?/g) ?? []).map(digits => +digits.replace(",", ".").replace("−", "-"));
  const n = text.includes("n") ? numbers.pop() : null, [level = null, low = null, high = null] = numbers;
  return [level, low, high, n];
}

function start(section) {
  // a parser may split a long text
  section.normalize();
  const items = all(section, ".names li"), area = section.querySelector(".area");
  const curveNames = items.map(item => item.querySelector("span").firstChild?.data ?? "");
  const factorNames = all(section, ".factors span").map(textOf);
  const nameOf = (c, k) => `${curveNames[c]}, ${factorNames[k]}`;
  const cells = all(section, ".scroll tbody tr").map(row => all(row, "td"));
  const block = whole(section, curveNames, factorNames, cells);
  const before = block.lines.map(line => line.points.map(([level]) => level)), now = before.map(row => [...row]);
  const typed = cells.map(row => row.map(textOf));
  const one = drawing(area.firstChild, block), { points, curves } = one;
  const panel = panelOf(section, block, curveNames, nameOf);
  const span = block.high - block.low, step = block.step > 0 ? block.step : span / 10;

  const detail = (c, k) => {
    const [level, low, high, n, sources] = block.lines[c].points[k], to = now[c][k];
    const word = block.words.find(([at]) => at === to)?.[1], said = shownLevel(to) + (word ? ` (${word})` : "");
    return (to !== level ? [said, `${words.was} ${shownLevel(level)}`] : [
      said, known(low) && known(high) && `${words.interval} ${shownLevel(low)} – ${shownLevel(high)}`, known(n) && `n = ${n}`,
      sources.length && `${words.evidence}: ${sources.map(at => block.sources[at]).join("; ")}`]).filter(Boolean);
  };

  function tell(c, k) {
    if (points[c][k]) put(points[c][k], { "aria-valuenow": now[c][k], "aria-valuetext": detail(c, k).join(", ") });
  }

  const follow = typeof following === "function" ? following(block, one, before, now, cells, typed) : null;

  // Everything, or the points of one factor; names stay where they are as long as their curves end there.
  let ended = "";
  function draw(only) {
    const where = one.draw([...before, ...follow?.means ?? []], [...now, ...follow?.meansNow() ?? []], only);
    const ends = where.map(row => row.findLast(known)).join();
    if (only === undefined || ends !== ended) nameEnds(one, items, where);
    ended = ends;
    if (only === undefined) points.forEach((_, c) => turn(c));
  }

  function turn(c) {
    points[c].forEach(point => put(point, { "aria-orientation": one.upright() ? "vertical" : "horizontal" }));
  }

  function move(c, k, level) {
    const to = near(+level.toFixed(10), block.low, block.high);
    if (to === now[c][k]) return;
    now[c][k] = to;
    cells[k][c].textContent = to === before[c][k] ? typed[k][c] : shownLevel(to);
    cells[k][c].classList.toggle("changed", to !== before[c][k]);
    tell(c, k);
    follow?.told(k);
    draw(k);
    panel.update(before, now, c);
  }

  const snapped = level => near(block.low + round((level - block.low) / step) * step, block.low, block.high);
  const stepped = (level, by) => {
    const steps = (level - block.low) / step, grid = by > 0 ? Math.floor(steps + 1e-9) : Math.ceil(steps - 1e-9);
    return block.low + (grid + by) * step;
  };

  function focusOn(c, k) {
    points[c].forEach(point => put(point, { tabindex: -1 }));
    put(points[c][k], { tabindex: 0 });
    points[c][k].focus();
  }

  function pressed(event, c, k) {
    const keys = ["Up", "Down", "Right", "Left"].map(way => "Arrow" + way);
    const [more, less, next, last] = one.upright() ? keys : [keys[2], keys[3], keys[1], keys[0]];
    const row = points[c], step = by => stepped(now[c][k], by);
    const level = { [more]: step(1), [less]: step(-1), PageUp: step(3), PageDown: step(-3), Home: block.low, End: block.high,
      Delete: before[c][k], Backspace: before[c][k] }[event.key];
    const factor = { [next]: row.findIndex((point, j) => point && j > k), [last]: row.findLastIndex((point, j) => point && j < k) }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") return hideTip();
    if (level !== undefined) {
      move(c, k, level);
      showTip(row[k], headed(c, k));
    } else if (factor >= 0) focusOn(c, factor);
    else if (factor === undefined) return;
    event.preventDefault();
  }

  const headed = (c, k) => [nameOf(c, k), ...detail(c, k)];

  let held = null;
  pointing(area, { one, now, move, snapped, focusOn, headed, held: () => held });

  const light = c => {
    area.classList.toggle("lit", known(c));
    curves.forEach((pair, at) => pair.forEach(curve => curve.classList.toggle("on", at === c)));
  };

  put(one.svg, { role: "group", "aria-describedby": "" });
  points.forEach((_, c) => enliven(c));

  // Makes the points of a curve sliders.
  function enliven(c) {
    const row = points[c];
    row.forEach((point, k) => {
      put(point, { role: "slider", tabindex: k === row.findIndex(Boolean) ? 0 : -1,
        "aria-label": nameOf(c, k), "aria-valuemin": block.low, "aria-valuemax": block.high });
      on(point, "focus", () => {
        held = c;
        showTip(point, headed(c, k));
      });
      on(point, "blur", hideTip);
      on(point, "keydown", event => pressed(event, c, k));
      tell(c, k);
    });
    turn(c);
  }

  const wake = typeof waking === "function" && waking(block, one, now, enliven);

  items.forEach((item, c) => {
    const button = made("button", { type: "button" }, ...item.childNodes);
    item.append(button);
    item.classList.remove("off");
    if (block.lines[c]) put(button, { "aria-keyshortcuts": "ArrowRight" });
    put(button, { "aria-pressed": !one.hidden(c) });
    on(button, "click", () => {
      curves[c].forEach(curve => curve.classList.toggle("off"));
      put(button, { "aria-pressed": !one.hidden(c) });
      light(null);
      draw();
    });
    // into the curve
    on(button, "keydown", event => {
      const first = points[c]?.findIndex(Boolean) ?? -1;
      if (event.key !== "ArrowRight" || first < 0) return;
      event.preventDefault();
      focusOn(c, first);
    });
    on(button, "pointerenter focus", () => {
      if (one.hidden(c)) return;
      light(c);
      if (wake) wake(c);
    });
    on(button, "pointerleave blur", () => light(null));
  });

  on(panel.reset, "click", () => {
    before.forEach((row, c) => row.forEach((level, k) => { if (known(level)) move(c, k, level); }));
  });
  panel.update(before, now, null);
  draw();
  new ResizeObserver(() => draw()).observe(area);
  document.fonts.ready.then(() => draw());
}

// The figures, what has been moved, and the canvas as YAML.
function panelOf(section, block, curveNames, nameOf) {
  const panel = section.querySelector(".live"), [reading, asked] = panel.querySelectorAll("section");
  const [label, which, body, moves, status, details, text, said] = ["label", "select", "tbody", ".moves", "[role]", "details", "textarea", ".said"]
    .map(part => panel.querySelector(part));
  const [reset, copy, save] = panel.querySelectorAll("button");
  const judged = block.high > block.low ? standing(block).judged : [];
  which.append(...judged.map(c => made("option", { value: c }, curveNames[c])));
  label.hidden = judged.length < 2;
  reading.hidden = !judged.length;
  panel.hidden = false;

  const value = (found, name) => {
    if (name === "d_near" && known(found.nearest)) return `${two(found.d_near)} (${curveNames[found.nearest]})`;
    if (name === "k_eff" && known(found.k_eff)) return `${two(found.k_eff)} ${words.of} ${found.factors}`;
    return name in kinds ? words[found[name]] : two(found[name]);
  };
  const kinds = { divergence: ["d_ind", "d_near", "r"], focus: ["k_eff"], convergence: ["w", "r_mean", "gap_mean"] };
  const names = Object.entries(kinds).flatMap(([kind, figures]) => [kind, ...figures]);
  // the figures of the levels as they came, by curve: they stay
  const first = new Map();
  let last = [], timer = 0;
  const large = block.lines.length * block.axes.length > 2000, write = () => { text.value = asYaml(block, ...last); };

  function showFigures() {
    const curve = +which.value;
    if (!first.has(curve)) first.set(curve, figures(block, last[0], curve));
    const found = [first.get(curve), figures(block, last[1], curve)], changes = [];
    body.replaceChildren(...names.map(name => {
      const texts = found.map(one => value(one, name)), changed = texts[0] !== texts[1];
      if (changed) changes.push(`${words[name]}: ${texts.join(" → ")}`);
      const cells = texts.map((text, at) => made("td", { "data-value": found[at][name] }, text));
      const style = (name in kinds ? "verdict " : "") + (changed ? "changed" : "");
      return made("tr", { class: style, "data-figure": name }, made("th", { scope: "row" }, words[name]), ...cells);
    }));
    return changes;
  }

  function update(before, now, moved) {
    last = [before, now];
    const changes = now.flatMap((row, c) => row.flatMap((level, k) => level === before[c][k] ? []
      : [`${nameOf(c, k)}: ${shownLevel(before[c][k])} → ${shownLevel(level)}`]));
    if (judged.includes(moved)) which.value = moved;
    const figures = judged.length ? showFigures() : [];
    moves.replaceChildren(...(changes.length ? changes : [words.nothing]).map(change => made("li", {}, change)));
    asked.classList.toggle("still", reset.disabled = !changes.length);
    if (!large) write();
    status.textContent = "";
    // told once a movement rests, not at every step
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (known(moved)) said.textContent = figures.join("; ") || words.nothing;
      if (large) write();
    }, 500);
  }

  on(which, "change", showFigures);
  on(copy, "click", async () => {
    write();
    try {
      await navigator.clipboard.writeText(text.value);
      status.textContent = words.copied;
    } catch {
      details.open = true;
      text.focus();
      text.select();
      status.textContent = document.execCommand("copy") ? words.copied : words.not_copied;
    }
  });
  on(save, "click", () => {
    write();
    const name = block.title.normalize().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    const href = URL.createObjectURL(new Blob([text.value], { type: "application/yaml" }));
    made("a", { href, download: ([...name].slice(0, 40).join("") || "what-if") + ".canvas.yaml" }).click();
  });
  return { update, reset };
}

on(window, "keydown", event => { if (event.key === "Escape") hideTip(); });
on(window, "scroll", hideTip);
for (const data of all(document, ".data")) start(data.closest(".block"));
