// Where the nodes stand: a force layout (repulsion by Barnes and Hut's quadtree, attraction along
// edges, as in ForceAtlas2), the same on every run: it starts from a spiral by rank.

function placeNew() {
  shown.nodes.forEach((index, rank) => {
    const node = nodes[index];
    if (node.placed) return;
    const near = [...neighbours(index, false).keys()].find((other) => nodes[other].placed);
    const angle = rank * 2.399963, distance = 14 * Math.sqrt(rank + 1);
    node.x = (near === undefined ? 0 : nodes[near].x) + distance * (near === undefined ? 1 : 0.2) * Math.cos(angle);
    node.y = (near === undefined ? 0 : nodes[near].y) + distance * (near === undefined ? 1 : 0.2) * Math.sin(angle);
    node.placed = true;
  });
}

function quadtree(list) {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (const node of list) {
    x0 = Math.min(x0, node.x); x1 = Math.max(x1, node.x);
    y0 = Math.min(y0, node.y); y1 = Math.max(y1, node.y);
  }
  const cell = (x, y, size) => ({ x, y, size, mass: 0, mx: 0, my: 0, node: null, parts: null });
  const root = cell(x0, y0, Math.max(x1 - x0, y1 - y0, 1) * 1.001);
  const put = (tree, node, depth) => {
    tree.mx += node.x * node.mass; tree.my += node.y * node.mass; tree.mass += node.mass;
    if (!tree.parts && !tree.node) { tree.node = node; return; }
    if (depth > 40) return;
    const half = tree.size / 2;
    if (!tree.parts) {
      tree.parts = [0, 1, 2, 3].map((i) => cell(tree.x + (i & 1) * half, tree.y + (i >> 1) * half, half));
      const old = tree.node;
      tree.node = null;
      put(tree.parts[(old.x >= tree.x + half) + 2 * (old.y >= tree.y + half)], old, depth + 1);
    }
    put(tree.parts[(node.x >= tree.x + half) + 2 * (node.y >= tree.y + half)], node, depth + 1);
  };
  for (const node of list) put(root, node, 0);
  return root;
}

function repel(node, tree) {
  if (!tree.mass || tree.node === node) return;
  const dx = node.x - tree.mx / tree.mass, dy = node.y - tree.my / tree.mass;
  const square = dx * dx + dy * dy + 0.01;
  if (tree.parts && tree.size * tree.size > 0.8 * square) {
    for (const part of tree.parts) repel(node, part);
    return;
  }
  const force = 90 * node.mass * tree.mass / square;
  node.fx += dx * force; node.fy += dy * force;
}

/** Moves the nodes for a number of rounds; each node moves at most a little in a round. */
function layout(rounds) {
  const list = shown.nodes.map((index) => nodes[index]);
  if (!list.length) return;
  for (const node of list) node.mass = 1;
  for (const pair of shown.pairs) { nodes[pair.a].mass += 0.5; nodes[pair.b].mass += 0.5; }
  for (let round = 0; round < rounds; round += 1) {
    const heat = 24 * (1 - round / rounds) + 0.4;
    const tree = quadtree(list);
    for (const node of list) {
      node.fx = -0.035 * node.x * node.mass;
      node.fy = -0.05 * node.y * node.mass;
      repel(node, tree);
    }
    for (const pair of shown.pairs) {
      const a = nodes[pair.a], b = nodes[pair.b];
      const strength = 0.05 * Math.min(3, 1 + Math.log(pair.statements.length));
      const dx = b.x - a.x, dy = b.y - a.y;
      a.fx += dx * strength; a.fy += dy * strength;
      b.fx -= dx * strength; b.fy -= dy * strength;
    }
    for (const node of list) {
      if (node.held) continue;
      const fx = node.fx / node.mass, fy = node.fy / node.mass;
      const length = Math.hypot(fx, fy) || 1, step = Math.min(length, heat);
      node.x += (fx / length) * step; node.y += (fy / length) * step;
    }
  }
}

function arrange() {
  placeNew();
  layout(shown.nodes.length > 1500 ? 120 : 300);
}
