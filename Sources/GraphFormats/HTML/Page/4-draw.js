// Draws the graph on a canvas, or as the text of an SVG file, through one small drawing surface.
// While the view moves, the last drawing is moved along; it is drawn anew when its edge comes near
// or the view rests.

const canvas = $("canvas"), context = canvas.getContext("2d", { alpha: false });
const buffer = document.createElement("canvas"), bufferContext = buffer.getContext("2d", { alpha: false });
const view = { x: 0, y: 0, scale: 1, width: 1, height: 1, ratio: 1 };
const drawn = { x: 0, y: 0, scale: 0, margin: 0 };
let needsDraw = true, needsMove = false, moved = 0;

// Colour-blind safe (Okabe and Ito), with a grey for the rest.
const palette = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8f7a3c"];
const grey = "#8a909c";
const families = ["Person", "Organization", "Place", "Event", "Work", "UnnamedSource"];
const familyOf = (types) => families.findIndex((name) => types.includes(name)
  || (name === "Work" && (types.includes("Product") || types.includes("Law"))));

function colorOf(node) {
  if (state.colorBy === "community") return node.community < palette.length ? palette[node.community] : grey;
  const family = familyOf(node.types);
  return family < 0 ? grey : palette[family];
}

let theme = {};
function readTheme() {
  const style = getComputedStyle(document.documentElement);
  for (const name of ["ground", "ink", "soft", "accent", "halo", "edge", "claim", "denied", "panel", "line"]) {
    theme[name] = style.getPropertyValue("--" + name).trim();
  }
}

const screenX = (x) => (x - view.x) * view.scale + view.width / 2;
const screenY = (y) => (y - view.y) * view.scale + view.height / 2;
const radiusOf = (node) => node.radius * Math.max(0.55, Math.min(1.8, Math.sqrt(view.scale)));

function inView(node) {
  const x = screenX(node.x), y = screenY(node.y), margin = 40;
  return x > -margin && x < view.width + margin && y > -margin && y < view.height + margin;
}

function resize() {
  view.ratio = Math.min(devicePixelRatio || 1, 2);
  view.width = $("graph").clientWidth;
  view.height = $("graph").clientHeight;
  canvas.width = view.width * view.ratio;
  canvas.height = view.height * view.ratio;
  rechoose();
}

/** Shows all of some nodes, or the most important that the map holds. */
function fit(list) {
  if (!list) list = state.focus ? shown.nodes : ranked.filter((i) => allowed(nodes[i]) && linked(nodes[i])).slice(0, filter.limit);
  if (!list.length) return;
  const xs = list.map((index) => nodes[index].x).sort((a, b) => a - b);
  const ys = list.map((index) => nodes[index].y).sort((a, b) => a - b);
  // A few stragglers do not make everything small.
  const skip = list.length > 60 ? Math.floor(list.length * 0.015) : 0;
  const [x0, x1] = [xs[skip], xs[xs.length - 1 - skip]], [y0, y1] = [ys[skip], ys[ys.length - 1 - skip]];
  view.x = (x0 + x1) / 2;
  view.y = (y0 + y1) / 2;
  view.scale = Math.min((view.width - 150) / (x1 - x0 + 30), (view.height - 90) / (y1 - y0 + 30), 1.7);
  view.scale = Math.max(view.scale, 0.005);
  rechoose();
}

/** Nodes and pairs that are lit while others are dimmed, or null. */
function lit() {
  if (state.path) {
    const on = new Set(state.path.filter((_, i) => i % 2 === 0));
    const steps = new Set(state.path.filter((_, i) => i % 2 === 1));
    return { on, pair: (pair) => pair.statements.some((statement) => steps.has(statement)) };
  }
  if (state.pair) return { on: new Set([state.pair.a, state.pair.b]), pair: (pair) => pair === state.pair };
  const center = state.hovered >= 0 ? state.hovered : state.focus ? -1 : state.selected;
  if (center < 0) return null;
  const on = new Set([center, ...nodes[center].pairs.map((pair) => other(pair, center))]);
  return { on, pair: (pair) => pair.a === center || pair.b === center };
}

const fontOf = (size, bold) => `${bold ? "600 " : ""}${size}px system-ui, "Segoe UI", "Noto Sans", sans-serif`;
const widths = new Map();

/** How wide some words are drawn. */
function widthOf(words, size, bold) {
  const key = fontOf(Math.round(size * 2) / 2, bold), known = widths.get(key + words);
  if (known !== undefined) return known;
  bufferContext.font = key;
  const wide = bufferContext.measureText(words).width;
  widths.set(key + words, wide);
  return wide;
}

/** A surface that paints on a canvas; lines of one style are one stroke. */
function canvasSurface(target) {
  return {
    lines(list, color, width, dash, alpha) {
      target.globalAlpha = alpha; target.strokeStyle = color; target.lineWidth = width;
      target.setLineDash(dash ? [5, 4] : []);
      target.beginPath();
      for (const [x1, y1, x2, y2] of list) { target.moveTo(x1, y1); target.lineTo(x2, y2); }
      target.stroke();
      target.setLineDash([]);
    },
    arrow(x, y, angle, color, alpha) {
      target.globalAlpha = alpha; target.fillStyle = color;
      target.beginPath(); target.moveTo(x, y);
      for (const turn of [-0.42, 0.42]) target.lineTo(x - 9 * Math.cos(angle + turn), y - 9 * Math.sin(angle + turn));
      target.fill();
    },
    circles(list, fill, stroke, width, alpha) {
      target.globalAlpha = alpha;
      target.beginPath();
      for (const [x, y, r] of list) { target.moveTo(x + r, y); target.arc(x, y, r, 0, 6.2832); }
      if (fill) { target.fillStyle = fill; target.fill(); }
      if (stroke) { target.strokeStyle = stroke; target.lineWidth = width; target.stroke(); }
    },
    text(x, y, words, size, color, halo, bold, alpha, align) {
      target.globalAlpha = alpha;
      target.font = fontOf(size, bold);
      target.textAlign = align; target.textBaseline = "middle";
      target.lineJoin = "round"; target.lineWidth = 3.5; target.strokeStyle = halo; target.strokeText(words, x, y);
      target.fillStyle = color; target.fillText(words, x, y);
    },
  };
}

/** A surface that collects the elements of an SVG drawing. */
function svgSurface(parts) {
  const n = (value) => Math.round(value * 10) / 10;
  return {
    lines(list, color, width, dash, alpha) {
      if (!list.length) return;
      const path = list.map(([x1, y1, x2, y2]) => `M${n(x1)} ${n(y1)}L${n(x2)} ${n(y2)}`).join("");
      parts.push(`<path d="${path}" stroke="${color}" stroke-width="${n(width)}" opacity="${n(alpha)}" fill="none"${dash ? ' stroke-dasharray="5 4"' : ""}/>`);
    },
    arrow(x, y, angle, color, alpha) {
      const corner = (turn) => `${n(x - 9 * Math.cos(angle + turn))} ${n(y - 9 * Math.sin(angle + turn))}`;
      parts.push(`<path d="M${n(x)} ${n(y)}L${corner(-0.42)}L${corner(0.42)}Z" fill="${color}" opacity="${n(alpha)}"/>`);
    },
    circles(list, fill, stroke, width, alpha) {
      for (const [x, y, r] of list) {
        parts.push(`<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fill || "none"}" stroke="${stroke || "none"}" stroke-width="${width}" opacity="${n(alpha)}"/>`);
      }
    },
    text(x, y, words, size, color, halo, bold, alpha, align) {
      parts.push(`<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" fill="${color}" stroke="${halo}" stroke-width="3" `
        + `paint-order="stroke" dominant-baseline="middle" opacity="${n(alpha)}" ${bold ? 'font-weight="600" ' : ""}`
        + `text-anchor="${{ left: "start", center: "middle", right: "end" }[align]}">${escapeText(words)}</text>`);
    },
  };
}

/** Paints the graph on a surface that reaches beyond the view by a margin. */
function paint(surface, margin) {
  const light = lit();
  const left = -margin, top = -margin, right = view.width + margin, bottom = view.height + margin;
  const words = paintPairs(surface, light, left, top, right, bottom);
  paintNodes(surface, light, left, top, right, bottom);
  paintLabels(surface, light, words, left, top, right, bottom);
}

function paintPairs(surface, light, left, top, right, bottom) {
  const styles = new Map(), arrows = [], words = [];
  for (const pair of shown.pairs) {
    const a = nodes[pair.a], b = nodes[pair.b];
    const x1 = screenX(a.x), y1 = screenY(a.y), x2 = screenX(b.x), y2 = screenY(b.y);
    if (Math.max(x1, x2) < left || Math.min(x1, x2) > right || Math.max(y1, y2) < top || Math.min(y1, y2) > bottom) continue;
    const on = light ? light.pair(pair) : false, claim = pair.asserted === 0;
    const size = Math.min(4, Math.round(1 + Math.log2(pair.statements.length)));
    const color = claim ? (pair.denied === pair.statements.length ? theme.denied : theme.claim) : on ? theme.accent : theme.edge;
    const alpha = light && !on ? 0.1 : on ? 1 : claim ? 0.6 : 0.5;
    const key = [on ? 1 : 0, color, size, claim, alpha].join(" ");
    if (!styles.has(key)) styles.set(key, { on, color, size, claim, alpha, list: [] });
    styles.get(key).list.push([x1, y1, x2, y2]);
    if (on || (!light && ((state.focus && shown.pairs.length < 120) || view.scale > 1.9))) words.push([(x1 + x2) / 2, (y1 + y2) / 2, pair, on]);
    if (on || (state.focus && shown.pairs.length < 200)) arrows.push([pair, x1, y1, x2, y2, color, alpha]);
  }
  const order = [...styles.values()].sort((a, b) => a.on - b.on || b.claim - a.claim);
  for (const style of order) {
    surface.lines(style.list, style.color, style.on ? style.size + 0.8 : style.size * 0.8 + 0.2, style.claim, style.alpha);
  }
  for (const [pair, x1, y1, x2, y2, color, alpha] of arrows) {
    const angle = Math.atan2(y2 - y1, x2 - x1);
    const tip = (node, x, y, way) => surface.arrow(x - (radiusOf(node) + 2) * Math.cos(way), y - (radiusOf(node) + 2) * Math.sin(way), way, color, alpha);
    if (pair.statements.some((s) => s.o === pair.b)) tip(nodes[pair.b], x2, y2, angle);
    if (pair.statements.some((s) => s.o === pair.a)) tip(nodes[pair.a], x1, y1, angle + Math.PI);
  }
  return words;
}

function paintNodes(surface, light, left, top, right, bottom) {
  const styles = new Map();
  for (let i = shown.nodes.length - 1; i >= 0; i -= 1) {
    const node = nodes[shown.nodes[i]], x = screenX(node.x), y = screenY(node.y), r = radiusOf(node);
    if (x + r < left || x - r > right || y + r < top || y - r > bottom) continue;
    const color = colorOf(node), alpha = !light || light.on.has(node.index) ? 1 : 0.18;
    const key = color + alpha;
    if (!styles.has(key)) styles.set(key, { color, alpha, list: [] });
    styles.get(key).list.push([x, y, r]);
  }
  for (const style of [...styles.values()].sort((a, b) => a.alpha - b.alpha)) {
    surface.circles(style.list, style.color, theme.ground, 1.5, style.alpha);
  }
  const ring = (index, color, width, gap) => {
    const node = nodes[index];
    surface.circles([[screenX(node.x), screenY(node.y), radiusOf(node) + gap]], null, color, width, 1);
  };
  if (state.selected >= 0 && shown.set.has(state.selected)) ring(state.selected, theme.accent, 2.5, 4);
  if (state.pathFrom >= 0 && shown.set.has(state.pathFrom)) ring(state.pathFrom, theme.claim, 2.5, 7);
}

const clip = (words, most) => (words.length > most ? words.slice(0, most - 1) + "…" : words);

function paintLabels(surface, light, words, left, top, right, bottom) {
  // Boxes that no name may meet, and those of nodes that only foremost names may; looked up by the squares that they touch.
  const taken = new Map(), others = new Map();
  const squares = (box) => {
    const keys = [];
    for (let x = Math.floor(box[0] / 90); x <= Math.floor(box[2] / 90); x += 1) {
      for (let y = Math.floor(box[1] / 30); y <= Math.floor(box[3] / 30); y += 1) keys.push(x * 8192 + y);
    }
    return keys;
  };
  const meets = (boxes, box) => squares(box).some((key) => (boxes.get(key) || [])
    .some((b) => box[0] < b[2] && box[2] > b[0] && box[1] < b[3] && box[3] > b[1]));
  const keep = (boxes, box) => {
    for (const key of squares(box)) {
      if (!boxes.has(key)) boxes.set(key, []);
      boxes.get(key).push(box);
    }
  };
  const free = (box, isForemost) => {
    if (meets(taken, box) || (!isForemost && meets(others, box))) return false;
    keep(taken, box);
    return true;
  };
  const important = light ? (index) => light.on.has(index) : () => true;
  const list = [...shown.nodes].sort((a, b) => important(b) - important(a)
    || (b === state.selected) - (a === state.selected) || nodes[b].rank - nodes[a].rank);
  const block = (boxes, indexes) => {
    for (const index of indexes) {
      const node = nodes[index], x = screenX(node.x), y = screenY(node.y), r = radiusOf(node) - 1;
      keep(boxes, [x - r, y - r, x + r, y + r]);
    }
  };
  let count = 0;
  block(taken, light ? list.slice(0, 8).filter(important) : shown.nodes.slice(0, 15));
  block(others, [...(light ? list.slice(0, 60).filter(important) : []), ...shown.nodes.slice(0, 150)]);
  list.forEach((index, place) => {
    const node = nodes[index], on = important(index), r = radiusOf(node) + (index === state.selected ? 5 : 0);
    const size = index === state.selected ? 15 : 11.5 + Math.min(4, r / 5);
    const x = screenX(node.x), y = screenY(node.y), isInside = x > 0 && x < view.width;
    if (x > right || x < left - 200 || y > bottom || y < top || (light && !on && count > 60)) return;
    const text = clip(node.label, 28), bold = index === state.selected || r > 11;
    const wide = widthOf(text, size, bold), high = size * 0.62;
    // To the right, to the left, below, above: the first place that is free; foremost names may cover lesser nodes.
    const spots = [[x + r + 4, y, 0, "left"], [x - r - 4, y, 1, "right"], [x, y + r + high + 2, 0.5, "center"], [x, y - r - high - 2, 0.5, "center"]];
    const boxAt = ([a, b, share]) => [a - wide * share, b - high, a - wide * share + wide, b + high];
    const fitting = (isForemost) => spots.find((spot) => {
      const box = boxAt(spot);
      return (!isInside || (box[0] > 0 && box[2] < view.width)) && free(box, isForemost);
    });
    let spot = fitting(false) || (place < 15 || (light && on) ? fitting(true) : null);
    if (!spot && index === state.selected) { [spot] = spots; keep(taken, boxAt(spot)); }
    if (!spot) return;
    count += 1;
    surface.text(spot[0], spot[1], text, size, theme.ink, theme.halo, bold, on ? 1 : 0.2, spot[3]);
  });
  for (const [x, y, pair, on] of words.sort((a, b) => b[3] - a[3]).slice(0, 150)) {
    const best = surest(pair, false), more = pair.statements.length - 1;
    const text = (best.denied ? "denied: " : "") + clip(predicates[best.p].label, 28) + (more ? ` +${more}` : "");
    const half = widthOf(text, 11, false) / 2;
    if (!free([x - half, y - 8, x + half, y + 8], true)) continue;
    surface.text(x, y, text, 11, on ? theme.ink : theme.soft, theme.halo, false, 0.95, "center");
  }
}

function draw() {
  const margin = Math.round(Math.min(view.width, view.height) * 0.25), ratio = view.ratio;
  const width = Math.round((view.width + 2 * margin) * ratio), height = Math.round((view.height + 2 * margin) * ratio);
  if (buffer.width !== width || buffer.height !== height) { buffer.width = width; buffer.height = height; }
  bufferContext.setTransform(ratio, 0, 0, ratio, margin * ratio, margin * ratio);
  bufferContext.globalAlpha = 1;
  bufferContext.fillStyle = theme.ground;
  bufferContext.fillRect(-margin, -margin, view.width + 2 * margin, view.height + 2 * margin);
  paint(canvasSurface(bufferContext), margin);
  Object.assign(drawn, { x: view.x, y: view.y, scale: view.scale, margin });
  blit();
  tellStatus();
}

/** Copies the last drawing to the canvas, where the view is now. */
function blit() {
  const zoom = view.scale / drawn.scale, ratio = view.ratio;
  const x = (drawn.x - view.x) * view.scale + view.width / 2 - (view.width / 2 + drawn.margin) * zoom;
  const y = (drawn.y - view.y) * view.scale + view.height / 2 - (view.height / 2 + drawn.margin) * zoom;
  context.setTransform(1, 0, 0, 1, 0, 0);
  if (zoom !== 1) {
    context.fillStyle = theme.ground;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(buffer, x * ratio, y * ratio, buffer.width * zoom, buffer.height * zoom);
  } else context.drawImage(buffer, Math.round(x * ratio), Math.round(y * ratio));
}

/** Tells that the view has moved: the drawing follows at once and is made anew when it rests. */
function viewMoved() {
  needsMove = true;
  moved = performance.now();
}

function frame(now) {
  const zoom = view.scale / drawn.scale;
  const far = Math.abs(drawn.x - view.x) * view.scale > drawn.margin || Math.abs(drawn.y - view.y) * view.scale > drawn.margin
    || zoom > 1.6 || zoom < 0.7;
  if (needsMove && (far || now - moved > 110)) {
    needsMove = false;
    rechoose();
  }
  if (needsDraw) { needsDraw = false; draw(); } else if (needsMove) blit();
  requestAnimationFrame(frame);
}

const grouped = (number) => number.toLocaleString("en");

function tellStatus() {
  const facts = shown.pairs.reduce((sum, pair) => sum + pair.statements.length, 0);
  const part = shown.nodes.length < shown.possible;
  $("status").textContent = `${grouped(shown.nodes.length)}${part ? ` of ${grouped(shown.possible)}` : ""} entities · `
    + `${grouped(facts)} statements between them${shown.isLimited ? " · zoom in or search for more" : ""}`;
}

function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** The legend of a saved picture. */
function paintLegend(surface) {
  let x = 18;
  const y = view.height - 18;
  for (const [name, color] of legendEntries().slice(0, 7)) {
    surface.circles([[x, y, 5]], color, null, 0, 1);
    surface.text(x + 10, y, clip(name, 24), 12, theme.ink, theme.halo, false, 1, "left");
    x += 34 + widthOf(clip(name, 24), 12, false);
  }
  surface.lines([[x, y, x + 24, y]], theme.claim, 2, true, 1);
  surface.text(x + 30, y, "claim, not a fact", 12, theme.ink, theme.halo, false, 1, "left");
}

function saveSVG() {
  const parts = [], surface = svgSurface(parts);
  paint(surface, 0);
  paintLegend(surface);
  save("graph.svg", new Blob([
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${view.width} ${view.height}" font-family="system-ui, sans-serif">`
    + `<title>${escapeText(title)}</title><rect width="100%" height="100%" fill="${theme.ground}"/>${parts.join("\n")}</svg>\n`],
  { type: "image/svg+xml" }));
}

function savePNG() {
  const picture = document.createElement("canvas"), target = picture.getContext("2d", { alpha: false }), ratio = 3;
  picture.width = view.width * ratio;
  picture.height = view.height * ratio;
  target.setTransform(ratio, 0, 0, ratio, 0, 0);
  target.fillStyle = theme.ground;
  target.fillRect(0, 0, view.width, view.height);
  paint(canvasSurface(target), 0);
  paintLegend(canvasSurface(target));
  picture.toBlob((blob) => save("graph.png", blob));
}
