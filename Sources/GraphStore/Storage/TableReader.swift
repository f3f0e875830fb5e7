import CLMDB

/// Reads the tables within a transaction.
///
/// Values are views into the map: valid until the transaction ends, and in a write transaction
/// until its next change.
struct TableReader {
  /// The transaction.
  let transaction: OpaquePointer
  /// The environment that it belongs to.
  let environment: Environment

  /// LMDB's number of a table.
  func number(of table: Table) -> MDB_dbi { environment.tables[table.rawValue] }

  /// The number of entries in a table.
  func count(_ table: Table) throws(StoreError) -> Int {
    var status = MDB_stat()
    let code = mdb_stat(transaction, number(of: table), &status)
    guard code == 0 else { throw StoreError.lmdb(code, "mdb_stat", environment.folder) }
    return status.ms_entries
  }

  /// The value of a key without its checksum, or `nil` if there is none.
  func value(
    _ table: Table, _ key: some Collection<UInt8>
  ) throws(StoreError) -> UnsafeRawBufferPointer? {
    try check(LMDB.get(transaction, number(of: table), key), table)
  }

  /// The value of a numbered entry without its checksum, or `nil` if there is none.
  func value(_ table: Table, number key: UInt32) throws(StoreError) -> UnsafeRawBufferPointer? {
    var key = key.bigEndian
    let found = withUnsafeBytes(of: &key) { LMDB.get(transaction, number(of: table), $0) }
    return try check(found, table)
  }

  private func check(
    _ found: (code: Int32, value: UnsafeRawBufferPointer?), _ table: Table
  ) throws(StoreError) -> UnsafeRawBufferPointer? {
    if found.code == MDB_NOTFOUND { return nil }
    guard found.code == 0, let value = found.value else {
      throw StoreError.lmdb(found.code, "mdb_get", environment.folder)
    }
    return try payload(value, table)
  }

  /// A value without its checksum.
  func payload(
    _ value: UnsafeRawBufferPointer, _ table: Table
  ) throws(StoreError) -> UnsafeRawBufferPointer {
    guard let payload = Checksum.payload(value) else { throw damaged(table, "a wrong checksum") }
    return payload
  }

  /// Decodes a whole value.
  func decode<Value>(
    _ table: Table, _ payload: UnsafeRawBufferPointer,
    _ read: (inout ByteReader) throws(EncodingFault) -> Value
  ) throws(StoreError) -> Value {
    var reader = ByteReader(payload)
    do throws(EncodingFault) {
      let value = try read(&reader)
      try reader.finish()
      return value
    } catch { throw damaged(table, "\(error)") }
  }

  /// The error for a value that cannot be read.
  func damaged(_ table: Table, _ fault: String) -> StoreError {
    .damaged(path: environment.folder, detail: "table \(table.name): \(fault)")
  }

  /// Opens a cursor on a table.
  func cursor(_ table: Table) throws(StoreError) -> TableCursor {
    try TableCursor(self, table)
  }
}
