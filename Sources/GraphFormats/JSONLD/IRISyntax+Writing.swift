/// Relative references, the other way round.
extension IRISyntax {
  /// The shortest reference that resolves to an IRI against a base of the same authority; else the
  /// IRI itself.
  static func relative(_ iri: String, to base: String) -> String {
    let target = Array(iri.utf8)
    let origin = Array(base.utf8)
    let root = rootEnd(target)
    guard root > 0, root == rootEnd(origin), target[..<root] == origin[..<root] else { return iri }
    let pathEnd = target[root...].firstIndex(where: isPathEnd) ?? target.count
    let originPathEnd = origin[root...].firstIndex(where: isPathEnd) ?? origin.count
    let path = target[root..<pathEnd]
    let originPath = origin[root..<originPathEnd]
    let tail = target[pathEnd...]
    if path == originPath {
      let query = origin[originPathEnd...].prefix { $0 != hash }
      let rest = tail.dropFirst(query.count)
      if tail.starts(with: query), rest.first == hash { return text(rest) }
      if tail.first == UInt8(ascii: "?") { return text(tail) }
    }
    let to = path.split(separator: slashByte, omittingEmptySubsequences: false)
    let from = originPath.split(separator: slashByte, omittingEmptySubsequences: false)
    var shared = 0
    while shared < from.count - 1, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    let up = String(repeating: "../", count: max(from.count - 1 - shared, 0))
    let down = Array(to[shared...].joined(separator: [slashByte]))
    let isAmbiguous =
      up.isEmpty && (down.isEmpty || down[0] == slashByte || down.contains(UInt8(ascii: ":")))
    return (isAmbiguous ? "./" : up) + text(down[...]) + text(tail)
  }

  private static let slashByte = UInt8(ascii: "/")
  private static let hash = UInt8(ascii: "#")

  private static func isPathEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "?") || byte == hash }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  /// Where scheme and authority end; 0 if there is no authority.
  private static func rootEnd(_ iri: [UInt8]) -> Int {
    guard let colon = iri.firstIndex(of: UInt8(ascii: ":")),
      iri[(colon + 1)...].starts(with: [slashByte, slashByte])
    else { return 0 }
    return iri[(colon + 3)...].firstIndex { $0 == slashByte || isPathEnd($0) } ?? iri.count
  }
}

/// IRIs with characters that no IRI may hold.
extension IRISyntax {
  /// The IRI with such characters percent-encoded, and whether there were none.
  static func repaired(_ iri: String) -> (iri: String, isWhole: Bool) {
    guard iri.utf8.contains(where: { $0 < 0x80 && !isAllowed($0) }) else { return (iri, true) }
    var result: [UInt8] = []
    for byte in iri.utf8 {
      if byte >= 0x80 || isAllowed(byte) {
        result.append(byte)
      } else {
        result += "%".utf8
        for digit in [byte >> 4, byte & 0xf] {
          result.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
      }
    }
    return (String(decoding: result, as: UTF8.self), false)
  }
}
