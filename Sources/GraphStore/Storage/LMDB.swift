import CLMDB
import Glibc

/// LMDB's calls with Swift's buffers.
enum LMDB {
  /// Looks up a key; the value lies in the map and is valid as long as the transaction.
  static func get(
    _ transaction: OpaquePointer, _ table: MDB_dbi, _ key: some Collection<UInt8>
  ) -> (code: Int32, value: UnsafeRawBufferPointer?) {
    let found = key.withContiguousStorageIfAvailable { key in
      get(transaction, table, UnsafeRawBufferPointer(key))
    }
    if let found { return found }
    let copy = Array(key)
    return copy.withUnsafeBytes { get(transaction, table, $0) }
  }

  /// Looks up a key of raw bytes.
  static func get(
    _ transaction: OpaquePointer, _ table: MDB_dbi, _ key: UnsafeRawBufferPointer
  ) -> (code: Int32, value: UnsafeRawBufferPointer?) {
    guard key.count > 0, key.count <= 511 else { return (MDB_NOTFOUND, nil) }
    var key = MDB_val(key)
    var value = MDB_val()
    let code = mdb_get(transaction, table, &key, &value)
    return (code, code == 0 ? UnsafeRawBufferPointer(value) : nil)
  }

  /// Writes an entry and returns LMDB's code.
  static func put(
    _ transaction: OpaquePointer, _ table: MDB_dbi, _ key: [UInt8], _ value: [UInt8], flags: Int32
  ) -> Int32 {
    value.withUnsafeBytes { put(transaction, table, key, $0, flags: flags) }
  }

  /// Writes an entry of raw bytes and returns LMDB's code.
  static func put(
    _ transaction: OpaquePointer, _ table: MDB_dbi, _ key: [UInt8],
    _ value: UnsafeRawBufferPointer, flags: Int32
  ) -> Int32 {
    key.withUnsafeBytes { key in
      var key = MDB_val(key)
      var value = MDB_val(value)
      return mdb_put(transaction, table, &key, &value, UInt32(flags))
    }
  }
}

extension MDB_val {
  /// A view of bytes that LMDB reads and does not change.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.init(
      mv_size: bytes.count, mv_data: UnsafeMutableRawPointer(mutating: bytes.baseAddress))
  }
}

extension UnsafeRawBufferPointer {
  /// A view of bytes that LMDB gave.
  init(_ value: MDB_val) {
    self.init(start: UnsafeRawPointer(value.mv_data), count: value.mv_size)
  }
}

extension StoreError {
  /// What an error number of LMDB or the operating system means.
  static func lmdb(_ code: Int32, _ call: String, _ path: String) -> StoreError {
    switch code {
    case MDB_CORRUPTED, MDB_PAGE_NOTFOUND, MDB_INVALID:
      .damaged(path: path, detail: "LMDB reports a damaged file")
    case MDB_VERSION_MISMATCH:
      .damaged(path: path, detail: "store.mdb is of another version of LMDB")
    case MDB_MAP_FULL, MDB_MAP_RESIZED: .outgrown(path: path)
    case MDB_READERS_FULL: .tooManySnapshots(path: path)
    case EIO, ENOSPC, EDQUOT: .mediumFull(path: path)
    case EROFS: .readOnly(path: path)
    case ENOENT: .notFound(path: path)
    default: .system(call: call, code: code, path: path)
    }
  }
}
