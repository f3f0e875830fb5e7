"use strict";
// The graph as it stands in the page: texts as JSON and columns of numbers, behind the program.

const certainties = ["certain", "probable", "possible", "unknown"];

/** Entities: {label, id, types, type, named, aliases, rank, community, x, y, homeX, homeY, …}. */
let nodes = [];
/** Statements: {s, p, o | value, asserted, denied, certainty, confidence, speaker, time, evidence}. */
let statements = [];
/** Documents: {name, title, date}; sentences: {text, document, number}; predicates: {id, label}. */
let documents = [], sentences = [], predicates = [];
let title = "";

function load() {
  const start = unpacked.indexOf(0) + 1, end = unpacked.indexOf(0, start);
  const data = JSON.parse(new TextDecoder().decode(unpacked.subarray(start, end)));
  unpack(data, unpackColumns(unpacked, end + 1, data.columns));
  unpacked = null;
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

/** Where some words first stand in a text, by code points, or null. */
function placeOf(words, text) {
  const place = text.indexOf(words), count = (part) => (/[\ud800-\udfff]/.test(part) ? Array.from(part).length : part.length);
  if (place < 0) return null;
  const start = count(text.slice(0, place));
  return [start, start + count(words)];
}

/** Where the words of a text begin and end, by code points. */
function wordsOf(text) {
  const starts = [], ends = [];
  let place = 0, isInside = false;
  for (const letter of text) {
    const code = letter.codePointAt(0), isMark = code > 0x200f && code < 0x2028;
    const isLetter = (code > 127 && !isMark) || (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
    if (isLetter && isInside) ends[ends.length - 1] = place + 1;
    else if (isLetter || (code > 32 && code !== 127)) { starts.push(place); ends.push(place + 1); }
    isInside = isLetter;
    place += 1;
  }
  return { starts, ends };
}

/** The readable part of an identifier, for labels of plain ASCII. */
function slug(label) {
  return label.toLowerCase().replace(/['.]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "x";
}

/** What gives the numbers of a column one by one. */
function reader(column) {
  let place = 0;
  return () => column[place++];
}

function unpack(data, columns) {
  title = data.title;
  documents = data.documents.map(([name, heading, date]) => ({ name, title: heading || name, date }));
  predicates = data.predicates.map(([label, id]) => ({ label, open: !id, count: 0 }));
  const at = sums(columns.document);
  sentences = data.sentences.map((text, i) => ({ text, document: at[i], number: columns.number[i] }));
  for (let i = 1; i < at.length; i += 1) if (at[i] === at[i - 1]) sentences[i].number += sentences[i - 1].number;
  nodes = columns.kind.map((kind, index) => ({
    index, label: null, id: "", types: data.kinds[kind][1], type: data.kinds[kind][1][0] || "Thing", named: data.kinds[kind][0],
    aliases: [], rank: columns.rank[index] / 1000, radius: data.radius[0] + data.radius[1] * Math.sqrt(columns.rank[index] / 1000),
    community: columns.community[index] - 2, x: NaN, y: NaN, statements: [], pairs: [],
  }));
  sums(columns.aliasAt).forEach((index, i) => { nodes[index].aliases = data.aliases[i]; });
  const meetings = unpackStatements(data, columns);
  unpackCircumstances(data, columns);
  unpackPlaces(data, columns, meetings);
  let named = 0;
  for (const node of nodes) {
    if (!node.named) continue;
    const id = data.ids[named];
    named += 1;
    node.id = id.startsWith("e:") ? id : `e:${slug(node.label)}-${id}`;
  }
  for (const statement of statements) {
    for (const index of new Set([statement.s, statement.o, statement.speaker])) {
      if (index >= 0) nodes[index].statements.push(statement);
    }
    statement.when = when(statement);
  }
}

/** Reads who stands in statements: new entities, those of late, and others. Gives where each is first met: [statement, part]. */
function entityReader(meetings) {
  const recent = [];
  return (code, statement, part) => {
    let index = code - 65;
    if (code === 0) { index = meetings.length; meetings.push([statement, part]); }
    if (code > 0 && code < 65) [index] = recent.splice(code - 1, 1);
    recent.unshift(index);
    if (recent.length > 64) recent.pop();
    return index;
  };
}

/** Reads where the words for an entity stand in a sentence: see the writer's EvidenceSpans. */
function spanReader(c) {
  const span = reader(c.span), length = reader(c.length), last = new Map();
  let cut = null, of = -1;
  return (sentence, index, behind) => {
    const code = span(), key = index + ":" + sentence, text = sentences[sentence].text;
    if (code === 0) return null;
    if (code === 1) return last.get(key);
    let range = null;
    if (code > 1 && code < 6) range = placeOf(code === 2 ? nodes[index].label : nodes[index].aliases[code - 3], text);
    else if (code === 6) { const start = length(); range = [start, start + length()]; }
    else {
      if (of !== sentence) { cut = wordsOf(text); of = sentence; }
      const base = behind ? cut.starts.filter((start) => start < behind[1]).length : 0, first = base + (code < 0 ? code : code - 7);
      range = [cut.starts[first], cut.ends[first + length() - 1]];
    }
    if (index >= 0) last.set(key, range);
    return range;
  };
}

/** Reads the statements, and where each entity is met first. */
function unpackStatements(data, c) {
  const meetings = [], at = sums(c.sentence), entity = entityReader(meetings), words = spanReader(c), said = new Set(sums(c.speakerAt));
  const object = reader(c.o), speaker = reader(c.speaker), value = reader(c.value), before = reader(c.before), behind = reader(c.behind);
  const label = reader(data.labels);
  let place = 0, named = 0, single = data.repeated;
  // The name of an entity newly met is part of the words for it, or listed.
  const name = (index, part, piece) => {
    const cut = part === 2 ? -1 : before();
    if (cut < 0) { nodes[index].label = label(); return; }
    const [start, end] = part === 1 ? piece.object : piece.subject;
    nodes[index].label = letters(sentences[piece.sentence].text, [start + cut, end - behind()]);
  };
  statements = c.p.map((code, index) => {
    const flags = c.flags[index], kind = flags >> 4, evidence = [], s = entity(c.s[index], index, 0);
    const o = kind === 0 ? entity(object(), index, 1) : -1, by = said.has(index) ? entity(speaker(), index, 2) : -1;
    for (let n = 0; n < c.count[index]; n += 1, place += 1) {
      const sentence = at[place], subject = words(sentence, s, null), piece = { sentence, subject, object: words(sentence, o, subject) };
      evidence.push(piece);
      for (; named < meetings.length; named += 1) name(named, meetings[named][1], piece);
    }
    let told = null;
    if (kind === 2) told = letters(sentences[evidence[0].sentence].text, evidence[0].object);
    if (kind === 3) told = data.values[value()];
    const predicate = code ? code - 1 : single++;
    predicates[predicate].count += 1;
    return {
      index, s, p: predicate, o, value: told, denied: (flags & 1) === 1, certainty: flags >> 1 & 3, asserted: (flags & 8) !== 0,
      confidence: c.confidence[index] / 100, speaker: by, time: null, qualifiers: [], evidence,
    };
  });
  for (const node of nodes) if (node.label === null) node.label = label();
  return meetings;
}

function unpackCircumstances(data, c) {
  sums(c.timeAt).forEach((index, i) => {
    const [start, end, text] = data.times[i];
    statements[index].time = { start, end, text };
  });
  const role = reader(c.role), first = reader(c.wordsStart), length = reader(c.wordsLength), listed = reader(data.words);
  sums(c.qualifierAt).forEach((index, i) => {
    const statement = statements[index], text = sentences[statement.evidence[0].sentence].text, cut = wordsOf(text);
    for (let n = 0; n < c.qualifiers[i]; n += 1) {
      const name = data.roles[role()], place = first();
      let words = "";
      if (place === -1) words = listed();
      else if (place === -2) { const start = length(); words = letters(text, [start, start + length()]); }
      else words = letters(text, [cut.starts[place], cut.ends[place + length() - 1]]);
      statement.qualifiers.push([name, words]);
    }
  });
}

/** Communities and places; most stand in circles around the most important entity they are tied to. */
function unpackPlaces(data, c, meetings) {
  const tied = nodes.map(() => []), around = nodes.map(() => 0), x = reader(c.x), y = reader(c.y);
  for (const statement of statements) {
    if (statement.o < 0 || statement.o === statement.s) continue;
    tied[statement.s].push(statement.o);
    tied[statement.o].push(statement.s);
  }
  let single = data.communities;
  nodes.forEach((node, index) => {
    const [statement, part] = meetings[index] || [0, -1];
    // The other end of the statement that meets the entity, if it was met before.
    let end = part < 0 ? -1 : part ? statements[statement].s : statements[statement].o;
    if (end >= index) end = -1;
    if (node.community === -2) node.community = nodes[end].community;
    if (node.community === -1) { node.community = single; single += 1; }
    if (c.around[index]) return;
    const isFree = end < 0 || c.around[end];
    node.x = x() + (isFree ? 0 : nodes[end].x);
    node.y = y() + (isFree ? 0 : nodes[end].y);
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
