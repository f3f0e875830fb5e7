#!/usr/bin/env python3
"""raw_text.py - scores annotation from raw text, after the CoNLL 2018 shared task (Zeman and others): F1 of sentences, tokens
and words, and of the tags and trees over words that are right.

  raw_text.py --gold GOLD.conllu --quipu .build/release/quipu [--text FILE] [--missed]

The raw text of the treebank is made from its "# text" lines: a space between sentences, a blank line where a document or
paragraph begins.  Words are paired by their characters, white space left out.  The tokens of a gold range ("don't") count as
one token and as two words; the program knows words alone, so two of its words are one token where a gold range covers
exactly them.  --missed prints the boundaries that are too many (+) or too few (-), with the words around them.
"""
import argparse
import collections
import json
import os
import subprocess
import tempfile


def read_gold(path):
    """Sentences: (text, whether a paragraph begins, words, tokens); a word is (form, upos, lemma, head, relation)."""
    out, text, new, space, rows, ranges = [], '', False, True, [], []
    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if line.startswith('# text = '):
            text = line[9:]
        elif line.startswith(('# newpar', '# newdoc')):
            new = True
        elif line and line[0] != '#':
            c = line.split('\t')
            if '-' in c[0]:
                a, b = map(int, c[0].split('-'))
                ranges.append((a - 1, b, c[1]))
                space = 'SpaceAfter=No' not in c[9]
            elif c[0].isdigit():
                rows.append((c[1], c[3], c[2], int(c[6]) - 1, c[7].split(':')[0]))
                if not ranges or ranges[-1][1] < len(rows):
                    space = 'SpaceAfter=No' not in c[9]
        elif rows:
            out.append((text, new, rows, ranges, space))
            text, new, space, rows, ranges = '', False, True, [], []
    return out


def raw_text(gold):
    parts = []
    for i, (text, new, _, _, _) in enumerate(gold):
        if i:
            parts.append('\n\n' if new else ' ' if gold[i - 1][4] else '')
        parts.append(text)
    return ''.join(parts) + '\n'


def letters(word):
    return ''.join(word.split())


def place_gold(gold):
    """(sentence spans, word spans, token spans), in characters without white space."""
    at, sentences, words, tokens = 0, [], [], []
    for _, _, rows, ranges, _ in gold:
        first, i, ranges = at, 0, {a: (b, form) for a, b, form in ranges}
        while i < len(rows):
            end, form = ranges.get(i, (i + 1, rows[i][0]))
            size, start = len(letters(form)), at
            lengths = [len(letters(r[0])) for r in rows[i:end]]
            for n in lengths:                   # the words of a range share its characters if they spell it
                words.append((at, at + n) if sum(lengths) == size else (start, start + size))
                at += n
            at = start + size
            tokens.append((start, at))
            i = end
        sentences.append((first, at))
    return sentences, words, tokens


def place_system(document, text):
    """The same of what the program found, by the offsets that it gives."""
    before = [0]
    for c in text:
        before.append(before[-1] + (not c.isspace()))
    span = lambda x: (before[x['start']], before[x['end']])
    words, rows = [], []
    for s in document['sentences']:
        first = len(words)
        for t in s['tokens']:
            words.append(span(t))
            rows.append((t['text'], t['upos'], t['lemma'], t['head'] + first if t['head'] >= 0 else -1, t['deprel'].split(':')[0]))
    return [span(s) for s in document['sentences']], words, rows


def f1(right, gold, system):
    return 100 * 2 * right / max(1, gold + system)


def score(gold, document, text):
    gs, gw, gt = place_gold(gold)
    ss, sw, system_rows = place_system(document, text)
    gold_rows = []
    for _, _, rows, _, _ in gold:
        base = len(gold_rows)
        gold_rows += [(r[0], r[1], r[2], r[3] + base if r[3] >= 0 else -1, r[4]) for r in rows]
    where = {span: i for i, span in enumerate(sw)}
    pairs = [(i, where[span]) for i, span in enumerate(gw) if span in where]
    back, c = {j: i for i, j in pairs}, collections.Counter()
    for i, j in pairs:
        g, s = gold_rows[i], system_rows[j]
        head = back.get(s[3], -2) == g[3] if s[3] >= 0 else g[3] < 0
        c['upos'] += g[1] == s[1]
        c['lemma'] += g[2] in (s[2], '_')
        c['uas'] += head
        c['las'] += head and g[4] == s[4]
    # words that fill a gold range make its token
    starts, ends, own = {a for a, _ in sw}, {b for _, b in sw}, set(gw)
    covering = {x: t for t in gt if t not in own and t[0] in starts and t[1] in ends for x in range(*t)}
    st = {covering[w[0]] if w[0] in covering and w[1] <= covering[w[0]][1] else w for w in sw}
    result = {'sentences': f1(len(set(gs) & set(ss)), len(gs), len(ss)), 'tokens': f1(len(set(gt) & st), len(gt), len(st)),
              'words': f1(len(pairs), len(gw), len(sw))}
    result.update((k, f1(c[k], len(gw), len(sw))) for k in ('upos', 'lemma', 'uas', 'las'))
    return result, gs, ss


def show(gold, system, text):
    at = [i for i, c in enumerate(text) if not c.isspace()] + [len(text)]
    mine, theirs = {b for _, b in system}, {b for _, b in gold}
    for k in sorted(mine ^ theirs):
        i = at[k - 1] + 1
        print('+' if k in mine else '-', (text[max(0, i - 60):i] + '|' + text[i:i + 40]).replace('\n', '⏎'))


def annotate(quipu, text):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'text.txt')
        with open(path, 'w', encoding='utf8') as o:
            o.write(text)
        out = subprocess.run([quipu, 'annotate', '--json', path], check=True, capture_output=True, text=True).stdout
    document = json.loads(out)
    assert len(document['text']) == len(text), 'the offsets are not those of the text'
    return document


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--gold', required=True)
    parser.add_argument('--quipu', required=True)
    parser.add_argument('--text', help='write the raw text here too')
    parser.add_argument('--missed', action='store_true')
    a = parser.parse_args()
    gold = read_gold(a.gold)
    text = raw_text(gold)
    if a.text:
        open(a.text, 'w', encoding='utf8').write(text)
    result, expected, found = score(gold, annotate(a.quipu, text), text)
    if a.missed:
        show(expected, found, text)
    print(' '.join(f'{k} {v:.2f}' for k, v in result.items()))


if __name__ == '__main__':
    main()
