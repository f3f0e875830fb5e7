public import GraphModel

/// The formats that a graph can be written in, by the names that a user types.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
  case jsonl
  case graphml
  case yEd = "yed"
  case gexf
  case cyjs
  case cx2
  case graphology
  case nodeLink = "node-link"
  case dot
  case neo4j
  case turtle
  case ntriples
  case trig
  case nquads
  case rdfxml
  case jsonld
  case csv
  case csvNodes = "csv-nodes"
  case tsv
  case tsvNodes = "tsv-nodes"
  case vault
  case svg
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
    case .nquads: ["nq", "n-quads"]
    case .rdfxml: ["rdf-xml", "rdf/xml"]
    case .jsonld: ["json-ld"]
    case .csvNodes: ["nodes"]
    case .yEd: ["graphml-yed"]
    case .cyjs: ["cytoscape"]
    case .nodeLink: ["networkx", "d3"]
    case .vault: ["obsidian", "markdown"]
    case .html: ["page"]
    case .graphml, .trig, .gexf, .cx2, .graphology, .neo4j, .csv, .tsv, .tsvNodes, .dot, .svg: []
    }
  }

  /// The extensions of its files, the usual one first; empty if no extension means this format.
  public var fileExtensions: [String] {
    switch self {
    case .jsonl: ["jsonl", "ndjson"]
    case .graphml: ["graphml"]
    case .turtle: ["ttl"]
    case .ntriples: ["nt"]
    case .trig: ["trig"]
    case .nquads: ["nq"]
    case .rdfxml: ["rdf", "owl"]
    case .jsonld: ["jsonld"]
    case .csv: ["csv"]
    case .tsv: ["tsv", "tab"]
    case .gexf: ["gexf"]
    case .cyjs: ["cyjs"]
    case .cx2: ["cx2"]
    case .svg: ["svg"]
    case .yEd, .graphology, .nodeLink, .neo4j, .csvNodes, .tsvNodes, .vault: []
    case .dot: ["dot", "gv"]
    case .html: ["html", "htm"]
    }
  }

  /// Whether the format is several files, which as one stream are a tar archive.
  public var isTree: Bool { self == .neo4j || self == .vault }

  /// Whether the format shows places, ranks and communities, so that a picture should be made.
  public var wantsPicture: Bool {
    switch self {
    case .yEd, .gexf, .cyjs, .cx2, .graphology, .svg, .html: true
    default: false
    }
  }

  /// Writes a graph in this format; one of several files as a tar archive.
  ///
  /// - Returns: What the format could not hold.
  /// - Throws: What the source or the sink throws.
  public func write(
    _ source: some StatementSource, options: ExportOptions = ExportOptions(),
    to sink: some ByteSink
  ) throws -> ExportLoss {
    switch self {
    case .jsonl: return try JSONLinesWriter().write(source, options: options, to: sink)
    case .graphml: return try GraphMLWriter().write(source, options: options, to: sink)
    case .yEd: return try GraphMLWriter(.yEd).write(source, options: options, to: sink)
    case .gexf: return try GEXFWriter().write(source, options: options, to: sink)
    case .cyjs: return try CytoscapeJSONWriter().write(source, options: options, to: sink)
    case .cx2: return try CX2Writer().write(source, options: options, to: sink)
    case .graphology: return try GraphologyWriter().write(source, options: options, to: sink)
    case .nodeLink: return try NodeLinkWriter().write(source, options: options, to: sink)
    case .dot: return try DOTWriter().write(source, options: options, to: sink)
    case .turtle: return try RDFStatementWriter(.turtle).write(source, options: options, to: sink)
    case .ntriples:
      return try RDFStatementWriter(.nTriples).write(source, options: options, to: sink)
    case .trig: return try RDFStatementWriter(.trig).write(source, options: options, to: sink)
    case .nquads: return try RDFStatementWriter(.nQuads).write(source, options: options, to: sink)
    case .rdfxml: return try RDFStatementWriter(.rdfXML).write(source, options: options, to: sink)
    case .jsonld: return try RDFStatementWriter(.jsonLD).write(source, options: options, to: sink)
    case .csv: return try CSVWriter(.statements).write(source, options: options, to: sink)
    case .csvNodes: return try CSVWriter(.nodes).write(source, options: options, to: sink)
    case .tsv:
      return try CSVWriter(.statements, separator: .tab)
        .write(source, options: options, to: sink)
    case .tsvNodes:
      return try CSVWriter(.nodes, separator: .tab).write(source, options: options, to: sink)
    case .svg: return try SVGWriter().write(source, options: options, to: sink)
    case .html: return try HTMLWriter().write(source, options: options, to: sink)
    case .neo4j, .vault:
      let archive = TarArchive(to: sink)
      let loss = try write(source, options: options, to: archive)
      try archive.finish()
      return loss
    }
  }

  /// Writes a graph in this format of several files; nothing if the format is one file.
  ///
  /// - Returns: What the format could not hold.
  /// - Throws: What the source or the tree throws.
  public func write(
    _ source: some StatementSource, options: ExportOptions = ExportOptions(),
    to tree: some FileTree
  ) throws -> ExportLoss {
    switch self {
    case .neo4j: try Neo4jWriter().write(source, options: options, to: tree)
    case .vault: try VaultWriter().write(source, options: options, to: tree)
    default: ExportLoss()
    }
  }
}
