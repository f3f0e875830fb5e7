#!/usr/bin/env python3
"""Changes, adds and removes a fifth of the files at random and builds, over and over.

changes.py [ROUNDS] [FILES]      30 20 by default; the files are those of QUIPU_CORPUS

After each round all exports must be, to the byte, those of a fresh build. (The tests of the Indexer do
the same with many more files and a reader that costs nothing.)
"""

import pathlib
import random
import shutil
import sys
import tempfile

from command import exports, quipu, texts


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    pool = texts(count * 3)
    draw = random.Random(30)
    home = pathlib.Path(tempfile.mkdtemp(prefix="quipu-changes-"))
    try:
        folder = home / "in"
        folder.mkdir()

        def put(name):
            text = draw.choice(pool).read_bytes()
            # Half a text is another text.
            folder.joinpath(name).write_bytes(text if draw.random() < 0.5 else text[: len(text) // 2])

        for i in range(count):
            put(f"{i}.txt")
        quipu(home, "build", "in")
        for round in range(rounds):
            names = sorted(p.name for p in folder.iterdir())
            for name in draw.sample(names, max(3, len(names) // 5)):
                action = draw.randrange(3)
                if action == 0:
                    folder.joinpath(name).unlink()
                elif action == 1:
                    put(name)
                else:
                    put(f"{draw.randrange(10_000)}.txt")
            grown = quipu(home, "build", "in")
            shutil.rmtree(home / "fresh", ignore_errors=True)
            fresh = quipu(home, "build", "in", "--store", "fresh")
            if (grown.status, fresh.status) != (0, 0):
                sys.exit(f"FAILED: {grown.errors} {fresh.errors}")
            if exports(home) != exports(home, "--store", "fresh"):
                sys.exit(f"FAILED in round {round}: {grown.output}")
        print(f"{rounds} rounds; the last: {grown.output.strip()} (fresh {fresh.seconds:.1f} s)")
        print("passed")
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
