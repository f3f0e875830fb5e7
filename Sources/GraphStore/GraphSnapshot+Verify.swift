import CLMDB
import GraphModel

extension GraphSnapshot {
  /// Checks the whole store against itself.
  ///
  /// Every page of the file is looked at, and every value's checksum computed; the three orders of triples, the dictionary and all
  /// other indexes are made anew from documents, entities and statements and compared entry by
  /// entry; every quote is compared with the text at its place; every identifier is looked up.
  ///
  /// - Returns: What is wrong, in a fixed order; empty for a sound store. If pages or values are
  ///   damaged, these alone are told, for the rest cannot be judged.
  /// - Complexity: O(*n* log *n*) in the size of the store; the graph is held in memory.
  public func verify() throws -> [StoreProblem] {
    let faults = try PageCheck.faults(reader, .all)
    guard faults.isEmpty else {
      return faults.map { .damaged(table: $0.table, detail: "page: \($0.fault)") }
    }
    var problems = try reader.damagedValues()
    guard problems.isEmpty else { return problems }
    var entities: [Entity] = []
    try forEachEntity { entities.append($0) }
    var statements: [Statement] = []
    try forEachStatement { statements.append($0) }
    problems += try reader.documentProblems()
    problems += try EvidenceCheck(reader).problems(of: statements, mentions: true)
    let graph = DerivedGraph(entities: entities, statements: statements)
    for statement in graph.statements {
      statement.content.forEachParticipant { id in
        guard graph.entityNumbers[id] == nil else { return }
        problems.append(.missingEntity(statement.id, id))
      }
    }
    problems += try reader.indexProblems(graph)
    problems += try QuadCheck.problems(reader)
    return problems
  }
}

extension TableReader {
  /// The tables with a value that cannot be read.
  fileprivate func damagedValues() throws(StoreError) -> [StoreProblem] {
    var problems: [StoreProblem] = []
    for table in Table.allCases {
      do throws(StoreError) {
        let cursor = try cursor(table)
        var entry = try cursor.first()
        while let found = entry {
          try decodeForCheck(table, found.value)
          entry = try cursor.next()
        }
      } catch {
        guard case .damaged(_, let detail) = error else { throw error }
        problems.append(.damaged(table: table.name, detail: detail))
      }
    }
    return problems
  }

  /// Reads the values that ``GraphSnapshot/verify()`` needs, to tell which table is damaged.
  private func decodeForCheck(
    _ table: Table, _ value: UnsafeRawBufferPointer
  ) throws(StoreError) {
    _ = try decode(table, value) { reader throws(EncodingFault) in
      switch table {
      case .documents: _ = try reader.sourceDocument()
      case .entities: _ = try reader.entity()
      case .statements: _ = try reader.statement()
      default: _ = try reader.raw(reader.rest)
      }
    }
  }

  /// Documents whose text or sentences are missing or do not fit each other.
  fileprivate func documentProblems() throws(StoreError) -> [StoreProblem] {
    var problems: [StoreProblem] = []
    for document in try documents() {
      do throws(StoreError) {
        let sentences = try sentences(document.id)
        guard sentences?.count == document.sentenceCount, try record(document.id) != nil else {
          throw damaged(.documents, "\(document.id.value): a part is missing")
        }
      } catch {
        guard case .damaged(_, let detail) = error else { throw error }
        problems.append(.damaged(table: Table.sentences.name, detail: detail))
      }
    }
    return problems
  }

  /// The indexes that are not what the graph and the texts give.
  fileprivate func indexProblems(_ graph: DerivedGraph) throws(StoreError) -> [StoreProblem] {
    var seen: [Table: Int] = [:]
    var wrong: [Table: Int] = [:]
    let compare: DerivedGraph.Emit = { (table, key, value) throws(StoreError) in
      seen[table, default: 0] += 1
      let stored = try self.value(table, key)
      let expected = value.withUnsafeBytes { value in
        let payload = UnsafeRawBufferPointer(rebasing: value.dropLast(Checksum.size))
        return stored.map { $0.elementsEqual(payload) } ?? false
      }
      if !expected { wrong[table, default: 0] += 1 }
    }
    var counts = try graph.emit(compare)
    let index = try wordIndex()
    try index.emit(compare)
    counts.sentences = index.sentenceCount
    counts.words = index.wordCount
    if try count(.entities) + count(.statements) + count(.words) > 0, try graphCounts() != counts {
      wrong[.meta] = 1
    }
    var problems: [StoreProblem] = []
    for table in [Table.meta] + Table.derived {
      let extra = table == .meta ? 0 : try count(table) - (seen[table] ?? 0)
      let entries = (wrong[table] ?? 0) + max(0, extra)
      if entries > 0 { problems.append(.indexDiffers(table: table.name, entries: entries)) }
    }
    return problems
  }
}
