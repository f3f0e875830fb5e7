#!/usr/bin/env python3
"""A checkpoint as the folder that convert.py packs: model.pt (fp16 state dict), labels.json, vocab.txt and lemmas.tsv.

  export.py CHECKPOINT --vocab vocab.txt --lemmas lemmas.tsv --out FOLDER
"""
import argparse
import json
import os
import shutil

import torch

from network import load_checkpoint
from pieces import CLS, MAX_PIECES, SEP, UNK


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('checkpoint')
    for x in ('vocab', 'lemmas', 'out'):
        ap.add_argument('--' + x, required=True)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    m, V = load_checkpoint(a.checkpoint)
    state = {k: v.half() for k, v in m.state_dict().items()}
    torch.save({'model': state, 'vocab': {k: v.items for k, v in V.items()}}, os.path.join(a.out, 'model.pt'))
    shutil.copyfile(a.vocab, os.path.join(a.out, 'vocab.txt'))
    shutil.copyfile(a.lemmas, os.path.join(a.out, 'lemmas.tsv'))
    e = m.enc
    info = {
        'format': 'english-news-1', 'language': 'en', 'licence': 'CC BY-SA 4.0',
        'vocabulary': {'file': 'vocab.txt', 'size': e.word.num_embeddings, 'algorithm': 'WordPiece', 'continuation': '##',
                       'lowercase': True, 'strip_accents': True, 'split_punctuation': True, 'split_cjk': True,
                       'max_characters_per_word': 100, 'pad': 0, 'unk': UNK, 'cls': CLS, 'sep': SEP,
                       'max_pieces_per_word': MAX_PIECES},
        'architecture': {'encoder': 'BERT, layer norm after the residual, GELU (erf)', 'layers': len(e.layers), 'hidden': e.word.embedding_dim,
                         'heads': e.layers[0].h, 'feed_forward': e.layers[0].f1.out_features, 'max_positions': e.pos.num_embeddings,
                         'layer_norm_eps': 1e-12, 'token_types': 'folded into the positions', 'case_classes': e.case.num_embeddings,
                         'arc_size': m.arc, 'label_size': m.lab, 'arc': 'score[dep][head] = (arcU . gelu(proj)[0:256]) . [gelu(proj)[256:512], 1]',
                         'label': 'score[r] = [lh, 1] . (labU[r] . [ld, 1]), labU[r] = rows 97r to 97r+96; ld = gelu(proj)[512:608] of the dependent, lh = gelu(proj)[608:704] of the head',
                         'word_vector': 'hidden state of the first piece of the word', 'root': 'hidden state of [CLS], word index 0'},
        'case_classes': ['no letters', 'lower', 'Title', 'UPPER', 'miXed', 'has a digit'],
        'decoding': {'tree': 'maximum spanning arborescence, exactly one word under root', 'names': 'Viterbi: I-x only after B-x or I-x'},
        'lemma_script': 'case|cut at start|prefix|cut at end|suffix on the lower-cased form, case L, T or U; = copies the form; !x is the lemma x',
        'upos': V['upos'].items, 'xpos': V['xpos'].items, 'rel': V['rel'].items, 'ner': V['ner'].items, 'lemma': V['lemma'].items,
        'tensors': {k: list(v.shape) for k, v in state.items()},
    }
    with open(os.path.join(a.out, 'labels.json'), 'w', encoding='utf8') as o:
        json.dump(info, o, ensure_ascii=False, indent=1)


if __name__ == '__main__':
    main()
