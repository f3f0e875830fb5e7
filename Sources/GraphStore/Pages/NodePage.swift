/// A branch or leaf page whose offsets were checked: every node lies within the page.
struct NodePage {
  /// What a node leads to.
  enum Content {
    /// A page further down, from a branch.
    case child(UInt64)
    /// A value on the page.
    case value(Range<Int>)
    /// A value on pages of its own: the first of them, and the length in bytes.
    case overflow(UInt64, length: Int)
    /// The description of another tree: a table.
    case tree(PageFile.Tree)
  }

  /// A node: the bytes of its key, and what it leads to.
  typealias Node = (key: Range<Int>, content: Content)

  /// The page.
  let bytes: [UInt8]
  /// Whether it is a branch.
  let isBranch: Bool
  /// The nodes, in order.
  let nodes: [Node]

  /// Reads a page, or throws what is wrong with it.
  init(_ bytes: [UInt8], number: UInt64) throws(PageFault) {
    func number16(_ place: Int) -> Int { Int(PageFile.number(bytes[...], place, 2)) }
    guard PageFile.number(bytes[...], 0, 8) == number else { throw .wrongNumber }
    let flags = number16(10)
    guard flags == 1 || flags == 2 else { throw .wrongKind }
    let (lower, upper) = (number16(12), number16(14))
    guard lower >= 16, lower % 2 == 0, lower <= upper, upper <= bytes.count else {
      throw .wrongBounds
    }
    var nodes: [Node] = []
    for place in stride(from: 16, to: lower, by: 2) {
      let start = number16(place)
      guard start >= upper, start + 8 <= bytes.count else { throw .wrongBounds }
      let key = start + 8..<start + 8 + number16(start + 6)
      guard key.upperBound <= bytes.count, key.count <= 511 else { throw .wrongBounds }
      let low = number16(start) | number16(start + 2) << 16
      if flags == 1 {
        nodes.append((key, .child(UInt64(low) | UInt64(number16(start + 4)) << 32)))
      } else {
        nodes.append((key, try Self.content(bytes, key.upperBound, low, number16(start + 4))))
      }
    }
    self.bytes = bytes
    isBranch = flags == 1
    self.nodes = nodes
  }

  private static func content(
    _ bytes: [UInt8], _ start: Int, _ length: Int, _ flags: Int
  ) throws(PageFault) -> Content {
    let stored = flags == 1 ? 8 : length
    guard start + stored <= bytes.count else { throw .wrongBounds }
    switch flags {
    case 0: return .value(start..<start + length)
    case 1: return .overflow(PageFile.number(bytes[...], start, 8), length: length)
    case 2:
      guard length == PageFile.Tree.size else { throw .wrongKind }
      return .tree(PageFile.Tree(bytes[start..<start + length]))
    default: throw .wrongKind
    }
  }
}

/// What is wrong with a page of the file.
enum PageFault: Error {
  /// The page is beyond the end of the file, or of what the commit counts.
  case missing
  /// The page says that it is another.
  case wrongNumber
  /// The page or a node is of a kind that cannot stand there.
  case wrongKind
  /// An offset leads out of the page.
  case wrongBounds
  /// The page is used twice, or used and free.
  case usedTwice
  /// Keys are not in their order.
  case wrongOrder
  /// The tree is not as deep, or has not as many entries, as it says.
  case wrongSize
}
