internal import CRegex

/// A regular expression of XPath, compiled.
///
/// Matching has limits on steps and memory, so that no pattern takes for ever; beyond them it is
/// an error.
final class CompiledPattern {
  private let regex: OpaquePointer
  private let groups: Int

  /// Compiles a pattern with the flags of `fn:matches`; `nil` if either is not valid.
  init?(_ pattern: String, flags: String) {
    var options: UInt32 = 0
    var ignoresSpace = false
    for flag in flags.unicodeScalars {
      switch flag {
      case "i": options |= UInt32(CREGEX_CASELESS)
      case "m": options |= UInt32(CREGEX_MULTILINE)
      case "s": options |= UInt32(CREGEX_DOT_ALL)
      case "q": options |= UInt32(CREGEX_LITERAL)
      case "x": ignoresSpace = true
      default: return nil
      }
    }
    var text = pattern
    if options & UInt32(CREGEX_LITERAL) == 0 {
      guard let translated = PatternTranslator.translate(pattern, ignoringSpace: ignoresSpace)
      else { return nil }
      text = translated
    }
    let compiled = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cregex_compile($0.baseAddress, $0.count, options)
      }
    }
    guard let compiled else { return nil }
    regex = compiled
    groups = Int(cregex_groups(compiled))
  }

  deinit { cregex_free(regex) }

  /// Whether the pattern matches somewhere in a text; `nil` if a limit was met.
  func matches(_ text: String) -> Bool? {
    var text = text
    let result = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cregex_match(regex, $0.baseAddress, $0.count, 0, nil, 0)
      }
    }
    return result < 0 ? nil : result == 1
  }

  /// The text with each match replaced; `nil` if the replacement is not valid, the pattern matches
  /// the empty text, or a limit was met.
  ///
  /// - Throws: ``QueryError/textTooLong(limit:)``.
  func replacing(in text: String, with replacement: String) throws -> String? {
    guard let parts = Self.parts(of: replacement, groups: groups), matches("") == false else {
      return nil
    }
    var text = text
    return try text.withUTF8 { bytes throws -> String? in
      var result: [UInt8] = []
      var place = 0
      var offsets = [Int](repeating: 0, count: 2 * (groups + 1))
      while place <= bytes.count {
        let found = bytes.withMemoryRebound(to: CChar.self) { chars in
          offsets.withUnsafeMutableBufferPointer { room in
            room.withMemoryRebound(to: Int.self) {
              cregex_match(
                regex, chars.baseAddress, chars.count, place,
                UnsafeMutableRawPointer($0.baseAddress)?.assumingMemoryBound(to: Int.self),
                $0.count)
            }
          }
        }
        if found < 0 { return nil }
        if found == 0 { break }
        let (start, end) = (offsets[0], offsets[1])
        guard result.count <= QueryLimits.text else {
          throw QueryError.textTooLong(limit: QueryLimits.text)
        }
        result += bytes[place..<start]
        for part in parts {
          switch part {
          case .text(let own): result += own
          case .group(let number):
            let (from, to) = (offsets[2 * number], offsets[2 * number + 1])
            if from >= 0, to <= bytes.count, from < to { result += bytes[from..<to] }
          }
        }
        guard end > place || end > start else { return nil }
        place = end
      }
      if place < bytes.count { result += bytes[place...] }
      return String(decoding: result, as: UTF8.self)
    }
  }

  private enum Part {
    case text([UInt8])
    case group(Int)
  }

  /// The parts of a replacement: `$1` is a group, `\$` and `\\` are characters.
  private static func parts(of replacement: String, groups: Int) -> [Part]? {
    var parts: [Part] = []
    var text: [UInt8] = []
    let bytes = Array(replacement.utf8)
    var place = 0
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\\"):
        guard place + 1 < bytes.count,
          bytes[place + 1] == UInt8(ascii: "\\") || bytes[place + 1] == UInt8(ascii: "$")
        else { return nil }
        text.append(bytes[place + 1])
        place += 2
      case UInt8(ascii: "$"):
        place += 1
        var number: Int?
        // The longest number that is a group; the digits after it are text.
        while place < bytes.count, bytes[place] >= 48, bytes[place] <= 57 {
          let longer = (number ?? 0) * 10 + Int(bytes[place] - 48)
          if number != nil, longer > groups { break }
          number = longer
          place += 1
        }
        guard let number else { return nil }
        if !text.isEmpty { parts.append(.text(text)) }
        text = []
        if number <= groups { parts.append(.group(number)) }
      default:
        text.append(bytes[place])
        place += 1
      }
    }
    if !text.isEmpty { parts.append(.text(text)) }
    return parts
  }
}

/// The patterns that a query has compiled.
struct PatternCache {
  private var known: [[String]: CompiledPattern?] = [:]

  /// The compiled pattern, or `nil` if it is not valid.
  mutating func pattern(_ pattern: String, flags: String) -> CompiledPattern? {
    let key = [pattern, flags]
    if let found = known[key] { return found }
    if known.count >= 256 { known = [:] }
    let compiled = CompiledPattern(pattern, flags: flags)
    known[key] = compiled
    return compiled
  }
}
