/// Turns a regular expression of XPath and XQuery Functions (section 5.6.1) into one of PCRE2.
///
/// What only PCRE2 knows (look-around, possessive quantifiers, named groups) is refused; class
/// subtraction and the name escapes are written out.
struct PatternTranslator {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var result = String.UnicodeScalarView()
  private let ignoresSpace: Bool
  private var openGroups = 0
  private var closedGroups = 0

  /// The pattern for PCRE2, or `nil` if it is not valid.
  static func translate(_ pattern: String, ignoringSpace: Bool) -> String? {
    var translator = PatternTranslator(pattern, ignoringSpace: ignoringSpace)
    guard translator.expression() else { return nil }
    return String(translator.result)
  }

  private init(_ pattern: String, ignoringSpace: Bool) {
    scalars = Array(pattern.unicodeScalars)
    ignoresSpace = ignoringSpace
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func write(_ text: String) { result.append(contentsOf: text.unicodeScalars) }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  private mutating func expression() -> Bool {
    var canRepeat = false
    while let scalar = next {
      place += 1
      switch scalar {
      case _ where ignoresSpace && Self.isSpace(scalar): continue
      case "(":
        openGroups += 1
        canRepeat = false
        if next == "?" {
          guard place + 1 < scalars.count, scalars[place + 1] == ":" else { return false }
          place += 2
          write("(?:")
        } else {
          write("(")
        }
      case ")":
        guard closedGroups < openGroups else { return false }
        closedGroups += 1
        canRepeat = true
        write(")")
      case "|":
        canRepeat = false
        write("|")
      case "?", "*", "+":
        guard canRepeat else { return false }
        canRepeat = false
        result.append(scalar)
        lazily()
      case "{":
        guard canRepeat, count() else { return false }
        canRepeat = false
        lazily()
      case "[":
        guard characterClass() else { return false }
        canRepeat = true
      case "\\":
        guard escape(inClass: false) else { return false }
        canRepeat = true
      case "^", "$":
        canRepeat = true
        result.append(scalar)
      case ".":
        // XPath's dot does not match a carriage return either.
        canRepeat = true
        write(".")
      case "]", "}": return false
      case "#":
        canRepeat = true
        write("\\#")
      default:
        canRepeat = true
        result.append(scalar)
      }
    }
    return openGroups == closedGroups
  }

  /// A `?` after a quantifier makes it lazy.
  private mutating func lazily() {
    if next == "?" {
      place += 1
      write("?")
    }
  }

  /// The rest of `{n}`, `{n,}` or `{n,m}`.
  private mutating func count() -> Bool {
    var text = "{"
    var commas = 0
    var digits = 0
    while let scalar = next, scalar != "}" {
      switch scalar {
      case "0"..."9": digits += 1
      case "," where digits > 0 && commas == 0: commas += 1
      default: return false
      }
      text.unicodeScalars.append(scalar)
      place += 1
    }
    guard next == "}", digits > 0 else { return false }
    place += 1
    write(text + "}")
    return true
  }

  private static let nameStart =
    ":A-Z_a-z\\x{C0}-\\x{D6}\\x{D8}-\\x{F6}\\x{F8}-\\x{2FF}\\x{370}-\\x{37D}\\x{37F}-\\x{1FFF}"
    + "\\x{200C}-\\x{200D}\\x{2070}-\\x{218F}\\x{2C00}-\\x{2FEF}\\x{3001}-\\x{D7FF}"
    + "\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFFD}\\x{10000}-\\x{EFFFF}"
  private static let name = nameStart + "\\-.0-9\\x{B7}\\x{300}-\\x{36F}\\x{203F}-\\x{2040}"

  /// What follows a backslash.
  private mutating func escape(inClass: Bool) -> Bool {
    guard let scalar = next else { return false }
    place += 1
    switch scalar {
    case "n", "r", "t", "\\", "|", ".", "?", "*", "+", "(", ")", "{", "}", "-", "[", "]", "^", "$":
      write("\\")
      result.append(scalar)
    case "d", "D", "w", "W":
      // XPath's \w is all but punctuation, separators and "other".
      switch scalar {
      case "d": write("\\p{Nd}")
      case "D": write("\\P{Nd}")
      case "w" where inClass: write("\\p{L}\\p{M}\\p{N}\\p{S}")
      case "W" where inClass: write("\\p{P}\\p{Z}\\p{C}")
      case "w": write("[^\\p{P}\\p{Z}\\p{C}]")
      default: write("[\\p{P}\\p{Z}\\p{C}]")
      }
    case "s": write(inClass ? " \\t\\n\\r" : "[ \\t\\n\\r]")
    case "S":
      if inClass {
        write("\\x{0}-\\x{8}\\x{B}\\x{C}\\x{E}-\\x{1F}\\x{21}-\\x{10FFFF}")
      } else {
        write("[^ \\t\\n\\r]")
      }
    case "i": write(inClass ? Self.nameStart : "[\(Self.nameStart)]")
    case "c": write(inClass ? Self.name : "[\(Self.name)]")
    case "I": if inClass { return false } else { write("[^\(Self.nameStart)]") }
    case "C": if inClass { return false } else { write("[^\(Self.name)]") }
    case "p", "P":
      guard next == "{" else { return false }
      var text = ""
      place += 1
      while let letter = next, letter != "}" {
        text.unicodeScalars.append(letter)
        place += 1
      }
      guard next == "}", !text.isEmpty, text.utf8.count <= 2 else { return false }
      place += 1
      write("\\\(scalar){\(text)}")
    case "1"..."9":
      guard !inClass, let digit = Int(String(scalar)), digit <= closedGroups else { return false }
      write("(?:\\g{\(digit)})")
    default: return false
    }
    return true
  }

  /// The rest of a character class, after its bracket; `[a-z-[aeiou]]` becomes a look-ahead.
  private mutating func characterClass() -> Bool {
    let outer = result
    result = String.UnicodeScalarView()
    write("[")
    if next == "^" {
      place += 1
      write("^")
    }
    var isEmpty = true
    while let scalar = next {
      place += 1
      switch scalar {
      case "]":
        guard !isEmpty else { return false }
        write("]")
        let own = result
        result = outer
        result.append(contentsOf: own)
        return true
      case "-" where next == "[":
        guard !isEmpty else { return false }
        place += 1
        write("]")
        let own = result
        result = String.UnicodeScalarView()
        guard characterClass(), next == "]" else { return false }
        place += 1
        let taken = result
        result = outer
        write("(?:(?!")
        result.append(contentsOf: taken)
        write(")")
        result.append(contentsOf: own)
        write(")")
        return true
      case "[": return false
      case "\\":
        guard escape(inClass: true) else { return false }
      case _ where ignoresSpace && Self.isSpace(scalar): break
      case "^", "&", "#":
        write("\\")
        result.append(scalar)
      default: result.append(scalar)
      }
      isEmpty = false
    }
    return false
  }
}
