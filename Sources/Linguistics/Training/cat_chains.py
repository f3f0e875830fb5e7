"""Reads coreference from files of the CAT tool, as ECB+ and MEANTIME are made of."""
import xml.etree.ElementTree as ElementTree
from collections import defaultdict


def cat_chains(path):
    """For each place of a non-blank character in the text, the chains of the mentions that end there."""
    root = ElementTree.parse(path).getroot()
    ends, at = {}, 0
    for token in root.findall('token'):
        at += len((token.text or '').replace(' ', ''))
        ends[token.get('t_id')] = at
    markables = {m.get('m_id'): m for m in root.find('Markables')}
    chains = defaultdict(set)
    for relation in root.find('Relations'):
        target = markables.get(relation.find('target').get('m_id'))
        chain = (target is not None and target.get('instance_id')) or relation.get('note') or (path, relation.get('r_id'))
        for source in relation.findall('source'):
            mention = markables.get(source.get('m_id'))
            if mention is None or mention.tag.startswith(('ACTION', 'NEG_ACTION', 'TIME', 'UNKNOWN')):
                continue
            anchors = [ends[a.get('t_id')] for a in mention.findall('token_anchor')]
            if anchors:
                chains[max(anchors)].add(chain)
    return chains
