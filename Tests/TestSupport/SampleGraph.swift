public import GraphModel

extension Samples {
  /// The text of the first document of ``graph``.
  public static let ferryText = """
    Harbour Lines bought the Heron for about $2.5 million last year.
    A person close to the talks said “Harbour Lines” may sell it.
    Harbour Lines did not "buy"
    the Gull.\u{1} It raised $7.5 million; the Heron dates from 1998 – 😀.
    """

  /// The text of the second document of ``graph``.
  public static let letterText = "The Heron was bought by Harbour Lines, Inc., =1+1 says."

  /// Documents, entities and statements with everything that is hard to write out.
  ///
  /// There are a denied statement, a possible one with an unnamed speaker, an amount of money and
  /// a year as objects, a qualifier, a time, two pieces of evidence for one statement, curly and
  /// straight quotes, a line end, a control character, an emoji, and names that mean something
  /// in XML and in spreadsheets.
  public static let graph = makeGraph()

  private static let lines = EntityID("e:harbour-lines-1a2b3c")
  private static let heron = EntityID("e:heron-4d5e6f")
  private static let gull = EntityID("e:gull-sons-777777")
  private static let person = EntityID("e:person-close-to-talks-888888")

  private static func makeGraph() -> StatementGraph {
    let hash = String(repeating: "0f", count: 32)
    let documents = [
      SourceDocument(
        name: "press/ferry.txt", title: "The “Heron” & others", date: "2021-03-04", language: "en",
        contentHash: hash, sentenceCount: 5),
      SourceDocument(
        name: "letter.txt", title: nil, date: nil, language: "en", contentHash: hash,
        sentenceCount: 1),
    ]
    let entities = [
      Entity(
        id: lines, label: "Harbour Lines, Inc.", types: ["Company", "Organization"],
        aliases: ["Harbour Lines"], isNamed: true),
      Entity(id: heron, label: "Heron", types: ["Thing"], isNamed: true),
      Entity(id: gull, label: "=Gull & Sons <Łódź>", types: ["Thing"], isNamed: true),
      Entity(
        id: person, label: "a person close to the talks", types: ["UnnamedSource"], isNamed: false),
    ]
    return StatementGraph(
      documents: documents, entities: entities,
      statements: [bought, sale, denied, raised, built].compactMap { $0 })
  }

  private static var bought: Statement? {
    let amount = Literal(
      value: "2500000", datatype: XSD.decimal, unit: "USD", text: "about $2.5 million",
      cue: "about")
    let content = Statement.Content(
      subject: lines, predicate: Predicate(relation: "acquired", label: "acquired"),
      object: .entity(heron), time: StatementTime(start: "2020", end: "2020", text: "last year"),
      qualifiers: [Qualifier(role: "amount", value: .literal(amount), text: "about $2.5 million")])
    guard
      let first = place(
        "Harbour Lines bought the Heron for about $2.5 million last year.", sentence: 0,
        subject: "Harbour Lines", object: "the Heron", predicate: "bought", rule: "deal/buy"),
      let second = place(
        letterText, in: letterText, of: "letter.txt", sentence: 0, subject: "Harbour Lines, Inc.",
        object: "The Heron", predicate: "was bought by", rule: "deal/bought-by")
    else { return nil }
    return Statement(content, confidence: 0.912_345, from: first, [second])
  }

  private static var sale: Statement? {
    let content = Statement.Content(
      subject: lines, predicate: Predicate(open: "sell"), object: .entity(heron),
      certainty: .possible, speaker: person)
    return place(
      "A person close to the talks said “Harbour Lines” may sell it.", sentence: 1,
      subject: "Harbour Lines", object: "it", predicate: "may sell", rule: "clause/verb"
    ).map { Statement(content, confidence: 0.5, from: $0) }
  }

  private static var denied: Statement? {
    let content = Statement.Content(
      subject: lines, predicate: Predicate(open: "buy"), object: .entity(gull),
      polarity: .negative)
    return place(
      "Harbour Lines did not \"buy\"\nthe Gull.\u{1}", sentence: 2, subject: "Harbour Lines",
      object: "the Gull", predicate: "did not \"buy\"", rule: "clause/verb"
    ).map { Statement(content, confidence: 0.75, from: $0) }
  }

  private static var raised: Statement? {
    let amount = Literal(
      value: "7500000", datatype: XSD.decimal, unit: "USD", text: "$7.5 million")
    let content = Statement.Content(
      subject: lines, predicate: Predicate(relation: "raised", label: "raised"),
      object: .literal(amount))
    return place(
      "It raised $7.5 million;", sentence: 3, subject: "It", object: "$7.5 million",
      predicate: "raised", rule: "invest/raise"
    ).map { Statement(content, confidence: 1, from: $0) }
  }

  private static var built: Statement? {
    let year = Literal(value: "1998", datatype: XSD.gYear, text: "1998")
    let content = Statement.Content(
      subject: heron, predicate: Predicate(open: "date from"), object: .literal(year))
    return place(
      "the Heron dates from 1998 – 😀.", sentence: 4, subject: "the Heron", object: "1998",
      predicate: "dates from", rule: "clause/prep"
    ).map { Statement(content, confidence: 0.66, from: $0) }
  }

  /// Evidence whose offsets are found by searching the text.
  private static func place(
    _ quote: String, in text: String = ferryText, of document: String = "press/ferry.txt",
    sentence: Int, subject: String, object: String, predicate: String, rule: String
  ) -> Evidence? {
    guard let start = offset(of: quote, in: text),
      let span = TextSpan(start..<start + quote.unicodeScalars.count)
    else { return nil }
    func mention(_ words: String) -> MentionText? {
      guard let place = offset(of: words, in: quote),
        let span = TextSpan(start + place..<start + place + words.unicodeScalars.count)
      else { return nil }
      return MentionText(text: words, span: span)
    }
    return Evidence(
      document: DocumentID(name: document), sentence: sentence, span: span, quote: quote,
      rule: rule, subject: mention(subject), object: mention(object), predicateText: predicate)
  }

  /// The place of some words in a text, in code points.
  private static func offset(of words: String, in text: String) -> Int? {
    let words = Array(words.unicodeScalars)
    let text = Array(text.unicodeScalars)
    guard words.count <= text.count else { return nil }
    return (0...text.count - words.count).first { text[$0...].starts(with: words) }
  }
}
