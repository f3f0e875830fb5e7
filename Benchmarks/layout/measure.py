#!/usr/bin/env python3
"""Layout beside Graphviz's sfdp: CPU seconds, and the share of nearest neighbours in one community.

    python3 Benchmarks/layout/measure.py [--nodes N] [--edges M] [--no-sfdp] [FILE]

FILE has an edge a line, as two numbers. Without it a network like those of documents is made, the
same on every run: groups of all sizes, a few nodes with many edges, one edge in five between groups.
Communities are igraph's (Leiden), the same for both; of each of 1000 nodes the ten nearest are looked
at. Needs swiftc, python-igraph, and Graphviz for sfdp.
"""

import argparse
import heapq
import os
import pathlib
import random
import shutil
import subprocess
import tempfile

import igraph

ROOT = pathlib.Path(__file__).resolve().parents[2]


def generate(count, edges):
    """Edges of a network with communities and hubs."""
    numbers = random.Random(7)
    members, group_of = [], []
    while len(group_of) < count:
        size = min(int(4 / (1 - numbers.random()) ** 0.8) + 2, 400, count - len(group_of))
        members.append(range(len(group_of), len(group_of) + size))
        group_of += [len(members) - 1] * size
    made = set()
    while len(made) < edges:
        a = numbers.randrange(count)
        group = members[group_of[a]] if numbers.random() < 0.8 else range(count)
        # The first of a group are its hubs.
        b = group[int(len(group) * numbers.random() ** 3)]
        if a != b:
            made.add((min(a, b), max(a, b)))
    return sorted(made)


def timed(command, text):
    """What a command prints, and its CPU seconds."""
    before = os.times()
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    after = os.times()
    return done.stdout, sum(after[2:4]) - sum(before[2:4])


def share(places, community):
    """The share of the ten nearest of a node that are in its community, over 1000 nodes."""
    chosen = random.Random(1).sample(range(len(places)), min(1000, len(places)))
    same = 0
    for node in chosen:
        x, y = places[node]
        near = heapq.nsmallest(
            11, range(len(places)), key=lambda n: (places[n][0] - x) ** 2 + (places[n][1] - y) ** 2
        )
        same += sum(community[n] == community[node] for n in near if n != node)
    return same / len(chosen) / 10


def sfdp(edges, count):
    graph = "graph {" + "".join(f"{n};" for n in range(count)) + "".join(f"{a}--{b};" for a, b in edges) + "}"
    text, seconds = timed(["sfdp", "-Tplain"], graph)
    places = [(0.0, 0.0)] * count
    for line in text.splitlines():
        words = line.split()
        if words[0] == "node":
            places[int(words[1])] = (float(words[2]), float(words[3]))
    return places, seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?")
    parser.add_argument("--nodes", type=int, default=10_000)
    parser.add_argument("--edges", type=int, default=35_000)
    parser.add_argument("--no-sfdp", action="store_true", help="it takes minutes for 100,000 nodes")
    options = parser.parse_args()
    if options.file:
        lines = pathlib.Path(options.file).read_text().splitlines()
        edges = [tuple(map(int, line.split())) for line in lines]
    else:
        edges = generate(options.nodes, options.edges)
    count = max(max(edge) for edge in edges) + 1
    print(f"{count} nodes, {len(edges)} edges")
    network = igraph.Graph(n=count, edges=edges)
    community = network.community_leiden(objective_function="modularity", n_iterations=4).membership
    with tempfile.TemporaryDirectory() as folder:
        program = f"{folder}/layout"
        sources = [*ROOT.glob("Sources/GraphAnalytics/**/*.swift"), ROOT / "Benchmarks/layout/main.swift"]
        subprocess.run(["swiftc", "-O", "-wmo", "-swift-version", "6", *map(str, sources), "-o", program], check=True)
        text, seconds = timed([program], "".join(f"{a} {b}\n" for a, b in edges))
    places = [tuple(map(float, line.split())) for line in text.splitlines()]
    print(f"quipu  {seconds:7.2f} CPU-s   {share(places, community):.3f} of the nearest in one community")
    if not options.no_sfdp and shutil.which("sfdp"):
        places, seconds = sfdp(edges, count)
        print(f"sfdp   {seconds:7.2f} CPU-s   {share(places, community):.3f} of the nearest in one community")


if __name__ == "__main__":
    main()
