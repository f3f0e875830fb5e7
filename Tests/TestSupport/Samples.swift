public import GraphModel

/// Small graphs for tests of other modules.
public enum Samples {
  /// A piece of evidence over some words of a document.
  public static func evidence(
    _ quote: String = "Ada founded Babbage Ltd.", document: String = "a.txt", at start: Int = 0,
    rule: String = "clause/verb"
  ) -> Evidence? {
    guard let span = TextSpan(start..<start + quote.unicodeScalars.count) else { return nil }
    return Evidence(
      document: DocumentID(name: document), sentence: 0, span: span, quote: quote, rule: rule,
      subject: nil, object: nil, predicateText: "founded")
  }
}
