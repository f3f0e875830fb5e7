import GraphModel

/// A term of the dictionary as bytes: its kind, and what tells it from others of the kind.
///
/// | kind | bytes |
/// | --- | --- |
/// | iri | the IRI |
/// | blank | the label |
/// | string | the lexical form |
/// | text | the language tag in its usual case (`en-US`), `--ltr` or `--rtl` if it has a direction, a zero byte, the text |
/// | literal | the datatype's IRI, a zero byte, the lexical form |
enum TermCode {
  /// Appends the kind and the bytes of a term that is neither inline nor a triple.
  ///
  /// - Throws: If a language tag or datatype holds a zero byte.
  static func append(_ term: TermBytes, to bytes: inout [UInt8]) throws(StoreError) {
    switch term.kind {
    case .iri:
      bytes.append(TermID.Kind.iri.rawValue)
      term.appendText(to: &bytes)
    case .blank:
      bytes.append(TermID.Kind.blank.rawValue)
      bytes.append(contentsOf: term.body)
    case .literal:
      if let datatype = term.parts?.pointee, !isString(datatype) {
        bytes.append(TermID.Kind.literal.rawValue)
        let start = bytes.count
        datatype.appendText(to: &bytes)
        try check(bytes[start...])
        bytes.append(0)
      } else {
        bytes.append(TermID.Kind.string.rawValue)
      }
      bytes.append(contentsOf: term.body)
    case .text, .directional:
      bytes.append(TermID.Kind.text.rawValue)
      let start = bytes.count
      bytes.append(contentsOf: term.head)
      try check(bytes[start...])
      LanguageTag.normalize(&bytes, from: start)
      if let direction = term.direction {
        bytes.append(contentsOf: "--".utf8)
        bytes.append(contentsOf: direction.rawValue.utf8)
      }
      bytes.append(0)
      bytes.append(contentsOf: term.body)
    case .triple: throw .invalidTerm("<<( )>>")
    }
  }

  private static func check(_ name: ArraySlice<UInt8>) throws(StoreError) {
    if name.contains(0) { throw .invalidTerm(String(decoding: name, as: UTF8.self)) }
  }

  /// Whether an IRI is that of `xsd:string`.
  static func isString(_ iri: TermBytes) -> Bool {
    guard iri.iriCount == string.count else { return false }
    for place in 0..<iri.head.count where iri.head[place] != string[place] { return false }
    for place in 0..<iri.body.count where iri.body[place] != string[iri.head.count + place] {
      return false
    }
    return true
  }

  private static let string = Array(XSD.string.value.utf8)

  /// The term that some bytes stand for.
  static func term(_ bytes: ArraySlice<UInt8>) throws(EncodingFault) -> Term {
    guard let kind = bytes.first else { throw .short }
    let rest = bytes.dropFirst()
    switch TermID.Kind(rawValue: kind) {
    case .iri: return .iri(IRI(try text(rest)))
    case .blank: return .blank(try text(rest))
    case .string: return .literal(try text(rest), datatype: XSD.string)
    case .text:
      let (tag, value) = try halves(rest)
      if tag.count > 5, let direction = BaseDirection(rawValue: try text(tag.suffix(3))),
        tag.dropLast(3).suffix(2).elementsEqual("--".utf8)
      {
        return .directional(
          try text(value), language: try text(tag.dropLast(5)), direction: direction)
      }
      return .text(try text(value), language: try text(tag))
    case .literal:
      let (datatype, value) = try halves(rest)
      return .literal(try text(value), datatype: IRI(try text(datatype)))
    default: throw .number
    }
  }

  private static func halves(
    _ bytes: ArraySlice<UInt8>
  ) throws(EncodingFault) -> (ArraySlice<UInt8>, ArraySlice<UInt8>) {
    guard let zero = bytes.firstIndex(of: 0) else { throw .short }
    return (bytes[..<zero], bytes[(zero + 1)...])
  }

  private static func text(_ bytes: ArraySlice<UInt8>) throws(EncodingFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .text }
    return text
  }
}

extension TermID {
  /// The number that holds the value of a literal given as bytes, or `nil` if none does.
  init?(inlining term: TermBytes) {
    guard term.kind == .literal else { return nil }
    guard let datatype = term.parts?.pointee else {
      self.init(inlining: term.body, as: .shortString)
      return
    }
    let kind: (kind: Kind, derived: DerivedInteger)?
    if datatype.head.isEmpty {
      kind = Kind.inlining(datatype.body)
    } else {
      var iri: [UInt8] = []
      datatype.appendText(to: &iri)
      kind = iri.withUnsafeBufferPointer { Kind.inlining($0) }
    }
    guard let kind else { return nil }
    self.init(inlining: term.body, as: kind.kind, derived: kind.derived)
  }
}
