#!/usr/bin/env python3
"""Load RDF files of several syntaxes in the tools that read them: all must hold the same quads.

The files of a folder that share a name hold the same graph: NAME.nq says what it is, and
NAME.rdf, NAME.jsonld, NAME.ttl and so on are compared with it. Tools that are not installed are
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--require-all", action="store_true", help="fail if a tool is missing")
    options = parser.parse_args()
    missing = set()
    pyoxigraph = load("pyoxigraph", missing)
    if not pyoxigraph:
        print("pyoxigraph is needed to compare", file=sys.stderr)
        return 2
    checked = failed = 0
    for wanted in sorted(options.folder.glob("*.nq")):
        quads = canonical(
            pyoxigraph, pyoxigraph.parse(path=str(wanted), format=pyoxigraph.RdfFormat.N_QUADS)
        )
        for path in sorted(options.folder.glob(wanted.stem + ".*")):
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
