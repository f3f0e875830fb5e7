/// A pattern of a `.gitignore` file, without its leading `!` and slashes.
///
/// `*` and `?` stand for bytes other than `/`, `[…]` for one of some bytes (with ranges, `!` or `^`,
/// and POSIX classes), `**` between slashes for any number of folders, `\` takes a byte as it is. All
/// ways to match are followed at once, so matching is O(*n m*) for any pattern.
struct GlobPattern: Hashable, Sendable {
  private enum Token: Hashable {
    case byte(UInt8)
    case any
    case set(ByteSet)
    /// Any number of bytes other than `/`.
    case star
    /// Any number of bytes.
    case everything
    /// What follows may be passed over together with the next token.
    case optional
    /// Any bytes up to a `/`, with it.
    case folders
  }

  private var tokens: [Token] = []
  /// Whether the pattern is malformed, so that it matches nothing.
  private(set) var isBroken = false

  /// Reads a pattern.
  init(_ pattern: some Collection<UInt8>) {
    let bytes = Array(pattern)
    var at = 0
    while at < bytes.count, !isBroken {
      switch bytes[at] {
      case UInt8(ascii: "*"): readStars(bytes, &at)
      case UInt8(ascii: "?"):
        tokens.append(.any)
        at += 1
      case UInt8(ascii: "["):
        if let set = ByteSet(bytes, &at) { tokens.append(.set(set)) } else { isBroken = true }
      case UInt8(ascii: "\\"):
        guard at + 1 < bytes.count else {
          isBroken = true
          return
        }
        tokens.append(.byte(bytes[at + 1]))
        at += 2
      default:
        tokens.append(.byte(bytes[at]))
        at += 1
      }
    }
  }

  private mutating func readStars(_ bytes: [UInt8], _ at: inout Int) {
    let start = at
    while at < bytes.count, bytes[at] == UInt8(ascii: "*") { at += 1 }
    let opens = start == 0 || bytes[start - 1] == UInt8(ascii: "/")
    let closes = at == bytes.count || bytes[at] == UInt8(ascii: "/")
    guard at - start > 1, opens, closes else { return tokens.append(.star) }
    if at == bytes.count {
      tokens.append(.everything)
    } else {
      tokens += [.optional, .folders]
      at += 1
    }
  }

  /// Whether the pattern matches a whole text.
  func matches(_ text: some Sequence<UInt8>) -> Bool {
    guard !isBroken else { return false }
    var now = [Bool](repeating: false, count: tokens.count + 1)
    var next = now
    enter(0, &now)
    for byte in text {
      let isSlash = byte == UInt8(ascii: "/")
      var isAlive = false
      for (i, token) in tokens.enumerated() where now[i] {
        switch token {
        case .byte(let wanted): if byte == wanted { enter(i + 1, &next) }
        case .any: if !isSlash { enter(i + 1, &next) }
        case .set(let set): if !isSlash, set.contains(byte) { enter(i + 1, &next) }
        case .star: if !isSlash { enter(i, &next) }
        case .everything: enter(i, &next)
        case .optional: break
        case .folders:
          next[i] = true
          if isSlash { enter(i + 1, &next) }
        }
        isAlive = true
      }
      guard isAlive else { return false }
      swap(&now, &next)
      for i in next.indices { next[i] = false }
    }
    return now[tokens.count]
  }

  /// Marks a place as reached, and those that are reached from it without a byte.
  private func enter(_ place: Int, _ reached: inout [Bool]) {
    guard !reached[place] else { return }
    reached[place] = true
    guard place < tokens.count else { return }
    switch tokens[place] {
    case .star, .everything: enter(place + 1, &reached)
    case .optional:
      enter(place + 1, &reached)
      enter(place + 2, &reached)
    default: break
    }
  }
}

/// A set of bytes: the meaning of `[…]` in a pattern.
struct ByteSet: Hashable, Sendable {
  private var a: UInt64 = 0
  private var b: UInt64 = 0
  private var c: UInt64 = 0
  private var d: UInt64 = 0

  /// Reads a set at a `[`, and moves behind its `]`; `nil` if it is malformed.
  init?(_ bytes: [UInt8], _ at: inout Int) {
    var place = at + 1
    var isNegated = false
    if place < bytes.count, bytes[place] == UInt8(ascii: "!") || bytes[place] == UInt8(ascii: "^") {
      isNegated = true
      place += 1
    }
    var isFirst = true
    while place < bytes.count, isFirst || bytes[place] != UInt8(ascii: "]") {
      isFirst = false
      if bytes[place] == UInt8(ascii: "["), place + 1 < bytes.count,
        bytes[place + 1] == UInt8(ascii: ":")
      {
        guard let end = Self.closing(bytes, place + 2) else { return nil }
        let name = String(decoding: bytes[(place + 2)..<end], as: UTF8.self)
        guard let test = Self.classes[name] else { return nil }
        for byte in UInt8.min...UInt8.max where test(byte) { insert(byte) }
        place = end + 2
        continue
      }
      guard let low = Self.byte(bytes, &place) else { return nil }
      if place + 1 < bytes.count, bytes[place] == UInt8(ascii: "-"),
        bytes[place + 1] != UInt8(ascii: "]")
      {
        place += 1
        guard let high = Self.byte(bytes, &place) else { return nil }
        if low <= high { for byte in low...high { insert(byte) } }
      } else {
        insert(low)
      }
    }
    guard place < bytes.count else { return nil }
    if isNegated { (a, b, c, d) = (~a, ~b, ~c, ~d) }
    at = place + 1
  }

  /// Whether a byte is in the set.
  func contains(_ byte: UInt8) -> Bool {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    return switch byte >> 6 {
    case 0: a & bit != 0
    case 1: b & bit != 0
    case 2: c & bit != 0
    default: d & bit != 0
    }
  }

  private mutating func insert(_ byte: UInt8) {
    let bit: UInt64 = 1 << UInt64(byte & 63)
    switch byte >> 6 {
    case 0: a |= bit
    case 1: b |= bit
    case 2: c |= bit
    default: d |= bit
    }
  }

  private static func byte(_ bytes: [UInt8], _ place: inout Int) -> UInt8? {
    if bytes[place] == UInt8(ascii: "\\") { place += 1 }
    guard place < bytes.count else { return nil }
    place += 1
    return bytes[place - 1]
  }

  private static func closing(_ bytes: [UInt8], _ start: Int) -> Int? {
    var end = start
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: ":"), bytes[end + 1] == UInt8(ascii: "]") { return end }
      end += 1
    }
    return nil
  }

  private static let classes: [String: @Sendable (UInt8) -> Bool] = [
    "alnum": { isLetter($0) || isDigit($0) },
    "alpha": { isLetter($0) },
    "blank": { $0 == 32 || $0 == 9 },
    "cntrl": { $0 < 32 || $0 == 127 },
    "digit": { isDigit($0) },
    "graph": { $0 > 32 && $0 < 127 },
    "lower": { $0 >= 97 && $0 <= 122 },
    "print": { $0 >= 32 && $0 < 127 },
    "punct": { $0 > 32 && $0 < 127 && !isLetter($0) && !isDigit($0) },
    "space": { $0 == 32 || ($0 >= 9 && $0 <= 13) },
    "upper": { $0 >= 65 && $0 <= 90 },
    "xdigit": { isDigit($0) || ($0 | 32 >= 97 && $0 | 32 <= 102) },
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}
