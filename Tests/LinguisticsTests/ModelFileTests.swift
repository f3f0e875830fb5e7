import CResources
import Foundation
import Testing

@testable import Linguistics

@Suite("Model file")
struct ModelFileTests {
  /// The embedded model's bytes, to be damaged.
  private let whole: [UInt8] = {
    let file = cresources_english()
    return Array(UnsafeBufferPointer(start: file.start, count: file.count))
  }()

  private func load(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { raw in
      _ = try Model(ModelFile(embedded: raw))
    }
  }

  private func isRefused(_ bytes: [UInt8]) -> Bool {
    do {
      try load(bytes)
      return false
    } catch { return error is LinguisticsError }
  }

  @Test("the embedded model loads")
  func loads() throws { try load(whole) }

  @Test("a file cut short is refused", arguments: [0, 7, 8, 63, 64, 100, 4096, 25_000_000])
  func truncated(count: Int) {
    let refused = isRefused(Array(whole.prefix(count)))
    #expect(refused)
  }

  @Test("another magic number or version is refused", arguments: [0, 7, 8, 11, 12, 16, 23])
  func header(at: Int) {
    var bytes = whole
    bytes[at] ^= 0x55
    let refused = isRefused(bytes)
    #expect(refused)
  }

  @Test("a damaged table of sections is refused, never a crash", arguments: [0, 16, 22, 30])
  func table(byte: Int) {
    let count = Int(whole[12]) | Int(whole[13]) << 8
    var bytes = whole
    for section in stride(from: byte % 7, to: count, by: 7) {
      let at = 64 + 32 * section + byte
      bytes[at] ^= 0x81
      let refused = isRefused(bytes)
      #expect(refused, "byte \(at)")
      bytes[at] ^= 0x81
    }
  }

  @Test("indexes that point outside their section are refused")
  func indexes() throws {
    for name in ["vocab.ends", "vocab.slots", "lemmas.starts"] {
      let range = try #require(try place(of: name))
      var bytes = whole
      for at in stride(from: range.lowerBound, to: range.upperBound, by: 4) { bytes[at + 3] = 0x7f }
      let refused = isRefused(bytes)
      #expect(refused, "\(name)")
    }
  }

  private func place(of name: String) throws -> Range<Int>? {
    let count = Int(whole[12]) | Int(whole[13]) << 8
    for section in 0..<count {
      let at = 64 + 32 * section
      guard String(decoding: whole[at..<at + 16].prefix { $0 != 0 }, as: UTF8.self) == name else {
        continue
      }
      func number(_ at: Int) -> Int { (0..<8).reduce(0) { $0 | Int(whole[at + $1]) << (8 * $1) } }
      return number(at + 16)..<number(at + 16) + number(at + 24)
    }
    return nil
  }

  @Test("a file on disk loads, and one flipped bit in it is found")
  func disk() throws {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "model-\(UUID().uuidString).qpm").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(whole).write(to: URL(filePath: path))
    #expect(try Model(path: path).configuration == Model.embedded().configuration)
    var bytes = whole
    bytes[bytes.count / 2] ^= 4
    try Data(bytes).write(to: URL(filePath: path))
    #expect(throws: LinguisticsError.model("the checksum does not match")) {
      try Model(path: path)
    }
  }

  @Test("a missing file, a folder and an empty file are refused")
  func missing() throws {
    #expect(throws: LinguisticsError.self) { try Model(path: "/nowhere/model.qpm") }
    #expect(throws: LinguisticsError.self) { try Model(path: "/tmp") }
    #expect(throws: LinguisticsError.self) { try Model(path: "/dev/null") }
  }
}
