// Draws the graph on a canvas, or as the text of an SVG file, through one small drawing surface.

const canvas = $("canvas"), context = canvas.getContext("2d");
const view = { x: 0, y: 0, scale: 1, width: 1, height: 1, ratio: 1 };
let needsDraw = true;

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const screenX = (x) => (x - view.x) * view.scale + view.width / 2;
const screenY = (y) => (y - view.y) * view.scale + view.height / 2;
const radiusOf = (node) => node.radius * Math.max(0.6, Math.min(2, Math.sqrt(view.scale)));

function resize() {
  view.ratio = devicePixelRatio || 1;
  view.width = $("graph").clientWidth;
  view.height = $("graph").clientHeight;
  canvas.width = view.width * view.ratio;
  canvas.height = view.height * view.ratio;
  needsDraw = true;
}

function fit(list = shown.nodes) {
  if (!list.length) return;
  const xs = list.map((index) => nodes[index].x).sort((a, b) => a - b);
  const ys = list.map((index) => nodes[index].y).sort((a, b) => a - b);
  // A few stragglers do not make everything small.
  const skip = list.length > 40 ? Math.floor(list.length * 0.01) : 0;
  const [x0, x1] = [xs[skip], xs[xs.length - 1 - skip]], [y0, y1] = [ys[skip], ys[ys.length - 1 - skip]];
  view.x = (x0 + x1) / 2;
  view.y = (y0 + y1) / 2;
  view.scale = Math.min(view.width / (x1 - x0 + 160), view.height / (y1 - y0 + 120), 2.5);
  needsDraw = true;
}

/** Nodes and pairs that are lit while others are dimmed, or null. */
function lit() {
  if (state.path) {
    const on = new Set(state.path.filter((_, i) => i % 2 === 0));
    const ids = new Set(state.path.filter((_, i) => i % 2 === 1).map((statement) => statement.id));
    return { on, pair: (pair) => pair.statements.some((statement) => ids.has(statement.id)) };
  }
  if (state.pair) {
    const { a, b } = state.pair;
    return { on: new Set([a, b]), pair: (pair) => pair.a === a && pair.b === b };
  }
  const center = state.hovered >= 0 ? state.hovered : state.selected;
  if (center < 0) return null;
  const on = new Set([center, ...neighbours(center, false).keys()]);
  return { on, pair: (pair) => pair.a === center || pair.b === center };
}

/** A surface that paints on a canvas. */
function canvasSurface(target) {
  return {
    line(x1, y1, x2, y2, color, width, dash, alpha) {
      target.globalAlpha = alpha; target.strokeStyle = color; target.lineWidth = width;
      target.setLineDash(dash ? [5, 4] : []);
      target.beginPath(); target.moveTo(x1, y1); target.lineTo(x2, y2); target.stroke();
    },
    circle(x, y, r, fill, stroke, width, alpha) {
      target.globalAlpha = alpha; target.setLineDash([]);
      target.beginPath(); target.arc(x, y, r, 0, 2 * Math.PI);
      if (fill) { target.fillStyle = fill; target.fill(); }
      if (stroke) { target.strokeStyle = stroke; target.lineWidth = width; target.stroke(); }
    },
    text(x, y, words, size, color, halo, bold, alpha, center) {
      target.globalAlpha = alpha; target.setLineDash([]);
      target.font = `${bold ? "600 " : ""}${size}px system-ui, "Noto Sans", sans-serif`;
      target.textAlign = center ? "center" : "left"; target.textBaseline = "middle";
      target.lineJoin = "round"; target.lineWidth = 4; target.strokeStyle = halo; target.strokeText(words, x, y);
      target.fillStyle = color; target.fillText(words, x, y);
    },
  };
}

/** A surface that collects the elements of an SVG drawing. */
function svgSurface(parts) {
  const n = (value) => Math.round(value * 100) / 100;
  return {
    line(x1, y1, x2, y2, color, width, dash, alpha) {
      parts.push(`<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${color}" `
        + `stroke-width="${width}" opacity="${alpha}"${dash ? ' stroke-dasharray="5 4"' : ""}/>`);
    },
    circle(x, y, r, fill, stroke, width, alpha) {
      parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill || "none"}" `
        + `stroke="${stroke || "none"}" stroke-width="${width}" opacity="${alpha}"/>`);
    },
    text(x, y, words, size, color, halo, bold, alpha, center) {
      parts.push(`<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${color}" stroke="${halo}" `
        + `stroke-width="3" paint-order="stroke" dominant-baseline="middle" opacity="${alpha}" `
        + `${bold ? 'font-weight="600" ' : ""}text-anchor="${center ? "middle" : "start"}">${escapeText(words)}</text>`);
    },
  };
}

function paint(surface) {
  const light = lit(), edge = css("--edge"), accent = css("--accent"), claim = css("--claim");
  const ink = css("--ink"), halo = css("--halo"), soft = css("--soft");
  const labelsOfEdges = [];
  for (const pass of [false, true]) {
    for (const pair of shown.pairs) {
      const on = light ? light.pair(pair) : false;
      if (on !== pass) continue;
      const a = nodes[pair.a], b = nodes[pair.b], isClaim = pair.asserted === 0;
      const [x1, y1, x2, y2] = [screenX(a.x), screenY(a.y), screenX(b.x), screenY(b.y)];
      if (Math.max(x1, x2) < 0 || Math.min(x1, x2) > view.width || Math.max(y1, y2) < 0 || Math.min(y1, y2) > view.height) continue;
      const width = Math.min(4, 1 + 0.5 * Math.log2(pair.statements.length));
      surface.line(x1, y1, x2, y2, isClaim ? claim : on ? accent : edge, on ? width + 0.6 : width,
        isClaim, light && !on ? 0.15 : isClaim ? 0.75 : on ? 1 : 0.55);
      if (on || view.scale > 1.7) labelsOfEdges.push([(x1 + x2) / 2, (y1 + y2) / 2, pair, on]);
    }
  }
  for (const index of shown.nodes) {
    const node = nodes[index], on = !light || light.on.has(index);
    surface.circle(screenX(node.x), screenY(node.y), radiusOf(node), colorOf(node), halo, 1.5, on ? 1 : 0.22);
    if (index === state.selected) {
      surface.circle(screenX(node.x), screenY(node.y), radiusOf(node) + 4, null, accent, 2.5, 1);
    }
  }
  const taken = [];
  const free = (box) => !taken.some((other) => box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]);
  const order = ranked.filter((index) => shown.set.has(index));
  const list = light ? [...order.filter((i) => light.on.has(i)), ...order.filter((i) => !light.on.has(i))] : order;
  for (const index of list) {
    const node = nodes[index], on = !light || light.on.has(index);
    const size = index === state.selected ? 15 : 12 + Math.min(3, node.radius / 7);
    const words = node.label.length > 38 ? node.label.slice(0, 37) + "…" : node.label;
    const x = screenX(node.x) + radiusOf(node) + 4, y = screenY(node.y);
    const box = [x - 4, y - size * 0.7, x + words.length * size * 0.56, y + size * 0.7];
    if (box[0] > view.width || box[2] < 0 || box[1] > view.height || box[3] < 0 || !free(box)) continue;
    taken.push(box);
    surface.text(x, y, words, size, ink, halo, index === state.selected || node.radius > 12, on ? 1 : 0.25, false);
  }
  for (const [x, y, pair, on] of labelsOfEdges) {
    const best = pair.statements.reduce((a, b) => (b.asserted - a.asserted || b.confidence - a.confidence) > 0 ? b : a);
    const more = pair.statements.length - 1;
    const words = (best.label.length > 30 ? best.label.slice(0, 29) + "…" : best.label) + (more ? ` +${more}` : "");
    const box = [x - words.length * 3.2, y - 8, x + words.length * 3.2, y + 8];
    if (!free(box)) continue;
    taken.push(box);
    surface.text(x, y, words, 11, on ? ink : soft, halo, false, 0.95, true);
  }
}

function draw() {
  context.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
  context.globalAlpha = 1;
  context.fillStyle = css("--ground");
  context.fillRect(0, 0, view.width, view.height);
  paint(canvasSurface(context));
  const facts = shown.pairs.reduce((sum, pair) => sum + pair.statements.length, 0);
  const rest = shown.linkedCount > shown.nodes.length ? ` of ${shown.linkedCount}` : "";
  $("status").textContent = `${shown.nodes.length}${rest} entities · ${facts} statements between them`;
}

function frame() {
  if (needsDraw) { needsDraw = false; draw(); }
  requestAnimationFrame(frame);
}

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function saveSVG() {
  const parts = [];
  paint(svgSurface(parts));
  save("graph.svg", new Blob([
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view.width} ${view.height}" `
    + `font-family="system-ui, sans-serif"><rect width="100%" height="100%" fill="${css("--ground")}"/>`
    + parts.join("\n") + "</svg>\n"], { type: "image/svg+xml" }));
}

function savePNG() {
  const ratio = view.ratio;
  view.ratio = 3;
  canvas.width = view.width * 3; canvas.height = view.height * 3;
  draw();
  canvas.toBlob((blob) => { save("graph.png", blob); view.ratio = ratio; resize(); });
}
