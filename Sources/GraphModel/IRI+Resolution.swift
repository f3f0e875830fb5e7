/// Relative references (RFC 3986, section 5).
extension IRI {
  /// The IRI that a reference means: itself if it has a scheme, else resolved against the base.
  ///
  /// `nil` if it is relative and there is no base. An absolute reference is kept letter by letter.
  public init?(_ reference: String, relativeTo base: IRI?) {
    if Reference.schemeEnd(reference.utf8) != nil {
      self.init(reference)
    } else if let base {
      self.init(Reference(reference).resolved(against: Reference(base.value)))
    } else {
      return nil
    }
  }

  /// Whether the text starts with a scheme and a colon.
  public var isAbsolute: Bool { Reference.schemeEnd(value.utf8) != nil }
}

/// The five parts of a reference (RFC 3986, appendix B).
private struct Reference {
  typealias Text = Substring.UTF8View

  var scheme: Text?
  var authority: Text?
  var path: Text
  var query: Text?
  var fragment: Text?

  private static let slash = UInt8(ascii: "/")

  init(_ text: String) {
    var rest = Substring(text).utf8
    if let end = Self.schemeEnd(rest) {
      scheme = rest[..<end]
      rest = rest[rest.index(after: end)...]
    }
    if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
      fragment = rest[rest.index(after: hash)...]
      rest = rest[..<hash]
    }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if rest.starts(with: [Self.slash, Self.slash]) {
      let body = rest.dropFirst(2)
      let end = body.firstIndex(of: Self.slash) ?? body.endIndex
      authority = body[..<end]
      rest = body[end...]
    }
    path = rest
  }

  /// Where the colon after a scheme is.
  static func schemeEnd<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> Bytes.Index? {
    guard let first = bytes.first, isLetter(first) else { return nil }
    var index = bytes.startIndex
    while index != bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        break
      case let byte where isLetter(byte): break
      default: return nil
      }
      bytes.formIndex(after: &index)
    }
    return nil
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// The text of this reference seen from a base (section 5.2.2).
  func resolved(against base: Reference) -> String {
    var bytes: [UInt8] = []
    if let scheme = base.scheme { bytes += Array(scheme) + [UInt8(ascii: ":")] }
    if let authority = authority ?? base.authority {
      bytes += [Self.slash, Self.slash] + authority
    }
    var query = query
    if authority != nil {
      bytes += Self.withoutDots(Array(path))
    } else if path.isEmpty {
      bytes += base.path
      query = query ?? base.query
    } else if path.first == Self.slash {
      bytes += Self.withoutDots(Array(path))
    } else {
      bytes += Self.withoutDots(merged(with: base))
    }
    if let query { bytes += [UInt8(ascii: "?")] + query }
    if let fragment { bytes += [UInt8(ascii: "#")] + fragment }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The path under the base's folder (section 5.2.3).
  private func merged(with base: Reference) -> [UInt8] {
    if base.authority != nil, base.path.isEmpty { return [Self.slash] + path }
    guard let last = base.path.lastIndex(of: Self.slash) else { return Array(path) }
    return Array(base.path[...last]) + path
  }

  /// The path without `.` and `..` segments (section 5.2.4).
  private static func withoutDots(_ path: [UInt8]) -> [UInt8] {
    let dot = UInt8(ascii: ".")
    var segments = path.split(separator: slash, omittingEmptySubsequences: false)[...]
    let isRooted = path.first == slash
    if isRooted { segments = segments.dropFirst() }
    var kept: [ArraySlice<UInt8>] = []
    for (place, segment) in zip(segments.indices, segments) {
      let isUp = segment.elementsEqual([dot, dot])
      if isUp, !kept.isEmpty { kept.removeLast() }
      if !isUp, !segment.elementsEqual([dot]) {
        kept.append(segment)
      } else if place == segments.endIndex - 1 {
        kept.append([])
      }
    }
    return (isRooted ? [slash] : []) + kept.joined(separator: [slash])
  }
}
