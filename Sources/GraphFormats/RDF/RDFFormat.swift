/// The syntaxes of RDF, by the names that a user types.
///
/// A new syntax is a case here, a line in each table, and a line each in `reader` and `writer`.
public enum RDFFormat: String, Hashable, Sendable, CaseIterable {
  case nTriples = "ntriples"
  case nQuads = "nquads"
  case turtle
  case trig
  case rdfXML = "rdfxml"
  case jsonLD = "jsonld"

  /// The format with this name, short name, file extension or media type, in any case.
  public init?(name: String) {
    let name = name.lowercased()
    guard
      let format = Self.allCases.first(where: {
        $0.rawValue == name || $0.otherNames.contains(name) || $0.fileExtensions.contains(name)
          || $0.mediaTypes.contains(name)
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
    case .nTriples: ["n-triples"]
    case .nQuads: ["n-quads"]
    case .turtle, .trig: []
    case .rdfXML: ["rdf-xml", "rdf/xml"]
    case .jsonLD: ["json-ld"]
    }
  }

  /// The extensions of its files, the usual one first.
  public var fileExtensions: [String] {
    switch self {
    case .nTriples: ["nt"]
    case .nQuads: ["nq"]
    case .turtle: ["ttl"]
    case .trig: ["trig"]
    case .rdfXML: ["rdf", "owl"]
    case .jsonLD: ["jsonld"]
    }
  }

  /// Its media types, the registered one first.
  public var mediaTypes: [String] {
    switch self {
    case .nTriples: ["application/n-triples"]
    case .nQuads: ["application/n-quads"]
    case .turtle: ["text/turtle", "application/x-turtle"]
    case .trig: ["application/trig", "application/x-trig"]
    case .rdfXML: ["application/rdf+xml"]
    case .jsonLD: ["application/ld+json"]
    }
  }

  /// A reader of the format.
  public func reader(_ options: RDFReadingOptions) -> any RDFReader {
    switch self {
    case .nTriples: TurtleReader(options, syntax: .nTriples)
    case .nQuads: TurtleReader(options, syntax: .nQuads)
    case .turtle: TurtleReader(options, syntax: .turtle)
    case .trig: TurtleReader(options, syntax: .trig)
    case .rdfXML: RDFXMLReader(options)
    case .jsonLD: JSONLDReader(options)
    }
  }

  /// A writer of the format.
  public func writer(
    to sink: any ByteSink, options: RDFWritingOptions = RDFWritingOptions()
  ) -> any RDFWriter {
    switch self {
    case .nTriples, .nQuads:
      options.isCanonicalDataset
        ? CanonicalNQuadsWriter(to: sink, hasGraphs: hasGraphs)
        : NQuadsWriter(to: sink, hasGraphs: hasGraphs, options: options)
    case .turtle, .trig:
      options.isPretty
        ? PrettyTriGWriter(to: sink, hasGraphs: hasGraphs)
        : TriGWriter(to: sink, hasGraphs: hasGraphs)
    case .rdfXML: RDFXMLWriter(to: sink)
    case .jsonLD: JSONLDWriter(to: sink)
    }
  }

  /// Whether each line of it is a statement, so that there is a canonical form of it.
  public var isByLine: Bool { self == .nTriples || self == .nQuads }

  /// Whether it can hold named graphs.
  public var hasGraphs: Bool {
    switch self {
    case .nQuads, .trig, .jsonLD: true
    case .nTriples, .turtle, .rdfXML: false
    }
  }
}
