import Glibc
import GraphModel
import Synchronization
import Testing

@testable import SPARQL

private final class Questions: Sendable {
  let count = Atomic<Int>(0)
}

@Suite("Queries on several threads")
struct ParallelQueryTests {
  /// A thousand things in a ring, each with a number, a name and two groups.
  private static let ring: SharedQuads = {
    let data = MemoryDataset()
    func add(_ s: Int, _ p: String, _ o: Term) {
      data.insert(Quad(Triple(.iri(IRI("http://e/n\(s)")), IRI("http://e/\(p)"), o)))
    }
    for n in 0..<1000 {
      add(n, "next", .iri(IRI("http://e/n\((n + 1) % 1000)")))
      add(n, "number", .literal(String(n * 7 % 1000), datatype: XSD.integer))
      add(n, "name", .string("Berth \(n) of the north quay"))
      add(n, "in", .iri(IRI("http://e/g\(n % 13)")))
      if n % 3 == 0 { add(n, "in", .iri(IRI("http://e/g\(n % 17)"))) }
    }
    return SharedQuads(data)
  }()

  private static func options(_ threads: Int) -> QueryOptions {
    var options = QueryOptions(threads: threads)
    options.pieceRows = 20
    return options
  }

  @Test(
    "give the rows of one thread, in its order",
    arguments: [
      "SELECT * { ?a :next ?b }",
      "SELECT * { ?a :next ?b . ?b :next ?c . ?c :number ?n }",
      "SELECT * { ?a :name ?t FILTER(CONTAINS(LCASE(STR(?t)), 'berth 3')) }",
      "SELECT * { ?a :name ?t . ?a :number ?n FILTER(STRSTARTS(?t, 'Berth 9') && ?n > 400) }",
      "SELECT * { ?a :next ?b OPTIONAL { ?b :in ?g . ?g :none ?x } }",
      "SELECT * { ?a :next ?b OPTIONAL { ?b :number ?n FILTER(?n < 100) } }",
      "SELECT * { ?a :next ?b FILTER EXISTS { ?b :in :g4 } }",
      "SELECT * { ?a :next ?b MINUS { ?b :in :g4 } }",
      "SELECT * { ?a :in ?g . ?b :in ?g . ?a :next ?b }",
      "SELECT ?g (COUNT(DISTINCT ?a) AS ?n) (SUM(?m) AS ?s) { ?a :in ?g ; :number ?m } GROUP BY ?g",
      "SELECT (COUNT(?a) AS ?n) { ?a :in ?g }",
      "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?b) AS ?m) { { ?a :next ?b } UNION { ?a :in ?b } }",
      "SELECT DISTINCT ?g { ?a :in ?g . ?a :next ?b . ?b :in ?g }",
      "SELECT * { ?a ?p ?b } ORDER BY ?p LIMIT 40",
      "SELECT * { ?a ?p ?b FILTER(?p != :in) } OFFSET 2500 LIMIT 5",
      "SELECT (COUNT(*) AS ?n) { ?a :next ?b . ?a :in ?g BIND(CONCAT(STR(?g), 'x') AS ?made) }",
      "ASK { ?a :next ?b . ?b :next ?a }",
    ])
  func agree(query: String) throws {
    let source = Self.ring
    let alone = try Answers.rows(query, source, options: Self.options(1))
    #expect(!alone.isEmpty)
    #expect(
      try alone.sorted() == Answers.rows(query, source.dataset).sorted() || query.contains("LIMIT"))
    for threads in [2, 3, 8] {
      #expect(try Answers.rows(query, source, options: Self.options(threads)) == alone)
    }
  }

  @Test("each row is worked on once, by one of the threads")
  func shared() throws {
    final class Noting: ExtensionFunctions {
      /// What was asked, and by which threads.
      let seen = Mutex<(asked: Set<String>, threads: Set<pthread_t>)>(([], []))
      func contains(_ function: IRI) -> Bool { true }
      func call(_ function: IRI, _ arguments: [Term]) -> Term? {
        seen.withLock {
          $0.asked.insert("\(arguments)")
          $0.threads.insert(pthread_self())
        }
        return .literal("true", datatype: XSD.boolean)
      }
    }
    let functions = Noting()
    var options = Self.options(4)
    options.functions = functions
    let rows = try Answers.rows(
      "SELECT * { ?a :next ?b FILTER(:note(?a)) }", Self.ring, options: options)
    #expect(rows.count == 1000)
    let (asked, threads) = functions.seen.withLock { ($0.asked.count, $0.threads.count) }
    #expect(asked == 1000 && (1...4).contains(threads))
  }

  private func failure(_ query: String, _ source: SharedQuads, _ options: QueryOptions)
    -> QueryError?
  {
    do {
      _ = try Answers.rows(query, source, options: options)
      return nil
    } catch { return error as? QueryError }
  }

  @Test("the limits hold in every thread")
  func limits() throws {
    let source = Self.ring
    let product =
      "SELECT (COUNT(*) AS ?n) { ?a :next ?b . ?c :next ?d . ?e :next ?f FILTER(?a != ?f) }"
    var options = Self.options(3)
    options.timeout = 0.1
    guard case .timedOut? = failure(product, source, options) else {
      Issue.record("was not stopped in time")
      return
    }
    options = Self.options(3)
    options.memoryLimit = 1 << 16
    guard case .outOfMemory? = failure("SELECT DISTINCT * { ?a ?p ?b }", source, options) else {
      Issue.record("took more memory than it may")
      return
    }
    options = Self.options(3)
    let asked = Questions()
    options.isCancelled = { asked.count.add(1, ordering: .relaxed).newValue > 30 }
    guard case .cancelled? = failure("SELECT * { ?a :next ?b . ?b :next ?c }", source, options)
    else {
      Issue.record("was not cancelled")
      return
    }
  }

  @Test("a failure in one of them is the query's")
  func failures() {
    struct Broken: Error {}
    let source = SharedQuads(Self.ring.dataset, failure: Broken())
    guard case .source(let error)? = failure("SELECT * { ?a :next ?b }", source, Self.options(3))
    else {
      Issue.record("did not fail")
      return
    }
    #expect(error is Broken)
  }
}
