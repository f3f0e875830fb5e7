"""From scores to trees and names, and how good they are."""
import collections

import numpy as np
import torch

from labels import apply_script
from pieces import batches, collate
from sentences import NAME_TYPES


def max_arborescence(s):
    """Chu-Liu/Edmonds: the best tree rooted at 0; s[dependent, head].  Returns heads, -1 for the root."""
    n = s.shape[0]
    s = s.copy()
    np.fill_diagonal(s, -1e9)
    s[0] = -1e9
    head = s.argmax(1)
    head[0] = -1
    color, cycle = [0] * n, None
    for i in range(1, n):
        path, j = [], i
        while j > 0 and color[j] == 0:
            color[j] = i + 1
            path.append(j)
            j = head[j]
        if j > 0 and color[j] == i + 1:
            cycle = path[path.index(j):]
            break
    if cycle is None:
        return head
    rest = [i for i in range(n) if i not in set(cycle)]     # contract the cycle into node m, solve, expand
    m = len(rest)
    t, enter, leave = np.full((m + 1, m + 1), -1e9), {}, {}
    base = sum(s[c, head[c]] for c in cycle)
    for a, i in enumerate(rest):
        t[a, :m] = s[i, rest]
        if i != 0:
            c = max(cycle, key=lambda c: s[i, c])
            t[a, m], leave[a] = s[i, c], c
        c = max(cycle, key=lambda c: s[c, i] - s[c, head[c]])
        t[m, a], enter[a] = s[c, i] - s[c, head[c]] + base, c
    h, out = max_arborescence(t), head.copy()
    for a, i in enumerate(rest):
        if i != 0:
            out[i] = leave[a] if h[a] == m else rest[h[a]]
    out[enter[h[m]]] = rest[h[m]]
    return out


def decode_tree(s):
    """Best tree with exactly one word under ROOT."""
    s = s.astype(np.float64)
    h = max_arborescence(s)
    roots = [i for i in range(1, len(h)) if h[i] == 0]
    if len(roots) > 1:
        best = None
        for r in roots:
            t = s.copy()
            t[1:, 0] = -1e8
            t[r, 0] = s[r, 0]
            g = max_arborescence(t)
            v = sum(t[i, g[i]] for i in range(1, len(g)))
            if best is None or v > best[0]:
                best = (v, g)
        h = best[1]
    return np.maximum(h, 0)


def bio_viterbi(logits, items):
    """Best well-formed BIO sequence: I-x only after B-x or I-x."""
    allowed = np.array([[b[0] != 'I' or a[0] in 'BI' and a[2:] == b[2:] for b in items] for a in items])
    trans = np.where(allowed, 0.0, -1e9)
    lp = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
    s, back = lp[0] + np.array([0.0 if t[0] != 'I' else -1e9 for t in items]), []
    for x in lp[1:]:
        m = s[:, None] + trans
        back.append(m.argmax(0))
        s = m.max(0) + x
    y = [int(s.argmax())]
    for b in reversed(back):
        y.append(int(b[y[-1]]))
    return [items[i] for i in y[::-1]]


def spans(tags):
    """BIO tags -> {(start, end, type)}"""
    out, start = set(), None
    for i, t in enumerate(list(tags) + ['O']):
        if start is not None and (t[0] != 'I' or t[2:] != start[1]):
            out.add((start[0], i, start[1]))
            start = None
        if t[0] == 'B' or t[0] == 'I' and start is None:
            start = (i, t[2:])
    return out


@torch.no_grad()
def predict(model, sents, V, max_tokens=2048):
    """Yields (sentence, {layer: values}) for tokenised sentences."""
    model.eval()
    for ix in batches(sents, max_tokens):
        ss = [sents[i] for i in ix]
        b = collate(ss, labels=False)
        o = model(b)
        arc = o['arc'].masked_fill(~b['wmask'][:, None, :], -1e4).float().numpy()
        heads = torch.zeros(arc.shape[:2], dtype=torch.long)
        for k, s in enumerate(ss):
            n = len(s.words) + 1
            heads[k, :n] = torch.from_numpy(decode_tree(arc[k, :n, :n]))
        rel = model.labels(o['ld'], o['lh'], heads).argmax(-1).numpy()
        best = {k: o[k].argmax(-1).numpy() for k in ('upos', 'xpos', 'lemma')}
        ner = o['ner'].float().numpy()
        for k, s in enumerate(ss):
            n = len(s.words)
            p = {x: [V[x].items[i] for i in best[x][k, 1:n + 1]] for x in ('upos', 'xpos')}
            p['lemma'] = [apply_script(w, V['lemma'].items[i]) for w, i in zip(s.words, best['lemma'][k, 1:n + 1])]
            p['head'] = heads[k, 1:n + 1].tolist()
            p['rel'] = [V['rel'].items[i] for i in rel[k, 1:n + 1]]
            p['ner'] = bio_viterbi(ner[k, 1:n + 1], V['ner'].items)
            yield s, p


def score(pairs):
    """Accuracies and name P/R/F of (sentence, prediction) pairs.  LAS ignores relation subtypes, las_sub does not;
    punctuation counts."""
    c = collections.Counter()
    for s, p in pairs:
        if s.upos is not None:
            c['n'] += len(s.words)
            for k in ('upos', 'xpos', 'lemma'):
                c[k] += sum(a == b for a, b in zip(p[k], getattr(s, k)))
            for h, r, gh, gr in zip(p['head'], p['rel'], s.head, s.rel):
                if h == gh:
                    c['uas'] += 1
                    c['las'] += r.split(':')[0] == gr.split(':')[0]
                    c['las_sub'] += r == gr
        if s.ner is not None:
            g, q = spans(s.ner), spans(p['ner'])
            for t in NAME_TYPES + ('all',):
                G, Q = ({x for x in y if t in ('all', x[2])} for y in (g, q))
                c['gold', t] += len(G)
                c['pred', t] += len(Q)
                c['hit', t] += len(G & Q)
    pct = lambda a, b: round(100 * a / max(1, b), 2)
    r = {k: pct(c[k], c['n']) for k in ('upos', 'xpos', 'lemma', 'uas', 'las', 'las_sub')} if c['n'] else {}
    if c['gold', 'all']:
        r['ner'] = {t: {'p': pct(c['hit', t], c['pred', t]), 'r': pct(c['hit', t], c['gold', t]),
                        'f': pct(2 * c['hit', t], c['pred', t] + c['gold', t]), 'gold': c['gold', t]} for t in ('all',) + NAME_TYPES}
    return r
