"""Statements of one-line documents as mention pairs, for a scorer of KnowledgeNet.

KnowledgeNet (Mesquita et al., EMNLP 2019) repeats a fact for every name and pronoun of its two sides in the passage, and
for every place that holds the place of a fact ("Tulsa, Oklahoma"); common nouns are no mentions there. We state each fact
once. This spreads our statements over the mentions, as our own coreference and our own q:locatedIn statements tell.

  split -d -a 5 --additional-suffix=.txt -l 1 LINES.txt FOLDER/
  for f in FOLDER/*.txt; do quipu annotate --json $f; done > A.jsonl
  quipu triples --json --lines LINES.txt > S.jsonl
  knowledgenet.py A.jsonl S.jsonl > pairs.jsonl       then the scorer with knowledgenet.tsv as its map
"""
import json
import os
import sys
from collections import defaultdict

from mentions import Reading, read_lines

PLACES = {"q:headquarteredIn", "q:livesIn"}


def span(part):
    """Where a side of a statement stands, or `None`."""
    if isinstance(part, dict) and isinstance(part.get("start"), int):
        return part["start"], part["end"]
    return None


def holders(statements):
    """For each place the places that hold it, by entity, of one document."""
    inside = defaultdict(set)
    for statement in statements:
        if statement["predicate"]["id"] == "q:locatedIn" and statement.get("asserted") and span(statement["object"]):
            inside[statement["subject"].get("id")].add((statement["object"]["id"], span(statement["object"])))
    return inside


def closure(inside, entity, seen=()):
    for holder, place in inside.get(entity, ()):
        if holder not in seen:
            yield place
            yield from closure(inside, holder, tuple(seen) + (entity,))


def pairs(statement, reading, inside):
    """The pairs of mentions that a statement speaks of, sorted."""
    subject, thing = span(statement["subject"]), span(statement["object"])
    if not statement.get("asserted") or subject is None or thing is None or reading is None:
        return []
    objects = {thing}
    if statement["object"].get("id"):
        kinds = ("name",) if "Place" in statement["object"]["types"] else ("name", "pronoun")
        objects = reading.spans(thing, kinds)
    if statement["predicate"]["id"] in PLACES:
        objects |= set(closure(inside, statement["object"].get("id")))
    subjects = reading.spans(subject)
    if subjects & objects:
        return []
    return [(one, other) for one in sorted(subjects) for other in sorted(objects)
            if one != subject or len(subjects) == 1 or reading.kind(one) != "nominal"]


def read(annotations, statements):
    """Each statement with its line and its pairs of mentions."""
    readings = {}
    for annotation in read_lines(annotations):
        readings[int(os.path.basename(annotation["document"]).split(".")[0])] = Reading(annotation)
    documents = defaultdict(list)
    for statement in read_lines(statements):
        documents[statement["line"]].append(statement)
    for line, found in sorted(documents.items()):
        inside = holders(found)
        for statement in found:
            yield line, statement, pairs(statement, readings.get(line), inside)


def main():
    for line, statement, found in read(sys.argv[1], sys.argv[2]):
        for one, other in found:
            print(json.dumps({
                "line": line, "predicate": statement["predicate"], "asserted": True,
                "confidence": statement["confidence"],
                "subject": {"start": one[0], "end": one[1]}, "object": {"start": other[0], "end": other[1]}}))


if __name__ == "__main__":
    main()
