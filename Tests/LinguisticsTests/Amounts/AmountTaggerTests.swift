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
      let value = $0.value + ($0.upper.map { "–\($0)" } ?? "")
      return "\(document.string($0.bytes))=\(value) \($0.unit ?? "-") \($0.cue ?? "-")"
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
      ("She died aged 31.", "31=31 year -"),
      ("She left at the age of 31.", "31=31 year -"),
      ("It was 30 degrees Celsius.", "30 degrees Celsius=30 degree Celsius -"),
      ("It ran at 90 km/h.", "90 km/h=90 kilometre per hour -"),
      ("It weighs 250g.", "250g=250 gram -"),
      ("It won the 400 m hurdles.", "400 m=400 metre -"),
      ("It has 16 GB of memory.", "16 GB=16 gigabyte -"),
      ("It cost 40 kronor.", "40 kronor=40 SEK -"),
      ("It lost 50 or more acres.", "50 or more acres=50 acre or more"),
    ])
  func quantities(text: String, amount: String) { #expect(amounts(text) == [amount]) }

  @Test(
    "reads ranges, with the unit and scale that stand once for both",
    arguments: [
      (
        "It paid between $2 million and $3 million.",
        "between $2 million and $3 million=2000000–3000000 USD between"
      ),
      ("It paid $2 to $3 billion.", "$2 to $3 billion=2000000000–3000000000 USD -"),
      (
        "It paid about 10-15 million euros.",
        "about 10-15 million euros=10000000–15000000 EUR about"
      ),
      ("It fell 10 to 15 percent.", "10 to 15 percent=10–15 percent -"),
      ("It fell 2.5–3%.", "2.5–3%=2.5–3 percent -"),
      ("It runs five to seven miles.", "five to seven miles=5–7 mile -"),
    ])
  func ranges(text: String, amount: String) { #expect(amounts(text) == [amount]) }

  @Test("takes no change and no score for a range")
  func changes() {
    #expect(
      amounts("It rose from 10 percent to 15 percent.") == [
        "10 percent=10 percent -", "15 percent=15 percent -",
      ])
    #expect(amounts("It won 2-1.") == [])
  }

  @Test("ranks things by the tree, but no parts of dates")
  func ordinals() {
    let ranked = ParsedText(
      """
      Its its PRON PRP$ 2 nmod:poss
      21st 21st ADJ JJ 2 amod
      branch branch NOUN NN 3 nsubj
      opened open VERB VBD -1 root
      in in ADP IN 7 case
      the the DET DT 7 det
      third third ADJ JJ 7 amod
      quarter quarter NOUN NN 3 obl
      """)
    let times = TimeTagger().tag(sentences: ranked.sentences, document: ranked.document)
    let found = AmountTagger().tag(
      sentences: ranked.sentences, document: ranked.document, times: times)
    #expect(found.map(\.value) == ["21"])
    #expect(found.map(\.unit) == [AmountExpression.ordinal])
  }

  @Test("knows the age behind a person's name")
  func age() {
    let text = ParsedText(
      """
      Mara Mara PROPN NNP 5 nsubj B-Person
      Voss Voss PROPN NNP 0 flat I-Person
      , , PUNCT , 3 punct
      45 45 NUM CD 0 appos
      , , PUNCT , 3 punct
      left leave VERB VBD -1 root
      """)
    let found = AmountTagger().tag(sentences: text.sentences, document: text.document)
    #expect(found.map(\.value) == ["45"])
    #expect(found.map(\.unit) == ["year"])
  }

  @Test(
    "takes letters after a number for units only where they are written so",
    arguments: ["It has a 3G network.", "It has 5G.", "It uses 4G phones."])
  func letters(text: String) {
    #expect(!amounts(text).contains { $0.contains("gram") || $0.contains("metre") })
  }

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
