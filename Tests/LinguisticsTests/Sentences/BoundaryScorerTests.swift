import CResources
import Documents
import Testing

@testable import Linguistics

@Suite("BoundaryScorer")
struct BoundaryScorerTests {
  private let splitter: SentenceSplitter

  init() throws { splitter = SentenceSplitter(scorer: try .embedded()) }

  private func sentences(_ text: String, kind: TextBlock.Kind = .paragraph) -> [String] {
    let document = PlainText.document(text, kind: kind)
    return splitter.split(document).map { String(decoding: document.text[$0.bytes], as: UTF8.self) }
  }

  @Test(
    "ends sentences that no stop ends",
    arguments: [
      ["the staff was great!", "will come back soon."],
      ["does anyone know a good dentist?", "im new in town and need one."],
      ["Send me the draft by noon.", "Thanks,", "Maria"],
      ["Maria Lopez", "05/14/2002 09:20 AM", "I have read the draft."],
      ["The full list is online.", "http://www.example.org/list"],
    ])
  func unmarked(expected: [String]) {
    #expect(sentences(expected.joined(separator: " ")) == expected)
  }

  @Test(
    "leaves edited text as the rules split it",
    arguments: [
      "The U.S. Senate passed the bill on Tuesday, Sen. Maria Lopez (D., Ohio) said.",
      "Shares of Acme Corp. fell 3.2% to $14.50 in New York after the report.",
      "\"Why now?\" asked the mayor of St. Louis, who had not been told.",
      "The book, published by Harper & Row in 1961, sold 40,000 copies.",
      "Visit www.example.org for details about the Boston Marathon.",
      "He moved to Paris, Texas, in January 1998 with his wife, Ann.",
    ])
  func edited(text: String) { #expect(sentences(text) == [text]) }

  @Test(
    "headings and captions go by the rules alone", arguments: [TextBlock.Kind.heading, .caption])
  func headings(kind: TextBlock.Kind) {
    let text = "Maria Lopez 05/14/2002 09:20 AM I have read the draft"
    #expect(sentences(text).count == 3)
    #expect(sentences(text, kind: kind) == [text])
  }

  @Test("makes the features that the training makes")
  func features() {
    let words = ["Will", "be", "there", "at", "10:30", "ann.lee@example.org", "Thx"]
    let bytes = Array(words.joined(separator: " ").utf8)
    var tokens: [Range<Int>] = []
    for word in words {
      let start = tokens.last.map { $0.upperBound + 1 } ?? 0
      tokens.append(start..<start + word.utf8.count)
    }
    let gap = bytes.withUnsafeBufferPointer {
      BoundaryFeatures(tokens, in: TextCursor(bytes: $0)).gap(before: 5, start: 0)
    }
    // printed by Training/boundaries.py for the same words
    #expect(
      gap == [
        0x000b_6500_004b_5176, 0x0384_8bcf_e3fc_18f9, 0x3060_975f_deee_9fba, 0xa198_28b2_f07e_c9b1,
        0xe017_ffc1_a71d_9103, 0x2297_6ed1_77f7_6ec2, 0xe122_7b0a_934d_d9ee, 0x393f_a17a_b0c4_5226,
        0x6d39_0722_07be_3ea4, 0x9c3a_5e53_103a_e951, 0x2007_f7e0_80c8_bd41, 0xf0c7_fd20_6f4b_1910,
        0xfccf_96b6_43b5_1724, 0x0947_854c_b1a3_b722, 0x6e7d_aa8f_9844_211d, 0x69f6_aa6e_a6f4_b66c,
        0xb0c1_e6b7_bc32_df9e, 0x8579_5330_88d1_4782, 0x853b_325e_e0e6_fee6, 0x7dc5_b0a6_095e_ab5f,
        0x4e48_7d01_e564_2ea4, 0x7836_7098_9e65_0b36,
      ])
  }

  @Test("a damaged file is refused", arguments: [0, 8, 12, 14])
  func damaged(at index: Int) throws {
    let file = cresources_boundaries()
    var bytes = Array(UnsafeBufferPointer(start: file.start, count: file.count))
    bytes[index] ^= 0x55
    #expect(refuses(bytes))
    #expect(refuses(Array(bytes.prefix(20))))
  }

  private func refuses(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { raw in
      do throws(LinguisticsError) {
        _ = try BoundaryScorer(raw)
        return false
      } catch { return true }
    }
  }
}
