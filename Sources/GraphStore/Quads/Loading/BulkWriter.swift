import CLMDB
import GraphModel

/// Writes the tables of a load in order, in as many transactions as keep memory small.
///
/// The tables are those of the generation that is not in force, so nobody sees them until the
/// last transaction says that they are.
final class BulkWriter {
  private let environment: Environment
  /// The generation that is written.
  let generation: Int
  private var transaction: WriteTransaction?
  private var written = 0

  /// The bytes of values after which a transaction is committed.
  private static let batchSize = 24 << 20

  init(_ environment: Environment, generation: Int) throws(StoreError) {
    self.environment = environment
    self.generation = generation
    try begin()
    for table in Table.quads(generation: generation) { try clear(table) }
  }

  private func begin() throws(StoreError) {
    try environment.ensureRoom(8 * Self.batchSize)
    transaction = try WriteTransaction(environment)
  }

  private func clear(_ table: Table) throws(StoreError) { try transaction?.clear(table) }

  /// Adds an entry behind those of the table.
  func append(
    _ table: Table, _ key: [UInt8], _ value: UnsafeRawBufferPointer
  ) throws(StoreError) {
    if written > Self.batchSize {
      try transaction?.commit()
      transaction = nil
      written = 0
      try begin()
    }
    try transaction?.put(table, key, value, appending: true)
    written += key.count + value.count
  }

  /// Makes what was written the quads of the store, and keeps values of the caller's with them.
  func finish(
    _ layout: QuadLayout, _ statistics: LoadStatistics, _ metadata: [LoadMetadata]
  ) throws(StoreError) {
    guard let transaction else { return }
    for table in Table.quads(generation: 1 - generation) { try transaction.clear(table) }
    for table in [Table.newTerms, .newTermIDs, .predicateCounts, .graphCounts] {
      try transaction.clear(table)
    }
    try statistics.write(transaction)
    try transaction.put(.meta, QuadLayout.key, layout.encoded)
    try transaction.set(metadata)
    self.transaction = nil
    try transaction.commit()
  }

  /// Gives back the room of what was written, as far as that is possible.
  func abandon() {
    transaction?.abort()
    transaction = nil
    guard let cleaning = try? WriteTransaction(environment) else { return }
    do throws(StoreError) {
      for table in Table.quads(generation: generation) { try cleaning.clear(table) }
      try cleaning.commit()
    } catch { cleaning.abort() }
  }
}

extension Environment {
  /// Enlarges the map if less than so much of it is free behind the last page.
  func ensureRoom(_ size: Int) throws(StoreError) {
    var info = MDB_envinfo()
    var pages = MDB_stat()
    guard mdb_env_info(pointer, &info) == 0, mdb_env_stat(pointer, &pages) == 0 else { return }
    var free = info.me_mapsize - (info.me_last_pgno + 1) * Int(pages.ms_psize)
    while free < size {
      try grow()
      guard mdb_env_info(pointer, &info) == 0 else { return }
      free = info.me_mapsize - (info.me_last_pgno + 1) * Int(pages.ms_psize)
    }
  }
}
