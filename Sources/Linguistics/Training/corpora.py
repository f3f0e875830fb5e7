#!/usr/bin/env python3
"""Prepares the training data.

  corpora.py names --ewt-names uner.train --ewt-names-dev uner.dev --wikigold FILE --wnut FILE --meantime DIR --data DATA
      DATA holds {ewt,gum}.{train,dev}.conllu.  Writes DATA/uner/*.iob2 (names of Universal NER by sentence id: its files may
      lack the ids, the words then tell) and DATA/ner/*.iob, word and tag, PER/ORG/LOC in BIO:
        wikigold.train, wikigold.heldout   the first 80 % and the last 20 % of the sentences
        wnut17.train                       corporation and group are ORG; product and creative-work are O
        meantime                           names in the fully annotated sentences of each article
        gum                                names in the free genres of DATA/gum.train.conllu

  corpora.py lexicon --data DATA --out FILE
      Form, UPOS and most frequent lemma of open-class words and pronouns in the training trees (EWT and GUM's free genres);
      a look-up before the network's lemma script mends most wrong verb lemmas.
"""
import argparse
import collections
import glob
import os
import re
import xml.etree.ElementTree as ET

from sentences import GUM_FREE, read_conllu


TITLES = set('''mr mrs ms miss dr prof professor president vice prime minister senator sen rep representative congressman
congresswoman governor gov mayor judge justice general gen colonel col captain capt major lieutenant lt sergeant sgt admiral
king queen prince princess sir lady lord pope bishop archbishop father sister rev reverend chancellor secretary ambassador
ceo chairman chief executive officer director deputy former first coach'''.split())


def is_title(word):
    return word.lower().rstrip('.') in TITLES


def tidy(kind, i, j, words):
    """Cuts from words[i:j] what UNER does not count as part of a name: determiners, quotes, 's, a person's title."""
    symbol = lambda w: not any(c.isalnum() for c in w)
    while i < j and (words[i].lower() in ('the', 'a', 'an', 'this', 'that') or symbol(words[i])):
        i += 1
    while kind == 'PER' and i < j - 1 and is_title(words[i]):
        i += 1
    while j > i and (words[j - 1] in ("'s", '’s') or symbol(words[j - 1])):
        j -= 1
    return i, j


def bio(n, names):
    """(kind, start, end) -> tags; the longest first, no overlaps."""
    tags = ['O'] * n
    for kind, i, j in sorted(names, key=lambda x: x[1] - x[2]):
        if j > i and all(t == 'O' for t in tags[i:j]):
            tags[i:j] = ['B-' + kind] + ['I-' + kind] * (j - i - 1)
    return tags


def write(path, sents):
    count = collections.Counter()
    with open(path, 'w', encoding='utf8') as o:
        for sid, words, tags in sents:
            if sid:
                o.write('# sent_id = %s\n' % sid)
            o.writelines('%s\t%s\n' % wt for wt in zip(words, tags))
            o.write('\n')
            count.update(t[2:] for t in tags if t[0] == 'B')
    print(os.path.basename(path), 'sentences', len(sents), 'words', sum(len(s[1]) for s in sents), dict(count))


def read_columns(path, mapping):
    """Files with a word first and a tag last on each line (IOB1 or IOB2); kinds missing in the mapping become O."""
    out, words, tags = [], [], []
    for line in list(open(path, encoding='utf8')) + ['']:
        c = line.split()
        if c and c[0] != '-DOCSTART-':
            kind = mapping.get(c[-1][2:])
            tag = c[-1][0] + '-' + kind if kind else 'O'
            if tag[0] == 'I' and (not tags or tags[-1][2:] != kind):
                tag = 'B-' + kind
            words.append(c[0])
            tags.append(tag)
        elif words:
            out.append((None, words, tags))
            words, tags = [], []
    return out


SMALL = {'of', 'the', 'and', 'for', 'de', 'la', 'al', 'van', 'von', "'s", '&', '-', '.'}
NOT_PLACES = {'european', 'american', 'british', 'chinese', 'japanese', 'french', 'german', 'indian', 'russian', 'canadian',
              'australian', '150px'}


def looks_like_name(words):
    """MEANTIME marks whole noun phrases as names ("United States airframer Boeing"); the real name is nested inside."""
    capital = lambda w: w[0].isupper() or w[0].isdigit() or w[0] in 'ei' and w[1:2].isupper()
    return bool(words) and all(capital(w) or w.lower() in SMALL for w in words) and words[0].lower() not in NOT_PLACES


def meantime(root, last=5):
    """Entities are annotated completely in sentences 0 to 5 of an article; later ones carry seed entities alone."""
    out = []
    for f in sorted(glob.glob(os.path.join(root, '**', '*.xml'), recursive=True)):
        r = ET.parse(f).getroot()
        sents, where = collections.defaultdict(list), {}
        for t in r.findall('token'):
            s = int(t.get('sentence'))
            where[t.get('t_id')] = s, len(sents[s])
            sents[s].append(t.text)
        entity = {m.get('m_id'): m.get('ent_type') for m in r.find('Markables') if m.tag == 'ENTITY'}
        kind = {s.get('m_id'): entity.get(x.find('target').get('m_id'))
                for x in r.find('Relations') if x.tag == 'REFERS_TO' for s in x.findall('source')}
        names = collections.defaultdict(list)
        for m in r.find('Markables'):
            if m.tag == 'ENTITY_MENTION' and m.get('syntactic_type') in ('NAM', 'PRE.NAM'):
                k, at = kind.get(m.get('m_id')), [where[x.get('t_id')] for x in m.findall('token_anchor')]
                if k in ('PER', 'ORG', 'LOC') and at and at[0][0] == at[-1][0]:
                    s = at[0][0]
                    i, j = tidy(k, at[0][1], at[-1][1] + 1, sents[s])
                    if looks_like_name(sents[s][i:j]):
                        names[s].append((k, i, j))
        out += [(None, w, bio(len(w), names[s])) for s, w in sents.items() if s <= last]
    return out


KIND = {'person': 'PER', 'organization': 'ORG', 'place': 'LOC'}


def gum_mentions(rows):
    """(entity type, start, end) of the nested brackets in the Entity= attributes of one sentence."""
    out, stack = [], []
    for i, r in enumerate(rows):
        attr = [x[7:] for x in r[9].split('|') if x.startswith('Entity=')]
        for x in re.findall(r'\([^()]+\)?|[^()]+\)', attr[0] if attr else ''):
            if x[0] == '(':
                p = x.strip('()').split('-')
                stack.append((p[0], p[1] if len(p) > 1 else '', i))
                at = len(stack) - 1 if x[-1] == ')' else None
            else:
                at = max((q for q in range(len(stack)) if stack[q][0] == x[:-1]), default=None)
            if at is not None:
                _, kind, start = stack.pop(at)
                out.append((kind, start, i + 1))
    return out


def gum_names(path):
    """GUM's mentions are whole noun phrases.  Those headed by a proper noun are cut down to the name: the head and the
    unbroken run of words around it that hang on it by relations found inside names."""
    out = []
    for block in open(path, encoding='utf8').read().split('\n\n'):
        sid = re.search(r'^# sent_id = (\S+)', block, re.M)
        if not sid or sid.group(1).split('_')[1] not in GUM_FREE:
            continue
        rows = [line.split('\t') for line in block.split('\n') if line.split('\t', 1)[0].isdigit()]
        words, head, rel = [r[1] for r in rows], [int(r[6]) - 1 for r in rows], [r[7] for r in rows]
        proper = [r[3] == 'PROPN' or r[4] in ('NNP', 'NNPS') for r in rows]
        names = []
        for kind, start, end in gum_mentions(rows):
            h = next((i for i in range(start, end) if not start <= head[i] < end), start)
            if kind not in KIND or not (rows[h][3] == 'PROPN' or rows[h][4] == 'NNP'):
                continue
            if kind == 'person' and rows[h][4] == 'NNPS':                                # "Americans"
                continue

            def part(i):
                """Is word i, whose head is in the name, in the name too?"""
                case = {words[c].lower() for c in range(i) if head[c] == i and rel[c] == 'case'}
                r = rel[i]
                return (r in ('flat', 'flat:foreign', 'goeswith')
                        or r == 'compound' and (proper[i] or words[i][:1].isupper() or rows[i][3] == 'NUM')
                        or r in ('amod', 'nummod', 'nmod:unmarked', 'nmod:desc') and proper[i] and kind != 'person'
                        or r in ('conj', 'nmod:poss') and proper[i] and kind == 'organization'
                        or r == 'nmod' and proper[i] and (kind == 'organization' and bool(case & {'of', 'for'}) or kind == 'place' and 'of' in case)
                        or r in ('case', 'cc', 'det', 'punct') and head[i] != h and words[i] not in (',', '(', ')', ':', ';')
                        or r == 'punct' and words[i] in ('-', '.', '–'))

            keep, size = {h}, 0
            while size < len(keep):
                size = len(keep)
                keep |= {i for i in range(start, end) if head[i] in keep and part(i)}
            i, j = h, h + 1
            while i - 1 in keep:
                i -= 1
            while j in keep:
                j += 1
            i, j = tidy(KIND[kind], i, j, words)
            while j > i and words[j - 1].lower() in ('of', 'for', 'and', 'the', 'in'):
                j -= 1
            capital = any(c.isalpha() and c.isupper() for w in words[i:j] for c in w)
            if j > i and capital and not (j == i + 1 and is_title(words[i])):
                names.append((KIND[kind], i, j))
        out.append((sid.group(1), words, bio(len(words), names)))
    return out


def tagged(path):
    """(words, tags) of a file with a word in the second and its tag in the third or, in CoNLL-U's shape, the fourth column."""
    out, words, tags = [], [], []
    for line in list(open(path, encoding='utf8')) + ['']:
        c = line.rstrip('\n').split('\t')
        if c[0].isdigit():
            words.append(c[1])
            tags.append(c[3] if c[2] == '_' else c[2])
        elif words and not c[0].startswith('#'):
            out.append((words, tags))
            words, tags = [], []
    return out


def align(trees, named, window=40):
    """(sentence id, words, tags) of the trees whose words the names' file has, both in the same order."""
    at, out = 0, []
    for s in trees:
        hit = next((i for i in range(at, min(at + window, len(named))) if named[i][0] == s.words), None)
        if hit is not None:
            out.append((s.sid, s.words, named[hit][1]))
            at = hit + 1
    return out


def names(a):
    for folder in ('uner', 'ner'):
        os.makedirs(os.path.join(a.data, folder), exist_ok=True)
    for part, path in (('train', a.ewt_names), ('dev', a.ewt_names_dev)):
        found = align(read_conllu(f'{a.data}/ewt.{part}.conllu'), tagged(path))
        with open(f'{a.data}/uner/en_ewt-ud-{part}.iob2', 'w', encoding='utf8') as o:
            for sid, words, tags in found:
                o.write('# sent_id = %s\n' % sid)
                o.writelines('%d\t%s\t%s\n' % (i + 1, w, t) for i, (w, t) in enumerate(zip(words, tags)))
                o.write('\n')
        print('uner', part, len(found))
    folder = os.path.join(a.data, 'ner')
    wikigold = read_columns(a.wikigold, {k: k for k in ('PER', 'ORG', 'LOC')})
    cut = int(0.8 * len(wikigold))
    write(folder + '/wikigold.train.iob', wikigold[:cut])
    write(folder + '/wikigold.heldout.iob', wikigold[cut:])
    write(folder + '/wnut17.train.iob', read_columns(a.wnut, {'person': 'PER', 'location': 'LOC', 'corporation': 'ORG', 'group': 'ORG'}))
    write(folder + '/meantime.iob', meantime(a.meantime))
    write(folder + '/gum.iob', gum_names(os.path.join(a.data, 'gum.train.conllu')))


# ------------------------------------------------------------------------------------------------ lemmas
def lexicon(a):
    count = collections.defaultdict(collections.Counter)
    for name in ('ewt', 'gum'):
        free = True
        for line in open(os.path.join(a.data, name + '.train.conllu'), encoding='utf8'):
            if line.startswith('# sent_id'):
                free = name == 'ewt' or line.split('=')[1].split('_')[1] in GUM_FREE
            c = line.split('\t')
            if free and c[0].isdigit() and c[3] in ('VERB', 'NOUN', 'ADJ', 'ADV', 'AUX', 'ADP', 'PRON'):
                count[c[1].lower(), c[3]][c[2]] += 1
    with open(a.out, 'w', encoding='utf8') as o:
        for (form, upos), lemmas in sorted(count.items()):
            o.write('%s\t%s\t%s\n' % (form, upos, lemmas.most_common(1)[0][0]))
    print(os.path.basename(a.out), len(count), 'entries')


if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest='cmd', required=True)
    for cmd, fields in (('names', ('ewt-names', 'ewt-names-dev', 'wikigold', 'wnut', 'meantime', 'data')), ('lexicon', ('data', 'out'))):
        p = sub.add_parser(cmd)
        for x in fields:
            p.add_argument('--' + x, required=True)
    a = ap.parse_args()
    {'names': names, 'lexicon': lexicon}[a.cmd](a)
