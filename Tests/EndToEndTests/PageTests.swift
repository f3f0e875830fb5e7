import Foundation
import Testing

/// The browser that reads the page, if the machine has one.
private let browser: URL? = ["chromium", "chromium-browser", "google-chrome"].lazy
  .flatMap { name in
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map {
      URL(filePath: "\($0)/\(name)")
    }
  }
  .first { FileManager.default.isExecutableFile(atPath: $0.path) }

@Suite("The page", .enabled(if: browser != nil, "needs Chromium"))
struct PageTests {
  /// The page as the browser has it after its program has run.
  private func open(_ page: URL, at link: String, in command: Command) throws -> String {
    let profile = command.folder.appending(path: "profile").path
    return try Command.run(
      #require(browser),
      [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(profile)",
        "--virtual-time-budget=5000", "--dump-dom", page.absoluteString + link,
      ], in: command.folder
    ).output
  }

  @Test("shows the sentence behind a selected entity")
  func evidence() throws {
    let command = try Command()
    try command.write(
      "Ada Lovelace founded Babbage Ltd. in 1843. Babbage Ltd. did not buy Jacquard & Sons <Ltd>.\n",
      to: "in/note.txt")
    try command.quipu("build", "in")
    let found = try command.quipu("find", "Babbage", "--json").output
    let id = try #require(found.firstMatch(of: /"id":"(e:[^"]+)"/)?.1)
    #expect(try command.quipu("export", "-o", "graph.html").status == 0)
    let page = command.folder.appending(path: "graph.html")
    let dom = try open(page, at: "#" + id, in: command)
    #expect(dom.contains("data-ready=\"1\""), "the page's program did not run to its end")
    let panel = try #require(dom.split(separator: "<aside id=\"panel\"").last)
    #expect(panel.contains("Babbage Ltd."))
    #expect(panel.contains(/<mark class="(subject|object)">Ada Lovelace<\/mark> founded/))
    #expect(panel.contains("in/note.txt"))
    #expect(panel.contains("class=\"statement claim no\""), "a denied claim is drawn apart")
    #expect(!panel.contains("<Ltd>"), "words of a document are never markup")
  }

  /// A Python that has Playwright.
  private static let python = ProcessInfo.processInfo.environment["QUIPU_PYTHON"]

  @Test(
    "is used as a person uses it: search, click, focus, path, filters, keys, dark mode",
    .enabled(if: python != nil, "set QUIPU_PYTHON to a Python that has playwright"))
  func visit() throws {
    let command = try Command()
    try command.copySeeds()
    try command.quipu("build", "seeds", "-q")
    #expect(try command.quipu("export", "-o", "graph.html", "-q").status == 0)
    #expect(try command.quipu("export", "-o", "graph.jsonl", "-q").status == 0)
    let script = Command.package.appending(path: "Tests/Peers/check_page.py").path
    let visit = try Command.run(
      URL(filePath: try #require(Self.python)), [script, "graph.html", "graph.jsonl"],
      in: command.folder)
    // 3: Playwright is not installed.
    #expect(visit.status == 0 || visit.status == 3, "\(visit.output)\(visit.errors)")
  }

  @Test("loads nothing and sends nothing")
  func policy() throws {
    let command = try Command()
    try command.write("Ada Lovelace founded Babbage Ltd. in 1843.\n", to: "in/note.txt")
    try command.quipu("build", "in")
    let page = try command.quipu("export", "-f", "html").output
    #expect(page.contains("default-src 'none'"))
    // Two scripts may run, by their digests; the browser refuses any other, and these if changed.
    let allowed = #/script-src 'sha256-[A-Za-z0-9+\/]{43}=' 'sha256-[A-Za-z0-9+\/]{43}=';/#
    #expect(page.firstMatch(of: allowed) != nil)
    #expect(page.firstMatch(of: /(src|href)="https?:/) == nil)
    let folder = Command.package.appending(path: "Sources/GraphFormats/HTML/Page")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(files.count > 8)
    for file in files {
      let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      #expect(text.firstMatch(of: /\bfetch\(|XMLHttpRequest|WebSocket|\beval\b|\bon\w+="/) == nil)
    }
  }
}
