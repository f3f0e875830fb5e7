#!/usr/bin/env python3
"""Measures the peak memory of quipu on 10 MB of text.

memory.py [MEGABYTES]      10 by default; the text is that of QUIPU_CORPUS, again and again

`quipu annotate --json` reads it as many files, and annotate, triples and build read a quarter of it as one file.
Goal: at most 250 MB each. Then the time that a megabyte takes in a file of a quarter beside one of a sixteenth: goal
at most 1.25, so that nothing grows faster than the text.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("QUIPU_BINARY", str(ROOT / ".build/release/quipu"))


LIMIT = 250
RATIO = 1.25


def run(*words):
    """The peak memory of quipu in MB and its processor time in seconds, as the system accounts a child of its own."""
    child = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True);"
        "use = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(use.ru_maxrss, use.ru_utime + use.ru_stime)"
    )
    out = subprocess.run([sys.executable, "-c", child, BINARY, *words], stdout=subprocess.PIPE, check=True)
    memory, seconds = out.stdout.split()
    return int(memory) / 1024, float(seconds)


def main():
    size = float(sys.argv[1]) * 1e6 if len(sys.argv) > 1 else 10e6
    corpus = pathlib.Path(os.environ.get("QUIPU_CORPUS", ROOT / "seeds"))
    texts = [p.read_bytes() for p in sorted(corpus.rglob("*.txt"))]
    passed = True
    with tempfile.TemporaryDirectory() as folder:
        names, total = [], 0
        while total < size:
            text = texts[len(names) % len(texts)]
            name = pathlib.Path(folder, f"{len(names)}.txt")
            name.write_bytes(text)
            names.append(str(name))
            total += len(text)
        whole = b"\n\n".join(pathlib.Path(n).read_bytes() for n in names)
        long, short = pathlib.Path(folder, "long.txt"), pathlib.Path(folder, "short.txt")
        long.write_bytes(whole[: int(size / 4)])
        short.write_bytes(whole[: int(size / 16)])
        store = str(pathlib.Path(folder, "store"))
        cases = {
            f"annotate, {len(names)} files of {total / 1e6:.1f} MB": ["annotate", "--json", *names],
            f"annotate, one file of {size / 4e6:.1f} MB": ["annotate", "--json", str(long)],
            f"triples, one file of {size / 4e6:.1f} MB": ["triples", "--json", str(long)],
            f"build, one file of {size / 4e6:.1f} MB": ["build", "--store", store, str(long)],
        }
        seconds = {}
        for case, words in cases.items():
            memory, seconds[words[0]] = run(*words)
            passed &= memory <= LIMIT
            print(f"{case}: {memory:.0f} MB")
        _, quick = run("triples", "--json", str(short))
        ratio = seconds["triples"] / quick / (long.stat().st_size / short.stat().st_size)
        passed &= ratio <= RATIO
        print(f"time for each MB of one file, {size / 4e6:.1f} MB beside {size / 16e6:.1f} MB: {ratio:.2f}")
    print("passed" if passed else "FAILED")
    sys.exit(0 if passed else 1)


main()
