import GraphModel
import Testing

@Suite("LEB128")
struct LEB128Tests {
  private struct End: Error {}

  private func read(_ bytes: [UInt8]) throws(End) -> UInt64? {
    var rest = bytes[...]
    return try LEB128.read { () throws(End) in
      guard let byte = rest.popFirst() else { throw End() }
      return byte
    }
  }

  @Test("numbers come back from as few bytes as they need")
  func roundTrip() throws {
    for shift in 0..<64 {
      for value in [UInt64(1) << shift, (1 << shift) - 1, .max >> shift] {
        var bytes: [UInt8] = []
        LEB128.append(value, to: &bytes)
        #expect(bytes.count == max(1, (64 - value.leadingZeroBitCount + 6) / 7))
        #expect(try read(bytes) == value)
        #expect(throws: End.self) { try read(bytes.dropLast()) }
      }
    }
  }

  @Test("a number of more than 64 bits is none")
  func tooLong() throws {
    let full = [UInt8](repeating: 0xff, count: 9)
    #expect(try read(full + [1]) == .max)
    #expect(try read(full + [2]) == nil)
    #expect(try read(full + [0x81]) == nil)
  }
}
