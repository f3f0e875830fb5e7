"""Copies of training sentences that look as text outside a treebank does, or that name somebody else."""
import collections

from labels import numberize
from news_patterns import news_sentences
from pieces import tokenize
from sentences import LAYERS, Sent, gum_genre

SPOKEN = {'vlog'}
CURLY = {"'": '\u2019', "''": '\u201d', '``': '\u201c', '"': '\u201c', '--': '\u2014', '-': '\u2013', '...': '\u2026'}
LOOKALIKES = {'l': '1', 'I': 'l', 'o': '0', 'O': '0', 'e': 'c', 'c': 'e', 'm': 'rn', 'h': 'b', 'i': 'l', 'S': '5', 'u': 'n'}


def typeset(word):
    """The word with a printer's quotation marks, apostrophes, dashes and ellipses."""
    return CURLY.get(word) or word.replace("'", '\u2019')


def misread(word, rng):
    """The word as a scanner may read it: one letter taken for another, lost or doubled."""
    at = rng.randrange(len(word))
    c = word[at]
    new = LOOKALIKES.get(c) or rng.choice(('', c + c))
    return word[:at] + new + word[at + 1:] or word


def augment(s, rng, lower=0.05, caps=0.03, title=0.02, strip=0.05, curly=0.12, scan=0.02):
    """A copy that looks as text outside a treebank does, or None: lower-cased, an ALL-CAPS or Title Case headline (short
    sentences only), without final punctuation, with typeset marks, or with a few misread words."""
    r, n = rng.random(), len(s.words)
    words, m = list(s.words), n
    last = n > 2 and words[-1] in '.!?;:' and (s.upos is None or s.upos[-1] == 'PUNCT' and n not in s.head)
    for chance, kind in ((lower, 'lower'), (caps, 'caps'), (title, 'title'), (strip, 'strip'), (curly, 'curly'), (scan, 'scan')):
        if r < chance:
            break
        r -= chance
    else:
        return None
    if kind == 'lower':
        words = [w.lower() for w in words]
    elif kind in ('caps', 'title'):
        if n > 25:
            return None
        words = [w.upper() if kind == 'caps' else w[:1].upper() + w[1:] for w in words]
        m = n - last
    elif kind == 'strip':
        m = n - last
    elif kind == 'curly':
        words = [typeset(w) for w in words]
    else:
        words = [misread(w, rng) if len(w) > 3 and rng.random() < 0.12 else w for w in words]
    if m == n and words == s.words:
        return None
    layers = {k: getattr(s, k)[:m] for k in LAYERS if getattr(s, k) is not None}
    return Sent(words[:m], s.sid, **layers)


def name_spans(s):
    """(kind, start, end) of a sentence's names."""
    starts = [i for i, t in enumerate(s.ner) if t[0] == 'B']
    for i in starts:
        j = i + 1
        while j < len(s.ner) and s.ner[j] == 'I' + s.ner[i][1:]:
            j += 1
        yield s.ner[i][2:], i, j


class NamePool:
    """The names of the training data, by kind and number of words; those with a word that is not capitalised are left out."""

    def __init__(self, sents):
        found = collections.defaultdict(set)
        for s in sents:
            for kind, i, j in name_spans(s) if s.ner else ():
                if self.exchangeable(s, i, j):
                    found[kind, j - i].add(tuple(s.words[i:j]))
        self.names = {k: sorted(v) for k, v in found.items()}

    @staticmethod
    def exchangeable(s, i, j):
        return all(w[:1].isupper() for w in s.words[i:j]) and (s.upos is None or set(s.upos[i:j]) == {'PROPN'})

    def rename(self, s, rng, share=0.5):
        """A copy with some names replaced by others of their kind and length, or None where there is none to replace: which
        words are names must be read off their surroundings too.  A set of the same size keeps the tree as it is."""
        words, lemma = list(s.words), list(s.lemma) if s.lemma else None
        for kind, i, j in name_spans(s) if s.ner else ():
            if rng.random() < share and self.exchangeable(s, i, j):
                words[i:j] = rng.choice(self.names[kind, j - i])
                if lemma:
                    lemma[i:j] = words[i:j]
        if words == s.words:
            return None
        return Sent(words, s.sid, **{k: getattr(s, k) for k in LAYERS if k != 'lemma'}, lemma=lemma)


SHARE = {'redocred': 0.5, 'knowledgenet': 0.5, 'wikigold': 0.7, 'wnut17': 0.7}     # of a set that one pass reads
RENAMED = 0.12                                                                     # of the sentences with names
PATTERNS = 0.025                                                                   # of a pass, made by news_patterns.py


def epoch_sentences(sets, V, tok, rng, pool, shares=None):
    """One pass: every sentence of most sets once, half of GUM's spoken genres, MEANTIME (the only pure news set) twice;
    of the sets that `shares` names, that share."""
    shares = SHARE | (shares or {})
    out, new = [], []
    for name, sents in sets.items():
        for s in sents:
            if rng.random() >= shares.get(name, 1) * (0.5 if name == 'gum' and gum_genre(s) in SPOKEN else 1):
                continue
            for _ in range(2 if name == 'meantime' else 1):
                t = pool.rename(s, rng) if rng.random() < RENAMED else None
                t = t or augment(s, rng)
                if t is not None:
                    new.append(t)
                out.append(t or s)
    made = list(news_sentences(pool, rng, int(PATTERNS * len(out))))
    new += made
    out += made
    tokenize(new, tok)
    for s in new:
        numberize(s, V)
    return out
