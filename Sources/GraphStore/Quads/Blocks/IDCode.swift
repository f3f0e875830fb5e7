import GraphModel

/// The bytes of a number that stands alone in a block: short for the terms that are frequent.
///
/// The three low bits of a `var` give the kind, the rest the payload, made small: signed values
/// with their sign last, dates counted from 2000, decimals by the digits that they are written with.
enum IDCode {
  /// More bytes than any number takes.
  static let maxSize = 24

  private static let classes: [TermID.Kind] = [
    .iri, .blank, .string, .text, .integer, .decimal, .date,
  ]
  private static let other: UInt64 = 7
  private static let dateOrigin: Int64 = 2_000 << 9

  @inline(__always)
  static func varint(_ value: UInt64, _ place: inout UnsafeMutablePointer<UInt8>) {
    var rest = value
    while rest >= 0x80 {
      place.pointee = UInt8(truncatingIfNeeded: rest) | 0x80
      place += 1
      rest >>= 7
    }
    place.pointee = UInt8(truncatingIfNeeded: rest)
    place += 1
  }

  /// Writes a number.
  @inline(__always)
  static func write(_ raw: UInt64, _ place: inout UnsafeMutablePointer<UInt8>) {
    let payload = raw & TermID.payloadMask
    switch UInt8(truncatingIfNeeded: raw >> TermID.payloadBits) {
    case TermID.Kind.iri.rawValue: varint(payload << 3, &place)
    case TermID.Kind.blank.rawValue: varint(payload << 3 | 1, &place)
    case TermID.Kind.string.rawValue: varint(payload << 3 | 2, &place)
    case TermID.Kind.text.rawValue: varint(payload << 3 | 3, &place)
    default: writeValue(raw, payload, &place)
    }
  }

  @inline(never)
  private static func writeValue(
    _ raw: UInt64, _ payload: UInt64, _ place: inout UnsafeMutablePointer<UInt8>
  ) {
    let bits = UInt8(truncatingIfNeeded: raw >> TermID.payloadBits)
    switch bits {
    case TermID.Kind.integer.rawValue:
      varint(zigzag(Int64(payload) - 1 << 57) << 3 | 4, &place)
    case TermID.Kind.decimal.rawValue:
      let digits = payload & 7
      let value = Int64(payload >> 3) - 1 << 54
      let unit = digits < 7 ? powers[6 - Int(digits)] : 1
      if digits < 7, value % unit == 0 {
        varint((zigzag(value / unit) << 3 | digits) << 3 | 5, &place)
      } else {
        // No program writes such a decimal, but any number must come back.
        varint(UInt64(bits) << 3 | other, &place)
        varint(payload, &place)
      }
    case TermID.Kind.date.rawValue:
      varint(zigzag(Int64(payload) - dateOrigin) << 3 | 6, &place)
    default:
      varint(UInt64(bits) << 3 | other, &place)
      switch bits {
      case TermID.Kind.shortString.rawValue: varint(payload.byteSwapped, &place)
      case TermID.Kind.derivedInteger.rawValue:
        varint(zigzag(Int64(payload >> 4) - 1 << 53) << 4 | payload & 15, &place)
      default: varint(payload, &place)
      }
    }
  }

  /// The number that ``write(_:_:)`` made of these bytes: the `var`, and another if it needs one.
  @inline(__always)
  static func value(
    _ code: UInt64, more: () throws(EncodingFault) -> UInt64
  ) throws(EncodingFault) -> UInt64 {
    let rest = code >> 3
    switch code & 7 {
    case 0: return id(.iri, rest)
    case 1: return id(.blank, rest)
    case 2: return id(.string, rest)
    case 3: return id(.text, rest)
    case 4: return id(.integer, UInt64(bitPattern: unzigzag(rest) &+ 1 << 57))
    case 5:
      let digits = rest & 7
      guard digits < 7 else { throw .number }
      let value = unzigzag(rest >> 3) &* powers[6 - Int(digits)]
      return id(.decimal, UInt64(bitPattern: value &+ 1 << 54) << 3 | digits)
    case 6: return id(.date, UInt64(bitPattern: unzigzag(rest) &+ dateOrigin))
    default:
      guard rest < 64 else { throw .number }
      let payload = try more()
      switch UInt8(rest) {
      case TermID.Kind.shortString.rawValue:
        return id(.shortString, payload.byteSwapped)
      case TermID.Kind.derivedInteger.rawValue:
        let value = UInt64(bitPattern: unzigzag(payload >> 4) &+ 1 << 53)
        return id(.derivedInteger, value << 4 | payload & 15)
      default: return rest << TermID.payloadBits | payload & TermID.payloadMask
      }
    }
  }

  @inline(__always)
  private static func id(_ kind: TermID.Kind, _ payload: UInt64) -> UInt64 {
    UInt64(kind.rawValue) << TermID.payloadBits | payload & TermID.payloadMask
  }

  @inline(__always)
  private static func zigzag(_ value: Int64) -> UInt64 {
    UInt64(bitPattern: value << 1 ^ value >> 63)
  }

  @inline(__always)
  private static func unzigzag(_ value: UInt64) -> Int64 {
    Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
  }

  private static let powers: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]
}
