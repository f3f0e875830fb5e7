#!/usr/bin/env python3
"""Fits the weights of NameMatcher and writes them as Swift.

  train_names.py [--l2 0.0002] < cases.jsonl > ../Comparison/NameWeights.swift

Reads JSON Lines: {"schema": "Person", "match": true, "features": {"whole": 0.86, ...}}, the features being `NamePair.features`
of a case's two names under `NamePair.featureNames`, which a test of Resolution can write. Rows with "random": true are pairs
of unrelated names, which only train: the cases alone hold too few plain strangers. Two logistic regressions, one for
persons and one for the rest, by Adam; prints to stderr the F1 of five-fold cross-validation, mean of four shufflings, and
the F1 of the fit. Needs numpy. The shipped weights were fitted on the even half of OpenSanctions' name_bench (MIT licence).
"""
import argparse
import json
import random
import sys

import numpy as np

PERSONS = ('Person', 'LegalEntity')


def fit(x, y, l2, steps=3000, rate=0.02):
    w, m, v = (np.zeros(x.shape[1]) for _ in range(3))
    shrink = np.full(x.shape[1], l2)
    shrink[-1] = 0                                                  # the constant
    for t in range(1, steps + 1):
        g = x.T @ (1 / (1 + np.exp(-x @ w)) - y) / len(y) + shrink * w
        m, v = 0.9 * m + 0.1 * g, 0.99 * v + 0.01 * g * g
        w -= rate * (m / (1 - 0.9 ** t)) / (np.sqrt(v / (1 - 0.99 ** t)) + 1e-8)
    return w


def f1(hit, gold):
    return 2 * (hit & gold).sum() / max(1, hit.sum() + gold.sum())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--l2', type=float, default=0.0002)
    a = ap.parse_args()
    rows = [json.loads(line) for line in sys.stdin]
    names = list(rows[0]['features'])
    x = np.array([[r['features'][n] for n in names] for r in rows])
    y = np.array([r['match'] for r in rows])
    drawn = np.array([r.get('random', False) for r in rows])
    person = np.array([r['schema'] in PERSONS for r in rows])

    def predict(train, test):
        p = np.zeros(len(test))
        for kind in (True, False):
            tr, te = train[person[train] == kind], person[test] == kind
            p[te] = x[test[te]] @ fit(x[tr], y[tr].astype(float), a.l2)
        return p > 0

    every, means = np.arange(len(y)), []
    cases = every[~drawn]
    for seed in range(4):
        order = cases.copy()
        random.Random(seed).shuffle(order)
        hit = np.zeros(len(y), bool)
        for k in range(5):
            test = order[k::5]
            hit[test] = predict(np.setdiff1d(every, test), test)
        means.append(f1(hit[cases], y[cases]))
    print('cross-validated F1 %.3f, fitted F1 %.3f' % (np.mean(means), f1(predict(every, cases), y[cases])), file=sys.stderr)
    print('/// The weights of ``NamePair/featureNames``; written by `Training/train_names.py`.\nenum NameWeights {')
    for name, kind in (('person', True), ('other', False)):
        w = fit(x[person == kind], y[person == kind].astype(float), a.l2)
        print('  static let %s: [Double] = [' % name)
        for i in range(0, len(w), 8):
            print('    ' + ', '.join('%.4f' % v for v in w[i:i + 8]) + ',')
        print('  ]')
    print('}')


if __name__ == '__main__':
    main()
