import Documents
import Testing

@testable import Linguistics

@Suite("SentenceSplitter")
struct SentenceSplitterTests {
  @Test("ends sentences at stops and not after abbreviations")
  func stops() {
    #expect(
      PlainText.sentences(
        "Mr. Ford left Acme Corp. in May. He now works in the U.S. The firm regrets it! Why?"
      ) == [
        "Mr. Ford left Acme Corp. in May .", "He now works in the U.S.", "The firm regrets it !",
        "Why ?",
      ])
  }

  @Test("a closing quote or bracket stays with its sentence")
  func closers() {
    #expect(
      PlainText.sentences("“We won.” They cheered. (It was late.) \"Good.\" \"Yes.\"") == [
        "“ We won . ”", "They cheered .", "( It was late . )", "\" Good . \"", "\" Yes . \"",
      ])
    #expect(
      PlainText.sentences("\"Stop!\" Ford said. \"Why?\" she asked.") == [
        "\" Stop ! \" Ford said .", "\" Why ? \" she asked .",
      ])
  }

  @Test(
    "datelines, codes and credits are sentences of their own",
    arguments: [
      (
        "(180301) -- LYON, March 1, 2018 (Agence) -- A man waits.",
        ["( 180301 ) -- LYON , March 1 , 2018 ( Agence ) --", "A man waits ."]
      ),
      ("LONDON (Wire) - The bank fell.", ["LONDON ( Wire ) -", "The bank fell ."]),
      ("NEW YORK, June 3 — Oil rose.", ["NEW YORK , June 3 —", "Oil rose ."]),
      ("REGIONAL - A founder spoke.", ["REGIONAL -", "A founder spoke ."]),
      (
        "Trains run. (Agence/Li Na)(zz) Riders smile.",
        ["Trains run .", "( Agence / Li Na )", "( zz )", "Riders smile ."]
      ),
      ("Oil - the black sort - rose.", ["Oil - the black sort - rose ."]),
      ("IBM - Apple talks fail.", ["IBM -", "Apple talks fail ."]),
    ])
  func leads(text: String, sentences: [String]) {
    #expect(PlainText.sentences(text) == sentences)
  }

  @Test("never crosses the border of a block, and headers give nothing")
  func blocks() {
    #expect(PlainText.sentences("Oil rises\n\nThe price rose") == ["Oil rises", "The price rose"])
    let header = PlainText.document("By Ann Lee", kind: .header)
    #expect(SentenceSplitter().split(header).isEmpty)
    #expect(SentenceSplitter().split(PlainText.document("")).isEmpty)
  }

  @Test("numbers of list items and bullets do not end a sentence")
  func lists() {
    #expect(PlainText.sentences("1. Buy bread.") == ["1 . Buy bread ."])
    #expect(PlainText.sentences("• Bread • Milk") == ["Bread", "Milk"])
  }

  @Test("cuts sentences that are too long")
  func long() {
    let text = String(repeating: "one two; ", count: 200)
    let sentences = PlainText.sentences(text)
    #expect(sentences.count == 4)
    #expect(sentences.allSatisfy { $0.hasSuffix(";") })
  }
}
