#!/usr/bin/env python3
"""Measures the peak memory of `quipu annotate --json` on 10 MB of text.

memory.py [MEGABYTES]      10 by default; the text is that of QUIPU_CORPUS, again and again

Twice: as many files, and as one file a quarter of that size. Goal: at most 250 MB for the many files.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("QUIPU_BINARY", str(ROOT / ".build/release/quipu"))


def peak(names):
    """The peak memory of quipu on some files, in MB, from the system's account of a child of its own."""
    child = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    out = subprocess.run(
        [sys.executable, "-c", child, BINARY, "annotate", "--json", *names], stdout=subprocess.PIPE, check=True)
    return int(out.stdout) / 1024


def main():
    size = float(sys.argv[1]) * 1e6 if len(sys.argv) > 1 else 10e6
    corpus = pathlib.Path(os.environ.get("QUIPU_CORPUS", ROOT / "seeds"))
    texts = [p.read_bytes() for p in sorted(corpus.rglob("*.txt"))]
    with tempfile.TemporaryDirectory() as folder:
        names, total = [], 0
        while total < size:
            text = texts[len(names) % len(texts)]
            name = pathlib.Path(folder, f"{len(names)}.txt")
            name.write_bytes(text)
            names.append(str(name))
            total += len(text)
        whole = pathlib.Path(folder, "whole.txt")
        whole.write_bytes(b"\n\n".join(pathlib.Path(n).read_bytes() for n in names)[: int(size / 4)])
        many, one = peak(names), peak([str(whole)])
    print(f"{len(names)} files of {total / 1e6:.1f} MB: {many:.0f} MB; one file of {size / 4e6:.1f} MB: {one:.0f} MB")
    print("passed" if many <= 250 else "FAILED")
    sys.exit(0 if many <= 250 else 1)


main()
