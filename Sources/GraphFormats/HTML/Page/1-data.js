"use strict";
// The graph as it stands in the page: texts and columns of numbers, deflated and in base 91.

const $ = (id) => document.getElementById(id);
const certainties = ["certain", "probable", "possible", "unknown"];

/** Entities: {label, id, types, type, named, aliases, rank, community, x, y, homeX, homeY, …}. */
let nodes = [];
/** Statements: {s, p, o | value, asserted, denied, certainty, confidence, speaker, time, evidence}. */
let statements = [];
/** Documents: {name, title, date}; sentences: {text, document, number}; predicates: {id, label}. */
let documents = [], sentences = [], predicates = [];
let title = "", communityCount = 0;

async function load() {
  const bytes = unpackLetters($("data").textContent.trim(), +$("data").dataset.length);
  $("data").textContent = "";
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer()), end = packed.indexOf(0);
  const data = JSON.parse(new TextDecoder().decode(packed.subarray(0, end)));
  unpack(data, unpackColumns(packed, end + 1, data.columns));
}

/** Bytes from base 91: two letters hold 13 bits, the lowest first. */
function unpackLetters(text, length) {
  const bytes = new Uint8Array(length), value = (i) => { const code = text.charCodeAt(i); return code - (code < 60 ? 35 : 36); };
  let held = 0, bits = 0, count = 0;
  for (let i = 0; i < text.length; i += 2) {
    held |= (value(i) * 91 + value(i + 1)) << bits;
    for (bits += 13; bits > 7; bits -= 8) { bytes[count] = held & 255; count += 1; held >>>= 8; }
  }
  return bytes;
}

/** Columns of numbers by name: folded, in groups of seven bits, the lowest first. */
function unpackColumns(bytes, place, index) {
  const columns = {};
  for (const [name, count] of index) {
    const column = columns[name] = new Array(count);
    for (let i = 0; i < count; i += 1) {
      let folded = 0, unit = 1, byte = 128;
      for (; byte > 127; unit *= 128, place += 1) { byte = bytes[place]; folded += (byte & 127) * unit; }
      column[i] = folded % 2 ? -(folded + 1) / 2 : folded / 2;
    }
  }
  return columns;
}

/** Running sums: columns that grow are written as differences. */
function sums(column) {
  let sum = 0;
  return column.map((step) => (sum += step));
}

/** A part of a text, by code points. */
function letters(text, [start, end]) {
  return /[\ud800-\udfff]/.test(text) ? Array.from(text).slice(start, end).join("") : text.slice(start, end);
}

/** The readable part of an identifier, for labels of plain ASCII. */
function slug(label) {
  return label.toLowerCase().replace(/['.]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "x";
}

function unpack(data, columns) {
  title = data.title;
  communityCount = data.communities;
  documents = data.documents.map(([name, heading, date]) => ({ name, title: heading || name, date }));
  predicates = data.predicates.map(([label, id]) => ({ label, open: !id, count: 0 }));
  const at = sums(columns.document);
  sentences = data.sentences.map((text, i) => ({ text, document: at[i], number: columns.number[i] }));
  nodes = columns.type.map((type, index) => ({
    index, label: "", id: "", types: data.types[type], type: data.types[type][0] || "Thing", named: index < data.named,
    aliases: [], rank: columns.rank[index] / 1000, radius: data.radius[0] + data.radius[1] * Math.sqrt(columns.rank[index] / 1000),
    community: columns.community[index] - 1, x: NaN, y: NaN, statements: [], pairs: [],
  }));
  sums(columns.aliasAt).forEach((index, i) => { nodes[index].aliases = data.aliases[i]; });
  const meetings = unpackStatements(data, columns);
  unpackCircumstances(data, columns);
  unpackNames(data, columns, meetings);
  unpackPlaces(columns, meetings);
  for (const statement of statements) {
    for (const index of new Set([statement.s, statement.o, statement.speaker])) {
      if (index >= 0) nodes[index].statements.push(statement);
    }
    statement.when = when(statement);
  }
}

/** Reads the statements, and where each unnamed thing is met first: [statement, whether as its object]. */
function unpackStatements(data, c) {
  const meetings = [], last = new Map(), at = sums(c.sentence);
  let met = data.named, object = 0, value = 0, place = 0, span = 0, length = 0;
  const entity = (code, index, isObject) => {
    if (code > 0) return code - 1;
    if (code < 0) return met + code;
    meetings.push([index, isObject]);
    met += 1;
    return met - 1;
  };
  const words = (sentence, index, base) => {
    const code = c.span[span], key = index + ":" + sentence;
    span += 1;
    if (code === 0) return null;
    if (code === 1) return last.get(key);
    const start = base + (code < 0 ? code : code - 2), range = [start, start + c.length[length]];
    length += 1;
    if (index >= 0) last.set(key, range);
    return range;
  };
  statements = c.p.map((predicate, index) => {
    const flags = c.flags[index], kind = flags >> 4, evidence = [], s = entity(c.s[index], index, false);
    let o = -1, said = null;
    if (kind === 0) { o = entity(c.o[object], index, true); object += 1; }
    for (let n = 0; n < c.count[index]; n += 1, place += 1) {
      const sentence = at[place], subject = words(sentence, s, 0);
      evidence.push({ sentence, subject, object: words(sentence, o, subject ? subject[1] : 0) });
    }
    if (kind === 2) said = letters(sentences[evidence[0].sentence].text, evidence[0].object);
    if (kind === 3) { said = data.values[c.value[value]]; value += 1; }
    predicates[predicate].count += 1;
    return {
      index, s, p: predicate, o, value: said, denied: (flags & 1) === 1, certainty: flags >> 1 & 3, asserted: (flags & 8) !== 0,
      confidence: c.confidence[index] / 100, speaker: -1, time: null, qualifiers: [], evidence,
    };
  });
  return meetings;
}

function unpackCircumstances(data, c) {
  sums(c.speakerAt).forEach((index, i) => { statements[index].speaker = c.speaker[i]; });
  sums(c.timeAt).forEach((index, i) => {
    const [start, end, text] = data.times[i];
    statements[index].time = { start, end, text };
  });
  let number = 0, placed = 0;
  sums(c.qualifierAt).forEach((index, i) => {
    const statement = statements[index], text = sentences[statement.evidence[0].sentence].text;
    for (let n = 0; n < c.qualifiers[i]; n += 1, number += 1) {
      const start = c.wordsStart[number], isPlaced = start >= 0;
      const words = isPlaced ? letters(text, [start, start + c.wordsLength[placed]]) : data.words[number - placed];
      if (isPlaced) placed += 1;
      statement.qualifiers.push([data.roles[c.role[number]], words]);
    }
  });
}

/** Names that are listed, and those that are part of the words by which a sentence calls the thing. */
function unpackNames(data, c, meetings) {
  let listed = 0, cut = 0;
  nodes.forEach((node, index) => {
    const number = index - data.named;
    if (number >= 0 && number < meetings.length && c.before[number] >= 0) {
      const [statement, isObject] = meetings[number], piece = statements[statement].evidence[0];
      const [start, end] = isObject ? piece.object : piece.subject;
      node.label = letters(sentences[piece.sentence].text, [start + c.before[number], end - c.behind[cut]]);
      cut += 1;
    } else { node.label = data.labels[listed]; listed += 1; }
    if (number >= 0) return;
    const id = data.ids[index];
    node.id = id.startsWith("e:") ? id : `e:${slug(node.label)}-${id}`;
  });
}

/** Communities and places; most stand in circles around the most important entity they are tied to. */
function unpackPlaces(c, meetings) {
  const tied = nodes.map(() => []), around = nodes.map(() => 0);
  for (const statement of statements) {
    if (statement.o < 0 || statement.o === statement.s) continue;
    tied[statement.s].push(statement.o);
    tied[statement.o].push(statement.s);
  }
  const named = nodes.filter((node) => node.named).length;
  let placed = 0;
  nodes.forEach((node, index) => {
    if (node.community < 0) {
      const [statement, isObject] = meetings[index - named];
      node.community = nodes[isObject ? statements[statement].s : statements[statement].o].community;
    }
    if (!c.around[index]) { node.x = c.x[placed]; node.y = c.y[placed]; placed += 1; }
  });
  const byRank = (a, b) => nodes[b].rank - nodes[a].rank || a - b;
  let rest = nodes.filter((node) => Number.isNaN(node.x)).map((node) => node.index)
    .sort((a, b) => nodes[b].named - nodes[a].named || byRank(a, b));
  for (let count = -1; rest.length !== count;) {
    count = rest.length;
    rest = rest.filter((index) => {
      const anchor = tied[index].filter((other) => !Number.isNaN(nodes[other].x)).sort(byRank)[0];
      if (anchor === undefined) return true;
      const angle = around[anchor] * 2.399963229728653;
      around[anchor] += 1;
      const distance = nodes[anchor].radius + 10 + 7 * Math.sqrt(around[anchor]);
      nodes[index].x = nodes[anchor].x + distance * Math.cos(angle);
      nodes[index].y = nodes[anchor].y + distance * Math.sin(angle);
      return false;
    });
  }
  for (const node of nodes) {
    if (Number.isNaN(node.x)) node.x = node.y = 0;
    node.homeX = node.x;
    node.homeY = node.y;
  }
}

/** A date as a number of years: 2018-07 is 2018.5. */
function years(date) {
  const [year, month, day] = date.split("-").map(Number);
  return year + ((month || 1) - 1) / 12 + ((day || 1) - 1) / 372;
}

/** The first and last year in which a statement held, or when its document was written, or null. */
function when(statement) {
  const time = statement.time;
  if (time && (time.start || time.end)) {
    const start = years(time.start || time.end), end = time.end || time.start;
    return [start, years(end) + (end.length === 4 ? 0.99 : end.length === 7 ? 0.08 : 0)];
  }
  const date = documents[sentences[statement.evidence[0].sentence].document].date;
  return date ? [years(date), years(date)] : null;
}
