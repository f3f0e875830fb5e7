public import GraphModel
import GraphStore
import Resolution

/// What a list of known names holds, and what was recognised by it.
public struct KnownNamesSummary: Hashable, Sendable {
  /// The list.
  public let list: String
  /// How many things it has.
  public let things: Int
  /// How many names they have.
  public let names: Int
  /// How many entities were recognised as things of it.
  public let linked: Int
  /// How many more may be, for a person to judge.
  public let proposed: Int
}

extension Indexer {
  /// Takes a list of known names into the store, in place of one of its name, and links the graph
  /// anew; every later build recognises entities by it.
  ///
  /// The store is made if it is not there.
  ///
  /// - Returns: What the list holds and what was recognised.
  @discardableResult
  public func importNames(_ list: Gazetteer) throws(IndexerError) -> KnownNamesSummary {
    let store = try Self.translating { try GraphStore.open(at: path, access: .readWrite) }
    try relink(store) { $0.put(list) }
    let found = try knownNames().first { $0.list == list.name }
    return found
      ?? KnownNamesSummary(list: list.name, things: 0, names: 0, linked: 0, proposed: 0)
  }

  /// Takes a list of known names out, and links the graph anew.
  ///
  /// - Throws: ``IndexerError/unknownNames(_:lists:)``.
  public func removeNames(_ list: String) throws(IndexerError) {
    let store = try open(.readWrite)
    let shelf = try GazetteerShelf(try Self.translating { try store.snapshot() })
    guard shelf.lists.contains(where: { $0.name == list }) else {
      throw .unknownNames(list, lists: shelf.lists.map(\.name))
    }
    try relink(store) { $0.remove(list) }
  }

  /// The lists of known names in the store, by name.
  public func knownNames() throws(IndexerError) -> [KnownNamesSummary] {
    let store = try open(.readOnly)
    let snapshot = try Self.translating { try store.snapshot() }
    let lists = try GazetteerShelf(snapshot).lists
    guard !lists.isEmpty else { return [] }
    var linked: [String: Int] = [:]
    try Self.translating {
      try snapshot.forEachEntity {
        for match in $0.exactMatches { linked[match.list, default: 0] += 1 }
      }
    }
    let proposals = try Self.proposals(in: snapshot)
    return lists.map { list in
      KnownNamesSummary(
        list: list.name, things: list.things.count,
        names: list.things.reduce(0) { $0 + $1.names.count }, linked: linked[list.name] ?? 0,
        proposed: proposals.count { $0.match.list == list.name })
    }
  }

  /// The entities that may be known things, the likeliest first.
  public func matchProposals(limit: Int) throws(IndexerError) -> [MatchProposal] {
    let store = try open(.readOnly)
    return Array(try Self.proposals(in: Self.translating { try store.snapshot() }).prefix(limit))
  }

  /// Writes down whether an entity is a known thing, and links the graph anew.
  ///
  /// - Returns: The number of the line in the journal.
  /// - Throws: ``IndexerError/unknownEntity(_:)``.
  @discardableResult
  public func judge(
    _ verdict: JournalLine.Verdict, _ entity: EntityID, is match: ExactMatch
  ) throws(IndexerError) -> Int {
    var session = try JudgementSession(self)
    guard let kind = Judgement.Verdict(rawValue: verdict.rawValue), kind != .apart else {
      throw .nothingToUndo(nil)
    }
    let side = try session.side(of: entity)
    let known = Judgement.Side(
      id: EntityID(match.target), label: match.label, identities: [Identity(match)])
    return try session.add(kind, side, known, relinks: true)
  }

  private static func proposals(
    in snapshot: GraphSnapshot
  ) throws(IndexerError) -> [MatchProposal] {
    try translating {
      ProposalTable.decode(try snapshot.metadata(StoreCatalog.Key.proposals) ?? [])
    }
  }

  /// Changes the lists and links the graph anew, in one transaction.
  private func relink(
    _ store: GraphStore, _ change: (inout GazetteerShelf) -> Void
  ) throws(IndexerError) {
    let snapshot = try Self.translating { try store.snapshot() }
    var shelf = try GazetteerShelf(snapshot)
    change(&shelf)
    var linker = try Self.linker(of: snapshot)
    linker.gazetteers = shelf.lists
    let hasDocuments = try Self.translating { try snapshot.counts.documents > 0 }
    let graph = hasDocuments ? linker.link() : nil
    let bytes = shelf.encoded
    try Self.translating {
      try store.write { transaction in
        try transaction.setMetadata(StoreCatalog.Key.gazetteers, bytes)
        try graph?.write(in: transaction)
      }
    }
  }
}
