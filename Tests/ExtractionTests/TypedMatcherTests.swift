import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

/// Patterns on trees written by hand, so that what a role covers does not hang on the parser.
@Suite("Typed matcher")
struct TypedMatcherTests {
  private func matcher(
    _ pattern: String, symmetric: Bool = false, range: [String] = ["Organization"]
  ) throws -> TypedMatcher {
    try TypedMatcher(
      schema: Schema(
        relations: [
          Relation(
            name: "owns", label: "owns", domain: ["Agent"], range: range, inverse: nil,
            isSymmetric: symmetric, isFunctional: false,
            patterns: [.init(rule: "own/test", text: pattern)])
        ],
        classes: [
          SchemaClass(name: "Agent", label: "agent", superclasses: []),
          SchemaClass(
            name: "Person", label: "person", superclasses: ["Agent"], nouns: ["founder"]),
          SchemaClass(
            name: "Organization", label: "organization", superclasses: ["Agent"],
            nouns: ["company"]),
          SchemaClass(name: "Place", label: "place", superclasses: []),
          SchemaClass(name: "Money", label: "money", superclasses: []),
        ], cancellingModifiers: ["former"], file: "own.ttl"))
  }

  private func found(_ matcher: TypedMatcher, _ tree: HandTree) -> [String] {
    matcher.match(sentence: 0, in: tree.document).map { match in
      "\(tree.words(match.subject)) > \(tree.words(match.object))"
        + match.details.map { " \($0.role)=\(tree.words($0.argument))" }.joined()
    }
  }

  private static let active = HandTree(
    "Acme/ORG PROPN nsubj 2|bought buy VERB root 0|Babbage/ORG PROPN obj 2|and CCONJ cc 5|Curie/ORG PROPN conj 3"
  )
  private static let passive = HandTree(
    "Babbage/ORG PROPN nsubj:pass 3|was be AUX aux:pass 3|bought buy VERB root 0|by ADP case 5|Acme/ORG PROPN obl:agent 3"
  )
  private static let participle = HandTree(
    "Babbage/ORG PROPN nsubj 5|bought buy VERB:VBN acl 1|by ADP case 4|Acme/ORG PROPN obl 2|grew grow VERB root 0"
  )
  private static let relative = HandTree(
    "Acme/ORG PROPN nsubj 5|which PRON nsubj 3|bought buy VERB acl:relcl 1|Babbage/ORG PROPN obj 3|grew grow VERB root 0"
  )
  private static let gap = HandTree(
    "Babbage/ORG PROPN nsubj 4|Acme/ORG PROPN nsubj 3|bought buy VERB acl:relcl 1|grew grow VERB root 0"
  )
  private static let shared = HandTree(
    "Acme/ORG PROPN nsubj 2|grew grow VERB root 0|and CCONJ cc 4|bought buy VERB conj 2|Babbage/ORG PROPN obj 4"
  )
  private static let infinitive = HandTree(
    "Acme/ORG PROPN nsubj 2|agreed agree VERB root 0|to PART mark 4|buy buy VERB xcomp 2|Babbage/ORG PROPN obj 4"
  )

  @Test(
    "one pattern covers active, passive, participle, relative clause, coordination and infinitive",
    arguments: [
      (active, ["Acme > Babbage", "Acme > Curie"]), (passive, ["Acme > Babbage"]),
      (participle, ["Acme > Babbage"]), (relative, ["Acme > Babbage"]),
      (gap, ["Acme > Babbage"]), (shared, ["Acme > Babbage"]), (infinitive, ["Acme > Babbage"]),
    ])
  func voices(tree: HandTree, expected: [String]) throws {
    #expect(found(try matcher("verb:buy subject>S object>O"), tree) == expected)
  }

  @Test("a deed that is named and not told gives nothing")
  func merelyNamed() throws {
    let matcher = try matcher("verb:buy subject>S object>O")
    func tree(_ mark: String) -> HandTree {
      HandTree(
        "Acme/ORG PROPN nsubj 2|grew grow VERB root 0|\(mark) SCONJ mark 4|buying buy VERB:VBG advcl 2|Babbage/ORG PROPN obj 4"
      )
    }
    #expect(found(matcher, tree("after")) == ["Acme > Babbage"])
    #expect(found(matcher, tree("on")).isEmpty)
  }

  @Test("the clause's head is the verb, for its modality to be applied")
  func head() throws {
    let matches = try matcher("verb:buy subject>S object>O")
      .match(sentence: 0, in: Self.infinitive.document)
    #expect(matches.map(\.head) == [3])
    #expect(matches.map(\.isPresupposed) == [false])
    #expect(matches.allSatisfy { $0.confidence < 0.9 }, "an inherited subject costs trust")
  }

  @Test("a noun is said of its holder by copula, apposition and title")
  func nouns() throws {
    let matcher = try matcher("noun:owner subject>S of|poss|compound>O")
    let copula = HandTree(
      "Ada/PER PROPN nsubj 4|is be AUX cop 4|the DET det 4|owner NOUN root 0|of ADP case 6|Acme/ORG PROPN nmod 4"
    )
    let apposition = HandTree(
      "Ada/PER PROPN nsubj 5|owner NOUN appos 1|of ADP case 4|Acme/ORG PROPN nmod 2|left leave VERB root 0"
    )
    let reverse = HandTree(
      "Acme/ORG PROPN nmod:poss 3|'s PART case 1|owner NOUN nsubj 5|Ada/PER PROPN appos 3|left leave VERB root 0"
    )
    let title = HandTree(
      "Acme/ORG PROPN compound 2|owner NOUN nmod:desc 3|Ada/PER PROPN nsubj 4|left leave VERB root 0"
    )
    for tree in [copula, apposition, reverse, title] {
      #expect(found(matcher, tree) == ["Ada > Acme"])
    }
    let presupposed = [copula, apposition, reverse, title].map {
      matcher.match(sentence: 0, in: $0.document).map(\.isPresupposed)
    }
    #expect(presupposed == [[false], [true], [true], [true]])
  }

  @Test("a modifier that cancels the noun cancels the match")
  func cancelled() throws {
    let tree = HandTree(
      "Ada/PER PROPN nsubj 6|former ADJ amod 3|owner NOUN appos 1|of ADP case 5|Acme/ORG PROPN nmod 3|left leave VERB root 0"
    )
    #expect(found(try matcher("noun:owner subject>S of>O"), tree).isEmpty)
  }

  @Test("a thing of another class is refused, one of a subclass or listed noun accepted")
  func classes() throws {
    let matcher = try matcher("verb:buy subject>S object>O")
    let place = HandTree("Oslo/LOC PROPN nsubj 2|bought buy VERB root 0|Acme/ORG PROPN obj 2")
    #expect(found(matcher, place).isEmpty)
    let noun = HandTree(
      "Ada/PER PROPN nsubj 2|bought buy VERB root 0|the DET det 4|company NOUN obj 2")
    #expect(found(matcher, noun) == ["Ada > the company"])
    let unknown = HandTree("Ada/PER PROPN nsubj 2|bought buy VERB root 0|Babbage PROPN obj 2")
    #expect(found(matcher, unknown).isEmpty)
    let trusting = try self.matcher("verb:buy subject>S object>O:Organization~")
    #expect(found(trusting, unknown) == ["Ada > Babbage"])
  }

  @Test("the members of a list stand for the noun that announces it")
  func lists() throws {
    let tree = HandTree(
      "Acme/ORG PROPN nsubj 2|bought buy VERB root 0|company NOUN obj 2|including VERB case 5|Babbage/ORG PROPN nmod 3|and CCONJ cc 7|Curie/ORG PROPN conj 5"
    )
    #expect(
      found(try matcher("verb:buy subject>S object>O"), tree) == ["Acme > Babbage", "Acme > Curie"])
  }

  @Test("an amount is a detail when there is one, and no condition")
  func optional() throws {
    let matcher = try matcher("verb:buy subject>S object>O for?>amount:Money")
    #expect(found(matcher, Self.passive) == ["Acme > Babbage"])
    let tree = HandTree(
      "Acme/ORG PROPN nsubj 2|bought buy VERB root 0|Babbage/ORG PROPN obj 2|for ADP case 5|$5/USD SYM obl 2"
    )
    #expect(found(matcher, tree) == ["Acme > Babbage amount=$5"])
  }

  @Test("a forbidden role refuses the match")
  func forbidden() throws {
    let matcher = try matcher("verb:buy subject>S object>O !by")
    #expect(found(matcher, Self.active).count == 2)
    #expect(found(matcher, Self.passive).isEmpty)
  }

  @Test("two members of a coordination are subject and object of a symmetric relation")
  func pairs() throws {
    let matcher = try matcher("verb:merge subject>S&O", symmetric: true)
    let tree = HandTree(
      "Acme/ORG PROPN nsubj 4|and CCONJ cc 3|Babbage/ORG PROPN conj 1|merged merge VERB root 0")
    #expect(found(matcher, tree) == ["Acme > Babbage"])
  }

  @Test("the longest listed noun counts, and a hyphen may split it")
  func longestNoun() throws {
    let matcher = try matcher("noun:co-owner subject>S of>O")
    let split = HandTree(
      "Ada/PER PROPN nsubj 7|co X compound 4|- PUNCT punct 4|owner NOUN appos 1|of ADP case 6|Acme/ORG PROPN nmod 4|left leave VERB root 0"
    )
    let whole = HandTree(
      "Ada/PER PROPN nsubj 5|co-owner NOUN appos 1|of ADP case 4|Acme/ORG PROPN nmod 2|left leave VERB root 0"
    )
    #expect(found(matcher, split) == ["Ada > Acme"])
    #expect(found(matcher, whole) == ["Ada > Acme"])
  }

  @Test(
    "a pattern that cannot be used is refused with its place",
    arguments: [
      (
        "verb:buy subject>S object>O:Compnay",
        PatternError.Problem.unknownClass("Compnay", suggestion: nil), 29
      ),
      (
        "verb:buy subject>S object>O:Organisation",
        .unknownClass("Organisation", suggestion: "Organization"), 29
      ),
      ("verb:buy subjct>S object>O", .unknownRole("subjct", suggestion: "subject"), 10),
      ("verb:buy subject>S object>O form>S", .captured("S", times: 2), 34),
      ("verb:buy subject>S", .captured("O", times: 0), 1),
      ("verb:buy subject>S&O", .pairInDirectedRelation("owns"), 18),
    ])
  func faults(pattern: String, problem: PatternError.Problem, column: Int) {
    #expect(
      throws: PatternError(
        problem: problem, relation: "owns", rule: "own/test", file: "own.ttl",
        position: SourcePosition(line: 1, column: column))
    ) { try matcher(pattern) }
  }
}
