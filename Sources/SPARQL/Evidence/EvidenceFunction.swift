public import GraphModel

/// The functions that tell what a statement rests on, and that search texts and names.
///
/// Each has the IRI `https://quipu.dev/function#` and its name. Those about a piece of evidence take
/// its number from 1 as a second argument; without it they tell of the first. Where there is nothing
/// to tell they are an error, so that `BIND` leaves its variable unbound and a filter fails.
public enum EvidenceFunction: String, Hashable, Sendable, CaseIterable {
  /// The exact words of the text, `xsd:string`.
  case quote
  /// The sentence that the words stand in, `xsd:string`.
  case sentence
  /// The document, an IRI.
  case document
  /// The document's name, `xsd:string`.
  case documentName
  /// The document's title, `xsd:string`.
  case documentTitle
  /// When the document was published: `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`.
  case published
  /// Where the words begin in the document's text, in code points from 0, `xsd:integer`.
  case start
  /// Where they end.
  case end
  /// The rule by which the statement was read from them, `xsd:string`.
  case rule
  /// How many pieces of evidence a statement has, `xsd:integer`.
  case evidenceCount
  /// How sure the reading is, `xsd:decimal` from 0 to 1.
  case confidence
  /// How sure the text is: `q:certain`, `q:probable`, `q:possible` or `q:unknown`.
  case certainty
  /// Whether the text affirms it: `q:positive` or `q:negative`.
  case polarity
  /// Who says so, an IRI.
  case speaker
  /// Whether it is affirmed and certain, `xsd:boolean`.
  case isAsserted
  /// What it says in plain words, `xsd:string`.
  case words
  /// Whether an entity may be named so, or a sentence of a statement or document has the words.
  case matches
  /// How well it does, `xsd:double`; the higher, the better.
  case score

  /// The function's IRI.
  public var iri: IRI { IRI(Quipu.functions + rawValue) }

  /// The function with an IRI, or `nil`.
  public init?(_ iri: IRI) {
    guard iri.value.hasPrefix(Quipu.functions) else { return nil }
    self.init(rawValue: String(iri.value.dropFirst(Quipu.functions.count)))
  }

  /// How many arguments it takes.
  public var arguments: ClosedRange<Int> {
    switch self {
    case .quote, .sentence, .document, .documentName, .documentTitle, .published, .start, .end,
      .rule:
      1...2
    case .matches, .score: 2...2
    default: 1...1
    }
  }
}
