import TestSupport
import Testing

@testable import Extraction

@Suite("Pattern parser")
struct TypedPatternParserTests {
  private func words(_ node: PatternNode) -> [String] {
    guard case .words(_, let words) = node.test else { return [] }
    return words.map(\.text)
  }

  @Test("reads words, roles, captures, classes and brackets")
  func reads() throws {
    let node = try PatternParser.parse(
      "verb:buy|take_over subject>S object>[noun:stake amount?>share:Percent in|of>O:Company~] !mod>word:no"
    )
    #expect(words(node) == ["buy", "take_over"])
    #expect(node.clauses.map { $0.roles.map(\.text) } == [["subject"], ["object"], ["mod"]])
    #expect(node.clauses.map(\.mode) == [.required, .required, .forbidden])
    #expect(node.clauses[0].filler.capture?.text == "S")
    #expect(node.clauses[0].filler.test == .implied)
    let stake = node.clauses[1].filler
    #expect(words(stake) == ["stake"])
    #expect(stake.clauses.map(\.mode) == [.optional, .required])
    #expect(stake.clauses[0].filler.capture?.text == "share")
    #expect(stake.clauses[1].roles.map(\.text) == ["in", "of"])
    guard case .classes(let classes, let orUnknown) = stake.clauses[1].filler.test else {
      Issue.record("no classes")
      return
    }
    #expect(classes.map(\.text) == ["Company"])
    #expect(orUnknown)
  }

  @Test("tells a title from the thing that it names")
  func titles() throws {
    let node = try PatternParser.parse("role@noun:chief_executive subject>S of>O")
    #expect(node.isTitle && node.capture?.text == "role")
    let thing = try PatternParser.parse("S:Organization poss>O:Country")
    #expect(!thing.isTitle && thing.capture?.text == "S")
    let bracket = try PatternParser.parse("verb:be complement>role@[noun:head of>O] subject>S")
    #expect(bracket.clauses[0].filler.isTitle)
    #expect(bracket.clauses[0].filler.capture?.text == "role")
  }

  @Test(
    "says what was expected, and at which byte",
    arguments: [
      ("", 0), ("verb:", 5), ("verb:buy subject", 16), ("verb:buy subject>", 17),
      ("verb:buy subject>[noun:a", 24), ("verb:buy ]", 9), ("verb:buy !mod?>S", 13),
      ("verb:buy >S", 9), ("verb:buy|", 9), ("S:", 2), ("9x subject>S", 0),
    ])
  func faults(text: String, offset: Int) {
    #expect {
      try PatternParser.parse(text)
    } throws: { error in
      (error as? PatternProblem)?.offset == offset
    }
  }

  @Test("never fails to stop, whatever the bytes")
  func survives() {
    let pieces = ["verb:", "a", "|", ">", "[", "]", "S", "@", ":", "!", "?", "~", " ", "é", "*"]
    var random = Xorshift(seed: 1)
    for _ in 0..<2000 {
      var text = ""
      for _ in 0..<12 { text += random.pick(pieces) }
      _ = try? PatternParser.parse(text)
    }
  }
}
