import Testing

@testable import GraphModel

@Suite("SHA-256")
struct SHA256Tests {
  /// The examples of FIPS 180-2, and the lengths around a block's border.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownDigests(text: String, digest: String) {
    #expect(SHA256.hex(Array(text.utf8)) == digest)
  }

  @Test
  func aMillionLetters() {
    let digest = SHA256.hex([UInt8](repeating: 0x61, count: 1_000_000))
    #expect(digest == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test
  func everyLengthGivesAnotherDigest() {
    let digests = Set((0..<200).map { SHA256.hex([UInt8](repeating: 7, count: $0)) })
    #expect(digests.count == 200)
  }
}
