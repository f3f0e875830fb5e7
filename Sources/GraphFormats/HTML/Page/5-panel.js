// The evidence: what is said of the selected entity, pair or path, each with its sentence.

const escapeText = (text) => String(text).replace(/[&<>"]/g,
  (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

const entityLink = (index) =>
  `<a class="entity" href="#" data-entity="${index}">${escapeText(nodes[index].label)}</a>`;

const dot = (color) => `<span class="dot" style="background:${color}"></span>`;

/** A sentence with the words for subject and object marked; offsets are code points. */
function marked(evidence) {
  const letters = Array.from(sentences[evidence.sentence].text), marks = [];
  for (const [range, kind] of [[evidence.subject, "subject"], [evidence.object, "object"]]) {
    if (range && !marks.some((mark) => range[0] < mark[1] && range[1] > mark[0])) marks.push([range[0], range[1], kind]);
  }
  marks.sort((a, b) => a[0] - b[0]);
  let html = "", place = 0;
  for (const [start, end, kind] of marks) {
    html += escapeText(letters.slice(place, start).join(""))
      + `<mark class="${kind}">` + escapeText(letters.slice(start, end).join("")) + "</mark>";
    place = end;
  }
  return html + escapeText(letters.slice(place).join(""));
}

/** Where the source is: the file, at the sentence where the browser can find text. */
function sourceLink(sentence) {
  const words = sentence.text.trim().split(/\s+/);
  const part = (list) => encodeURIComponent(list.join(" ")).replace(/-/g, "%2D");
  const text = words.length > 9 ? part(words.slice(0, 4)) + "," + part(words.slice(-4)) : part(words);
  return encodeURI(documents[sentence.document].name).replace(/[?#]/g, encodeURIComponent) + "#:~:text=" + text;
}

function evidenceHTML(evidence) {
  const sentence = sentences[evidence.sentence], document = documents[sentence.document];
  return `<div class="evidence"><q>${marked(evidence)}</q><small>`
    + `<a href="${escapeText(sourceLink(sentence))}" target="_blank" rel="noreferrer" title="${escapeText(document.name)}">${escapeText(document.title)}</a>`
    + ` · sentence ${sentence.number + 1}${document.date ? ` · ${escapeText(document.date)}` : ""}</small></div>`;
}

const chip = (words, kind) => ` <span class="chip ${kind || ""}">${escapeText(words)}</span>`;

function statementHTML(statement) {
  let html = `<p>${entityLink(statement.s)} <span class="said">${escapeText(predicates[statement.p].label)}</span> `;
  if (statement.o >= 0) html += entityLink(statement.o);
  else if (statement.value !== null) html += `<b>${escapeText(statement.value)}</b>`;
  if (statement.denied) html += chip("denied", "denied");
  if (statement.certainty) html += chip(certainties[statement.certainty], "unsure");
  const time = statement.time;
  if (time) {
    const dates = [...new Set([time.start, time.end].filter(Boolean))].join(" – ");
    html += chip(dates && dates !== time.text ? `${time.text} (${dates})` : time.text || dates, "time");
  }
  for (const [role, words] of statement.qualifiers) html += chip(`${role}: ${words}`);
  html += "</p>";
  const sure = Math.round(statement.confidence * 100);
  html += `<p class="by">${statement.speaker >= 0 ? `says ${entityLink(statement.speaker)}` : "the document says so"}`
    + `<span class="sure" title="how sure the reading is"><i style="width:${sure}%"></i></span>${sure}%</p>`;
  html += statement.evidence.slice(0, 5).map(evidenceHTML).join("");
  if (statement.evidence.length > 5) {
    html += `<details><summary>${statement.evidence.length - 5} more sentences</summary>${statement.evidence.slice(5).map(evidenceHTML).join("")}</details>`;
  }
  const kind = statement.denied ? " claim no" : statement.asserted ? "" : " claim";
  return `<article class="statement${kind}" data-statement="${statement.index}">${html}</article>`;
}

function listHTML(list, most) {
  const order = (s) => (s.asserted ? 0 : 2) + (s.asserted && predicates[s.p].open ? 1 : 0);
  const sorted = [...list].sort((a, b) => order(a) - order(b)
    || b.evidence.length - a.evidence.length || b.confidence - a.confidence || a.index - b.index);
  const titles = ["Facts", "Facts in the text’s own words", "Claims: not facts"];
  let html = "", last = "";
  for (const statement of sorted.slice(0, most)) {
    const heading = titles[order(statement)];
    if (heading !== last) html += `<h3>${heading}</h3>`;
    last = heading;
    html += statementHTML(statement);
  }
  if (sorted.length > most) html += `<button id="more" data-most="${most + 200}">Show more of ${grouped(sorted.length)}</button>`;
  return html || '<p class="meta">Nothing passes the filters.</p>';
}

function entityHTML(index, most) {
  const node = nodes[index], place = ranked.indexOf(index) + 1;
  const list = node.statements.filter(passes);
  return `<h2>${dot(colorOf(node))}${escapeText(node.label)}</h2>`
    + `<p class="meta">${escapeText(node.types.join(", "))} · ${grouped(list.length)} statements · ${grouped(node.pairs.length)} neighbours`
    + ` · no. ${grouped(place)} of ${grouped(nodes.length)}${node.aliases.length ? `<br>also ${escapeText(node.aliases.join("; "))}` : ""}</p>`
    + '<p class="actions"><button data-act="focus">Focus</button><button data-act="expand">Expand</button>'
    + '<button data-act="path">Path from here</button><button data-act="hide">Hide</button></p>'
    + listHTML(list, most);
}

function overviewHTML() {
  const facts = statements.filter((s) => s.asserted).length;
  return `<h2>${escapeText(title)}</h2><p class="meta">${grouped(documents.length)} documents · ${grouped(nodes.length)} entities · `
    + `${grouped(facts)} facts · ${grouped(statements.length - facts)} claims</p>`
    + (shown.possible > filter.limit ? `<p class="note">The graph is large, so the map shows the ${grouped(filter.limit)} most important of `
      + `${grouped(shown.possible)} entities. Zoom in, search or follow a neighbour to see the others.</p>` : "")
    + "<p>Click an entity or a line to see the sentences behind it. Dashed lines are claims that the documents deny, hedge or "
    + "only report: they are not facts.</p><h3>Most important</h3><ol class=\"top\">"
    + ranked.slice(0, 15).map((index) => `<li>${dot(colorOf(nodes[index]))}${entityLink(index)}`
      + `<span>${grouped(nodes[index].statements.length)}</span></li>`).join("")
    + "</ol><p class=\"meta\"><kbd>/</kbd> search · <kbd>F</kbd> focus · <kbd>P</kbd> path · <kbd>?</kbd> all keys</p>";
}

function showPanel(most = 200) {
  const panel = $("panel");
  if (state.path) {
    const hops = state.path.filter((_, i) => i % 2 === 1), end = state.path[state.path.length - 1];
    const claims = hops.filter((s) => !s.asserted).length;
    panel.innerHTML = `<h2>${entityLink(state.path[0])} → ${entityLink(end)}</h2>`
      + `<p class="meta">${hops.length} ${hops.length === 1 ? "step" : "steps"}, a sentence each</p>`
      + (claims ? `<p class="note">There is no path over facts alone: ${claims} of the steps ${claims === 1 ? "is a claim" : "are claims"}.</p>` : "")
      + hops.map(statementHTML).join("");
  } else if (state.pair) {
    panel.innerHTML = `<h2>${entityLink(state.pair.a)} – ${entityLink(state.pair.b)}</h2>` + listHTML(state.pair.statements, most);
  } else if (state.selected >= 0) panel.innerHTML = entityHTML(state.selected, most);
  else panel.innerHTML = overviewHTML();
  if (most === 200) panel.scrollTop = 0;
}

/** Tells those who cannot see the picture what has become of it. */
function tell(words) {
  $("said").textContent = "";
  requestAnimationFrame(() => { $("said").textContent = words; });
}
