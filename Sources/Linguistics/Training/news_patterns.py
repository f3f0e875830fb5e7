"""Sentences with their trees, made by a small grammar of what news is full of and treebanks of the web are not: titles
and nationalities before names, firms and their officers, appositions, places with days.

The names are those of the training data (NamePool), the words and constructions are this file's; a fixed share of each
pass is made anew.  Trees follow the conventions of UD English: a title is `nmod:desc` of the first name, further names
are `flat`, a country after its city is `appos`.
"""
from sentences import Sent

NATIONS = [('German', 'Germany'), ('French', 'France'), ('Italian', 'Italy'), ('Chinese', 'China'), ('Kenyan', 'Kenya'),
           ('Indian', 'India'), ('Turkish', 'Turkey'), ('Polish', 'Poland'), ('Brazilian', 'Brazil'), ('Japanese', 'Japan'),
           ('Russian', 'Russia'), ('Canadian', 'Canada'), ('Egyptian', 'Egypt'), ('Mexican', 'Mexico'), ('Greek', 'Greece')]
STATE_TITLES = ['President', 'Chancellor', 'Prime Minister', 'Foreign Minister', 'Finance Minister', 'Defense Minister',
                'Vice President', 'King', 'Queen', 'Ambassador']
PLAIN_TITLES = ['Mr.', 'Ms.', 'Dr.', 'Sen.', 'Rep.', 'Gov.', 'Judge', 'Professor', 'Sir', 'General', 'Senator', 'Minister']
TRADES = ['actor', 'coach', 'striker', 'director', 'novelist', 'singer', 'lawyer', 'midfielder', 'economist', 'captain']
POSTS = ['chief executive', 'chairman', 'president', 'spokesman', 'spokeswoman', 'founder', 'director', 'analyst', 'head']
KINDS = ['group', 'firm', 'maker', 'giant', 'bank', 'startup', 'company', 'carrier', 'retailer']
GOODS = ['drug', 'software', 'car', 'chip', 'phone', 'oil', 'game', 'engine']
DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
SUFFIXES = ['Inc.', 'Corp.', 'Ltd.', 'Group', 'Holdings', 'plc', 'Co.']
# past form, lemma, what may stand as object
PERSON_VERBS = [('met', 'meet'), ('told', 'tell'), ('succeeded', 'succeed'), ('praised', 'praise'), ('replaced', 'replace'),
                ('accused', 'accuse'), ('called', 'call'), ('beat', 'beat'), ('joined', 'join'), ('married', 'marry')]
FIRM_VERBS = [('bought', 'buy'), ('acquired', 'acquire'), ('sued', 'sue'), ('owns', 'own'), ('left', 'leave'),
              ('founded', 'found'), ('criticised', 'criticise'), ('joined', 'join'), ('runs', 'run')]
MADE = [('named', 'name'), ('appointed', 'appoint'), ('hired', 'hire'), ('sacked', 'sack'), ('sentenced', 'sentence'),
        ('elected', 'elect'), ('arrested', 'arrest')]
SAID = [('said', 'say'), ('announced', 'announce'), ('warned', 'warn'), ('added', 'add')]


class Tree:
    """Words with heads inside the phrase; the head word's own head is open."""

    def __init__(self, rows, head):
        self.rows, self.head = rows, head        # row: [form, lemma, upos, xpos, head or None, relation or None, tag]

    @staticmethod
    def word(form, upos, xpos, lemma=None, tag='O'):
        return Tree([[form, lemma or form, upos, xpos, None, None, tag]], 0)


def join(*parts):
    """One phrase of (phrase, relation) in order; the relation of the head phrase is None.  A relation 'last:x' hangs on
    the phrase before it, 'next:x' on the one after it."""
    rows, heads = [], []
    for t, _ in parts:
        base = len(rows)
        rows += [[*r[:4], None if r[4] is None else r[4] + base, *r[5:]] for r in t.rows]
        heads.append(base + t.head)
    top = next(i for i, (_, rel) in enumerate(parts) if rel is None)
    for i, (_, rel) in enumerate(parts):
        if rel is not None:
            on = i - 1 if rel.startswith('last:') else i + 1 if rel.startswith('next:') else top
            rows[heads[i]][4:6] = [heads[on], rel.removeprefix('last:').removeprefix('next:')]
    return Tree(rows, heads[top])


def comma():
    return Tree.word(',', 'PUNCT', ',')


class Grammar:
    def __init__(self, pool, rng):
        self.pool, self.rng = pool, rng

    def pick(self, *options):
        return self.rng.choice(options)

    def named(self, kind, lengths, inner, tag=True):
        """A name of the pool; its words hang on the first (flat) or on the last (compound)."""
        words = self.rng.choice(self.pool.names.get((kind, self.rng.choice(lengths))) or [('Oslo',)])
        parts = [Tree.word(w, 'PROPN', 'NNP', tag=('B-' if i == 0 else 'I-') + kind) for i, w in enumerate(words)]
        top = 0 if inner == 'flat' else len(parts) - 1
        return join(*((p, None if i == top else inner) for i, p in enumerate(parts)))

    def place(self):
        city = self.named('LOC', [1], 'flat')
        if self.rng.random() < 0.7:
            return city
        country = Tree.word(self.pick(*NATIONS)[1], 'PROPN', 'NNP', tag='B-LOC')
        return join((city, None), (join((comma(), 'punct'), (country, None)), 'appos'))

    def firm(self):
        f = self.named('ORG', [1, 1, 2], 'compound')
        if self.rng.random() < 0.4:
            suffix = Tree.word(self.pick(*SUFFIXES), 'PROPN', 'NNP', tag='I-ORG')
            return join((f, 'compound'), (suffix, None))
        return f

    def described_firm(self):
        """Japan's SoftBank; the drug maker Acme; Acme, a German chip maker,"""
        r = self.rng.random()
        if r < 0.3:
            nation = join((Tree.word(self.pick(*NATIONS)[1], 'PROPN', 'NNP', tag='B-LOC'), None),
                          (Tree.word("'s", 'PART', 'POS'), 'case'))
            return join((nation, 'nmod:poss'), (self.firm(), None))
        if r < 0.6:
            return self.firm()
        kind = join((Tree.word(self.pick(*NATIONS)[0], 'ADJ', 'JJ'), 'amod'),
                    (Tree.word(self.pick(*GOODS), 'NOUN', 'NN'), 'compound'), (Tree.word(self.pick(*KINDS), 'NOUN', 'NN'), None))
        if r < 0.8:
            return join((kind, 'nmod:desc'), (self.firm(), None))
        a = join((comma(), 'punct'), (Tree.word('a', 'DET', 'DT'), 'det'), (kind, None), (comma(), 'punct'))
        return join((self.firm(), None), (a, 'appos'))

    def title(self):
        r = self.rng.random()
        if r < 0.35:
            parts = []
            if self.rng.random() < 0.85:
                nation = self.pick(*NATIONS)
                parts.append((Tree.word(nation[0], 'ADJ', 'JJ'), 'amod') if self.rng.random() < 0.8 else
                             (Tree.word(self.pick('US', 'U.S.', 'UK'), 'PROPN', 'NNP', tag='B-LOC'), 'compound'))
            words = self.pick(*STATE_TITLES).split()
            relation = 'amod' if words[0] in ('Prime', 'Foreign') else 'compound'
            upos = 'ADJ' if relation == 'amod' else 'PROPN'
            parts += [(Tree.word(words[0], upos, 'NNP', words[0].lower() if upos == 'ADJ' else words[0]), relation)
                      for _ in words[1:]] + [(Tree.word(words[-1], 'PROPN', 'NNP'), None)]
            return join(*parts)
        if r < 0.5:
            return Tree.word(self.pick(*PLAIN_TITLES), 'PROPN', 'NNP')
        if r < 0.65:
            return join((Tree.word(self.pick(*NATIONS)[0], 'ADJ', 'JJ'), 'amod'), (Tree.word(self.pick(*TRADES), 'NOUN', 'NN'), None))
        return join((self.firm(), 'compound'), (self.post(), None))

    def post(self):
        words = self.pick(*POSTS).split()
        if len(words) == 1:
            return Tree.word(words[0], 'NOUN', 'NN')
        return join((Tree.word(words[0], 'ADJ', 'JJ'), 'amod'), (Tree.word(words[1], 'NOUN', 'NN'), None))

    def person(self):
        name = self.named('PER', [2, 2, 2, 1, 3], 'flat')
        r = self.rng.random()
        if r < 0.5:
            return join((self.title(), 'nmod:desc'), (name, None))
        if r < 0.7:
            of = join((Tree.word(self.pick('of', 'at'), 'ADP', 'IN'), 'case'), (self.described_firm() if r < 0.55 else self.firm(), None))
            post = join((comma(), 'punct'), (self.post(), None), (of, 'nmod'), (comma(), 'punct'))
            return join((name, None), (post, 'appos'))
        return name

    def agent(self):
        one = self.person() if self.rng.random() < 0.6 else self.described_firm()
        if self.rng.random() < 0.12:
            other = join((Tree.word('and', 'CCONJ', 'CC'), 'cc'), (self.person(), None))
            return join((one, None), (other, 'conj'))
        return one

    def when_and_where(self):
        parts = []
        if self.rng.random() < 0.5:
            parts.append(join((Tree.word('in', 'ADP', 'IN'), 'case'), (self.place(), None)))
        if self.rng.random() < 0.4:
            parts.append(join((Tree.word('on', 'ADP', 'IN'), 'case'), (Tree.word(self.pick(*DAYS), 'PROPN', 'NNP'), None)))
        return [(p, 'obl') for p in parts]

    def verb(self, forms, xpos='VBD'):
        form, lemma = self.pick(*forms)
        return Tree.word(form, 'VERB', 'VBZ' if xpos == 'VBD' and form.endswith('s') else xpos, lemma)

    def clause(self):
        r = self.rng.random()
        if r < 0.4:
            return join((self.person(), 'nsubj'), (self.verb(PERSON_VERBS), None), (self.person(), 'obj'), *self.when_and_where())
        if r < 0.6:
            return join((self.agent(), 'nsubj'), (self.verb(FIRM_VERBS), None), (self.described_firm(), 'obj'), *self.when_and_where())
        was = Tree.word('was', 'AUX', 'VBD', 'be')
        if r < 0.75:
            return join((self.person(), 'nsubj:pass'), (was, 'aux:pass'), (self.verb(MADE, 'VBN'), None),
                        *([(join((Tree.word('by', 'ADP', 'IN'), 'case'), (self.agent(), None)), 'obl:agent')]
                          if self.rng.random() < 0.5 else []), *self.when_and_where())
        of = join((Tree.word('of', 'ADP', 'IN'), 'case'), (self.firm(), None))
        role = join((Tree.word('the', 'DET', 'DT'), 'det'), (self.post(), None), (of, 'nmod'))
        if r < 0.85:
            return join((self.person(), 'nsubj'), (Tree.word(self.pick('is', 'was'), 'AUX', 'VBZ', 'be'), 'cop'), (role, None))
        return join((self.agent(), 'nsubj'), (self.verb([('visited', 'visit'), ('left', 'leave')]), None),
                    (self.place(), 'obj'), *self.when_and_where()[1:])

    def sentence(self):
        c = self.clause()
        if self.rng.random() < 0.2:
            said = join((self.person(), 'nsubj'), (self.verb(SAID), None), (c, 'ccomp'))
            c = said
        return join((c, None), (Tree.word('.', 'PUNCT', '.'), 'punct'))


def tidy(rows, head):
    """Two commas, or a comma and a full stop, in a row: one is enough; heads are renumbered."""
    keep = [i for i, r in enumerate(rows)
            if not (r[0] == ',' and i + 1 < len(rows) and rows[i + 1][0] in (',', '.'))]
    place = {old: new + 1 for new, old in enumerate(keep)}
    return [[*rows[i][:4], 0 if i == head else place[rows[i][4]], 'root' if i == head else rows[i][5], rows[i][6]] for i in keep]


def news_sentences(pool, rng, count):
    grammar = Grammar(pool, rng)
    for _ in range(count):
        tree = grammar.sentence()
        words, lemma, upos, xpos, head, rel, ner = (list(x) for x in zip(*tidy(tree.rows, tree.head)))
        words[0] = words[0][:1].upper() + words[0][1:]
        yield Sent(words, 'pattern', upos=upos, xpos=xpos, lemma=lemma, head=head, rel=rel, ner=ner)
