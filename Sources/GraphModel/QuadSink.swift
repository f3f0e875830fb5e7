/// Takes quads one after the other: a writer, a store's loader, a collection.
///
/// Every reader of RDF pushes what it reads into a sink, every writer of RDF is one, and so a
/// conversion is a reader and a writer put together. Sinks get quads on one thread.
public protocol QuadSink: AnyObject {
  /// Takes a quad, whose bytes are valid during the call alone.
  ///
  /// - Throws: Whatever hinders the sink from going on; the reader then stops and passes it on.
  func quad(_ quad: QuadBytes) throws
  /// Takes the declaration of a prefix, which IRIs after it may use.
  ///
  /// The default takes no notice: every IRI is whole without its prefix.
  func prefix(_ prefix: PrefixBytes) throws
}

extension QuadSink {
  /// Takes no notice of the prefix.
  public func prefix(_ prefix: PrefixBytes) throws {}

  /// Takes a quad of terms.
  ///
  /// For many quads, keep one ``TermArena`` and give its bytes instead.
  public func quad(_ quad: Quad) throws {
    let arena = TermArena()
    try withExtendedLifetime(arena) { try self.quad(arena.quad(quad)) }
  }
}

/// The declaration of a prefix, as bytes that are valid during the call alone.
@frozen
public struct PrefixBytes {
  /// The number by which ``TermBytes/prefix`` refers to it: from 0, a new one each declaration.
  ///
  /// After a name is declared anew, no term uses its earlier number.
  public var number: Int32
  /// The name before the colon; may be empty.
  public var name: UnsafeBufferPointer<UInt8>
  /// The IRI that it stands for.
  public var namespace: UnsafeBufferPointer<UInt8>

  /// Creates a declaration.
  @inlinable
  public init(
    number: Int32, name: UnsafeBufferPointer<UInt8>, namespace: UnsafeBufferPointer<UInt8>
  ) {
    self.number = number
    self.name = name
    self.namespace = namespace
  }
}

/// Keeps the quads that it takes, for tests and small files.
public final class QuadCollector: QuadSink {
  /// The quads so far, in the order taken.
  public private(set) var quads: [Quad] = []
  /// The prefixes so far, by name.
  public private(set) var prefixes: [String: IRI] = [:]

  /// Creates an empty collection.
  public init() {}

  /// Keeps a quad.
  public func quad(_ quad: QuadBytes) { if let quad = Quad(quad) { quads.append(quad) } }

  /// Keeps a prefix.
  public func prefix(_ prefix: PrefixBytes) {
    prefixes[String(decoding: prefix.name, as: UTF8.self)] = IRI(
      String(decoding: prefix.namespace, as: UTF8.self))
  }
}
