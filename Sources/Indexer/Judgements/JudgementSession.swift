import GraphModel
import GraphStore
import Resolution

/// A store being judged: its journal, and the entities that its documents and journal give.
struct JudgementSession {
  private let store: GraphStore
  private var linker: Linker
  private var journal: JudgementJournal
  private(set) var resolution: GlobalResolution
  private let names: [DocumentID: String]

  /// Opens an indexer's store to write.
  init(_ indexer: Indexer, access: GraphStore.Access = .readWrite) throws(IndexerError) {
    store = try indexer.open(access)
    let store = self.store
    let snapshot = try Indexer.translating { try store.snapshot() }
    journal = try JudgementJournal(snapshot)
    linker = try Indexer.linker(of: snapshot)
    resolution = linker.resolve()
    names = try Indexer.translating {
      var names: [DocumentID: String] = [:]
      try snapshot.forEachDocument { names[$0.id] = $0.name }
      return names
    }
  }

  /// The name of a document.
  func name(of document: DocumentID) -> String { names[document] ?? document.value }

  /// The judgements that hold.
  var judgements: [Judgement] { journal.inForce }

  /// The place of an entity, by its present or a former identifier.
  func place(of id: EntityID) -> Int? {
    resolution.entities.firstIndex { $0.id == id }
      ?? resolution.entities.firstIndex { $0.formerIDs.contains(id) }
  }

  /// An entity as one side of a judgement.
  func side(of id: EntityID) throws(IndexerError) -> Judgement.Side {
    guard let place = place(of: id) else { throw .unknownEntity(id) }
    return side(at: place)
  }

  /// The entity at a place as one side of a judgement.
  func side(at place: Int) -> Judgement.Side {
    let entity = resolution.entities[place]
    return Judgement.Side(
      id: entity.id, label: entity.label, identities: resolution.identities[place])
  }

  /// The part of an entity that has a name, and the rest.
  func part(
    of whole: Judgement.Side, named name: String
  ) throws(IndexerError) -> (part: Judgement.Side, rest: Judgement.Side) {
    let part = whole.identities.filter { $0.isNamed(name) }
    let rest = whole.identities.filter { !$0.isNamed(name) }
    guard !part.isEmpty, !rest.isEmpty else {
      throw .noSuchPart(
        name: name, parts: whole.identities.count > 1 ? names(of: whole) : [])
    }
    return (
      Judgement.Side(id: whole.id, label: name, identities: part),
      Judgement.Side(id: whole.id, label: whole.label, identities: rest)
    )
  }

  /// The names that an entity was joined from, as documents write them; sorted.
  private func names(of side: Judgement.Side) -> [String] {
    let known = Set(side.identities)
    var names: Set<String> = []
    for link in resolution.links where known.contains(link.first) {
      names.formUnion([link.firstName, link.secondName])
    }
    return names.sorted()
  }

  /// The entity that the first of some identities is of now.
  func entity(of side: Judgement.Side) throws(IndexerError) -> EntityID? {
    resolution.identities.firstIndex { !Set($0).isDisjoint(with: side.identities) }.map {
      resolution.entities[$0].id
    }
  }

  /// Adds a judgement and links the graph anew, in one transaction.
  mutating func add(
    _ verdict: Judgement.Verdict, _ first: Judgement.Side, _ second: Judgement.Side,
    documents: [DocumentID] = [], relinks: Bool? = nil
  ) throws(IndexerError) -> Int {
    let number = journal.nextNumber
    journal.append(
      .judgement(
        Judgement(
          number: number, verdict: verdict, first: first, second: second, documents: documents)))
    try commit(relinks: relinks ?? (verdict != .unsure))
    return number
  }

  /// Undoes a judgement, or the last one, and links the graph anew.
  mutating func undo(_ number: Int?) throws(IndexerError) -> Int {
    let inForce = journal.inForce
    guard let target = number ?? inForce.last?.number,
      inForce.contains(where: { $0.number == target })
    else { throw .nothingToUndo(number) }
    journal.append(.undo(number: journal.nextNumber, of: target))
    try commit(relinks: true)
    return target
  }

  private mutating func commit(relinks: Bool) throws(IndexerError) {
    let bytes = journal.encoded()
    var graph: LinkedGraph?
    if relinks {
      linker.judgements = journal.inForce
      resolution = linker.resolve()
      graph = linker.link()
    }
    let made = graph
    let store = self.store
    try Indexer.translating {
      try store.write { transaction in
        try transaction.setMetadata(StoreCatalog.Key.judgements, bytes)
        try made?.write(in: transaction)
      }
    }
  }
}
