import Extraction
import GraphModel

@testable import Resolution

/// Writes a document as the list of its mentions, one after another in one sentence.
struct SampleDocument {
  private(set) var mentions: [Mention] = []
  private(set) var claims: [Claim] = []
  /// What the document begins with.
  var lead = Lead.none
  private var offset = 0

  /// Adds a mention; without a chain it stands alone.
  mutating func add(
    _ text: String, core: String? = nil, head: String? = nil, _ kind: Mention.Kind = .name,
    type: String? = nil, gender: Mention.Gender = .unknown, number: Mention.Number = .singular,
    definite: Bool = false, chain: Int? = nil
  ) {
    let length = max(text.unicodeScalars.count, 1)
    guard let span = TextSpan(offset..<offset + length) else { return }
    mentions.append(
      Mention(
        sentence: 0, span: span, text: text, core: core ?? text,
        headLemma: head ?? core ?? text.lowercased(), kind: kind, type: type, number: number,
        gender: gender, isDefinite: definite, chain: chain ?? 1000 + mentions.count))
    offset += length + 1
  }

  mutating func person(_ name: String, gender: Mention.Gender = .unknown, chain: Int? = nil) {
    add(name, type: EntityType.person, gender: gender, chain: chain)
  }

  mutating func organization(_ name: String, chain: Int? = nil) {
    add(name, type: EntityType.organization, chain: chain)
  }

  mutating func place(_ name: String) { add(name, type: EntityType.place) }

  /// Adds a claim that one mention makes of another.
  mutating func state(_ subject: Int, _ verb: String, _ object: Int, rule: String = "clause/verb") {
    claims.append(
      Claim(
        sentence: 0, quote: mentions[subject].span, quoteText: mentions[subject].text,
        subject: subject, predicate: Predicate(open: verb), predicateText: verb,
        object: .mention(object), polarity: .positive, certainty: .certain, cue: nil, speaker: nil,
        time: nil, details: [], confidence: 0.5, rule: rule))
  }

  var local: LocalResolution {
    LocalResolver().resolve(ExtractedDocument(mentions: mentions, claims: claims, lead: lead))
  }

  static func make(_ build: (inout SampleDocument) -> Void) -> SampleDocument {
    var document = SampleDocument()
    build(&document)
    return document
  }
}

/// Documents by name, resolved together.
struct SampleCorpus {
  var documents: [(name: String, document: SampleDocument)] = []

  mutating func add(
    _ name: String, lead: Lead = .none, _ build: (inout SampleDocument) -> Void
  ) {
    var document = SampleDocument.make(build)
    document.lead = lead
    documents.append((name, document))
  }

  /// The documents as global resolution reads them.
  var inputs: [DocumentEntities] {
    documents.map {
      DocumentEntities(document: DocumentID(name: $0.name), resolution: $0.document.local)
    }
  }

  /// The entity of each mention of each document, by the document's name.
  func resolved() -> [String: [Entity]] {
    let inputs = self.inputs
    let result = GlobalResolver().resolve(inputs)
    var entities: [String: [Entity]] = [:]
    for (d, input) in inputs.enumerated() {
      entities[documents[d].name] = input.resolution.entityOfMention.map {
        result.entities[result.entityOfLocal[d][$0]]
      }
    }
    return entities
  }
}
