/// Lower-cases text, strips accents and splits it as the encoder's vocabulary expects (BERT's uncased
/// normalisation): control characters go, punctuation marks and ideographs stand alone.
struct TextFolding: @unchecked Sendable {
  /// Rows of four scalars: one that changes, by value, and up to three that replace it.
  private let table: UnsafeBufferPointer<UInt32>

  init(_ file: ModelFile) throws(LinguisticsError) {
    table = try file.array("fold", of: UInt32.self)
    guard table.count % 4 == 0 else { throw .model("section fold has a wrong size") }
  }

  /// Calls `part` with the UTF-8 of each part of a word, and its length in scalars.
  func parts(of word: String, _ part: ([UInt8], Int) -> Void) {
    var current: [UInt8] = []
    var length = 0
    func flush() {
      if length > 0 { part(current, length) }
      current.removeAll(keepingCapacity: true)
      length = 0
    }
    func add(_ scalar: Unicode.Scalar) {
      current.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      length += 1
    }
    for scalar in word.unicodeScalars {
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        switch byte {
        case 0x61...0x7a, 0x30...0x39:
          current.append(byte)
          length += 1
        case 0x41...0x5a:
          current.append(byte | 0x20)
          length += 1
        case 0x20, 0x09, 0x0a, 0x0d: flush()
        case 0x21...0x7e:
          flush()
          part([byte], 1)
        default: break
        }
        continue
      }
      let properties = scalar.properties
      if scalar.value == 0xfffd || properties.generalCategory.isInvisible { continue }
      if properties.isWhitespace {
        flush()
        continue
      }
      let isAlone = Self.isIdeograph(scalar.value)
      if isAlone { flush() }
      forEachFolded(scalar) { folded in
        if folded.properties.isWhitespace {
          flush()
        } else if folded.isASCII
          ? !(folded.properties.isAlphabetic || ("0"..."9").contains(folded))
          : folded.properties.generalCategory.isPunctuation
        {
          flush()
          add(folded)
          flush()
        } else {
          add(folded)
        }
      }
      if isAlone { flush() }
    }
    flush()
  }

  private func forEachFolded(_ scalar: Unicode.Scalar, _ body: (Unicode.Scalar) -> Void) {
    let value = scalar.value
    if (0xac00..<0xd7a4).contains(value) {
      // Hangul syllables decompose by rule (Unicode Standard, 3.12).
      let index = value - 0xac00
      let tail = index % 28
      for jamo in [0x1100 + index / 588, 0x1161 + index % 588 / 28, tail == 0 ? 0 : 0x11a7 + tail]
      where jamo != 0 {
        Unicode.Scalar(jamo).map(body)
      }
      return
    }
    var low = 0
    var high = table.count / 4
    while low < high {
      let middle = (low + high) / 2
      if table[4 * middle] < value { low = middle + 1 } else { high = middle }
    }
    guard 4 * low < table.count, table[4 * low] == value else {
      body(scalar)
      return
    }
    for replacement in table[4 * low + 1..<4 * low + 4] where replacement != 0 {
      Unicode.Scalar(replacement).map(body)
    }
  }

  private static func isIdeograph(_ value: UInt32) -> Bool {
    switch value {
    case 0x4e00...0x9fff, 0x3400...0x4dbf, 0x20000...0x2a6df, 0x2a700...0x2b73f,
      0x2b740...0x2b81f, 0x2b920...0x2ceaf, 0xf900...0xfaff, 0x2f800...0x2fa1f:
      true
    default: false
    }
  }
}
