import Extraction
import GraphModel

extension RecordWriter {
  private mutating func put<Case: CaseIterable & Equatable>(case value: Case) {
    var number = 0
    for other in Case.allCases {
      if other == value { break }
      number += 1
    }
    put(number)
  }

  /// Adds a mention.
  mutating func put(_ mention: Mention) {
    put(mention.sentence)
    put(mention.span)
    put(mention.text)
    put(mention.core)
    put(mention.headLemma)
    put(case: mention.kind)
    put(mention.type)
    put(case: mention.number)
    put(case: mention.gender)
    put(mention.isDefinite ? 1 : 0)
    put(mention.chain < 0 ? nil : mention.chain)
  }

  /// Adds a claim.
  mutating func put(_ claim: Claim) {
    put(claim.sentence)
    put(claim.quote)
    put(claim.quoteText)
    put(claim.subject)
    put(claim.predicate.id)
    put(claim.predicate.label)
    put(claim.predicateText)
    put(claim.object == nil ? 0 : 1)
    if let object = claim.object { put(object) }
    put(case: claim.polarity)
    put(case: claim.certainty)
    put(claim.cue)
    put(claim.speaker)
    put(claim.time == nil ? 0 : 1)
    if let time = claim.time {
      put(time.start)
      put(time.end)
      put(time.text)
    }
    put(claim.details.count)
    for detail in claim.details {
      put(detail.role)
      put(detail.participant)
      put(detail.text)
    }
    put(claim.confidence)
    put(claim.rule)
  }

  private mutating func put(_ participant: Participant) {
    switch participant {
    case .mention(let index):
      put(0)
      put(index)
    case .value(let literal, let span):
      put(1)
      put(literal.value)
      put(literal.datatype.value)
      put(literal.unit)
      put(literal.text)
      put(literal.cue)
      put(span)
    }
  }
}

extension RecordReader {
  /// Reads a mention.
  mutating func mention() throws(RecordError) -> Mention {
    Mention(
      sentence: try number(), span: try span(), text: try text(), core: try text(),
      headLemma: try text(), kind: try one(of: Mention.Kind.self), type: try optionalText(),
      number: try one(of: Mention.Number.self), gender: try one(of: Mention.Gender.self),
      isDefinite: try flag(), chain: try optionalNumber(below: Int.max) ?? -1)
  }

  /// Reads a claim whose participants are among so many mentions.
  mutating func claim(mentions: Int) throws(RecordError) -> Claim {
    let sentence = try number()
    let quote = try span()
    let quoteText = try text()
    let subject = try number(below: mentions)
    let predicate = Predicate(id: try text(), label: try text())
    let predicateText = try text()
    let object = try flag() ? try participant(mentions: mentions) : nil
    let polarity = try one(of: Polarity.self)
    let certainty = try one(of: Certainty.self)
    let cue = try optionalText()
    let speaker = try optionalNumber(below: mentions)
    let time =
      try flag()
      ? StatementTime(start: try optionalText(), end: try optionalText(), text: try text()) : nil
    var details: [Claim.Detail] = []
    for _ in 0..<(try count()) {
      details.append(
        Claim.Detail(
          role: try text(), participant: try participant(mentions: mentions), text: try text()))
    }
    return Claim(
      sentence: sentence, quote: quote, quoteText: quoteText, subject: subject,
      predicate: predicate, predicateText: predicateText, object: object, polarity: polarity,
      certainty: certainty, cue: cue, speaker: speaker, time: time, details: details,
      confidence: try fraction(), rule: try text())
  }

  private mutating func participant(mentions: Int) throws(RecordError) -> Participant {
    guard try flag() else { return .mention(try number(below: mentions)) }
    let literal = Literal(
      value: try text(), datatype: IRI(try text()), unit: try optionalText(), text: try text(),
      cue: try optionalText())
    return .value(literal, span: try span())
  }
}

extension RecordWriter {
  /// Adds what a document begins with.
  mutating func put(_ lead: Lead) {
    for words in [lead.words, lead.headline] {
      put(words.count)
      for word in words { put(word) }
    }
    put(lead.roles.count)
    for roles in lead.roles {
      put(roles.count)
      for role in roles {
        put(role.verb)
        put(role.part)
      }
    }
  }
}

extension RecordReader {
  /// Reads what a document with so many mentions begins with.
  mutating func lead(mentions: Int) throws(RecordError) -> Lead {
    let words = try texts()
    let headline = try texts()
    let count = try count()
    guard count <= mentions else { throw .damaged }
    var roles: [[EventRole]] = []
    for _ in 0..<count {
      var own: [EventRole] = []
      for _ in 0..<(try self.count()) {
        own.append(EventRole(verb: try text(), part: try text()))
      }
      roles.append(own)
    }
    return Lead(words: words, headline: headline, roles: roles)
  }

  private mutating func texts() throws(RecordError) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    return texts
  }
}

extension RecordWriter {
  /// Adds the passages of a page.
  mutating func put(_ page: PagePassages) {
    put(bits: page.folder)
    put(page.passages.count)
    for passage in page.passages {
      put(bits: passage.hash)
      put(passage.sentences.lowerBound)
      put(passage.sentences.count)
    }
  }
}

extension RecordReader {
  /// Reads the passages of a page.
  mutating func page() throws(RecordError) -> PagePassages {
    let folder = try bits()
    var passages: [PagePassages.Passage] = []
    for _ in 0..<(try count()) {
      let hash = try bits()
      let first = try number()
      let (end, overflow) = first.addingReportingOverflow(try number())
      guard !overflow else { throw .damaged }
      passages.append(PagePassages.Passage(hash: hash, sentences: first..<end))
    }
    return PagePassages(folder: folder, passages: passages)
  }
}
