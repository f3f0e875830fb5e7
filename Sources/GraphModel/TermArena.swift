/// Room for the bytes of terms, given back all at once.
///
/// What was copied into it stays where it is until ``removeAll()`` or the arena's end, so a
/// ``TermBytes`` that points into it is good for that long.
public final class TermArena {
  private var blocks: [UnsafeMutableRawBufferPointer] = []
  /// The block in use and the bytes of it that are taken.
  private var current = 0
  private var used = 0

  private static let blockSize = 1 << 14

  /// Creates an arena without any room yet.
  public init() {}

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// Forgets all terms and keeps the room, but for blocks larger than usual.
  public func removeAll() {
    if blocks.contains(where: { $0.count > Self.blockSize }) {
      for block in blocks where block.count > Self.blockSize { block.deallocate() }
      blocks.removeAll { $0.count > Self.blockSize }
    }
    current = 0
    used = 0
  }

  /// A state of an arena that it can go back to.
  public struct Mark: Sendable {
    fileprivate let block: Int
    fileprivate let used: Int
  }

  /// The state of the arena now.
  public var mark: Mark { Mark(block: current, used: used) }

  /// Forgets the terms that were copied since a mark, whose room is used again.
  public func release(to mark: Mark) {
    current = mark.block
    used = mark.used
  }

  /// Copies bytes.
  public func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard !bytes.isEmpty, let source = bytes.baseAddress else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let room = allocate(bytes.count, alignment: 1)
    room.copyMemory(from: source, byteCount: bytes.count)
    return UnsafeBufferPointer(
      start: room.assumingMemoryBound(to: UInt8.self), count: bytes.count)
  }

  /// Room for bytes that the caller fills.
  public func room(_ count: Int) -> UnsafeMutablePointer<UInt8> {
    allocate(max(count, 1), alignment: 1).bindMemory(to: UInt8.self, capacity: max(count, 1))
  }

  /// Copies a text as UTF-8.
  public func copy(_ text: String) -> UnsafeBufferPointer<UInt8> {
    var text = text
    return text.withUTF8 { copy($0) }
  }

  /// Copies a term with all that it points to.
  public func copy(_ term: TermBytes) -> TermBytes {
    var result = term
    result.head = copy(term.head)
    result.body = copy(term.body)
    if let parts = term.parts {
      result.parts =
        term.kind == .triple
        ? list(copy(parts[0]), copy(parts[1]), copy(parts[2])) : list(copy(parts[0]))
    }
    return result
  }

  /// Keeps terms one after the other, as ``TermBytes/parts`` wants them.
  public func list(_ terms: TermBytes...) -> UnsafePointer<TermBytes> {
    let room = allocate(
      MemoryLayout<TermBytes>.stride * terms.count, alignment: MemoryLayout<TermBytes>.alignment)
    let typed = room.bindMemory(to: TermBytes.self, capacity: terms.count)
    for (index, term) in terms.enumerated() { (typed + index).initialize(to: term) }
    return UnsafePointer(typed)
  }

  /// The bytes of a term.
  public func term(_ term: Term) -> TermBytes {
    switch term {
    case .iri(let iri): return self.iri(iri)
    case .blank(let label): return TermBytes(.blank, body: copy(label))
    case .literal(let value, let datatype):
      let parts = datatype == XSD.string ? nil : list(iri(datatype))
      return TermBytes(.literal, body: copy(value), parts: parts)
    case .text(let value, let language):
      return TermBytes(.text, body: copy(value), head: copy(language))
    case .directional(let value, let language, let direction):
      return TermBytes(
        .directional, body: copy(value), head: copy(language), direction: direction)
    case .triple(let triple):
      let parts = list(subject(triple.subject), iri(triple.predicate), self.term(triple.object))
      return TermBytes(.triple, body: UnsafeBufferPointer(start: nil, count: 0), parts: parts)
    }
  }

  /// The bytes of an IRI.
  public func iri(_ iri: IRI) -> TermBytes { TermBytes(.iri, body: copy(iri.value)) }

  /// The bytes of a subject or a graph's name.
  public func subject(_ subject: Subject) -> TermBytes {
    switch subject {
    case .iri(let iri): self.iri(iri)
    case .blank(let label): TermBytes(.blank, body: copy(label))
    }
  }

  /// The bytes of a quad.
  public func quad(_ quad: Quad) -> QuadBytes {
    QuadBytes(
      subject(quad.triple.subject), iri(quad.triple.predicate), term(quad.triple.object),
      graph: quad.graph.map { subject($0) })
  }

  private func allocate(_ count: Int, alignment: Int) -> UnsafeMutableRawPointer {
    while current < blocks.count {
      let start = (used + alignment - 1) & ~(alignment - 1)
      if let base = blocks[current].baseAddress, start + count <= blocks[current].count {
        used = start + count
        return base + start
      }
      current += 1
      used = 0
    }
    // Sizes double, so that growing terms leave few blocks behind.
    var size = Self.blockSize
    while size < count { size *= 2 }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 16)
    blocks.append(block)
    current = blocks.count - 1
    used = count
    // A block of at least one byte always has a base address.
    return block.baseAddress ?? UnsafeMutableRawPointer.allocate(byteCount: count, alignment: 16)
  }
}
