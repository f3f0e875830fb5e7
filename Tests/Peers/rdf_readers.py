"""RDF files as the tools of others read them, each as a bag of N-Quads that can be compared.

Blank nodes are named by what is said of them, so that two readings of a graph give the same lines
in time linear in its size. Where that does not tell them apart (in circles, or where several of
like description are shared) the whole is canonicalised instead, which both readings of a graph do
or neither.
"""

import collections
import hashlib
import json
import re
import shutil
import subprocess

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
TOKEN = re.compile(
    rb'<<\(|\)>>|<[^>]*>|_:[^\s]+|"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^>]*>)?'
)
# Language tags are equal whatever the case of their letters.
LANGUAGE = re.compile(rb'"@[A-Za-z0-9-]+')
# What XML 1.0 has no way to write; U+FFFD stands in its place.
NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# The end of a predicate that can be the name of an element.
START = (
    "A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
XML_NAME = re.compile(f"[{START}][-.0-9\u00b7\u0300-\u036f\u203f\u2040{START}]*$")


def load(name, missing):
    try:
        return __import__(name)
    except ImportError:
        missing.add(name)
        return None


class Ambiguous(Exception):
    """What is said of the blank nodes does not tell them apart."""


def bag(pyoxigraph, quads):
    """The quads as lines, counted, that do not depend on the names of blank nodes."""
    text = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.N_QUADS)
    try:
        return describe(text)
    except Ambiguous:
        dataset = pyoxigraph.Dataset(pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS))
        dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.UNSTABLE)
        return collections.Counter(lower_tags(str(quad).encode()) for quad in dataset)


def lower_tags(line):
    return LANGUAGE.sub(lambda tag: tag[0].lower(), line) if b'"@' in line else line


def describe(text):
    """The lines of N-Quads with blank nodes named by a hash of what is said of them."""
    lines = set()
    said = collections.defaultdict(list)
    mentions = collections.Counter()
    rows = []
    # Not splitlines, which takes other characters for ends of lines too.
    for line in text.split(b"\n"):
        line = lower_tags(line)
        tokens = TOKEN.findall(line) if b"_:" in line else []
        blanks = [token for token in tokens if token[:2] == b"_:"]
        if not blanks:
            lines.add(line)
            continue
        row = tuple(tokens)
        rows.append(row)
        if row[0] == blanks[0]:
            said[row[0]].append(row[1:])
            blanks = blanks[1:]
        mentions.update(blanks)
    rows = list(dict.fromkeys(rows))
    names = hashes({t for row in rows for t in row if t[:2] == b"_:"}, said)
    shared = {name for name, count in collections.Counter(names.values()).items() if count > 1}
    if any(name in shared and mentions[blank] > 1 for blank, name in names.items()):
        raise Ambiguous
    named = collections.Counter(b" ".join(names.get(t, t) for t in row) for row in rows)
    return named + collections.Counter(lines)


def hashes(blanks, said):
    """Names for blank nodes, from their leaves upwards."""
    names = {}
    open_ones = set()
    for first in blanks:
        stack = [first]
        while stack:
            blank = stack[-1]
            if blank in names:
                stack.pop()
                continue
            inner = [t for row in said[blank] for t in row if t[:2] == b"_:" and t not in names]
            if inner:
                if blank in open_ones:
                    raise Ambiguous
                open_ones.add(blank)
                stack += inner
                continue
            rows = sorted({b" ".join(names.get(t, t) for t in row) for row in said[blank]})
            names[blank] = b"_:" + hashlib.blake2b(b"\n".join(rows), digest_size=12).hexdigest().encode()
            open_ones.discard(blank)
            stack.pop()
    return names


def as_xml_has_it(pyoxigraph, quads):
    """The quads that XML can say, with the characters replaced that it forbids."""
    for quad in quads:
        value = quad.object
        predicates = [quad.predicate]
        while isinstance(value, pyoxigraph.Triple):
            predicates.append(value.predicate)
            value = value.object
        if not all(XML_NAME.search(predicate.value) for predicate in predicates):
            continue
        value = quad.object
        if isinstance(value, pyoxigraph.Literal) and NO_XML.search(value.value):
            text = NO_XML.sub("\ufffd", value.value)
            kind = {"language": value.language} if value.language else {"datatype": value.datatype}
            value = pyoxigraph.Literal(text, **kind)
        yield pyoxigraph.Quad(quad.subject, quad.predicate, value, quad.graph_name)


def parsed(pyoxigraph, path):
    form = pyoxigraph.RdfFormat.from_extension(path.suffix[1:])
    return pyoxigraph.parse(path=str(path), format=form)


def of_lines(pyoxigraph, text):
    return bag(pyoxigraph, pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.N_QUADS))


def of_rdflib(pyoxigraph, rdflib, path):
    """The quads that rdflib reads, as those of pyoxigraph."""
    rdflib.NORMALIZE_LITERALS = False
    dataset = rdflib.Dataset()
    dataset.parse(path, format=RDFLIB[path.suffix])
    # rdflib names the graph of a file that has none by the file's own place.
    no_graph = {None, rdflib.URIRef(path.absolute().as_uri()), rdflib.URIRef("urn:x-rdflib:default")}
    nodes = {}

    def term(value):
        if isinstance(value, rdflib.Literal):
            if value.language:
                return pyoxigraph.Literal(str(value), language=value.language)
            kind = term(value.datatype) if value.datatype else None
            return pyoxigraph.Literal(str(value), datatype=kind)
        if value not in nodes:
            is_blank = isinstance(value, rdflib.BNode)
            nodes[value] = (pyoxigraph.BlankNode if is_blank else pyoxigraph.NamedNode)(str(value))
        return nodes[value]

    for s, p, o, g in dataset.quads():
        graph = () if g in no_graph else (term(g),)
        yield pyoxigraph.Quad(term(s), term(p), term(o), *graph)


def readings(path, pyoxigraph, missing, leave=(), command=()):
    """What each tool reads, as pairs of its name and the bag; with a command, what quipu reads too."""
    yield "pyoxigraph", bag(pyoxigraph, parsed(pyoxigraph, path))
    if "rdflib" not in leave and (rdflib := load("rdflib", missing)):
        yield "rdflib", bag(pyoxigraph, of_rdflib(pyoxigraph, rdflib, path))
    if path.suffix == ".jsonld" and "pyld" not in leave and (pyld := load("pyld", missing)):
        document = json.loads(path.read_text(encoding="utf-8"))
        options = {"format": "application/n-quads"}
        yield "pyld", of_lines(pyoxigraph, pyld.jsonld.to_rdf(document, options))
    for tool, forms, words in (
        ("rapper", RAPPER, ["rapper", "-q", "-o", "ntriples", "-i"]),
        ("serdi", SERDI, ["serdi", "-o", "NQuads", "-i"]),
    ):
        if path.suffix not in forms or tool in leave:
            continue
        if tool == "rapper" and b"\\u0000" in path.read_bytes():
            continue  # it ends a text at U+0000
        if not shutil.which(tool):
            missing.add(tool)
            continue
        run = subprocess.run([*words, forms[path.suffix], str(path)], check=True, capture_output=True)
        yield tool, of_lines(pyoxigraph, run.stdout)
    if command:
        words = [*command, "convert", "--to", "nquads", str(path)]
        run = subprocess.run(words, check=True, capture_output=True)
        yield "quipu", of_lines(pyoxigraph, run.stdout)


def canonical_forms(path, pyoxigraph, missing):
    """N-Quads in the form of RDFC-1.0, by the tools that know it."""
    dataset = pyoxigraph.Dataset(parsed(pyoxigraph, path))
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    lines = pyoxigraph.serialize(dataset, format=pyoxigraph.RdfFormat.N_QUADS).split(b"\n")
    yield "pyoxigraph", b"".join(line + b"\n" for line in sorted(lines) if line)
    text = b"\n".join(lower_tags(line) for line in path.read_bytes().split(b"\n")).decode()
    # pyld takes escapes by number for text, knows no directions, and counts a quad twice that a blank
    # node stands in twice.
    strange = re.search(r"\\u|--|^(_:\S+) (.* )?\1 ", text, re.M)
    if not strange and (pyld := load("pyld", missing)):
        form = "application/n-quads"
        options = {"algorithm": "URDNA2015", "inputFormat": form, "format": form}
        yield "pyld", pyld.jsonld.normalize(text, options).encode()


def difference(wanted, got):
    """Some of the lines that a reading lacks, and some that it has beyond what is wanted."""
    for line in sorted(wanted - got)[:3]:
        yield f"  lacks {line.decode('utf-8', 'replace')[:400]}"
    for line in sorted(got - wanted)[:3]:
        yield f"  has   {line.decode('utf-8', 'replace')[:400]}"


def broken_shapes(path, shapes, pyoxigraph, missing):
    """How N-Quads break the shapes; nothing if they do not.

    What they say in triple terms of RDF 1.2 is taken as rdf:subject, rdf:predicate and rdf:object
    of the reifier.
    """
    rdflib = load("rdflib", missing)
    pyshacl = load("pyshacl", missing)
    if not rdflib or not pyshacl:
        return None
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    triples = set()
    for quad in parsed(pyoxigraph, path):
        if isinstance(quad.object, pyoxigraph.Triple):
            for part in ("subject", "predicate", "object"):
                node = pyoxigraph.NamedNode(rdf + part)
                triples.add(pyoxigraph.Triple(quad.subject, node, getattr(quad.object, part)))
        else:
            triples.add(quad.triple)
    graph = rdflib.Graph()
    text = pyoxigraph.serialize(triples, format=pyoxigraph.RdfFormat.N_TRIPLES)
    graph.parse(data=text, format="nt")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=str(shapes))
    return None if conforms else text
