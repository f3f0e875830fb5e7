#!/usr/bin/env python3
"""Prepares names from corpora that annotate only some of them.

  partial_names.py --redocred FILE --knowledgenet FILE --data DATA
      DATA holds {ewt,gum}.train.conllu, which tell nationalities and pronouns from names.  Writes DATA/ner/*.iob, word and
      tag, PER/ORG/LOC in BIO; the tag ? is unknown, and the training skips it:
        redocred       Re-DocRED's development part.  ? are works, events and products, which it marks as one kind, and
                       words with capitals that it marks as nothing
        knowledgenet   folds 1 and 2.  Known are the subjects and objects of its facts, whose property tells their kind,
                       and that words without capitals are no names
"""
import argparse
import collections
import json
import re

from corpora import bio, tidy, write
from sentences import GUM_FREE, gum_genre, read_conllu

UNKNOWN = '?'
WORD = re.compile(r"(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Co|Corp|Inc|Ltd|No|Gen|Sen|Rep|Gov|Prof)\.|\w+?(?=n['’]t\b)|n['’]t\b"
                  r"|['’](?:s|re|ve|ll|d|m)\b|\d[\d.,:]*\d|\w+|[^\w\s]", re.I)
SENTENCE_END = re.compile(r'(?<=[.!?])["”)]?\s+(?=["“(]?[A-Z])')

# the kinds of the subject and the object of a fact
PROPERTIES = {'DATE_OF_BIRTH': ('PER', None), 'DATE_OF_DEATH': ('PER', None), 'PLACE_OF_RESIDENCE': ('PER', 'LOC'),
              'PLACE_OF_BIRTH': ('PER', 'LOC'), 'NATIONALITY': ('PER', None), 'EMPLOYEE_OR_MEMBER_OF': ('PER', 'ORG'),
              'EDUCATED_AT': ('PER', 'ORG'), 'POLITICAL_AFFILIATION': ('PER', 'ORG'), 'CHILD_OF': ('PER', 'PER'),
              'SPOUSE': ('PER', 'PER'), 'DATE_FOUNDED': ('ORG', None), 'HEADQUARTERS': ('ORG', 'LOC'),
              'SUBSIDIARY_OF': ('ORG', 'ORG'), 'FOUNDED_BY': ('ORG', 'PER'), 'CEO': ('ORG', 'PER')}


def capital(word):
    return any(c.isupper() for c in word)


def never_names(data):
    """Capitalised forms that the treebanks have, more often than not, as another part of speech than as a proper noun in the
    singular: American, Catholics, He, When."""
    count = collections.defaultdict(collections.Counter)
    for name in ('ewt', 'gum'):
        for s in read_conllu(f'{data}/{name}.train.conllu'):
            if name == 'ewt' or gum_genre(s) in GUM_FREE:
                for word, upos, xpos in zip(s.words, s.upos, s.xpos):
                    if word[:1].isupper():
                        count[word][upos != 'PROPN' or xpos == 'NNPS'] += 1
    return {w for w, c in count.items() if c[True] > c[False]}


def blank(words, never):
    """The tags of words outside the known names: O, and ? for those with capitals that may be names all the same."""
    alone = lambda i: not any(capital(w) for w in words[max(0, i - 1):i] + words[i + 1:i + 2])
    return [UNKNOWN if capital(w) and not (w in never and alone(i)) else 'O' for i, w in enumerate(words)]


def redocred(path, never):
    for document in json.load(open(path, encoding='utf8')):
        mentions = collections.defaultdict(list)
        for entity in document['vertexSet']:
            for m in entity:
                mentions[m['sent_id']].append((m['type'], *m['pos']))
        for number, words in enumerate(document['sents']):
            words = [w.strip() or '-' for w in words]
            names, tags = [], blank(words, never)
            for kind, i, j in mentions[number]:
                known = kind in ('PER', 'ORG', 'LOC')
                tags[i:j] = ['O' if kind in ('TIME', 'NUM') else UNKNOWN] * (j - i)
                if known and j == i + 1 and words[i] in never:
                    tags[i] = 'O'
                elif known and capital(words[j - 1]) and not (kind != 'PER' and re.search('(ian|ish|ese|ic|ist)s?$', words[j - 1])):
                    names.append((kind, *tidy(kind, i, j, words)))
                    tags[i:j] = ['O'] * (j - i)
            yield None, words, [n if n != 'O' else t for n, t in zip(bio(len(words), names), tags)]


def knowledgenet(path, never, folds=('1', '2')):
    for document in json.load(open(path, encoding='utf8')):
        if str(document['fold']) not in folds:
            continue
        for passage in document['passages']:
            text, base = passage['passageText'], passage['passageStart']
            spans = set()
            for fact in passage['facts']:
                for kind, side in zip(PROPERTIES.get(fact['property'], (None, None)), ('subject', 'object')):
                    if kind:
                        spans.add((kind, fact[side + 'Start'] - base, fact[side + 'End'] - base))
            cuts = [0] + [m.end() for m in SENTENCE_END.finditer(text)] + [len(text)]
            for start, end in zip(cuts, cuts[1:]):
                found = [m for m in WORD.finditer(text, start, end)]
                words, names = [m.group() for m in found], []
                for kind, a, b in spans:
                    inside = [i for i, m in enumerate(found) if a <= m.start() and m.end() <= b]
                    if (inside and all(capital(words[i]) for i in (inside[0], inside[-1])) and words[inside[-1]] not in never
                            and not any(words[i] in (',', '(', ')') for i in inside)):
                        names.append((kind, *tidy(kind, inside[0], inside[-1] + 1, words)))
                if names:
                    yield None, words, [n if n != 'O' else t for n, t in zip(bio(len(words), names), blank(words, never))]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for x in ('redocred', 'knowledgenet', 'data'):
        ap.add_argument('--' + x, required=True)
    a = ap.parse_args()
    never = never_names(a.data)
    write(f'{a.data}/ner/redocred.iob', list(redocred(a.redocred, never)))
    write(f'{a.data}/ner/knowledgenet.iob', list(knowledgenet(a.knowledgenet, never)))


if __name__ == '__main__':
    main()
