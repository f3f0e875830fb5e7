import Testing

@testable import Indexer

@Suite("FileTable")
struct FileRecordTests {
  private let reasons: [FailureReason] = [
    .notFound, .permissionDenied, .isFolder, .special(.socket), .linkLoop, .changedWhileRead,
    .system(code: 5), .empty, .binary, .tooLarge(bytes: 9, limit: 3), .unsupportedLanguage("de"),
    .entityDeclaration, .malformed(format: "zip", detail: "cut"), .noMainText, .encrypted,
    .missingTool("x"), .timedOut(seconds: 3), .outOfMemory(limit: 1), .noTextField(["a", "b"]),
    .memberTooLarge(limit: 2), .unpackedTooLarge(limit: 3), .tooManyMembers(limit: 4),
    .tooDeep(limit: 5), .unpackingRatio(limit: 6), .unsafeName("../x"), .unsupported("y"),
  ]

  private var table: [ByteName: FileRecord] {
    let stamp = FileStamp(size: 7, modified: 1, changed: 2)
    return [
      ByteName("caf\u{e9}"): FileRecord(
        stamp: stamp, contentHash: "ab", fingerprint: .max, limits: 1, documents: nil,
        failures: []),
      ByteName("cafe\u{301}"): FileRecord(
        stamp: nil, contentHash: "", fingerprint: 3, limits: .max,
        documents: ["cafe\u{301}#1", "cafe\u{301}/\u{301}"],
        failures: reasons.map { BuildFailure(name: "cafe\u{301}#x", reason: $0) }),
    ]
  }

  @Test("gives back what it took, every reason too")
  func roundTrip() {
    #expect(FileTable.decode(FileTable.encode(table)) == table)
    #expect(FileTable.encode([:]) == FileTable.encode(FileTable.decode([])))
  }

  @Test("cut bytes give an empty table and no trap")
  func cut() {
    let bytes = FileTable.encode(table)
    for count in 0..<bytes.count {
      #expect(FileTable.decode(Array(bytes.prefix(count))).isEmpty)
    }
  }
}
