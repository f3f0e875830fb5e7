"""Typed facts between named entities of whole documents, against gold in the form of DocRED (Re-DocRED, DWIE).

  documents.py --gold DEV.json --write FOLDER            one text a document, NNNNN.txt
  quipu triples --json FOLDER/*.txt > S.jsonl ;  quipu annotate --json FOLDER/*.txt > A.jsonl
  documents.py --gold DEV.json --map MAP.tsv S.jsonl A.jsonl

MAP.tsv  group <TAB> our relations <TAB> gold relations [<TAB> wider gold relations]: names separated by blanks, "^" before
         a name swaps its sides.  A fact that gold has under a wider relation is right, but gold is not counted by it.
A statement's side is the gold entity that a mention of it overlaps, by the statement's own words or, for a pronoun or
noun, by our coreference. Statements whose sides are no two gold entities are left out: gold has no say on them.
Precision is over our facts of a group, recall over the gold facts of the group. Only asserted statements count.
"""
import argparse
import json
import os
from collections import Counter, defaultdict

from mentions import Reading, read_lines

NO_BLANK_BEFORE = {",", ".", ";", ":", "?", "!", ")", "]", "'s", "’s", "n't", "%", "'", "’"}
NO_BLANK_AFTER = {"(", "[", "$", "£", "€"}


def layout(document):
    """The running text of a tokenised document, and the place of each token of each sentence."""
    text, places, before = "", [], ""
    for sentence in document["sents"]:
        row = []
        for token in sentence:
            if text and token not in NO_BLANK_BEFORE and before not in NO_BLANK_AFTER:
                text += " "
            row.append((len(text), len(text) + len(token)))
            text += token
            before = token
        places.append(row)
    return text, places


def entities(document, places):
    """The spans of the mentions of each gold entity."""
    flat = [place for row in places for place in row]
    result = []
    for mentions in document["vertexSet"]:
        spans = []
        for mention in mentions:
            row = flat if len(document["sents"]) == 1 else places[mention["sent_id"]]
            first, last = mention["pos"][0], mention["pos"][1] - 1
            if last < len(row):
                spans.append((row[first][0], row[last][1]))
        result.append(spans)
    return result


def read_map(path):
    groups = []
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            if line.strip() and not line.startswith("#"):
                fields = line.rstrip("\n").split("\t")
                groups.append([fields[0]] + [sided(field.split()) for field in fields[1:]])
    return groups


def sided(names):
    """Names, each with whether its sides are swapped."""
    return [(name.lstrip("^"), name.startswith("^")) for name in names]


class Document:
    def __init__(self, gold, annotation):
        places = layout(gold)[1]
        self.reading = Reading(annotation)
        self.spans = entities(gold, places)
        self.labels = {(label["h"], label["t"], label["r"]) for label in gold["labels"]}

    def entity(self, part):
        """The gold entity that most mentions of a side overlap, or `None`."""
        if not isinstance(part, dict) or not isinstance(part.get("start"), int):
            return None
        place = (part["start"], part["end"])
        found = self._covering(place)
        if found is None and part.get("id"):
            votes = Counter(self._covering(other) for other in self.reading.spans(place, ("name",)))
            votes.pop(None, None)
            found = votes.most_common(1)[0][0] if votes else None
        return found

    def _covering(self, place):
        """The entity of the gold mention that shares most with a place: three fifths of both at least."""
        best = None
        for number, spans in enumerate(self.spans):
            for start, end in spans:
                shared = min(end, place[1]) - max(start, place[0])
                if shared > 0:
                    share = 2 * shared / (end - start + place[1] - place[0])
                    if share >= 0.6 and (best is None or share > best[0]):
                        best = (share, number)
        return best and best[1]


def number_of(name):
    return int(os.path.basename(name).split(".")[0])


def readings(golds, annotations):
    """The documents of a gold file, by number, each with what the product annotated."""
    result = {}
    for annotation in read_lines(annotations):
        number = number_of(annotation["document"])
        result[number] = Document(golds[number], annotation)
    return result


def judged(documents, groups, statements):
    """Asserted statements between gold entities: statement, group, document, pair of entities, whether it is right."""
    seen = set()
    for statement in read_lines(statements):
        number = number_of(statement["evidence"][0]["document"])
        if not statement["asserted"] or number not in documents:
            continue
        document = documents[number]
        for name, ours, *golds in groups:
            side = dict(ours).get(statement["predicate"]["id"])
            if side is None:
                continue
            pair = document.entity(statement["subject"]), document.entity(statement["object"])
            if None in pair or pair[0] == pair[1]:
                continue
            pair = pair[::-1] if side else pair
            if (number, name, pair) not in seen:
                seen.add((number, name, pair))
                yield statement, name, number, pair, any(
                    (pair[::-1] if swapped else pair) + (label,) in document.labels
                    for labels in golds for label, swapped in labels)


def main():
    parser = argparse.ArgumentParser(description="facts between entities of documents", epilog=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", required=True)
    parser.add_argument("--write")
    parser.add_argument("--map")
    parser.add_argument("--wrong", help="list the wrong facts of a group")
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    with open(arguments.gold, encoding="utf-8") as handle:
        golds = json.load(handle)
    if arguments.write:
        os.makedirs(arguments.write, exist_ok=True)
        for number, gold in enumerate(golds):
            with open(os.path.join(arguments.write, "%05d.txt" % number), "w", encoding="utf-8") as out:
                out.write(layout(gold)[0] + "\n")
        return
    groups = read_map(arguments.map)
    right, found, gold_count, covered = Counter(), Counter(), Counter(), Counter()
    predicted = defaultdict(set)
    documents = readings(golds, arguments.files[1])
    for statement, name, number, pair, matched in judged(documents, groups, arguments.files[0]):
        predicted[name].add((number, pair))
        found[name] += 1
        right[name] += matched
        if not matched and arguments.wrong == name:
            print(statement["evidence"][0]["rule"], "|", statement["subject"]["text"], "|",
                  statement["object"].get("text"), "|", statement["evidence"][0]["quote"][:200])
    for number, document in documents.items():
        for name, _, labels, *_ in groups:
            wanted = {(number, (t, h) if swapped else (h, t))
                      for h, t, label in document.labels for known, swapped in labels if known == label}
            gold_count[name] += len(wanted)
            covered[name] += len(wanted & predicted[name])
    print("%-18s %6s %6s %6s  %6s %6s %6s" % ("group", "right", "found", "gold", "P", "R", "F1"))
    for name in [group[0] for group in groups] + ["all"]:
        if name == "all":
            row = [sum(c.values()) for c in (right, found, gold_count, covered)]
        else:
            row = [c[name] for c in (right, found, gold_count, covered)]
        precision = row[0] / row[1] if row[1] else 0.0
        recall = row[3] / row[2] if row[2] else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print("%-18s %6d %6d %6d  %.4f %.4f %.4f" % (name, row[0], row[1], row[2], precision, recall, f1))


if __name__ == "__main__":
    main()
