"use strict";
// The graph as it stands in the page, and what of it is shown.

const data = JSON.parse(document.getElementById("data").textContent);
const $ = (id) => document.getElementById(id);

// Colour-blind safe (Okabe and Ito), with a grey for the rest.
const palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8f7a3c"];
const preferred = ["Person", "Organization", "Place"];

/** Entities: {id, label, types, aliases, named, statements, degree, x, y, radius}. */
const nodes = data.entities.map((entity) => ({
  ...entity, statements: [], degree: 0, x: 0, y: 0, radius: 4, type: entity.types[0] || "Thing",
}));
/** Statements: {id, s, p, label, o | value, asserted, polarity, certainty, speaker, evidence…}. */
const statements = data.statements;

for (const statement of statements) {
  const subject = nodes[statement.s];
  subject.statements.push(statement);
  if (statement.o !== undefined && statement.o !== statement.s) {
    const object = nodes[statement.o];
    object.statements.push(statement);
    subject.degree += 1;
    object.degree += 1;
  }
  if (statement.speaker !== undefined && statement.speaker !== statement.s
    && statement.speaker !== statement.o) {
    nodes[statement.speaker].statements.push(statement);
  }
}

const typeNames = [...new Set(nodes.map((node) => node.type))].sort((a, b) => {
  const rank = (name) => (preferred.indexOf(name) + 1) || 99;
  return rank(a) - rank(b) || (a < b ? -1 : 1);
});
const colorOf = (node) => {
  const index = typeNames.indexOf(node.type);
  return index < palette.length && node.type !== "Thing" ? palette[index] : "#8a909c";
};

/** Named and well-connected entities first; ties by identifier, so that it is the same each time. */
const ranked = nodes.map((_, index) => index).sort((a, b) => {
  const score = (node) => node.statements.length * (node.named ? 3 : 1);
  return score(nodes[b]) - score(nodes[a]) || (nodes[a].id < nodes[b].id ? -1 : 1);
});

const filter = {
  typed: true, open: true, claims: true, unnamed: false, limit: 250, confidence: 0,
  predicate: "", document: "", hiddenTypes: new Set(), focus: null, extra: new Set(),
};
const state = { selected: -1, hovered: -1, pair: null, path: null, pathFrom: -1 };

/** What is shown now: node indices, and pairs of nodes with their statements. */
let shown = { nodes: [], set: new Set(), pairs: [] };

function passes(statement) {
  if (!statement.asserted && !filter.claims) return false;
  if (statement.asserted && !(statement.p.startsWith("p:") ? filter.open : filter.typed)) return false;
  if (statement.confidence < filter.confidence) return false;
  if (filter.predicate && statement.p !== filter.predicate) return false;
  if (filter.document !== "" && !statement.evidence.some((e) => e.d === +filter.document)) return false;
  return true;
}

function allowed(index) {
  const node = nodes[index];
  if (filter.focus) return filter.focus.has(index);
  if (filter.extra.has(index)) return true;
  return (node.named || filter.unnamed) && !filter.hiddenTypes.has(node.type);
}

/** Chooses what is shown after a filter has changed. */
function choose() {
  const linked = new Set();
  const candidates = statements.filter((statement) => {
    if (statement.o === undefined || statement.o === statement.s || !passes(statement)) return false;
    return allowed(statement.s) && allowed(statement.o);
  });
  for (const statement of candidates) linked.add(statement.s).add(statement.o);
  const narrowed = filter.predicate || filter.document !== "";
  const chosen = [];
  for (const index of ranked) {
    if (!linked.has(index) && index !== state.selected && !filter.extra.has(index)) continue;
    if (chosen.length >= filter.limit && !filter.extra.has(index) && !filter.focus && !narrowed) continue;
    if (allowed(index)) chosen.push(index);
  }
  const set = new Set(chosen);
  const pairs = new Map();
  for (const statement of candidates) {
    if (!set.has(statement.s) || !set.has(statement.o)) continue;
    const [a, b] = statement.s < statement.o ? [statement.s, statement.o] : [statement.o, statement.s];
    const key = a + " " + b;
    let pair = pairs.get(key);
    if (!pair) pairs.set(key, (pair = { a, b, statements: [], asserted: 0 }));
    pair.statements.push(statement);
    if (statement.asserted) pair.asserted += 1;
  }
  shown = { nodes: chosen, set, pairs: [...pairs.values()], linkedCount: linked.size };
  for (const index of chosen) {
    nodes[index].radius = 4 + Math.min(16, 1.6 * Math.sqrt(nodes[index].degree));
  }
}

/** The indices of the nodes next to a node over statements that pass the filters. */
function neighbours(index, assertedOnly) {
  const found = new Map();
  for (const statement of nodes[index].statements) {
    if (statement.o === undefined || !passes(statement)) continue;
    if (assertedOnly && !statement.asserted) continue;
    if (statement.s !== index && statement.o !== index) continue;
    const other = statement.s === index ? statement.o : statement.s;
    if (other === index) continue;
    const known = found.get(other);
    if (!known || statement.confidence > known.confidence) found.set(other, statement);
  }
  return found;
}

/** The shortest path over asserted statements, as [node, statement, node, …], or null. */
function shortestPath(from, to) {
  const previous = new Map([[from, null]]);
  let frontier = [from];
  while (frontier.length && !previous.has(to)) {
    const next = [];
    for (const node of frontier) {
      for (const [other, statement] of neighbours(node, true)) {
        if (previous.has(other)) continue;
        previous.set(other, { node, statement });
        next.push(other);
      }
    }
    frontier = next;
  }
  if (!previous.has(to)) return null;
  const path = [to];
  for (let step = previous.get(to); step; step = previous.get(path[0])) {
    path.unshift(step.node, step.statement);
  }
  return path;
}
