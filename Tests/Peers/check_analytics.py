#!/usr/bin/env python3
"""Compare ranks, betweenness and communities with igraph's.

Exit status: 0 all agree, 1 something differs.
"""

import json
import sys

import igraph


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        ours = json.load(file)
    edges = [(int(a), int(b)) for a, b, _ in ours["edges"]]
    weights = [w for _, _, w in ours["edges"]]
    graph = igraph.Graph(n=ours["count"], edges=edges, directed=ours["directed"])
    failures = []

    def near(name, got, wanted, tolerance):
        worst = max(abs(a - b) / max(1e-9, abs(b)) for a, b in zip(got, wanted, strict=True))
        print(f"{name}: worst relative difference {worst:.2e}")
        if worst > tolerance:
            failures.append(name)

    near("rank", ours["rank"], graph.pagerank(weights=weights, damping=0.85), 1e-6)
    near("betweenness", ours["betweenness"], graph.betweenness(), 1e-9)
    flat = graph.copy()
    flat.es["weight"] = weights
    flat.to_undirected(combine_edges="sum")
    theirs = flat.modularity(ours["membership"], weights="weight")
    near("modularity", [ours["modularity"]], [theirs], 1e-6)
    best = flat.community_leiden(objective_function="modularity", weights="weight", n_iterations=-1)
    print(f"modularity: ours {theirs:.4f}, igraph's own Leiden {best.q:.4f}")
    if theirs < best.q - 0.02:
        failures.append("communities")
    for name in failures:
        print(f"FAIL {name}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
