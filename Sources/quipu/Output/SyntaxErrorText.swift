import GraphFormats

/// The words for a place where a file breaks the rules of its format.
enum SyntaxErrorText {
  /// The words, in the form that editors understand: `graph.ttl:12:9: error: expected '.'`.
  static func describe(_ error: SyntaxError, in file: String) -> String {
    "\(Printable.line(file)):\(error.line):\(error.column): error: \(words(for: error.problem))"
  }

  private static func words(for problem: SyntaxError.Problem) -> String {
    switch problem {
    case .expected(let expectation): "expected \(expectation.rawValue)"
    case .unknownPrefix(let prefix):
      "the prefix \(ErrorText.quoted(prefix + ":")) is not declared; declare it above, say with: @prefix \(Printable.line(prefix)): <http://example.org/> ."
    case .relativeIRI(let iri):
      "the IRI \(ErrorText.quoted(iri)) is relative and there is no base; give one with --base"
    case .datatypeWithoutLanguage: "this datatype needs a language tag instead: \"text\"@en"
    case .notUTF8: "these bytes are not UTF-8; convert the file first, say with: iconv -t utf-8"
    case .unterminated(let expectation): unterminated(expectation)
    case .nestedTooDeeply(let limit): "nested more than \(limit) deep"
    case .duplicateMember(let name): "this object has a member \(ErrorText.quoted(name)) already"
    case .numberOutOfRange(let number):
      "the number \(Printable.line(number)) is too large; write it as a string with a datatype"
    case .jsonLD(let error): jsonLD(error)
    case .notWellFormed(let detail): "this is not XML: \(Printable.line(detail))"
    case .externalEntity: "the XML names an entity from outside, which is not read"
    case .notAllowed(let name): "\(ErrorText.quoted(name)) may not stand here"
    case .strayText: "text stands where only elements may"
    case .notAName(let name):
      "\(ErrorText.quoted(name)) is no name of XML, which an rdf:ID must be"
    case .duplicateID(let name): "the document has the rdf:ID \(ErrorText.quoted(name)) already"
    case .notOneTriple(let count): "a triple term must hold one triple, and this has \(count)"
    }
  }

  private static func jsonLD(_ error: JSONLDError) -> String {
    switch error.code {
    case .loadingRemoteContextFailed, .loadingDocumentFailed:
      "the context \(ErrorText.quoted(error.detail)) is elsewhere, and nothing is loaded from the network; put what it holds in its place"
    default:
      "this is not JSON-LD: \(error.code.rawValue)"
        + (error.detail.isEmpty ? "" : ": " + Printable.line(error.detail))
    }
  }

  private static func unterminated(_ expectation: SyntaxError.Expectation) -> String {
    switch expectation {
    case .string, .iri: "this \(expectation.rawValue) does not end"
    default: "what opens here does not end: expected \(expectation.rawValue)"
    }
  }
}
