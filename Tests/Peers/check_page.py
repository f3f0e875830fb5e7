#!/usr/bin/env python3
"""Use the page that shows a graph as a person does, in Chromium, and compare it with the JSON Lines.

    check_page.py PAGE.html GRAPH.jsonl [--screenshots FOLDER]

Searches, clicks, filters, finds a path, uses keys and dark mode; the sentences shown must be those of
the export. There may be no error on the console and no request but for the page itself.
Exit status: 0 all is well, 1 something is not, 3 Playwright or Chromium is missing.
"""

import argparse
import collections
import json
import pathlib
import shutil
import sys

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    print("playwright is not installed", file=sys.stderr)
    sys.exit(3)

PAN = """async () => {
  const times = [], start = view.x;
  let last = await new Promise(requestAnimationFrame);
  for (let i = 0; i < 60; i += 1) {
    view.x = start + 140 / view.scale * Math.sin(i / 9);
    viewMoved();
    const now = await new Promise(requestAnimationFrame);
    times.push(now - last);
    last = now;
  }
  view.x = start;
  viewMoved();
  return times.reduce((a, b) => a + b) / times.length;
}"""


class Visit:
    """A visit to the page, and what was wrong."""

    def __init__(self, page, folder):
        self.page = page
        self.folder = folder
        self.failed = 0
        self.checked = 0

    def expect(self, name, got, wanted=True):
        self.checked += 1
        if got != wanted:
            self.failed += 1
            print(f"FAIL {name}: got {str(got)[:300]!r}, wanted {str(wanted)[:300]!r}")

    def keep(self, name):
        if self.folder:
            self.page.screenshot(path=str(self.folder / f"{name}.png"))

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)
        self.page.wait_for_timeout(250)

    def search(self, words):
        self.press("/")
        self.page.keyboard.type(words)
        self.page.wait_for_timeout(80)
        first = self.page.locator("#suggestions li span").nth(1).inner_text()
        self.press("Enter")
        return first

    def heading(self):
        return self.page.locator("#panel h2").inner_text()

    def sentences(self):
        return self.page.eval_on_selector_all("#panel q", "list => list.map((q) => q.textContent)")


def use(visit, statements):
    page = visit.page
    links = collections.Counter()
    labels = {}
    for s in statements:
        for part in (s["subject"], s["object"]):
            if "id" in part:
                labels[part["id"]] = part["label"]
        if "id" in s["object"]:
            links[s["subject"]["id"]] += 1
    others = {x.get("id") for s in statements for x in (s.get("speaker", {}), *s.get("qualifiers", []))}
    quotes = {e["quote"] for s in statements for e in s["evidence"]}
    visit.expect("title", bool(page.title()))
    visit.expect("statements", page.evaluate("statements.length"), len(statements))
    visit.keep("1-overview")

    # Every statement has its sentences, marks, certainty, speaker and values.
    shown = page.evaluate(
        """statements.map((s) => [nodes[s.s].label, predicates[s.p].label,
          s.o >= 0 ? nodes[s.o].label : s.value, s.denied, certainties[s.certainty], s.asserted,
          s.speaker >= 0 ? nodes[s.speaker].label : null, s.qualifiers,
          s.time ? [s.time.start, s.time.end, s.time.text] : null,
          s.evidence.map((e) => { const x = sentences[e.sentence];
            const words = (range) => range && [...range, letters(x.text, range)];
            return [documents[x.document].name, x.number, x.text, words(e.subject), words(e.object)]; })])"""
    )

    def wanted(s):
        def words(part, piece):
            inside = "start" in part and piece["start"] <= part["start"] and part["end"] <= piece["end"]
            return [part["start"] - piece["start"], part["end"] - piece["start"], part["text"]] if inside else None

        value = s["object"].get("label", s["object"].get("text") or s["object"].get("value"))
        if s["object"].get("datatype") == "xsd:boolean":
            value = None
        time = s.get("time")
        return [
            s["subject"]["label"], s["predicate"]["label"], value, s["polarity"] == "negative",
            s["certainty"], s["asserted"], s.get("speaker", {}).get("label"),
            [[q["role"], q["text"]] for q in s.get("qualifiers", [])],
            [time.get("start", ""), time.get("end", ""), time["text"]] if time else None,
            [[e["document"], e["sentence"], e["quote"],
              words(s["subject"] if i == 0 else e.get("subject", {}), e),
              words(s["object"] if i == 0 else e.get("object", {}), e)]
             for i, e in enumerate(s["evidence"])],
        ]  # fmt: skip

    got = sorted(json.dumps(row) for row in shown)
    want = sorted(json.dumps(wanted(s)) for s in statements)
    different = [pair for pair in zip(got, want) if pair[0] != pair[1]]
    visit.expect("all statements", different[:1], [])
    ids = page.evaluate("nodes.filter((n) => n.named).map((n) => n.id)")
    visit.expect("identifiers of named entities", [i for i in ids if i not in labels and i not in others], [])
    visit.expect("no identifier twice", len(set(ids)), len(ids))

    # Search with suggestions, by keys alone.
    main = max((i for i in links if labels[i][:1].isupper()), key=lambda i: (links[i], i))
    visit.expect("suggestion", visit.search(labels[main]), labels[main])
    visit.expect("selected", visit.heading(), labels[main])
    visit.expect("sentences shown", bool(visit.sentences()))
    visit.expect("sentences are the source's", set(visit.sentences()) - quotes, set())
    marks = page.eval_on_selector_all("#panel mark", "list => list.map((m) => m.textContent)")
    spoken = {w for s in statements for e in s["evidence"] for w in (s["subject"].get("text"), s["object"].get("text"))}
    visit.expect("marks are mentions", [m for m in marks if m not in spoken and not any(m in (q or "") for q in quotes)], [])
    visit.keep("2-selected")

    # A click on the canvas selects what is there.
    place = page.evaluate(
        """(() => { const i = nodes[state.selected].pairs.map((p) => other(p, state.selected))
          .find((i) => shown.set.has(i) && inView(nodes[i]) && nodeAt(screenX(nodes[i].x), screenY(nodes[i].y)) === i);
          const r = canvas.getBoundingClientRect();
          return i === undefined ? null : [r.left + screenX(nodes[i].x), r.top + screenY(nodes[i].y), nodes[i].label]; })()"""
    )
    if place:
        page.mouse.click(place[0], place[1])
        visit.expect("clicked", visit.heading(), place[2])
        visit.search(labels[main])

    # Focus by depth.
    visit.press("f")
    page.wait_for_timeout(500)
    one = page.evaluate("shown.nodes.length")
    visit.expect("focus", page.locator("#focus").get_attribute("aria-pressed"), "true")
    visit.expect("focus holds the neighbours", one, page.evaluate("around(state.selected, 1).order.length"))
    visit.keep("3-focus")
    visit.press("2")
    page.wait_for_timeout(500)
    visit.expect("two steps hold no fewer", page.evaluate("shown.nodes.length") >= one)
    visit.press("Escape")
    page.wait_for_timeout(500)

    # A path, with a sentence a step.
    far = page.evaluate(
        """(() => { const f = around(state.selected, 3), n = f.order[f.order.length - 1];
          const facts = shortestPath(state.selected, n); return facts ? [n, (facts.length - 1) / 2] : null; })()"""
    )
    if far:
        visit.press("p")
        page.evaluate(f"select({far[0]}, true)")
        page.wait_for_timeout(200)
        hops = page.locator("#panel article").count()
        visit.expect("steps of the path", hops, far[1])
        visit.expect("a sentence a step", len(visit.sentences()) >= hops)
        visit.expect("the path's sentences", set(visit.sentences()) - quotes, set())
        visit.keep("4-path")
    visit.press("Escape")

    # Filters.
    claims = sum(not s["asserted"] for s in statements)
    drawn = "shown.pairs.reduce((n, p) => n + p.statements.length, 0)"
    if claims:
        before = page.evaluate("pairs.reduce((n, p) => n + p.statements.length - p.asserted, 0)")
        page.uncheck("#show-claims")
        visit.expect("no claims", page.evaluate("pairs.some((p) => p.statements.some((s) => !s.asserted))"), False)
        page.check("#show-claims")
        visit.expect("claims again", page.evaluate("pairs.reduce((n, p) => n + p.statements.length - p.asserted, 0)"), before)
    page.select_option("#document", "0")
    document = page.evaluate("documents[0].name")
    want = {s["id"] for s in statements if any(e["document"] == document for e in s["evidence"])}
    count = page.evaluate("statements.filter(passes).length")
    visit.expect("statements of a document", count, len(want))
    page.click("#clear")
    visit.expect("cleared", page.evaluate("statements.every(passes)"))
    page.evaluate("$('confidence').value = 0.9; $('confidence').dispatchEvent(new Event('input'))")
    visit.expect("sure ones", page.evaluate("statements.filter(passes).every((s) => s.confidence >= 0.9)"))
    page.click("#clear")
    if page.locator("#times").is_visible():
        page.evaluate("$('since').value = 20; $('since').dispatchEvent(new Event('input'))")
        visit.expect("since", page.evaluate("statements.filter(passes).every((s) => s.when[1] >= filter.from)"))
        page.click("#clear")
    visit.expect("drawn again", page.evaluate(drawn) > 0)

    # Keys, colours, dark mode, help.
    visit.press("n")
    visit.expect("next by key", page.evaluate("state.selected >= 0"))
    said = page.locator("#said").text_content()
    visit.expect("told to screen readers", page.evaluate("nodes[state.selected].label") in said)
    visit.press("Escape", "c", "0")
    visit.press("d")
    visit.expect("dark", page.evaluate("document.documentElement.dataset.theme"), "dark")
    page.wait_for_timeout(200)
    pixel = page.evaluate("[...context.getImageData(2, 2, 1, 1).data].slice(0, 3).every((c) => c < 60)")
    visit.expect("dark ground", pixel)
    visit.keep("5-dark")
    visit.press("?")
    visit.expect("help", page.locator("#help").is_visible())
    visit.press("Escape")
    unnamed = page.evaluate(
        """[...document.querySelectorAll("button, input, select, [role]")].filter((e) => !(e.getAttribute("aria-label")
          || e.title || e.textContent.trim() || e.labels && e.labels.length || e.id === "said")).map((e) => e.id)"""
    )
    visit.expect("everything has a name", [e for e in unnamed if e not in ("said", "suggestions")], [])

    # Pictures to save.
    for button, ending in (("#png", "graph.png"), ("#svg", "graph.svg")):
        with page.expect_download() as download:
            page.click(button)
        visit.expect(f"saved {ending}", download.value.suggested_filename, ending)
        visit.expect(f"{ending} has content", pathlib.Path(download.value.path()).stat().st_size > 1000)
    print(f"{page.evaluate(PAN):.1f} ms a frame while panning, {page.evaluate('shown.nodes.length')} entities shown")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page", type=pathlib.Path)
    parser.add_argument("jsonl", type=pathlib.Path)
    parser.add_argument("--screenshots", type=pathlib.Path, help="folder to keep pictures in")
    options = parser.parse_args()
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not browser:
        print("there is no Chromium on the PATH", file=sys.stderr)
        return 3
    statements = [json.loads(line) for line in options.jsonl.read_text(encoding="utf-8").splitlines()]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": 1440, "height": 860}, color_scheme="light")
        wrong, requests = [], []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("request", lambda request: requests.append(request.url))
        address = options.page.resolve().as_uri()
        page.goto(address)
        page.wait_for_selector("html[data-ready='1']", timeout=60_000)
        visit = Visit(page, options.screenshots)
        use(visit, statements)
        visit.expect("no error", wrong, [])
        others = [r for r in requests if r != address and not r.startswith(("blob:", "data:"))]
        visit.expect("no request", others, [])
        chromium.close()
    print(f"{visit.checked} checks, {visit.failed} failed")
    return 1 if visit.failed else 0


if __name__ == "__main__":
    sys.exit(main())
