#!/usr/bin/env python3
"""Indexes a folder of many good files and some hostile ones.

hostile.py [FILES] [HOSTILE]      10000 500 by default

The run must end with status 2, name each hostile file with a reason, index each good document, and
stay below 1.5 GB of memory.
"""

import gzip
import io
import json
import os
import pathlib
import random
import shutil
import socket
import subprocess
import sys
import tarfile
import tempfile
import zipfile

from command import quipu

draw = random.Random(8)
FIRST = ["Ann", "Bob", "Carol", "David", "Emma", "Frank", "Grace", "Henry", "Iris", "Jack"]
LAST = ["Keller", "Moreno", "Ashby", "Lindqvist", "Okafor", "Tanaka", "Whitfield", "Duarte"]
FIRM = ["Brightwave", "Lumen", "Orbita", "Stonebridge", "Quantor", "Helix", "Norwind", "Pallas"]
VERB = ["founded", "joined", "left", "sued", "bought", "advised"]


def sentence():
    person = f"{draw.choice(FIRST)} {draw.choice(LAST)}"
    return f"{person} {draw.choice(VERB)} {draw.choice(FIRM)} Ltd. in London in {draw.randint(1990, 2019)}."


def page(text):
    return (
        "<!doctype html><html><head><title>News</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>Company news</h1><p>{text} {sentence()} {sentence()}</p>"
        f"<p>{sentence()} {sentence()}</p></article></body></html>")


def zipped(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members:
            archive.writestr(name, text)
    return data.getvalue()


def tarred(members):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for name, text in members:
            info = tarfile.TarInfo(name)
            info.size = len(text)
            archive.addfile(info, io.BytesIO(text.encode()))
    return data.getvalue()


def message(text):
    return (
        "From: Ann Keller <ann@example.com>\nTo: Bob Moreno <bob@example.com>\nSubject: News\n"
        f"Date: Tue, 29 Oct 2019 10:00:00 +0000\nMessage-ID: <{draw.random()}@example.com>\n\n{text}\n")


def good(folder, count):
    """Writes good files; gives the names of the documents that must be indexed."""
    expected = []
    kinds = ["txt"] * 14 + ["html", "html", "md", "txt.gz", "zip", "tar.gz", "jsonl", "csv", "mbox"]
    odd = [b"caf\xe9 ", "new\nline ".encode(), "cafe\u0301 ".encode(), b"-n ", b"$(x) ", b"'\" "]
    for i in range(count):
        kind = kinds[i % len(kinds)]
        place = folder / f"part{i % 37}" / f"deep{i % 5}"
        place.mkdir(parents=True, exist_ok=True)
        stem = f"{i}".encode()
        if i % 50 == 0:
            stem = odd[(i // 50) % len(odd)] + stem
        path = os.path.join(os.fsencode(place), stem + b"." + kind.encode())
        text = sentence()
        parts = None
        if kind == "txt":
            data = text.encode()
        elif kind == "html":
            data = page(text).encode()
        elif kind == "md":
            data = f"# News\n\n{text}\n\n* {sentence()}\n".encode()
        elif kind == "txt.gz":
            data = gzip.compress(text.encode())
        elif kind == "zip":
            data = zipped([("a.txt", text), ("b/c.txt", sentence())])
            parts = ["/a.txt", "/b/c.txt"]
        elif kind == "tar.gz":
            data = tarred([("a.txt", text), ("b/c.txt", sentence())])
            parts = ["/a.txt", "/b/c.txt"]
        elif kind == "jsonl":
            rows = [{"id": f"r{j}", "text": sentence(), "date": "2019-10-29"} for j in range(3)]
            data = "".join(json.dumps(row) + "\n" for row in rows).encode()
            parts = ["#r0", "#r1", "#r2"]
        elif kind == "csv":
            data = ("id,text\n" + "".join(f'x{j},"{sentence()}"\n' for j in range(3))).encode()
            parts = ["#x0", "#x1", "#x2"]
        else:
            data = "".join(
                f"From ann@example.com Tue Oct 29 10:00:0{j} 2019\n{message(sentence())}\n"
                for j in range(2)).encode()
            parts = ["#1", "#2"]
        with open(path, "wb") as file:
            file.write(data)
        name = shown(os.path.relpath(path, os.fsencode(folder.parent)))
        expected += [name + part for part in parts] if parts else [name]
    return expected


def shown(path):
    """A path as quipu names it: bytes that are not UTF-8 as \\xE9."""
    result = ""
    for character in path.decode("utf-8", "surrogateescape"):
        code = ord(character)
        result += f"\\x{code - 0xdc00:02X}" if 0xdc80 <= code <= 0xdcff else character
    return result


GERMAN = (
    "Die Regierung hat am Montag erklärt, dass sie den Vertrag mit dem Unternehmen nicht verlängern "
    "wird. Der Minister sagte, die Entscheidung sei nach langen Gesprächen gefallen und werde von "
    "allen Parteien getragen. Die Firma wollte sich dazu nicht äußern.")
BOMB = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">]>'
    "<a>&c;</a>")


def hostile(folder, count):
    """Writes hostile files; gives their names."""
    place = folder / "hostile"
    place.mkdir(parents=True)
    zeros = gzip.compress(bytes(64 << 20))
    zip_bomb = zipped([("zeros.txt", "0" * (64 << 20))])
    nested = zipped([("zeros.txt", "hello")])
    for _ in range(12):
        inner = io.BytesIO()
        with zipfile.ZipFile(inner, "w") as archive:
            archive.writestr("in.zip", nested)
        nested = inner.getvalue()
    noise = draw.randbytes(20000)
    image = b"\x89PNG\r\n\x1a\n" + noise
    program = b"\x7fELF\x02\x01\x01\x00" + noise
    text = gzip.compress((sentence() * 200).encode())
    archive = zipped([(f"{i}.txt", sentence() * 20) for i in range(5)])

    def write(name, data):
        (place / name).write_bytes(data)

    def sparse(name):
        with open(place / name, "wb") as file:
            file.truncate(500 << 20)

    def listen(name):
        here = os.getcwd()
        os.chdir(place)
        server = socket.socket(socket.AF_UNIX)
        server.bind(name)
        server.close()
        os.chdir(here)

    def loop(name):
        (place / name).mkdir()
        os.symlink("..", place / name / "up")

    kinds = [
        lambda n: write(n + ".txt", b""),
        lambda n: write(n + ".txt", b" \n\t\n" * 50),
        lambda n: write(n + ".txt.gz", text[: len(text) // 2]),
        lambda n: write(n + ".zip", archive[: len(archive) // 2]),
        lambda n: write(n + ".txt", image),
        lambda n: write(n + ".html", program),
        lambda n: write(n + ".pdf", image),
        lambda n: write(n + ".docx", noise),
        lambda n: write(n + ".xml", BOMB.encode()),
        lambda n: write(n + ".txt", GERMAN.encode()),
        lambda n: os.mkfifo(place / (n + ".txt")),
        lambda n: listen(n + ".txt"),
        lambda n: loop(n),
        lambda n: os.symlink(n + ".txt", place / (n + ".txt")),
        lambda n: os.symlink("nowhere", place / (n + ".txt")),
        lambda n: write(n + ".tar.gz", tarred([("../../" + n + ".txt", sentence())])),
        lambda n: write(n + ".txt.gz", noise),
        lambda n: os.symlink("/dev/zero", place / (n + ".txt")),
        lambda n: write(n + ".zip", nested),
    ]
    rare = [sparse, lambda n: write(n + ".gz", zeros), lambda n: write(n + ".zip", zip_bomb)]
    names = []
    for i in range(count):
        before = set(os.listdir(place))
        name = f"h{i}"
        (rare[i // 25 % 3] if i % 25 == 0 else kinds[i % len(kinds)])(name)
        names += [f"{folder.name}/hostile/{new}" for new in set(os.listdir(place)) - before]
    return names


def main():
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    bad = int(sys.argv[2]) if len(sys.argv) > 2 else files // 20
    home = pathlib.Path(tempfile.mkdtemp(prefix="quipu-hostile-"))
    try:
        folder = home / "in"
        folder.mkdir()
        expected = good(folder, files - bad)
        culprits = hostile(folder, bad)
        print(f"{files - bad} good files with {len(expected)} documents, {len(culprits)} hostile")
        build = quipu(home, "build", "in")
        print(build.output.strip())
        print(f"{build.seconds:.0f} s, {build.processor:.0f} s of processor, {build.memory:.0f} MB")
        indexed = {line["document"] for line in quipu(home, "status", "-a", "--json").lines()}
        failed = {
            line["document"]: line["reason"]
            for line in quipu(home, "status", "--failed", "--json").lines()}
        lost = [name for name in expected if name not in indexed]
        unnamed = [
            name for name in culprits
            if not any(f == name or f.startswith((name + "/", name + "#")) for f in failed)]
        untold = [f for f in failed if f.replace("\n", " ") not in build.errors]
        wrong = [
            f for f in failed
            if not any(f == n or f.startswith((n + "/", n + "#")) for n in culprits)]
        again = quipu(home, "build", "in")
        print(again.output.strip())
        print(f"second build {again.processor:.2f} s of processor")
        for title, names in [
            ("good but not indexed", lost), ("hostile but not named", unnamed),
            ("failed but not told", untold), ("failed but good", wrong),
        ]:
            print(f"{title}: {len(names)} {names[:5]} {[failed.get(n) for n in names[:5]]}")
        fine = (
            build.status == 2 and not lost and not unnamed and not untold and not wrong
            and build.memory <= 1536 and again.status == 2)
        print("passed" if fine else f"FAILED (status {build.status})")
        sys.exit(0 if fine else 1)
    finally:
        shutil.rmtree(home, ignore_errors=True)


main()
