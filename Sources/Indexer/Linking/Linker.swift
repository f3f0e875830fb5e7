import Extraction
import GraphModel
import Resolution
import Synchronization

/// Makes one graph of the records of all documents.
///
/// The graph is a pure function of the set of records: documents are taken by identifier, claims in
/// the order of the text, and nothing else is looked at. Claims with one content become one
/// statement with all their evidence; its words are those of the first piece.
///
/// A linker is given the documents one by one, so that no more than one text is in memory; the
/// extractions of all of them are.
struct Linker {
  /// The version of the rules of linking and resolution; a store that was linked by another is
  /// linked anew.
  static let version = 11

  /// What people decided about identity.
  var judgements: [Judgement] = []
  /// The lists of known things that entities are recognised by.
  var gazetteers: [Gazetteer] = []
  private var documents: [Pending] = []
  private var copies = CopyFinder()

  /// A document whose quotes were checked.
  private struct Pending: Sendable {
    let id: DocumentID
    var extraction: ExtractedDocument
    var local: LocalResolution
    let isSound: [Bool]
    let isExact: [Bool]
    let page: PagePassages?
  }

  /// Adds a document: checks its quotes and finds the things that it speaks of.
  mutating func add(_ document: LinkableDocument) {
    copies.add(document.id, text: document.text)
    documents.append(Self.prepared(document))
  }

  private static func prepared(_ document: LinkableDocument) -> Pending {
    let extraction = document.record.extraction
    let quotes = QuoteCheck(document.text)
    return Pending(
      id: document.id, extraction: extraction, local: LocalResolver().resolve(extraction),
      isSound: extraction.claims.map { quotes.holds($0.quoteText, at: $0.quote) },
      isExact: extraction.mentions.map { quotes.holds($0.text, at: $0.span) },
      page: document.record.page)
  }

  /// Adds many documents, which threads load and check side by side.
  ///
  /// - Parameters:
  ///   - sources: The documents.
  ///   - threads: The number of threads.
  ///   - load: Gives what linking needs of a document; is called on any thread.
  /// - Throws: What loading the first document throws that cannot be loaded.
  mutating func add(
    _ sources: [SourceDocument], threads: Int = 2,
    _ load: @escaping @Sendable (SourceDocument) throws(IndexerError) -> LinkableDocument
  ) throws(IndexerError) {
    var rest = sources[...]
    while !rest.isEmpty {
      let some = Array(rest.prefix(Self.window))
      rest = rest.dropFirst(some.count)
      let loading = Loading(count: some.count)
      let crew = try ThreadCrew(min(threads, some.count)) {
        while let index = loading.next() {
          do throws(IndexerError) {
            let document = try load(some[index])
            loading.set(index, .success((document.text, Self.prepared(document))))
          } catch {
            loading.set(index, .failure(error))
          }
        }
      }
      crew.join()
      for result in loading.results {
        let (text, document) = try result.get()
        copies.add(document.id, text: text)
        documents.append(document)
      }
    }
  }

  /// The texts of so many documents are in memory at once while documents are loaded.
  private static let window = 128

  /// Documents that threads load.
  private final class Loading: Sendable {
    private struct State {
      var next = 0
      var results: [Result<(text: [UInt8], document: Pending), IndexerError>?]
    }

    private let state: Mutex<State>

    init(count: Int) { state = Mutex(State(results: Array(repeating: nil, count: count))) }

    /// The next document to load, if there is one.
    func next() -> Int? {
      state.withLock { state in
        guard state.next < state.results.count else { return nil }
        state.next += 1
        return state.next - 1
      }
    }

    func set(_ index: Int, _ result: Result<(text: [UInt8], document: Pending), IndexerError>) {
      state.withLock { $0.results[index] = result }
    }

    /// What was loaded, in order.
    var results: [Result<(text: [UInt8], document: Pending), IndexerError>] {
      state.withLock { $0.results.compactMap { $0 } }
    }
  }

  /// Links the documents that were added to one graph.
  ///
  /// - Complexity: O(*n* log *n*) with *n* mentions and claims in all documents.
  mutating func link() -> LinkedGraph {
    documents.sort { $0.id < $1.id }
    let resolution = resolve()
    forgetEntities()
    let copies = self.copies.groups()
    self.copies = CopyFinder()
    let shared = SharedPassages(
      documents.lazy.compactMap { document in document.page.map { (id: document.id, passages: $0) }
      },
      copies: copies)
    var gathering = Gathering(
      entityCount: resolution.entities.count,
      claimCount: documents.reduce(0) { $0 + $1.extraction.claims.count })
    for d in documents.indices {
      gathering.add(
        documents[d], reader(of: documents[d], number: d, in: resolution),
        without: documents[d].page.map(shared.sentences) ?? [])
      // Statements stand in their stead.
      documents[d].extraction.claims = []
    }
    var graph = gathering.graph(entities: resolution.entities)
    graph.copies = copies
    recognise(gathering.entities, in: resolution, &graph)
    return graph
  }

  /// Recognises the entities of a graph in the lists of known things; `places` are theirs in the
  /// resolution.
  private func recognise(
    _ places: [Int], in resolution: GlobalResolution, _ graph: inout LinkedGraph
  ) {
    guard !gazetteers.isEmpty else { return }
    var countries = [Set<String>](repeating: [], count: resolution.entities.count)
    for (d, document) in documents.enumerated() {
      let named = Set(
        document.extraction.mentions.lazy.filter { $0.kind == .name }
          .flatMap { CountryName.context($0.core) })
      for entity in Set(resolution.entityOfLocal[d]) { countries[entity].formUnion(named) }
    }
    let subjects = places.enumerated().map { number, place in
      KnownThingFinder.Subject(
        entity: graph.entities[number], place: number, identities: resolution.identities[place],
        countries: countries[place])
    }
    for list in gazetteers {
      let found = KnownThingFinder(list, judgements: judgements).find(subjects)
      for (number, matches) in found.links { graph.entities[number].exactMatches += matches }
      graph.proposals += found.candidates.map {
        MatchProposal(entity: graph.entities[$0.entity].id, match: $0.match)
      }
    }
    graph.proposals.sort {
      ($1.match.score, $0.entity, $0.match.target, $0.match.list)
        < ($0.match.score, $1.entity, $1.match.target, $1.match.list)
    }
  }

  /// Links the documents that were added to one graph each, in the order of adding.
  ///
  /// Entities have one identifier in all of them.
  mutating func linkEach() -> [LinkedGraph] {
    let resolution = resolve()
    forgetEntities()
    return documents.indices.map { d in
      var gathering = Gathering(
        entityCount: resolution.entities.count,
        claimCount: documents[d].extraction.claims.count)
      gathering.add(documents[d], reader(of: documents[d], number: d, in: resolution))
      documents[d].extraction.claims = []
      return gathering.graph(entities: resolution.entities)
    }
  }

  /// The entities of all documents, in the order of adding.
  func resolve() -> GlobalResolution {
    GlobalResolver().resolve(
      documents.map { DocumentEntities(document: $0.id, resolution: $0.local) },
      judgements: judgements)
  }

  /// Forgets the things of each document, once those of all are made of them.
  private mutating func forgetEntities() {
    for d in documents.indices {
      documents[d].local = LocalResolution(
        entities: [], entityOfMention: documents[d].local.entityOfMention)
    }
    let mentions = documents.reduce(0) { $0 + $1.extraction.mentions.count }
    if mentions >= Self.manyMentions { FreedMemory.giveBack() }
  }

  /// With so many mentions, making things of them leaves megabytes behind.
  private static let manyMentions = 20_000

  private func reader(
    of document: Pending, number: Int, in resolution: GlobalResolution
  ) -> ClaimReader {
    ClaimReader(
      document: document.id, mentions: document.extraction.mentions, isExact: document.isExact,
      entities: document.local.entityOfMention.map { resolution.entityOfLocal[number][$0] },
      table: resolution.entities)
  }

  /// Statements in the making.
  private struct Gathering {
    private var statements: [Statement] = []
    private var places: [StatementID: Int] = [:]
    private var used: Set<Int> = []
    private var mismatched = 0

    init(entityCount: Int, claimCount: Int) {
      used.reserveCapacity(min(entityCount, 1 << 16))
      statements.reserveCapacity(claimCount)
    }

    mutating func add(
      _ document: Pending, _ reader: ClaimReader, without leftOut: Set<Int> = []
    ) {
      for (c, claim) in document.extraction.claims.enumerated() {
        guard document.isSound[c] else {
          mismatched += 1
          continue
        }
        guard !leftOut.contains(claim.sentence), let content = reader.content(of: claim) else {
          continue
        }
        let evidence = reader.evidence(of: claim)
        let statement = Statement(content, confidence: claim.confidence, from: evidence)
        let place = places[statement.id, default: statements.count]
        if place < statements.count {
          statements[place].add(evidence, confidence: claim.confidence)
        } else {
          used.formUnion(reader.participants(of: claim))
          places[statement.id] = place
          statements.append(statement)
        }
      }
    }

    /// The places of the entities that statements speak of.
    var entities: [Int] { used.sorted() }

    /// The graph; the statements are given away.
    mutating func graph(entities: [Entity]) -> LinkedGraph {
      // Statements are large, so places are sorted in their stead.
      var statements: [Statement] = []
      swap(&statements, &self.statements)
      statements.reorder(places.sorted { $0.key < $1.key }.map(\.value))
      return LinkedGraph(
        entities: self.entities.map { entities[$0] }, statements: statements,
        mismatched: mismatched)
    }
  }
}
