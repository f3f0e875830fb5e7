// Reads a graph with cytoscape.js or graphology, and prints what the library holds as JSON.
//
//     node read_graph.js cytoscape FOLDER GRAPH.cyjs
//     node read_graph.js graphology FOLDER GRAPH.json
//
// FOLDER holds scripts that webpack made, one of which has the library in it: the wheels of
// ipycytoscape and ipysigma bring such folders. Printed: {version, nodes: [attributes],
// edges: [[source, target, attributes]]}, where nodes and ends are as the library gives them back.
"use strict";
const fs = require("fs"), path = require("path");

/** What tells the script that holds a library. */
const marks = { cytoscape: /_cyreg/, graphology: /MultiDirectedGraph/ };
/** Whether what a module exports is the library. */
const isLibrary = {
  cytoscape: (x) => typeof x === "function" && typeof x.use === "function" && typeof x.version === "string",
  graphology: (x) => x && typeof x.MultiDirectedGraph === "function",
};

/** All modules of the scripts in a folder that webpack's loader would find. */
function modulesIn(folder) {
  const modules = {}, push = (chunk) => Object.assign(modules, chunk[1]);
  globalThis.self = new Proxy(globalThis, {
    get: (target, name) => String(name).startsWith("webpackChunk") ? { push } : target[name],
    set: () => true,
  });
  for (const name of fs.readdirSync(folder).filter((name) => name.endsWith(".js")).sort()) {
    try { (0, eval)(fs.readFileSync(path.join(folder, name), "utf8")); } catch { /* not a chunk */ }
  }
  return modules;
}

function find(library, folder) {
  const modules = modulesIn(folder), loaded = {};
  function load(id) {
    if (loaded[id]) return loaded[id].exports;
    const module = loaded[id] = { exports: {} };
    modules[id].call(module.exports, module, module.exports, load);
    return module.exports;
  }
  load.o = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
  load.d = (exports, getters) => {
    for (const key in getters) Object.defineProperty(exports, key, { enumerable: true, get: getters[key] });
  };
  load.r = (exports) => Object.defineProperty(exports, "__esModule", { value: true });
  load.n = (module) => {
    const get = module && module.__esModule ? () => module.default : () => module;
    load.d(get, { a: get });
    return get;
  };
  load.nmd = (module) => module;
  load.g = globalThis;
  let reason = "no module is it";
  for (const id of Object.keys(modules)) {
    if (!marks[library].test(String(modules[id]))) continue;
    try {
      const exports = load(id);
      for (const found of [exports, exports.default]) if (isLibrary[library](found)) return found;
    } catch (error) { reason = error.message; }
  }
  throw new Error(`${folder} holds no ${library}: ${reason}`);
}

const readers = {
  cytoscape(cytoscape, graph) {
    const view = cytoscape({ headless: true, styleEnabled: false, elements: graph.elements });
    return {
      version: cytoscape.version, nodes: view.nodes().map((node) => node.data()),
      edges: view.edges().map((edge) => [edge.data("source"), edge.data("target"), edge.data()]),
    };
  },
  graphology(graphology, graph) {
    const held = new graphology.MultiDirectedGraph();
    held.import(graph);
    return {
      version: "graphology", nodes: held.mapNodes((key, attributes) => ({ ...attributes, key })),
      edges: held.mapEdges((key, attributes, source, target) => [source, target, attributes]),
    };
  },
};

const [library, folder, file] = process.argv.slice(2);
const graph = JSON.parse(fs.readFileSync(file, "utf8"));
fs.writeFileSync(1, JSON.stringify(readers[library](find(library, folder), graph)));
