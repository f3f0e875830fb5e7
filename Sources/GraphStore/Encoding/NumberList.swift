/// Ascending numbers, each as its difference from the one before; the count comes first.
extension ByteWriter {
  /// Appends ascending numbers.
  mutating func ascending(_ numbers: [UInt32]) {
    number(numbers.count)
    var previous: UInt32 = 0
    for value in numbers {
      varint(UInt64(value &- previous))
      previous = value
    }
  }
}

extension ByteReader {
  /// Reads ascending numbers.
  mutating func ascending() throws(EncodingFault) -> [UInt32] {
    let total = try count()
    var result: [UInt32] = []
    result.reserveCapacity(total)
    var previous: UInt32 = 0
    for _ in 0..<total {
      let (value, overflow) = previous.addingReportingOverflow(try number32())
      guard !overflow else { throw .number }
      result.append(value)
      previous = value
    }
    return result
  }
}
