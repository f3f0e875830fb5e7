#!/usr/bin/env python3
"""Fits the weights of ConfidenceModel and writes them as Swift.

  quipu triples --json --clauses --features --lines SENTENCES.txt > P.jsonl
  fit_confidence.py SENTENCES.txt P.jsonl GOLD.tsv [SENTENCES P GOLD …] > ../Confidence/PropositionWeights.swift

GOLD holds hand-made propositions: sentence, predicate, subject, object and more, separated by tabs. A proposition is
matched with a gold one, one to one and best first; its target is the mean of the share of its words that the gold
proposition has and of the share of the gold proposition's words that it has; 0 without a match. A logistic regression
on these targets by Adam; prints to stderr the rank correlation of five-fold cross-validation. Needs numpy. The shipped
weights were fitted on half of CaRB's development part (MIT licence), the sentences whose SHA-1 begins with an even
byte; of the other half nothing was looked at. ConfidenceWeights, of clauses before they are put in words, were fitted
in the same way to the first share alone, with --whole propositions and without the features of their wording.
"""
import argparse
import collections
import json
import random
import sys

import numpy as np

BE = {'be', 'is', 'am', 'are', 'was', 'were', 'been', 'being'}


def bag(text):
    return collections.Counter(text.split())


def shared(ours, gold):
    """The shares of our words and of the gold proposition's that both have, slot by slot; 0 if no word of the predicate is."""
    predicate = sum((ours[0] & gold[0]).values())
    if 'be' in ours[0] - gold[0] and BE & set(gold[0]):
        predicate += 1
    if not predicate or (gold[2] and not ours[2]):
        return 0.0, 0.0
    hits = predicate + sum(sum((a & b).values()) for a, b in zip(ours[1:], gold[1:]))
    return tuple(hits / sum(sum(slot.values()) for slot in side) for side in (ours, gold))


def read(sentences, propositions, gold):
    lines = [line.rstrip('\n') for line in open(sentences, encoding='utf-8')]
    wanted = collections.defaultdict(list)
    for line in open(gold, encoding='utf-8'):
        fields = line.rstrip('\n').split('\t')
        slots = [f for f in fields[3:] if 'C: ' not in f]
        wanted[fields[0].replace(' ', '')].append((bag(fields[1]), bag(fields[2]), bag(' '.join(slots))))
    ours = collections.defaultdict(list)
    for line in open(propositions, encoding='utf-8'):
        row = json.loads(line)
        ours[lines[row['line']].replace(' ', '')].append(row)
    for key, rows in ours.items():
        bags = [(bag(r['predicate']), bag(r['subject']), bag(' '.join(r['arguments']))) for r in rows]
        pairs = sorted(((shared(a, b), i, j) for i, a in enumerate(bags) for j, b in enumerate(wanted[key])), reverse=True)
        targets, used = [0.0] * len(rows), set()
        taken = set()
        for value, i, j in pairs:
            if i not in taken and j not in used:
                taken.add(i)
                used.add(j)
                targets[i] = sum(value) / 2
        if wanted[key]:
            yield key, [(r['features'], t) for r, t in zip(rows, targets)]


def fit(x, y, l2, constant, steps=3000, rate=0.02):
    w, m, v = (np.zeros(x.shape[1]) for _ in range(3))
    shrink = np.full(x.shape[1], l2)
    shrink[constant] = 0
    for t in range(1, steps + 1):
        g = x.T @ (1 / (1 + np.exp(-x @ w)) - y) / len(y) + shrink * w
        m, v = 0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g * g
        w -= rate * (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.99 ** t)) + 1e-8)
    return w


def ranks(values):
    return np.argsort(np.argsort(values))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('files', nargs='+')
    ap.add_argument('--l2', type=float, default=0.002)
    a = ap.parse_args()
    groups = [g for i in range(0, len(a.files), 3) for _, g in read(*a.files[i:i + 3])]
    names = sorted({name for group in groups for features, _ in group for name in features})
    place = {name: i for i, name in enumerate(names)}

    def table(chosen):
        rows = [row for group in chosen for row in group]
        x = np.zeros((len(rows), len(names)))
        for i, (features, _) in enumerate(rows):
            for name, value in features.items():
                x[i, place[name]] = value
        return x, np.array([t for _, t in rows])

    random.Random(1).shuffle(groups)
    scores = []
    for fold in range(5):
        x, y = table([g for i, g in enumerate(groups) if i % 5 != fold])
        w = fit(x, y, a.l2, place['bias'])
        x, y = table([g for i, g in enumerate(groups) if i % 5 == fold])
        scores.append(np.corrcoef(ranks(x @ w), ranks(y))[0, 1])
    print('rank correlation %.3f' % np.mean(scores), file=sys.stderr)
    x, y = table(groups)
    w = fit(x, y, a.l2, place['bias'])
    print('/// The weights of ``ConfidenceModel`` for propositions; written by `Training/fit_confidence.py`.')
    print('enum PropositionWeights {\n  static let table: [ConfidenceFeature: Double] = [')
    for name in names:
        print('    .%s: %.2f,' % (name, w[place[name]]))
    print('  ]\n}')


if __name__ == '__main__':
    main()
