import Documents
import Testing

@testable import Linguistics

@Suite("AmountTagger")
struct AmountTaggerTests {
  /// The amounts of a text without trees, as `words=value unit cue`.
  private func amounts(_ text: String) -> [String] {
    let document = PlainText.document(text)
    let sentences = PlainText.untagged(document)
    return AmountTagger().tag(sentences: sentences, document: document).map {
      "\(document.string($0.bytes))=\($0.value) \($0.unit ?? "-") \($0.cue ?? "-")"
    }
  }

  @Test(
    "reads money",
    arguments: [
      ("It paid $4.2 billion.", "$4.2 billion=4200000000 USD -"),
      ("It paid about $900 million.", "about $900 million=900000000 USD about"),
      ("It paid £3m.", "£3m=3000000 GBP -"),
      ("It paid €1.2bn.", "€1.2bn=1200000000 EUR -"),
      ("It paid 30 million yuan.", "30 million yuan=30000000 CNY -"),
      ("It paid more than Rs 500 crore.", "more than Rs 500 crore=5000000000 INR more than"),
      ("It paid US$7,500.50.", "US$7,500.50=7500.5 USD -"),
      ("It paid C$20.", "C$20=20 CAD -"),
      ("It paid five million Swiss francs.", "five million Swiss francs=5000000 CHF -"),
      ("It paid 50 cents.", "50 cents=0.5 USD -"),
      ("It paid half a million dollars.", "half a million dollars=500000 USD -"),
    ])
  func money(text: String, amount: String) { #expect(amounts(text) == [amount]) }

  @Test(
    "reads percentages, quantities and ages",
    arguments: [
      ("It fell 12.5%.", "12.5%=12.5 percent -"),
      ("It fell by nearly ten percent.", "nearly ten percent=10 percent nearly"),
      ("It fell 3 percentage points.", "3 percentage points=3 percentage point -"),
      ("It has at least 200 square feet.", "at least 200 square feet=200 square foot at least"),
      ("It runs up to 40 km.", "up to 40 km=40 kilometre up to"),
      ("The 29-year-old left.", "29-year-old=29 year -"),
      ("She is 31 years old.", "31 years old=31 year -"),
    ])
  func quantities(text: String, amount: String) { #expect(amounts(text) == [amount]) }

  @Test("counts things by the tree, and leaves dates, names and bare figures")
  func counts() {
    let counted = ParsedText(
      """
      Thirty thirty NUM CD 3 nummod
      - - PUNCT HYPH 2 punct
      two two NUM CD 0 flat
      devices device NOUN NNS 4 nsubj
      work work VERB VBP -1 root
      """)
    let found = AmountTagger().tag(sentences: counted.sentences, document: counted.document)
    #expect(found.map(\.value) == ["32"])
    #expect(found.map(\.unit) == [nil])
    #expect(amounts("It took five years from Aug. 22, 2017 to May 5.") == [])
    #expect(amounts("(170822)") == [])
  }
}

@Suite("NumberReader")
struct NumberReaderTests {
  @Test(
    "reads figures and words",
    arguments: [
      ("7.5 billion", "7500000000"), ("1,200", "1200"), ("thirty - two", "32"),
      ("two hundred and five", "205"), ("three thousand four hundred", "3400"),
      ("a dozen", "12"), ("a million", "1000000"), ("half", "0.5"), ("2 1/2", "2.5"),
      ("twenty three", "23"), ("0.05", "0.05"), ("500 crore", "5000000000"),
    ])
  func numbers(text: String, value: String) {
    let words = text.split(separator: " ").map(String.init)
    let reading = NumberReader(words: words).number(at: 0)
    #expect(reading?.value.plain == value)
    #expect(reading?.end == words.count)
  }

  @Test(
    "refuses what is no number",
    arguments: ["and", "a", "house", "1,2,x", "12345678901234567890", ""])
  func refuses(word: String) { #expect(NumberReader(words: [word]).number(at: 0) == nil) }
}
