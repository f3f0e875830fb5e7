"""Checks of the graph formats: structure by our own rules, and content by the tools that read them.

Every attribute of every edge is compared with what the JSON Lines export says.
"""

import csv
import importlib.util
import io
import json
import math
import pathlib
import re
import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as xml

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
NAME_TOKEN = re.compile(r"^[\w.:·-]+$")


def xml_text(text):
    """A text as XML can hold it."""
    return FORBIDDEN.sub("\ufffd", text)


def wanted_edge(s):
    """The attributes that the edge of a statement must have, by name."""
    first = s["evidence"][0]
    label = s["predicate"]["label"]
    marks = []
    if s["polarity"] == "negative":
        marks.append("denied")
    if s["certainty"] != "certain":
        marks.append(s["certainty"])
    wanted = {
        "label": ", ".join(marks) + ": " + label if marks else label,
        "edge_id": s["id"],
        "predicate": s["predicate"]["id"],
        "polarity": s["polarity"],
        "certainty": s["certainty"],
        "asserted": s["asserted"],
        "confidence": s["confidence"],
        "weight": len(s["evidence"]),
        "speaker": s.get("speaker", {}).get("label"),
        "time_start": s.get("time", {}).get("start"),
        "time_end": s.get("time", {}).get("end"),
        "time_text": s.get("time", {}).get("text"),
        "document": first["document"],
        "sentence": first["sentence"],
        "start": first["start"],
        "end": first["end"],
        "quote": first["quote"],
        "rule": first["rule"],
        "predicate_text": s["predicate"]["text"],
        "subject_start": s["subject"].get("start"),
        "subject_end": s["subject"].get("end"),
        "subject_text": s["subject"].get("text"),
        "object_start": s["object"].get("start"),
        "object_end": s["object"].get("end"),
        "evidence_count": len(s["evidence"]),
    }
    if "start" in s["object"]:
        wanted["object_text"] = s["object"]["text"]
    if len(s["evidence"]) > 1:
        wanted["further_evidence"] = s["evidence"][1:]
    if "qualifiers" in s:
        wanted["qualifier_values"] = s["qualifiers"]
    return {name: value for name, value in wanted.items() if value is not None}


def same(got, wanted, clean):
    """Whether a tool gives back a value; it may make text of anything and floats of numbers."""
    # In a table an empty text is no text.
    if wanted == "" and got is None:
        return True
    if isinstance(wanted, list):
        try:
            return json.loads(got) == json.loads(clean(json.dumps(wanted, ensure_ascii=False)))
        except (TypeError, ValueError):
            return False
    if isinstance(wanted, bool):
        return str(got).lower() == str(wanted).lower()
    if isinstance(wanted, (int, float)):
        try:
            return math.isclose(float(got), wanted)
        except (TypeError, ValueError):
            return False
    return got == clean(wanted)


def compare(name, edges, expected, report, clean=lambda text: text, left=()):
    """Compare edges, as (source, target, attributes), with the statements."""
    by_id = {s["id"]: s for s in expected.statements}
    got = sorted(attributes["edge_id"] for _, _, attributes in edges)
    report.expect(f"{name} edges", got, expected.ids)
    for source, target, attributes in edges:
        statement = by_id.get(attributes["edge_id"])
        if statement is None:
            continue
        where = f"{name} {attributes['edge_id']}"
        if source is not None:
            report.expect(f"{where} source", source, clean(statement["subject"]["id"]))
            if "id" in statement["object"]:
                report.expect(f"{where} target", target, clean(statement["object"]["id"]))
        for key, wanted in wanted_edge(statement).items():
            if key in left:
                continue
            value = attributes.get(key)
            if not same(value, wanted, clean):
                report.failure(f"{where} {key}", f"got {value!r}, wanted {clean(str(wanted))!r}")
            report.checked += 1


def check_nodes(name, nodes, expected, report, clean=lambda text: text):
    """Compare nodes, as attributes, with the statements' subjects and objects."""
    labels = {n.get("entity_id"): n["label"] for n in nodes if n.get("entity_id")}
    for s in expected.statements:
        for part in (s["subject"], s["object"]):
            if "id" in part:
                got = labels.get(clean(part["id"]), labels.get(part["id"]))
                report.expect(f"{name} label of {part['id']}", got, clean(part["label"]))
    literals = sum(n.get("kind") == "Literal" for n in nodes)
    report.expect(f"{name} values", literals, expected.literals)


# GraphML


def graphml_structure(path, report):
    """Unique identifiers, no dangling edge, declared keys, values of their types, no key twice."""
    name = path.name
    report.expect(f"{name} characters", FORBIDDEN.search(path.read_text(encoding="utf-8")), None)
    root = xml.parse(path).getroot()
    keys = {key.get("id"): key for key in root.findall(f"{GRAPHML}key")}
    report.expect(f"{name} key ids", len(keys), len(root.findall(f"{GRAPHML}key")))
    graph = root.find(f"{GRAPHML}graph")
    nodes = [n.get("id") for n in graph.findall(f"{GRAPHML}node")]
    edges = graph.findall(f"{GRAPHML}edge")
    edge_ids = [e.get("id") for e in edges]
    for what, ids in (("node", nodes), ("edge", edge_ids)):
        report.expect(f"{name} {what} ids are unique", len(set(ids)), len(ids))
        bad = [i for i in ids if not NAME_TOKEN.match(i)]
        report.expect(f"{name} {what} ids are name tokens", bad, [])
    known = set(nodes)
    dangling = [e.get("id") for e in edges if not {e.get("source"), e.get("target")} <= known]
    report.expect(f"{name} dangling edges", dangling, [])
    order = [e.tag for e in graph]
    first_edge = order.index(f"{GRAPHML}edge") if f"{GRAPHML}edge" in order else len(order)
    report.expect(f"{name} nodes before edges", f"{GRAPHML}node" in order[first_edge:], False)
    for element in [*graph.findall(f"{GRAPHML}node"), *edges]:
        seen = set()
        for data in element.findall(f"{GRAPHML}data"):
            key = keys.get(data.get("key"))
            where = f"{name} {element.get('id')} {data.get('key')}"
            if key is None or data.get("key") in seen:
                report.failure(where, "undeclared or twice")
                continue
            seen.add(data.get("key"))
            report.expect(f"{where} for", GRAPHML + key.get("for"), element.tag)
            if key.get("attr.type"):
                report.expect(f"{where} type", fits(data.text, key.get("attr.type")), True)
    return known


def fits(text, kind):
    """Whether a text is a value of a type of GraphML or GEXF."""
    if kind in ("int", "integer"):
        return bool(re.fullmatch(r"-?\d+", text or "")) and -(2**31) <= int(text) < 2**31
    if kind == "double":
        return bool(re.fullmatch(r"-?\d+(\.\d+)?([eE]-?\d+)?", text or ""))
    if kind == "boolean":
        return text in ("true", "false")
    return kind in ("string", "liststring")


def check_graphml(path, expected, report, schemas):
    name = path.name
    graphml_structure(path, report)
    is_yed = "yed" in name
    if not shutil.which("xmllint"):
        report.missing.add("xmllint")
    else:
        command = ["xmllint", "--nonet", "--noout", "--huge"]
        schema = schemas / "graphml" / "graphml.xsd" if schemas else None
        if schema and schema.exists() and not is_yed:
            command += ["--schema", str(schema)]
        done = subprocess.run([*command, str(path)], capture_output=True, text=True)
        report.expect(f"{name} xmllint ({done.stderr[-300:].strip()})", done.returncode, 0)
    if networkx := report.load("networkx"):
        graph = networkx.read_graphml(path, force_multigraph=True)
        report.expect(f"{name} networkx directed", graph.is_directed(), True)
        nodes = dict(graph.nodes(data=True))
        check_nodes(f"{name} networkx", list(nodes.values()), expected, report, xml_text)
        edges = [
            (nodes[s].get("entity_id"), nodes[t].get("entity_id"), data)
            for s, t, data in graph.edges(data=True)
        ]
        # networkx takes the attribute label of an edge in yEd's files from the drawing.
        compare(f"{name} networkx", edges, expected, report, xml_text)
    if (igraph := report.load("igraph")) and not is_yed:
        graph = igraph.Graph.Read_GraphML(str(path))
        report.expect(f"{name} igraph directed", graph.is_directed(), True)
        if graph.ecount():
            edges = [
                (graph.vs[e.source]["entity_id"], graph.vs[e.target]["entity_id"], e.attributes())
                for e in graph.es
            ]
            compare(f"{name} igraph", edges, expected, report, xml_text)


# GEXF


def check_gexf(path, expected, report, schemas):
    name = path.name
    report.expect(f"{name} characters", FORBIDDEN.search(path.read_text(encoding="utf-8")), None)
    schema = schemas / "gexf-1.3" / "gexf.rng" if schemas else None
    if schema and schema.exists() and shutil.which("xmllint"):
        command = ["xmllint", "--nonet", "--noout", "--huge", "--relaxng", str(schema), str(path)]
        done = subprocess.run(command, capture_output=True, text=True)
        report.expect(f"{name} RNG ({done.stderr[-300:].strip()})", done.returncode, 0)
    graph = xml.parse(path).getroot().find(f"{GEXF}graph")
    types = {}
    for block in graph.findall(f"{GEXF}attributes"):
        for attribute in block:
            types[block.get("class"), attribute.get("id")] = attribute.get("type")
    nodes = graph.find(f"{GEXF}nodes")
    ids = [n.get("id") for n in nodes]
    report.expect(f"{name} node ids are unique", len(set(ids)), len(ids))
    known = set(ids)
    kinds = set()
    edges = []
    for kind, elements in (("node", nodes), ("edge", graph.find(f"{GEXF}edges"))):
        for element in elements:
            values = {}
            for value in element.find(f"{GEXF}attvalues"):
                declared = types.get((kind, value.get("for")))
                where = f"{name} {element.get('id')} {value.get('for')}"
                report.expect(f"{where} type", fits(value.get("value"), declared), True)
                report.expect(f"{where} twice", value.get("for") in values, False)
                values[value.get("for")] = value.get("value")
            if kind == "edge":
                ends = (element.get("source"), element.get("target"))
                report.expect(f"{name} {element.get('id')} dangles", set(ends) <= known, True)
                # Gephi merges edges of one kind between the same nodes.
                merged = (*ends, element.get("kind")) in kinds
                report.expect(f"{name} {element.get('id')} would be merged", merged, False)
                kinds.add((*ends, element.get("kind")))
                values |= {"label": element.get("label"), "weight": element.get("weight")}
                edges.append((*ends, values))
                for spell in element.iter(f"{GEXF}spell"):
                    start, end = spell.get("start"), spell.get("end")
                    report.expect(f"{name} spell", not (start and end) or start <= end, True)
    compare(name, edges, expected, report, xml_text)
    if networkx := report.load("networkx"):
        graph = networkx.read_gexf(path)
        report.expect(f"{name} networkx edges", graph.number_of_edges(), len(expected.ids))


# JSON


def in_javascript(library, package, path, expected, report):
    """What a library for the browser holds of a graph; wheels of PyPI bring its script."""
    node = shutil.which("node")
    if not node and (driver := importlib.util.find_spec("playwright")):
        node = pathlib.Path(driver.submodule_search_locations[0]) / "driver" / "node"
    wheel = importlib.util.find_spec(package)
    if not node or not wheel:
        report.missing.add(library)
        return
    scripts = pathlib.Path(wheel.submodule_search_locations[0]) / "labextension" / "static"
    reader = pathlib.Path(__file__).with_name("read_graph.js")
    words = [str(node), str(reader), library, str(scripts), str(path)]
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode:
        report.failure(f"{path.name} {library}", done.stderr[-600:])
        return
    held = json.loads(done.stdout)
    compare(f"{path.name} {library}", held["edges"], expected, report)
    check_nodes(f"{path.name} {library}", held["nodes"], expected, report)


def check_json(path, expected, report):
    """Every form of JSON, told by its shape."""
    name = path.name
    data = json.loads(path.read_text(encoding="utf-8"))
    if isinstance(data, list):
        return check_cx2(name, data, expected, report)
    if "elements" in data:
        nodes = [n["data"] for n in data["elements"]["nodes"]]
        ids = {n["id"] for n in nodes}
        edges = [(e["data"]["source"], e["data"]["target"], e["data"]) for e in data["elements"]["edges"]]
        in_javascript("cytoscape", "ipycytoscape", path, expected, report)
    elif "multigraph" in data:
        nodes, ids = data["nodes"], {n["id"] for n in data["nodes"]}
        edges = [(e["source"], e["target"], e) for e in data["edges"]]
        if networkx := report.load("networkx"):
            graph = networkx.node_link_graph(data, edges="edges")
            kept = [(s, t, d) for s, t, d in graph.edges(data=True)]
            compare(f"{name} networkx", kept, expected, report)
            check_nodes(f"{name} networkx", [d for _, d in graph.nodes(data=True)], expected, report)
    else:
        nodes = [n["attributes"] for n in data["nodes"]]
        ids = {n["key"] for n in data["nodes"]}
        edges = [(e["source"], e["target"], e["attributes"]) for e in data["edges"]]
        in_javascript("graphology", "ipysigma", path, expected, report)
        report.expect(f"{name} keys are unique", len(ids), len(nodes))
        report.expect(f"{name} has no type", any("type" in n for n in nodes), False)
    report.expect(f"{name} ids are unique", len(ids), len(nodes))
    report.expect(f"{name} dangling", [e[2]["edge_id"] for e in edges if not {e[0], e[1]} <= ids], [])
    compare(name, edges, expected, report)
    check_nodes(name, nodes, expected, report)


def check_cx2(name, aspects, expected, report):
    report.expect(f"{name} begins", aspects[0], {"CXVersion": "2.0", "hasFragments": False})
    report.expect(f"{name} ends", aspects[-1], {"status": [{"success": True, "error": ""}]})
    by_name = {key: value for aspect in aspects[1:] for key, value in aspect.items()}
    for meta in by_name["metaData"]:
        got = len(by_name[meta["name"]])
        report.expect(f"{name} count of {meta['name']}", got, meta["elementCount"])
    declared = by_name["attributeDeclarations"][0]
    python = {"string": str, "integer": int, "double": (int, float), "boolean": bool, "list_of_string": list}
    ids = {n["id"] for n in by_name["nodes"]}
    for aspect in ("nodes", "edges"):
        for element in by_name[aspect]:
            for key, value in element["v"].items():
                kind = declared[aspect][key]["d"]
                report.expect(f"{name} {aspect} {key}", isinstance(value, python[kind]), True)
    labels = {n["id"]: n["v"].get("entity_id") for n in by_name["nodes"]}
    dangling = [e["id"] for e in by_name["edges"] if not {e["s"], e["t"]} <= ids]
    report.expect(f"{name} dangling", dangling, [])
    edges = [(labels[e["s"]], labels[e["t"]], e["v"]) for e in by_name["edges"]]
    compare(name, edges, expected, report)
    check_nodes(name, [n["v"] for n in by_name["nodes"]], expected, report)


# Tables


def unprotected(cell):
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=@+-\t\r\n＋－＝＠") else cell


def check_table(path, expected, report):
    """CSV or TSV, edges or nodes."""
    name = path.name
    is_tabbed = path.suffix == ".tsv"
    text = path.read_bytes().decode("utf-8")
    if is_tabbed:
        lines = text.split("\n")
        report.expect(f"{name} ends in a line end", lines.pop(), "")
        header = lines[0].split("\t")
        rows = [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]
    else:
        csv.field_size_limit(1 << 30)
        rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    for row in rows:
        report.expect(f"{name} {row['id']} columns", None in row or None in row.values(), False)
        for column, cell in row.items():
            risky = cell[:1] in "=@+-\t\r" and cell[:1] != ""
            number = cell[1:].replace(".", "").isdigit()
            report.expect(f"{name} {row['id']} {column} is no formula", risky and not number, False)
            row[column] = unprotected(cell)
    if rows and "source" not in rows[0]:
        report.expect(f"{name} values", sum(r["kind"] == "Literal" for r in rows), expected.literals)
        return

    def clean(text):
        return re.sub("[\t\n\r]", " ", text) if is_tabbed else text

    edges = [
        (row["source"], row["target"], {**{k: v or None for k, v in row.items()}, "edge_id": row["id"]})
        for row in rows
    ]
    compare(name, edges, expected, report, clean)


def check_neo4j(folder, expected, report):
    """The two tables of neo4j-admin: headers, types, identifiers, relationships."""
    name = folder.name
    csv.field_size_limit(1 << 30)
    with open(folder / "nodes.csv", encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file, strict=True))
    with open(folder / "relationships.csv", encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file, strict=True))
    ids = {n[":ID"] for n in nodes}
    report.expect(f"{name} ids are unique", len(ids), len(nodes))
    for row in [*nodes, *edges]:
        for column, cell in row.items():
            kind = {"long": "int", "double": "double", "boolean": "boolean"}.get(column.partition(":")[2])
            if kind and cell:
                report.expect(f"{name} {column} {cell}", fits(cell, kind), True)
    report.expect(f"{name} labels", all(n[":LABEL"] for n in nodes), True)
    report.expect(f"{name} types", all(e[":TYPE"] for e in edges), True)
    rows = [
        (e[":START_ID"], e[":END_ID"], {k.partition(":")[0]: v or None for k, v in e.items() if k[0] != ":"})
        for e in edges
    ]
    report.expect(f"{name} dangling", [r[2]["edge_id"] for r in rows if not {r[0], r[1]} <= ids], [])
    compare(name, rows, expected, report)


def check_dot(path, expected, report):
    """The edges' identifiers, by graphviz's own reader if there is one: drawing would take hours."""
    if shutil.which("gvpr"):
        words = ["gvpr", 'E { print($.id, "\\n"); }', str(path)]
        done = subprocess.run(words, capture_output=True, text=True)
        report.expect(f"{path.name} gvpr ({done.stderr[-300:].strip()})", done.returncode, 0)
        report.expect(f"{path.name} gvpr edges", sorted(done.stdout.split()), expected.ids)
    elif pydot := report.load("pydot"):
        (graph,) = pydot.graph_from_dot_file(str(path), encoding="utf-8")
        ids = sorted(edge.get("id").strip('"') for edge in graph.get_edges())
        report.expect(f"{path.name} pydot edges", ids, expected.ids)


# Notes and drawings


def shapeless(character):
    """Whether a note holds a space in a character's place."""
    code = ord(character)
    return (
        unicodedata.category(character) == "Cc"
        or character in "\u2028\u2029"
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
    )


def check_vault(folder, expected, report):
    """Every link leads to a note and its place, and every sentence stands in some note."""
    notes = {str(p.relative_to(folder))[:-3]: p.read_text(encoding="utf-8") for p in folder.rglob("*.md")}
    folded = {name.lower() for name in notes}
    report.expect(f"{folder.name} names differ in more than case", len(folded), len(notes))
    blocks = {
        (name, block)
        for name, text in notes.items()
        for block in re.findall(r" \^([\w-]+)$", text, re.M)
    }
    sentences = set()
    for name, text in notes.items():
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S)
        for target in re.findall(r"\[\[([^\]|]+)\|[^\]]*\]\]", text):
            path, _, block = target.partition("#^")
            report.expect(f"{folder.name} {name}: link to {path}", path in notes, True)
            if block and path in notes:
                report.expect(f"{folder.name} {name}: block {block}", (path, block) in blocks, True)
        for line in text.split("\n"):
            if found := re.match(r"(.*) \^q\d+-\d+$", line):
                sentences.add(re.sub(r"\\(.)", r"\1", found[1]).strip())
    for quote in expected.quotes:
        words = "".join(" " if shapeless(c) else c for c in quote)
        report.expect(f"{folder.name} has {quote[:60]!r}", words.strip() in sentences, True)


def check_svg(path, expected, report):
    root = xml.parse(path).getroot()
    report.expect(f"{path.name} is SVG", root.tag, "{http://www.w3.org/2000/svg}svg")
    report.expect(f"{path.name} characters", FORBIDDEN.search(path.read_text(encoding="utf-8")), None)


def check(path, expected, report, schemas):
    """Check a file or folder by its ending; whether it is of a graph format."""
    if path.is_dir():
        if (path / "relationships.csv").exists():
            check_neo4j(path, expected, report)
        else:
            check_vault(path, expected, report)
        return True
    checks = {
        ".graphml": lambda: check_graphml(path, expected, report, schemas),
        ".gexf": lambda: check_gexf(path, expected, report, schemas),
        ".cyjs": lambda: check_json(path, expected, report),
        ".cx2": lambda: check_json(path, expected, report),
        ".json": lambda: check_json(path, expected, report),
        ".csv": lambda: check_table(path, expected, report),
        ".tsv": lambda: check_table(path, expected, report),
        ".dot": lambda: check_dot(path, expected, report),
        ".svg": lambda: check_svg(path, expected, report),
    }
    if path.suffix not in checks:
        return False
    checks[path.suffix]()
    return True
