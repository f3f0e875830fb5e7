import Testing

@testable import quipu

@Suite("Arguments")
struct ParsedArgumentsTests {
  private let verb = Verb(
    name: "export", summary: "", examples: [],
    options: [
      .value("format", "f", "FORMAT", "", choices: ["jsonl", "graphml"]),
      .value("type", nil, "TYPE", "", repeats: true), .flag("dry-run", "n", ""),
    ],
    arguments: [ArgumentSyntax(name: "A"), ArgumentSyntax(name: "B", minimum: 0)]
  ) { _ throws(CommandError) in .success }

  @Test(
    "an option's value may follow, or stand after = or the letter",
    arguments: [["--format", "graphml"], ["--format=graphml"], ["-f", "graphml"], ["-fgraphml"]])
  func value(words: [String]) throws {
    let parsed = try ParsedArguments(words + ["a"], verb: verb)
    #expect(parsed.value("format") == "graphml")
    #expect(parsed.arguments == ["a"])
  }

  @Test("switches run together, and the last letter may take a value")
  func cluster() throws {
    let parsed = try ParsedArguments(["-nqf", "jsonl", "a"], verb: verb)
    #expect(parsed.flags == ["dry-run", "quiet"])
    #expect(parsed.value("format") == "jsonl")
  }

  @Test("a repeated option keeps every value, in order")
  func repeats() throws {
    let parsed = try ParsedArguments(["--type=B", "a", "--type", "A"], verb: verb)
    #expect(parsed.values["type"] == ["B", "A"])
  }

  @Test("after -- everything is an argument, and - is always one")
  func dashes() throws {
    #expect(try ParsedArguments(["--", "-n"], verb: verb).arguments == ["-n"])
    #expect(try ParsedArguments(["-"], verb: verb).arguments == ["-"])
  }

  @Test("what is wrong is told apart")
  func errors() {
    func error(_ words: String...) -> UsageError? {
      do {
        _ = try ParsedArguments(words, verb: verb)
        return nil
      } catch { return error }
    }
    #expect(
      error("--fromat", "x")
        == .unknownOption("--fromat", verb: "export", suggestion: "--format"))
    #expect(error("a", "--format") == .missingValue(option: "--format", verb: "export"))
    #expect(error("a", "-n=1") == .unknownOption("-=", verb: "export", suggestion: nil))
    #expect(error("a", "--dry-run=1") == .unexpectedValue(option: "--dry-run", verb: "export"))
    #expect(
      error("a", "-f", "jsnl")
        == .invalidChoice(
          "jsnl", option: "--format", choices: ["jsonl", "graphml"], suggestion: "jsonl"))
    #expect(error() == .missingArgument("A", verb: "export"))
    #expect(error("a", "b", "c") == .unexpectedArgument("c", verb: "export"))
    #expect(error("--help") == nil)
  }
}

@Suite("Spelling")
struct SpellingTests {
  @Test(
    "counts insertions, deletions, substitutions and swaps",
    arguments: [("", "abc", 3), ("kitten", "sitting", 3), ("ab", "ba", 1), ("same", "same", 0)])
  func distance(a: String, b: String, expected: Int) {
    #expect(Spelling.distance(a, b) == expected)
    #expect(Spelling.distance(b, a) == expected)
  }

  @Test("offers what is near, and nothing that is far")
  func nearest() {
    #expect(Spelling.nearest(to: "serch", among: ["show", "search", "stats"]) == "search")
    #expect(Spelling.nearest(to: "frobnicate", among: ["show", "search"]) == nil)
  }
}
