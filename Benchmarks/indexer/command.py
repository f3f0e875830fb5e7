"""Runs quipu for the benchmarks of this folder; names the binary with QUIPU_BINARY."""

import hashlib
import json
import os
import pathlib
import resource
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = os.environ.get("QUIPU_BINARY", str(ROOT / ".build/release/quipu"))
FORMATS = ["jsonl", "ntriples", "graphml", "csv"]


class Run:
    """What a run gave: status, output, errors, seconds, processor seconds, peak memory in MB."""

    def __init__(self, words, folder):
        start = time.monotonic()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen(
            [BINARY, *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        out, err = process.communicate()
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.status = process.returncode
        self.output = out.decode()
        self.errors = err.decode()
        self.seconds = time.monotonic() - start
        self.processor = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
        self.memory = after.ru_maxrss / 1024

    def lines(self):
        return [json.loads(line) for line in self.output.splitlines()]


def quipu(folder, *words):
    return Run(words, folder)


def killed(folder, after, *words):
    """Starts quipu and kills it after some seconds; tells whether it was still running."""
    process = subprocess.Popen(
        [BINARY, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(after)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def exports(folder, *options):
    """A hash of each export of a store."""
    result = {}
    for format in FORMATS:
        run = quipu(folder, "export", "-q", "-f", format, *options)
        if run.status != 0:
            sys.exit(f"export -f {format}: {run.status} {run.errors}")
        result[format] = hashlib.sha256(run.output.encode()).hexdigest()
    return result


def texts(count, least=0, most=1 << 30):
    """The first files of a folder of plain texts that QUIPU_CORPUS names, by name."""
    folder = pathlib.Path(os.environ.get("QUIPU_CORPUS", ROOT / "seeds"))
    files = sorted(p for p in folder.rglob("*.txt") if least <= p.stat().st_size <= most)
    return files[:count]
