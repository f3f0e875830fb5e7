"""Tokenised sentences with their annotations, and the readers of the corpora that hold them."""

NAME_TYPES = ('PER', 'ORG', 'LOC')
LAYERS = ('upos', 'xpos', 'lemma', 'head', 'rel', 'ner')

# GUM as a whole is CC BY-NC-SA, because of some genres' texts; the texts of these are under attribution licences or in the
# public domain (GUM's LICENSE.txt).  Left out beside those: conversation, whose source may forbid derivatives.
GUM_FREE = {'news', 'interview', 'bio', 'voyage', 'textbook', 'speech', 'vlog', 'academic', 'court'}


class Sent:
    """A tokenised sentence.  Layers that its source does not annotate are None."""
    __slots__ = ('words', 'sid', 'upos', 'xpos', 'lemma', 'head', 'rel', 'ner', 'ids', 'case', 'first', 'y')

    def __init__(self, words, sid='', **layers):
        self.words, self.sid = words, sid
        for k in LAYERS:
            setattr(self, k, layers.get(k))


def read_conllu(path):
    """Basic words only: multiword ranges and empty nodes are skipped."""
    out, rows, sid = [], [], ''

    def flush():
        if rows:
            c = list(zip(*rows))
            out.append(Sent(list(c[1]), sid, lemma=list(c[2]), upos=list(c[3]), xpos=list(c[4]),
                            head=[int(h) for h in c[6]], rel=list(c[7])))
            rows.clear()

    for line in open(path, encoding='utf8'):
        line = line.rstrip('\n')
        if not line:
            flush()
        elif line.startswith('# sent_id'):
            sid = line.split('=', 1)[1].strip()
        elif line[0] != '#':
            c = line.split('\t')
            if c[0].isdigit():
                rows.append(c)
    flush()
    return out


def read_uner(path):
    """Universal NER: number, word, tag ...; tags outside NAME_TYPES (OTH, a stray B-O) become O."""
    return _read_tagged(path, 1, lambda t: t if t[2:] in NAME_TYPES else 'O')


def read_iob(path):
    """build_data.py's NER files: word, tag."""
    return _read_tagged(path, 0, lambda t: t)


def _read_tagged(path, col, fix):
    out, sid, words, tags = [], '', [], []
    for line in list(open(path, encoding='utf8')) + ['']:
        line = line.rstrip('\n')
        if not line:
            if words:
                out.append(Sent(words, sid, ner=tags))
            sid, words, tags = '', [], []
        elif line.startswith('# '):
            if line.startswith('# sent_id'):
                sid = line.split('=', 1)[1].strip()
        else:
            c = line.split('\t')
            words.append(c[col])
            tags.append(fix(c[col + 1]))
    return out


def gum_genre(s):
    return s.sid.split('_')[1]


def attach_names(sents, tagged, by_words=False):
    """Adds a NER layer to parsed sentences, by sentence id or (PUD) by the words; the others keep none."""
    key = (lambda s: tuple(s.words)) if by_words else (lambda s: s.sid)
    tags, n = {key(s): s.ner for s in tagged}, 0
    for s in sents:
        t = tags.get(key(s))
        if t is not None and len(t) == len(s.words):
            s.ner = t
            n += 1
    return n
