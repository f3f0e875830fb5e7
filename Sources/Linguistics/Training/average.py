#!/usr/bin/env python3
"""Mixes the weights of checkpoints of one training line; their labels must be the same.

  average.py A.pt=1 B.pt=2 OUT.pt                     B counts twice; shares need not add up to 1
"""
import argparse

import torch


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('checkpoints', nargs='+', metavar='FILE=SHARE')
    ap.add_argument('out')
    a = ap.parse_args()
    mixed, vocab, total = {}, None, 0.0
    for path, share in (c.rsplit('=', 1) for c in a.checkpoints):
        c = torch.load(path, map_location='cpu', weights_only=True)
        if vocab not in (None, c['vocab']):
            raise SystemExit(path + ' has other labels')
        vocab = c['vocab']
        total += float(share)
        for k, v in c['model'].items():
            mixed[k] = mixed.get(k, 0) + float(share) * v.float()
    torch.save({'model': {k: v / total for k, v in mixed.items()}, 'vocab': vocab}, a.out)


if __name__ == '__main__':
    main()
