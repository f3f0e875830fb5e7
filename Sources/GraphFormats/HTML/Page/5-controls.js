// Mouse, touch, keyboard and the filters.

function refresh(rearrange) {
  choose();
  if (rearrange) arrange();
  showPanel();
  needsDraw = true;
}

function select(index, center) {
  if (state.pathFrom >= 0 && index >= 0 && index !== state.pathFrom) {
    const path = shortestPath(state.pathFrom, index);
    state.pathFrom = -1;
    $("path").setAttribute("aria-pressed", "false");
    if (path) {
      state.path = path; state.pair = null; state.selected = -1;
      reveal(path.filter((_, i) => i % 2 === 0));
      fit(path.filter((_, i) => i % 2 === 0));
      return;
    }
    $("status").textContent = "no path over facts";
  }
  state.selected = index; state.pair = null; state.path = null;
  history.replaceState(null, "", index >= 0 ? "#" + encodeURIComponent(nodes[index].id) : "#");
  if (index >= 0) reveal([index]);
  else refresh(false);
  if (index >= 0 && center) { view.x = nodes[index].x; view.y = nodes[index].y; }
  needsDraw = true;
}

/** Makes sure that nodes are shown, whatever the limit. */
function reveal(list) {
  const missing = list.filter((index) => !shown.set.has(index));
  for (const index of missing) filter.extra.add(index);
  refresh(missing.length > 0);
}

function setFocus(on) {
  if (on && state.selected >= 0) {
    filter.focus = new Set([state.selected, ...neighbours(state.selected, false).keys()]);
  } else filter.focus = null;
  $("focus").setAttribute("aria-pressed", String(!!filter.focus));
  refresh(true);
  fit();
}

function startPath() {
  state.pathFrom = state.pathFrom >= 0 ? -1 : state.selected;
  $("path").setAttribute("aria-pressed", String(state.pathFrom >= 0));
  $("status").textContent = state.pathFrom >= 0 ? "pick the other end of the path" : "";
}

function pick(x, y) {
  let best = -1, nearest = Infinity;
  for (const index of shown.nodes) {
    const node = nodes[index], distance = Math.hypot(screenX(node.x) - x, screenY(node.y) - y);
    if (distance < radiusOf(node) + 5 && distance < nearest) { nearest = distance; best = index; }
  }
  return best;
}

function pickPair(x, y) {
  let best = null, nearest = 6;
  for (const pair of shown.pairs) {
    const ax = screenX(nodes[pair.a].x), ay = screenY(nodes[pair.a].y);
    const dx = screenX(nodes[pair.b].x) - ax, dy = screenY(nodes[pair.b].y) - ay;
    const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
    const distance = Math.hypot(x - ax - t * dx, y - ay - t * dy);
    if (distance < nearest) { nearest = distance; best = pair; }
  }
  return best;
}

let drag = null;
canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  drag = { x: event.offsetX, y: event.offsetY, node: pick(event.offsetX, event.offsetY), moved: false };
});
canvas.addEventListener("pointermove", (event) => {
  if (drag) {
    const dx = event.offsetX - drag.x, dy = event.offsetY - drag.y;
    if (!drag.moved && Math.hypot(dx, dy) < 4) return;
    drag.moved = true; drag.x = event.offsetX; drag.y = event.offsetY;
    if (drag.node >= 0) {
      nodes[drag.node].x += dx / view.scale; nodes[drag.node].y += dy / view.scale; nodes[drag.node].held = true;
    } else { view.x -= dx / view.scale; view.y -= dy / view.scale; }
    needsDraw = true;
    return;
  }
  const hovered = pick(event.offsetX, event.offsetY);
  if (hovered !== state.hovered) { state.hovered = hovered; needsDraw = true; }
  const pair = hovered < 0 ? pickPair(event.offsetX, event.offsetY) : null;
  canvas.classList.toggle("over", hovered >= 0 || !!pair);
  const tip = $("tip");
  tip.hidden = hovered < 0 && !pair;
  if (!tip.hidden) {
    tip.textContent = hovered >= 0 ? `${nodes[hovered].label} (${nodes[hovered].type})`
      : `${nodes[pair.statements[0].s].label} – ${pair.statements[0].label} – ${nodes[pair.statements[0].o].label}`;
    tip.style.left = Math.min(event.offsetX + 14, view.width - 200) + "px";
    tip.style.top = event.offsetY + 14 + "px";
  }
});
canvas.addEventListener("pointerup", (event) => {
  if (drag && !drag.moved) {
    if (drag.node >= 0) select(drag.node, false);
    else {
      const pair = pickPair(event.offsetX, event.offsetY);
      state.selected = -1; state.path = null; state.pair = pair;
      refresh(false);
    }
  }
  drag = null;
});
canvas.addEventListener("dblclick", (event) => {
  const index = pick(event.offsetX, event.offsetY);
  if (index >= 0) reveal([...neighbours(index, false).keys()]);
});
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * 0.0015), event.offsetX, event.offsetY);
}, { passive: false });

function zoom(factor, x = view.width / 2, y = view.height / 2) {
  const scale = Math.max(0.02, Math.min(8, view.scale * factor));
  view.x += (x - view.width / 2) * (1 / view.scale - 1 / scale);
  view.y += (y - view.height / 2) * (1 / view.scale - 1 / scale);
  view.scale = scale;
  needsDraw = true;
}

$("panel").addEventListener("click", (event) => {
  const link = event.target.closest("a.entity");
  if (!link) return;
  event.preventDefault();
  select(+link.dataset.entity, true);
});

// Search with suggestions.
let suggestions = [], chosen = 0;
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
const names = nodes.map((node) => [node.label, ...node.aliases].map(plain));
function suggest() {
  const words = plain($("query").value).trim();
  const grade = (name) => name === words ? 0 : name.startsWith(words) ? 1 : name.includes(" " + words) ? 2 : name.includes(words) ? 3 : 9;
  suggestions = words ? ranked.map((index, rank) => [Math.min(...names[index].map(grade)), rank, index])
    .filter(([g]) => g < 9).sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 12).map(([, , index]) => index) : [];
  chosen = 0;
  showSuggestions();
}
function showSuggestions() {
  $("suggestions").hidden = !suggestions.length;
  $("query").setAttribute("aria-expanded", String(!!suggestions.length));
  $("suggestions").innerHTML = suggestions.map((index, i) => `<li role="option" aria-selected="${i === chosen}" data-entity="${index}">`
    + `<span class="dot" style="background:${colorOf(nodes[index])}"></span>${escapeText(nodes[index].label)}`
    + `<small>${nodes[index].statements.length}</small></li>`).join("");
}
function take(index) {
  suggestions = [];
  showSuggestions();
  $("query").value = nodes[index].label;
  $("graph").focus();
  select(index, true);
}
$("query").addEventListener("input", suggest);
$("query").addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    chosen = (chosen + step + suggestions.length) % (suggestions.length || 1);
    showSuggestions();
  } else if (event.key === "Enter" && suggestions.length) take(suggestions[chosen]);
  else if (event.key === "Escape") { suggestions = []; showSuggestions(); $("graph").focus(); }
  event.stopPropagation();
});
$("suggestions").addEventListener("pointerdown", (event) => {
  const item = event.target.closest("li");
  if (item) { event.preventDefault(); take(+item.dataset.entity); }
});

document.addEventListener("keydown", (event) => {
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey) return;
  const step = 60 / view.scale, key = event.key.toLowerCase();
  if (key === "/") { event.preventDefault(); $("query").focus(); $("query").select(); }
  else if (key === "escape") { if (filter.focus) setFocus(false); else select(-1); }
  else if (key === "f") setFocus(!filter.focus);
  else if (key === "p") startPath();
  else if (key === "0") fit();
  else if (key === "d") switchTheme();
  else if (key === "+" || key === "=") zoom(1.3);
  else if (key === "-") zoom(1 / 1.3);
  else if (key === "n") {
    const order = ranked.filter((index) => shown.set.has(index));
    if (order.length) select(order[(order.indexOf(state.selected) + 1) % order.length], true);
  } else if (key.startsWith("arrow") && event.target.id === "graph") {
    event.preventDefault();
    view.x += key === "arrowright" ? step : key === "arrowleft" ? -step : 0;
    view.y += key === "arrowdown" ? step : key === "arrowup" ? -step : 0;
    needsDraw = true;
  }
});

function switchTheme() {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  needsDraw = true;
}

$("focus").addEventListener("click", () => setFocus(!filter.focus));
$("path").addEventListener("click", startPath);
$("fit").addEventListener("click", () => fit());
$("png").addEventListener("click", savePNG);
$("svg").addEventListener("click", saveSVG);
$("theme").addEventListener("click", switchTheme);

for (const [id, key] of [["show-typed", "typed"], ["show-open", "open"], ["show-claims", "claims"], ["show-unnamed", "unnamed"]]) {
  $(id).addEventListener("change", () => { filter[key] = $(id).checked; refresh(true); fit(); });
}
$("limit").addEventListener("change", () => { filter.limit = +$("limit").value; refresh(true); fit(); });
$("limit").addEventListener("input", () => { $("limit-value").textContent = $("limit").value; });
$("confidence").addEventListener("input", () => {
  filter.confidence = +$("confidence").value;
  $("confidence-value").textContent = filter.confidence.toFixed(2);
  refresh(false);
});
$("predicate").addEventListener("change", () => { filter.predicate = $("predicate").value; refresh(true); fit(); });
$("document").addEventListener("change", () => { filter.document = $("document").value; refresh(true); fit(); });

function fillFilters() {
  const count = (test) => statements.filter(test).length;
  const set = (id, number) => { $(id).parentElement.querySelector("output").textContent = number; };
  set("show-typed", count((s) => s.asserted && !s.p.startsWith("p:")));
  set("show-open", count((s) => s.asserted && s.p.startsWith("p:")));
  set("show-claims", count((s) => !s.asserted));
  set("show-unnamed", nodes.filter((node) => !node.named).length);
  const most = Math.max(20, Math.ceil(nodes.length / 10) * 10);
  $("limit").max = most;
  filter.limit = Math.min(250, most);
  $("limit").value = filter.limit;
  $("limit-value").textContent = filter.limit;
  $("confidence-value").textContent = "0.00";
  $("types").innerHTML = typeNames.map((name) => `<label><input type="checkbox" checked data-type="${escapeText(name)}">`
    + `<span class="dot" style="background:${colorOf({ type: name })}"></span>${escapeText(name)}`
    + `<output>${nodes.filter((node) => node.type === name).length}</output></label>`).join("");
  $("types").addEventListener("change", (event) => {
    if (event.target.checked) filter.hiddenTypes.delete(event.target.dataset.type);
    else filter.hiddenTypes.add(event.target.dataset.type);
    refresh(true);
  });
  const predicates = new Map();
  for (const s of statements) if (s.o !== undefined) {
    const known = predicates.get(s.p) || [s.label, 0];
    known[1] += 1;
    predicates.set(s.p, known);
  }
  const rows = [...predicates].sort((a, b) => a[0].startsWith("p:") - b[0].startsWith("p:") || b[1][1] - a[1][1]);
  $("predicate").innerHTML += rows.slice(0, 200).map(([id, [label, number]]) =>
    `<option value="${escapeText(id)}">${escapeText(label)} (${number})</option>`).join("");
  $("document").innerHTML += data.documents.map((document, index) =>
    `<option value="${index}">${escapeText(document.title || document.name)}</option>`).join("");
}

document.title = data.title;
$("title").textContent = data.title;
if (matchMedia("(prefers-color-scheme: dark)").matches) document.documentElement.dataset.theme = "dark";
fillFilters();
choose();
arrange();
addEventListener("resize", resize);
resize();
fit();
showPanel();
requestAnimationFrame(frame);

/** A link to the page may name what is selected: graph.html#e:sensetime-group-ltd-5b938d */
function followLink() {
  const index = nodes.findIndex((node) => node.id === decodeURIComponent(location.hash.slice(1)));
  if (index >= 0) select(index, true);
}
addEventListener("hashchange", followLink);
followLink();
document.documentElement.dataset.ready = "1";
