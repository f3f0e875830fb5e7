#!/usr/bin/env python3
"""Load exported files in the tools that read them, and compare them with the JSON Lines export.

Every file of the folder that has a known ending is read; the JSON Lines file says how many
statements there should be and what they say. Tools that are not installed are reported and
skipped, unless --require-all is given.

Exit status: 0 all agree, 1 something differs, 2 no JSON Lines file to compare with.
"""

import argparse
import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

NS = "https://quipu.dev/ns#"
PREFIXES = {
    "q": NS,
    "p": "https://quipu.dev/predicate/",
    "e": "https://quipu.dev/entity/",
    "s": "https://quipu.dev/statement/",
    "d": "https://quipu.dev/document/",
}
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


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
    prefix, _, local = identifier.partition(":")
    return PREFIXES[prefix] + local


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


def check_graphml(path, expected, report, schemas):
    name = path.name
    if not shutil.which("xmllint"):
        report.missing.add("xmllint")
    else:
        command = ["xmllint", "--nonet", "--noout"]
        schema = schemas / "graphml" / "graphml.xsd" if schemas else None
        if schema and schema.exists():
            command += ["--schema", str(schema)]
        done = subprocess.run([*command, str(path)], capture_output=True, text=True)
        report.expect(f"{name} xmllint ({done.stderr[-300:].strip()})", done.returncode, 0)
    if networkx := report.load("networkx"):
        graph = networkx.read_graphml(path)
        report.expect(f"{name} networkx directed", graph.is_directed(), True)
        edges = list(graph.edges(data=True))
        ids = sorted(data["edge_id"] for _, _, data in edges)
        report.expect(f"{name} networkx edges", ids, expected.ids)
        kinds = [data.get("kind") for _, data in graph.nodes(data=True)]
        report.expect(f"{name} networkx values", kinds.count("Literal"), expected.literals)
        report.expect(f"{name} networkx dangling", kinds.count(None), 0)
        by_id = {s["id"]: s for s in expected.statements}
        for source, target, data in edges:
            statement = by_id.get(data["edge_id"])
            if statement is None:
                continue
            asserted = statement["asserted"]
            ends = [graph.nodes[node].get("entity_id") for node in (source, target)]
            wanted = [statement["subject"]["id"], statement["object"].get("id")]
            report.expect(f"{name} {data['edge_id']} ends", ends, wanted)
            report.expect(f"{name} {data['edge_id']} asserted", data["asserted"], asserted)
            report.expect(
                f"{name} {data['edge_id']} confidence", data["confidence"], statement["confidence"]
            )
    if igraph := report.load("igraph"):
        graph = igraph.Graph.Read_GraphML(str(path))
        report.expect(f"{name} igraph edges", sorted(graph.es["edge_id"]) if graph.ecount() else [], expected.ids)
        report.expect(f"{name} igraph directed", graph.is_directed(), True)


def check_rdf(paths, expected, report, shapes):
    """Read Turtle and N-Triples with two libraries; all must hold the same graph."""
    counts = {}
    rdflib = report.load("rdflib")
    pyoxigraph = report.load("pyoxigraph")
    formats = {".ttl": "turtle", ".nt": "nt"}
    graph = None
    for path in paths:
        if rdflib:
            graph = rdflib.Graph().parse(path, format=formats[path.suffix])
            counts[f"{path.name} rdflib"] = len(graph)
            check_graph(graph, rdflib, f"{path.name} rdflib", expected, report)
        if pyoxigraph:
            form = pyoxigraph.RdfFormat.from_extension(path.suffix[1:])
            triples = list(pyoxigraph.parse(path=str(path), format=form))
            counts[f"{path.name} pyoxigraph"] = len(set(triples))
            report.expect(f"{path.name} no triple twice", len(set(triples)), len(triples))
            subjects = {t.subject.value for t in triples if t.object.value == NS + "Statement"}
            subjects.discard(NS + "Statement")
            wanted = {expand(i) for i in expected.ids}
            report.expect(f"{path.name} pyoxigraph statements", subjects, wanted)
    report.expect(f"triple counts {counts}", len(set(counts.values())) <= 1, True)
    if graph is not None and shapes:
        pyshacl = report.load("pyshacl")
        if pyshacl:
            conforms, _, text = pyshacl.validate(graph, shacl_graph=str(shapes))
            report.expect(f"shapes: {'' if conforms else text}", conforms, True)


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
    report.expect(f"{name} quotes", exact, expected.quotes)
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


def check_csv(path, expected, report):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, strict=True))
    if rows and "source" not in rows[0]:
        kinds = [row["kind"] for row in rows]
        report.expect(f"{path.name} values", kinds.count("Literal"), expected.literals)
        return
    report.expect(f"{path.name} rows", sorted(row["id"] for row in rows), expected.ids)
    for row in rows:
        report.expect(f"{path.name} {row['id']} columns", None in row or None in row.values(), False)
        for column, cell in row.items():
            risky = cell[:1] in "=@+-\t\r" and cell[:1] != ""
            number = cell[1:].replace(".", "").isdigit()
            report.expect(f"{path.name} {row['id']} {column} is no formula", risky and not number, False)


def check_dot(path, expected, report):
    if shutil.which("dot"):
        done = subprocess.run(["dot", "-Tdot_json", str(path)], capture_output=True, text=True)
        report.expect(f"{path.name} dot ({done.stderr[-300:].strip()})", done.returncode, 0)
        if done.returncode == 0:
            edges = json.loads(done.stdout).get("edges", [])
            report.expect(f"{path.name} dot edges", sorted(e["id"] for e in edges), expected.ids)
    elif pydot := report.load("pydot"):
        (graph,) = pydot.graph_from_dot_file(str(path), encoding="utf-8")
        ids = sorted(edge.get("id").strip('"') for edge in graph.get_edges())
        report.expect(f"{path.name} pydot edges", ids, expected.ids)


def export(command, store, folder):
    """Write every format with the program itself."""
    for ending in ("jsonl", "graphml", "ttl", "nt", "csv", "dot"):
        target = folder / f"graph.{ending}"
        arguments = [*command, *(["--store", store] if store else []), "export"]
        subprocess.run([*arguments, "-f", ending, "-o", str(target)], check=True)


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
            if path.suffix == ".graphml":
                check_graphml(path, expected, report, options.schemas)
            elif path.suffix == ".csv":
                check_csv(path, expected, report)
            elif path.suffix in (".dot", ".gv"):
                check_dot(path, expected, report)
        except Exception as error:  # a reader that refuses the file is what we look for
            report.failure(path.name, f"{type(error).__name__}: {error}")
    try:
        rdf = [f for f in files if f.suffix in (".ttl", ".nt")]
        check_rdf(rdf, expected, report, options.shapes)
    except Exception as error:
        report.failure("RDF", f"{type(error).__name__}: {error}")
    for tool in sorted(report.missing):
        print(f"skipped: {tool} is not installed", file=sys.stderr)
    print(f"{report.checked} checks, {report.failed} failed, {len(expected.ids)} statements")
    return 1 if report.failed or (options.require_all and report.missing) else 0


if __name__ == "__main__":
    sys.exit(main())
