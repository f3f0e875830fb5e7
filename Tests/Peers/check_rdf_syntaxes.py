#!/usr/bin/env python3
"""Load RDF files of several syntaxes in the tools that read them: all must hold the same quads.

The files of a folder that share a name hold the same graph: NAME.nq says what it is, and
NAME.rdf, NAME.jsonld, NAME.ttl and so on are compared with it. NAME.canonical must be its canonical
form (RDFC-1.0) to the byte. With --shapes, every NAME.nq that
starts with "export" must pass the shapes as well. Tools that are not installed are reported and
skipped, unless --require-all is given.

Exit status: 0 all agree, 1 something differs, 2 there was nothing to compare.
"""

import argparse
import pathlib
import sys

import rdf_readers


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--shapes", type=pathlib.Path, help="SHACL shapes that exports must pass")
    parser.add_argument("--require-all", action="store_true", help="fail if a tool is missing")
    options = parser.parse_args()
    missing = set()
    pyoxigraph = rdf_readers.load("pyoxigraph", missing)
    if not pyoxigraph:
        print("pyoxigraph is needed to compare", file=sys.stderr)
        return 2
    checked = failed = 0
    for wanted in sorted(options.folder.glob("*.nq")):
        said = list(rdf_readers.parsed(pyoxigraph, wanted))
        if options.shapes and wanted.name.startswith("export"):
            checked += 1
            if text := rdf_readers.broken_shapes(wanted, options.shapes, pyoxigraph, missing):
                failed += 1
                print(f"FAIL {wanted.name} breaks the shapes: {text}")
        files = sorted(options.folder.glob(wanted.stem + ".*"))
        if files == [wanted]:
            continue
        in_general = rdf_readers.bag(pyoxigraph, said)
        in_xml = rdf_readers.bag(pyoxigraph, rdf_readers.as_xml_has_it(pyoxigraph, said))
        for path in files:
            if path.suffix == ".canonical":
                for tool, text in rdf_readers.canonical_forms(wanted, pyoxigraph, missing):
                    checked += 1
                    if path.read_bytes() != text:
                        failed += 1
                        print(f"FAIL {path.name} {tool}: {text[:2000]!r}")
                continue
            quads = in_xml if path.suffix == ".rdf" else in_general
            try:
                for tool, got in rdf_readers.readings(path, pyoxigraph, missing):
                    checked += 1
                    if got != quads:
                        failed += 1
                        print(f"FAIL {path.name} {tool}", *rdf_readers.difference(quads, got), sep="\n")
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
