// A page's what-if: levels that move, the figures that follow, and the canvas as it then is.
const words = JSON.parse(document.getElementById("words").textContent);
const made = (tag, attributes = {}, ...inside) => {
  const element = document.createElement(tag);
  put(element, attributes);
  element.append(...inside);
  return element;
};
const digits = number => number.replace(".", words.decimal ?? ".");
const shownLevel = level => known(level) ? digits("" + (+level.toFixed(2) + 0)) : "–";
const two = value => known(value) ? digits((Math.round(value * 100) / 100 + 0).toFixed(2).replace("-", "−")) : "–";

const tip = made("div", { class: "tip", hidden: "", "aria-hidden": "true" });
document.body.append(tip);
const hideTip = () => { tip.hidden = true; };
function showTip(point, [head, ...lines]) {
  tip.replaceChildren(made("b", {}, head), ...lines.map(line => made("span", {}, line)));
  tip.hidden = false;
  const box = point.querySelector("circle").getBoundingClientRect(), { width, height } = tip.getBoundingClientRect();
  const above = box.top - height - 4;
  tip.style.left = near(box.left + box.width / 2 - width / 2, 6, innerWidth - width - 6) + "px";
  tip.style.top = (above > 6 ? above : box.bottom + 4) + "px";
}

// What the data leaves out because the page says it, or because it goes without saying.
function whole(block, curveNames, factorNames) {
  const points = row => row.map(point => Array.isArray(point) ? point : [point]);
  const named = (things, names, usual) => things.map((thing, at) => {
    const name = thing.name ?? names[at];
    return { ...usual, id: name, ...thing, name, ...thing.points && { points: points(thing.points) } };
  });
  return { ...block, axes: named(block.axes, factorNames, { importance: null }), derived: named(block.derived ?? [], []),
    lines: named(block.lines, curveNames, { share: null, role: "rival", depth: 0 }) };
}

function start(section) {
  section.normalize(); // a parser may split a long text
  const items = [...section.querySelectorAll(".names li")], area = section.querySelector(".area");
  const curveNames = items.map(item => item.querySelector("span").firstChild?.data ?? "");
  const factorNames = [...section.querySelectorAll(".factors span")].map(name => name.textContent);
  const block = whole(JSON.parse(section.querySelector(".data").textContent), curveNames, factorNames);
  const before = block.lines.map(line => line.points.map(([level]) => level)), now = before.map(row => [...row]);
  const cells = [...section.querySelectorAll(".scroll tbody tr")].map(row => [...row.querySelectorAll("td")]);
  const typed = cells.map(row => row.map(cell => cell.textContent));
  const one = drawing(area.firstChild, block), { points, curves } = one;
  const panel = panelOf(section, block, curveNames, factorNames);
  const span = block.high - block.low, step = block.step > 0 ? block.step : span / 10;

  const detail = (c, k) => {
    const [level, low = null, high = null, n = null, sources = []] = block.lines[c].points[k], to = now[c][k];
    const word = block.words.find(([at]) => at === to)?.[1];
    const said = [shownLevel(to) + (word ? ` (${word})` : "")];
    if (to !== level) return [...said, `${words.was} ${shownLevel(level)}`];
    if (known(low) && known(high)) said.push(`${words.interval} ${shownLevel(low)} – ${shownLevel(high)}`);
    if (known(n)) said.push(`n = ${n}`);
    if (sources.length) said.push(`${words.evidence}: ${sources.map(at => block.sources[at]).join("; ")}`);
    return said;
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

  const snapped = level => near(block.low + Math.round((level - block.low) / step) * step, block.low, block.high);
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
    const [more, less, next, last] = one.upright()
      ? ["ArrowUp", "ArrowDown", "ArrowRight", "ArrowLeft"] : ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"];
    const to = { [more]: [1], [less]: [-1], PageUp: [3], PageDown: [-3] }[event.key];
    const factors = block.axes.map((_, j) => j).filter(j => points[c][j]);
    const there = { [next]: factors.find(j => j > k), [last]: factors.findLast(j => j < k) };
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (to) move(c, k, stepped(now[c][k], to[0]));
    else if (event.key in there) { if (there[event.key] !== undefined) focusOn(c, there[event.key]); }
    else if (event.key === "Home") move(c, k, block.low);
    else if (event.key === "End") move(c, k, block.high);
    else if (["Delete", "Backspace"].includes(event.key)) move(c, k, before[c][k]);
    else if (event.key === "Escape") return hideTip();
    else return;
    event.preventDefault();
    if (to || !(event.key in there)) showTip(points[c][k], headed(c, k));
  }

  const headed = (c, k) => [`${curveNames[c]}, ${factorNames[k]}`, ...detail(c, k)];

  let held = null;
  pointing(area, { one, now, move, snapped, focusOn, headed, held: () => held });

  const light = c => {
    area.classList.toggle("lit", c !== null);
    curves.flat().forEach(curve => curve.classList.toggle("on", curves[c]?.includes(curve)));
  };

  put(one.svg, { role: "group" });
  one.svg.removeAttribute("aria-describedby");
  points.forEach((_, c) => enliven(c));

  // Makes the points of a curve sliders.
  function enliven(c) {
    const row = points[c];
    row.forEach((point, k) => {
      put(point, { role: "slider", tabindex: k === row.findIndex(Boolean) ? 0 : -1,
        "aria-label": `${curveNames[c]}, ${factorNames[k]}`, "aria-valuemin": block.low, "aria-valuemax": block.high });
      point.addEventListener("focus", () => {
        held = c;
        showTip(point, headed(c, k));
      });
      point.addEventListener("blur", hideTip);
      point.addEventListener("keydown", event => pressed(event, c, k));
      tell(c, k);
    });
    turn(c);
  }

  const wake = typeof waking === "function" ? waking(block, one, now, enliven) : () => {};

  items.forEach((item, c) => {
    const button = made("button", { type: "button", "aria-pressed": "true", "aria-keyshortcuts": "ArrowRight" }, ...item.childNodes);
    item.append(button);
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      put(button, { "aria-pressed": shown });
      curves[c].forEach(curve => curve.classList.toggle("off", !shown));
      light(null);
    });
    const lit = () => {
      if (button.getAttribute("aria-pressed") !== "true") return;
      light(c);
      wake(c);
    };
    if (!block.lines[c]) button.removeAttribute("aria-keyshortcuts");
    // into the curve
    button.addEventListener("keydown", event => {
      const first = points[c]?.findIndex(Boolean) ?? -1;
      if (event.key !== "ArrowRight" || first < 0) return;
      event.preventDefault();
      focusOn(c, first);
    });
    for (const name of ["pointerenter", "focus"]) button.addEventListener(name, lit);
    for (const name of ["pointerleave", "blur"]) button.addEventListener(name, () => light(null));
  });

  panel.reset.addEventListener("click", () => {
    before.forEach((row, c) => row.forEach((level, k) => { if (known(level)) move(c, k, level); }));
  });
  panel.update(before, now, null);
  draw();
  new ResizeObserver(() => draw()).observe(area);
  document.fonts?.ready.then(() => draw());
}

// The figures, what has been moved, and the canvas as YAML.
function panelOf(section, block, curveNames, factorNames) {
  const panel = section.querySelector(".live"), level = +section.querySelector("h1, h2").tagName[1] + 1;
  const heading = text => made("h" + level, {}, text);
  const judged = block.high > block.low ? standing(block).judged : [];
  const reset = made("button", { type: "button" }, words.reset), copy = made("button", { type: "button" }, words.copy);
  const save = made("button", { type: "button" }, words.save), moves = made("ul", { class: "moves" });
  const status = made("p", { role: "status", class: "quiet" }), said = made("p", { role: "status", class: "said" });
  const text = made("textarea", { readonly: "", spellcheck: "false", "aria-label": words.yaml });
  const details = made("details", {}, made("summary", {}, words.yaml), text);
  const which = made("select", {}, ...judged.map(c => made("option", { value: c }, curveNames[c])));
  const body = made("tbody"), shares = made("p", { class: "quiet" }, words.shares);
  const head = [words.figure, words.before, words.now].map(word => made("th", { scope: "col" }, word));
  const table = made("table", { class: "figures" }, made("thead", {}, made("tr", {}, ...head)), body);
  const reading = made("section", {}, heading(words.reading));
  if (judged.length > 1) reading.append(made("label", {}, words.curve, which));
  if (judged.length) panel.append(reading);
  reading.append(table, shares);
  panel.prepend(made("p", { class: "hint" }, words.hint, " ", words.hint_keys));
  const asked = made("section", {}, heading(words.whatif), moves, made("div", { class: "buttons" }, reset, copy, save), status, details);
  panel.append(asked, said);
  panel.hidden = false;

  const value = (found, name) => {
    if (name === "d_near" && found.nearest !== null) return `${two(found.d_near)} (${curveNames[found.nearest]})`;
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
    const [then, today] = [first.get(curve), figures(block, last[1], curve)];
    const rows = names.map(name => {
      const texts = [then, today].map(found => value(found, name)), changed = texts[0] !== texts[1];
      const cells = texts.map((shown, at) => made("td", { "data-value": String([then, today][at][name]) }, shown));
      const style = [name in kinds ? "verdict" : "", changed ? "changed" : ""].join(" ").trim();
      return made("tr", { class: style, "data-figure": name }, made("th", { scope: "row" }, words[name]), ...cells);
    });
    body.replaceChildren(...rows);
    return names.filter(name => value(then, name) !== value(today, name))
      .map(name => `${words[name]}: ${value(then, name)} → ${value(today, name)}`);
  }

  function update(before, now, moved) {
    last = [before, now];
    const changes = now.flatMap((row, c) => row.flatMap((level, k) => level === before[c][k] ? []
      : [`${curveNames[c]}, ${factorNames[k]}: ${shownLevel(before[c][k])} → ${shownLevel(level)}`]));
    if (judged.includes(moved)) which.value = moved;
    const figures = judged.length ? showFigures() : [];
    moves.replaceChildren(...(changes.length ? changes : [words.nothing]).map(change => made("li", {}, change)));
    asked.classList.toggle("still", reset.disabled = !changes.length);
    if (!large) write();
    status.textContent = "";
    // told once a movement rests, not at every step
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (moved !== null) said.textContent = figures.join("; ") || words.nothing;
      if (large) write();
    }, 500);
  }

  which.addEventListener("change", showFigures);
  copy.addEventListener("click", async () => {
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
  save.addEventListener("click", () => {
    write();
    const name = block.title.normalize().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
    const href = URL.createObjectURL(new Blob([text.value], { type: "application/yaml" }));
    made("a", { href, download: ([...name].slice(0, 40).join("") || "what-if") + ".canvas.yaml" }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  });
  return { update, reset };
}

addEventListener("keydown", event => { if (event.key === "Escape") hideTip(); });
addEventListener("scroll", hideTip, { passive: true });
for (const data of document.querySelectorAll(".data")) start(data.closest(".block"));
