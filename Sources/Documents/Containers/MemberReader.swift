/// What one format of container yields, one at a time.
protocol MemberReader: AnyObject {
  /// The next member; nil at the end.
  ///
  /// - Throws: What ends the reading of this container.
  func next() throws(DocumentError) -> MemberStep?
}

/// A member of a container, whose bytes may not be read yet.
struct MemberStep {
  /// What a member holds.
  enum Content {
    /// Bytes, which may be those of a container.
    case stream(ByteStream)
    /// A whole member.
    case whole([UInt8], ContainerMember.Form)
    /// It cannot be read, but the next may be.
    case failure(DocumentError)
  }

  /// What follows the container's name in the member's.
  let suffix: String
  let content: Content
  /// What the container says of the member.
  var metadata = DocumentMetadata()
}

/// Gives the members of a container names that are their own and lead nowhere.
struct MemberNames {
  /// How often a name came already, by its hash.
  private var seen: [UInt64: Int] = [:]

  /// The name itself, or with `~2`, `~3` … if it came before.
  mutating func unique(_ name: String) -> String {
    let key = name.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    let count = (seen[key] ?? 0) + 1
    seen[key] = count
    return count == 1 ? name : "\(name)~\(count)"
  }

  /// A path without empty parts, `.` and control characters; nil if a part is `..`, or none is left.
  static func path(_ written: String) -> String? {
    let parts = cleaned(written).split(whereSeparator: { $0 == "/" || $0 == "\\" })
    if parts.contains("..") { return nil }
    let kept = parts.filter { $0 != "." }
    return kept.isEmpty ? nil : kept.joined(separator: "/")
  }

  /// A name for what has no honest one.
  static func flat(_ written: String) -> String {
    let parts = cleaned(written).split(whereSeparator: { $0 == "/" || $0 == "\\" })
    let kept = parts.filter { $0 != "." && $0 != ".." }
    return kept.isEmpty ? "_" : kept.joined(separator: "_")
  }

  private static func cleaned(_ name: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(4096) {
      kept.append(scalar.value < 0x20 || scalar.value == 0x7f ? "_" : scalar)
    }
    return String(kept)
  }
}
