// Selecting, focusing, paths; pointer, keyboard, search; and how the page begins.

function select(index, center) {
  Object.assign(state, { selected: index, pair: null, path: null });
  if (state.pathFrom >= 0 && index >= 0 && index !== state.pathFrom) return findPath(state.pathFrom, index);
  if (index >= 0) {
    const node = nodes[index];
    if (!state.focus) state.extra.add(index);
    if (center && state.focus) return setFocus(true);
    if (center && !shown.set.has(index)) view.scale = Math.max(view.scale, 0.7);
    if (center) { view.x = node.x; view.y = node.y; }
    tell(`${node.label}, ${node.type}, ${node.statements.length} statements, ${node.pairs.length} neighbours`);
  }
  history.replaceState(null, "", index >= 0 && nodes[index].id ? "#" + encodeURI(nodes[index].id) : location.pathname + location.search);
  rechoose();
  showPanel();
}

function selectPair(pair) {
  Object.assign(state, { pair, selected: -1, path: null });
  tell(`${nodes[pair.a].label} and ${nodes[pair.b].label}: ${pair.statements.length} statements`);
  needsDraw = true;
  showPanel();
}

/** Shows the neighbourhood of the selected entity alone, or the whole map again. */
function setFocus(on) {
  if (on && state.selected < 0) return tell("Select an entity first");
  hover(-1);
  $("focus").setAttribute("aria-pressed", String(on));
  $("depth").disabled = !on;
  if (on) {
    const focus = around(state.selected, state.depth), before = state.focus ? state.focus.order : [];
    state.focus = focus;
    const place = placesAround(focus), targets = [...place.values()].map((p) => [p.node, p.x, p.y]);
    focus.order = focus.order.filter((index) => place.has(index));
    for (const index of before) {
      if (!place.has(index)) Object.assign(nodes[index], { x: nodes[index].homeX, y: nodes[index].homeY });
    }
    // The neighbourhood keeps its middle where it was; the view follows.
    Object.assign(view, { x: nodes[state.selected].x, y: nodes[state.selected].y });
    rechoose();
    glide(targets, () => fit(focus.order));
    tell(`${focus.order.length - 1} entities within ${state.depth} ${state.depth === 1 ? "step" : "steps"} of ${nodes[state.selected].label}`);
  } else if (state.focus) {
    const targets = state.focus.order.map((index) => [nodes[index], nodes[index].homeX, nodes[index].homeY]);
    state.focus = null;
    glide(targets, () => fit());
  }
  showPanel();
}

/** Keeps all neighbours of an entity on the map. */
function expand(index) {
  if (index < 0) return;
  if (state.focus) {
    state.depth = Math.min(3, state.depth + 1);
    $("depth").value = state.depth;
    return setFocus(true);
  }
  for (const pair of nodes[index].pairs) if (allowed(nodes[other(pair, index)])) state.extra.add(other(pair, index));
  select(index, false);
  fit([index, ...nodes[index].pairs.map((pair) => other(pair, index)).filter((i) => shown.set.has(i))]);
}

function hide(index) {
  if (index < 0) return;
  filter.gone.add(index);
  state.extra.delete(index);
  Object.assign(state, { selected: -1, hovered: -1 });
  if (state.focus) setFocus(false);
  filterChanged(false);
  tell(`${nodes[index].label} is hidden; clear the filters to see it again`);
}

function startPath() {
  const on = state.pathFrom < 0 && state.selected >= 0;
  if (!on && state.pathFrom < 0) return tell("Select an entity first");
  state.pathFrom = on ? state.selected : -1;
  $("path").setAttribute("aria-pressed", String(on));
  $("hint").hidden = !on;
  $("hint").textContent = on ? `Path from ${nodes[state.selected].label}: pick the other entity, on the map or by search` : "";
  tell($("hint").textContent);
  needsDraw = true;
}

function findPath(from, to) {
  state.pathFrom = -1;
  $("path").setAttribute("aria-pressed", "false");
  $("hint").hidden = true;
  const path = shortestPath(from, to);
  if (!path) {
    Object.assign(state, { path: null, selected: to });
    rechoose();
    showPanel();
    $("panel").insertAdjacentHTML("afterbegin", '<p class="note">No path leads there over what passes the filters.</p>');
    return tell("No path leads there");
  }
  if (state.focus) { state.selected = from; setFocus(false); }
  Object.assign(state, { path, selected: -1, pair: null });
  rechoose();
  fit(path.filter((_, i) => i % 2 === 0));
  showPanel();
  tell(`A path of ${(path.length - 1) / 2} steps, from ${nodes[from].label} to ${nodes[to].label}`);
}

// Pointer.
const pointers = new Map();
let press = null;

function nodeAt(x, y) {
  for (const index of shown.nodes) {
    const node = nodes[index], r = radiusOf(node) + 4;
    if (Math.abs(screenX(node.x) - x) < r && Math.hypot(screenX(node.x) - x, screenY(node.y) - y) < r) return index;
  }
  return -1;
}

function pairAt(x, y) {
  let best = null, least = 6;
  for (const pair of shown.pairs) {
    const a = nodes[pair.a], b = nodes[pair.b], x1 = screenX(a.x), y1 = screenY(a.y);
    const dx = screenX(b.x) - x1, dy = screenY(b.y) - y1, square = dx * dx + dy * dy;
    if (!square) continue;
    const t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square));
    const distance = Math.hypot(x1 + t * dx - x, y1 + t * dy - y);
    if (distance < least) { least = distance; best = pair; }
  }
  return best;
}

function zoom(factor, x = view.width / 2, y = view.height / 2) {
  const scale = Math.max(0.01, Math.min(8, view.scale * factor));
  view.x += (x - view.width / 2) * (1 / view.scale - 1 / scale);
  view.y += (y - view.height / 2) * (1 / view.scale - 1 / scale);
  view.scale = scale;
  viewMoved();
}

function hover(index, x, y) {
  if (state.hovered !== index) { state.hovered = index; needsDraw = true; }
  const node = index >= 0 ? nodes[index] : null;
  canvas.classList.toggle("over", !!node);
  $("tip").hidden = !node;
  if (!node) return;
  $("tip").innerHTML = `<b>${escapeText(node.label)}</b><br>${escapeText(node.type)} · ${grouped(node.statements.length)} statements`;
  $("tip").style.left = Math.min(x + 14, view.width - 230) + "px";
  $("tip").style.top = Math.min(y + 14, view.height - 60) + "px";
}

function setUpPointer() {
  const place = (event) => [event.offsetX, event.offsetY];
  canvas.addEventListener("pointerdown", (event) => {
    const [x, y] = place(event);
    pointers.set(event.pointerId, [x, y]);
    canvas.setPointerCapture(event.pointerId);
    press = { x, y, node: nodeAt(x, y), moved: false };
    $("graph").focus({ preventScroll: true });
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = place(event), last = pointers.get(event.pointerId);
    if (!last) return hover(nodeAt(x, y), x, y);
    if (pointers.size === 2) {
      const [a, b] = [...pointers.values()], before = Math.hypot(a[0] - b[0], a[1] - b[1]);
      pointers.set(event.pointerId, [x, y]);
      const [c, d] = [...pointers.values()];
      zoom(Math.hypot(c[0] - d[0], c[1] - d[1]) / (before || 1), (c[0] + d[0]) / 2, (c[1] + d[1]) / 2);
      press.moved = true;
      return undefined;
    }
    pointers.set(event.pointerId, [x, y]);
    if (Math.hypot(x - press.x, y - press.y) > 4) press.moved = true;
    if (!press.moved) return undefined;
    const dx = (x - last[0]) / view.scale, dy = (y - last[1]) / view.scale;
    if (press.node >= 0) {
      const node = nodes[press.node];
      node.x += dx; node.y += dy;
      if (!state.focus) { node.homeX = node.x; node.homeY = node.y; }
      needsDraw = true;
    } else {
      view.x -= dx; view.y -= dy;
      viewMoved();
    }
    return undefined;
  });
  const release = (event) => {
    if (!pointers.delete(event.pointerId) || !press || press.moved || event.type === "pointercancel") return;
    if (press.node >= 0) select(press.node, false);
    else {
      const pair = pairAt(press.x, press.y);
      if (pair) selectPair(pair); else if (!state.focus) select(-1);
    }
  };
  canvas.addEventListener("pointerup", release);
  canvas.addEventListener("pointercancel", release);
  canvas.addEventListener("pointerleave", () => hover(-1));
  canvas.addEventListener("dblclick", (event) => expand(nodeAt(event.offsetX, event.offsetY)));
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), event.offsetX, event.offsetY);
  }, { passive: false });
  $("panel").addEventListener("click", (event) => {
    const link = event.target.closest("a.entity"), act = event.target.closest("[data-act]");
    if (link) { event.preventDefault(); select(+link.dataset.entity, true); }
    if (act) ({ focus: () => setFocus(!state.focus), expand: () => expand(state.selected), path: startPath, hide: () => hide(state.selected) })[act.dataset.act]();
    if (event.target.id === "more") showPanel(+event.target.dataset.most);
  });
}

// Search with suggestions.
let suggestions = [], chosen = 0, names = [];
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

function suggest() {
  const words = plain($("query").value).trim();
  const grade = (name) => name === words ? 0 : name.startsWith(words) ? 1 : name.includes(" " + words) ? 2 : name.includes(words) ? 3 : 9;
  const graded = [];
  if (words) ranked.forEach((index, rank) => {
    const best = Math.min(...names[index].map(grade));
    if (best < 9) graded.push([best + (nodes[index].named || !best ? 0 : 4), rank, index]);
  });
  suggestions = graded.sort((a, b) => a[0] - b[0] || a[1] - b[1]).slice(0, 12).map(([, , index]) => index);
  chosen = 0;
  showSuggestions();
}

function showSuggestions() {
  const list = $("suggestions"), none = !suggestions.length;
  list.hidden = none;
  $("query").setAttribute("aria-expanded", String(!none));
  if (none) $("query").removeAttribute("aria-activedescendant");
  else $("query").setAttribute("aria-activedescendant", "option-" + chosen);
  list.innerHTML = suggestions.map((index, i) => `<li role="option" id="option-${i}" aria-selected="${i === chosen}" data-entity="${index}">`
    + `${dot(colorOf(nodes[index]))}<span>${escapeText(nodes[index].label)}</span><small>${escapeText(nodes[index].type)} · ${grouped(nodes[index].statements.length)}</small></li>`).join("");
}

function takeSuggestion(index) {
  suggestions = [];
  showSuggestions();
  $("query").value = "";
  $("graph").focus();
  select(index, true);
}

function setUpSearch() {
  names = nodes.map((node) => [node.label, ...node.aliases].map(plain));
  $("query").addEventListener("input", suggest);
  $("query").addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      chosen = (chosen + step + suggestions.length) % (suggestions.length || 1);
      showSuggestions();
    } else if (event.key === "Enter" && suggestions.length) takeSuggestion(suggestions[chosen]);
    else if (event.key === "Escape") { suggestions = []; showSuggestions(); $("graph").focus(); }
    event.stopPropagation();
  });
  $("query").addEventListener("blur", () => { suggestions = []; showSuggestions(); });
  $("suggestions").addEventListener("pointerdown", (event) => {
    const item = event.target.closest("li");
    if (item) { event.preventDefault(); takeSuggestion(+item.dataset.entity); }
  });
}

/** The next entity by importance, or the next neighbour of the selected one. */
function step(list, by) {
  if (!list.length) return;
  select(list[(list.indexOf(state.selected) + by + list.length) % list.length], true);
}

/** Selects the nearest entity in a direction. */
function selectToward(dx, dy) {
  const from = state.selected >= 0 ? nodes[state.selected] : { x: view.x, y: view.y };
  let best = -1, least = Infinity;
  for (const index of shown.nodes) {
    const x = nodes[index].x - from.x, y = nodes[index].y - from.y, along = x * dx + y * dy, aside = Math.abs(x * dy - y * dx);
    if (index === state.selected || along <= 0 || aside > along) continue;
    if (along + 2 * aside < least) { least = along + 2 * aside; best = index; }
  }
  if (best >= 0) select(best, true);
}

let walk = { center: -1, place: -1 };
function walkNeighbours(by) {
  if (walk.center < 0 || !nodes[walk.center].pairs.some((pair) => other(pair, walk.center) === state.selected)) walk = { center: state.selected, place: -1 };
  if (walk.center < 0) return;
  const list = nodes[walk.center].pairs.map((pair) => other(pair, walk.center)).filter((i) => allowed(nodes[i])).sort((a, b) => nodes[b].rank - nodes[a].rank);
  if (!list.length) return;
  walk.place = (walk.place + by + list.length) % list.length;
  select(list[walk.place], true);
}

function setUpKeys() {
  const arrows = { arrowleft: [-1, 0], arrowright: [1, 0], arrowup: [0, -1], arrowdown: [0, 1] };
  const keys = {
    "/": () => { $("query").focus(); $("query").select(); },
    escape: () => (state.pathFrom >= 0 ? startPath() : state.focus ? setFocus(false) : select(-1)),
    f: () => setFocus(!state.focus), p: startPath, e: () => expand(state.selected), h: () => hide(state.selected),
    0: () => fit(), d: switchTheme, "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3),
    n: () => step(ranked.filter((index) => shown.set.has(index)), 1), b: () => step(ranked.filter((index) => shown.set.has(index)), -1),
    j: () => walkNeighbours(1), k: () => walkNeighbours(-1), c: () => { $("color").value = state.colorBy === "type" ? "community" : "type"; $("color").dispatchEvent(new Event("change")); },
    1: () => setDepth(1), 2: () => setDepth(2), 3: () => setDepth(3), enter: () => $("panel").focus(), "?": () => $("help").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) || event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
    const key = event.key.toLowerCase();
    if (arrows[key] && event.target.id === "graph") {
      event.preventDefault();
      const [dx, dy] = arrows[key];
      if (event.shiftKey) return selectToward(dx, dy);
      view.x += dx * 60 / view.scale;
      view.y += dy * 60 / view.scale;
      return viewMoved();
    }
    if (key === "enter" && event.target.id !== "graph") return undefined;
    if (keys[key]) { event.preventDefault(); keys[key](); }
    return undefined;
  });
}

function setDepth(depth) {
  state.depth = depth;
  $("depth").value = depth;
  if (state.selected >= 0) setFocus(true);
}

function switchTheme() {
  const root = document.documentElement;
  root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  readTheme();
  needsDraw = true;
}

function setUpButtons() {
  $("focus").addEventListener("click", () => setFocus(!state.focus));
  $("depth").addEventListener("change", () => setDepth(+$("depth").value));
  $("path").addEventListener("click", startPath);
  $("fit").addEventListener("click", () => fit());
  $("png").addEventListener("click", savePNG);
  $("svg").addEventListener("click", saveSVG);
  $("theme").addEventListener("click", switchTheme);
  $("keys").addEventListener("click", () => $("help").showModal());
  $("toggle").addEventListener("click", () => {
    const hidden = document.body.classList.toggle("wide");
    $("toggle").setAttribute("aria-expanded", String(!hidden));
    resize();
  });
}

/** A link to the page may name what is selected: graph.html#e:sensetime-group-ltd-5b938d */
function followLink() {
  const id = decodeURIComponent(location.hash.slice(1));
  const index = id ? nodes.findIndex((node) => node.id === id) : -1;
  if (index >= 0 && index !== state.selected) select(index, true);
}

function begin() {
  document.documentElement.dataset.theme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  load();
  readTheme();
  document.title = title;
  $("title").textContent = title;
  ranked = nodes.map((node) => node.index).sort((a, b) => nodes[b].named - nodes[a].named || nodes[b].rank - nodes[a].rank || a - b);
  if (nodes.filter((node) => node.named).length < 12) { filter.unnamed = true; $("show-unnamed").checked = true; }
  setUpFilters();
  setUpPointer();
  setUpSearch();
  setUpKeys();
  setUpButtons();
  view.width = $("graph").clientWidth;
  view.height = $("graph").clientHeight;
  refilter();
  fit();
  addEventListener("resize", resize);
  resize();
  showPanel();
  showCleared();
  addEventListener("hashchange", followLink);
  followLink();
  requestAnimationFrame((now) => { frame(now); document.documentElement.dataset.ready = "1"; });
}

begin();
