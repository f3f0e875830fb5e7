#!/usr/bin/env python3
"""Runs the queries of a folder on pyoxigraph's store and compares its processor times and answers with rdfbench's.

usage: rdf_peer.py load DATA.nt STORE
       rdf_peer.py run STORE QUERIES REPEATS OURS.txt OURS_JSON_FOLDER
"""
import glob, hashlib, json, math, os, re, statistics, sys, tempfile, time
from decimal import Decimal
import pyoxigraph as ox


def canon(t):
    if t["type"] == "bnode":
        return "_:"
    if t["type"] == "literal" and t.get("datatype", "").rsplit("#")[-1] in ("integer", "decimal", "double"):
        return str(Decimal(t["value"]).normalize() + 0)
    return json.dumps(t, sort_keys=True) if t["type"] == "triple" else t["value"]


def digest(data):
    j = json.loads(data)
    if "boolean" in j:
        return str(j["boolean"])
    vs = sorted(j["head"]["vars"])
    rows = sorted("\t".join(canon(r[v]) if v in r else "" for v in vs) for r in j["results"]["bindings"])
    return f"{len(rows)}:" + hashlib.sha256("\n".join(rows).encode()).hexdigest()[:12]


if sys.argv[1] == "load":
    store = ox.Store(sys.argv[3])
    store.bulk_load(path=sys.argv[2], format=ox.RdfFormat.N_TRIPLES)
    store.optimize()
else:
    store = ox.Store.read_only(sys.argv[2])
    ours = dict(re.findall(r"^(\S+)\.rq ([\d.]+) ms", open(sys.argv[5]).read(), re.M))
    ratios = []
    note = tempfile.mktemp()
    for path in sorted(glob.glob(sys.argv[3] + "/*.rq")):
        name = os.path.basename(path)[:-3]
        text = open(path).read()
        # Oxigraph aborts the process on some ORDER BY: each query has a process of its own.
        if os.fork():
            continue_with = os.wait()[1] == 0
            line = open(note).read() if continue_with and os.path.exists(note) else ""
            if os.path.exists(note):
                os.unlink(note)
            if not line:
                print(f"{name:28s} fails in pyoxigraph, ours {ours.get(name)}", flush=True)
            else:
                ratios.append(float(line.split("ratio ")[1].split()[0]))
                print(line, flush=True)
            continue
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        times = []
        for turn in range(int(sys.argv[4]) + 1):
            start = time.process_time()
            answer = store.query(text).serialize(format=ox.QueryResultsFormat.JSON)
            times.append((time.process_time() - start) * 1e3)
        own = sys.argv[6] + "/" + name + ".rq.json"
        same = os.path.exists(own) and digest(open(own, "rb").read()) == digest(answer)
        theirs = statistics.median(times[1:] or times)
        if name in ours:
            ratio = float(ours[name]) / theirs
            with open(note, "w") as file:
                file.write(f"{name:28s} {theirs:10.3f} ms, ours {float(ours[name]):9.3f}, ratio {ratio:.4f} {'same' if same else 'DIFFERENT'}")
        os._exit(0)
    print(f"geometric mean {math.exp(sum(map(math.log, (max(r, 1e-5) for r in ratios))) / len(ratios)):.4f} of {len(ratios)}")
