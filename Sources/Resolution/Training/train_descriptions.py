#!/usr/bin/env python3
"""Fits the weights of DescribedPair and writes them as Swift.

  quipu annotate --json TEXTS > annotations.jsonl
  train_descriptions.py --gold ECB+ --annotations annotations.jsonl --topics 1,3,4,... > ../Stories/DescriptionWeights.swift

The gold are CAT files of ECB+ (Cybulska and Vossen 2014, annotation CC BY 3.0), named TOPIC_NUMBER.xml, whose tokens are
the annotated texts' words. Two things of documents of one topic that are called by one noun make a case, if the gold
speaks of both, nothing forbids that they are one, and not both are concepts of all documents; they are one if some
chain has mentions of both. Logistic regression by projected gradient descent: what speaks against identity may weigh
nothing, but never for it, so that noise in the gold turns no reason round. The shipped weights were fitted on topics 1
to 33 without 2, 5, 12, 18, 21, 23, 34 and 35, the usual development part. Needs numpy.
"""
import argparse
import glob
import json
import math
import os
import re
import sys
from collections import Counter, defaultdict

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(__file__), '../../Linguistics/Training'))
from cat_chains import cat_chains  # noqa: E402

NAMES = ('constant similarity root names equal equalBare contained disjoint extra numberDiffers plural possessedOnce '
         'possessedTwice named alone crowd complementsEqual complementsShared complementsOnce complementsDisjoint typed').split()
FOR = set('similarity root names equal alone typed'.split())
UNUSED = set('equalBare contained complementsEqual complementsShared'.split())
DETERMINERS = set('a an the this that these those its his her their our my your some any each every all both either neither no many '
                  'several few most more another other such one two three four five six seven eight nine ten dozens hundreds '
                  'thousands millions billions half'.split())
FUNCTION = set('of and for in on to de at by with from who that which is was were are be been has had have as it he she they'.split())
POSSESSIVES = set('my your his her its our their'.split())
THRESHOLD, SHARED_NAMES = 0.09, 2                                       # as StoryIndex
ALIKE, NEARLY_SAME = 0.2, 0.3                                           # as DescribedPair
INTRODUCERS = set('a an another any no some'.split())


class Thing:
    def __init__(self):
        self.descriptions, self.types, self.chains, self.named, self.concept = set(), Counter(), set(), False, False
        self.definite = set()

    def kind(self):
        return self.types.most_common(1)[0][0] if self.types else None


def describe(tokens, head):
    before = [t['text'].lower() for t in tokens if t['start'] < head['start']]
    after = [w for t in tokens if t['start'] > head['start'] for w in re.findall(r'\w+', t['text'].lower())]
    marks = ("'s", '’s', "'", '’')
    possessed = bool(before) and (before[0] in POSSESSIVES or any(w in marks for w in before))
    return (head['lemma'].lower(), frozenset(w for w in before if w not in DETERMINERS and w not in marks and re.search(r'\w', w)),
            frozenset(w for w in after if w not in DETERMINERS and w not in FUNCTION),
            head['xpos'] in ('NNS', 'NNPS'), possessed)


def things(row, chains):
    text, found, terms = row['text'], defaultdict(Thing), Counter()
    solid = np.cumsum([not c.isspace() for c in text]) if text else []
    sentences = sorted(row['sentences'], key=lambda s: s['start'])
    for mention in row['mentions']:
        sentence = max((s for s in sentences if s['start'] <= mention['start']), key=lambda s: s['start'], default=None)
        if sentence is None:
            continue
        inside = [(i, t) for i, t in enumerate(sentence['tokens']) if mention['start'] <= t['start'] and t['end'] <= mention['end']]
        places = {i for i, _ in inside}
        head = next((t for _, t in inside if t['head'] not in places), None)
        if head is None:
            continue
        thing = found[mention['entity']]
        thing.concept = not re.search('-[0-9a-f]{10}$', mention['entity'])       # of all documents: six digits
        thing.named |= mention['kind'] == 'name'
        if mention['type'] != 'Thing':
            thing.types[mention['type']] += 1
        if mention['kind'] == 'nominal':
            thing.descriptions.add(describe([t for _, t in inside], head))
            if inside[0][1]['text'].lower() not in INTRODUCERS:
                thing.definite.add(head['lemma'].lower())
            terms['noun', head['lemma'].lower()] += 1
        elif mention['kind'] == 'name':
            terms['name', mention['entity']] += 1
        thing.chains |= chains.get(int(solid[head['end'] - 1]), set()) if mention['kind'] != 'pronoun' else set()
    return list(found.values()), terms


def possible(a, b, head, values):
    """As DescribedPair.isPossible."""
    of = dict(zip(NAMES, values))
    alike, nearly = of['similarity'] >= ALIKE, of['similarity'] >= NEARLY_SAME
    equal, new = of['equal'] or of['equalBare'], [not t.named and head not in t.definite for t in (a, b)]
    again = nearly or alike and of['equal']
    known = of['typed'] and (alike or of['equal'] or a.kind() == 'Person')
    return (not of['numberDiffers'] and not of['disjoint'] and (known or again and not of['complementsDisjoint'])
            and not (all(new) and not equal and not of['contained'] and not nearly)
            and (not of['plural'] or again and not of['named'])
            and (not of['named'] or equal and not any(new) and (alike or of['equal'])))


def features(a, b, head, crowd, similarity, names):
    def rank(p, q):
        shared, extra = len(p[1] & q[1]), len(p[1] ^ q[1])
        return (extra > 0, shared < min(len(p[1]), len(q[1])), -shared, extra, p[3] != q[3], len(p[2] ^ q[2]))
    p, q = min(((p, q) for p in a.descriptions for q in b.descriptions if p[0] == q[0] == head),
               key=lambda pair: (rank(*pair), sorted(pair[0][1]), sorted(pair[1][1])))
    shared, extra = len(p[1] & q[1]), len(p[1] ^ q[1])
    bare, equal, contained = not p[1] and not q[1], p[1] == q[1], shared == min(len(p[1]), len(q[1]))
    both, one = p[2] & q[2], bool(p[2]) != bool(q[2])
    kind = [t.kind() for t in (a, b)]
    return [1, similarity, math.sqrt(similarity), min(names, 6) / 6, equal and not bare, bare, contained and not equal,
            not contained and not shared, min(extra, 4), p[3] != q[3], p[3] and q[3], p[4] + q[4] == 1, p[4] + q[4] == 2,
            a.named or b.named, crowd == (1, 1), min(crowd[0], 4) + min(crowd[1], 4) - 2, bool(p[2]) and p[2] == q[2],
            bool(both) and p[2] != q[2], one, bool(p[2]) and bool(q[2]) and not both, kind[0] is not None and kind[0] == kind[1]]


def cases(documents):
    holders = Counter(term for _, terms in documents.values() for term in terms)
    vectors = {}
    for name, (_, terms) in documents.items():
        vector = {t: (1 + math.log(n)) / (1 + math.log(holders[t])) for t, n in terms.items()}
        norm = math.sqrt(sum(v * v for v in vector.values())) or 1
        vectors[name] = {t: v / norm for t, v in vector.items()}
    for first in documents:
        for second in documents:
            if not (first < second and first.split('_')[0] == second.split('_')[0]):
                continue
            common = vectors[first].keys() & vectors[second].keys()
            similarity = sum(vectors[first][t] * vectors[second][t] for t in sorted(common))
            names = sum(t[0] == 'name' for t in common)
            if similarity < THRESHOLD or names < SHARED_NAMES:
                continue
            by_head = [defaultdict(list), defaultdict(list)]
            for side, name in enumerate((first, second)):
                for thing in documents[name][0]:
                    for head in {d[0] for d in thing.descriptions}:
                        by_head[side][head].append(thing)
            for head in sorted(by_head[0].keys() & by_head[1].keys()):
                crowd = len(by_head[0][head]), len(by_head[1][head])
                for a in by_head[0][head]:
                    for b in by_head[1][head]:
                        if not a.chains or not b.chains or a.named and b.named:
                            continue
                        if not a.named and not b.named and a.concept and b.concept:
                            continue
                        values = features(a, b, head, crowd, similarity, names)
                        if possible(a, b, head, values):
                            yield values, bool(a.chains & b.chains)


def fit(x, y, l2=1.0, steps=6000, rate=0.5):
    low = np.array([-9 if n == 'constant' or n not in FOR | UNUSED else 0 for n in NAMES], float)
    high = np.array([9 if n == 'constant' or n in FOR else 0 for n in NAMES], float)
    w = np.zeros(x.shape[1])
    for _ in range(steps):
        w = np.clip(w - rate * (x.T @ (1 / (1 + np.exp(-x @ w)) - y) + l2 * w) / len(y), low, high)
    return w


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--gold', required=True)
    ap.add_argument('--annotations', required=True)
    ap.add_argument('--topics', required=True, help='numbers of the topics to learn from, with commas')
    args = ap.parse_args()
    topics, documents = set(args.topics.split(',')), {}
    paths = {os.path.basename(p)[:-4]: p for p in glob.glob(os.path.join(args.gold, '**', '*.xml'), recursive=True)}
    for line in open(args.annotations, encoding='utf-8'):
        row = json.loads(line)
        name = os.path.basename(row['document']).rsplit('.', 1)[0]
        if name in paths and name.split('_')[0] in topics:
            documents[name] = things(row, cat_chains(paths[name]))
    rows = list(cases(documents))
    x, y = np.array([r[0] for r in rows], float), np.array([r[1] for r in rows], float)
    w = fit(x, y)
    print('%d cases, %d of them one; %s' % (len(y), y.sum(), dict(zip(NAMES, w.round(2).tolist()))), file=sys.stderr)
    for limit in (0.5, 0.6, 0.7, 0.8):
        hit = 1 / (1 + np.exp(-x @ w)) >= limit
        print('from %.1f: precision %.3f, recall %.3f' % (limit, y[hit].mean(), y[hit].sum() / y.sum()), file=sys.stderr)
    values = ['%.4f' % (v + 0.0) for v in w]
    print('/// The weights of ``DescribedPair/featureNames``; written by `Training/train_descriptions.py`.')
    print('enum DescriptionWeights {\n  static let table: [Double] = [')
    for start in range(0, len(values), 8):
        print('    ' + ', '.join(values[start:start + 8]) + ',')
    print('  ]\n}')


if __name__ == '__main__':
    main()
