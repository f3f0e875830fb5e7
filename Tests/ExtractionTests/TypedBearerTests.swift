import Linguistics
import Schema
import Testing

@testable import Extraction

/// Descriptions and adjectives in the places of a relation, on trees written by hand.
@Suite("Bearers of descriptions")
struct TypedBearerTests {
  private func found(_ pattern: String, _ tree: HandTree) throws -> [String] {
    let schema = Schema(
      relations: [
        Relation(
          name: "owns", label: "owns", domain: ["Person"], range: ["Organization", "Country"],
          inverse: nil, isSymmetric: false, isFunctional: false,
          patterns: [.init(rule: "own/test", text: pattern)])
      ],
      classes: [
        SchemaClass(
          name: "Person", label: "person", superclasses: [],
          nouns: ["chemist", "author", "founder", "chairman"]),
        SchemaClass(
          name: "Organization", label: "organization", superclasses: [], nouns: ["firm"]),
        SchemaClass(name: "Place", label: "place", superclasses: []),
        SchemaClass(
          name: "Country", label: "country", superclasses: ["Place"],
          adjectives: ["Dutch": "Netherlands", "South Korean": "South Korea"]),
      ], cancellingModifiers: [], file: nil)
    return try TypedMatcher(schema: schema).match(sentence: 0, in: tree.document).map { match in
      "\(tree.words(match.subject)) > \(tree.words(match.object))"
    }
  }

  @Test(
    "what is said of a description is said of whom it describes",
    arguments: [
      // Ada is a chemist who bought Acme
      (
        "Ada/PER PROPN nsubj 4|is be AUX cop 4|a DET det 4|chemist NOUN root 0|who PRON nsubj 6|bought buy VERB acl:relcl 4|Acme/ORG PROPN obj 6",
        "Ada > Acme"
      ),
      // Ada is a chemist and author who bought Acme
      (
        "Ada/PER PROPN nsubj 4|is be AUX cop 4|a DET det 4|chemist NOUN root 0|and CCONJ cc 6|author NOUN conj 4|who PRON nsubj 8|bought buy VERB acl:relcl 6|Acme/ORG PROPN obj 8",
        "Ada > Acme"
      ),
      // Ada bought Acme, a firm
      (
        "Ada/PER PROPN nsubj 2|bought buy VERB root 0|Acme/ORG PROPN obj 2|a DET det 5|firm NOUN appos 3",
        "Ada > Acme"
      ),
      // Acme, a firm that Ada bought
      (
        "Acme/ORG PROPN root 0|a DET det 3|firm NOUN appos 1|that PRON obj 6|Ada/PER PROPN nsubj 6|bought buy VERB acl:relcl 3",
        "Ada > Acme"
      ),
      // its founder and chairman Ada bought Acme
      (
        "its PRON nmod:poss 2|founder NOUN nsubj 6|and CCONJ cc 4|chairman NOUN conj 2|Ada/PER PROPN appos 4|bought buy VERB root 0|Acme/ORG PROPN obj 6",
        "Ada > Acme"
      ),
    ])
  func bearers(tree: String, expected: String) throws {
    #expect(try found("verb:buy subject>S object>O", HandTree(tree)) == [expected])
  }

  @Test("what is denied of someone is not taken for them")
  func denied() throws {
    let tree = HandTree(
      "Ada/PER PROPN nsubj 5|is be AUX cop 5|not PART advmod 5|the DET det 5|chemist NOUN root 0|who PRON nsubj 7|bought buy VERB acl:relcl 5|Acme/ORG PROPN obj 7"
    )
    let relations = try found("verb:buy subject>S object>O", tree)
    #expect(relations.count == 1)
    #expect(!relations.contains("Ada > Acme"))
  }

  @Test(
    "a noun that a verb makes of someone is said of them",
    arguments: [
      "Ada/PER PROPN nsubj 2|became become VERB root 0|founder NOUN xcomp 2|of ADP case 5|Acme/ORG PROPN nmod 3",
      "Ada/PER PROPN nsubj 2|served serve VERB root 0|as ADP case 4|founder NOUN obl 2|of ADP case 6|Acme/ORG PROPN nmod 4",
      "Ada/PER PROPN nsubj:pass 3|was be AUX aux:pass 3|named name VERB:VBN root 0|founder NOUN xcomp 3|of ADP case 6|Acme/ORG PROPN nmod 4",
      "They PRON nsubj 2|named name VERB root 0|Ada/PER PROPN xcomp 2|founder NOUN xcomp 2|of ADP case 6|Acme/ORG PROPN nmod 4",
      "They PRON nsubj 2|named name VERB root 0|Ada/PER PROPN obj 2|founder NOUN xcomp 2|of ADP case 6|Acme/ORG PROPN nmod 4",
      "The DET det 2|founder NOUN nsubj 6|of ADP case 4|Acme/ORG PROPN nmod 2|is be AUX cop 6|Ada/PER PROPN root 0",
    ])
  func complements(tree: String) throws {
    #expect(try found("noun:founder subject>S of>O", HandTree(tree)) == ["Ada > Acme"])
  }

  @Test("an adjective stands for its country")
  func adjectives() throws {
    let title = HandTree(
      "the DET det 4|Dutch ADJ amod 4|chemist NOUN nmod:desc 4|Ada/PER PROPN root 0")
    #expect(try found("S:Person adjective>O:Country", title) == ["Ada > Dutch"])
    let said = HandTree(
      "Ada/PER PROPN nsubj 5|is be AUX cop 5|a DET det 5|Dutch ADJ amod 5|chemist NOUN root 0")
    #expect(try found("Person subject>S adjective>O:Country", said) == ["Ada > Dutch"])
  }

  @Test("a longer adjective counts, and one that is narrowed to something else does not")
  func narrowedAdjectives() throws {
    func person(_ adjective: String) -> HandTree {
      HandTree(
        "\(adjective) ADJ amod 3|Korean ADJ amod 3|chemist NOUN nmod:desc 4|Ada/PER PROPN root 0")
    }
    let pattern = "Person subject>S adjective>O:Country"
    #expect(try found(pattern, person("South")) == ["Ada > Korean"])
    #expect(try found(pattern, person("North")).isEmpty)
  }
}
