#!/usr/bin/env python3
"""Scores the coreference of `quipu annotate` on the treebank GUM: names, noun phrases and pronouns, single ones too.

coreference.py GUM.conllu... [--no-singletons]

GUM (github.com/amir-zeldes/gum) marks entities in CoNLL-U, as Entity=(1-person-… in MISC. Its text is given to quipu a
sentence a line, a paragraph a block. A mention is right if it has the same words, articles at the beginning aside. The
measures are MUC (Vilain 1995), B-cubed (Bagga and Baldwin 1998) and CEAF-e (Luo 2005), document by document with their
counts added up; CoNLL is the mean of the three F1. Goal: CoNLL at least 0.55.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("QUIPU_BINARY", str(ROOT / ".build/release/quipu"))
ARTICLES = {"a", "an", "the"}


class Gold:
    """A document: its words, its text, and the entity of each mention, a mention being the numbers of its words."""

    def __init__(self, name):
        self.name, self.words, self.text, self.mentions, self.open = name, [], "", {}, []

    def add(self, word, misc):
        number = len(self.words)
        self.words.append(word)
        self.text += word if "SpaceAfter=No" in misc else word + " "
        marks = re.search(r"Entity=([^|]*)", misc)
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", marks.group(1)) if marks else []:
            if mark.startswith("("):
                self.open.append((mark.strip("()").split("-")[0], number))
            if mark.endswith(")"):
                self.close(mark.strip("()").split("-")[0], number)

    def close(self, key, last):
        place = max((i for i, (open_key, _) in enumerate(self.open) if open_key == key), default=None)
        if place is None:
            return
        _, first = self.open.pop(place)
        if "[" not in key:  # parts of a mention with a gap are left out
            self.mentions[self.span(range(first, last + 1))] = key

    def span(self, numbers):
        numbers = sorted(numbers)
        while len(numbers) > 1 and self.words[numbers[0]].lower() in ARTICLES:
            numbers = numbers[1:]
        return tuple(numbers)


def read(paths):
    documents = []
    for line in (line.rstrip("\n") for path in paths for line in open(path, encoding="utf-8")):
        if line.startswith("# newdoc"):
            documents.append(Gold(line.split("= ")[1]))
        elif re.match(r"# newpar\b", line) and documents[-1].text:
            documents[-1].text += "\n"
        elif not line:
            documents[-1].text = documents[-1].text.rstrip(" ") + "\n"
        elif re.match(r"\d+\t", line):
            fields = line.split("\t")
            documents[-1].add(fields[1], fields[9])
    return documents


def answers(documents):
    """What quipu finds in each document."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, document in enumerate(documents):
            names.append(str(pathlib.Path(folder, f"{number:04}.txt")))
            pathlib.Path(names[-1]).write_text(document.text, "utf-8")
        out = subprocess.run([BINARY, "annotate", "--json", *names], stdout=subprocess.PIPE, check=True).stdout
    rows = {row["document"]: row for row in map(json.loads, out.decode().splitlines())}
    return [mentions(document, rows.get(name)) for document, name in zip(documents, names)]


def mentions(document, row):
    if row is None:
        return {}
    owner = [n for n, word in enumerate(document.words) for c in word if not c.isspace()]
    solid = [place for place, c in enumerate(row["text"]) if not c.isspace()]
    if len(owner) != len(solid):
        sys.exit(f"{document.name}: the text came back changed")
    word = dict(zip(solid, owner))
    found = {}
    for mention in row["mentions"]:
        numbers = {word[p] for p in range(mention["start"], mention["end"]) if p in word}
        if numbers:
            found[document.span(numbers)] = mention["entity"]
    return found


def sets(partition):
    groups = defaultdict(set)
    for mention, entity in partition.items():
        groups[entity].add(mention)
    return list(groups.values())


def without_singletons(partition):
    size = Counter(partition.values())
    return {m: e for m, e in partition.items() if size[e] > 1}


def muc(left, right):
    """Links of the left side that the right side has too, and all links of the left."""
    kept = total = 0
    for group in sets(left):
        parts = len({right[m] for m in group if m in right}) + sum(m not in right for m in group)
        kept += len(group) - parts
        total += len(group) - 1
    return kept, total


def b_cubed(left, right):
    share = 0.0
    for group in sets(left):
        share += sum(n * n for n in Counter(right[m] for m in group if m in right).values()) / len(group)
    return share, len(left)


def ceaf(left, right):
    groups, others = sets(left), sets(right)
    home = {m: j for j, group in enumerate(others) for m in group}
    gains = [
        {j: 2 * len(group & others[j]) / (len(group) + len(others[j])) for j in {home[m] for m in group if m in home}}
        for group in groups
    ]
    return matching(gains), len(groups)


def matching(gains):
    """The most that a one-to-one matching gains; gains[i] gives those of row i by column. Bertsekas' auction."""
    step = 1e-6
    price, owner, waiting = defaultdict(float), {}, [i for i, row in enumerate(gains) if row]
    while waiting:
        i = waiting.pop()
        ranked = sorted(((gain - price[j], j) for j, gain in gains[i].items()), reverse=True)
        best, column = ranked[0]
        if best <= 0:  # nothing is worth its price: better alone
            continue
        second = max(ranked[1][0], 0.0) if len(ranked) > 1 else 0.0
        price[column] += best - second + step
        if column in owner:
            waiting.append(owner[column])
        owner[column] = i
    return sum(gains[i][j] for j, i in owner.items())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--no-singletons", action="store_true")
    options = parser.parse_args()
    documents = read(options.files)
    totals = {name: [0, 0, 0, 0] for name in ("MUC", "B3", "CEAFe")}
    counts = [0, 0, 0]
    for document, answer in zip(documents, answers(documents)):
        gold = document.mentions
        if options.no_singletons:
            gold, answer = without_singletons(gold), without_singletons(answer)
        counts = [a + b for a, b in zip(counts, (len(gold), len(answer), len(gold.keys() & answer.keys())))]
        for name, measure in zip(totals, (muc, b_cubed, ceaf)):
            row = (*measure(gold, answer), *measure(answer, gold))
            totals[name] = [a + b for a, b in zip(totals[name], row)]
    print("%d mentions, %d found, %d the same" % tuple(counts))
    mean = 0.0
    for name, (hit, all_gold, right, all_found) in totals.items():
        recall, precision = hit / (all_gold or 1), right / (all_found or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        mean += f1 / 3
        print(f"{name:6} P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}")
    print(f"CoNLL {mean:.4f}")
    print("passed" if mean >= 0.55 else "FAILED")
    sys.exit(0 if mean >= 0.55 else 1)


main()
