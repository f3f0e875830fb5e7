#!/usr/bin/env python3
"""Kills updates of a store at random moments, or lets the disk become full under them.

crashes.py kill [ROUNDS]      500 by default
crashes.py full [ROUNDS]      200 by default; needs the right to mount (root)

Each round commits a graph of forty triples. What a command that ended well had told of must be
there, whole; what did not end well must be there whole or not at all; the store must open at once.
QUIPU_BINARY names the command.
"""

import json
import os
import pathlib
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("QUIPU_BINARY", str(ROOT / ".build/release/quipu"))
TRIPLES = 40


def update(number):
    triples = " ".join(
        f'<x:d{number}/{n}> <x:p{n % 7}> {n if n % 3 == 0 else chr(34) + f"text {number} of {n}" + chr(34)} .'
        for n in range(TRIPLES))
    return f"INSERT DATA {{ GRAPH <x:g{number}> {{ {triples} }} }}"


def start(store, *words):
    return subprocess.Popen(
        [BINARY, *words, "--store", str(store)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def run(store, *words):
    process = start(store, *words)
    out, err = process.communicate()
    return process.returncode, out.decode(), err.decode()


def graphs(store):
    """The number of triples of each graph, and the processor time that it took to tell."""
    query = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    before = os.times()
    status, out, err = run(store, "query", query, "--format", "json")
    after = os.times()
    if status not in (0, 1):
        sys.exit(f"FAILED to open: {status} {err}")
    rows = json.loads(out)["results"]["bindings"]
    found = {row["g"]["value"]: int(row["n"]["value"]) for row in rows if row["g"]["value"].startswith("x:g")}
    took = after.children_user + after.children_system - before.children_user - before.children_system
    return found, took * 1000


def check(store, told, number):
    found, took = graphs(store)
    if any(count != TRIPLES for count in found.values()):
        sys.exit(f"FAILED: a part of a commit is there after round {number}")
    lost = [g for g in told if f"x:g{g}" not in found]
    if lost:
        sys.exit(f"FAILED: acknowledged and lost after round {number}: {lost}")
    return took


def create(store):
    file = store.parent / "first.nt"
    file.write_text("<x:a> <x:b> <x:c> .\n")
    status, out, err = run(store, "import", str(file))
    if status != 0:
        sys.exit(err)


def kills(home, rounds):
    draw = random.Random(500)
    store = home / "store"
    create(store)
    begin = time.monotonic()
    for number in range(5):
        run(store, "update", update(f"warm{number}"))
    usual = (time.monotonic() - begin) / 5
    told, died, times = [], 0, []
    for number in range(rounds):
        process = start(store, "update", update(number))
        try:
            process.wait(timeout=draw.uniform(0, 1.4 * usual))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.communicate()
        if process.returncode == 0:
            told.append(number)
        elif process.returncode == -signal.SIGKILL:
            died += 1
        else:
            sys.exit(f"FAILED: status {process.returncode}")
        times.append(check(store, told, number))
    if run(store, "verify")[0] != 0:
        sys.exit("FAILED: the store is not sound")
    print(f"{rounds} commits, {died} killed, {len(told)} acknowledged and there; "
          f"opened and counted in {statistics.median(times):.0f} ms of processor time")


def full(home, rounds):
    draw = random.Random(200)
    disk = home / "disk"
    disk.mkdir()
    refused, told = 0, 0
    for number in range(rounds):
        room = draw.randrange(300 << 10, 800 << 10) >> 12 << 12
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={room}", "tmpfs", str(disk)], check=True)
        try:
            store = disk / "store"
            create(store)
            done = []
            for step in range(400):
                status, _, err = run(store, "update", update(step))
                if status == 0:
                    done.append(step)
                elif "no room" in err:
                    refused += 1
                    break
                else:
                    sys.exit(f"FAILED with {room} bytes: {status} {err}")
            check(store, done, number)
            subprocess.run(["mount", "-o", f"remount,size={room * 2 + (1 << 20)}", str(disk)], check=True)
            status, _, err = run(store, "update", update("more"))
            if status != 0:
                sys.exit(f"FAILED to go on: {err}")
            check(store, done + ["more"], number)
            if run(store, "verify")[0] != 0:
                sys.exit("FAILED: the store is not sound")
            told += len(done)
        finally:
            subprocess.run(["umount", str(disk)], check=False)
    print(f"{refused} times full in {rounds}, {told} acknowledged commits all there, each store went on")


def main():
    what = sys.argv[1] if len(sys.argv) > 1 else "kill"
    home = pathlib.Path(tempfile.mkdtemp(prefix="quipu-crashes-"))
    try:
        if what == "kill":
            kills(home, int(sys.argv[2]) if len(sys.argv) > 2 else 500)
        else:
            full(home, int(sys.argv[2]) if len(sys.argv) > 2 else 200)
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
