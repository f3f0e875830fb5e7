#!/usr/bin/env python3
"""Scores a checkpoint with gold words and sentences.

  evaluate.py CHECKPOINT --bert MINILM --data DATA [--lexicon lemmas.tsv]

The sets: EWT dev (with names), GUM dev (all genres, and the free ones alone), WikiGold's held-out part.
"""
import argparse
import json

import torch

from decoding import predict, score
from network import load_checkpoint
from pieces import load_tokenizer, tokenize
from sentences import GUM_FREE, attach_names, gum_genre, read_conllu, read_iob, read_uner


def load_sets(folder):
    ewt = read_conllu(folder + '/ewt.dev.conllu')
    attach_names(ewt, read_uner(folder + '/uner/en_ewt-ud-dev.iob2'))
    gum = read_conllu(folder + '/gum.dev.conllu')
    yield 'ewt_dev', ewt
    yield 'gum_dev', gum
    yield 'gum_dev_free', [s for s in gum if gum_genre(s) in GUM_FREE]
    yield 'wikigold_heldout', read_iob(folder + '/ner/wikigold.heldout.iob')


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('checkpoint')
    ap.add_argument('--bert', required=True)
    ap.add_argument('--data', required=True)
    ap.add_argument('--lexicon')
    a = ap.parse_args()
    torch.set_num_threads(1)
    model, V = load_checkpoint(a.checkpoint)
    tok, lemma = load_tokenizer(a.bert), {}
    if a.lexicon:
        rows = (line.rstrip('\n').split('\t') for line in open(a.lexicon, encoding='utf8'))
        lemma = {(f, u): l for f, u, l in rows}

    def run(sents):
        for s, p in predict(model, sents, V):
            p['lemma'] = [lemma.get((w.lower(), u), l) for w, u, l in zip(s.words, p['upos'], p['lemma'])]
            yield s, p

    for name, sents in load_sets(a.data):
        tokenize(sents, tok)
        print(name, len(sents), json.dumps(score(run(sents))), flush=True)


if __name__ == '__main__':
    main()
