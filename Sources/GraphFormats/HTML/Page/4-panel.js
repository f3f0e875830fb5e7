// The evidence: what is said of the selected entity, pair or path, each with its sentence.

const escapeText = (text) => String(text).replace(/[&<>"]/g,
  (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);

const entityLink = (index) =>
  `<a class="entity" href="#" data-entity="${index}">${escapeText(nodes[index].label)}</a>`;

/** A quote with the words for subject and object marked; offsets are code points. */
function marked(evidence) {
  const letters = Array.from(evidence.quote);
  const marks = [];
  for (const [range, kind] of [[evidence.so, "subject"], [evidence.oo, "object"]]) {
    if (range && !marks.some((mark) => range[0] < mark[1] && range[1] > mark[0])) {
      marks.push([range[0], range[1], kind]);
    }
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

function statementHTML(statement) {
  let html = `<p>${entityLink(statement.s)} <span class="said">${escapeText(statement.label)}</span> `;
  if (statement.o !== undefined) html += entityLink(statement.o);
  else if (statement.value !== true) html += `<b>${escapeText(statement.value)}</b>`;
  if (statement.polarity === "negative") html += ' <span class="chip denied">denied</span>';
  if (statement.certainty !== "certain") {
    html += ` <span class="chip unsure">${escapeText(statement.certainty)}</span>`;
  }
  if (statement.time) html += ` <span class="chip">${escapeText(statement.time)}</span>`;
  for (const [role, words] of statement.qualifiers || []) {
    html += ` <span class="chip">${escapeText(role)}: ${escapeText(words)}</span>`;
  }
  if (statement.speaker !== undefined) html += `<br><small>says ${entityLink(statement.speaker)}</small>`;
  html += "</p>";
  for (const evidence of statement.evidence) {
    const document = data.documents[evidence.d];
    html += `<div class="evidence"><q>${marked(evidence)}</q><small>`
      + `<a href="${escapeText(encodeURI(document.name))}" rel="noreferrer">${escapeText(document.name)}</a>`
      + `, sentence ${evidence.n + 1}${document.date ? `, ${escapeText(document.date)}` : ""}</small></div>`;
  }
  return `<div class="statement${statement.asserted ? "" : " claim"}" data-id="${statement.id}">${html}</div>`;
}

function listHTML(list) {
  const order = (s) => (s.asserted ? 0 : 2) + (s.p.startsWith("p:") ? 1 : 0);
  const sorted = [...list].sort((a, b) => order(a) - order(b)
    || b.evidence.length - a.evidence.length || b.confidence - a.confidence || (a.id < b.id ? -1 : 1));
  const titles = ["Facts", "In the text’s words", "Claims: not facts", "Claims: not facts"];
  let html = "", last = "", count = 0;
  for (const statement of sorted) {
    if ((count += 1) > 200) return html + `<p class="meta">… and ${sorted.length - 200} more</p>`;
    const title = titles[order(statement)];
    if (title !== last) html += `<h3>${title}</h3>`;
    last = title;
    html += statementHTML(statement);
  }
  return html;
}

function showPanel() {
  const panel = $("panel");
  if (state.path) {
    const hops = state.path.filter((_, i) => i % 2 === 1);
    panel.innerHTML = `<h2>${entityLink(state.path[0])} → ${entityLink(state.path[state.path.length - 1])}</h2>`
      + `<p class="meta">${hops.length} steps, a sentence each</p>` + hops.map(statementHTML).join("");
  } else if (state.pair) {
    const { a, b } = state.pair;
    panel.innerHTML = `<h2>${entityLink(a)} – ${entityLink(b)}</h2>` + listHTML(state.pair.statements);
  } else if (state.selected >= 0) {
    const node = nodes[state.selected];
    panel.innerHTML = `<h2>${escapeText(node.label)}</h2>`
      + `<p class="meta"><span class="dot" style="background:${colorOf(node)}"></span> ${escapeText(node.types.join(", "))}`
      + ` · ${node.statements.length} statements${node.aliases.length ? "<br>also " + escapeText(node.aliases.join("; ")) : ""}</p>`
      + listHTML(node.statements.filter(passes));
  } else {
    panel.innerHTML = `<h2>${escapeText(data.title)}</h2><p class="meta">${data.documents.length} documents · `
      + `${nodes.length} entities · ${statements.length} statements</p>`
      + "<p>Click an entity or a line to see the sentences behind it. Dashed lines are claims that the documents "
      + "deny, hedge or only report: they are not facts.</p>"
      + "<p class=meta>/ search · F focus · P path · 0 fit · + − zoom · N next · Esc back</p><h3>Most said of</h3>"
      + ranked.filter((index) => nodes[index].named).slice(0, 15).map((index) => `<p class="meta"><span class="dot" style="background:${colorOf(nodes[index])}"></span> `
        + `${entityLink(index)} ${nodes[index].statements.length}</p>`).join("");
  }
  panel.scrollTop = 0;
}
