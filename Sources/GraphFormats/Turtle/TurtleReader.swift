public import GraphModel

/// Reads RDF 1.1 Turtle and N-Triples, one statement of the file at a time.
///
/// The method is recursive descent over bytes, after the grammar of "RDF 1.1 Turtle" (W3C
/// Recommendation, 2014). Memory is bounded by the longest statement; time is linear.
///
///     var reader = TurtleReader(bytes)
///     while let triple = try reader.next() { … }
///
/// Labels of blank nodes keep their names; a node without a label gets one that no label of the
/// file has.
public struct TurtleReader: Sendable {
  /// Which rules to read by.
  public enum Syntax: Sendable {
    /// Turtle, which allows everything that N-Triples allows.
    case turtle
    /// N-Triples alone: one triple a line, nothing abbreviated.
    case nTriples
  }

  /// How deeply brackets may be nested.
  public static let nestingLimit = 256

  /// The prefixes declared so far and what they stand for.
  public internal(set) var prefixes: [String: IRI] = [:]
  /// What relative IRIs are resolved against at this place of the file.
  public internal(set) var base: IRI?

  let bytes: [UInt8]
  var offset = 0
  var depth = 0
  var anonymousCount = 0
  var buffer: [Triple] = []
  var isNTriples: Bool { syntax == .nTriples }
  private var delivered = 0
  let syntax: Syntax
  private var isChecked = false

  /// Creates a reader of some bytes.
  public init(_ bytes: [UInt8], base: IRI? = nil, syntax: Syntax = .turtle) {
    self.bytes = bytes
    self.base = base
    self.syntax = syntax
  }

  /// The next triple, or `nil` at the end of the file.
  ///
  /// - Throws: ``SyntaxError`` at the first place that breaks the grammar; the reader must not be
  ///   used after that.
  public mutating func next() throws(SyntaxError) -> Triple? {
    if !isChecked {
      isChecked = true
      if let bad = UTF8Check.firstInvalidByte(bytes) { throw error(.notUTF8, at: bad) }
      if bytes.starts(with: [0xef, 0xbb, 0xbf]) { offset = 3 }
    }
    while delivered == buffer.count {
      buffer.removeAll(keepingCapacity: true)
      delivered = 0
      skipSpace()
      guard offset < bytes.count else { return nil }
      switch syntax {
      case .turtle: try statement()
      case .nTriples: try lineTriple()
      }
    }
    delivered += 1
    return buffer[delivered - 1]
  }

  /// All triples of a file, in its order.
  ///
  /// - Throws: ``SyntaxError`` at the first place that breaks the grammar.
  public static func read(
    _ bytes: [UInt8], base: IRI? = nil, syntax: Syntax = .turtle
  ) throws(SyntaxError) -> [Triple] {
    var reader = TurtleReader(bytes, base: base, syntax: syntax)
    var triples: [Triple] = []
    while let triple = try reader.next() { triples.append(triple) }
    return triples
  }
}
