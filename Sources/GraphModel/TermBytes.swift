/// An RDF term as bytes that somebody else keeps: how readers, writers and stores pass terms on.
///
/// All bytes are UTF-8 and unescaped: what stands between `<` and `>` or between quotation marks
/// after all escapes are resolved. The pointers are valid only during the call that gives the
/// term; whoever wants it later copies it, into a ``TermArena`` or a ``Term``.
@frozen
public struct TermBytes {
  /// What a term is.
  @frozen
  public enum Kind: UInt8, Hashable, Sendable {
    case iri
    case blank
    /// A literal with a datatype.
    case literal
    /// A text with a language.
    case text
    /// A text with a language and a direction.
    case directional
    case triple
  }

  /// What the term is.
  public var kind: Kind
  /// Whether the reader knows that the ``body`` needs no escape when it is written again.
  ///
  /// Literals: no control character, quotation mark, backslash or noncharacter is inside. IRIs: all
  /// may stand between `<` and `>`, and with a ``prefix`` the body is a local name as it stands.
  /// Blank nodes: the label follows Turtle's grammar. `false` is always allowed.
  public var isPlain: Bool
  /// The direction of a ``Kind/directional`` text.
  public var direction: BaseDirection?
  /// The number of the prefix that the IRI was written with, or -1.
  ///
  /// Prefixes are told to the sink by ``QuadSink/prefix(_:)`` before they are used.
  public var prefix: Int32
  /// An IRI's beginning, what its prefix stands for, or nothing; a text's language tag.
  public var head: UnsafeBufferPointer<UInt8>
  /// An IRI's rest after the head, a blank node's label without `_:`, a literal's lexical form.
  public var body: UnsafeBufferPointer<UInt8>
  /// A literal's datatype, `nil` for `xsd:string`; the subject, predicate and object of a triple.
  public var parts: UnsafePointer<TermBytes>?

  /// Creates a term from all of its fields.
  @inlinable
  public init(
    _ kind: Kind, body: UnsafeBufferPointer<UInt8>,
    head: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    prefix: Int32 = -1, parts: UnsafePointer<TermBytes>? = nil, direction: BaseDirection? = nil,
    isPlain: Bool = false
  ) {
    self.kind = kind
    self.isPlain = isPlain
    self.direction = direction
    self.prefix = prefix
    self.head = head
    self.body = body
    self.parts = parts
  }

  /// The length in bytes of an IRI: head and body together.
  @inlinable
  public var iriCount: Int { head.count + body.count }

  /// The text of an IRI, a label or a lexical form.
  public var text: String {
    if kind != .iri || head.isEmpty { return String(decoding: body, as: UTF8.self) }
    return String(unsafeUninitializedCapacity: iriCount) { buffer in
      _ = buffer.initialize(fromContentsOf: head)
      _ = buffer[head.count...].initialize(fromContentsOf: body)
      return iriCount
    }
  }

  /// Appends the bytes of an IRI, a label or a lexical form: what ``text`` is as a string.
  @inlinable
  public func appendText(to bytes: inout [UInt8]) {
    if kind == .iri { bytes.append(contentsOf: head) }
    bytes.append(contentsOf: body)
  }

  /// Whether two terms are the same RDF term, whatever prefixes they were written with.
  public static func isSame(_ a: TermBytes, _ b: TermBytes) -> Bool {
    guard a.kind == b.kind else { return false }
    switch a.kind {
    case .iri:
      guard a.iriCount == b.iriCount else { return false }
      if a.head.count == b.head.count { return equal(a.body, b.body) && equal(a.head, b.head) }
      return (0..<a.iriCount).allSatisfy { a.iriByte($0) == b.iriByte($0) }
    case .blank: return equal(a.body, b.body)
    case .literal:
      guard equal(a.body, b.body) else { return false }
      guard let one = a.parts, let other = b.parts else { return a.parts == nil && b.parts == nil }
      return isSame(one.pointee, other.pointee)
    case .text, .directional:
      return a.direction == b.direction && equal(a.head, b.head) && equal(a.body, b.body)
    case .triple:
      guard let one = a.parts, let other = b.parts else { return false }
      return (0..<3).allSatisfy { isSame(one[$0], other[$0]) }
    }
  }

  private func iriByte(_ index: Int) -> UInt8 {
    index < head.count ? head[index] : body[index - head.count]
  }

  private static func equal(
    _ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    a.count == b.count && (a.baseAddress == b.baseAddress || a.elementsEqual(b))
  }
}

/// A quad of terms as bytes; see ``TermBytes`` for how long it is valid.
@frozen
public struct QuadBytes {
  /// The places of a quad whose terms may be the same as in the quad before.
  @frozen
  public struct Places: OptionSet, Hashable, Sendable {
    /// One bit a place.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The subject.
    public static let subject = Places(rawValue: 1)
    /// The predicate.
    public static let predicate = Places(rawValue: 2)
    /// The graph.
    public static let graph = Places(rawValue: 4)
  }

  /// The subject: an IRI or a blank node.
  public var subject: TermBytes
  /// The predicate: an IRI.
  public var predicate: TermBytes
  /// The object: any term.
  public var object: TermBytes
  /// The graph's name, an IRI or a blank node; `nil` is the default graph.
  public var graph: TermBytes?
  /// The places known to have the same terms as the quad that the sink got before.
  ///
  /// A place that is missing here may have the same term all the same.
  public var repeated: Places

  /// Creates a quad.
  @inlinable
  public init(
    _ subject: TermBytes, _ predicate: TermBytes, _ object: TermBytes, graph: TermBytes? = nil,
    repeated: Places = []
  ) {
    self.subject = subject
    self.predicate = predicate
    self.object = object
    self.graph = graph
    self.repeated = repeated
  }
}
