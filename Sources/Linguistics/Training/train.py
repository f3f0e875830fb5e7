#!/usr/bin/env python3
"""Multi-task fine-tuning of a small encoder for English: tags, lemmas, dependencies and names in one network.

A set without a layer has label -100 there, which the loss skips:
  UD EWT train            tags, lemmas, trees; names from UNER EWT train
  UD GUM train            only the genres of sentences.GUM_FREE; names from its entity layer
  WikiGold (80 %), WNUT17 train, MEANTIME (apple, airbus)    names only
  Re-DocRED dev, KnowledgeNet folds 1 and 2                  some of the names (partial_names.py)

One process a core with one thread each, gradients averaged once a step: on a busy machine several times faster than
threads, which wait for each other inside every matrix product.  Word pieces are hidden at random and sentences roughened
(augmentation.py); what is saved as final.pt is the running mean of the weights.

  train.py --data DATA --bert MINILM --out OUT [--init CHECKPOINT] [--minutes 90]
"""
import argparse
import collections
import json
import os
import random
import time

import torch
import torch.nn.functional as F

from augmentation import NamePool, epoch_sentences
from decoding import predict, score
from labels import IGNORE, build_vocabs, numberize
from network import load_checkpoint, new_model, warm_start
from pieces import batches, collate, load_tokenizer, tokenize
from sentences import GUM_FREE, attach_names, gum_genre, read_conllu, read_iob, read_uner

PARSED = ('ewt', 'gum')
WEIGHT = {'upos': 0.5, 'xpos': 0.5, 'lemma': 0.5, 'arc': 1.0, 'rel': 1.0, 'ner': 2.0}


def weighted(text):
    """`arc=1.5,rel=1.5` as a dictionary."""
    return {k: float(v) for k, v in (x.split('=') for x in text.split(',') if x)}


def loss_fn(model, b, weight):
    """Cross-entropy summed over the annotated words, divided by their number but by no less than 40 % of all words,
    so that a few annotated words in a mixed batch do not dominate a step."""
    o, words = model(b), int(b['wmask'].sum())

    def ce(scores, y):
        n = max(int((y != IGNORE).sum()), int(0.4 * words), 1)
        return F.cross_entropy(scores.flatten(0, 1).float(), y.flatten(), ignore_index=IGNORE, reduction='sum') / n

    L = {k: ce(o[k], b[k]) for k in ('upos', 'xpos', 'lemma', 'ner')}
    L['arc'] = ce(o['arc'].masked_fill(~b['wmask'][:, None, :], -1e4), b['head'])
    L['rel'] = ce(model.labels(o['ld'], o['lh'], b['head'].clamp(min=0)), b['rel'])
    return sum(weight[k] * v for k, v in L.items()), L


def load_train(folder, only):
    sets = {'ewt': read_conllu(folder + '/ewt.train.conllu')}
    attach_names(sets['ewt'], read_uner(folder + '/uner/en_ewt-ud-train.iob2'))
    if 'gum' in only:
        sets['gum'] = [s for s in read_conllu(folder + '/gum.train.conllu') if gum_genre(s) in GUM_FREE]
        attach_names(sets['gum'], read_iob(folder + '/ner/gum.iob'))
    for k, f in (('wikigold', 'wikigold.train'), ('wnut17', 'wnut17.train'), ('meantime', 'meantime'),
                 ('redocred', 'redocred'), ('knowledgenet', 'knowledgenet')):
        if k in only:
            sets[k] = read_iob(f'{folder}/ner/{f}.iob')
    return {k: v for k, v in sets.items() if k in only}


def load_dev(folder):
    dev = read_conllu(folder + '/ewt.dev.conllu')
    attach_names(dev, read_uner(folder + '/uner/en_ewt-ud-dev.iob2'))
    return dev


def worker(rank, a):
    torch.set_num_threads(1)
    if a.procs > 1:
        torch.distributed.init_process_group('gloo', init_method='file://' + a.rendezvous, rank=rank, world_size=a.procs)
    say = print if rank == 0 else (lambda *x, **k: None)
    tok, sets, dev = load_tokenizer(a.bert), load_train(a.data, a.sets.split(',')), load_dev(a.data)
    every = [s for v in sets.values() for s in v]
    tokenize(every, tok)
    tokenize(dev, tok)
    V = build_vocabs(every)
    for s in every:
        numberize(s, V)
    say('labels', {k: len(v) for k, v in V.items()}, 'sets (sentences, words, pieces)',
        {k: (len(v), sum(len(s.words) for s in v), sum(len(s.ids) for s in v)) for k, v in sets.items()}, flush=True)

    torch.manual_seed(a.seed)                   # the same start in every process ...
    model = new_model(V)
    if a.init:
        warm_start(model, V, a.init)
    else:
        model.enc.load_bert(os.path.join(a.bert, 'model.safetensors'))
    torch.manual_seed(a.seed * 1000 + rank)     # ... but its own dropout

    if a.lr_words == 0:                         # half of the parameters; without them a step costs less
        model.enc.word.weight.requires_grad = False

    # bf16 weights and activations for the passes, fp32 master weights for the optimiser
    names = [n for n, p in model.named_parameters() if p.requires_grad]
    master = [p.detach().clone() for p in model.parameters() if p.requires_grad]
    model.bfloat16()
    params = [p for p in model.parameters() if p.requires_grad]
    # three groups: the word-piece table (no decay: most rows see no gradient in a step), the layers, the heads
    group_of = [0 if n == 'enc.word.weight' else 1 if n.startswith('enc.') else 2 for n in names]
    opt = torch.optim.AdamW([{'params': [m for m, g in zip(master, group_of) if g == i], 'weight_decay': 0.0 if i == 0 else 0.01}
                             for i in range(3)], betas=(0.9, 0.98), fused=True)
    average = [m.clone() for m in master] if rank == 0 else []
    sizes = [m.numel() for m in master]
    flat = torch.zeros(sum(sizes) + 1)          # all gradients in one vector, and one slot for the shared clock
    grads = flat[:-1].split(sizes)
    for m, g in zip(master, grads):
        m.grad = g.view_as(m)

    def save(name, weights):
        w = dict(model.state_dict(), **dict(zip(names, weights)))
        torch.save({'model': {k: v.half() for k, v in w.items()}, 'vocab': {k: v.items for k, v in V.items()}}, f'{a.out}/{name}.pt')

    pool, weight = NamePool(every), WEIGHT | weighted(a.weights)
    rng, start, step, epoch, pieces, run = random.Random(a.seed), time.time(), 0, 0, 0, collections.Counter()
    hidden = random.Random(a.seed * 1000 + rank)
    stop, used = False, 0.0
    while not stop:
        finishing = used >= 1 - a.finish
        sents = epoch_sentences({k: v for k, v in sets.items() if not finishing or k in PARSED}, V, tok, rng, pool, weighted(a.shares))
        bs = batches(sents, a.batch, rng)
        # batches of the same length go to the processes of one step
        order = sorted(range(len(bs)), key=lambda i: max(len(sents[j].ids) for j in bs[i]))
        groups = [order[i:i + a.procs] for i in range(0, len(order) - a.procs + 1, a.procs)]
        rng.shuffle(groups)
        epoch += 1
        say('epoch', epoch, 'sentences', len(sents), 'steps', len(groups), flush=True)
        for g in groups:
            model.train()
            b = collate([sents[i] for i in bs[g[rank]]], rng=hidden)
            loss, L = loss_fn(model, b, weight)
            loss.backward()
            for p, x in zip(params, grads):
                if p.grad is None:
                    x.zero_()
                else:
                    x.copy_(p.grad.view(-1))
                    p.grad = None
            # schedule: warm-up, then linear decay over the steps or the clock, whichever is further on
            flat[-1] = max(step / a.steps, (time.time() - start) / 60 / a.minutes) if rank == 0 else 0.0
            if a.procs > 1:
                torch.distributed.all_reduce(flat)
            used = float(flat[-1])
            flat[:-1].div_(a.procs)
            norm = float(flat[:-1].norm())
            if norm > 5:
                flat[:-1].mul_(5 / norm)
            factor = min((step + 1) / max(1, a.warm), max(0.0, 1 - used), 1.0)
            for group, lr in zip(opt.param_groups, (a.lr_words, a.lr, a.lr_heads)):
                group['lr'] = lr * factor
            opt.step()
            with torch.no_grad():
                for p, m in zip(params, master):
                    p.copy_(m)
            step += 1
            if rank == 0:                       # the mean of the last weights, a run's best guess of its own end
                keep = min(a.average, step / (step + 10))
                torch._foreach_lerp_(average, master, 1 - keep)
            pieces += int(b['mask'].sum())
            run['n'] += 1
            for k, v in L.items():
                run[k] += v.item()
            if step % 20 == 0:
                say(f'{step} {time.time() - start:.0f} s, {a.procs * pieces / (time.time() - start):.0f} pieces/s, '
                    f'lr x{factor:.2f}, norm {norm:.1f}, ' + ' '.join(f'{k} {run[k] / run["n"]:.3f}' for k in L), flush=True)
                run.clear()
            if rank == 0 and step % 100 == 0:
                save('last', average)
            stop = used >= 1 or step >= a.steps
            if stop or not finishing and used >= 1 - a.finish:
                break
    if rank == 0:
        for name, weights in (('end', master), ('final', average)):
            save(name, weights)
            trained, labels = load_checkpoint(f'{a.out}/{name}.pt')
            print(json.dumps({name: score(predict(trained, dev, labels)), 'steps': step, 'seconds': round(time.time() - start)}), flush=True)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True, help='folder written by build_data.py, with uner/ inside')
    ap.add_argument('--bert', required=True, help='folder with tokenizer.json and model.safetensors of all-MiniLM-L6-v2')
    ap.add_argument('--out', required=True)
    ap.add_argument('--init', help='checkpoint to go on from')
    ap.add_argument('--sets', default='ewt,gum,wikigold,wnut17,meantime,redocred,knowledgenet')
    ap.add_argument('--shares', default='', help='share of a set that one pass reads, as gum=0.3; else that of augmentation.py')
    ap.add_argument('--weights', default='', help='weights of losses, as arc=1.5; else those above')
    ap.add_argument('--procs', type=int, default=2)
    ap.add_argument('--batch', type=int, default=800, help='padded word pieces a process and step')
    ap.add_argument('--steps', type=int, default=4000)
    ap.add_argument('--minutes', type=float, default=35, help='the schedule ends then, even if --steps are not done')
    ap.add_argument('--warm', type=int, default=30, help='warm-up steps')
    ap.add_argument('--finish', type=float, default=0.0,
                    help='share of the schedule, its end, that reads the treebanks alone: the other sets draw names differently')
    ap.add_argument('--lr', type=float, default=2e-4)
    ap.add_argument('--lr-words', type=float, default=5e-5, help='rate of the word-piece table; 0 leaves it as it is')
    ap.add_argument('--average', type=float, default=0.998, help='share of the old mean that a step keeps')
    ap.add_argument('--lr-heads', type=float, default=8e-4)
    ap.add_argument('--seed', type=int, default=1)
    a = ap.parse_args()
    os.makedirs(a.out, exist_ok=True)
    a.rendezvous = os.path.abspath(os.path.join(a.out, 'rendezvous'))
    if os.path.exists(a.rendezvous):
        os.remove(a.rendezvous)
    if a.procs == 1:
        worker(0, a)
    else:
        torch.multiprocessing.spawn(worker, (a,), nprocs=a.procs)


if __name__ == '__main__':
    main()
