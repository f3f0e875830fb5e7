import GraphModel

/// The full-text index: for each word the sentences that have it, and where in them.
///
/// Sentences are numbered through all documents, these in the order of their identifiers.
struct WordIndex {
  private var words = ByteInterner()
  private var postings: [Postings] = []
  private var documents: [(id: DocumentID, first: UInt32)] = []
  /// How many sentences it holds.
  private(set) var sentenceCount = 0
  /// How many words they have together.
  private(set) var wordCount = 0

  private struct Postings {
    var bytes = ByteWriter()
    var count = 0
    var last = 0
  }

  /// Adds a document's sentences; documents must come in the order of their identifiers' bytes.
  mutating func add(
    _ id: DocumentID, text: UnsafeRawBufferPointer, sentences: [Range<Int>]
  ) {
    guard !sentences.isEmpty else { return }
    documents.append((id, UInt32(sentenceCount)))
    var places: [Int: [Int]] = [:]
    for sentence in sentences {
      places.removeAll(keepingCapacity: true)
      var length = 0
      WordScanner.scan(UnsafeRawBufferPointer(rebasing: text[sentence])) { word, _ in
        places[words.intern(word), default: []].append(length)
        length += 1
      }
      while postings.count < words.count { postings.append(Postings()) }
      for (word, places) in places { add(word, places, length: length) }
      sentenceCount += 1
      wordCount += length
    }
  }

  /// Appends a sentence to the postings of a word; no order among words is implied.
  private mutating func add(_ word: Int, _ places: [Int], length: Int) {
    postings[word].bytes.number(sentenceCount - postings[word].last)
    postings[word].bytes.number(length)
    postings[word].bytes.number(places.count)
    var previous = 0
    for place in places {
      postings[word].bytes.number(place - previous)
      previous = place
    }
    postings[word].last = sentenceCount
    postings[word].count += 1
  }

  /// Emits `words` (word → postings) and `sentenceDocuments` (first sentence → document).
  func emit(_ emit: DerivedGraph.Emit) throws(StoreError) {
    var value = ByteWriter()
    for word in words.sorted() {
      value.reset()
      value.number(postings[word].count)
      value.raw(postings[word].bytes.bytes)
      value.seal()
      try emit(.words, Array(words[word]), value.bytes)
    }
    for (id, first) in documents {
      value.reset()
      value.document(id)
      value.seal()
      try emit(.sentenceDocuments, DerivedGraph.key(first), value.bytes)
    }
  }
}

/// One sentence in the postings of a word.
struct Posting {
  /// The number of the sentence.
  var sentence: UInt32
  /// How many words the sentence has.
  var length: Int
  /// Where the word stands, in words from the start of the sentence.
  var places: [Int]
}

extension ByteReader {
  /// Reads the postings of a word.
  mutating func postings() throws(EncodingFault) -> [Posting] {
    var result: [Posting] = []
    let total = try count()
    result.reserveCapacity(total)
    var sentence: UInt32 = 0
    for _ in 0..<total {
      let (next, overflow) = sentence.addingReportingOverflow(try number32())
      guard !overflow else { throw .number }
      sentence = next
      let length = try number()
      var places: [Int] = []
      var place = 0
      for _ in 0..<(try count()) {
        place &+= try number()
        places.append(place)
      }
      result.append(Posting(sentence: sentence, length: length, places: places))
    }
    return result
  }
}
