"""Labels as numbers: tags, relations, names, and lemmas as edit scripts; and the class of a word's capitals."""
import collections

from sentences import NAME_TYPES

IGNORE = -100                                   # label of a word that has no annotation in a layer


def lemma_script(form, lemma):
    """How to make the lemma from the form: '=' copy, '!x' the lemma itself, or
    case|chars cut at the start|text put there|chars cut at the end|text put there, on the lower-cased form;
    case is L(ower), T(itle) or U(pper)."""
    f, l, case = form.lower(), lemma, 'L'
    if lemma != lemma.lower():
        if lemma == form:
            return '='
        if lemma[:1].isupper() and lemma[1:] == lemma[1:].lower():
            case = 'T'
        elif lemma == lemma.upper():
            case = 'U'
        else:
            return '!' + lemma
        l = lemma.lower()
    best = (0, 0, 0)                            # longest common substring: start in f, start in l, length
    for i in range(len(f)):
        for j in range(len(l)):
            k = 0
            while i + k < len(f) and j + k < len(l) and f[i + k] == l[j + k]:
                k += 1
            if k > best[2]:
                best = (i, j, k)
    i, j, k = best
    return '%s|%d|%s|%d|%s' % (case, i, l[:j], len(f) - i - k, l[j + k:]) if k else '!' + lemma


def apply_script(form, script):
    if script == '=':
        return form
    if script[0] == '!':
        return script[1:]
    case, start, prefix, end, suffix = script.split('|', 4)
    f = form.lower()
    l = prefix + f[int(start):len(f) - int(end)] + suffix
    return l if case == 'L' else l.upper() if case == 'U' else l[:1].upper() + l[1:]


def case_class(word):
    """0 no letters, 1 lower, 2 Title, 3 UPPER (more than one letter), 4 miXed, 5 has a digit"""
    if any(c.isdigit() for c in word):
        return 5
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 0
    if all(c.islower() for c in letters):
        return 1
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return 2
    return 3 if all(c.isupper() for c in letters) else 4


class Vocab:
    def __init__(self, items):
        self.items = list(items)
        self.ix = {x: i for i, x in enumerate(self.items)}

    def __len__(self):
        return len(self.items)

    def get(self, x):
        return self.ix.get(x, IGNORE)


def build_vocabs(sents):
    V, parsed = {}, [s for s in sents if s.upos is not None]
    for k in ('upos', 'xpos', 'rel'):
        V[k] = Vocab(sorted({x for s in parsed for x in getattr(s, k)}))
    count = collections.Counter(lemma_script(f, l) for s in parsed for f, l in zip(s.words, s.lemma))
    for s in parsed[::7]:                       # scripts that only ALL-CAPS or lower-cased text needs
        for f, l in zip(s.words, s.lemma):
            for g in (f.upper(), f.lower()):
                count[lemma_script(g, l)] += 1
    V['lemma'] = Vocab([x for x, n in count.most_common() if n >= 4])
    V['ner'] = Vocab(['O'] + [p + t for t in NAME_TYPES for p in ('B-', 'I-')])
    return V


def numberize(s, V):
    none = [IGNORE] * len(s.words)
    if s.upos is None:
        s.y = {k: none for k in ('upos', 'xpos', 'lemma', 'head', 'rel')}
    else:
        s.y = {k: [V[k].get(x) for x in getattr(s, k)] for k in ('upos', 'xpos', 'rel')}
        s.y['lemma'] = [V['lemma'].get(lemma_script(f, l)) for f, l in zip(s.words, s.lemma)]
        s.y['head'] = s.head
    s.y['ner'] = [V['ner'].get(x) for x in s.ner] if s.ner is not None else none
