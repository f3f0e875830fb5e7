/// The formats of solutions and truth values that the W3C defines.
public enum ResultFormat: String, Hashable, Sendable, CaseIterable {
  /// "SPARQL 1.2 Query Results JSON Format".
  case json
  /// "SPARQL 1.2 Query Results XML Format".
  case xml
  /// Comma-separated values: plain texts, which do not tell kinds of terms apart.
  case csv
  /// Tab-separated values: terms as SPARQL writes them.
  case tsv
}
