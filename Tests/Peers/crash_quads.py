#!/usr/bin/env python3
"""Kills imports at random moments, then fills the disk at random ones, and checks that nothing acknowledged is lost.

usage: crash_quads.py QUIPU WORK [KILLS] [FULL]     (500 kills and 200 full disks; the disk needs root, for a tmpfs)

An import of a document's 180 triples is one durable commit. After each kill the store must open at once; in the end each
acknowledged document is there whole, each other one whole or not at all, and `quipu verify` finds nothing.
"""
import json, os, random, shutil, subprocess, sys, time

quipu, work = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
kills = int(sys.argv[3]) if len(sys.argv) > 3 else 500
full = int(sys.argv[4]) if len(sys.argv) > 4 else 200
draw = random.Random(1)
SIZE = 180


def document(folder, number):
    path = f"{folder}/d{number}.nt"
    with open(path, "w") as f:
        for n in range(SIZE):
            f.write(f'<http://d.example/{number}/{n // 6}> <http://p.example/{n % 6}> "value {n} of document {number}" .\n')
    return path


def ask(store, text):
    out = subprocess.run([quipu, "query", "--store", store, "--format", "json", text], capture_output=True)
    return json.loads(out.stdout) if out.returncode in (0, 1) and out.stdout else None


def counts(store):
    rows = ask(store, "SELECT ?d (COUNT(*) AS ?n) { ?s ?p ?o BIND(STRBEFORE(STRAFTER(STR(?s), 'http://d.example/'), '/') AS ?d) } GROUP BY ?d")
    return {int(r["d"]["value"]): int(r["n"]["value"]) for r in rows["results"]["bindings"] if r["d"]["value"]}


def check(store, acknowledged, name):
    found = counts(store)
    lost = [d for d in acknowledged if found.get(d) != SIZE]
    torn = [d for d, n in found.items() if n != SIZE]
    verify = subprocess.run([quipu, "verify", "--store", store], capture_output=True)
    print(f"{name}: {len(acknowledged)} acknowledged, {len(found)} there, {len(lost)} lost, {len(torn)} torn, verify {verify.returncode}", flush=True)
    return not lost and not torn and verify.returncode == 0


def run_kills():
    folder = work + "/kill"
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    store = folder + "/store"
    acknowledged, killed, opening = set(), 0, []
    subprocess.run([quipu, "import", "--store", store, document(folder, 0)], check=True, capture_output=True)
    acknowledged.add(0)
    start = time.perf_counter()
    subprocess.run([quipu, "import", "--store", store, document(folder, 1)], check=True, capture_output=True)
    acknowledged.add(1)
    usual = time.perf_counter() - start
    number = 2
    while killed < kills:
        path = document(folder, number)
        p = subprocess.Popen([quipu, "import", "--store", store, path], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            if p.wait(draw.random() * usual * 1.2) == 0:
                acknowledged.add(number)
        except subprocess.TimeoutExpired:
            p.kill()
            p.wait()
            killed += 1
            start = time.perf_counter()
            ask(store, "ASK { <http://d.example/0/0> ?p ?o }")
            opening.append((time.perf_counter() - start) * 1000)
        os.remove(path)
        number += 1
    opening.sort()
    print(f"kill: {killed} killed; process, opening and look-up: median {opening[len(opening) // 2]:.1f} ms, longest {opening[-1]:.1f} ms")
    return check(store, acknowledged, "kill")


def run_full():
    folder = work + "/full"
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder], check=True)
    try:
        store, source = folder + "/store", work
        acknowledged, refused, number = set(), 0, 0
        while refused < full:
            path = document(source, number)
            state = os.statvfs(folder)
            free = state.f_bavail * state.f_bsize
            pad = max(0, free - draw.randrange(0, 400_000)) if number > 20 else 0
            with open(folder + "/pad", "wb") as f:
                f.write(b"x" * pad)
            done = subprocess.run([quipu, "import", "--store", store, path], capture_output=True)
            if done.returncode == 0:
                acknowledged.add(number)
            else:
                refused += 1
            os.remove(folder + "/pad")
            os.remove(path)
            number += 1
        print(f"full: {refused} refused, the last with: {done.stderr.decode().strip()[:120]}")
        return check(store, acknowledged, "full")
    finally:
        subprocess.run(["umount", folder], check=True)


results = [run_kills() if kills else True, run_full() if full else True]
sys.exit(0 if all(results) else 1)
