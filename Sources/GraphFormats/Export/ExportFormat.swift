public import GraphModel

/// The formats that a graph can be written in, by the names that a user types.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  case jsonl
  case graphml
  case turtle
  case ntriples
  case csv
  case csvNodes = "csv-nodes"
  case dot
  case html

  /// The format with this name or short name (`ttl`, `nt`), in any case.
  public init?(name: String) {
    let name = name.lowercased()
    guard
      let format = Self.allCases.first(where: {
        $0.rawValue == name || $0.otherNames.contains(name)
      })
    else { return nil }
    self = format
  }

  /// The format of a file with this extension (without the dot), in any case.
  public init?(fileExtension: String) {
    let ending = fileExtension.lowercased()
    guard let format = Self.allCases.first(where: { $0.fileExtensions.contains(ending) }) else {
      return nil
    }
    self = format
  }

  /// Further names that stand for the format.
  public var otherNames: [String] {
    switch self {
    case .jsonl: ["json", "json-lines", "ndjson"]
    case .turtle: ["ttl"]
    case .ntriples: ["nt", "n-triples"]
    case .csvNodes: ["nodes"]
    case .html: ["page"]
    case .graphml, .csv, .dot: []
    }
  }

  /// The extensions of its files, the usual one first; empty if no extension means this format.
  public var fileExtensions: [String] {
    switch self {
    case .jsonl: ["jsonl", "ndjson"]
    case .graphml: ["graphml"]
    case .turtle: ["ttl"]
    case .ntriples: ["nt"]
    case .csv: ["csv"]
    case .csvNodes: []
    case .dot: ["dot", "gv"]
    case .html: ["html", "htm"]
    }
  }

  /// Writes a graph in this format.
  ///
  /// - Returns: What the format could not hold.
  /// - Throws: What the source or the sink throws.
  public func write(
    _ source: some StatementSource, options: ExportOptions = ExportOptions(),
    to sink: some ByteSink
  ) throws -> ExportLoss {
    switch self {
    case .jsonl: try JSONLinesWriter().write(source, options: options, to: sink)
    case .graphml: try GraphMLWriter().write(source, options: options, to: sink)
    case .turtle: try TurtleWriter().write(source, options: options, to: sink)
    case .ntriples: try NTriplesWriter().write(source, options: options, to: sink)
    case .csv: try CSVWriter(.statements).write(source, options: options, to: sink)
    case .csvNodes: try CSVWriter(.nodes).write(source, options: options, to: sink)
    case .dot: try DOTWriter().write(source, options: options, to: sink)
    case .html: try HTMLWriter().write(source, options: options, to: sink)
    }
  }
}
