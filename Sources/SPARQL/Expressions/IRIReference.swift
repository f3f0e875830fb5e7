/// Resolution of relative IRIs (RFC 3986, section 5.2).
enum IRIReference {
  /// The five parts of a reference.
  private struct Parts {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?

    init(_ text: String) {
      var rest = text[...]
      if let hash = rest.firstIndex(of: "#") {
        fragment = rest[rest.index(after: hash)...]
        rest = rest[..<hash]
      }
      if let mark = rest.firstIndex(of: "?") {
        query = rest[rest.index(after: mark)...]
        rest = rest[..<mark]
      }
      if let colon = rest.firstIndex(of: ":"), IRIReference.isScheme(rest[..<colon]) {
        scheme = rest[..<colon]
        rest = rest[rest.index(after: colon)...]
      }
      if rest.hasPrefix("//") {
        let start = rest.index(rest.startIndex, offsetBy: 2)
        let end = rest[start...].firstIndex(of: "/") ?? rest.endIndex
        authority = rest[start..<end]
        rest = rest[end...]
      }
      path = rest
    }
  }

  fileprivate static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (first | 32) >= 97, (first | 32) <= 122 else { return false }
    return text.utf8.allSatisfy {
      (($0 | 32) >= 97 && ($0 | 32) <= 122) || ($0 >= 48 && $0 <= 57) || $0 == 43 || $0 == 45
        || $0 == 46
    }
  }

  /// Whether no character stands in the text that an IRI never has.
  static func isWellFormed(_ text: String) -> Bool {
    text.utf8.allSatisfy { byte in
      switch byte {
      case 0...32, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "^"),
        UInt8(ascii: "`"):
        false
      default: true
      }
    }
  }

  /// Whether a text is an absolute IRI.
  static func isAbsolute(_ text: String) -> Bool {
    Parts(text).scheme != nil && isWellFormed(text)
  }

  /// The IRI that a reference names beside a base, or `nil` if it is none.
  static func resolve(_ text: String, against base: String) -> String? {
    guard isWellFormed(text) else { return nil }
    var parts = Parts(text)
    if parts.scheme != nil { return text }
    let home = Parts(base)
    parts.scheme = home.scheme
    if parts.authority == nil {
      parts.authority = home.authority
      if parts.path.isEmpty {
        parts.path = home.path
        if parts.query == nil { parts.query = home.query }
      } else if parts.path.utf8.first == UInt8(ascii: "/") {
        parts.path = withoutDots(parts.path)
      } else {
        let folder: Substring
        if home.authority != nil, home.path.isEmpty {
          folder = "/"
        } else {
          let end = home.path.lastIndex(of: "/").map { home.path.index(after: $0) }
          folder = home.path[..<(end ?? home.path.startIndex)]
        }
        parts.path = withoutDots(folder + parts.path)
      }
    } else {
      parts.path = withoutDots(parts.path)
    }
    var result = parts.scheme.map { $0 + ":" } ?? ""
    if let authority = parts.authority { result += "//" + authority }
    result += parts.path
    if let query = parts.query { result += "?" + query }
    if let fragment = parts.fragment { result += "#" + fragment }
    return String(result)
  }

  private static func withoutDots(_ path: Substring) -> Substring {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (place, segment) in segments.enumerated() {
      let isLast = place == segments.count - 1
      switch segment {
      case ".":
        if isLast { kept.append("") }
      case "..":
        if kept.count > 1 || (kept.count == 1 && kept[0] != "") { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return kept.joined(separator: "/")[...]
  }
}
