import CLMDB
import Glibc
import Synchronization

/// An open LMDB environment: the file of a store, mapped into memory.
///
/// A process may map a file once only (its POSIX locks would be lost with the first closing), so
/// ``EnvironmentPool`` hands the same environment to all who open the same file.
final class Environment: @unchecked Sendable {
  /// The store's folder, for messages.
  let folder: String
  /// LMDB's environment; safe to use from several threads.
  let pointer: OpaquePointer
  /// Whether the medium and the rights allow writing.
  let isWritable: Bool
  /// LMDB's number for each table, by ``Table/rawValue``.
  private(set) var tables: [MDB_dbi] = []
  /// How many transactions of this process use the map; it moves only while none does.
  private let live = Mutex(0)
  private var mapSize: Int

  /// The address space that is reserved at first, in bytes; it costs neither memory nor disk.
  static let defaultMapSize = 64 << 30

  /// Opens the file in a folder that exists, and creates the file if `isWritable` says so.
  init(folder: String, isWritable: Bool, isLocking: Bool, mapSize: Int) throws(StoreError) {
    self.folder = folder
    self.isWritable = isWritable
    var flags = MDB_NOSUBDIR | MDB_NOTLS
    if !isWritable { flags |= MDB_RDONLY }
    if !isLocking { flags |= MDB_NOLOCK }
    let file = StoreFolder.data(folder)
    var size = mapSize
    while true {
      var created: OpaquePointer?
      var code = mdb_env_create(&created)
      guard code == 0, let environment = created else {
        throw StoreError.lmdb(code, "mdb_env_create", folder)
      }
      mdb_env_set_mapsize(environment, size)
      mdb_env_set_maxdbs(environment, MDB_dbi(Table.allCases.count))
      mdb_env_set_maxreaders(environment, 1_022)
      code = mdb_env_open(environment, file, UInt32(flags), 0o644)
      if code == 0 {
        pointer = environment
        self.mapSize = size
        break
      }
      mdb_env_close(environment)
      // Where address space is limited (ulimit -v), less of it must do.
      guard code == ENOMEM, size > 16 << 20 else {
        throw StoreError.lmdb(code, "mdb_env_open", folder)
      }
      size /= 4
    }
    do throws(StoreError) {
      try coverLostEnd()
      if isLocking {
        var dead: Int32 = 0
        mdb_reader_check(pointer, &dead)
      }
      tables = try openTables()
    } catch {
      mdb_env_close(pointer)
      throw error
    }
  }

  /// Closes the file; no transaction may be open.
  func close() { mdb_env_close(pointer) }

  /// Begins a read transaction: a snapshot of the last commit.
  func beginRead() throws(StoreError) -> OpaquePointer {
    try begin(flags: UInt32(MDB_RDONLY))
  }

  /// Begins the write transaction; the thread must hold the ``WriterLock``.
  func beginWrite() throws(StoreError) -> OpaquePointer { try begin(flags: 0) }

  /// Says that a transaction was committed or aborted.
  func ended() { live.withLock { $0 -= 1 } }

  private func begin(flags: UInt32) throws(StoreError) -> OpaquePointer {
    let (code, transaction) = live.withLock { live -> (Int32, OpaquePointer?) in
      var transaction: OpaquePointer?
      var code = mdb_txn_begin(pointer, nil, flags, &transaction)
      if code == MDB_READERS_FULL {
        var dead: Int32 = 0
        mdb_reader_check(pointer, &dead)
        code = mdb_txn_begin(pointer, nil, flags, &transaction)
      }
      // Another process has enlarged the file beyond our map: take over its size.
      if code == MDB_MAP_RESIZED, live == 0, mdb_env_set_mapsize(pointer, 0) == 0 {
        code = mdb_txn_begin(pointer, nil, flags, &transaction)
      }
      if code == 0 { live += 1 }
      return (code, transaction)
    }
    guard code == 0, let transaction else {
      throw StoreError.lmdb(code, "mdb_txn_begin", folder)
    }
    return transaction
  }

  /// Doubles the map after a write transaction did not fit and was aborted.
  ///
  /// - Throws: ``StoreError/outgrown(path:)`` while snapshots of this process use the map.
  func grow() throws(StoreError) {
    let code = live.withLock { live -> Int32 in
      guard live == 0 else { return MDB_MAP_FULL }
      let (doubled, overflow) = mapSize.multipliedReportingOverflow(by: 2)
      guard !overflow else { return ENOMEM }
      let code = mdb_env_set_mapsize(pointer, doubled)
      if code == 0 { mapSize = doubled }
      return code
    }
    guard code == 0 else { throw StoreError.lmdb(code, "mdb_env_set_mapsize", folder) }
  }

  /// Makes the file as long as the pages that its last commit counts.
  ///
  /// LMDB may count a page at the end that it never wrote because it was freed again. A read
  /// beyond the end of the file would kill the process, so such pages become a hole; a larger
  /// gap means that the file was cut.
  func coverLostEnd() throws(StoreError) {
    var file: Int32 = -1
    var status = stat()
    var info = MDB_envinfo()
    var pages = MDB_stat()
    guard mdb_env_get_fd(pointer, &file) == 0, fstat(file, &status) == 0,
      mdb_env_info(pointer, &info) == 0, mdb_env_stat(pointer, &pages) == 0
    else { throw StoreError.system(call: "fstat", code: errno, path: folder) }
    let wanted = (info.me_last_pgno + 1) * Int(pages.ms_psize)
    let missing = wanted - Int(status.st_size)
    guard missing > 0 else { return }
    guard missing <= 256 * Int(pages.ms_psize) else {
      throw .damaged(path: folder, detail: "\(missing) bytes are missing at the end of the file")
    }
    // Unlike ftruncate it never shortens a file that another process enlarges meanwhile.
    if isWritable { _ = posix_fallocate(file, off_t(wanted - 1), 1) }
  }
}
