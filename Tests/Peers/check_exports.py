#!/usr/bin/env python3
"""Load exported files in the tools that read them, and compare them with the JSON Lines export.

Every file of the folder that has a known ending is read; the JSON Lines file says how many
statements there should be and what they say. Tools that are not installed are reported and
skipped, unless --require-all is given.

Exit status: 0 all agree, 1 something differs, 2 no JSON Lines file to compare with.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import graph_exports

NS = "https://quipu.dev/ns#"
PREFIXES = {
    "q": NS,
    "p": "https://quipu.dev/predicate/",
    "e": "https://quipu.dev/entity/",
    "s": "https://quipu.dev/statement/",
    "d": "https://quipu.dev/document/",
}
RDF_FORMATS = {
    ".ttl": "turtle",
    ".nt": "nt",
    ".trig": "trig",
    ".nq": "nquads",
    ".rdf": "xml",
    ".jsonld": "json-ld",
}
GRAPHS = re.compile(r"\.(trig|nq|jsonld) ")
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# The formats that --command writes, and the endings of their files; folders have none.
FILES = {
    "jsonl": ".jsonl", "graphml": ".graphml", "yed": ".graphml", "gexf": ".gexf", "cyjs": ".cyjs",
    "cx2": ".cx2", "graphology": ".json", "node-link": ".json", "dot": ".dot", "neo4j": "",
    "csv": ".csv", "csv-nodes": ".csv", "tsv": ".tsv", "tsv-nodes": ".tsv", "vault": "",
    "svg": ".svg", "turtle": ".ttl", "ntriples": ".nt", "trig": ".trig", "nquads": ".nq", "rdfxml": ".rdf", "jsonld": ".jsonld",
}  # fmt: skip


class Report:
    """Counts what was checked, what failed and which tools are missing."""

    def __init__(self):
        self.checked = 0
        self.failed = 0
        self.missing = set()

    def expect(self, name, got, wanted):
        self.checked += 1
        if got != wanted:
            self.failed += 1
            print(f"FAIL {name}: got {got!r}, wanted {wanted!r}")

    def failure(self, name, reason):
        self.checked += 1
        self.failed += 1
        print(f"FAIL {name}: {reason}")

    def load(self, module):
        try:
            return __import__(module)
        except ImportError:
            self.missing.add(module)
            return None


def expand(identifier):
    """The IRI of an identifier; what IRIs may not hold is written as bytes."""
    prefix, _, local = identifier.partition(":")
    escape = lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode())  # noqa: E731
    return PREFIXES[prefix] + re.sub(r"[\x00-\x20<>\"{}|^`\\]", escape, local)


class Expected:
    """What the JSON Lines file says."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as lines:
            self.statements = [json.loads(line) for line in lines]
        self.ids = sorted(s["id"] for s in self.statements)
        self.literals = sum("value" in s["object"] for s in self.statements)
        self.asserted = {
            (s["subject"]["id"], s["predicate"]["id"], s["object"]["id"])
            for s in self.statements
            if s["asserted"] and "id" in s["object"]
        }
        self.denied = {
            (s["subject"]["id"], s["predicate"]["id"], s["object"]["id"])
            for s in self.statements
            if not s["asserted"] and "id" in s["object"]
        } - self.asserted
        self.places = {
            (e["document"], e["start"], e["end"]) for s in self.statements for e in s["evidence"]
        }
        self.quotes = {e["quote"] for s in self.statements for e in s["evidence"]}

    def check_itself(self, report):
        for s in self.statements:
            name = f"jsonl {s['id']}"
            report.expect(f"{name} schema", s["schema"], 1)
            report.expect(f"{name} has evidence", bool(s["evidence"]), True)
            for piece in s["evidence"]:
                length = piece["end"] - piece["start"]
                report.expect(f"{name} quote length", len(piece["quote"]), length)
            first = s["evidence"][0]
            for part in (s["subject"], s["object"]):
                if "start" in part:
                    length = part["end"] - part["start"]
                    report.expect(f"{name} words' length", len(part["text"]), length)
                    start = part["start"] - first["start"]
                    if 0 <= start and part["end"] <= first["end"]:
                        words = first["quote"][start : start + length]
                        report.expect(f"{name} words in quote", words, part["text"])
        report.expect("jsonl ids are unique", len(set(self.ids)), len(self.ids))


def check_rdf(paths, expected, report, shapes):
    """Read every syntax of RDF with two libraries; all must hold the same triples.

    Where a syntax has named graphs, a statement stands in that of each of its documents, with blank
    nodes of its own in each, so that there are more triples.
    """
    counts = {}
    rdflib = report.load("rdflib")
    pyoxigraph = report.load("pyoxigraph")
    for path in paths:
        if rdflib:
            dataset = rdflib.Dataset(default_union=True).parse(path, format=RDF_FORMATS[path.suffix])
            graph = rdflib.Graph()
            for triple in dataset.triples((None, None, None)):
                graph.add(triple)
            counts[f"{path.name} rdflib"] = len(graph)
            check_graph(graph, rdflib, f"{path.name} rdflib", expected, report)
            if path.suffix == ".ttl" and shapes and (pyshacl := report.load("pyshacl")):
                conforms, _, text = pyshacl.validate(graph, shacl_graph=str(shapes))
                report.expect(f"{path.name} shapes: {'' if conforms else text}", conforms, True)
        if pyoxigraph:
            form = pyoxigraph.RdfFormat.from_extension(path.suffix[1:])
            quads = list(pyoxigraph.parse(path=str(path), format=form))
            report.expect(f"{path.name} no quad twice", len(set(quads)), len(quads))
            triples = {(q.subject, q.predicate, q.object) for q in quads}
            counts[f"{path.name} pyoxigraph"] = len(triples)
            subjects = {t[0].value for t in triples if t[2].value == NS + "Statement"}
            subjects.discard(NS + "Statement")
            wanted = {expand(i) for i in expected.ids}
            report.expect(f"{path.name} pyoxigraph statements", subjects, wanted)
    for has_graphs in (False, True):
        same = {n: c for n, c in counts.items() if has_graphs == bool(GRAPHS.search(n))}
        report.expect(f"triple counts {same}", len(set(same.values())) <= 1, True)


def check_graph(graph, rdflib, name, expected, report):
    ref = rdflib.URIRef
    rdf = rdflib.RDF
    statements = set(graph.subjects(rdf.type, ref(NS + "Statement")))
    report.expect(f"{name} statements", statements, {ref(expand(i)) for i in expected.ids})
    for s, p, o in expected.asserted:
        triple = tuple(ref(expand(part)) for part in (s, p, o))
        report.expect(f"{name} asserts {s} {p} {o}", triple in graph, True)
    for s, p, o in expected.denied:
        triple = tuple(ref(expand(part)) for part in (s, p, o))
        report.expect(f"{name} does not assert {s} {p} {o}", triple in graph, False)
    exact = {str(o) for o in graph.objects(None, ref("http://www.w3.org/ns/oa#exact"))}
    quotes = expected.quotes
    if ".rdf " in name:  # XML has no way to write some characters
        quotes = {re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", q) for q in quotes}
    report.expect(f"{name} quotes", exact, quotes)
    places = set(graph.subjects(rdf.type, ref("http://www.w3.org/ns/oa#SpecificResource")))
    report.expect(f"{name} places", len(places), len(expected.places))
    declared = set(graph.subjects(rdf.type, rdf.Property))
    own = tuple(PREFIXES.values())
    used = {p for p in graph.predicates() if str(p).startswith(own)}
    report.expect(f"{name} undeclared properties", used - declared, set())
    types = {o for o in graph.objects(None, rdf.type) if str(o).startswith(own)}
    classes = set(graph.subjects(rdf.type, rdflib.RDFS.Class))
    report.expect(f"{name} undeclared classes", types - classes, set())
    for literal in graph.objects():
        if isinstance(literal, rdflib.Literal) and literal.ill_typed:
            report.failure(name, f"ill-typed literal {literal.n3()}")


def export(command, store, folder):
    """Write every format with the program itself."""
    for name, ending in FILES.items():
        target = folder / f"graph-{name}{ending}"
        arguments = [*command, "export", *(["--store", store] if store else [])]
        subprocess.run([*arguments, "-f", name, "-o", str(target)], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=pathlib.Path, help="folder of exported files")
    parser.add_argument("--command", help="run this quipu to export first, into a fresh folder")
    parser.add_argument("--store", help="the store to export, with --command")
    parser.add_argument("--schemas", type=pathlib.Path, help="folder that holds graphml/graphml.xsd")
    parser.add_argument("--shapes", type=pathlib.Path, help="SHACL shapes that RDF must pass")
    parser.add_argument("--require-all", action="store_true", help="fail if a tool is missing")
    options = parser.parse_args()
    if not options.folder and not options.command:
        parser.error("give a folder, or --command to export into a fresh one")
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or pathlib.Path(scratch)
        if options.command:
            export(options.command.split(), options.store, folder)
        return check(folder, options)


def check(folder, options):
    report = Report()
    files = sorted(folder.iterdir())
    lines = [f for f in files if f.suffix == ".jsonl"]
    if not lines:
        print(f"{folder} holds no .jsonl file to compare with", file=sys.stderr)
        return 2
    expected = Expected(lines[0])
    expected.check_itself(report)
    for path in files:
        try:
            graph_exports.check(path, expected, report, options.schemas)
        except Exception as error:  # a reader that refuses the file is what we look for
            report.failure(path.name, f"{type(error).__name__}: {error}")
    try:
        rdf = [f for f in files if f.suffix in RDF_FORMATS]
        check_rdf(rdf, expected, report, options.shapes)
    except Exception as error:
        report.failure("RDF", f"{type(error).__name__}: {error}")
    for tool in sorted(report.missing):
        print(f"skipped: {tool} is not installed", file=sys.stderr)
    print(f"{report.checked} checks, {report.failed} failed, {len(expected.ids)} statements")
    return 1 if report.failed or (options.require_all and report.missing) else 0


if __name__ == "__main__":
    sys.exit(main())
