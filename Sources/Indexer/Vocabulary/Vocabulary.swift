import Documents
import Extraction
import GraphModel
import Linguistics
import Schema

/// An example of the vocabulary's file.
private typealias GivenExample = Relation.Example

/// A vocabulary to look at and to check: the one of the program, or a file's.
public struct Vocabulary: Sendable {
  /// A relation, as a list shows it.
  public struct Relation: Hashable, Sendable {
    /// The local name: `investedIn`.
    public let name: String
    /// The words to show.
    public let label: String
    /// One sentence on what it says.
    public let comment: String?
    /// The classes that the subject may have; empty allows any.
    public let domain: [String]
    /// The classes that the object may have; empty allows any.
    public let range: [String]
    /// The inverse relation.
    public let inverse: String?
    /// Whether it holds both ways.
    public let isSymmetric: Bool
    /// Whether a subject has at most one object.
    public let isFunctional: Bool
    /// IRIs of the same in other vocabularies.
    public let mappings: [String]
    /// What comes nearest in FollowTheMoney.
    public let followTheMoney: String?
    /// The wording patterns.
    public let patterns: [String]
    /// Sentences that give it.
    public let examples: [String]
    /// Sentences that do not.
    public let counterExamples: [String]
  }

  /// A class, as a list shows it.
  public struct Class: Hashable, Sendable {
    /// The local name: `Company`.
    public let name: String
    /// The words to show.
    public let label: String
    /// The direct superclasses.
    public let superclasses: [String]
  }

  /// The relations, by name.
  public let relations: [Relation]
  /// The classes, by name.
  public let classes: [Class]
  private let schema: Schema
  /// The text that it was read from, in which examples are located.
  private let source: [UInt8]

  /// Reads the vocabulary of a Turtle file, or the program's own if no bytes are given.
  ///
  /// - Throws: A ``VocabularyProblem`` for the first fault that leaves nothing to check.
  public init(turtle: [UInt8]? = nil, file: String? = nil) throws(VocabularyProblem) {
    source = turtle ?? Schema.embeddedSource
    do throws(SchemaError) {
      schema = try Schema.load(turtle: source, file: file)
    } catch {
      throw VocabularyProblem(error)
    }
    relations = schema.relations.map { relation in
      Relation(
        name: relation.name, label: relation.label, comment: relation.comment,
        domain: relation.domain, range: relation.range, inverse: relation.inverse,
        isSymmetric: relation.isSymmetric, isFunctional: relation.isFunctional,
        mappings: relation.mappings.map(\.value), followTheMoney: relation.followTheMoney,
        patterns: relation.patterns.map(\.text), examples: relation.examples.map(\.sentence),
        counterExamples: relation.counterExamples)
    }
    classes = schema.classes.map {
      Class(name: $0.name, label: $0.label, superclasses: $0.superclasses)
    }
  }

  /// Checks the patterns, and reads the examples and counter-examples as text.
  ///
  /// - Returns: What is wrong: first malformed patterns, at most one a relation; if there is none, examples
  ///   that do not give their statement and counter-examples that assert theirs.
  /// - Throws: ``IndexerError/model(_:)``.
  public func check() throws(IndexerError) -> [VocabularyProblem] {
    let malformed = malformedPatterns()
    guard malformed.isEmpty else { return malformed }
    let pipeline: Pipeline
    do throws(LinguisticsError) {
      pipeline = Pipeline(model: try Model.embedded())
    } catch {
      throw IndexerError(error)
    }
    let extractor = Extractor(schema: schema)
    var problems: [VocabularyProblem] = []
    for relation in schema.relations {
      for example in relation.examples {
        let found = read(example.sentence, pipeline, extractor)
        guard !gives(found, relation.name, example) else { continue }
        problems.append(
          VocabularyProblem(
            .exampleMissed(
              relation: relation.name, sentence: example.sentence, subject: example.subject,
              object: example.object),
            at: Schema.position(ofQuoted: example.sentence, in: source)))
      }
      for sentence in relation.counterExamples {
        let found = read(sentence, pipeline, extractor)
        guard found.claims.contains(where: { isAsserted($0, relation.name) }) else { continue }
        problems.append(
          VocabularyProblem(
            .counterExampleAsserted(relation: relation.name, sentence: sentence),
            at: Schema.position(ofQuoted: sentence, in: source)))
      }
    }
    return problems
  }

  private func malformedPatterns() -> [VocabularyProblem] {
    var problems: [VocabularyProblem] = []
    for relation in schema.relations {
      let alone = Schema(
        relations: [relation], classes: schema.classes,
        cancellingModifiers: schema.cancellingModifiers, file: schema.file)
      do throws(PatternError) {
        _ = try Extractor(checking: alone)
      } catch {
        problems.append(VocabularyProblem(error))
      }
    }
    return problems
  }

  private func read(
    _ sentence: String, _ pipeline: Pipeline, _ extractor: Extractor
  ) -> ExtractedDocument {
    guard
      let document = try? DocumentReader().readLine(Array(sentence.utf8), name: "example.txt"),
      let annotated = pipeline.annotate([document], segmentation: .wholeText).first
    else { return ExtractedDocument(mentions: [], claims: []) }
    return extractor.extract(annotated)
  }

  private func isAsserted(_ claim: Claim, _ relation: String) -> Bool {
    claim.predicate.id == "q:" + relation && claim.polarity == .positive
      && claim.certainty == .certain
  }

  private func gives(
    _ found: ExtractedDocument, _ relation: String, _ example: GivenExample
  ) -> Bool {
    found.claims.contains { claim in
      guard isAsserted(claim, relation) else { return false }
      let subject = found.mentions[claim.subject]
      guard subject.text.contains(example.subject) || example.subject.contains(subject.core) else {
        return false
      }
      switch claim.object {
      case .mention(let index):
        let object = found.mentions[index]
        return object.text.contains(example.object) || example.object.contains(object.core)
      case .value(let literal, _):
        return literal.text.contains(example.object) || example.object.contains(literal.text)
      case nil: return false
      }
    }
  }
}
