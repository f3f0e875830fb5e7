#!/usr/bin/env python3
"""Mixes the weights of two checkpoints of one training line; their labels must be the same.

  average.py OLD.pt NEW.pt OUT.pt [--share 0.5]       share of the new weights
"""
import argparse

import torch


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for x in ('old', 'new', 'out'):
        ap.add_argument(x)
    ap.add_argument('--share', type=float, default=0.5)
    a = ap.parse_args()
    old, new = (torch.load(p, map_location='cpu', weights_only=True) for p in (a.old, a.new))
    if old['vocab'] != new['vocab']:
        raise SystemExit('the checkpoints have other labels')
    mixed = {k: torch.lerp(old['model'][k].float(), v.float(), a.share) for k, v in new['model'].items()}
    torch.save({'model': mixed, 'vocab': new['vocab']}, a.out)


if __name__ == '__main__':
    main()
