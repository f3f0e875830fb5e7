#!/usr/bin/env python3
"""Builds on a disk that becomes full at random moments. Needs the right to mount (root).

diskfull.py [ROUNDS] [FILES]      50 40 by default; the files are short ones of QUIPU_CORPUS

Each time the build must end with status 2 and say that there is no room, the store must be sound as
far as it was committed, and with more room the next build must lead to the exports of an undisturbed
one.
"""

import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

from command import exports, quipu, texts


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    files = texts(int(sys.argv[2]) if len(sys.argv) > 2 else 40, most=1400)
    draw = random.Random(50)
    home = pathlib.Path(tempfile.mkdtemp(prefix="quipu-diskfull-"))
    disk = home / "disk"
    disk.mkdir()
    mounted = False
    try:
        (home / "in").mkdir()
        for i, file in enumerate(files):
            shutil.copy(file, home / "in" / f"{i}-{file.name}")
        place = ["--store", "disk/store"]
        full, early = 0, 0
        whole = quipu(home, "build", "in", *place)
        if whole.status != 0:
            sys.exit(whole.errors)
        expected = exports(home, *place)
        size = (disk / "store/store.mdb").stat().st_blocks * 512
        print(f"{len(files)} files; {whole.output.strip()}; store of {size >> 10} kB")
        shutil.rmtree(disk / "store")
        for _ in range(rounds):
            room = draw.randrange(68 << 10, size) >> 12 << 12
            mount = ["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)]
            subprocess.run(mount, check=True)
            mounted = True
            build = quipu(home, "build", "in", *place)
            if build.status != 2 or "no room" not in build.errors:
                sys.exit(f"FAILED with {room} bytes: {build.status} {build.output} {build.errors}")
            full += 1
            state = quipu(home, "verify", *place)
            behind = "older than the documents" in state.output
            missing = "no store" in state.errors or "is empty" in state.errors
            early += missing
            if state.status != 0 and not missing and not (behind and len(state.output.splitlines()) == 1):
                sys.exit(f"FAILED, damaged with {room} bytes: {state.output} {state.errors}")
            more = f"remount,size={size * 3 + (1 << 20)}"
            subprocess.run(["mount", "-o", more, str(disk)], check=True)
            again = quipu(home, "build", "in", *place)
            if again.status != 0 or exports(home, *place) != expected:
                sys.exit(f"FAILED to go on after {room} bytes: {again.output} {again.errors}")
            if quipu(home, "verify", *place).status != 0:
                sys.exit(f"FAILED: not sound after {room} bytes")
            subprocess.run(["umount", str(disk)], check=True)
            mounted = False
        print(f"{full} times full ({early} before there was a store), each said, each completed later")
        print("passed")
    finally:
        if mounted:
            subprocess.run(["umount", str(disk)], check=False)
        shutil.rmtree(home, ignore_errors=True)


main()
