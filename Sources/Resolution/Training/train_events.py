#!/usr/bin/env python3
"""Fits the weights of EventIndex and writes them as Swift.

  quipu annotate --json TEXTS > annotations.jsonl
  train_events.py --stories ECB+ANNOTATIONS --others ANNOTATIONS > ../Stories/EventWeights.swift

The stories are texts named TOPIC_NUMBER with a further word that tells the event, as in ECB+ (Cybulska and Vossen
2014, CC BY 3.0), which has two events of one kind for each topic: documents of one event are the cases for, those of
the other event of the topic cases against. The others are texts of one outlet, which reports each event once, so that
its pairs are cases against: here BBC News 2004-2005 (Greene and Cunningham 2006), without pairs that share most of
their words, which are copies. A case is a pair that begins alike, as EventIndex tells it. Logistic regression by
Newton's method. Needs numpy.
"""
import argparse
import json
import math
import os
import re
import sys
from collections import Counter, defaultdict

import numpy as np

SENTENCES, HEADLINES, ALIKE, COPIES, NUMBERS = 4, 2, 0.2, 0.6, 3             # as Lead and EventIndex
LIGHT = set('accord add announce ask be become begin call claim come do find get give go have include keep know let make need '
            'report say see seem show start take tell think try use want'.split())             # as EventRoleFinder
CONTENT = {'NOUN', 'PROPN', 'VERB', 'NUM', 'ADJ'}


def lead(row):
    words, headline = set(), set()
    for index, sentence in enumerate(sorted(row['sentences'], key=lambda s: s['start'])[:SENTENCES]):
        for token in sentence['tokens']:
            lemma = token['lemma'].lower()
            if token['upos'] in CONTENT and len(lemma.encode()) > 1 and lemma not in LIGHT:
                words.add(lemma)
                if index < HEADLINES:
                    headline.add(lemma)
    return words, headline


def alike(a, b):
    return len(a & b) / math.sqrt(len(a) * len(b)) if a and b else 0.0


def read(path):
    with open(path, encoding='utf-8') as lines:
        for line in lines:
            row = json.loads(line)
            yield row['document'], lead(row)


def cases(documents):
    """The features of each pair that begins alike, and the names of the two."""
    holders = defaultdict(list)
    for d, (_, (words, _)) in enumerate(documents):
        for word in words:
            holders[word].append(d)
    for d, (name, (words, headline)) in enumerate(documents):
        shared = Counter(other for word in words for other in holders[word] if other > d)
        for other in sorted(shared):
            second, (others, title) = documents[other]
            similarity = alike(words, others)
            if ALIKE <= similarity < COPIES:
                numbers = min(sum(w[0].isdigit() for w in words & others), NUMBERS)
                yield [1, similarity, alike(headline, title), numbers], name, second


def event(document):
    """The topic of a document, and which of its events it reports."""
    name = os.path.basename(document).rsplit('.', 1)[0]
    return re.sub(r'_\d+', '_', name)


def fit(x, y, l2=2.0):
    scale = x.std(axis=0)
    scale[0] = 1
    z, w, ridge = x / scale, np.zeros(x.shape[1]), np.diag([0.0] + [l2] * (x.shape[1] - 1))
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ w)
    return w / scale


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--stories', required=True, help='annotations of documents that several report the same events')
    ap.add_argument('--others', required=True, help='annotations of documents that each report other events')
    args = ap.parse_args()
    rows = []
    for values, a, b in cases(list(read(args.stories))):
        if event(a).split('_')[0] == event(b).split('_')[0]:
            rows.append((values, event(a) == event(b)))
    rows += [(values, False) for values, _, _ in cases(list(read(args.others)))]
    x, y = np.array([r[0] for r in rows], float), np.array([r[1] for r in rows], float)
    w = fit(x, y)
    hit = x @ w >= 0
    print('%d pairs, %d of one event; taken for one: precision %.3f, recall %.3f'
          % (len(y), y.sum(), y[hit].mean(), y[hit].sum() / y.sum()), file=sys.stderr)
    print('/// The weights of ``EventIndex/likelihood(_:_:)``: constant, words, headline, numbers; written by\n'
          '/// `Training/train_events.py`.')
    print('enum EventWeights {\n  static let table: [Double] = [%s]\n}' % ', '.join('%.4f' % v for v in w))


if __name__ == '__main__':
    main()
