"""Sentences as word pieces, and batches of them as tensors."""
import os

import numpy as np
import torch

from labels import IGNORE, case_class
from sentences import LAYERS

CLS, SEP, UNK = 101, 102, 100
MAX_PIECES = 8                                  # of one word: URLs and the like keep their first 8


def load_tokenizer(folder):
    from tokenizers import Tokenizer
    tok = Tokenizer.from_file(os.path.join(folder, 'tokenizer.json'))
    tok.no_padding()
    tok.no_truncation()
    return tok


def tokenize(sents, tok):
    """Sets ids (word pieces with [CLS] and [SEP]), case (class per piece) and first (each word's first piece; [CLS] = ROOT)."""
    encoded = tok.encode_batch([s.words for s in sents], is_pretokenized=True, add_special_tokens=False)
    for s, e in zip(sents, encoded):
        pieces = [[] for _ in s.words]
        for i, w in zip(e.ids, e.word_ids):
            pieces[w].append(i)
        s.ids, s.case, s.first = [CLS], [0], [0]
        for w, p in zip(s.words, pieces):
            p = (p or [UNK])[:MAX_PIECES]       # a word of odd characters may have no piece
            s.first.append(len(s.ids))
            s.ids += p
            s.case += [case_class(w)] * len(p)
        s.ids.append(SEP)
        s.case.append(0)


def batches(sents, max_tokens, rng=None):
    """Lists of sentence numbers of similar length, at most max_tokens padded pieces; with rng: jittered and shuffled."""
    key = [len(s.ids) + (rng.uniform(-3, 3) if rng else 0) for s in sents]
    out, cur, longest = [], [], 0
    for i in sorted(range(len(sents)), key=key.__getitem__):
        n = max(longest, len(sents[i].ids))
        if cur and n * (len(cur) + 1) > max_tokens:
            out.append(cur)
            cur, n = [], len(sents[i].ids)
        cur.append(i)
        longest = n
    if cur:
        out.append(cur)
    if rng:
        rng.shuffle(out)
    return out


MASK = 103


def hide(ids, rng, share=0.06):
    """The pieces with some put behind [MASK]: the tree must not hang on single words."""
    return [MASK if i not in (CLS, SEP) and rng.random() < share else i for i in ids]


def collate(sents, labels=True, rng=None):
    B, T, W = len(sents), max(len(s.ids) for s in sents), max(len(s.first) for s in sents)
    r = {'ids': np.zeros((B, T), np.int64), 'case': np.zeros((B, T), np.int64), 'mask': np.zeros((B, T), bool),
         'first': np.zeros((B, W), np.int64), 'wmask': np.zeros((B, W), bool)}
    for b, s in enumerate(sents):
        n, w = len(s.ids), len(s.first)
        r['ids'][b, :n], r['case'][b, :n], r['mask'][b, :n] = hide(s.ids, rng) if rng else s.ids, s.case, True
        r['first'][b, :w], r['wmask'][b, :w] = s.first, True
    if labels:
        for k in LAYERS:
            r[k] = np.full((B, W), IGNORE, np.int64)
            for b, s in enumerate(sents):
                r[k][b, 1:len(s.first)] = s.y[k]
    return {k: torch.from_numpy(v) for k, v in r.items()}
