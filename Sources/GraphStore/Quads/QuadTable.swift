import CLMDB
import GraphModel

/// One sorted order of quads, as blocks in a table.
struct QuadTable {
  /// The transaction.
  let transaction: OpaquePointer
  /// The table.
  let table: Table
  /// LMDB's number of the table.
  let number: MDB_dbi
  /// The store's folder, for messages.
  let folder: String
  /// Tells whether a write transaction has ended; `nil` for one that only reads.
  let end: TransactionEnd?

  init(_ reader: TableReader, _ table: Table, end: TransactionEnd? = nil) {
    transaction = reader.transaction
    self.end = end
    number = reader.number(of: table)
    folder = reader.environment.folder
    self.table = table
  }

  /// The error for a value that cannot be read.
  func damaged(_ fault: String) -> StoreError {
    .damaged(path: folder, detail: "table \(table.name): \(fault)")
  }

  /// Reads a block.
  func block(_ value: UnsafeRawBufferPointer) throws(StoreError) -> QuadBlock {
    guard let payload = Checksum.payload(value) else { throw damaged("a wrong checksum") }
    do throws(EncodingFault) { return try QuadBlock(payload) } catch { throw damaged("\(error)") }
  }

  /// All quads of a block.
  func quads(_ value: UnsafeRawBufferPointer) throws(StoreError) -> [OrderedQuad] {
    var block = try block(value)
    var quads: [OrderedQuad] = []
    quads.reserveCapacity(block.rest)
    do throws(EncodingFault) {
      while try block.next() { quads.append(block.quad) }
    } catch { throw damaged("\(error)") }
    return quads
  }

  /// Whether a quad is there.
  func contains(_ quad: OrderedQuad) throws(StoreError) -> Bool {
    try first(from: quad) == quad
  }

  /// The first quad that is not before a given one.
  func first(from key: OrderedQuad) throws(StoreError) -> OrderedQuad? {
    let cursor = try BlockCursor(self)
    guard try cursor.seek(QuadKey.of(key)) else { return nil }
    repeat {
      var block = try block(cursor.value)
      do throws(EncodingFault) {
        while try block.next() {
          if !(block.quad < key) { return block.quad }
        }
      } catch { throw damaged("\(error)") }
    } while try cursor.next()
    return nil
  }
}

/// A place among the blocks of a table.
final class BlockCursor {
  private let pointer: OpaquePointer
  private let folder: String
  private let end: TransactionEnd?
  /// The key of the current block; valid until the next move or change.
  private(set) var key = UnsafeRawBufferPointer(start: nil, count: 0)
  /// The value of the current block with its checksum.
  private(set) var value = UnsafeRawBufferPointer(start: nil, count: 0)

  init(_ table: QuadTable) throws(StoreError) {
    var cursor: OpaquePointer?
    let code = mdb_cursor_open(table.transaction, table.number, &cursor)
    guard code == 0, let cursor else {
      throw StoreError.lmdb(code, "mdb_cursor_open", table.folder)
    }
    pointer = cursor
    folder = table.folder
    end = table.end
  }

  deinit {
    // LMDB frees the cursors of a write transaction when it ends.
    if end?.hasEnded != true { mdb_cursor_close(pointer) }
  }

  /// Moves to the block that a quad with these bytes is in if it is anywhere; the first block if
  /// none starts before.
  ///
  /// - Returns: `false` if there are no blocks.
  func seek(_ bytes: [UInt8]) throws(StoreError) -> Bool {
    let found = try bytes.withUnsafeBufferPointer { bytes throws(StoreError) -> Bool in
      try move(MDB_SET_RANGE, MDB_val(UnsafeRawBufferPointer(bytes)))
    }
    if found {
      if key.elementsEqual(bytes) { return true }
      if try move(MDB_PREV) { return true }
      return try move(MDB_FIRST)
    }
    return try move(MDB_LAST)
  }

  /// Moves to the next block, if there is one.
  func next() throws(StoreError) -> Bool { try move(MDB_NEXT) }

  /// Moves to the first block, if there is one.
  func first() throws(StoreError) -> Bool { try move(MDB_FIRST) }

  /// Moves to the last block, if there is one.
  func last() throws(StoreError) -> Bool { try move(MDB_LAST) }

  private func move(
    _ operation: MDB_cursor_op, _ target: MDB_val = MDB_val()
  ) throws(StoreError) -> Bool {
    if let end, end.hasEnded { throw .transactionEnded(path: folder) }
    var newKey = target
    var newValue = MDB_val()
    let code = mdb_cursor_get(pointer, &newKey, &newValue, operation)
    if code == MDB_NOTFOUND { return false }
    guard code == 0 else { throw StoreError.lmdb(code, "mdb_cursor_get", folder) }
    key = UnsafeRawBufferPointer(newKey)
    value = UnsafeRawBufferPointer(newValue)
    return true
  }
}

/// Whether a write transaction has ended, for those who may outlive it.
final class TransactionEnd {
  var hasEnded = false
}
