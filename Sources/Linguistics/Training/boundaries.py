#!/usr/bin/env python3
"""Trains the scorer of sentence boundaries that no rule finds: Models/english/boundaries.qsb (layout: schema/model-format.md).

  boundaries.py --data DATA OUT.qsb

A logistic regression over what stands around the gap between two tokens, trained on all gaps inside the paragraphs of EWT
and of GUM's free genres.  What counts is the mail, the forum post and the review whose sentences end without a stop.
Features are numbers (hashes); BoundaryFeatures.swift makes the same ones.
"""
import argparse
import struct

import numpy as np
import torch

from sentences import GUM_FREE

BASIS, PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1
LONGEST = 14                                    # bytes of a word that is a feature itself
THRESHOLD = 0.75                                # log odds from which a gap is a boundary


def fnv(data):
    h = BASIS
    for byte in data:
        h = (h ^ byte) * PRIME & MASK
    return h


def shape(word):
    """The kinds of a word's first bytes, with runs cut to two; an address is one kind."""
    if b'@' in word and len(word) > 3:
        return b'@'
    if word.startswith((b'http', b'www.')):
        return b'u'
    out = bytearray()
    for c in word[:8]:
        kind = ord('X') if 65 <= c <= 90 else ord('x') if 97 <= c <= 122 or c >= 128 else ord('0') if 48 <= c <= 57 else c
        if out[-2:] != bytes((kind, kind)):
            out.append(kind)
    return bytes(out)


def plain(word):
    """The word in small letters with 0 for digits, or one sign for all long words."""
    if len(word) > LONGEST:
        return b'<long>'
    return bytes(48 if 48 <= c <= 57 else c + 32 if 65 <= c <= 90 else c for c in word)


def bucket(n):
    return n if n < 5 else 5 + min(4, (n - 5) // 5)


def combine(parts):
    h = 0
    for part in parts:
        h = (h ^ part) * PRIME & MASK
        h ^= h >> 29
    return h


class Block:
    """The tokens of a paragraph, and what the features take of each."""
    START, END = fnv(b'<'), fnv(b'>')
    cache = {}

    def __init__(self, forms, spaced):
        self.count, self.spaced = len(forms), spaced
        facts = [self.facts(f) for f in forms]
        self.form, self.word, self.shape = zip(*facts)

    @classmethod
    def facts(cls, form):
        if form not in cls.cache:
            raw = form.encode()
            cls.cache[form] = fnv(raw), fnv(plain(raw)), fnv(shape(raw))
        return cls.cache[form]

    def features(self, i, start):
        """The features of the gap before token i in a sentence that begins at start."""
        before = lambda a, d: a[i - d] if i - d >= start else self.START
        after = lambda a, d: a[i + d] if i + d < self.count else self.END
        w, s, space, size = self.word, self.shape, int(self.spaced[i]), bucket(i - start)
        p1, p2, n1, n2 = before(w, 1), before(w, 2), after(w, 0), after(w, 1)
        P1, P2, P3, N1, N2, N3 = before(s, 1), before(s, 2), before(s, 3), after(s, 0), after(s, 1), after(s, 2)
        return [combine(x) for x in (
            (1, space), (2, p1, space), (3, n1, space), (4, p1, n1, space), (5, P1, N1, space), (6, p2, p1), (7, n1, n2),
            (8, P2, P1, N1, N2, space), (9, p1, N1, space), (10, P1, n1, space), (11, N1, N2, N3), (12, P3, P2, P1),
            (13, size, P1, N1), (14, s[start], N1, size), (15, w[start], N1, size), (16, before(self.form, 1)),
            (17, self.form[i]), (18, N1, n2), (19, p2, P1, N1), (20, P3, P2, P1, N1, N2, N3),
            (21, bucket(self.count - i), N1), (22, size, P1, n1))]


def blocks(path, keep=lambda sid: True):
    """(block, boundaries) of each paragraph; a boundary is the number of the token that begins the next sentence."""
    out, forms, spaced, ends, space, kept, rows, last, after = [], [], [], set(), True, True, 0, 0, True
    for line in list(open(path, encoding='utf8')) + ['# newdoc']:
        line = line.rstrip('\n')
        if line.startswith(('# newdoc', '# newpar')):
            if forms:
                out.append((Block(forms, spaced), ends))
            forms, spaced, ends, space = [], [], set(), True
        elif line.startswith('# sent_id'):
            kept = keep(line.split('=')[1].strip())
        elif line and line[0] != '#' and kept:
            c = line.split('\t')
            free = 'SpaceAfter=No' not in c[9]
            if '-' in c[0]:                     # the words of a range are written together
                last, after = int(c[0].split('-')[1]), free
            elif c[0].isdigit():
                forms.append(c[1])
                spaced.append(space)
                rows, number = rows + 1, int(c[0])
                space = free if number > last else after if number == last else False
        elif not line and rows:
            ends.add(len(forms))
            rows = last = 0
    return out


def examples(data):
    for block, ends in (blocks(f'{data}/ewt.train.conllu')
                        + blocks(f'{data}/gum.train.conllu', lambda sid: sid.split('_')[1] in GUM_FREE)):
        start = 0
        for i in range(1, block.count):
            yield block.features(i, start), i in ends
            if i in ends:
                start = i


def train(data, least, epochs=6, batch=256, decay=3e-6):
    """Weights by feature: AdaGrad, the mean of the last three readings; features seen less than `least` times are left out."""
    number, rows, labels = {}, [], []
    for features, label in examples(data):
        rows.append([number.setdefault(f, len(number)) for f in features])
        labels.append(float(label))
    x, y = torch.tensor(rows), torch.tensor(labels)
    del rows
    seen = torch.bincount(x.flatten(), minlength=len(number)) >= least
    new = torch.where(seen, seen.cumsum(0), 0)
    x = new[x]
    w = torch.zeros(int(seen.sum()) + 1)
    g2, mean = torch.full_like(w, 1e-3), torch.zeros_like(w)
    for epoch in range(epochs):
        loss = 0.0
        for j in torch.randperm(len(y)).split(batch):
            score = w[x[j]].sum(1)
            error = torch.sigmoid(score) - y[j]
            loss += float(torch.nn.functional.binary_cross_entropy_with_logits(score, y[j], reduction='sum'))
            used, place = torch.unique(x[j], return_inverse=True)
            g = torch.zeros(len(used)).index_add_(0, place.flatten(), error[:, None].expand_as(place).flatten()) + decay * batch * w[used]
            g[used == 0] = 0                    # the features that are left out
            g2[used] += g * g
            w[used] -= 0.15 * g / g2[used].sqrt()
        print('epoch', epoch + 1, 'loss', round(loss / len(y), 5), flush=True)
        if epoch >= epochs - 3:
            mean += w / 3
    return {f: float(mean[new[i]]) for f, i in number.items() if seen[i]}


def write(weights, path, smallest):
    """An open-addressing table: 16 bits of the hash and the weight in steps at the hash's place or the next free one."""
    step = max(abs(v) for v in weights.values()) / 127
    kept = {f: round(v / step) for f, v in weights.items() if abs(v) >= smallest and round(v / step)}
    bits = 1
    while 1 << bits < 1.4 * len(kept):
        bits += 1
    check, value = np.zeros(1 << bits, '<u2'), np.zeros(1 << bits, np.int8)
    for f in sorted(kept):
        at = f & (1 << bits) - 1
        while value[at]:
            at = (at + 1) & (1 << bits) - 1
        check[at], value[at] = f >> 48, kept[f]
    with open(path, 'wb') as out:
        out.write(struct.pack('<8sIIff', b'QUIPUSBD', 1, bits, step, THRESHOLD) + check.tobytes() + value.tobytes())
    print(path, len(kept), 'features in', 1 << bits, 'places')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True)
    ap.add_argument('--least', type=int, default=3, help='times that a feature must occur')
    ap.add_argument('--smallest', type=float, default=0.25, help='weights nearer to zero are left out')
    ap.add_argument('out')
    a = ap.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    write(train(a.data, a.least), a.out, a.smallest)


if __name__ == '__main__':
    main()
