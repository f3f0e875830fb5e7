// The filters: what kinds of statements and entities, from which documents, of which time.

const bars = 28;
let span = [0, 1];

function colorGroups() {
  const groups = new Map();
  for (const node of nodes) {
    if (!node.named && !filter.unnamed) continue;
    const key = groupOf(node);
    if (!groups.has(key)) groups.set(key, { key, count: 0, first: node });
    const group = groups.get(key);
    group.count += 1;
    if (node.rank > group.first.rank) group.first = node;
  }
  const family = (group) => { const f = familyOf(group.first.types); return f < 0 ? 99 : f; };
  return [...groups.values()].sort(state.colorBy === "type"
    ? (a, b) => family(a) - family(b) || b.count - a.count || (a.key < b.key ? -1 : 1)
    : (a, b) => a.key - b.key);
}

const groupName = (group) => (state.colorBy === "type" ? group.key : `around ${group.first.label}`);

/** Names and colours that the legend of a saved picture shows. */
function legendEntries() {
  const present = new Set(shown.nodes.map((index) => colorOf(nodes[index])));
  if (state.colorBy === "type") {
    const list = families.map((name, i) => [name, palette[i]]).filter(([, color]) => present.has(color));
    return present.has(grey) ? [...list, ["other", grey]] : list;
  }
  return colorGroups().filter((group) => present.has(colorOf(group.first)) && group.key < palette.length)
    .map((group) => [groupName(group), colorOf(group.first)]);
}

function fillGroups() {
  const groups = colorGroups(), shownGroups = groups.slice(0, 14);
  $("groups").innerHTML = shownGroups.map((group) => `<label><input type="checkbox" data-group="${escapeText(group.key)}" `
    + `${filter.hidden.has(group.key) ? "" : "checked"}>${dot(colorOf(group.first))}<span>${escapeText(groupName(group))}</span>`
    + `<output>${grouped(group.count)}</output></label>`).join("")
    + (groups.length > shownGroups.length ? `<p class="meta">and ${groups.length - shownGroups.length} smaller ones</p>` : "");
}

function fillSelects() {
  const rows = predicates.map((p, i) => ({ ...p, index: i })).filter((p) => p.count)
    .sort((a, b) => a.open - b.open || b.count - a.count || (a.label < b.label ? -1 : 1));
  const options = (list) => list.map((p) => `<option value="${p.index}">${escapeText(p.label)} (${grouped(p.count)})</option>`).join("");
  $("predicate").innerHTML = '<option value="-1">all relations</option>'
    + `<optgroup label="Relations of the vocabulary">${options(rows.filter((p) => !p.open))}</optgroup>`
    + `<optgroup label="The text’s own words">${options(rows.filter((p) => p.open).slice(0, 300))}</optgroup>`;
  $("document").innerHTML = '<option value="-1">all documents</option>' + documents.slice(0, 4000).map((document, index) =>
    `<option value="${index}">${escapeText(clip(document.title, 70))}${document.date ? ` (${escapeText(document.date)})` : ""}</option>`).join("");
}

/** The years that most statements are of; single ones far away do not stretch it. */
function fillTimes() {
  const times = statements.filter((s) => s.when).map((s) => s.when[0]).sort((a, b) => a - b);
  $("times").hidden = times.length < 2 || times[0] === times[times.length - 1];
  if ($("times").hidden) return;
  span = [Math.floor(times[Math.floor(times.length * 0.02)]), Math.ceil(times[Math.floor(times.length * 0.98)] + 0.01)];
  const counts = new Array(bars).fill(0);
  for (const time of times) {
    const bar = Math.floor((time - span[0]) / (span[1] - span[0]) * bars);
    counts[Math.max(0, Math.min(bars - 1, bar))] += 1;
  }
  const most = Math.max(...counts);
  $("histogram").innerHTML = counts.map((count) => `<i style="height:${count ? Math.max(6, Math.sqrt(count / most) * 100) : 0}%"></i>`).join("");
  for (const id of ["since", "until"]) $(id).max = bars;
  $("since").value = 0;
  $("until").value = bars;
  showTimes();
}

const monthOf = (time) => {
  const year = Math.floor(time + 1e-9), month = Math.floor((time - year) * 12 + 0.02) + 1;
  return span[1] - span[0] > 6 ? String(year) : `${year}-${String(month).padStart(2, "0")}`;
};

function showTimes() {
  const since = +$("since").value, until = +$("until").value, at = (bar) => span[0] + (span[1] - span[0]) * bar / bars;
  filter.from = since > 0 ? at(since) : -Infinity;
  filter.to = until < bars ? at(until) : Infinity;
  $("time-value").textContent = since > 0 || until < bars ? `${monthOf(at(since))} – ${monthOf(at(until))}` : "any time";
  [...$("histogram").children].forEach((bar, i) => bar.classList.toggle("off", i < since || i >= until));
}

/** Whether any filter is set, so that all can be cleared. */
function showCleared() {
  const isSet = filter.predicate >= 0 || filter.document >= 0 || filter.confidence > 0 || filter.from > -Infinity
    || filter.to < Infinity || filter.hidden.size || filter.gone.size || !filter.typed || !filter.open || !filter.claims
    || !filter.denied || filter.certainty.size < 4;
  $("clear").hidden = !isSet;
}

function filterChanged(refit) {
  refilter();
  if (state.focus) setFocus(true);
  if (state.path) findPath(state.path[0], state.path[state.path.length - 1]);
  if (refit && !state.focus) fit();
  showCleared();
  showPanel();
}

function clearFilters() {
  Object.assign(filter, {
    typed: true, open: true, claims: true, denied: true, confidence: 0, predicate: -1, document: -1,
    hidden: new Set(), gone: new Set(), certainty: new Set([0, 1, 2, 3]), from: -Infinity, to: Infinity,
  });
  for (const box of $("filters").querySelectorAll("input[type=checkbox]")) if (box.id !== "show-unnamed") box.checked = true;
  for (const id of ["predicate", "document"]) $(id).value = "-1";
  $("confidence").value = 0;
  $("confidence-value").textContent = "any";
  if (!$("times").hidden) { $("since").value = 0; $("until").value = bars; showTimes(); }
  filterChanged(true);
  tell("All filters cleared");
}

function setUpFilters() {
  const count = (test) => grouped(statements.filter(test).length);
  const set = (id, number) => { $(id).parentElement.querySelector("output").textContent = number; };
  set("show-typed", count((s) => s.asserted && !predicates[s.p].open));
  set("show-open", count((s) => s.asserted && predicates[s.p].open));
  set("show-claims", count((s) => !s.asserted));
  set("show-denied", count((s) => s.denied));
  certainties.forEach((name, i) => set("show-" + name, count((s) => !s.denied && s.certainty === i)));
  set("show-unnamed", grouped(nodes.filter((node) => !node.named).length));
  for (const key of ["typed", "open", "claims", "denied"]) {
    $("show-" + key).addEventListener("change", (event) => { filter[key] = event.target.checked; filterChanged(false); });
  }
  certainties.forEach((name, i) => $("show-" + name).addEventListener("change", (event) => {
    if (event.target.checked) filter.certainty.add(i); else filter.certainty.delete(i);
    filterChanged(false);
  }));
  $("show-unnamed").addEventListener("change", (event) => {
    filter.unnamed = event.target.checked;
    fillGroups();
    filterChanged(true);
  });
  const most = Math.max(40, Math.min(3000, Math.ceil(nodes.length / 20) * 20));
  $("limit").max = most;
  filter.limit = nodes.length <= 1200 ? most : Math.min(400, most);
  $("limit").value = filter.limit;
  $("limit-value").textContent = grouped(filter.limit);
  $("limit").addEventListener("input", () => {
    filter.limit = +$("limit").value;
    $("limit-value").textContent = grouped(filter.limit);
    rechoose();
  });
  $("confidence").addEventListener("input", () => {
    filter.confidence = +$("confidence").value;
    $("confidence-value").textContent = filter.confidence ? `≥ ${Math.round(filter.confidence * 100)}%` : "any";
    filterChanged(false);
  });
  for (const key of ["predicate", "document"]) {
    $(key).addEventListener("change", () => { filter[key] = +$(key).value; filterChanged(true); });
  }
  for (const id of ["since", "until"]) {
    $(id).addEventListener("input", () => {
      if (+$("since").value >= +$("until").value) $(id).value = id === "since" ? +$("until").value - 1 : +$("since").value + 1;
      showTimes();
      filterChanged(false);
    });
  }
  $("groups").addEventListener("change", (event) => {
    const text = event.target.dataset.group, key = state.colorBy === "type" ? text : +text;
    if (event.target.checked) filter.hidden.delete(key); else filter.hidden.add(key);
    filterChanged(false);
  });
  $("color").addEventListener("change", () => {
    state.colorBy = $("color").value;
    filter.hidden.clear();
    fillGroups();
    filterChanged(false);
  });
  $("clear").addEventListener("click", clearFilters);
  fillGroups();
  fillSelects();
  fillTimes();
}
