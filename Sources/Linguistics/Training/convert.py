#!/usr/bin/env python3
"""Packs a trained English model into the one file that the program embeds (layout: schema/model-format.md).

  convert.py FOLDER OUT.qpm

FOLDER holds model.pt (fp16 state dict), labels.json, vocab.txt and lemmas.tsv. Needs numpy only: the state dict is read
with a small unpickler that knows tensors and plain containers and refuses everything else.

Weights of the matrix products become int8 with one scale per output, laid out in the order in which the kernels read
them; the word-piece table becomes int8 with one scale per row. Biases, layer norms and positions stay 32-bit floats.
"""
import argparse
import collections
import json
import os
import pickle
import struct
import unicodedata
import zipfile

import numpy as np

VERSION = 1
ALIGN = 64
PANEL = 16  # output columns side by side in a packed matrix
FNV_OFFSET, FNV_PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1


# ---------------------------------------------------------------------------------------------- reading
class StateReader(pickle.Unpickler):
    """Reads torch's pickle of tensors without torch."""

    TYPES = {"HalfStorage": np.dtype("<f2"), "FloatStorage": np.dtype("<f4")}

    def __init__(self, archive, prefix):
        super().__init__(archive.open(prefix + "data.pkl"))
        self.archive, self.prefix = archive, prefix

    def find_class(self, module, name):
        if module == "torch._utils" and name == "_rebuild_tensor_v2":
            return self.tensor
        if module == "torch" and name in self.TYPES:
            return name
        if module == "collections" and name == "OrderedDict":
            return collections.OrderedDict
        raise pickle.UnpicklingError("unexpected %s.%s" % (module, name))

    def persistent_load(self, key):
        _, kind, name, _, count = key
        data = np.frombuffer(self.archive.read(self.prefix + "data/" + name), self.TYPES[kind])
        assert len(data) == count
        return data

    @staticmethod
    def tensor(storage, offset, shape, stride, *_):
        item = storage.dtype.itemsize
        view = np.lib.stride_tricks.as_strided(storage[offset:], shape, [s * item for s in stride])
        return np.array(view, dtype=np.float32)


def read_state(path):
    archive = zipfile.ZipFile(path)
    first = next(n for n in archive.namelist() if n.endswith("data.pkl"))
    return StateReader(archive, first[: -len("data.pkl")]).load()["model"]


# ---------------------------------------------------------------------------------------------- packing
def quantise_rows(w):
    """int8 rows and their scales: w ~ q * scale."""
    scale = np.abs(w).max(1) / 127
    scale[scale == 0] = 1
    return np.clip(np.rint(w / scale[:, None]), -127, 127).astype(np.int8), scale.astype(np.float32)


def linear(sections, name, weight, bias):
    """weight [outputs, inputs]; outputs are filled up to a multiple of PANEL with zero rows."""
    outputs, inputs = weight.shape
    assert inputs % 4 == 0
    full = -(-outputs // PANEL) * PANEL
    w, b = np.zeros((full, inputs), np.float32), np.zeros(full, np.float32)
    w[:outputs], b[:outputs] = weight, bias
    q, scale = quantise_rows(w)
    packed = q.reshape(full // PANEL, PANEL, inputs // 4, 4).transpose(0, 2, 1, 3)
    sections[name + ".w"] = np.ascontiguousarray(packed).tobytes()
    sums = q.astype(np.int64).sum(1).astype(np.float32)
    sections[name + ".p"] = np.concatenate([scale, b, sums]).astype("<f4").tobytes()


def floats(*arrays):
    return np.concatenate([a.ravel() for a in arrays]).astype("<f4").tobytes()


def lines(items):
    assert not any("\n" in x for x in items)
    return "".join(x + "\n" for x in items).encode()


def fnv(data, state=FNV_OFFSET):
    for byte in data:
        state = (state ^ byte) * FNV_PRIME & MASK
    return state


def vocabulary(pieces):
    """The pieces' bytes, where each ends, and an open-addressing table of number + 1 at FNV-1a of the bytes."""
    raw = [p.encode() for p in pieces]
    ends = np.cumsum([len(r) for r in raw]).astype("<u4")
    slots = 1
    while slots < 2 * len(raw):
        slots *= 2
    table = np.zeros(slots, "<u4")
    for number, piece in enumerate(raw):
        at = fnv(piece) & (slots - 1)
        while table[at]:
            at = (at + 1) & (slots - 1)
        table[at] = number + 1
    return b"".join(raw), ends.tobytes(), table.tobytes()


def folding():
    """What lower-casing and stripping of accents make of every scalar beyond ASCII that they change: the scalar, then
    up to three others (0 where there is none). Hangul syllables, which decompose by rule, are left out."""
    out = []
    for code in range(0x80, 0x30000):
        if 0xAC00 <= code < 0xD7A4 or 0xD800 <= code < 0xE000:
            continue
        char = chr(code)
        bare = [x for x in unicodedata.normalize("NFD", char) if unicodedata.category(x) != "Mn"]
        folded = "".join(x.lower() for x in bare)
        folded = "".join(x for x in folded if unicodedata.category(x) != "Mn" or x in bare)
        if folded != char:
            assert len(folded) <= 3, (hex(code), folded)
            out.append([code] + [ord(x) for x in folded] + [0] * (3 - len(folded)))
    return np.array(out, "<u4").tobytes()


def lemma_table(path):
    """Lines "form TAB UPOS TAB lemma" sorted by their bytes, and where each starts."""
    rows = sorted(line.rstrip("\n").encode() for line in open(path, encoding="utf8"))
    assert all(row.count(b"\t") == 2 for row in rows)
    starts = np.cumsum([0] + [len(row) + 1 for row in rows]).astype("<u4")
    return b"".join(row + b"\n" for row in rows), starts.tobytes()


def build(folder):
    state = read_state(os.path.join(folder, "model.pt"))
    info = json.load(open(os.path.join(folder, "labels.json"), encoding="utf8"))
    arch, voc = info["architecture"], info["vocabulary"]
    pieces = open(os.path.join(folder, voc["file"]), encoding="utf8").read().split("\n")
    pieces = pieces[: voc["size"]]
    assert len(pieces) == voc["size"]
    arc, lab, relations = arch["arc_size"], arch["label_size"], len(info["rel"])
    s = collections.OrderedDict()
    s["config"] = struct.pack(
        "<20I", arch["layers"], arch["hidden"], arch["heads"], arch["feed_forward"], arch["max_positions"],
        arch["case_classes"], arc, lab, len(info["upos"]), len(info["xpos"]), len(info["lemma"]), len(info["ner"]),
        relations, voc["size"], voc["max_pieces_per_word"], voc["max_characters_per_word"], voc["unk"], voc["cls"],
        voc["sep"], 0)
    for name in ("upos", "xpos", "lemma", "ner", "rel"):
        s["labels." + name] = lines(info[name])
    s["vocab.bytes"], s["vocab.ends"], s["vocab.slots"] = vocabulary(pieces)
    s["fold"] = folding()
    s["lemmas"], s["lemmas.starts"] = lemma_table(os.path.join(folder, "lemmas.tsv"))
    word, scale = quantise_rows(state["enc.word.weight"])
    s["word.w"], s["word.p"] = word.tobytes(), floats(scale)
    s["position"], s["case"] = floats(state["enc.pos.weight"]), floats(state["enc.case.weight"])
    s["norm"] = floats(state["enc.ln.weight"], state["enc.ln.bias"])
    for i in range(arch["layers"]):
        for part in ("qkv", "o", "f1", "f2"):
            linear(s, "%d.%s" % (i, part), state["enc.layers.%d.%s.weight" % (i, part)],
                   state["enc.layers.%d.%s.bias" % (i, part)])
        for norm in ("ln1", "ln2"):
            key = "enc.layers.%d.%s." % (i, norm)
            s["%d.%s" % (i, norm)] = floats(state[key + "weight"], state[key + "bias"])
    heads = ("upos", "xpos", "lemma", "ner")
    linear(s, "tags", np.concatenate([state[h + ".weight"] for h in heads]),
           np.concatenate([state[h + ".bias"] for h in heads]))
    linear(s, "proj", state["proj.weight"], state["proj.bias"])
    # [dependant side][head side]; the row of the head's constant adds the same to each head of a word: not needed
    s["arc"] = floats(state["arcU.weight"][:arc].T)
    # [relation][head side, lab + 1][dependant side, lab + 1]: the dependant's constant is the bias; the outputs of the
    # head's constant come last, one a relation
    b = state["labU.weight"].reshape(relations, lab + 1, lab + 1)
    w = np.concatenate([b[:, :lab, :lab].reshape(-1, lab), b[:, lab, :lab]])
    linear(s, "label", w, np.concatenate([b[:, :lab, lab].ravel(), b[:, lab, lab]]))
    return s


def write(sections, path):
    head = 64 + 32 * len(sections)
    table, body, at = [], [], head
    for name, data in sections.items():
        pad = -at % ALIGN
        body += [bytes(pad), data]
        at += pad
        table.append(struct.pack("<16sQQ", name.encode(), at, len(data)))
        at += len(data)
    body.append(bytes(-at % 8))
    at += -at % 8
    rest = b"".join(table + body)
    check = FNV_OFFSET
    for word in np.frombuffer(rest, "<u8").tolist():
        check = (check ^ word) * FNV_PRIME & MASK
    with open(path, "wb") as out:
        out.write(struct.pack("<8sIIQQ32x", b"QUIPUMDL", VERSION, len(sections), at, check))
        out.write(rest)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("out")
    arguments = parser.parse_args()
    write(build(arguments.folder), arguments.out)
    print(arguments.out, os.path.getsize(arguments.out))


if __name__ == "__main__":
    main()
