import CLMDB

/// Walks the entries of a table in the order of their keys.
struct TableCursor: ~Copyable {
  /// An entry: its key and its value without the checksum.
  typealias Entry = (key: UnsafeRawBufferPointer, value: UnsafeRawBufferPointer)

  private let pointer: OpaquePointer
  private let reader: TableReader
  private let table: Table

  /// Opens a cursor; it must not outlive the transaction.
  init(_ reader: TableReader, _ table: Table) throws(StoreError) {
    var cursor: OpaquePointer?
    let code = mdb_cursor_open(reader.transaction, reader.number(of: table), &cursor)
    guard code == 0, let cursor else {
      throw StoreError.lmdb(code, "mdb_cursor_open", reader.environment.folder)
    }
    pointer = cursor
    self.reader = reader
    self.table = table
  }

  deinit { mdb_cursor_close(pointer) }

  /// The first entry.
  func first() throws(StoreError) -> Entry? { try move(MDB_FIRST) }

  /// The entry after the current one.
  func next() throws(StoreError) -> Entry? { try move(MDB_NEXT) }

  /// The first entry whose key is not less than a key.
  func atOrAfter(_ key: [UInt8]) throws(StoreError) -> Entry? {
    guard !key.isEmpty else { return try first() }
    return try entry(seek(key))
  }

  /// The last entry whose key is not greater than a key.
  func atOrBefore(_ key: [UInt8]) throws(StoreError) -> Entry? {
    let found = seek(key)
    if found.code == 0, UnsafeRawBufferPointer(found.key).elementsEqual(key) {
      return try entry(found)
    }
    return try move(found.code == 0 ? MDB_PREV : MDB_LAST)
  }

  private func seek(_ bytes: [UInt8]) -> (code: Int32, key: MDB_val, value: MDB_val) {
    bytes.withUnsafeBytes { bytes in
      var key = MDB_val(bytes)
      var value = MDB_val()
      let code = mdb_cursor_get(pointer, &key, &value, MDB_SET_RANGE)
      return (code, key, value)
    }
  }

  private func move(_ operation: MDB_cursor_op) throws(StoreError) -> Entry? {
    var key = MDB_val()
    var value = MDB_val()
    let code = mdb_cursor_get(pointer, &key, &value, operation)
    return try entry((code, key, value))
  }

  private func entry(
    _ found: (code: Int32, key: MDB_val, value: MDB_val)
  ) throws(StoreError) -> Entry? {
    if found.code == MDB_NOTFOUND { return nil }
    guard found.code == 0 else {
      throw StoreError.lmdb(found.code, "mdb_cursor_get", reader.environment.folder)
    }
    return (
      UnsafeRawBufferPointer(found.key),
      try reader.payload(UnsafeRawBufferPointer(found.value), table)
    )
  }
}
