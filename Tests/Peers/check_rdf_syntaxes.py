#!/usr/bin/env python3
"""Load RDF files of several syntaxes in the tools that read them: all must hold the same quads.

The files of a folder that share a name hold the same graph: NAME.nq says what it is, and
NAME.rdf, NAME.jsonld, NAME.ttl and so on are compared with it. With --shapes, every NAME.nq that
starts with "export" must pass the shapes as well; what it says in triple terms of RDF 1.2 is taken
as rdf:subject, rdf:predicate and rdf:object of the reifier. Tools that are not installed are
reported and skipped, unless --require-all is given.

Exit status: 0 all agree, 1 something differs, 2 there was nothing to compare.
"""

import argparse
import pathlib
import re
import shutil
import subprocess
import sys

RAPPER = {".rdf": "rdfxml", ".ttl": "turtle", ".nt": "ntriples"}
SERDI = {".ttl": "Turtle", ".nt": "NTriples", ".nq": "NQuads", ".trig": "TriG"}
RDFLIB = {
    ".rdf": "xml",
    ".jsonld": "json-ld",
    ".ttl": "turtle",
    ".nt": "nt",
    ".nq": "nquads",
    ".trig": "trig",
}


def load(name, missing):
    try:
        return __import__(name)
    except ImportError:
        missing.add(name)
        return None


def canonical(pyoxigraph, quads):
    """The quads as lines that do not depend on the names of blank nodes."""
    dataset = pyoxigraph.Dataset(quads)
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
    # Language tags are equal whatever the case of their letters.
    return {re.sub(r'"@([A-Za-z0-9-]+)', lambda m: '"@' + m[1].lower(), str(q)) for q in dataset}


# What XML 1.0 has no way to write; U+FFFD stands in its place.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def as_xml_has_it(pyoxigraph, quads):
    """The quads with the characters replaced that XML forbids."""
    for quad in quads:
        value = quad.object
        if isinstance(value, pyoxigraph.Literal) and NO_XML.search(value.value):
            text = NO_XML.sub("\ufffd", value.value)
            kind = {"language": value.language} if value.language else {"datatype": value.datatype}
            value = pyoxigraph.Literal(text, **kind)
        yield pyoxigraph.Quad(quad.subject, quad.predicate, value, quad.graph_name)


def of_text(pyoxigraph, text):
    return canonical(pyoxigraph, pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS))


def readings(path, pyoxigraph, missing):
    """What each tool reads, as pairs of its name and the canonical quads."""
    form = pyoxigraph.RdfFormat.from_extension(path.suffix[1:])
    yield "pyoxigraph", canonical(pyoxigraph, pyoxigraph.parse(path=str(path), format=form))
    rdflib = load("rdflib", missing)
    if rdflib:
        rdflib.NORMALIZE_LITERALS = False
        dataset = rdflib.Dataset()
        dataset.parse(path, format=RDFLIB[path.suffix])
        text = dataset.serialize(format="nquads")
        # rdflib names the graph of a file that has none by the file's own place.
        text = text.replace(f" <{path.as_uri()}> .", " .")
        text = text.replace(" <urn:x-rdflib:default> .", " .")
        yield "rdflib", of_text(pyoxigraph, text)
    if path.suffix == ".jsonld":
        pyld = load("pyld", missing)
        if pyld:
            import json

            document = json.loads(path.read_text(encoding="utf-8"))
            options = {"format": "application/n-quads"}
            yield "pyld", of_text(pyoxigraph, pyld.jsonld.to_rdf(document, options))
    for tool, forms, command in (
        ("rapper", RAPPER, ["rapper", "-q", "-o", "ntriples", "-i"]),
        ("serdi", SERDI, ["serdi", "-o", "NQuads", "-i"]),
    ):
        if path.suffix not in forms:
            continue
        if not shutil.which(tool):
            missing.add(tool)
            continue
        run = subprocess.run(
            [*command, forms[path.suffix], str(path)], check=True, capture_output=True
        )
        yield tool, of_text(pyoxigraph, run.stdout.decode("utf-8"))


def passes_shapes(path, shapes, pyoxigraph, missing):
    """Why a file breaks the shapes; nothing if it does not."""
    rdflib = load("rdflib", missing)
    pyshacl = load("pyshacl", missing)
    if not rdflib or not pyshacl:
        return None
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    dataset = pyoxigraph.Dataset()
    for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.N_QUADS):
        if isinstance(quad.object, pyoxigraph.Triple):
            for part in ("subject", "predicate", "object"):
                node = pyoxigraph.NamedNode(rdf + part)
                dataset.add(pyoxigraph.Quad(quad.subject, node, getattr(quad.object, part)))
        else:
            dataset.add(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object))
    graph = rdflib.Graph()
    graph.parse(data=pyoxigraph.serialize(dataset, format=pyoxigraph.RdfFormat.N_QUADS), format="nt")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=str(shapes))
    return None if conforms else text


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--shapes", type=pathlib.Path, help="SHACL shapes that exports must pass")
    parser.add_argument("--require-all", action="store_true", help="fail if a tool is missing")
    options = parser.parse_args()
    missing = set()
    pyoxigraph = load("pyoxigraph", missing)
    if not pyoxigraph:
        print("pyoxigraph is needed to compare", file=sys.stderr)
        return 2
    checked = failed = 0
    for wanted in sorted(options.folder.glob("*.nq")):
        said = list(pyoxigraph.parse(path=str(wanted), format=pyoxigraph.RdfFormat.N_QUADS))
        if options.shapes and wanted.name.startswith("export"):
            checked += 1
            if text := passes_shapes(wanted, options.shapes, pyoxigraph, missing):
                failed += 1
                print(f"FAIL {wanted.name} breaks the shapes: {text}")
        files = sorted(options.folder.glob(wanted.stem + ".*"))
        if files == [wanted]:
            continue
        in_general = canonical(pyoxigraph, said)
        in_xml = canonical(pyoxigraph, as_xml_has_it(pyoxigraph, said))
        for path in files:
            quads = in_xml if path.suffix == ".rdf" else in_general
            try:
                for tool, got in readings(path, pyoxigraph, missing):
                    checked += 1
                    if got != quads:
                        failed += 1
                        print(f"FAIL {path.name} {tool}")
                        for line in sorted(quads - got)[:3]:
                            print(f"  lacks {line}")
                        for line in sorted(got - quads)[:3]:
                            print(f"  has   {line}")
            except Exception as error:  # a reader that refuses the file is what we look for
                checked += 1
                failed += 1
                print(f"FAIL {path.name}: {type(error).__name__}: {error}")
    for tool in sorted(missing):
        print(f"skipped: {tool} is not installed", file=sys.stderr)
    print(f"{checked} readings, {failed} failed")
    if not checked:
        return 2
    return 1 if failed or (options.require_all and missing) else 0


if __name__ == "__main__":
    sys.exit(main())
