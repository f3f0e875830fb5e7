public import GraphModel

/// Writes solutions in one of the W3C's formats.
///
/// Bytes collect in ``bytes``, which the caller may empty after any call:
///
///     var writer = ResultWriter(.json, variables: ["s", "o"])
///     writer.begin()
///     for solution in solutions { writer.add(solution) }
///     writer.end()
///
/// A term is written letter by letter as it is, but in XML, which cannot hold some control
/// characters: those become U+FFFD.
public struct ResultWriter: Sendable {
  /// The format.
  public let format: ResultFormat
  /// The names of the columns, without `?`.
  public let variables: [String]
  /// What was written and not taken yet.
  public var bytes: [UInt8] = []

  private var isFirst = true
  private let openings: [[UInt8]]

  /// Creates a writer of solutions with these columns.
  public init(_ format: ResultFormat, variables: [String]) {
    self.format = format
    self.variables = variables
    openings = variables.map { Self.opening(of: $0, in: format) }
  }

  /// Writes what comes before the first solution.
  public mutating func begin() {
    switch format {
    case .json: beginJSON()
    case .xml: beginXML()
    case .csv:
      for (place, name) in variables.enumerated() {
        if place > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.appendCSV(name)
      }
      bytes.append("\r\n")
    case .tsv:
      bytes.append(variables.map { "?" + $0 }.joined(separator: "\t"))
      bytes.append("\n")
    }
  }

  /// Writes a solution: a term for each column, `nil` where it is unbound.
  public mutating func add(_ solution: [Term?]) {
    add(cells: solution.map { $0.map(cell) })
  }

  /// A term as it stands in a row, for ``add(cells:)``: it may be kept and written often.
  public func cell(_ term: Term) -> [UInt8] {
    var result: [UInt8] = []
    switch format {
    case .json: result.appendJSON(term)
    case .xml: result.appendXML(term)
    case .csv: result.appendCSV(term)
    case .tsv: result.appendSPARQL(term, abbreviated: true)
    }
    return result
  }

  /// Writes a solution whose terms were written by ``cell(_:)``.
  public mutating func add(cells: [[UInt8]?]) {
    startSolution()
    var isEmpty = true
    for (place, cell) in cells.enumerated() {
      switch format {
      case .csv, .tsv:
        if place > 0 { bytes.append(UInt8(ascii: format == .csv ? "," : "\t")) }
        if let cell { bytes += cell }
      case .json, .xml:
        guard let cell else { continue }
        if format == .json, !isEmpty { bytes.append(UInt8(ascii: ",")) }
        isEmpty = false
        bytes += openings[place]
        bytes += cell
        if format == .xml { bytes.append("</binding>") }
      }
    }
    endSolution()
  }

  private mutating func startSolution() {
    switch format {
    case .json: bytes.append(isFirst ? "\n{" : ",\n{")
    case .xml: bytes.append("<result>")
    case .csv, .tsv: break
    }
    isFirst = false
  }

  private mutating func endSolution() {
    switch format {
    case .json: bytes.append("}")
    case .xml: bytes.append("</result>\n")
    case .csv: bytes.append("\r\n")
    case .tsv: bytes.append("\n")
    }
  }

  /// Writes what comes after the last solution.
  public mutating func end() {
    switch format {
    case .json: bytes.append("\n]}}\n")
    case .xml: bytes.append("</results>\n</sparql>\n")
    case .csv, .tsv: break
    }
  }

  /// The answer of an `ASK`; for CSV and TSV, which the W3C leaves open, the word alone.
  public static func boolean(_ value: Bool, in format: ResultFormat) -> [UInt8] {
    var bytes: [UInt8] = []
    switch format {
    case .json: bytes.append("{\"head\":{},\"boolean\":\(value)}\n")
    case .xml:
      bytes.append(xmlStart)
      bytes.append("<head/>\n<boolean>\(value)</boolean>\n</sparql>\n")
    case .csv: bytes.append("\(value)\r\n")
    case .tsv: bytes.append("\(value)\n")
    }
    return bytes
  }

  private static func opening(of name: String, in format: ResultFormat) -> [UInt8] {
    var result: [UInt8] = []
    switch format {
    case .json:
      result.appendJSON(name)
      result.append(":")
    case .xml:
      result.append("<binding name=\"")
      result.appendXML(name)
      result.append("\">")
    case .csv, .tsv: break
    }
    return result
  }

  private mutating func beginJSON() {
    bytes.append("{\"head\":{\"vars\":[")
    for (place, name) in variables.enumerated() {
      if place > 0 { bytes.append(",") }
      bytes.appendJSON(name)
    }
    bytes.append("]},\"results\":{\"bindings\":[")
  }

  private static let xmlStart = """
    <?xml version="1.0" encoding="UTF-8"?>
    <sparql xmlns="http://www.w3.org/2005/sparql-results#" \
    xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0">

    """

  private mutating func beginXML() {
    bytes.append(Self.xmlStart)
    bytes.append("<head>")
    for name in variables {
      bytes.append("<variable name=\"")
      bytes.appendXML(name)
      bytes.append("\"/>")
    }
    bytes.append("</head>\n<results>\n")
  }
}

extension [UInt8] {
  mutating func append(_ text: String) { append(contentsOf: text.utf8) }
}
