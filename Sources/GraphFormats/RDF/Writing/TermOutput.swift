import GraphModel

/// Collects bytes and hands them on in large pieces: the fast path of RDF's writers.
///
/// Its fields are plain numbers and pointers, so that appending costs a comparison and a copy.
final class TermOutput {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity = 1 << 17
  private let sink: any ByteSink
  private let table = ByteClass.table
  /// How many bytes are collected before they are handed on.
  private static let pieceSize = 1 << 16

  init(to sink: any ByteSink) {
    self.sink = sink
    bytes = .allocate(capacity: capacity)
  }

  deinit { bytes.deallocate() }

  /// Makes room for so many more bytes.
  @inline(__always)
  private func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private func grow(_ more: Int) {
    while count + more > capacity { capacity *= 2 }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.initialize(from: bytes, count: count)
    bytes.deallocate()
    bytes = larger
  }

  @inline(__always)
  func byte(_ byte: UInt8) {
    reserve(1)
    bytes[count] = byte
    count += 1
  }

  @inline(__always)
  func raw(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length)
    (bytes + count).update(from: text.utf8Start, count: length)
    count += length
  }

  @inline(__always)
  func raw(_ run: UnsafeBufferPointer<UInt8>) {
    guard let start = run.baseAddress else { return }
    reserve(run.count)
    (bytes + count).update(from: start, count: run.count)
    count += run.count
  }

  /// Appends a text as UTF-8.
  func text(_ text: String) {
    var text = text
    text.withUTF8 { raw($0) }
  }

  /// Hands the bytes on if there are many.
  @inline(__always)
  func checkpoint() throws {
    if count >= Self.pieceSize { try flush() }
  }

  /// Hands on what is left.
  func flush() throws {
    guard count > 0 else { return }
    let length = count
    count = 0
    try sink.write(UnsafeRawBufferPointer(start: bytes, count: length))
    if capacity > 1 << 22 {
      // One huge literal should not hold its room for ever.
      bytes.deallocate()
      capacity = 1 << 17
      bytes = .allocate(capacity: capacity)
    }
  }

  /// What is collected, which is then no longer to be handed on.
  func taken() -> [UInt8] {
    defer { count = 0 }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Appends `<…>`; what an IRI may not hold is percent-encoded, and the result is then false.
  @discardableResult
  @inline(__always)
  func iri(_ term: TermBytes) -> Bool {
    byte(UInt8(ascii: "<"))
    raw(term.head)
    var isWhole = true
    if term.isPlain { raw(term.body) } else { isWhole = repaired(term.body) }
    byte(UInt8(ascii: ">"))
    return isWhole
  }

  private func repaired(_ body: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for index in body.indices where table[Int(body[index])] & ByteClass.iriStop != 0 {
      raw(UnsafeBufferPointer(rebasing: body[start..<index]))
      byte(UInt8(ascii: "%"))
      hexDigit(body[index] >> 4)
      hexDigit(body[index] & 0xf)
      start = index + 1
    }
    raw(UnsafeBufferPointer(rebasing: body[start...]))
    return start == 0
  }

  /// Appends `_:label`; a label that the grammar does not allow is written in hexadecimal digits.
  @inline(__always)
  func blank(_ term: TermBytes) {
    byte(UInt8(ascii: "_"))
    byte(UInt8(ascii: ":"))
    if term.isPlain { raw(term.body) } else { label(term.body) }
  }

  private func label(_ body: UnsafeBufferPointer<UInt8>) {
    guard !BlankLabel.isKept(body) else { return raw(body) }
    BlankLabel.replaced(body).withUnsafeBufferPointer(raw)
  }

  /// Appends a lexical form in quotation marks, with the escapes of canonical N-Triples.
  @inline(__always)
  func quoted(_ term: TermBytes) {
    byte(UInt8(ascii: "\""))
    if term.isPlain { raw(term.body) } else { escaped(term.body) }
    byte(UInt8(ascii: "\""))
  }

  private func escaped(_ body: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var index = 0
    while index < body.count {
      let value = body[index]
      guard table[Int(value)] & ByteClass.stringStop != 0 else {
        index += 1
        continue
      }
      if value == 0xef {
        // U+FFFE and U+FFFF are no characters.
        guard index + 2 < body.count, body[index + 1] == 0xbf, body[index + 2] >= 0xbe else {
          index += 1
          continue
        }
        raw(UnsafeBufferPointer(rebasing: body[start..<index]))
        raw(body[index + 2] == 0xbe ? "\\uFFFE" : "\\uFFFF")
        index += 3
      } else {
        raw(UnsafeBufferPointer(rebasing: body[start..<index]))
        escape(value)
        index += 1
      }
      start = index
    }
    raw(UnsafeBufferPointer(rebasing: body[start...]))
  }

  private func escape(_ value: UInt8) {
    switch value {
    case 0x08: raw("\\b")
    case 0x09: raw("\\t")
    case 0x0a: raw("\\n")
    case 0x0c: raw("\\f")
    case 0x0d: raw("\\r")
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    default:
      raw("\\u00")
      hexDigit(value >> 4)
      hexDigit(value & 0xf)
    }
  }

  private func hexDigit(_ digit: UInt8) {
    byte(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
  }
}

/// The grammar of blank node labels, behind `_:`.
enum BlankLabel {
  /// A label as every syntax can write it.
  static func written(_ label: UnsafeBufferPointer<UInt8>) -> String {
    isKept(label)
      ? String(decoding: label, as: UTF8.self) : String(decoding: replaced(label), as: UTF8.self)
  }

  /// Whether a label is written as it is.
  static func isKept(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    isAllowed(label) && !label.starts(with: "x-".utf8)
  }

  /// What stands for a label that is not written as it is: `x-` and its bytes in hexadecimal digits.
  static func replaced(_ label: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return Array("x-".utf8) + label.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0xf)]] }
  }

  static func isAllowed(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !label.isEmpty, label.last != UInt8(ascii: ".") else { return false }
    if label.allSatisfy({ ByteClass.table[Int($0)] & ByteClass.name != 0 }) {
      return label[0] != UInt8(ascii: "-")
    }
    let scalars = String(decoding: label, as: UTF8.self).unicodeScalars
    guard let first = scalars.first?.value,
      NameCharacters.isBase(first) || first == 0x5f || (0x30...0x39).contains(first)
    else { return false }
    return scalars.allSatisfy { NameCharacters.isInner($0.value) || $0 == "." }
  }
}
