"use strict";
// The graph as it stands in the page: columns of numbers and texts, deflated and in base 64.

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
  const packed = atob($("data").textContent.trim());
  $("data").textContent = "";
  const bytes = new Uint8Array(packed.length);
  for (let i = 0; i < packed.length; i += 1) bytes[i] = packed.charCodeAt(i);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  unpack(await new Response(stream).json());
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

function unpack(data) {
  title = data.title;
  documents = data.documents.map(([name, heading, date]) => ({ name, title: heading || name, date }));
  predicates = data.predicates.map(([label, id]) => ({ label, open: !id || id.startsWith("p:"), count: 0 }));
  const at = sums(data.sentences.document);
  sentences = data.sentences.text.map((text, i) => ({ text, document: at[i], number: data.sentences.number[i] }));
  const e = data.entities;
  nodes = e.label.map((label, i) => ({
    index: i, label, id: !e.id[i] || e.id[i].startsWith("e:") ? e.id[i] : `e:${slug(label)}-${e.id[i]}`,
    types: data.types[e.type[i]], type: data.types[e.type[i]][0] || "Thing", named: e.named[i] === 1,
    aliases: [], rank: e.rank[i] / 1000, community: e.community[i], homeX: e.x[i], homeY: e.y[i],
    x: e.x[i], y: e.y[i], radius: e.radius[i], statements: [], pairs: [],
  }));
  communityCount = data.communities;
  sums(e.aliasAt).forEach((index, i) => { nodes[index].aliases = e.aliases[i]; });
  const pieces = unpackStatements(data.statements, data.values);
  sums(e.labelAt).forEach((index, i) => {
    const piece = pieces[e.labelOf[i] >> 1];
    nodes[index].label = letters(sentences[piece.sentence].text, e.labelOf[i] & 1 ? piece.object : piece.subject);
  });
}

function unpackStatements(s, values) {
  let place = 0;
  const pieces = [], at = sums(s.sentence), subjects = sums(s.s);
  statements = s.p.map((predicate, i) => {
    const flags = s.flags[i], object = s.o[i], evidence = [];
    for (let n = 0; n < s.count[i]; n += 1, place += 1) {
      evidence.push({
        sentence: at[place],
        subject: s.subjectLength[place] ? [s.subjectStart[place], s.subjectStart[place] + s.subjectLength[place]] : null,
        object: s.objectLength[place] ? [s.objectStart[place], s.objectStart[place] + s.objectLength[place]] : null,
      });
    }
    pieces.push(...evidence);
    const statement = {
      index: i, s: subjects[i], p: predicate, o: object >= 0 ? object : -1,
      value: object < -2 ? values[-3 - object] : object < -1 ? letters(sentences[evidence[0].sentence].text, evidence[0].object) : null, denied: (flags & 1) === 1,
      certainty: flags >> 1 & 3, asserted: (flags & 8) !== 0, confidence: s.confidence[i] / 100,
      speaker: -1, time: null, qualifiers: [], evidence,
    };
    predicates[predicate].count += 1;
    return statement;
  });
  sums(s.speakerAt).forEach((index, i) => { statements[index].speaker = s.speaker[i]; });
  sums(s.timeAt).forEach((index, i) => {
    const [start, end, text] = s.time[i];
    statements[index].time = { start, end, text };
  });
  let number = 0, further = 0;
  sums(s.qualifierAt).forEach((index, i) => {
    const statement = statements[index], text = sentences[statement.evidence[0].sentence].text;
    for (let n = 0; n < s.qualifierCount[i]; n += 1, number += 1) {
      const start = s.wordsStart[number];
      statement.qualifiers.push([s.roles[s.role[number]], start < 0 ? s.words[further] : letters(text, [start, start + s.wordsLength[number]])]);
      if (start < 0) further += 1;
    }
  });
  for (const statement of statements) {
    for (const index of new Set([statement.s, statement.o, statement.speaker])) {
      if (index >= 0) nodes[index].statements.push(statement);
    }
    statement.when = when(statement);
  }
  return pieces;
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
