/// Which blocks many pages of a folder share: menus, notices and calls that stand around every
/// article of a site.
///
/// Counts do not depend on the order in which pages are added, and two counts can be put together:
///
///     var counter = RepeatedBlocks.Counter()
///     for page in folder { counter.add(page: bytes) }
///     reader.chrome = counter.finished()
public struct RepeatedBlocks: Sendable {
  /// Counts in how many pages each block stands.
  public struct Counter: Sendable {
    private var counts: [UInt64: Int] = [:]
    /// How many pages were counted.
    public private(set) var pages = 0

    /// Creates a counter of no pages.
    public init() {}

    /// Counts the blocks of a page, each once; a file that is no page is passed over; O(*n*).
    public mutating func add(page bytes: [UInt8]) {
      guard FileSignature.of(bytes) == .text, let (text, _) = try? TextDecoding.decode(bytes),
        TextFormat.of(text.bytes, name: "") == .html
      else { return }
      let tree = MarkupTree.html(text.bytes)
      let blocks = MainText.choose(tree, page: text.bytes)
      pages += 1
      for block in Set(blocks.map { RepeatedBlocks.hash($0, tree, text.bytes) }) {
        counts[block, default: 0] += 1
      }
    }

    /// Takes over the counts of another.
    public mutating func add(_ other: Counter) {
      pages += other.pages
      for (block, count) in other.counts { counts[block, default: 0] += count }
    }

    /// The blocks that stand in at least three pages and in one of twenty.
    public func finished() -> RepeatedBlocks {
      let least = max(3, pages / 20)
      return RepeatedBlocks(blocks: Set(counts.filter { $0.value >= least }.keys))
    }
  }

  private let blocks: Set<UInt64>

  private init(blocks: Set<UInt64>) { self.blocks = blocks }

  /// How many blocks are shared.
  public var count: Int { blocks.count }

  /// The blocks of a page that are its own; all of them if none were left.
  func without(_ all: [PageBlock], _ tree: MarkupTree, _ page: [UInt8]) -> [PageBlock] {
    guard !blocks.isEmpty else { return all }
    let own = all.filter { !blocks.contains(Self.hash($0, tree, page)) }
    // A page that was saved twice is no chrome.
    return own.reduce(0) { $0 + $1.length } * 2 >= all.reduce(0) { $0 + $1.length } ? own : all
  }

  /// The hash of a block's letters and digits.
  static func hash(_ block: PageBlock, _ tree: MarkupTree, _ page: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes where byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 {
        hash = (hash ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01b3
      }
    }
    for piece in block.pieces where piece >= 0 {
      if let replacement = tree.nodes[piece].replacement {
        add(replacement)
      } else {
        add(page[tree.nodes[piece].source])
      }
    }
    return hash
  }
}
