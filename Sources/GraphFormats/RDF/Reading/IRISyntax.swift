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

  /// Resolves a relative reference by RFC 3986, section 5.2.
  static func resolve(_ reference: String, against base: IRI) -> IRI {
    let r = Parts(Array(reference.utf8))
    let b = Parts(Array(base.value.utf8))
    var t = Parts([])
    t.scheme = b.scheme
    t.fragment = r.fragment
    if r.authority != nil {
      t.authority = r.authority
      t.path = removeDots(r.path)
      t.query = r.query
    } else {
      t.authority = b.authority
      if r.path.isEmpty {
        t.path = b.path
        t.query = r.query ?? b.query
      } else {
        t.path = removeDots(r.path.first == slash ? r.path : merge(r.path, b))
        t.query = r.query
      }
    }
    return IRI(t.text)
  }

  private static let slash = UInt8(ascii: "/")

  private static func schemeEnd(_ bytes: [UInt8]) -> Int? {
    guard let first = bytes.first, first.isASCIILetter else { return nil }
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: ":") { return index }
      let isMark =
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      guard byte.isASCIILetter || byte.isDigit || isMark else { return nil }
    }
    return nil
  }

  private static func merge(_ path: [UInt8], _ base: Parts) -> [UInt8] {
    if base.authority != nil, base.path.isEmpty { return [slash] + path }
    guard let last = base.path.lastIndex(of: slash) else { return path }
    return base.path[...last] + path
  }

  /// Removes `.` and `..` by RFC 3986, section 5.2.4.
  private static func removeDots(_ path: [UInt8]) -> [UInt8] {
    let dot = UInt8(ascii: ".")
    let isAbsolute = path.first == slash
    var kept: [ArraySlice<UInt8>] = []
    let segments = path.split(separator: slash, omittingEmptySubsequences: false)
    let body = isAbsolute ? segments.dropFirst() : segments[...]
    for (index, segment) in body.enumerated() {
      let isLast = index == body.count - 1
      if segment.elementsEqual([dot]) {
        if isLast { kept.append([]) }
      } else if segment.elementsEqual([dot, dot]) {
        if !kept.isEmpty { kept.removeLast() }
        if isLast { kept.append([]) }
      } else {
        kept.append(segment)
      }
    }
    return (isAbsolute ? [slash] : []) + kept.joined(separator: [slash])
  }

  /// The five parts of a reference (RFC 3986, appendix B).
  private struct Parts {
    var scheme: [UInt8]?
    var authority: [UInt8]?
    var path: [UInt8] = []
    var query: [UInt8]?
    var fragment: [UInt8]?

    init(_ bytes: [UInt8]) {
      var rest = bytes[...]
      if let end = IRISyntax.schemeEnd(bytes) {
        scheme = Array(rest[..<end])
        rest = rest[(end + 1)...]
      }
      if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
        fragment = Array(rest[(hash + 1)...])
        rest = rest[..<hash]
      }
      if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
        query = Array(rest[(mark + 1)...])
        rest = rest[..<mark]
      }
      if rest.starts(with: [slash, slash]) {
        let start = rest.startIndex + 2
        let end = rest[start...].firstIndex(of: slash) ?? rest.endIndex
        authority = Array(rest[start..<end])
        rest = rest[end...]
      }
      path = Array(rest)
    }

    var text: String {
      var bytes: [UInt8] = []
      if let scheme { bytes += scheme + ":".utf8 }
      if let authority { bytes += "//".utf8 + authority }
      bytes += path
      if let query { bytes += "?".utf8 + query }
      if let fragment { bytes += "#".utf8 + fragment }
      return String(decoding: bytes, as: UTF8.self)
    }
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
