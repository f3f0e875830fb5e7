import Glibc

/// LMDB's file as pages, read without LMDB: for checks that a broken page must not end.
///
/// The layout is that of LMDB 0.9 on a little-endian machine of 64 bits (`mdb.c`: MDB_page,
/// MDB_node, MDB_db, MDB_meta).
struct PageFile {
  /// A tree: where it starts and how large it says it is.
  struct Tree {
    var depth: Int
    var entries: UInt64
    /// The page of the root; `nil` for an empty tree.
    var root: UInt64?

    /// How many bytes describe a tree.
    static let size = 48

    /// Reads a description (MDB_db).
    init(_ bytes: ArraySlice<UInt8>) {
      let start = bytes.startIndex
      depth = Int(PageFile.number(bytes, start + 6, 2))
      entries = PageFile.number(bytes, start + 32, 8)
      let page = PageFile.number(bytes, start + 40, 8)
      root = page == .max ? nil : page
    }
  }

  /// A root of the file (MDB_meta): one commit.
  struct Root {
    var transaction: UInt64
    var lastPage: UInt64
    var free: Tree
    var main: Tree
  }

  private let file: Int32
  /// The size of a page in bytes.
  let pageSize: Int

  /// Reads pages of a given size from an open file.
  init(file: Int32, pageSize: Int) {
    self.file = file
    self.pageSize = pageSize
  }

  /// The root that a transaction began with, or `nil` if both places hold others by now.
  func root(of transaction: Int) -> Root? {
    for place in 0..<2 as Range<UInt64> {
      guard let page = page(place), Self.number(page[...], 16, 4) == 0xbeef_c0de else { continue }
      let root = Root(
        transaction: Self.number(page[...], 144, 8), lastPage: Self.number(page[...], 136, 8),
        free: Tree(page[40..<88]), main: Tree(page[88..<136]))
      if root.transaction == UInt64(transaction) { return root }
    }
    return nil
  }

  /// The bytes of a page, or `nil` beyond the end of the file.
  func page(_ number: UInt64) -> [UInt8]? { bytes(number, count: pageSize) }

  /// Bytes from the start of a page, or `nil` if the file ends before.
  func bytes(_ page: UInt64, count: Int) -> [UInt8]? {
    guard page < 1 << 48, count < 1 << 40 else { return nil }
    var status = stat()
    let start = Int(page) * pageSize
    guard fstat(file, &status) == 0, start + count <= Int(status.st_size) else { return nil }
    let read = [UInt8](unsafeUninitializedCapacity: count) { buffer, length in
      length = max(0, pread(file, buffer.baseAddress, count, off_t(start)))
    }
    return read.count == count ? read : nil
  }

  /// A number of some bytes, the lowest first; the bytes must be there.
  @inline(__always)
  static func number(_ bytes: ArraySlice<UInt8>, _ place: Int, _ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for i in 0..<count { value |= UInt64(bytes[place + i]) << UInt64(8 * i) }
    return value
  }
}
