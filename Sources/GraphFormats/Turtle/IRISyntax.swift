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
  static func hasScheme(_ reference: String) -> Bool { schemeEnd(Array(reference.utf8)) != nil }

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
