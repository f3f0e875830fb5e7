import CLMDB

/// What a store's file says of its format.
enum StoreFormat {
  /// The version that this program writes, and the only one that it reads.
  static let version = 2
  /// The key in ``Table/meta``.
  static let key: [UInt8] = Array(".format".utf8)
  /// What the value starts with.
  static let magic: [UInt8] = Array("quipu".utf8)
}

extension Environment {
  /// Opens all tables, and creates them in a file that has none yet.
  func openTables() throws(StoreError) -> [MDB_dbi] {
    let transaction = try beginRead()
    var open: [MDB_dbi] = []
    do throws(StoreError) {
      let reader = TableReader(transaction: transaction, environment: self)
      if let first = try PageCheck.faults(reader, .roots).first {
        throw StoreError.damaged(path: folder, detail: "\(first.table): page: \(first.fault)")
      }
      if try checkFormat(transaction) {
        for table in Table.allCases {
          open.append(try Self.openTable(table, transaction, flags: 0, folder))
        }
      }
    } catch {
      mdb_txn_abort(transaction)
      ended()
      throw error
    }
    let code = mdb_txn_commit(transaction)
    ended()
    guard code == 0 else { throw StoreError.lmdb(code, "mdb_txn_commit", folder) }
    return open.isEmpty ? try createTables() : open
  }

  /// Whether the file has the tables of this version; `false` for one that was never written.
  private func checkFormat(_ transaction: OpaquePointer) throws(StoreError) -> Bool {
    var meta: MDB_dbi = 0
    let code = mdb_dbi_open(transaction, Table.meta.name, 0, &meta)
    if code == MDB_NOTFOUND {
      var main: MDB_dbi = 0
      var status = MDB_stat()
      guard mdb_dbi_open(transaction, nil, 0, &main) == 0,
        mdb_stat(transaction, main, &status) == 0, status.ms_entries == 0
      else { throw .damaged(path: folder, detail: "store.mdb belongs to another program") }
      guard isWritable else { throw .damaged(path: folder, detail: "nothing was ever written") }
      return false
    }
    guard code == 0 else { throw StoreError.lmdb(code, "mdb_dbi_open", folder) }
    guard let value = LMDB.get(transaction, meta, StoreFormat.key).value,
      let payload = Checksum.payload(value),
      payload.starts(with: StoreFormat.magic)
    else { throw .damaged(path: folder, detail: "the format mark is missing") }
    var reader = ByteReader(UnsafeRawBufferPointer(rebasing: payload[StoreFormat.magic.count...]))
    guard let found = try? reader.number() else {
      throw .damaged(path: folder, detail: "the format mark is broken")
    }
    guard found == StoreFormat.version else {
      throw .version(path: folder, found: found, expected: StoreFormat.version)
    }
    return true
  }

  private func createTables() throws(StoreError) -> [MDB_dbi] {
    let lock = try WriterLock(folder: folder)
    defer { lock.release() }
    let transaction = try beginWrite()
    defer { ended() }
    var open: [MDB_dbi] = []
    do throws(StoreError) {
      // Another process may have been first.
      for table in Table.allCases {
        open.append(try Self.openTable(table, transaction, flags: UInt32(MDB_CREATE), folder))
      }
      var mark = ByteWriter()
      mark.raw(StoreFormat.magic)
      mark.number(StoreFormat.version)
      mark.seal()
      let code = LMDB.put(
        transaction, open[Table.meta.rawValue], StoreFormat.key, mark.bytes, flags: 0)
      guard code == 0 else { throw StoreError.lmdb(code, "mdb_put", folder) }
    } catch {
      mdb_txn_abort(transaction)
      throw error
    }
    let code = mdb_txn_commit(transaction)
    guard code == 0 else { throw StoreError.lmdb(code, "mdb_txn_commit", folder) }
    StoreFolder.sync(folder)
    return open
  }

  private static func openTable(
    _ table: Table, _ transaction: OpaquePointer, flags: UInt32, _ folder: String
  ) throws(StoreError) -> MDB_dbi {
    var number: MDB_dbi = 0
    let code = mdb_dbi_open(transaction, table.name, flags, &number)
    if code == MDB_NOTFOUND {
      throw .damaged(path: folder, detail: "the table \(table.name) is missing")
    }
    guard code == 0 else { throw StoreError.lmdb(code, "mdb_dbi_open", folder) }
    return number
  }
}
