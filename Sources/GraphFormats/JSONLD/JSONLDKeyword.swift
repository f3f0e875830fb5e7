/// The words with an at sign.
enum JSONLDKeyword {
  static let all: Set<String> = [
    "@base", "@container", "@context", "@default", "@direction", "@embed", "@explicit", "@graph",
    "@id", "@import", "@included", "@index", "@json", "@language", "@list", "@nest", "@none",
    "@null", "@omitDefault", "@prefix", "@preserve", "@propagate", "@protected", "@requireAll",
    "@reverse", "@set", "@type", "@value", "@version", "@vocab",
  ]

  static func contains(_ text: String) -> Bool { text.utf8.first == at && all.contains(text) }

  /// Whether a text looks like a keyword, of this or of a later edition: `@` and letters.
  static func hasForm(_ text: String) -> Bool {
    let bytes = text.utf8
    return bytes.first == at && bytes.count > 1 && bytes.dropFirst().allSatisfy { $0.isASCIILetter }
  }

  private static let at = UInt8(ascii: "@")
}

/// What the parts of an expanded document are.
extension JSONObject {
  var isValueObject: Bool { has("@value") }
  var isListObject: Bool { has("@list") }
  /// Whether it is a node object, as opposed to a value, list or set.
  var isNodeObject: Bool { !has("@value") && !has("@list") && !has("@set") }
  /// Whether it has `@graph`, and else at most `@id`, `@index` and `@context`.
  var isGraphObject: Bool {
    has("@graph")
      && names.allSatisfy {
        $0 == "@graph" || $0 == "@id" || $0 == "@index" || $0 == "@context"
      }
  }
  var isSimpleGraphObject: Bool { isGraphObject && !has("@id") }
  /// Whether the only member is `@id`.
  var isReference: Bool { count == 1 && has("@id") }
}

/// Names that RDF can hold.
enum JSONLDName {
  static func isBlank(_ name: String) -> Bool { name.utf8.starts(with: "_:".utf8) }

  /// Whether a name is absolute: a scheme, a colon, no space.
  static func isIRI(_ name: String) -> Bool {
    IRISyntax.hasScheme(name) && !name.utf8.contains { $0 <= 0x20 }
  }

  static func isIRIOrBlank(_ name: String) -> Bool { isBlank(name) || isIRI(name) }

  /// Whether it is an IRI that any syntax of RDF can hold.
  static func isWellFormed(_ name: String) -> Bool {
    guard IRISyntax.hasScheme(name) else { return false }
    var hashes = 0
    for byte in name.utf8 {
      guard byte >= 0x80 || IRISyntax.isAllowed(byte) else { return false }
      if byte == UInt8(ascii: "#") { hashes += 1 }
    }
    return hashes <= 1
  }

  /// Whether a language tag has the form of BCP 47: parts of letters and digits, the first of
  /// letters alone.
  static func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let first = parts.first, first.allSatisfy({ $0.isASCIILetter }) else { return false }
    return parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCIILetter || $0.isDigit }
    }
  }

  /// Splits at the first colon that is not the first character.
  static func split(_ name: String) -> (prefix: String, suffix: String)? {
    let bytes = name.utf8
    guard let colon = bytes.dropFirst().firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (String(name[..<colon]), String(name[bytes.index(after: colon)...]))
  }
}
