#!/usr/bin/env python3
"""Load exported files in the tools that read them, and compare them with the JSON Lines export.

Every file of the folder that has a known ending is read; the JSON Lines file says how many
statements there should be and what they say. Tools that are not installed are reported and
skipped, unless --require-all is given.

Exit status: 0 all agree, 1 something differs, 2 no JSON Lines file to compare with.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import graph_exports
import rdf_readers

NS = "https://quipu.dev/ns#"
PREFIXES = {
    "q": NS,
    "p": "https://quipu.dev/predicate/",
    "e": "https://quipu.dev/entity/",
    "s": "https://quipu.dev/statement/",
    "d": "https://quipu.dev/document/",
}
RDF_FILES = {
    "ntriples": ".nt", "nquads": ".nq", "turtle": ".ttl", "trig": ".trig", "rdfxml": ".rdf",
    "jsonld": ".jsonld",
}  # fmt: skip
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# The formats that --command writes, and the endings of their files; folders have none.
FILES = {
    "jsonl": ".jsonl", "graphml": ".graphml", "yed": ".graphml", "gexf": ".gexf", "cyjs": ".cyjs",
    "cx2": ".cx2", "graphology": ".json", "node-link": ".json", "dot": ".dot", "neo4j": "",
    "csv": ".csv", "csv-nodes": ".csv", "tsv": ".tsv", "tsv-nodes": ".tsv", "vault": "",
    "svg": ".svg",
}  # fmt: skip
PROFILES = ("1.1", "1.2", "owl", "plain")


class Report:
    """Counts what was checked, what failed and which tools are missing."""

    def __init__(self, tells_times=False):
        self.checked = 0
        self.failed = 0
        self.missing = set()
        self.tells_times = tells_times
        self.clock = self.cpu_seconds()

    @staticmethod
    def cpu_seconds():
        """CPU time of this process and of those it ran, in seconds."""
        return sum(os.times()[:4])

    def timed(self, step):
        if self.tells_times:
            now = self.cpu_seconds()
            print(f"{now - self.clock:8.1f} s  {step}", flush=True)
            self.clock = now

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


def check_rdf(paths, expected, report, options):
    """Read every syntax of RDF with every tool; those of one profile must hold the same quads.

    Where a syntax has named graphs, a statement stands in that of each of its documents, with blank
    nodes of its own in each, so that there are more quads than triples.
    """
    pyoxigraph = report.load("pyoxigraph")
    if not pyoxigraph:
        return
    groups = {}
    for path in paths:
        profile = re.search(r"rdf-(1\.1|1\.2|owl|plain)", path.name)
        kind = path.suffix in (".nq", ".trig", ".jsonld")
        groups.setdefault((profile[1] if profile else "1.1", kind), []).append(path)
    for (profile, has_graphs), files in sorted(groups.items()):
        reference = next((f for f in files if f.suffix == (".nq" if has_graphs else ".nt")), None)
        if reference is None:
            report.failure(f"RDF {profile}", "no N-Quads or N-Triples to compare with")
            continue
        quads = list(rdf_readers.parsed(pyoxigraph, reference))
        report.expect(f"{reference.name} no quad twice", len(set(quads)), len(quads))
        check_content(quads, profile, reference.name, expected, report)
        if options.shapes and not has_graphs and profile != "plain" and "pyshacl" not in options.leave:
            broken = rdf_readers.broken_shapes(reference, options.shapes, pyoxigraph, report.missing)
            report.expect(f"{reference.name} shapes", broken, None)
            report.timed(f"{reference.name} pyshacl")
        wanted = rdf_readers.bag(pyoxigraph, quads)
        in_xml = rdf_readers.bag(pyoxigraph, rdf_readers.as_xml_has_it(pyoxigraph, quads))
        del quads
        # Few tools read RDF 1.2 so far.
        leave = {*options.leave, *(("rdflib", "pyld", "rapper", "serdi") if profile == "1.2" else ())}
        for path in files:
            if profile == "1.2" and path.suffix == ".jsonld":
                continue  # which has no triple terms: they are counted as left out
            same = in_xml if path.suffix == ".rdf" else wanted
            command = options.command.split() if options.command else ()
            try:
                for tool, got in rdf_readers.readings(path, pyoxigraph, report.missing, leave, command):
                    report.timed(f"{path.name} {tool}")
                    differs = "" if got == same else "\n".join(rdf_readers.difference(same, got))
                    report.expect(f"{path.name} {tool}", differs, "")
            except Exception as error:  # a reader that refuses the file is what we look for
                report.failure(path.name, f"{type(error).__name__}: {error}")


def check_content(quads, profile, name, expected, report):
    """Compare what RDF says with what the JSON Lines export says."""
    types, triples = {}, set()
    exact, literals, predicates = set(), set(), set()
    for quad in quads:
        s, p, o = quad.subject.value, quad.predicate.value, quad.object
        predicates.add(p)
        value = getattr(o, "value", None)
        if p == RDF + "type":
            types.setdefault(value, set()).add(s)
        elif type(o).__name__ == "Literal":
            literals.add((value, o.datatype.value))
            if p == "http://www.w3.org/ns/oa#exact":
                exact.add(value)
        elif type(o).__name__ == "NamedNode":
            triples.add((s, p, value))
    for wanted, there in ((expected.asserted, True), (expected.denied, False)):
        for parts in wanted:
            found = tuple(expand(part) for part in parts) in triples
            report.expect(f"{name} {'asserts' if there else 'does not assert'} {parts}", found, there)
    own = tuple(PREFIXES.values())
    undeclared = {p for p in predicates if p.startswith(own)} - types.get(RDF + "Property", set())
    report.expect(f"{name} undeclared properties", undeclared, set())
    classes = types.get("http://www.w3.org/2000/01/rdf-schema#Class", set())
    report.expect(f"{name} undeclared classes", {t for t in types if t.startswith(own)} - classes, set())
    if profile != "plain":
        report.expect(f"{name} statements", types.get(NS + "Statement"), {expand(i) for i in expected.ids})
        report.expect(f"{name} quotes", exact, expected.quotes)
        places = types.get("http://www.w3.org/ns/oa#SpecificResource", set())
        report.expect(f"{name} places", len(places), len(expected.places))
    if rdflib := report.load("rdflib"):
        kinds = {}
        for value, kind in literals:
            kinds.setdefault(kind, rdflib.URIRef(kind))
            if rdflib.Literal(value, datatype=kinds[kind]).ill_typed:
                report.failure(name, f"ill-typed literal {value[:200]!r} of {kind}")


def export(command, store, folder, report):
    """Write every format, and every syntax and profile of RDF, with the program itself."""
    jobs = [(f"graph-{name}{ending}", ["-f", name]) for name, ending in FILES.items()]
    for profile in PROFILES:
        for name, ending in RDF_FILES.items():
            jobs.append((f"rdf-{profile}{ending}", ["-f", name, "--rdf", profile]))
    for file, arguments in jobs:
        words = [*command, "export", *(["--store", store] if store else []), *arguments]
        done = subprocess.run([*words, "-o", str(folder / file)], capture_output=True, text=True)
        report.expect(f"export of {file} ({done.stderr[-300:].strip()})", done.returncode, 0)
        report.timed(f"{file} written")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=pathlib.Path, help="folder of exported files")
    parser.add_argument("--command", help="run this quipu to export first, into a fresh folder")
    parser.add_argument("--store", help="the store to export, with --command")
    parser.add_argument("--schemas", type=pathlib.Path, help="folder that holds graphml/graphml.xsd")
    parser.add_argument("--shapes", type=pathlib.Path, help="SHACL shapes that RDF must pass")
    parser.add_argument(
        "--leave", default="", help="tools not to ask, as on graphs that they would take hours for: pyshacl,rdflib"
    )
    parser.add_argument("--times", action="store_true", help="tell how long each step took")
    parser.add_argument("--require-all", action="store_true", help="fail if a tool is missing")
    options = parser.parse_args()
    options.leave = set(options.leave.split(","))
    if not options.folder and not options.command:
        parser.error("give a folder, or --command to export into a fresh one")
    report = Report(options.times)
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.folder or pathlib.Path(scratch)
        if options.command:
            export(options.command.split(), options.store, folder, report)
        return check(folder, options, report)


def check(folder, options, report):
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
            report.timed(f"{path.name} checked")
        except Exception as error:  # a reader that refuses the file is what we look for
            report.failure(path.name, f"{type(error).__name__}: {error}")
    try:
        rdf = [f for f in files if f.suffix in RDF_FILES.values()]
        check_rdf(rdf, expected, report, options)
    except Exception as error:
        report.failure("RDF", f"{type(error).__name__}: {error}")
    for tool in sorted(report.missing):
        print(f"skipped: {tool} is not installed", file=sys.stderr)
    print(f"{report.checked} checks, {report.failed} failed, {len(expected.ids)} statements")
    return 1 if report.failed or (options.require_all and report.missing) else 0


if __name__ == "__main__":
    sys.exit(main())
