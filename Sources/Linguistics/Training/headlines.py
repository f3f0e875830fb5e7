#!/usr/bin/env python3
"""Fits the weights of HeadlinePair and writes them as Swift.

  quipu annotate --json TEXTS > annotations.jsonl
  headlines.py --annotations annotations.jsonl --ecb ECB+ --topics 1,3,4,... --gum 'GUM/*.conllu' > ../Coreference/HeadlineWeights.swift

A case is a singular noun phrase of a headline or of the sentences after it, and a thing it may be; the gold speaks of
both. It is one if some chain has mentions of both. ECB+ (Cybulska and Vossen 2014, annotation CC BY 3.0) are CAT files
named TOPIC_NUMBER.xml, GUM (CC BY 4.0, no conversations, no texts for non-commercial use only) CoNLL-U with
Entity= in MISC, a document a file. A text is named as its gold. The shipped weights were fitted on topics 1 to 33 of
ECB+ without 2, 5, 12, 18, 21, 23, 34 and 35, the usual development part, and on GUM's training part. The annotations
must come of a program that does not join headlines yet, that is, one with a threshold that nothing reaches. Needs numpy.
"""
import argparse
import glob
import json
import os
import pathlib
import re
import sys
from collections import Counter, defaultdict

import numpy as np

from cat_chains import cat_chains

NAMES = ('constant named told modifiersShared modifiersNew owned definite sameGender mentions leads rivals cataphoric near '
         'predicateShared agentive').split()
SOURCES = pathlib.Path(__file__).resolve().parents[1] / 'Coreference'
STOPS = {'.', '!', '?', '"', "''", '”'}
REACH, HORIZON, HEADLINES, SEARCHED = 3, 8, 3, 6                                  # as Headlines
OTHERS = {'another', 'different', 'earlier', 'other', 'previous', 'second', 'separate', 'similar', 'third'}
TIMES = set('second minute hour day week month quarter year decade century weekend morning afternoon evening night'.split())
OFFICES = set('shadow deputy vice former assistant acting ex late future'.split())             # as ClusterSummary
AGENT = ('er', 'or', 'ist', 'ian', 'eer')


def swift_words(name, file='NounClasses.swift'):
    text = (SOURCES / file).read_text('utf-8')
    return set(re.search('static let ' + name + r' = words\(\s*"""(.*?)"""', text, re.S).group(1).replace('\\', '').split())


PERSONS, PARTIES, BUSINESSES, BODIES, PLACES, MALE, FEMALE = map(
    swift_words, ('persons', 'parties', 'businesses', 'bodies', 'places', 'male', 'female'))


def noun_kind(noun):
    if noun in PARTIES:
        return None
    if noun in PERSONS or noun.endswith(('woman', 'person')):
        return 'Person'
    if noun.endswith('man') and len(noun) > 5 and noun not in ('human', 'german', 'roman'):
        return 'Person'
    return 'Organization' if noun in BUSINESSES | BODIES else 'Place' if noun in PLACES else None


def agentive(noun):
    return noun_kind(noun) is None and len(noun) > 4 and noun.endswith(AGENT)


def universal(token):
    return token['deprel'].split(':')[0]


class Mention:
    def __init__(self, row, mention, index, inside):
        tokens, children = row['sentences'][index]['tokens'], row['sentences'][index]['children']
        self.sentence, self.tokens, self.kind, self.entity = index, range(inside[0], inside[-1] + 1), mention['kind'], mention['entity']
        self.type = mention['type'] if mention['type'] != 'Thing' else None
        self.head = next(i for i in inside if tokens[i]['head'] not in inside)
        head, own = tokens[self.head], children[self.head]
        self.token, self.lemma = head, head['lemma'].lower()
        self.plural = self.kind == 'nominal' and head['xpos'] in ('NNS', 'NNPS')
        self.words = {tokens[i]['text'].lower() for i in self.tokens} if self.kind == 'name' else set()
        self.modifiers = {tokens[i]['lemma'].lower() for i in own if (i < self.head or universal(tokens[i]) == 'nmod')
                          and universal(tokens[i]) in ('amod', 'compound', 'nmod', 'nummod') and tokens[i]['upos'] != 'PRON'}
        self.numbers = {n for m in self.modifiers for n in re.findall(r'\d+', m)}
        self.numbers |= {n for i in self.tokens if i < self.head for n in re.findall(r'\d+', tokens[i]['text'])}
        self.owned = any(tokens[i]['deprel'] == 'nmod:poss' for i in own)
        determiners = [tokens[i]['text'].lower() for i in own if universal(tokens[i]) == 'det']
        self.definite = self.owned or bool(determiners) and determiners[0] in ('the', 'this', 'that', 'these', 'those', 'both')
        self.refers = (head['upos'] == 'NOUN' and universal(head) != 'compound' and self.lemma not in TIMES and not any(universal(tokens[i]) == 'cop' for i in own))
        self.beside = universal(head) == 'appos' or head['deprel'] == 'nmod:desc'
        self.gender = 'm' if self.lemma in MALE else 'f' if self.lemma in FEMALE else None
        if self.kind == 'pronoun':
            form = head['text'].lower()
            self.gender = 'm' if form in ('he', 'him', 'his', 'himself') else 'f' if form in ('she', 'her', 'hers', 'herself') else None
        elif self.kind == 'name':
            self.gender = None
        after = tokens[self.head + 1] if self.kind == 'nominal' and self.head + 1 < len(tokens) else None
        mixed = any(t['upos'] in ('NOUN', 'VERB', 'ADJ') and not t['text'][:1].isupper() for t in tokens)
        self.before_name = bool(after) and (after['upos'] == 'PROPN' or
                                            mixed and head['text'][:1].isupper() and after['text'][:1].isupper())
        governor = head['head']
        self.clause = governor
        self.predicate = None
        if governor >= 0 and tokens[governor]['upos'] == 'VERB':
            if universal(head) == 'obj' or head['deprel'] == 'nsubj:pass':
                self.predicate = 'o ' + tokens[governor]['lemma'].lower()
            elif universal(head) == 'nsubj':
                self.predicate = 's ' + tokens[governor]['lemma'].lower()
        if self.predicate is None:
            verb = next((tokens[i] for i in own if universal(tokens[i]) == 'acl' and tokens[i]['upos'] == 'VERB'), None)
            if verb:
                self.predicate = ('o ' if verb['xpos'] == 'VBN' else 's ') + verb['lemma'].lower()
        self.told, self.ages = set(), set()
        if self.kind == 'name':
            if self.tokens.start > 0 and tokens[self.tokens.start - 1]['upos'] in ('NOUN', 'PROPN'):
                self.told.add(tokens[self.tokens.start - 1]['lemma'].lower())
            if universal(head) == 'nsubj' and governor >= 0 and any(universal(tokens[i]) == 'cop' for i in children[governor]):
                self.told.add(tokens[governor]['lemma'].lower())
            after = tokens[self.tokens.stop:self.tokens.stop + 2]
            if len(after) == 2 and after[0]['text'] == ',' and after[1]['text'].isdigit():
                self.ages.add(after[1]['text'])
        elif self.kind == 'nominal':
            self.told |= set() if self.modifiers & OFFICES else {self.lemma}
            self.ages = self.numbers


class Thing:
    def __init__(self, mentions):
        self.mentions = mentions
        self.phrases = [m for m in mentions if m.kind == 'nominal']
        self.named = any(m.kind == 'name' for m in mentions)
        self.plural = any(m.plural for m in self.phrases)
        kinds = Counter(m.type for m in mentions if m.type)
        self.kind = kinds.most_common(1)[0][0] if kinds else next(filter(None, (noun_kind(m.lemma) for m in self.phrases)), None)
        self.gender = next((m.gender for m in mentions if m.gender), None)
        self.heads = {m.lemma for m in self.phrases}
        self.told = set().union(*(m.told for m in mentions)) if self.named else set()
        self.words = set().union(*(m.modifiers | m.words for m in mentions)) | self.told
        self.ages = set().union(*(m.ages for m in mentions))
        self.predicates = {m.predicate for m in mentions} - {None}
        self.chains = set()


def things(row):
    starts = [s['start'] for s in row['sentences']]
    for sentence in row['sentences']:
        sentence['children'] = [[] for _ in sentence['tokens']]
        for i, token in enumerate(sentence['tokens']):
            if token['head'] >= 0:
                sentence['children'][token['head']].append(i)
    found = defaultdict(list)
    for mention in row['mentions']:
        index = max(i for i, start in enumerate(starts) if start <= mention['start'])
        inside = [i for i, t in enumerate(row['sentences'][index]['tokens'])
                  if mention['start'] <= t['start'] and t['end'] <= mention['end']]
        if inside:
            found[mention['entity']].append(Mention(row, mention, index, inside))
    heads = {(m.sentence, m.head): m.entity for mentions in found.values() for m in mentions}
    for m in (m for mentions in found.values() for m in mentions):
        owner = next((i for i in row['sentences'][m.sentence]['children'][m.head]
                      if row['sentences'][m.sentence]['tokens'][i]['deprel'] == 'nmod:poss'), None)
        m.owner = heads.get((m.sentence, owner)) if owner is not None else None
    return [Thing(sorted(m, key=lambda m: (m.sentence, m.tokens.start))) for m in found.values()]


def layout(row):
    """The sentences that are headlines, and the first that ends with a stop; as Headlines."""
    ends = [s['tokens'][-1]['text'] in STOPS for s in row['sentences'][:SEARCHED]]
    body = next((i for i, end in enumerate(ends) if end), 0)
    return set(range(min(body, HEADLINES))), body


def agree(a, b):
    if a.kind and b.kind and a.kind != b.kind or a.gender and b.gender and a.gender != b.gender:
        return False
    for m in a.mentions:
        for n in b.mentions:
            if m.owned and n.owned and (m.owner is None or m.owner != n.owner):
                return False
            if m.sentence == n.sentence:
                if m.tokens.start < n.tokens.stop and n.tokens.start < m.tokens.stop or m.clause == n.clause >= 0:
                    return False
                if m.clause == n.head or n.clause == m.head:
                    return False
    return True


def candidates(phrase, all_things, headlines, body):
    m = phrase.phrases[0]
    for other in all_things:
        if other is phrase or other.plural or other.mentions[0].sentence > body + HORIZON:
            continue
        if not (other.named or other.phrases) or m.numbers and other.ages and not m.numbers & other.ages:
            continue
        if other.named:
            told = m.lemma in other.told and m.modifiers <= other.words
            early = m.sentence in headlines or other.mentions[0].sentence >= m.sentence
            introduces = not m.definite and other.kind == 'Person' and (phrase.kind == 'Person' or agentive(m.lemma))
            if m.sentence > body + 1 or not early or not (told and (m.definite or m.sentence in headlines) or introduces):
                continue
        else:
            same = next((n for n in other.phrases if n.lemma == m.lemma and n.refers), None)
            if same is None or same.before_name or same.modifiers & OTHERS or same.sentence == m.sentence:
                continue
            if not (m.sentence in headlines or same.sentence in headlines) or max(m.sentence, same.sentence) > body + REACH:
                continue
        if agree(phrase, other):
            yield other


def features(a, b, others):
    m, told = a.phrases[0], b.named and a.phrases[0].lemma in b.told
    new = m.modifiers - b.words - b.heads
    rest = [o for o in others if o is not b]
    first = b.mentions[0]
    return [1, b.named, told, bool(m.modifiers & b.words), min(len(new), 3), m.owned, m.definite,
            a.gender is not None and a.gender == b.gender, min(len(b.mentions), 8),
            all(2 * len(o.mentions) <= len(b.mentions) for o in rest), min(len(rest), 4),
            (first.sentence, first.tokens.start) > (m.sentence, m.tokens.start),
            min(abs(n.sentence - m.sentence) for n in b.mentions) <= 1, bool(a.predicates & b.predicates), agentive(m.lemma)]


def cases(row):
    everything = things(row)
    headlines, body = layout(row)
    for a in everything:
        m = a.phrases[0] if a.phrases else None
        if a.named or m is None or a.plural or not m.refers or m.beside or m.before_name or m.modifiers & OTHERS:
            continue
        if m.sentence > body + REACH:
            continue
        found = list(candidates(a, everything, headlines, body))
        if found:
            yield a, [(b, features(a, b, found)) for b in found]


def gum_chains(path):
    """What cat_chains tells, of a CoNLL-U file, where a mention ends at its head: the word whose own head is outside."""
    words, open_marks, chains, start, at = [], [], defaultdict(set), 0, 0

    def close(key, last):
        place = max((i for i, (k, _) in enumerate(open_marks) if k == key), default=None)
        if place is not None:
            first = open_marks.pop(place)[1]
            spans.append((key, first, last))
    spans = []
    for line in open(path, encoding='utf-8'):
        fields = line.rstrip('\n').split('\t')
        if line.startswith('1\t'):
            start = len(words)
        if not fields[0].isdigit():
            continue
        at += len(fields[1].replace(' ', ''))
        words.append((at, start + int(fields[6]) - 1 if fields[6] != '0' else -1))
        marks = re.search(r'Entity=([^|]*)', fields[9])
        for mark in re.findall(r'\([^()]*\)?|[^()]+\)', marks.group(1)) if marks else []:
            if mark.startswith('('):
                open_marks.append((mark.strip('()').split('-')[0], len(words) - 1))
            if mark.endswith(')'):
                close(mark.strip('()').split('-')[0], len(words) - 1)
    for key, first, last in spans:
        if '[' not in key:
            heads = [i for i in range(first, last + 1) if not first <= words[i][1] <= last]
            if heads:
                chains[words[heads[0]][0]].add(key)
    return chains


def fit(x, y, weights, l2=1.5, steps=50):
    w, penalty = np.zeros(x.shape[1]), np.eye(x.shape[1]) * l2
    penalty[0, 0] = 1e-3
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x.T * (weights * p * (1 - p))) @ x + penalty, x.T @ (weights * (p - y)) + penalty @ w)
    return w


def labelled(rows, gold):
    for name, row in rows:
        if name not in gold:
            continue
        chains = gold[name]()
        solid = np.cumsum([not c.isspace() for c in row['text']])
        for a, found in cases(row):
            for thing in [a] + [b for b, _ in found]:
                thing.chains = set().union(*(chains.get(int(solid[m.token['end'] - 1]), set())
                                             for m in thing.mentions if m.kind != 'pronoun'))
            for b, values in found:
                if a.chains and b.chains:
                    yield values, bool(a.chains & b.chains)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ('annotations', 'ecb', 'topics', 'gum'):
        ap.add_argument('--' + name, required=True)
    ap.add_argument('--gum-weight', type=float, default=0.5)
    args = ap.parse_args()
    rows = [(os.path.basename(r['document']).rsplit('.', 1)[0], r) for r in map(json.loads, open(args.annotations, encoding='utf-8'))]
    topics = set(args.topics.split(','))
    ecb = {os.path.basename(p)[:-4]: lambda p=p: cat_chains(p) for p in glob.glob(os.path.join(args.ecb, '**', '*.xml'), recursive=True)
           if os.path.basename(p).split('_')[0] in topics}
    gum = {os.path.basename(p)[:-7]: lambda p=p: gum_chains(p) for p in glob.glob(args.gum)}
    news, other = list(labelled(rows, ecb)), list(labelled(rows, gum))
    x = np.array([v for v, _ in news + other], float)
    y = np.array([label for _, label in news + other], float)
    w = fit(x, y, np.array([1.0] * len(news) + [args.gum_weight] * len(other)))
    print('%d cases of news, %d of GUM, %d one; %s' % (len(news), len(other), y.sum(), dict(zip(NAMES, w.round(2).tolist()))), file=sys.stderr)
    values = ['%.4f' % (v + 0.0) for v in w]
    print('/// The weights of ``HeadlinePair/features``, in its order; written by `Training/headlines.py`.')
    print('enum HeadlineWeights {\n  static let table: [Double] = [')
    for start in range(0, len(values), 8):
        print('    ' + ', '.join(values[start:start + 8]) + ',')
    print('  ]\n}')


if __name__ == '__main__':
    main()
