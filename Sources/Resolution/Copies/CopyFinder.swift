public import GraphModel

/// Finds documents that are copies of each other, exact or near: agency reports printed twice,
/// updates of one story.
///
/// Two documents are near copies if the sets of their runs of five words have a Jaccard index of at
/// least ``threshold``; runs that many documents share (boilerplate) do not count. Candidates come
/// from min-wise hashing in bands (Broder 1997; Indyk and Motwani 1998), which misses about 2 in
/// 1,000 pairs at the threshold; each is then measured exactly.
///
///     var finder = CopyFinder()
///     for document in documents { finder.add(document.id, text: document.text) }
///     finder.pairs()  // [(a, b, 0.83)]
public struct CopyFinder: Sendable {
  /// Two documents with at least this Jaccard index are copies.
  public static let threshold = 0.3
  /// A run of words in this many documents is boilerplate.
  static let boilerplate = 20
  /// How many words a run has.
  static let runLength = 5
  /// The bands of the signature, and the rows of each.
  private static let bands = 64
  private static let rows = 2
  /// With more runs than this in all, only a share of them is looked at, chosen by their hash.
  private static let runLimit = 20_000_000

  private var documents: [(id: DocumentID, runs: [UInt64])] = []
  private var total = 0
  /// Runs are kept if these bits of their hash are zero.
  private var mask: UInt64 = 0

  /// Creates a finder with no documents.
  public init() {}

  /// Adds a document, each once.
  ///
  /// O(*n*) in the bytes of its text, which is UTF-8.
  public mutating func add(_ id: DocumentID, text: [UInt8]) {
    var runs = Self.runs(text)
    if mask != 0 { runs.removeAll { $0 & mask != 0 } }
    documents.append((id, runs))
    total += runs.count
    guard total > Self.runLimit else { return }
    mask = mask << 1 | 1
    total = 0
    for i in documents.indices {
      documents[i].runs.removeAll { $0 & mask != 0 }
      total += documents[i].runs.count
    }
  }

  /// The pairs of copies with their Jaccard index, by identifier, the smaller one first.
  ///
  /// The order in which documents were added makes no difference. Near O(*n*) in the number of runs
  /// for few copies.
  public func pairs() -> [(first: DocumentID, second: DocumentID, jaccard: Double)] {
    let sorted = documents.sorted { $0.id < $1.id }
    let sets = Self.telling(sorted.map(\.runs))
    var result: [(first: DocumentID, second: DocumentID, jaccard: Double)] = []
    for candidate in Self.candidates(sets) {
      let (a, b) = (Int(candidate >> 32), Int(candidate & 0xFFFF_FFFF))
      let jaccard = Self.jaccard(sets[a], sets[b])
      if jaccard >= Self.threshold { result.append((sorted[a].id, sorted[b].id, jaccard)) }
    }
    return result
  }

  /// For each document that is a copy, the smallest identifier among its copies and theirs.
  public func groups() -> [DocumentID: DocumentID] {
    let pairs = self.pairs()
    let members = Set(pairs.flatMap { [$0.first, $0.second] }).sorted()
    var place: [DocumentID: Int] = [:]
    for (i, id) in members.enumerated() { place[id] = i }
    var sets = DisjointSets(count: members.count)
    for pair in pairs {
      if let a = place[pair.first], let b = place[pair.second] { sets.union(a, b) }
    }
    var result: [DocumentID: DocumentID] = [:]
    for (i, id) in members.enumerated() { result[id] = members[sets.find(i)] }
    return result
  }

  // MARK: Runs of words

  /// The hashes of a text's runs of words, sorted, each once.
  ///
  /// Words are runs of letters and digits; case does not count. A text of fewer words has one run.
  static func runs(_ text: [UInt8]) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64 = 0
    for byte in text {
      let lower = byte | 0x20
      let isWord = lower >= 0x61 && lower <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
      if isWord {
        if hash == 0 { hash = 0xCBF2_9CE4_8422_2325 }
        hash = (hash ^ UInt64(byte >= 0x41 && byte <= 0x5A ? lower : byte)) &* 0x100_0000_01B3
      } else if hash != 0 {
        words.append(hash)
        hash = 0
      }
    }
    if hash != 0 { words.append(hash) }
    guard !words.isEmpty else { return [] }
    var runs: [UInt64] = []
    for start in 0...max(0, words.count - runLength) {
      var run: UInt64 = 0
      for word in words[start..<min(start + runLength, words.count)] { run = mixed(run ^ word) }
      runs.append(run)
    }
    runs.sort()
    var kept = 0
    for run in runs where kept == 0 || runs[kept - 1] != run {
      runs[kept] = run
      kept += 1
    }
    runs.removeSubrange(kept...)
    return runs
  }

  /// The finaliser of splitmix64: every bit of the result depends on every bit of the input.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var x = value &+ 0x9E37_79B9_7F4A_7C15
    x = (x ^ (x >> 30)) &* 0xBF58_476D_1CE4_E5B9
    x = (x ^ (x >> 27)) &* 0x94D0_49BB_1331_11EB
    return x ^ (x >> 31)
  }

  /// The sets without the runs that many of them share.
  private static func telling(_ sets: [[UInt64]]) -> [[UInt64]] {
    guard sets.count >= boilerplate else { return sets }
    var all: [UInt64] = []
    all.reserveCapacity(sets.reduce(0) { $0 + $1.count })
    for set in sets { all += set }
    all.sort()
    var common: Set<UInt64> = []
    var start = 0
    while start < all.count {
      var end = start + 1
      while end < all.count, all[end] == all[start] { end += 1 }
      if end - start >= boilerplate { common.insert(all[start]) }
      start = end
    }
    return common.isEmpty ? sets : sets.map { $0.filter { !common.contains($0) } }
  }

  // MARK: Candidates

  /// Pairs of sets that share a band of their signatures, as one number each, sorted.
  private static func candidates(_ sets: [[UInt64]]) -> [UInt64] {
    var buckets: [(key: UInt64, document: UInt32)] = []
    var result: Set<UInt64> = []
    for band in 0..<bands {
      buckets.removeAll(keepingCapacity: true)
      for (d, set) in sets.enumerated() where !set.isEmpty {
        var key: UInt64 = 0
        for row in 0..<rows {
          let seed = mixed(UInt64(band * rows + row))
          var least = UInt64.max
          for run in set { least = min(least, (run ^ seed) &* 0x9E37_79B9_7F4A_7C15) }
          key = mixed(key ^ least)
        }
        buckets.append((key, UInt32(d)))
      }
      buckets.sort { ($0.key, $0.document) < ($1.key, $1.document) }
      var start = 0
      while start < buckets.count {
        var end = start + 1
        while end < buckets.count, buckets[end].key == buckets[start].key { end += 1 }
        // The first of many equal documents stands for them all: its copies are theirs.
        for i in start..<end {
          for j in (i + 1)..<max(i + 1, min(end, i + 1 + bucketLimit)) {
            result.insert(UInt64(buckets[i].document) << 32 | UInt64(buckets[j].document))
          }
        }
        start = end
      }
    }
    return result.sorted()
  }

  /// In a bucket, a document is compared with this many that follow it: long chains stay linked.
  private static let bucketLimit = 50

  /// The Jaccard index of two sorted sets.
  private static func jaccard(_ a: [UInt64], _ b: [UInt64]) -> Double {
    let both = a.sharedCount(with: b)
    let either = a.count + b.count - both
    return either == 0 ? 1 : Double(both) / Double(either)
  }
}
