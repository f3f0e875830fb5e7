import TestSupport
import Testing

@testable import Linguistics

@Suite("Tokenizer")
struct TokenizerTests {
  @Test(
    "takes words apart as UD English EWT does",
    arguments: [
      ("They don't, won't and can't.", "They do n't , wo n't and ca n't ."),
      ("She cannot say it’s Ann’s.", "She can not say it ’s Ann ’s ."),
      ("I'd say they've won; we'll see", "I 'd say they 've won ; we 'll see"),
      ("the firms' boards", "the firms ' boards"),
      ("a well-known co-founder", "a well - known co-founder"),
      ("the 31-year-old ex-banker", "the 31 - year - old ex-banker"),
      ("the U.S.-led talks", "the U.S. - led talks"),
      ("O'Neill of AT&T", "O'Neill of AT&T"),
      ("and/or", "and / or"),
      ("e-mail ann.lee@mail.example.org.", "e-mail ann.lee@mail.example.org ."),
      ("See https://example.org/a-b?c=1.", "See https://example.org/a-b?c=1 ."),
      ("Nothing... or -- well -- this…", "Nothing ... or -- well -- this …"),
      ("“No,” he said (twice)", "“ No , ” he said ( twice )"),
      ("What?! No!!!", "What ?! No !!!"),
    ])
  func words(text: String, tokens: String) { #expect(PlainText.line(text) == tokens) }

  @Test(
    "takes numbers apart from signs and units",
    arguments: [
      ("$4.2 billion", "$ 4.2 billion"),
      ("US$30m and C$5", "US$ 30 m and C$ 5"),
      ("€1.2bn, £3m", "€ 1.2 bn , £ 3 m"),
      ("about 12.5% of 1,200", "about 12.5 % of 1,200"),
      ("at 7:30pm on 3/4/2019", "at 7:30 pm on 3/4/2019"),
      ("the 1980s, the 21st", "the 1980s , the 21st"),
      ("in 1998-2001", "in 1998 - 2001"),
      ("on 2019-10-08", "on 2019-10-08"),
      ("call 713-555-0199", "call 713-555-0199"),
      ("No. 7 of No. 10.", "No. 7 of No. 10 ."),
    ])
  func numbers(text: String, tokens: String) { #expect(PlainText.line(text) == tokens) }

  @Test(
    "keeps the stop of abbreviations and initials",
    arguments: [
      ("Mr. J. R. Ford of Ford Ltd. came.", "Mr. J. R. Ford of Ford Ltd. came ."),
      ("It ended Aug. 22, 2017.", "It ended Aug. 22 , 2017 ."),
      ("the Commerce Dept. said no.", "the Commerce Dept. said no ."),
      ("at 9 a.m. in the U.S. capital", "at 9 a.m. in the U.S. capital"),
      ("Smith et al. found", "Smith et al. found"),
      ("so did I. Then", "so did I . Then"),
    ])
  func abbreviations(text: String, tokens: String) { #expect(PlainText.line(text) == tokens) }

  @Test("leaves text that was tokenised before as it is")
  func pretokenised() {
    let line = "They ca n't say `` no '' , -LRB- Ann 's cousin -RRB- said ."
    #expect(PlainText.line(line) == line)
  }

  @Test("cuts runs without spaces, never inside a character")
  func longRuns() {
    let run = String(repeating: "é", count: 1000)
    let tokens = PlainText.line(run).split(separator: " ")
    #expect(tokens.count > 1)
    #expect(tokens.joined() == run)
  }

  @Test("takes any bytes")
  func junk() {
    var random = Xorshift(seed: 7)
    let bytes = (0..<20_000).map { _ in UInt8(random.next(below: 256)) }
    let sentence = SentenceSplitter().line(0..<bytes.count, of: bytes)
    var end = 0
    for token in sentence?.tokens ?? [] {
      #expect(token.lowerBound >= end && !token.isEmpty)
      end = token.upperBound
    }
    #expect(end <= bytes.count && end > 0)
  }
}
