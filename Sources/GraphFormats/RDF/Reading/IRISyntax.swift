import GraphModel

/// What an IRI may hold, and how a relative one is resolved.
enum IRISyntax {
  /// Whether an ASCII character may stand in `<…>`: Turtle's `IRIREF` forbids some.
  static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"),
      UInt8(ascii: "\\"):
      false
    default: true
    }
  }

  /// Whether a reference starts with a scheme and a colon, and so is absolute.
  static func hasScheme(_ reference: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = reference.first, first.isASCIILetter else { return false }
    for byte in reference {
      if byte == UInt8(ascii: ":") { return true }
      guard
        byte.isASCIILetter || byte.isDigit || byte == UInt8(ascii: "+")
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      else { return false }
    }
    return false
  }

  /// Whether a reference starts with a scheme and a colon, and so is absolute.
  static func hasScheme(_ reference: String) -> Bool {
    var reference = reference
    return reference.withUTF8 { hasScheme($0) }
  }

  /// The IRI that a reference means against a base (RFC 3986, section 5.2).
  static func resolve(_ reference: String, against base: IRI) -> IRI {
    IRI(reference, relativeTo: base) ?? base
  }
}

/// A base that relative references are resolved against.
///
/// The common ones, a fragment or a name beside the base, are put together from its bytes.
struct IRIBase {
  let iri: IRI
  /// The base without its fragment, and up to the last slash of its path.
  private let whole: [UInt8]
  private let folder: [UInt8]?

  init(_ iri: IRI) {
    self.iri = iri
    let bytes = Array(iri.value.utf8)
    let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
    whole = Array(bytes[..<end])
    let path = whole[..<(whole.firstIndex(of: UInt8(ascii: "?")) ?? end)]
    // "http://a" has no slash after its authority, and dots in the base are left to the rules.
    let isPlain = path.count { $0 == UInt8(ascii: "/") } >= 3 && !IRIBase.hasDotSegment(path)
    folder = isPlain ? path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[...$0]) } : nil
  }

  /// The absolute IRI of a reference, as bytes in the arena.
  func resolve(
    _ reference: UnsafeBufferPointer<UInt8>, _ arena: TermArena
  ) -> UnsafeBufferPointer<UInt8> {
    switch reference.first {
    case nil, UInt8(ascii: "#"): return join(whole, reference, arena)
    case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "."): break
    default:
      if let folder, !IRIBase.hasDotSegment(reference[...]) {
        return join(folder, reference, arena)
      }
    }
    return arena.copy(
      IRISyntax.resolve(String(decoding: reference, as: UTF8.self), against: iri).value)
  }

  private func join(
    _ start: [UInt8], _ rest: UnsafeBufferPointer<UInt8>, _ arena: TermArena
  ) -> UnsafeBufferPointer<UInt8> {
    let room = arena.room(start.count + rest.count)
    start.withUnsafeBufferPointer { bytes in
      if let base = bytes.baseAddress { room.update(from: base, count: bytes.count) }
    }
    if let base = rest.baseAddress {
      (room + start.count).update(from: base, count: rest.count)
    }
    return UnsafeBufferPointer(start: room, count: start.count + rest.count)
  }

  /// Whether "/." stands somewhere, which may start a segment that goes away.
  private static func hasDotSegment(_ bytes: some Collection<UInt8>) -> Bool {
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == UInt8(ascii: "."), previous == UInt8(ascii: "/") { return true }
      previous = byte
    }
    return false
  }
}
