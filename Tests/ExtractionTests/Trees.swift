/// Small trees in the manner of CoNLL-U, one token a line: form, lemma, universal tag, Penn tag, head
/// (counted from 1, 0 for the root), relation, name tag.
enum Trees {
  /// All trees, by the name after `#`.
  static let text = """
    # shot
    The the DET DT 2 det O
    mayor mayor NOUN NN 4 nsubj:pass O
    was be AUX VBD 4 aux:pass O
    shot shoot VERB VBN 0 root O
    by by ADP IN 7 case O
    a a DET DT 7 det O
    man man NOUN NN 4 obl O
    who who PRON WP 9 nsubj O
    fled flee VERB VBD 7 acl:relcl O
    and and CCONJ CC 11 cc O
    taken take VERB VBN 4 conj O
    to to ADP IN 13 case O
    hospital hospital NOUN NN 11 obl O
    . . PUNCT . 4 punct O
    # bought
    Acme Acme PROPN NNP 2 nsubj B-ORG
    bought buy VERB VBD 0 root O
    Zenith Zenith PROPN NNP 2 obj B-ORG
    and and CCONJ CC 5 cc O
    Apex Apex PROPN NNP 3 conj B-ORG
    in in ADP IN 7 case O
    2019 2019 NUM CD 2 obl O
    and and CCONJ CC 9 cc O
    sold sell VERB VBD 2 conj O
    its its PRON PRP$ 11 nmod:poss O
    ships ship NOUN NNS 9 obj O
    . . PUNCT . 2 punct O
    # bridge
    The the DET DT 2 det O
    firm firm NOUN NN 7 nsubj O
    that that PRON WDT 4 nsubj O
    built build VERB VBD 2 acl:relcl O
    the the DET DT 6 det O
    bridge bridge NOUN NN 4 obj O
    left leave VERB VBD 0 root O
    Norway Norway PROPN NNP 7 obj B-LOC
    . . PUNCT . 7 punct O
    # torn
    , , PUNCT , 9 punct O
    Mostly mostly ADV RB 6 advmod O
    the the DET DT 4 det O
    firm firm NOUN NN 9 nsubj O
    that that PRON WDT 6 nsubj O
    built build VERB VBD 4 acl:relcl O
    the the DET DT 8 det O
    bridge bridge NOUN NN 6 obj O
    left leave VERB VBD 0 root O
    . . PUNCT . 9 punct O
    # based
    A a DET DT 2 det O
    company company NOUN NN 6 nsubj O
    based base VERB VBN 2 acl O
    in in ADP IN 5 case O
    Oslo Oslo PROPN NNP 3 obl B-LOC
    hired hire VERB VBD 0 root O
    three three NUM CD 8 nummod O
    engineers engineer NOUN NNS 6 obj O
    . . PUNCT . 6 punct O
    # whose
    Acme Acme PROPN NNP 7 nsubj B-ORG
    , , PUNCT , 5 punct O
    whose whose PRON WP$ 4 nmod:poss O
    factory factory NOUN NN 5 nsubj O
    burned burn VERB VBD 1 acl:relcl O
    , , PUNCT , 5 punct O
    borrowed borrow VERB VBD 0 root O
    money money NOUN NN 7 obj O
    . . PUNCT . 7 punct O
    # reassure
    Acme Acme PROPN NNP 4 nsubj B-ORG
    has have AUX VBZ 4 aux O
    been be AUX VBN 4 aux O
    trying try VERB VBG 0 root O
    to to PART TO 6 mark O
    reassure reassure VERB VB 4 xcomp O
    its its PRON PRP$ 8 nmod:poss O
    customers customer NOUN NNS 6 iobj O
    . . PUNCT . 4 punct O
    # control
    The the DET DT 2 det O
    court court NOUN NN 3 nsubj O
    ordered order VERB VBD 0 root O
    the the DET DT 5 det O
    firm firm NOUN NN 3 obj O
    to to PART TO 7 mark O
    pay pay VERB VB 3 xcomp O
    a a DET DT 9 det O
    fine fine NOUN NN 7 obj O
    . . PUNCT . 3 punct O
    # passive
    The the DET DT 2 det O
    tower tower NOUN NN 4 nsubj:pass O
    was be AUX VBD 4 aux:pass O
    designed design VERB VBN 0 root O
    by by ADP IN 6 case O
    Ada Ada PROPN NNP 4 obl:agent B-PER
    Lund Lund PROPN NNP 6 flat I-PER
    in in ADP IN 9 case O
    Bergen Bergen PROPN NNP 4 obl B-LOC
    . . PUNCT . 4 punct O
    # sells
    The the DET DT 2 det O
    ships ship NOUN NNS 9 nsubj O
    that that PRON WDT 5 obj O
    Acme Acme PROPN NNP 5 nsubj B-ORG
    sells sell VERB VBZ 2 acl:relcl O
    to to ADP IN 7 case O
    Norway Norway PROPN NNP 5 obl B-LOC
    are be AUX VBP 9 cop O
    green green ADJ JJ 0 root O
    . . PUNCT . 9 punct O
    # copula
    Ada Ada PROPN NNP 5 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    is be AUX VBZ 5 cop O
    an a DET DT 5 det O
    engineer engineer NOUN NN 0 root O
    and and CCONJ CC 8 cc O
    the the DET DT 8 det O
    founder founder NOUN NN 5 conj O
    of of ADP IN 10 case O
    Acme Acme PROPN NNP 8 nmod B-ORG
    . . PUNCT . 5 punct O
    # adjective
    The the DET DT 2 det O
    plan plan NOUN NN 4 nsubj O
    is be AUX VBZ 4 cop O
    important important ADJ JJ 0 root O
    for for ADP IN 7 case O
    small small ADJ JJ 7 amod O
    firms firm NOUN NNS 4 obl O
    . . PUNCT . 4 punct O
    # exists
    There there PRON EX 2 expl O
    is be VERB VBZ 0 root O
    a a DET DT 4 det O
    harbour harbour NOUN NN 2 nsubj O
    in in ADP IN 6 case O
    Bergen Bergen PROPN NNP 4 nmod B-LOC
    . . PUNCT . 2 punct O
    # notbuy
    Acme Acme PROPN NNP 4 nsubj B-ORG
    did do AUX VBD 4 aux O
    not not PART RB 4 advmod O
    buy buy VERB VB 0 root O
    Zenith Zenith PROPN NNP 4 obj B-ORG
    . . PUNCT . 4 punct O
    # may
    Acme Acme PROPN NNP 3 nsubj B-ORG
    may may AUX MD 3 aux O
    lose lose VERB VB 0 root O
    customers customer NOUN NNS 3 obj O
    in in ADP IN 6 case O
    Norway Norway PROPN NNP 3 obl B-LOC
    . . PUNCT . 3 punct O
    # will
    Acme Acme PROPN NNP 3 nsubj B-ORG
    will will AUX MD 3 aux O
    open open VERB VB 0 root O
    a a DET DT 5 det O
    factory factory NOUN NN 3 obj O
    . . PUNCT . 3 punct O
    # if
    If if SCONJ IN 3 mark O
    prices price NOUN NNS 3 nsubj O
    fall fall VERB VBP 7 advcl O
    , , PUNCT , 3 punct O
    Acme Acme PROPN NNP 7 nsubj B-ORG
    will will AUX MD 7 aux O
    close close VERB VB 0 root O
    the the DET DT 9 det O
    mine mine NOUN NN 7 obj O
    . . PUNCT . 7 punct O
    # deny
    Acme Acme PROPN NNP 2 nsubj B-ORG
    denied deny VERB VBD 0 root O
    that that SCONJ IN 5 mark O
    it it PRON PRP 5 nsubj O
    sold sell VERB VBD 2 ccomp O
    weapons weapon NOUN NNS 5 obj O
    . . PUNCT . 2 punct O
    # refuse
    Acme Acme PROPN NNP 2 nsubj B-ORG
    refused refuse VERB VBD 0 root O
    to to PART TO 4 mark O
    pay pay VERB VB 2 xcomp O
    the the DET DT 6 det O
    fine fine NOUN NN 4 obj O
    . . PUNCT . 2 punct O
    # plan
    Acme Acme PROPN NNP 2 nsubj B-ORG
    plans plan VERB VBZ 0 root O
    to to PART TO 4 mark O
    sell sell VERB VB 2 xcomp O
    the the DET DT 6 det O
    mine mine NOUN NN 4 obj O
    . . PUNCT . 2 punct O
    # nolonger
    Acme Acme PROPN NNP 4 nsubj B-ORG
    no no ADV RB 3 advmod O
    longer long ADV RBR 4 advmod O
    owns own VERB VBZ 0 root O
    the the DET DT 6 det O
    mine mine NOUN NN 4 obj O
    . . PUNCT . 4 punct O
    # without
    Acme Acme PROPN NNP 2 nsubj B-ORG
    left leave VERB VBD 0 root O
    Norway Norway PROPN NNP 2 obj B-LOC
    without without SCONJ IN 5 mark O
    paying pay VERB VBG 2 advcl O
    the the DET DT 7 det O
    fine fine NOUN NN 5 obj O
    . . PUNCT . 2 punct O
    # question
    Did do AUX VBD 3 aux O
    Acme Acme PROPN NNP 3 nsubj B-ORG
    buy buy VERB VB 0 root O
    Zenith Zenith PROPN NNP 3 obj B-ORG
    ? ? PUNCT . 3 punct O
    # purpose
    Acme Acme PROPN NNP 2 nsubj B-ORG
    hired hire VERB VBD 0 root O
    lawyers lawyer NOUN NNS 2 obj O
    to to PART TO 5 mark O
    fight fight VERB VB 2 advcl O
    the the DET DT 7 det O
    ban ban NOUN NN 5 obj O
    . . PUNCT . 2 punct O
    # nothing
    Acme Acme PROPN NNP 2 nsubj B-ORG
    did do VERB VBD 0 root O
    nothing nothing PRON NN 2 obj O
    wrong wrong ADJ JJ 3 amod O
    . . PUNCT . 2 punct O
    # likely
    Sales sale NOUN NNS 3 nsubj O
    are be AUX VBP 3 cop O
    likely likely ADJ JJ 0 root O
    to to PART TO 5 mark O
    fall fall VERB VB 3 xcomp O
    . . PUNCT . 3 punct O
    # said
    Ada Ada PROPN NNP 3 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    said say VERB VBD 0 root O
    that that SCONJ IN 6 mark O
    Acme Acme PROPN NNP 6 nsubj B-ORG
    closed close VERB VBD 3 ccomp O
    the the DET DT 8 det O
    mine mine NOUN NN 6 obj O
    . . PUNCT . 3 punct O
    # frame
    “ " PUNCT `` 3 punct O
    We we PRON PRP 3 nsubj O
    closed close VERB VBD 8 ccomp O
    the the DET DT 5 det O
    mine mine NOUN NN 3 obj O
    , , PUNCT , 3 punct O
    ” " PUNCT '' 3 punct O
    says say VERB VBZ 0 root O
    Ada Ada PROPN NNP 8 nsubj B-PER
    Lund Lund PROPN NNP 9 flat I-PER
    . . PUNCT . 8 punct O
    # according
    Acme Acme PROPN NNP 2 nsubj B-ORG
    closed close VERB VBD 0 root O
    the the DET DT 4 det O
    mine mine NOUN NN 2 obj O
    , , PUNCT , 9 punct O
    according accord VERB VBG 9 case O
    to to ADP IN 6 fixed O
    a a DET DT 9 det O
    person person NOUN NN 2 obl O
    familiar familiar ADJ JJ 9 amod O
    with with ADP IN 13 case O
    the the DET DT 13 det O
    matter matter NOUN NN 10 obl O
    . . PUNCT . 2 punct O
    # know
    Ada Ada PROPN NNP 3 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    knew know VERB VBD 0 root O
    that that SCONJ IN 6 mark O
    Acme Acme PROPN NNP 6 nsubj B-ORG
    closed close VERB VBD 3 ccomp O
    the the DET DT 8 det O
    mine mine NOUN NN 6 obj O
    . . PUNCT . 3 punct O
    # think
    The the DET DT 2 det O
    founders founder NOUN NNS 3 nsubj O
    think think VERB VBP 0 root O
    that that SCONJ IN 7 mark O
    they they PRON PRP 7 nsubj O
    can can AUX MD 7 aux O
    survive survive VERB VB 3 ccomp O
    . . PUNCT . 3 punct O
    # arguing
    The the DET DT 2 det O
    ministry ministry NOUN NN 3 nsubj O
    banned ban VERB VBD 0 root O
    Acme Acme PROPN NNP 3 obj B-ORG
    , , PUNCT , 6 punct O
    arguing argue VERB VBG 3 advcl O
    that that SCONJ IN 9 mark O
    it it PRON PRP 9 nsubj O
    stole steal VERB VBD 6 ccomp O
    secrets secret NOUN NNS 9 obj O
    . . PUNCT . 3 punct O
    # asked
    Officials official NOUN NNS 8 nsubj O
    who who PRON WP 3 nsubj O
    asked ask VERB VBD 1 acl:relcl O
    not not PART RB 7 advmod O
    to to PART TO 7 mark O
    be be AUX VB 7 aux:pass O
    named name VERB VBN 3 xcomp O
    said say VERB VBD 0 root O
    that that SCONJ IN 11 mark O
    Acme Acme PROPN NNP 11 nsubj B-ORG
    lied lie VERB VBD 8 ccomp O
    . . PUNCT . 8 punct O
    # people
    The the DET DT 2 det O
    people people NOUN NNS 3 nsubj O
    said say VERB VBD 0 root O
    that that SCONJ IN 6 mark O
    sales sale NOUN NNS 6 nsubj O
    fell fall VERB VBD 3 ccomp O
    . . PUNCT . 3 punct O
    # appos
    Ada Ada PROPN NNP 13 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    , , PUNCT , 6 punct O
    chief chief ADJ JJ 6 amod O
    executive executive ADJ JJ 6 amod O
    officer officer NOUN NN 1 appos O
    of of ADP IN 8 case O
    Acme Acme PROPN NNP 6 nmod B-ORG
    and and CCONJ CC 11 cc O
    a a DET DT 11 det O
    founder founder NOUN NN 1 conj O
    , , PUNCT , 1 punct O
    left leave VERB VBD 0 root O
    . . PUNCT . 13 punct O
    # title
    President President PROPN NNP 2 nmod:desc O
    Ada Ada PROPN NNP 4 nsubj B-PER
    Lund Lund PROPN NNP 2 flat I-PER
    visited visit VERB VBD 0 root O
    Oslo Oslo PROPN NNP 4 obj B-LOC
    . . PUNCT . 4 punct O
    # firmidc
    The the DET DT 3 det O
    research research NOUN NN 3 compound O
    firm firm NOUN NN 5 nsubj O
    Nordia Nordia PROPN NNP 3 appos B-ORG
    hired hire VERB VBD 0 root O
    Ada Ada PROPN NNP 5 obj B-PER
    Lund Lund PROPN NNP 6 flat I-PER
    . . PUNCT . 5 punct O
    # country
    Japan Japan PROPN NNP 3 nmod:poss B-LOC
    's 's PART POS 1 case O
    Acme Acme PROPN NNP 4 nsubj B-ORG
    hired hire VERB VBD 0 root O
    Ada Ada PROPN NNP 4 obj B-PER
    Lund Lund PROPN NNP 5 flat I-PER
    . . PUNCT . 4 punct O
    # possess
    Acme Acme PROPN NNP 3 nmod:poss B-ORG
    's 's PART POS 1 case O
    factory factory NOUN NN 4 nsubj:pass O
    burned burn VERB VBN 0 root O
    . . PUNCT . 4 punct O
    # valuation
    Acme Acme PROPN NNP 10 nsubj B-ORG
    , , PUNCT , 8 punct O
    whose whose PRON WP$ 7 nmod:poss O
    $ $ SYM $ 7 compound O
    7 7 NUM CD 6 compound O
    billion billion NUM CD 4 nummod O
    valuation valuation NOUN NN 8 nsubj O
    fell fall VERB VBD 1 acl:relcl O
    , , PUNCT , 1 punct O
    hired hire VERB VBD 0 root O
    lawyers lawyer NOUN NNS 10 obj O
    . . PUNCT . 10 punct O
    # members
    Acme Acme PROPN NNP 2 nsubj B-ORG
    sells sell VERB VBZ 0 root O
    minerals mineral NOUN NNS 2 obj O
    such such ADJ JJ 6 case O
    as as ADP IN 4 fixed O
    copper copper NOUN NN 3 nmod O
    and and CCONJ CC 8 cc O
    zinc zinc NOUN NN 6 conj O
    . . PUNCT . 2 punct O
    # raised
    Acme Acme PROPN NNP 2 nsubj B-ORG
    raised raise VERB VBD 0 root O
    $ $ SYM $ 2 obj O
    5 5 NUM CD 5 compound O
    million million NUM CD 3 nummod O
    from from ADP IN 7 case O
    investors investor NOUN NNS 2 obl O
    including include VERB VBG 9 case O
    Nordia Nordia PROPN NNP 7 nmod B-ORG
    and and CCONJ CC 11 cc O
    Apex Apex PROPN NNP 9 conj B-ORG
    . . PUNCT . 2 punct O
    # since
    Acme Acme PROPN NNP 3 nsubj B-ORG
    has have AUX VBZ 3 aux O
    owned own VERB VBN 0 root O
    the the DET DT 5 det O
    mine mine NOUN NN 3 obj O
    since since ADP IN 7 case O
    2015 2015 NUM CD 3 obl O
    . . PUNCT . 3 punct O
    # fromto
    Acme Acme PROPN NNP 2 nsubj B-ORG
    owned own VERB VBD 0 root O
    the the DET DT 4 det O
    mine mine NOUN NN 2 obj O
    from from ADP IN 6 case O
    2010 2010 NUM CD 2 obl O
    to to ADP IN 8 case O
    2015 2015 NUM CD 2 obl O
    . . PUNCT . 2 punct O
    # founders
    The the DET DT 2 det O
    company company NOUN NN 4 nmod:poss O
    's 's PART POS 2 case O
    founders founder NOUN NNS 6 nsubj O
    are be AUX VBP 6 cop O
    academics academic NOUN NNS 0 root O
    who who PRON WP 8 nsubj O
    left leave VERB VBD 6 acl:relcl O
    Norway Norway PROPN NNP 8 obj B-LOC
    . . PUNCT . 6 punct O
    # he
    He he PRON PRP 2 nsubj O
    left leave VERB VBD 0 root O
    Oslo Oslo PROPN NNP 2 obj B-LOC
    . . PUNCT . 2 punct O
    # think2
    The the DET DT 2 det O
    bank bank NOUN NN 3 nsubj O
    expects expect VERB VBZ 0 root O
    the the DET DT 5 det O
    price price NOUN NN 3 obj O
    to to PART TO 7 mark O
    rise rise VERB VB 3 xcomp O
    . . PUNCT . 3 punct O
    # unless
    Acme Acme PROPN NNP 3 nsubj B-ORG
    will will AUX MD 3 aux O
    leave leave VERB VB 0 root O
    unless unless SCONJ IN 6 mark O
    prices price NOUN NNS 6 nsubj O
    rise rise VERB VBP 3 advcl O
    . . PUNCT . 3 punct O
    # ago
    The the DET DT 2 det O
    firm firm NOUN NN 3 nsubj O
    opened open VERB VBD 0 root O
    , , PUNCT , 7 punct O
    and and CCONJ CC 7 cc O
    Acme Acme PROPN NNP 7 nsubj B-ORG
    closed close VERB VBD 3 conj O
    the the DET DT 9 det O
    mine mine NOUN NN 7 obj O
    . . PUNCT . 3 punct O
    # stopped
    Acme Acme PROPN NNP 2 nsubj B-ORG
    failed fail VERB VBD 0 root O
    to to PART TO 4 mark O
    pay pay VERB VB 2 xcomp O
    and and CCONJ CC 6 cc O
    lost lose VERB VBD 2 conj O
    the the DET DT 8 det O
    mine mine NOUN NN 6 obj O
    . . PUNCT . 2 punct O
    # allegedly
    Acme Acme PROPN NNP 3 nsubj B-ORG
    allegedly allegedly ADV RB 3 advmod O
    stole steal VERB VBD 0 root O
    secrets secret NOUN NNS 3 obj O
    . . PUNCT . 3 punct O
    # should
    Acme Acme PROPN NNP 3 nsubj B-ORG
    should should AUX MD 3 aux O
    pay pay VERB VB 0 root O
    the the DET DT 5 det O
    fine fine NOUN NN 3 obj O
    . . PUNCT . 3 punct O
    # age
    Ada Ada PROPN NNP 6 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    , , PUNCT , 4 punct O
    36 36 NUM CD 1 appos O
    , , PUNCT , 1 punct O
    left leave VERB VBD 0 root O
    Oslo Oslo PROPN NNP 6 obj B-LOC
    . . PUNCT . 6 punct O
    # cafe
    Zoë Zoë PROPN NNP 3 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    opened open VERB VBD 0 root O
    a a DET DT 5 det O
    café café NOUN NN 3 obj O
    in in ADP IN 7 case O
    Oslo Oslo PROPN NNP 3 obl B-LOC
    . . PUNCT . 3 punct O
    # prohibit
    The the DET DT 2 det O
    ministry ministry NOUN NN 3 nsubj O
    banned ban VERB VBD 0 root O
    Acme Acme PROPN NNP 3 obj B-ORG
    from from SCONJ IN 6 mark O
    selling sell VERB VBG 3 advcl O
    weapons weapon NOUN NNS 6 obj O
    . . PUNCT . 3 punct O
    # cleft
    The the DET DT 3 det O
    biggest big ADJ JJS 3 amod O
    risk risk NOUN NN 7 nsubj:outer O
    is be AUX VBZ 7 cop O
    that that SCONJ IN 7 mark O
    Acme Acme PROPN NNP 7 nsubj B-ORG
    loses lose VERB VBZ 0 root O
    money money NOUN NN 7 obj O
    . . PUNCT . 7 punct O
    # openquote
    Ada Ada PROPN NNP 3 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    said say VERB VBD 0 root O
    : : PUNCT : 7 punct O
    “ " PUNCT `` 7 punct O
    We we PRON PRP 7 nsubj O
    closed close VERB VBD 3 ccomp O
    the the DET DT 9 det O
    mine mine NOUN NN 7 obj O
    . . PUNCT . 3 punct O
    # framed
    Sales sale NOUN NNS 2 nsubj O
    fell fall VERB VBD 0 root O
    , , PUNCT , 2 punct O
    Ada Ada PROPN NNP 6 nsubj B-PER
    Lund Lund PROPN NNP 4 flat I-PER
    said say VERB VBD 2 parataxis O
    . . PUNCT . 2 punct O
    # alleged
    Ada Ada PROPN NNP 4 nsubj:pass B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    is be AUX VBZ 4 aux:pass O
    alleged allege VERB VBN 0 root O
    to to PART TO 7 mark O
    have have AUX VB 7 aux O
    sold sell VERB VBN 4 xcomp O
    the the DET DT 9 det O
    mine mine NOUN NN 7 obj O
    . . PUNCT . 4 punct O
    # place
    The the DET DT 2 det O
    race race NOUN NN 3 nsubj O
    took take VERB VBD 0 root O
    place place NOUN NN 3 obj O
    in in ADP IN 6 case O
    Oslo Oslo PROPN NNP 3 obl B-LOC
    . . PUNCT . 3 punct O
    # goingto
    Acme Acme PROPN NNP 3 nsubj B-ORG
    is be AUX VBZ 3 aux O
    going go VERB VBG 0 root O
    to to PART TO 5 mark O
    close close VERB VB 3 xcomp O
    the the DET DT 7 det O
    mine mine NOUN NNS 5 obj O
    . . PUNCT . 3 punct O
    # deemed
    The the DET DT 2 det O
    court court NOUN NN 3 nsubj O
    deemed Deem VERB VBD 0 root O
    the the DET DT 5 det O
    sale sale NOUN NN 3 obj O
    illegal illegal ADJ JJ 3 xcomp O
    . . PUNCT . 3 punct O
    # half
    Ada Ada PROPN NNP 3 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    lost lose VERB VBD 0 root O
    her her PRON PRP$ 5 nmod:poss O
    phone phone NOUN NN 3 obj O
    . . PUNCT . 3 punct O
    # hisfirm
    Ada Ada PROPN NNP 3 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    lost lose VERB VBD 0 root O
    her her PRON PRP$ 5 nmod:poss O
    company company NOUN NN 3 obj O
    . . PUNCT . 3 punct O
    # possessmind
    Acme Acme PROPN NNP 3 nmod:poss B-ORG
    's 's PART POS 1 case O
    mood mood NOUN NN 4 nsubj O
    changed change VERB VBD 0 root O
    . . PUNCT . 4 punct O
    # framebehind
    Ada Ada PROPN NNP 7 nsubj B-PER
    Lund Lund PROPN NNP 1 flat I-PER
    closed close VERB VBD 7 ccomp O
    mines mine NOUN NNS 3 obj O
    , , PUNCT , 7 punct O
    Acme Acme PROPN NNP 7 nsubj B-ORG
    said say VERB VBD 0 root O
    . . PUNCT . 7 punct O
    # framelost
    Acme Acme PROPN NNP 2 nsubj B-ORG
    closed close VERB VBD 0 root O
    mines mine NOUN NNS 2 obj O
    , , PUNCT , 6 punct O
    a a DET DT 6 det O
    book book NOUN NN 3 appos O
    claims claim VERB VBZ 6 acl O
    . . PUNCT . 2 punct O
    # thinksowen
    Acme Acme PROPN NNP 2 nsubj B-ORG
    closed close VERB VBD 0 root O
    mines mine NOUN NNS 2 obj O
    , , PUNCT , 5 punct O
    thinks think VERB VBZ 2 parataxis O
    Owen Owen PROPN NNP 5 iobj B-PER
    . . PUNCT . 2 punct O
    # lonelyiobj
    Acme Acme PROPN NNP 2 nsubj B-ORG
    sued sue VERB VBD 0 root O
    Zenith Zenith PROPN NNP 2 iobj B-ORG
    . . PUNCT . 2 punct O
    # toldiobj
    Acme Acme PROPN NNP 2 nsubj B-ORG
    told tell VERB VBD 0 root O
    Zenith Zenith PROPN NNP 2 iobj B-ORG
    . . PUNCT . 2 punct O
    # metchief
    Acme Acme PROPN NNP 2 nsubj B-ORG
    sued sue VERB VBD 0 root O
    Zenith Zenith PROPN NNP 4 compound B-ORG
    chief chief NOUN NN 2 obj O
    Ada Ada PROPN NNP 2 obj B-PER
    Lund Lund PROPN NNP 5 flat I-PER
    . . PUNCT . 2 punct O
    # secretary
    Secretary Secretary PROPN NNP 6 nsubj O
    of of ADP IN 3 case O
    State State PROPN NNP 4 nmod:desc O
    Ada Ada PROPN NNP 1 nmod B-PER
    Lund Lund PROPN NNP 4 flat I-PER
    left leave VERB VBD 0 root O
    Oslo Oslo PROPN NNP 6 obj B-LOC
    . . PUNCT . 6 punct O
    # others
    Others other NOUN NNS 2 nsubj O
    bought buy VERB VBD 0 root O
    mines mine NOUN NNS 2 obj O
    . . PUNCT . 2 punct O
    # makershare
    Acme Acme PROPN NNP 4 nsubj B-ORG
    is be AUX VBZ 4 cop O
    a a DET DT 4 det O
    maker maker NOUN NN 0 root O
    with with ADP IN 6 case O
    capacity capacity NOUN NN 4 nmod O
    and and CCONJ CC 9 cc O
    a a DET DT 9 det O
    share share NOUN NN 4 conj O
    . . PUNCT . 4 punct O
    # moment
    Acme Acme PROPN NNP 2 nsubj B-ORG
    watched watch VERB VBD 0 root O
    the the DET DT 4 det O
    moment moment NOUN NN 2 obj O
    Zenith Zenith PROPN NNP 6 nsubj B-ORG
    fell fall VERB VBD 4 acl:relcl O
    . . PUNCT . 2 punct O
    # colony
    Acme Acme PROPN NNP 2 nsubj B-ORG
    runs run VERB VBZ 0 root O
    schools school NOUN NNS 2 obj O
    in in ADP IN 5 case O
    Gabon Gabon PROPN NNP 3 nmod B-LOC
    , , PUNCT , 8 punct O
    a a DET DT 8 det O
    country country NOUN NN 3 appos O
    . . PUNCT . 2 punct O
    # secondsubject
    A a DET DT 2 det O
    coup coup NOUN NN 3 nsubj O
    removed remove VERB VBD 0 root O
    Ada Ada PROPN NNP 3 nsubj B-PER
    Lund Lund PROPN NNP 4 flat I-PER
    . . PUNCT . 3 punct O
    # baresubject
    Acme Acme PROPN NNP 2 nsubj B-ORG
    paid pay VERB VBD 0 root O
    when when ADV WRB 6 advmod O
    the the DET DT 5 det O
    tower tower NOUN NN 6 obl O
    fell fall VERB VBD 2 advcl O
    on on ADP IN 9 case O
    a a DET DT 9 det O
    bridge bridge NOUN NN 6 obl O
    . . PUNCT . 2 punct O
    # barecause
    Acme Acme PROPN NNP 2 nsubj B-ORG
    paid pay VERB VBD 0 root O
    when when ADV WRB 6 advmod O
    on on ADP IN 5 case O
    Monday Monday PROPN NNP 6 obl O
    fell fall VERB VBD 2 advcl O
    the the DET DT 8 det O
    tower tower NOUN NN 6 nsubj O
    . . PUNCT . 2 punct O
    # tornroot
    The the DET DT 2 det O
    plan plan NOUN NN 6 nsubj:pass O
    paid pay VERB VBD 2 acl O
    off off ADP RP 3 compound:prt O
    fully fully ADV RB 6 advmod O
    issued issue VERB VBN 0 root O
    in in ADP IN 8 case O
    Norway Norway PROPN NNP 6 obl B-LOC
    . . PUNCT . 6 punct O
    # bribed
    Acme Acme PROPN NNP 2 nsubj B-ORG
    heard hear VERB VBD 0 root O
    allegations allegation NOUN NNS 2 obj O
    Lund Lund PROPN NNP 6 nsubj:pass B-PER
    was be AUX VBD 6 aux:pass O
    bribed bribe VERB VBN 3 acl:relcl O
    by by ADP IN 8 case O
    Zenith Zenith PROPN NNP 6 obl:agent B-ORG
    . . PUNCT . 2 punct O
    # fargap
    Acme Acme PROPN NNP 2 nsubj B-ORG
    released release VERB VBD 0 root O
    files file NOUN NNS 2 obj O
    on on ADP IN 6 case O
    the the DET DT 6 det O
    tower tower NOUN NN 3 nmod O
    , , PUNCT , 10 punct O
    which which PRON WDT 10 obj O
    Zenith Zenith PROPN NNP 10 nsubj B-ORG
    built build VERB VBD 3 acl:relcl O
    . . PUNCT . 2 punct O
    # foreign
    Акме Акме PROPN NNP 2 nsubj B-ORG
    купила купила VERB VBD 0 root O
    Зенит Зенит PROPN NNP 2 obj B-ORG
    in in ADP IN 5 case O
    2019 2019 NUM CD 2 obl O
    . . PUNCT . 2 punct O
    # mayfind
    Acme Acme PROPN NNP 3 nsubj B-ORG
    may may AUX MD 3 aux O
    find find VERB VB 0 root O
    that that SCONJ IN 6 mark O
    Zenith Zenith PROPN NNP 6 nsubj B-ORG
    lost lose VERB VBD 3 ccomp O
    customers customer NOUN NNS 6 obj O
    . . PUNCT . 3 punct O
    # withclosing
    Prices price NOUN NNS 2 nsubj O
    rose rise VERB VBD 0 root O
    with with ADP IN 5 case O
    many many ADJ JJ 5 amod O
    firms firm NOUN NNS 2 obl O
    closing close VERB VBG 5 acl O
    mines mine NOUN NNS 6 obj O
    . . PUNCT . 2 punct O
    # forgoal
    Ada Ada PROPN NNP 2 nsubj B-PER
    scored score VERB VBD 0 root O
    for for ADP IN 5 case O
    the the DET DT 5 det O
    goal goal NOUN NN 2 obl O
    to to PART TO 8 mark O
    be be AUX VB 8 aux:pass O
    annulled annul VERB VBN 5 acl O
    . . PUNCT . 2 punct O
    # newboy
    Acme Acme PROPN NNP 2 nsubj B-ORG
    hired hire VERB VBD 0 root O
    Ada Ada PROPN NNP 2 obj B-PER
    Lund Lund PROPN NNP 3 flat I-PER
    , , PUNCT , 7 punct O
    a a DET DT 7 det O
    lawyer lawyer NOUN NN 3 appos O
    , , PUNCT , 11 punct O
    and and CCONJ CC 11 cc O
    new new ADJ JJ 11 amod O
    boy boy NOUN NN 3 conj O
    Carl Carl PROPN NNP 11 appos B-PER
    Berg Berg PROPN NNP 12 flat I-PER
    . . PUNCT . 2 punct O
    # cutby
    Prices price NOUN NNS 3 nsubj:pass O
    were be AUX VBD 3 aux:pass O
    cut cut VERB VBN 0 root O
    by by ADP IN 6 case O
    an a DET DT 6 det O
    average average NOUN NN 3 obl:agent O
    of of ADP IN 9 case O
    a a DET DT 9 det O
    fifth fifth NOUN NN 6 nmod O
    . . PUNCT . 3 punct O
    # sixof
    Acme Acme PROPN NNP 2 nsubj B-ORG
    directs direct VERB VBZ 0 root O
    six six NUM CD 2 obj O
    of of ADP IN 6 case O
    the the DET DT 6 det O
    committees committee NOUN NNS 3 nmod O
    . . PUNCT . 2 punct O
    # policehead
    The the DET DT 2 det O
    head head NOUN NN 9 nsubj O
    of of ADP IN 5 case O
    the the DET DT 5 det O
    police police NOUN NNS 2 nmod O
    , , PUNCT , 7 punct O
    Ada Ada PROPN NNP 5 appos B-PER
    , , PUNCT , 7 punct O
    resigned resign VERB VBD 0 root O
    . . PUNCT . 9 punct O
    # stories
    Papers paper NOUN NNS 2 nsubj O
    carried carry VERB VBD 0 root O
    stories story NOUN NNS 2 obj O
    that that SCONJ IN 6 mark O
    Acme Acme PROPN NNP 6 nsubj B-ORG
    lost lose VERB VBD 3 acl O
    money money NOUN NN 6 obj O
    . . PUNCT . 2 punct O
    # tornname
    Fraud fraud NOUN NN 2 compound O
    consultancy consultancy NOUN NN 5 nsubj O
    Retail Retail PROPN NNP 5 obl O
    Lund Lund PROPN NNP 3 flat O
    bought buy VERB VBD 0 root O
    Berg Berg PROPN NNP 5 obl O
    & & CCONJ CC 8 cc O
    Wines Wines PROPN NNP 5 obj O
    . . PUNCT . 5 punct O
    # tornowner
    Ada Ada PROPN NNP 2 flat O
    Lund Lund PROPN NNP 5 nsubj B-PER
    's 's PART POS 2 case O
    book book NOUN NN 5 dep O
    won win VERB VBD 0 root O
    prizes prize NOUN NNS 5 obj O
    . . PUNCT . 5 punct O
    # compoundname
    Halden Halden PROPN NNP 2 compound O
    Works Works PROPN NNP 3 nsubj B-ORG
    sold sell VERB VBD 0 root O
    ships ship NOUN NNS 3 obj O
    . . PUNCT . 3 punct O
    # plans
    Acme Acme PROPN NNP 2 nsubj B-ORG
    has have VERB VBZ 0 root O
    plans plan NOUN NNS 2 obj O
    to to PART TO 5 mark O
    close close VERB VB 3 acl O
    mines mine NOUN NNS 5 obj O
    . . PUNCT . 2 punct O
    # ticketof
    Acme Acme PROPN NNP 2 nsubj B-ORG
    chose choose VERB VBD 0 root O
    the the DET DT 4 det O
    ticket ticket NOUN NN 2 obj O
    of of ADP IN 6 case O
    banker banker NOUN NN 4 nmod O
    Ada Ada PROPN NNP 6 appos B-PER
    # models
    Nordair Nordair PROPN NNP 2 nsubj B-ORG
    ordered order VERB VBD 0 root O
    22 22 NUM CD 6 nummod O
    new new ADJ JJ 6 amod O
    Orion Orion PROPN NNP 6 compound O
    747s 747s NOUN NNS 2 obj O
    , , PUNCT , 9 punct O
    a a DET DT 9 det O
    K380 K380 NOUN NN 6 conj O
    and and CCONJ CC 12 cc O
    Lumen lumen PROPN NNP 12 compound O
    Store store NOUN NN 6 conj O
    for for ADP IN 16 case O
    its its PRON PRP$ 16 nmod:poss O
    Party party PROPN NNP 16 compound O
    Leader leader NOUN NN 2 obl O
    . . PUNCT . 2 punct O
    # othergear
    Cranes crane NOUN NNS 2 nsubj O
    lift lift VERB VBP 0 root O
    ships ship NOUN NNS 2 obj O
    and and CCONJ CC 8 cc O
    other other ADJ JJ 7 amod O
    gear gear NOUN NN 7 compound O
    Nordia Nordia PROPN NNP 8 nsubj O
    sells sell VERB VBZ 2 conj O
    to to ADP IN 10 case O
    schools school NOUN NNS 8 obl O
    . . PUNCT . 2 punct O
    """
}
