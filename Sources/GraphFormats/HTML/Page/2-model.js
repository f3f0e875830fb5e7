// What of the graph passes the filters, and what of that is shown.

const filter = {
  typed: true, open: true, claims: true, unnamed: false, limit: 400, confidence: 0, predicate: -1,
  document: -1, from: -Infinity, to: Infinity, hidden: new Set(), certainty: new Set([0, 1, 2, 3]),
  denied: true, gone: new Set(),
};
const state = {
  selected: -1, hovered: -1, pair: null, path: null, pathFrom: -1, depth: 1, focus: null,
  extra: new Set(), colorBy: "type",
};

/** All nodes, the most important first: named before unnamed, as the page was written. */
let ranked = [];
/** Pairs of nodes with the statements between them that pass the filters. */
let pairs = [];
/** What is drawn now. */
let shown = { nodes: [], set: new Set(), pairs: [], possible: 0, isLimited: false };

const groupOf = (node) => (state.colorBy === "type" ? node.type : node.community);

function passes(statement) {
  if (statement.asserted) {
    if (!(predicates[statement.p].open ? filter.open : filter.typed)) return false;
  } else if (!filter.claims) return false;
  if (statement.denied ? !filter.denied : !filter.certainty.has(statement.certainty)) return false;
  if (statement.confidence < filter.confidence) return false;
  if (filter.predicate >= 0 && statement.p !== filter.predicate) return false;
  if (filter.document >= 0
    && !statement.evidence.some((e) => sentences[e.sentence].document === filter.document)) return false;
  if (filter.from > -Infinity || filter.to < Infinity) {
    if (!statement.when || statement.when[1] < filter.from || statement.when[0] > filter.to) return false;
  }
  return true;
}

function allowed(node) {
  if (filter.gone.has(node.index)) return false;
  if (state.extra.has(node.index) || node.index === state.selected) return true;
  return (node.named || filter.unnamed) && !filter.hidden.has(groupOf(node));
}

/** Whether a statement that passes ties a node to another that is allowed. */
const linked = (node) => node.pairs.some((pair) => allowed(nodes[pair.a]) && allowed(nodes[pair.b]));

/** Finds the pairs anew after a filter has changed. */
function refilter() {
  const found = new Map(), count = nodes.length;
  for (const node of nodes) node.pairs = [];
  for (const statement of statements) {
    if (statement.o < 0 || statement.o === statement.s || !passes(statement)) continue;
    const a = Math.min(statement.s, statement.o), b = Math.max(statement.s, statement.o);
    let pair = found.get(a * count + b);
    if (!pair) {
      pair = { a, b, statements: [], asserted: 0, denied: 0 };
      found.set(a * count + b, pair);
      nodes[a].pairs.push(pair);
      nodes[b].pairs.push(pair);
    }
    pair.statements.push(statement);
    if (statement.asserted) pair.asserted += 1;
    if (statement.denied) pair.denied += 1;
  }
  pairs = [...found.values()];
  rechoose();
}

/**
 * Chooses what is drawn: of what the view covers, the most important entities. So the picture can
 * be read at every scale, and going nearer shows more.
 */
function rechoose() {
  const chosen = [], set = new Set();
  const take = (index) => { if (!set.has(index)) { set.add(index); chosen.push(index); } };
  const must = new Set(state.extra);
  if (state.selected >= 0) must.add(state.selected);
  if (state.path) state.path.forEach((step, i) => { if (i % 2 === 0) must.add(step); });
  let possible = 0, isLimited = false;
  const candidates = state.focus ? state.focus.order : ranked;
  for (const index of candidates) {
    const node = nodes[index];
    if (must.has(index)) { take(index); possible += 1; continue; }
    if (!allowed(node) || !linked(node)) continue;
    possible += 1;
    if (!state.focus && !inView(node)) continue;
    if (chosen.length < filter.limit) take(index); else isLimited = true;
  }
  if (!state.focus && state.selected >= 0) {
    const near = nodes[state.selected].pairs.map((pair) => other(pair, state.selected))
      .filter((index) => allowed(nodes[index])).sort((a, b) => nodes[b].rank - nodes[a].rank);
    for (const index of near.slice(0, 60)) take(index);
  }
  shown = { nodes: chosen, set, possible, isLimited, pairs: pairs.filter((pair) => set.has(pair.a) && set.has(pair.b)) };
  needsDraw = true;
}

const other = (pair, index) => (pair.a === index ? pair.b : pair.a);

/** The nodes around one, up to a number of steps, the nearest and most important first. */
function around(index, depth) {
  const steps = new Map([[index, 0]]);
  let frontier = [index];
  for (let step = 1; step <= depth; step += 1) {
    const next = [];
    for (const from of frontier) {
      for (const pair of nodes[from].pairs) {
        const to = other(pair, from);
        if (!steps.has(to) && allowed(nodes[to])) { steps.set(to, step); next.push(to); }
      }
    }
    frontier = next;
  }
  const order = [...steps.keys()].sort((a, b) => steps.get(a) - steps.get(b) || nodes[b].rank - nodes[a].rank || a - b);
  return { order, steps };
}

/** The surest statement of a pair, facts before claims. */
function surest(pair, onlyFacts) {
  let best = null;
  for (const statement of pair.statements) {
    if (onlyFacts && !statement.asserted) continue;
    if (!best || (statement.asserted - best.asserted || statement.confidence - best.confidence) > 0) best = statement;
  }
  return best;
}

/** The shortest path over facts, or over claims too if there is none: [node, statement, node, …]. */
function shortestPath(from, to) {
  for (const onlyFacts of [true, false]) {
    const previous = new Map([[from, null]]);
    let frontier = [from];
    while (frontier.length && !previous.has(to)) {
      const reached = new Map();
      for (const node of frontier) {
        for (const pair of nodes[node].pairs) {
          const next = other(pair, node);
          if (previous.has(next) || filter.gone.has(next)) continue;
          const statement = surest(pair, onlyFacts);
          if (!statement) continue;
          const known = reached.get(next);
          if (!known || statement.confidence > known.statement.confidence) reached.set(next, { node, statement });
        }
      }
      for (const [next, step] of reached) previous.set(next, step);
      frontier = [...reached.keys()];
    }
    if (!previous.has(to)) continue;
    const path = [to];
    for (let step = previous.get(to); step; step = previous.get(path[0])) path.unshift(step.node, step.statement);
    return path;
  }
  return null;
}
