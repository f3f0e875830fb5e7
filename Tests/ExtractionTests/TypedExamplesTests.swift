import Documents
import GraphModel
import Linguistics
import Schema
import Testing

@testable import Extraction

/// Sentences, read by the real parser, and what the vocabulary's patterns find in them.
struct TypedReading {
  let document: AnnotatedDocument
  let matches: [TypedMatch]

  static func read(_ sentences: [String], matcher: TypedMatcher) throws -> [TypedReading] {
    let pipeline = Pipeline(model: try Model.embedded())
    let documents = try sentences.map {
      try DocumentReader().readLine(Array($0.utf8), name: "example.txt")
    }
    return pipeline.annotate(documents, segmentation: .wholeText).map { annotated in
      let document = TreeRepair.repaired(annotated)
      return TypedReading(document: document, matches: matcher.matches(in: document).flatMap { $0 })
    }
  }

  /// The words of an argument, as they stand in the text.
  func words(_ argument: TypedMatch.Argument, of match: TypedMatch) -> String {
    switch argument {
    case .thing(let tokens, _), .text(let tokens, _):
      let all = document.sentences[match.sentence].tokens
      return document.document.string(
        all[tokens.lowerBound].bytes.lowerBound..<all[tokens.upperBound - 1].bytes.upperBound)
    case .amount(let index): return document.document.string(document.amounts[index].bytes)
    case .time(let index): return document.document.string(document.times[index].bytes)
    }
  }

  /// "subject relation object [detail: words]" for each match.
  var lines: [String] {
    matches.map { match in
      let details = match.details.map { " [\($0.role): \(words($0.argument, of: match))]" }
      return
        "\(words(match.subject, of: match)) \(match.relation) \(words(match.object, of: match))"
        + details.joined()
    }
  }
}

@Suite("The vocabulary's examples")
struct TypedExamplesTests {
  @Test("each example gives its statement")
  func examples() throws {
    let schema = try Schema.embedded()
    let matcher = try TypedMatcher(schema: schema)
    let examples = schema.relations.flatMap { relation in
      relation.examples.map { (relation.name, $0) }
    }
    let readings = try TypedReading.read(examples.map(\.1.sentence), matcher: matcher)
    for ((name, example), reading) in zip(examples, readings) {
      let found = reading.matches.contains { match in
        match.relation == name
          && reading.words(match.subject, of: match).hasSuffix(example.subject)
          && reading.words(match.object, of: match).hasSuffix(example.object)
      }
      #expect(
        found,
        "\(example.sentence)\n  wanted: \(example.subject) \(name) \(example.object)\n  found: \(reading.lines)"
      )
    }
  }
}

@Suite("The vocabulary's counter-examples")
struct TypedCounterExamplesTests {
  @Test("no counter-example asserts its relation")
  func counterExamples() throws {
    let schema = try Schema.embedded()
    let extractor = try Extractor(checking: schema)
    let cases = schema.relations.flatMap { relation in
      relation.counterExamples.map { (relation, $0) }
    }
    let readings = try TypedReading.read(
      cases.map(\.1), matcher: try TypedMatcher(schema: schema))
    for ((relation, sentence), reading) in zip(cases, readings) {
      let asserted = extractor.extract(reading.document).claims.filter { claim in
        claim.predicate.id == "q:" + relation.name && claim.polarity == .positive
          && claim.certainty == .certain
      }
      #expect(asserted.isEmpty, "\(sentence)\n  found: \(reading.lines)")
    }
  }

  @Test("each example is asserted")
  func examples() throws {
    let schema = try Schema.embedded()
    let extractor = try Extractor(checking: schema)
    let cases = schema.relations.flatMap { relation in
      relation.examples.map { (relation, $0.sentence) }
    }
    let readings = try TypedReading.read(
      cases.map(\.1), matcher: try TypedMatcher(schema: schema))
    for ((relation, sentence), reading) in zip(cases, readings) {
      let claims = extractor.extract(reading.document).claims.filter { claim in
        claim.predicate.id == "q:" + relation.name
      }
      #expect(
        claims.contains { $0.polarity == .positive && $0.certainty == .certain },
        "\(sentence)\n  found: \(reading.lines) \(claims.map { ($0.polarity, $0.certainty, $0.cue) })"
      )
    }
  }
}
