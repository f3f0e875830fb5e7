import Testing

@testable import Linguistics

@Suite("CoNLL-U")
struct CoNLLUTests {
  private static let sample = [
    "# sent_id = 1", "# text = Ana doesn't live in Oslo.",
    "1\tAna\t_\t_\t_\t_\t_\t_\t_\tId=7|NER=O", "2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_",
    "2\tdoes\tx\tX\tX\tA=B\t9\tdep\t9:dep\t_", "3\tn't\t_\t_\t_\t_\t_\t_\t_\t_",
    "3.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_", "4\tlive\t_\t_\t_\t_\t_\t_\t_\t_",
    "5\tin\t_\t_\t_\t_\t_\t_\t_\t_", "6\tOslo\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
    "7\t.\t_\t_\t_\t_\t_\t_\t_\t_",
  ]

  private func bytes(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n\n").utf8)
  }

  @Test("what is read is written again")
  func roundTrip() throws {
    let input = bytes(Self.sample)
    let sentences = try CoNLLU.read(input)
    #expect(sentences.map(\.forms) == [["Ana", "does", "n't", "live", "in", "Oslo", "."]])
    #expect(CoNLLU.write(sentences) == input)
  }

  @Test("line ends, doubled blank lines and a missing last one are forgiven")
  func lenient() throws {
    let one = "1\ta\t_\t_\t_\t_\t_\t_\t_\t_"
    let input = "\r\n\n\(one)\r\n\r\n\n\(one)"
    #expect(try CoNLLU.read(Array(input.utf8)).map(\.forms) == [["a"], ["a"]])
    #expect(try CoNLLU.read([]).isEmpty)
  }

  @Test("a comment begins a document")
  func documents() throws {
    let word = "1\ta\t_\t_\t_\t_\t_\t_\t_\t_"
    let input = "# newdoc id = x\n\(word)\n\n# sent_id = 2\n\(word)\n\n#newdoc\n\(word)\n\n"
    #expect(try CoNLLU.read(Array(input.utf8)).map(\.beginsDocument) == [true, false, true])
  }

  @Test("an analysis fills the columns and leaves the rest")
  func annotates() throws {
    let pipeline = Pipeline(model: try English.model.get())
    let output = try pipeline.annotateCoNLLU(bytes(Self.sample))
    let lines = String(decoding: output, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    #expect(
      lines == [
        "# sent_id = 1", "# text = Ana doesn't live in Oslo.",
        "1\tAna\tAna\tPROPN\tNNP\t_\t4\tnsubj\t_\tId=7|NER=B-PER",
        "2-3\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_", "2\tdoes\tdo\tAUX\tVBZ\t_\t4\taux\t_\t_",
        "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_", "3.1\tgone\t_\t_\t_\t_\t_\t_\t_\t_",
        "4\tlive\tlive\tVERB\tVB\t_\t0\troot\t_\t_", "5\tin\tin\tADP\tIN\t_\t6\tcase\t_\t_",
        "6\tOslo\tOslo\tPROPN\tNNP\t_\t4\tobl\t_\tSpaceAfter=No|NER=B-LOC",
        "7\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_", "", "",
      ])
  }

  @Test(
    "malformed input is refused with its line",
    arguments: [
      ("1\ta\t_", 1, "3 columns instead of 10"),
      ("# x\n2\ta\t_\t_\t_\t_\t_\t_\t_\t_", 2, "word 2 where 1 was expected"),
      ("x\ta\t_\t_\t_\t_\t_\t_\t_\t_", 1, "'x' is not the number of a word"),
      ("1\t\t_\t_\t_\t_\t_\t_\t_\t_", 1, "no form"),
      (
        "99999999999999999999\ta\t_\t_\t_\t_\t_\t_\t_\t_", 1,
        "'99999999999999999999' is not the number of a word"
      ),
    ])
  func refuses(text: String, line: Int, detail: String) {
    #expect(throws: LinguisticsError.conllu(line: line, detail: detail)) {
      try CoNLLU.read(Array(text.utf8))
    }
  }

  @Test("bytes that are not UTF-8 are refused")
  func encoding() {
    #expect(throws: LinguisticsError.conllu(line: 2, detail: "not UTF-8")) {
      try CoNLLU.read([35, 10, 0xff, 0xfe])
    }
  }
}
