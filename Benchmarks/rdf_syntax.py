#!/usr/bin/env python3
"""Reading and writing RDF beside other tools: MB of input per CPU-second, and peak memory.

    python3 Benchmarks/rdf_syntax.py [--quipu PATH] [--triples N] [--runs N] [FILE.nt]

Without FILE a graph of documents, sentences and statements is made, the same on every run. Each tool
that is on the machine takes a turn in every round (serdi, rapper; oxigraph by its Python package),
so that a busy machine slows all alike; the median of the rounds is shown.
"""
import argparse, os, random, shutil, statistics, subprocess, sys, tempfile

arguments = argparse.ArgumentParser()
arguments.add_argument("file", nargs="?")
arguments.add_argument("--quipu", default=".build/release/quipu")
arguments.add_argument("--triples", type=int, default=500_000)
arguments.add_argument("--runs", type=int, default=3)
options = arguments.parse_args()


def generate(path, count):
    """Writes about so many triples: things with names, sentences with texts, statements on both."""
    numbers = random.Random(7)
    words = "the of and report market system growth treaty harbour archive festival energy".split()
    base, rdf = "http://bench.example/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xsd = "http://www.w3.org/2001/XMLSchema#"
    written = number = 0
    with open(path, "w") as out:
        while written < count:
            number += 1
            node = f"<{base}doc/{number // 20}/s/{number % 20}>"
            text = " ".join(numbers.choice(words) for _ in range(14))
            rows = [
                (f"{rdf}type", f"<{base}ns#Sentence>"),
                (f"{base}ns#text", f'"{text}"@en'),
                (f"{base}ns#index", f'"{number % 20}"^^<{xsd}integer>'),
                (f"{base}ns#mentions", f"<{base}entity/{numbers.randrange(5000)}>"),
                (f"{base}ns#mentions", f"<{base}entity/{numbers.randrange(5000)}>"),
                (f"{base}ns#confidence", f'"0.{numbers.randrange(100, 999)}"^^<{xsd}decimal>'),
            ]
            for predicate, value in rows:
                out.write(f"{node} <{predicate}> {value} .\n")
            written += len(rows)


def measure(command):
    """The CPU seconds and peak kilobytes of a command, or None if it fails."""
    pid = os.fork()
    if pid == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(pid, 0)
    return (usage.ru_utime + usage.ru_stime, usage.ru_maxrss) if status == 0 else None


folder = tempfile.mkdtemp()
lines = options.file or os.path.join(folder, "data.nt")
if not options.file:
    generate(lines, options.triples)
turtle = os.path.join(folder, "data.ttl")
subprocess.run([options.quipu, "convert", lines, "-o", turtle], check=True)

oxigraph = (
    "import sys,pyoxigraph as o;f=o.RdfFormat.from_extension(sys.argv[1]);"
    "o.serialize(o.parse(path=sys.argv[2],format=f),output=sys.stdout.buffer,format=f)"
)
cases = []
for kind, file, name in [("nt", lines, "ntriples"), ("ttl", turtle, "turtle")]:
    cases.append((f"quipu {kind}>{kind}", file, [options.quipu, "convert", file, "--to", name]))
    if shutil.which("serdi"):
        cases.append((f"serdi {kind}>{kind}", file, ["serdi", "-i", name, "-o", name, file]))
    if shutil.which("rapper"):
        cases.append((f"rapper {kind}>{kind}", file, ["rapper", "-q", "-i", name, "-o", name, file]))
    cases.append((f"pyoxigraph {kind}>{kind}", file, [sys.executable, "-c", oxigraph, kind, file]))

results = {name: [] for name, _, _ in cases}
for _ in range(options.runs):
    for name, file, command in cases:
        outcome = measure(command)
        if outcome:
            results[name].append(outcome)
for name, file, _ in cases:
    if results[name]:
        seconds = statistics.median(seconds for seconds, _ in results[name])
        memory = max(kilobytes for _, kilobytes in results[name])
        size = os.path.getsize(file) / 1e6
        print(f"{name:20} {size:8.0f} MB {size / seconds:8.0f} MB/CPU-s {memory / 1024:8.0f} MB memory")
    else:
        print(f"{name:20} not measured")
shutil.rmtree(folder)
