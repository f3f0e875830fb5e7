"""How far the confidence of typed statements can be believed, and the model that makes it so.

  calibrate.py --knowledgenet folds.json A.jsonl S.jsonl --documents dev.json MAP.tsv S.jsonl A.jsonl [--fit]

Each asserted statement that gold has a say on is judged right or wrong: in KnowledgeNet by the pairs of mentions (in
passages that are annotated in full for its property), in documents by the pairs of entities. Prints a reliability table:
statements by confidence, their mean confidence, and the share that is right. With --fit it fits a logistic model to the
log-odds of the pattern's own trust, the rule, the distance of the two sides, the length of the sentence and pronouns, by
gradient descent with a prior of zero, and prints the table of Sources/Extraction/Confidence/TypedConfidence.swift.
"""
import argparse
import json
import math
from collections import defaultdict

import documents
import knowledgenet
from mentions import read_lines

PRONOUNS = {"he", "she", "it", "they", "we", "i", "his", "her", "its", "their", "our", "my", "him", "them", "us", "me"}


def overlaps(a, b):
    return a[0] < b[1] and b[0] < a[1]


def read_properties(path):
    mapping = defaultdict(list)
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            if line.strip() and not line.startswith("#"):
                fields = line.rstrip("\n").split("\t")
                mapping[fields[0]].append((fields[1], len(fields) > 2))
    return mapping


def judge_knowledgenet(gold_path, annotations, statements, mapping):
    with open(gold_path, encoding="utf-8") as handle:
        golds = json.load(handle)
    places = []
    for gold in golds:
        offset, row = 0, []
        for passage in gold["passages"]:
            row.append((offset, passage))
            offset += len(passage["passageText"]) + 1
        places.append(row)
    for line, statement, found in knowledgenet.read(annotations, statements):
        verdict = None
        for name, swapped in mapping.get(statement["predicate"]["id"], ()):
            for pair in found:
                one, other = pair[::-1] if swapped else pair
                for offset, passage in places[line]:
                    if not (offset <= one[0] < offset + len(passage["passageText"])
                            and offset <= other[0] < offset + len(passage["passageText"])):
                        continue
                    shift = offset - passage["passageStart"]
                    right = any(fact["property"] == name
                                and overlaps(one, (fact["subjectStart"] + shift, fact["subjectEnd"] + shift))
                                and overlaps(other, (fact["objectStart"] + shift, fact["objectEnd"] + shift))
                                for fact in passage["facts"])
                    if right:
                        verdict = True
                    elif name in passage["exhaustivelyAnnotatedProperties"] and verdict is None:
                        verdict = False
        if verdict is not None:
            yield statement, verdict


def judge_documents(gold_path, map_path, statements, annotations):
    with open(gold_path, encoding="utf-8") as handle:
        golds = json.load(handle)
    read = documents.readings(golds, annotations)
    for statement, name, number, pair, right in documents.judged(read, documents.read_map(map_path), statements):
        yield statement, right


def features(statement):
    """What the model sees of a statement; the same as in TypedConfidence.swift."""
    subject, thing = knowledgenet.span(statement["subject"]), knowledgenet.span(statement["object"])
    evidence = statement["evidence"][0]
    gap = 0
    if subject and thing:
        gap = max(0, max(subject[0], thing[0]) - min(subject[1], thing[1]))
    length = evidence["end"] - evidence["start"]
    raw = min(max(statement["confidence"], 0.05), 0.95)
    return {
        "bias": 1.0, "trust": math.log(raw / (1 - raw)), "gap": math.log1p(gap) - 3, "length": math.log1p(length) - 5,
        "pronounSubject": float(statement["subject"].get("text", "").lower() in PRONOUNS),
        "pronounObject": float((statement["object"].get("text") or "").lower() in PRONOUNS),
    }


def fit(rows, rounds=4000, rate=0.3):
    """Weights of features, and an offset of each rule; ridge penalties hold what few statements tell near zero."""
    weights = defaultdict(float)
    weights["trust"] = 1.0
    offsets = defaultdict(float)
    for _ in range(rounds):
        slopes, rule_slopes = defaultdict(float), defaultdict(float)
        for values, rule, right in rows:
            z = sum(weights[name] * value for name, value in values.items()) + offsets[rule]
            error = right - 1 / (1 + math.exp(-z))
            for name, value in values.items():
                slopes[name] += error * value
            rule_slopes[rule] += error
        for name, slope in slopes.items():
            weights[name] += rate * (slope / len(rows) - 0.0005 * weights[name])
        for rule, slope in rule_slopes.items():
            offsets[rule] += rate * (slope - 2.0 * offsets[rule]) / 40
    return weights, offsets


def table(pairs):
    print("%-12s %6s %8s %8s" % ("confidence", "n", "mean", "right"))
    bins = defaultdict(list)
    for confidence, right in pairs:
        bins[min(int(confidence * 10), 9)].append((confidence, right))
    error = 0.0
    for number in sorted(bins):
        rows = bins[number]
        mean, share = (sum(row[place] for row in rows) / len(rows) for place in (0, 1))
        error += abs(mean - share) * len(rows) / len(pairs)
        print("%.1f to %.1f   %6d %8.3f %8.3f" % (number / 10, number / 10 + 0.1, len(rows), mean, share))
    print("statements=%d right=%.3f levels=%d calibration_error=%.3f"
          % (len(pairs), sum(r for _, r in pairs) / len(pairs), len({c for c, _ in pairs}), error))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--knowledgenet", nargs=3, action="append", default=[], metavar=("GOLD", "A", "S"))
    parser.add_argument("--documents", nargs=4, action="append", default=[], metavar=("GOLD", "MAP", "S", "A"))
    parser.add_argument("--properties", default="knowledgenet.tsv")
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    judged = []
    for gold, annotations, statements in arguments.knowledgenet:
        judged += judge_knowledgenet(gold, annotations, statements, read_properties(arguments.properties))
    for gold, mapping, statements, annotations in arguments.documents:
        judged += judge_documents(gold, mapping, statements, annotations)
    table([(statement["confidence"], right) for statement, right in judged])
    if not arguments.fit:
        return
    rows = [(features(s), s["evidence"][0]["rule"], float(right)) for s, right in judged]
    weights, offsets = fit(rows)
    made = []
    for values, rule, right in rows:
        z = sum(weights[name] * value for name, value in values.items()) + offsets[rule]
        made.append((round(1 / (1 + math.exp(-z)), 4), right))
    print("\nfitted")
    table(made)
    print("\n".join("    .%s: %.3f," % item for item in sorted(weights.items())))
    print("\n".join('    "%s": %.2f,' % item for item in sorted(offsets.items()) if abs(item[1]) >= 0.05))


if __name__ == "__main__":
    main()
