#!/usr/bin/env python3
"""Kills builds at random moments and lets them go on.

kills.py [KILLS] [FILES]      200 40 by default; the files are short ones of QUIPU_CORPUS

After each kill, and some second kills, the next build must end well and all exports must be, to the
byte, those of a build that nothing stopped.
"""

import pathlib
import random
import shutil
import sys
import tempfile

from command import exports, killed, quipu, texts


def main():
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    files = texts(int(sys.argv[2]) if len(sys.argv) > 2 else 40, most=1400)
    draw = random.Random(200)
    home = pathlib.Path(tempfile.mkdtemp(prefix="quipu-kills-"))
    try:
        (home / "in").mkdir()
        for i, file in enumerate(files):
            shutil.copy(file, home / "in" / f"{i}-{file.name}")
        whole = quipu(home, "build", "in")
        expected = exports(home)
        print(f"{len(files)} files, {sum(f.stat().st_size for f in files)} bytes")
        print(whole.output.strip())
        times = [whole.seconds]
        done, running, resumed, rounds = 0, 0, 0, 0
        while done < kills:
            rounds += 1
            shutil.rmtree(home / ".quipu")
            limit = max(times[-5:])
            while done < kills:
                done += 1
                running += killed(home, draw.uniform(0, limit), "build", "in")
                if draw.random() < 0.75:
                    break
            last = quipu(home, "build", "in")
            times.append(last.seconds if last.output.startswith(f"{len(files)} ") else limit)
            resumed += not last.output.startswith(f"{len(files)} added")
            if last.status != 0 or exports(home) != expected:
                sys.exit(f"FAILED after kill {done}: {last.status} {last.output} {last.errors}")
        verified = quipu(home, "verify")
        print(f"{done} kills ({running} of a running build) in {rounds} builds, {resumed} went on from a part")
        print("passed" if verified.status == 0 else f"FAILED: {verified.output}")
        sys.exit(verified.status)
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
