import GraphModel

/// The passages that many pages of a folder share: calls, notices and boxes that a site puts around
/// each of its texts.
///
/// A passage is shared if at least ``leastPages`` pages of the folder have it, and one in
/// ``pagesForEach``. Pages that are copies of each other count as one, so that a text which was saved
/// often stays a text. A function of the pages alone: their order makes no difference.
struct SharedPassages {
  /// A passage in fewer pages than this is none.
  static let leastPages = 5
  /// A passage in less than one of so many pages of the folder is none.
  static let pagesForEach = 10

  private struct Key: Hashable {
    let folder: UInt64
    let hash: UInt64
  }

  private var shared: Set<Key> = []

  /// Finds what pages share; O(*n*) in the number of their passages.
  ///
  /// - Parameters:
  ///   - pages: The passages of each page.
  ///   - copies: For a document that is a copy, the document that stands for it and its likes.
  init(
    _ pages: some Sequence<(id: DocumentID, passages: PagePassages)>,
    copies: [DocumentID: DocumentID]
  ) {
    var originals: [UInt64: Set<DocumentID>] = [:]
    var holders: [Key: Set<DocumentID>] = [:]
    for (id, page) in pages {
      let original = copies[id] ?? id
      originals[page.folder, default: []].insert(original)
      for passage in page.passages {
        holders[Key(folder: page.folder, hash: passage.hash), default: []].insert(original)
      }
    }
    for (key, pages) in holders where pages.count >= Self.leastPages {
      let all = originals[key.folder]?.count ?? 0
      if pages.count * Self.pagesForEach >= all { shared.insert(key) }
    }
  }

  /// The numbers of a page's sentences that stand in such passages.
  func sentences(of page: PagePassages) -> Set<Int> {
    guard !shared.isEmpty else { return [] }
    return Set(
      page.passages.lazy.filter { shared.contains(Key(folder: page.folder, hash: $0.hash)) }
        .flatMap(\.sentences))
  }
}
