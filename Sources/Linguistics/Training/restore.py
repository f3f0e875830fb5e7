#!/usr/bin/env python3
"""Turns a model file back into a checkpoint to train on from: the inverse of convert.py, up to the rounding to int8.

  restore.py MODEL.qpm OUT.pt

Weights come back as steps times the value of a step.  The weights of a row that convert.py leaves out, because it adds the
same to each head of a word, are zero.
"""
import argparse
import struct

import numpy as np
import torch

PANEL = 16


def sections(path):
    raw = open(path, 'rb').read()
    magic, version, count = struct.unpack_from('<8sII', raw)
    if magic != b'QUIPUMDL' or version != 1:
        raise SystemExit(f'{path} is not a model file of version 1')
    out = {}
    for i in range(count):
        name, at, size = struct.unpack_from('<16sQQ', raw, 64 + 32 * i)
        out[name.rstrip(b'\0').decode()] = raw[at:at + size]
    return out


def floats(data, *shape):
    return np.frombuffer(data, '<f4').reshape(shape)


def linear(s, name, outputs, inputs):
    """(weight [outputs, inputs], bias) of a packed layer."""
    scale, bias, _ = floats(s[name + '.p'], 3, -1)
    packed = np.frombuffer(s[name + '.w'], np.int8).reshape(-1, inputs // 4, PANEL, 4)
    weight = packed.transpose(0, 2, 1, 3).reshape(-1, inputs) * scale[:, None]
    return weight[:outputs], bias[:outputs]


def restore(s):
    layers, d, _, ffn, positions, cases, arc, lab = struct.unpack_from('<8I', s['config'])
    labels = {k: s['labels.' + k].decode().split('\n')[:-1] for k in ('upos', 'xpos', 'lemma', 'ner', 'rel')}
    relations, words = len(labels['rel']), len(s['word.p']) // 4
    state = {'enc.word.weight': np.frombuffer(s['word.w'], np.int8).reshape(words, d) * floats(s['word.p'], words, 1),
             'enc.pos.weight': floats(s['position'], positions, d), 'enc.case.weight': floats(s['case'], cases, d)}

    def put(key, weight, bias):
        state[key + '.weight'], state[key + '.bias'] = weight, bias

    put('enc.ln', *floats(s['norm'], 2, d))
    for i in range(layers):
        for part, outputs, inputs in (('qkv', 3 * d, d), ('o', d, d), ('f1', ffn, d), ('f2', d, ffn)):
            put(f'enc.layers.{i}.{part}', *linear(s, f'{i}.{part}', outputs, inputs))
        for norm in ('ln1', 'ln2'):
            put(f'enc.layers.{i}.{norm}', *floats(s[f'{i}.{norm}'], 2, d))
    heads = ('upos', 'xpos', 'lemma', 'ner')
    ends = np.cumsum([len(labels[h]) for h in heads])
    weight, bias = linear(s, 'tags', ends[-1], d)
    for head, w, b in zip(heads, np.split(weight, ends[:-1]), np.split(bias, ends[:-1])):
        put(head, w, b)
    put('proj', *linear(s, 'proj', 2 * arc + 2 * lab, d))
    state['arcU.weight'] = np.vstack([floats(s['arc'], arc, arc).T, np.zeros((1, arc), np.float32)])
    form = np.zeros((relations, lab + 1, lab + 1), np.float32)              # [relation][head side][dependant side]
    weight, bias = linear(s, 'label', relations * (lab + 1), lab)
    form[:, :lab, :lab], form[:, lab, :lab] = weight[:relations * lab].reshape(relations, lab, lab), weight[relations * lab:]
    form[:, :lab, lab], form[:, lab, lab] = bias[:relations * lab].reshape(relations, lab), bias[relations * lab:]
    state['labU.weight'] = form.reshape(-1, lab + 1)
    return {'model': {k: torch.from_numpy(np.array(v, np.float32)) for k, v in state.items()}, 'vocab': labels}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('model')
    ap.add_argument('out')
    a = ap.parse_args()
    torch.save(restore(sections(a.model)), a.out)


if __name__ == '__main__':
    main()
