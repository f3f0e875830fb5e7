// The map's places come with the page. A neighbourhood in focus gets places of its own, by forces,
// and nodes glide from one place to the other.

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches || location.search.includes("still");
let gliding = 0;

/** Places for a neighbourhood: its centre in the middle, each step further out. */
function placesAround(focus) {
  const list = focus.order.slice(0, 300).map((index) => nodes[index]);
  const place = new Map(), inside = new Set(list.map((node) => node.index));
  const links = [];
  list.forEach((node, rank) => {
    const step = focus.steps.get(node.index), angle = rank * 2.399963;
    const distance = rank ? 70 * step + 9 * Math.sqrt(rank) : 0;
    place.set(node.index, { x: distance * Math.cos(angle), y: distance * Math.sin(angle), fx: 0, fy: 0, node });
    for (const pair of node.pairs) if (pair.a === node.index && inside.has(pair.b)) links.push(pair);
  });
  const points = [...place.values()];
  const rounds = points.length > 150 ? 120 : 220;
  for (let round = 0; round < rounds; round += 1) {
    const heat = 14 * (1 - round / rounds) + 0.2;
    for (const a of points) { a.fx = -0.02 * a.x; a.fy = -0.028 * a.y; }
    for (let i = 0; i < points.length; i += 1) {
      for (let j = i + 1; j < points.length; j += 1) {
        const a = points[i], b = points[j], dx = a.x - b.x, dy = a.y - b.y;
        const square = dx * dx + dy * dy + 0.01, least = a.node.radius + b.node.radius + 16;
        const force = 1500 / square + (square < least * least ? 0.4 : 0);
        a.fx += dx * force; a.fy += dy * force; b.fx -= dx * force; b.fy -= dy * force;
      }
    }
    for (const pair of links) {
      const a = place.get(pair.a), b = place.get(pair.b), dx = b.x - a.x, dy = b.y - a.y;
      const pull = 0.035;
      a.fx += dx * pull; a.fy += dy * pull; b.fx -= dx * pull; b.fy -= dy * pull;
    }
    points.forEach((point, i) => {
      if (i === 0) return;
      const length = Math.hypot(point.fx, point.fy) || 1, step = Math.min(length, heat);
      point.x += (point.fx / length) * step; point.y += (point.fy / length) * step;
    });
  }
  return place;
}

/** Moves nodes to new places within a third of a second, or at once where motion is unwelcome. */
function glide(targets, done) {
  const moves = targets.map(([node, x, y]) => [node, node.x, node.y, x, y]);
  const settle = () => {
    for (const [node, , , x, y] of moves) { node.x = x; node.y = y; }
    rechoose();
    if (done) done();
  };
  gliding += 1;
  const own = gliding, start = performance.now();
  if (calm || !moves.length) return settle();
  const step = (now) => {
    if (own !== gliding) return;
    const t = Math.min(1, (now - start) / 320), ease = t * (2 - t);
    if (t >= 1) return settle();
    for (const [node, x0, y0, x, y] of moves) { node.x = x0 + (x - x0) * ease; node.y = y0 + (y - y0) * ease; }
    needsDraw = true;
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
}
