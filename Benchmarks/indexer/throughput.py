#!/usr/bin/env python3
"""Compares what the language model takes with what everything else takes.

throughput.py [FILES]      200 by default; the files are those of QUIPU_CORPUS

Everything else: reading and cleaning (quipu text), and linking and writing the graph and its indexes
(a build after one file is gone, which reads nothing). Processor seconds, so that other work on the
machine does not count. Goal: at least 20 times the speed of the model.
"""

import pathlib
import shutil
import sys
import tempfile

from command import quipu, texts


def main():
    files = texts(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
    home = pathlib.Path(tempfile.mkdtemp(prefix="quipu-throughput-"))
    try:
        (home / "in").mkdir()
        for i, file in enumerate(files):
            shutil.copy(file, home / "in" / f"{i}-{file.name}")
        (home / "in/last.txt").write_text("Ann Keller founded Lumen Ltd. in London.\n")
        size = sum(p.stat().st_size for p in (home / "in").iterdir()) / 1e6
        whole = quipu(home, "build", "in")
        print(whole.output.strip())
        idle = quipu(home, "build", "in").processor
        (home / "in/last.txt").unlink()
        relink = quipu(home, "build", "in").processor
        names = sorted(str(p.relative_to(home)) for p in (home / "in").iterdir())
        start = quipu(home, "text", names[0]).processor
        reading = quipu(home, "text", *names).processor - start
        other = reading + relink
        model = whole.processor - other
        print(f"{size:.2f} MB of text")
        print(f"whole build {whole.processor:.1f} s, of which reading {reading:.2f} s, linking and writing {relink:.2f} s")
        print(f"a build with nothing to do {idle:.3f} s")
        print(f"model {size / model:.3f} MB/s, everything else {size / other:.2f} MB/s: {model / other:.0f} times")
        fine = model >= 20 * other
        print("passed" if fine else "FAILED")
        sys.exit(0 if fine else 1)
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
