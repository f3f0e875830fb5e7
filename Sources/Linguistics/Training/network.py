"""The network: a MiniLM encoder that sees capitals, linear heads for tags, lemmas and names, biaffine ones for the tree.

  encoder   6 layers x 384, 12 heads, feed-forward 1536, WordPiece 30,522 (uncased), started from all-MiniLM-L6-v2
  case      the checkpoint is uncased; a zero-initialised embedding of 6 case classes a word is added to the
            embedding sum and gives the capitalisation back at no run-time cost
  words     the hidden state of a word's first piece; [CLS] plays ROOT (index 0)
  heads     linear: UPOS, XPOS, lemma edit script, names (BIO);  biaffine: arcs (256) and relations (96)
"""
import torch
import torch.nn as nn
import torch.nn.functional as F

from labels import Vocab


class Layer(nn.Module):
    """BERT layer (layer norm after the residual)."""

    def __init__(self, d, heads, ffn, p):
        super().__init__()
        self.h = heads
        self.qkv, self.o, self.ln1 = nn.Linear(d, 3 * d), nn.Linear(d, d), nn.LayerNorm(d, 1e-12)
        self.f1, self.f2, self.ln2 = nn.Linear(d, ffn), nn.Linear(ffn, d), nn.LayerNorm(d, 1e-12)
        self.drop = nn.Dropout(p)

    def forward(self, x, bias):
        B, T, D = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.h, D // self.h).permute(2, 0, 3, 1, 4)
        a = (q @ k.transpose(-1, -2) * q.shape[-1] ** -0.5 + bias).softmax(-1) @ v     # short rows: faster than the fused kernel
        x = self.ln1(x + self.drop(self.o(a.transpose(1, 2).reshape(B, T, D))))
        return self.ln2(x + self.drop(self.f2(F.gelu(self.f1(x)))))


class Encoder(nn.Module):
    def __init__(self, vocab=30522, d=384, layers=6, heads=12, ffn=1536, p=0.1, p_layer=0.1):
        super().__init__()
        self.word, self.pos, self.case = nn.Embedding(vocab, d), nn.Embedding(512, d), nn.Embedding(6, d)
        nn.init.zeros_(self.case.weight)
        self.ln, self.drop = nn.LayerNorm(d, 1e-12), nn.Dropout(p)
        self.layers = nn.ModuleList(Layer(d, heads, ffn, p_layer) for _ in range(layers))

    def forward(self, ids, case, mask):
        x = self.word(ids) + self.pos.weight[:ids.shape[1]] + self.case(case)
        x = self.drop(self.ln(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x

    @torch.no_grad()
    def load_bert(self, path):
        """BERT weights from a safetensors file."""
        from safetensors.torch import load_file
        w = {k.removeprefix('bert.'): v.float() for k, v in load_file(path).items()}
        self.word.weight.copy_(w['embeddings.word_embeddings.weight'])
        # token type 0 is always used: fold it into the positions
        self.pos.weight.copy_(w['embeddings.position_embeddings.weight'] + w['embeddings.token_type_embeddings.weight'][0])
        for t in ('weight', 'bias'):
            getattr(self.ln, t).copy_(w['embeddings.LayerNorm.' + t])
            for i, layer in enumerate(self.layers):
                p = f'encoder.layer.{i}.'
                qkv = [w[f'{p}attention.self.{n}.{t}'] for n in ('query', 'key', 'value')]
                getattr(layer.qkv, t).copy_(torch.cat(qkv))
                for m, n in ((layer.o, 'attention.output.dense'), (layer.ln1, 'attention.output.LayerNorm'),
                             (layer.f1, 'intermediate.dense'), (layer.f2, 'output.dense'), (layer.ln2, 'output.LayerNorm')):
                    getattr(m, t).copy_(w[f'{p}{n}.{t}'])


class Model(nn.Module):
    def __init__(self, n_upos, n_xpos, n_lemma, n_rel, n_ner, d=384, arc=256, lab=96, p=0.3):
        super().__init__()
        self.enc = Encoder(d=d)
        self.upos, self.xpos, self.lemma, self.ner = (nn.Linear(d, n) for n in (n_upos, n_xpos, n_lemma, n_ner))
        self.proj = nn.Linear(d, 2 * arc + 2 * lab)         # arc-dependent, arc-head, label-dependent, label-head
        self.arcU = nn.Linear(arc, arc + 1, bias=False)     # bilinear + a bias for being a head
        self.labU = nn.Linear(lab + 1, n_rel * (lab + 1), bias=False)
        nn.init.orthogonal_(self.arcU.weight)
        nn.init.normal_(self.labU.weight, std=0.02)
        self.arc, self.lab, self.n_rel, self.drop = arc, lab, n_rel, nn.Dropout(p)

    def words(self, ids, case, mask, first):
        x = self.enc(ids, case, mask)
        return torch.gather(x, 1, first[:, :, None].expand(-1, -1, x.shape[-1]))

    def heads(self, h):
        h = self.drop(h)
        ad, ah, ld, lh = self.drop(F.gelu(self.proj(h))).split([self.arc, self.arc, self.lab, self.lab], -1)
        one = torch.ones_like(ah[..., :1])
        return {'upos': self.upos(h), 'xpos': self.xpos(h), 'lemma': self.lemma(h), 'ner': self.ner(h),
                'arc': self.arcU(ad) @ torch.cat([ah, one], -1).transpose(1, 2),         # [batch, dependent, head]
                'ld': torch.cat([ld, one], -1), 'lh': torch.cat([lh, one], -1)}

    def labels(self, ld, lh, heads):
        """Relation scores [batch, word, relation] for given heads."""
        lh = torch.gather(lh, 1, heads[:, :, None].expand(-1, -1, lh.shape[-1]))
        B, W, D = ld.shape
        return (self.labU(ld).view(B, W, self.n_rel, D) @ lh[..., None]).squeeze(-1)

    def forward(self, b):
        return self.heads(self.words(b['ids'], b['case'], b['mask'], b['first']))


def new_model(V):
    return Model(*(len(V[k]) for k in ('upos', 'xpos', 'lemma', 'rel', 'ner')))


def load_checkpoint(path):
    c = torch.load(path, map_location='cpu', weights_only=True)
    V = {k: Vocab(v) for k, v in c['vocab'].items()}
    m = new_model(V)
    m.load_state_dict({k: v.float() for k, v in c['model'].items()})
    return m.eval(), V


@torch.no_grad()
def warm_start(model, V, path):
    """Copies a checkpoint whose label lists may differ: rows of the output layers go by label name."""
    old, W = load_checkpoint(path)
    for part in ('enc', 'proj', 'arcU'):
        getattr(model, part).load_state_dict(getattr(old, part).state_dict())
    for k in ('upos', 'xpos', 'lemma', 'ner', 'rel'):
        for i, x in enumerate(V[k].items):
            j = W[k].ix.get(x)
            if j is None:
                continue
            if k == 'rel':
                D = model.lab + 1
                model.labU.weight[i * D:(i + 1) * D] = old.labU.weight[j * D:(j + 1) * D]
            else:
                new, was = getattr(model, k), getattr(old, k)
                new.weight[i], new.bias[i] = was.weight[j], was.bias[j]
