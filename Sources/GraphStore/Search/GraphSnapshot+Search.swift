import Glibc
import GraphModel

extension GraphSnapshot {
  /// Sentences that have all the words and quoted phrases of a text, the best first.
  ///
  /// Words are compared without case and accents; the last one may be the beginning of a longer
  /// one. Ranked by BM25 over sentences (Robertson and Zaragoza, "The Probabilistic Relevance
  /// Framework", 2009) with k1 = 1.2 and b = 0.75; equal scores come by document identifier and
  /// place.
  ///
  ///     try snapshot.searchSentences("\"trade secrets\" hua", limit: 10)
  ///
  /// - Complexity: O(*m* log *m*) in the number of places where the words stand.
  public func searchSentences(
    _ text: String, limit: Int
  ) throws(StoreError) -> [SentenceMatch] {
    let query = SearchQuery(text)
    guard limit > 0 else { return [] }
    var result: [SentenceMatch] = []
    for (sentence, score) in try rankedSentences(query).prefix(limit) {
      result.append(try reader.match(sentence, score: score, query))
    }
    return result
  }

  /// The numbers of the sentences that have all parts of a query, the best first.
  func rankedSentences(
    _ query: SearchQuery
  ) throws(StoreError) -> [(sentence: UInt32, score: Double)] {
    guard !query.parts.isEmpty else { return [] }
    let counts = try reader.graphCounts()
    guard counts.sentences > 0 else { return [] }
    let mean = max(1, Double(counts.words) / Double(counts.sentences))
    var scores: [UInt32: Double]?
    for part in query.parts {
      let hits = try reader.hits(part)
      let rarity = log(
        1 + (Double(counts.sentences) - Double(hits.count) + 0.5) / (Double(hits.count) + 0.5))
      var next: [UInt32: Double] = [:]
      for hit in hits {
        guard let before = scores == nil ? 0 : scores?[hit.sentence] else { continue }
        let frequency = Double(hit.places.count)
        let norm = 1.2 * (0.25 + 0.75 * Double(hit.length) / mean)
        next[hit.sentence] = before + rarity * frequency * 2.2 / (frequency + norm)
      }
      scores = next
      if next.isEmpty { return [] }
    }
    return (scores ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { ($0.key, $0.value) }
  }
}

extension TableReader {
  /// The sentences that have a part of a query, and where it starts in them.
  fileprivate func hits(_ part: SearchQuery.Part) throws(StoreError) -> [Posting] {
    var hits: [Posting]?
    for (offset, word) in part.words.enumerated() {
      let isPrefix = part.isPrefix && offset == part.words.count - 1
      let postings = try postings(of: word, orLonger: isPrefix)
      hits = hits.map { Self.following($0, postings, offset: offset) } ?? postings
    }
    return hits ?? []
  }

  /// The sentences of `first` in which a place is followed, `offset` words on, by one of `second`.
  private static func following(
    _ first: [Posting], _ second: [Posting], offset: Int
  ) -> [Posting] {
    var result: [Posting] = []
    var place = 0
    for var hit in first {
      while place < second.count, second[place].sentence < hit.sentence { place += 1 }
      guard place < second.count else { break }
      guard second[place].sentence == hit.sentence else { continue }
      let others = Set(second[place].places)
      hit.places.removeAll { !others.contains($0 + offset) }
      if !hit.places.isEmpty { result.append(hit) }
    }
    return result
  }

  private func postings(of word: [UInt8], orLonger: Bool) throws(StoreError) -> [Posting] {
    let cursor = try cursor(.words)
    var lists: [[Posting]] = []
    var entry = try cursor.atOrAfter(word)
    while let found = entry, found.key.starts(with: word) {
      if found.key.count == word.count || orLonger {
        lists.append(
          try decode(.words, found.value) { reader throws(EncodingFault) in
            try reader.postings()
          })
      }
      guard orLonger else { break }
      entry = try cursor.next()
    }
    guard lists.count > 1 else { return lists.first ?? [] }
    var united: [UInt32: Posting] = [:]
    for posting in lists.joined() {
      if united[posting.sentence] != nil {
        united[posting.sentence]?.places += posting.places
      } else {
        united[posting.sentence] = posting
      }
    }
    return united.values.sorted { $0.sentence < $1.sentence }
  }

  /// The document of a sentence, and the sentence's number in it.
  func place(
    ofSentence number: UInt32
  ) throws(StoreError) -> (document: DocumentID, sentence: Int) {
    let cursor = try cursor(.sentenceDocuments)
    guard let entry = try cursor.atOrBefore(DerivedGraph.key(number)) else {
      throw damaged(.sentenceDocuments, "sentence \(number) has no document")
    }
    let document = try decode(.sentenceDocuments, entry.value) { reader throws(EncodingFault) in
      try reader.document()
    }
    var key = ByteReader(entry.key)
    guard let first = try? key.bigEndian() else {
      throw damaged(.sentenceDocuments, "sentence \(number) is missing")
    }
    return (document, Int(number - first))
  }

  /// The sentence with a number, and where the words of the query stand in it.
  fileprivate func match(
    _ number: UInt32, score: Double, _ query: SearchQuery
  ) throws(StoreError) -> SentenceMatch {
    let (document, place) = try place(ofSentence: number)
    guard let sentences = try sentences(document), let text = try textView(document),
      place < sentences.count
    else { throw damaged(.sentenceDocuments, "sentence \(number) is missing") }
    let bytes = sentences[place]
    let sentence = UnsafeRawBufferPointer(rebasing: text[bytes])
    return SentenceMatch(
      document: document, sentence: place, bytes: bytes,
      text: String(decoding: sentence, as: UTF8.self),
      words: query.places(in: sentence), score: score)
  }
}

extension SearchQuery {
  /// Where the words of the parts stand in a sentence, in bytes.
  fileprivate func places(in sentence: UnsafeRawBufferPointer) -> [Range<Int>] {
    var words: [(word: [UInt8], range: Range<Int>)] = []
    WordScanner.scan(sentence) { words.append((Array($0), $1)) }
    var marked: Set<Int> = []
    for part in parts {
      for start in words.indices where start + part.words.count <= words.count {
        let fits = part.words.enumerated().allSatisfy { offset, wanted in
          let word = words[start + offset].word
          let goesOn = part.isPrefix && offset == part.words.count - 1
          return goesOn ? word.starts(with: wanted) : word == wanted
        }
        if fits { marked.formUnion(start..<start + part.words.count) }
      }
    }
    return marked.sorted().map { words[$0].range }
  }
}
