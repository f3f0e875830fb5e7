import CLMDB

/// Walks the pages of one commit without LMDB, which would not survive a broken one.
struct PageCheck {
  /// How much is looked at.
  enum Extent {
    /// The list of tables and the root of each: enough to open the store.
    case roots
    /// Every page, the free ones too.
    case all
  }

  private let file: PageFile
  private let root: PageFile.Root
  private let extent: Extent
  private var used: [Bool]
  /// The tables with a broken page, and what is wrong.
  private(set) var faults: [(table: String, fault: PageFault)] = []

  /// Checks the commit that a read transaction sees.
  ///
  /// - Returns: The faults; empty also if later commits took the place of the root, for a store
  ///   that is written to is read through LMDB all the time.
  static func faults(
    _ reader: TableReader, _ extent: Extent
  ) throws(StoreError) -> [(table: String, fault: PageFault)] {
    var descriptor: Int32 = -1
    var status = MDB_stat()
    let pointer = reader.environment.pointer
    guard mdb_env_get_fd(pointer, &descriptor) == 0, mdb_env_stat(pointer, &status) == 0 else {
      return []
    }
    let file = PageFile(file: descriptor, pageSize: Int(status.ms_psize))
    guard let root = file.root(of: mdb_txn_id(reader.transaction)) else { return [] }
    guard root.lastPage < 1 << 40 else { return [("store.mdb", .wrongSize)] }
    var check = PageCheck(file: file, root: root, extent: extent)
    check.run()
    return check.faults
  }

  private init(file: PageFile, root: PageFile.Root, extent: Extent) {
    self.file = file
    self.root = root
    self.extent = extent
    used = extent == .all ? [Bool](repeating: false, count: Int(root.lastPage) + 1) : []
  }

  private mutating func run() {
    var tables: [(name: String, tree: PageFile.Tree)] = []
    check("store.mdb", root.main, whole: true) { page, node throws(PageFault) in
      guard case .tree(let tree) = node.content else { throw .wrongKind }
      tables.append((String(decoding: page.bytes[node.key], as: UTF8.self), tree))
    }
    for (name, tree) in tables {
      check(name, tree, whole: extent == .all) { _, node throws(PageFault) in
        if case .tree = node.content { throw .wrongKind }
      }
    }
    guard extent == .all, faults.isEmpty else { return }
    var free: [UInt64] = []
    let file = file
    check("free pages", root.free, whole: true, isFree: true) { page, node throws(PageFault) in
      free += try Self.freePages(page, node, file)
    }
    for page in free where faults.isEmpty {
      guard page >= 2, page <= root.lastPage, !used[Int(page)] else {
        faults.append(("free pages", .usedTwice))
        return
      }
      used[Int(page)] = true
    }
  }

  private mutating func check(
    _ table: String, _ tree: PageFile.Tree, whole: Bool, isFree: Bool = false,
    _ body: (NodePage, NodePage.Node) throws(PageFault) -> Void
  ) {
    var walk = TreeWalk(isFree: isFree, isWhole: whole)
    do throws(PageFault) {
      if let root = tree.root {
        guard (1...32).contains(tree.depth) else { throw .wrongSize }
        try descend(root, levels: tree.depth, &walk, body)
      }
      guard !whole || walk.entries == tree.entries else { throw .wrongSize }
    } catch {
      faults.append((table, error))
    }
  }

  /// What is known while a tree is walked.
  private struct TreeWalk {
    let isFree: Bool
    let isWhole: Bool
    var entries: UInt64 = 0
    var lastKey: [UInt8]?
  }

  private mutating func descend(
    _ number: UInt64, levels: Int, _ walk: inout TreeWalk,
    _ body: (NodePage, NodePage.Node) throws(PageFault) -> Void
  ) throws(PageFault) {
    try use(number, count: 1)
    guard let bytes = file.page(number) else { throw .missing }
    let page = try NodePage(bytes, number: number)
    guard page.isBranch == (levels > 1) else { throw .wrongSize }
    // LMDB keeps two children at least, but for the tree of free pages.
    guard page.nodes.count >= (page.isBranch && !walk.isFree ? 2 : 1) else { throw .wrongSize }
    for (place, node) in page.nodes.enumerated() {
      switch node.content {
      case .child(let child):
        if walk.isWhole { try descend(child, levels: levels - 1, &walk, body) }
        // The first key of a branch is left empty.
        guard place == 0 || !node.key.isEmpty else { throw .wrongOrder }
      case .overflow(let first, let length):
        try checkOverflow(first, length: length)
        try checkKey(page, node, &walk)
        try body(page, node)
      case .value, .tree:
        try checkKey(page, node, &walk)
        try body(page, node)
      }
    }
  }

  private func checkKey(
    _ page: NodePage, _ node: NodePage.Node, _ walk: inout TreeWalk
  ) throws(PageFault) {
    walk.entries += 1
    let key = Array(page.bytes[node.key])
    guard !key.isEmpty, !walk.isFree || key.count == 8 else { throw .wrongBounds }
    // The keys of free pages are numbers with the lowest byte first.
    let comparable = walk.isFree ? key.reversed() : key
    if let last = walk.lastKey, !last.lexicographicallyPrecedes(comparable) { throw .wrongOrder }
    walk.lastKey = comparable
  }

  private mutating func checkOverflow(_ first: UInt64, length: Int) throws(PageFault) {
    let size = (length + 16 + file.pageSize - 1) / file.pageSize
    guard let header = file.bytes(first, count: 16) else { throw .missing }
    guard PageFile.number(header[...], 0, 8) == first else { throw .wrongNumber }
    guard PageFile.number(header[...], 10, 2) == 4 else { throw .wrongKind }
    guard Int(PageFile.number(header[...], 12, 4)) >= size else { throw .wrongSize }
    try use(first, count: Int(PageFile.number(header[...], 12, 4)))
  }

  private mutating func use(_ first: UInt64, count: Int) throws(PageFault) {
    guard first >= 2, first <= root.lastPage, UInt64(count) <= root.lastPage + 1 - first else {
      throw .missing
    }
    guard extent == .all else { return }
    for page in Int(first)..<Int(first) + count {
      guard !used[page] else { throw .usedTwice }
      used[page] = true
    }
  }

  /// The free pages that a value lists: their number, then they.
  private static func freePages(
    _ page: NodePage, _ node: NodePage.Node, _ file: PageFile
  ) throws(PageFault) -> [UInt64] {
    let bytes: ArraySlice<UInt8>
    switch node.content {
    case .value(let range): bytes = page.bytes[range]
    case .overflow(let first, let length):
      guard let read = file.bytes(first, count: 16 + length) else { throw .missing }
      bytes = read[16...]
    case .child, .tree: throw .wrongKind
    }
    guard bytes.count >= 8 else { throw .wrongSize }
    let count = PageFile.number(bytes, bytes.startIndex, 8)
    guard count <= UInt64(bytes.count / 8 - 1) else { throw .wrongSize }
    return (0..<Int(count)).map { PageFile.number(bytes, bytes.startIndex + 8 + 8 * $0, 8) }
  }
}
