internal import CResources

/// Well-known organizations (`schema/organizations.txt`), which a small network cannot all have met: the words of
/// one count as evidence for a name of its kind, beside what the sentence tells.
struct KnownOrganizations: Sendable {
  /// Those of the list that is part of the program.
  static let embedded: KnownOrganizations = {
    let file = cresources_organizations()
    return KnownOrganizations(UnsafeBufferPointer(start: file.start, count: file.count))
  }()

  /// What being listed adds to the score of an organization, in natural logarithms of odds: the list is of names that
  /// are hardly ever anything else, so only a sentence that is all but certain speaks against it.
  private static let weight: Float = 9

  /// The names without their spaces, since texts differ in how they cut words: "al-Qaeda", "al - Qaeda".
  private var names: Set<String> = []
  /// The first words of the names, up to a mark inside them.
  private var starts: Set<Substring> = []
  /// The length of the longest name in bytes.
  private var longest = 0

  /// Reads a list: a name a line; lines that begin with `#` tell about the list.
  ///
  /// O(*n*) in bytes.
  init(_ bytes: some Collection<UInt8>) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let text = String(decoding: line, as: UTF8.self)
      let name = text.filter { $0 != " " }
      names.insert(name)
      starts.insert(Self.start(of: text))
      longest = max(longest, name.utf8.count)
    }
  }

  /// The names among words, the longest first where some begin together; none share a word.
  ///
  /// O(*n*) in words.
  func occurrences(in words: ArraySlice<String>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = words.startIndex
    while index < words.endIndex {
      let end = end(from: index, in: words)
      if let end { found.append(index..<end) }
      index = end ?? index + 1
    }
    return found
  }

  /// Raises the scores of an organization's tags for the words of listed names.
  ///
  /// `scores` holds the score of each of `tags` for each word; words are rows of `stride` floats.
  func favour(
    _ words: ArraySlice<String>, _ scores: UnsafeMutablePointer<Float>, tags: [NameTag], stride: Int
  ) {
    let begin = tags.firstIndex(of: .begin(.organization))
    let inside = tags.firstIndex(of: .inside(.organization))
    guard let begin, let inside else { return }
    for name in occurrences(in: words) {
      // Its first word may go on a longer name: "Israeli Supreme Court".
      scores[(name.lowerBound - words.startIndex) * stride + begin] += Self.weight
      for word in name { scores[(word - words.startIndex) * stride + inside] += Self.weight }
    }
  }

  private func end(from start: Int, in words: ArraySlice<String>) -> Int? {
    guard starts.contains(Self.start(of: words[start])) else { return nil }
    var name = ""
    var end: Int?
    for index in words[start...].indices {
      name += words[index]
      guard name.utf8.count <= longest else { break }
      if names.contains(name) { end = index + 1 }
    }
    return end
  }

  /// A text's letters and digits before any other sign of ASCII.
  private static func start(of text: String) -> Substring {
    Substring(
      text.utf8.prefix {
        (0x61...0x7a).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 >= 0x80
      })
  }
}
