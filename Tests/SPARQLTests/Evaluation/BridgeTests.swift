import GraphModel
import Synchronization
import Testing

@testable import SPARQL

@Suite("Equations that join")
struct BridgeTests {
  /// A function that gives each ship its owner, and counts how often it is asked.
  private final class Owners: ExtensionFunctions {
    let calls = Mutex(0)
    let isKnown: Bool

    init(isKnown: Bool = true) { self.isKnown = isKnown }

    func contains(_ function: IRI) -> Bool { function.value == "http://e/owner" }
    func comparesByIdentity(_ function: IRI) -> Bool { isKnown && contains(function) }

    func call(_ function: IRI, _ arguments: [Term]) -> Term? {
      calls.withLock { $0 += 1 }
      guard case .iri(let ship)? = arguments.first, let number = Int(ship.value.suffix(2)),
        number % 5 > 0
      else { return nil }
      return number % 5 == 4
        ? .string("nobody") : .iri(IRI("http://e/p\(number % 5 == 3 ? 99 : 10 + number % 7)"))
    }
  }

  private static let data: String = {
    let ships = (10..<90).map { ":s\($0) a :Ship ; :length \($0 % 9) ." }
    let people = (10..<60).map { ":p\($0) a :Person ; :label \"P\($0)\", \"nobody\" ." }
    return (ships + people).joined(separator: "\n")
  }()

  private static let queries = [
    "SELECT ?s ?p { ?s a :Ship . ?p a :Person FILTER(:owner(?s) = ?p) }",
    "SELECT ?s ?p { ?s a :Ship ; :length 4 . ?p a :Person ; :label ?l FILTER(?p = :owner(?s)) }",
    "SELECT ?s ?l { ?s a :Ship . ?p :label ?l FILTER(:owner(?s) = ?l) }",
    "SELECT ?s ?t { ?s a :Ship . ?t a :Ship FILTER(:owner(?s) = :owner(?t) && ?s != ?t) }",
    "SELECT ?s ?p { ?s a :Ship . OPTIONAL { ?s :flag ?f } ?p a :Person FILTER(:owner(?s) = ?p) }",
    "SELECT ?s ?f { ?s a :Ship . ?t a :Ship OPTIONAL { ?t :flag ?f } FILTER(:owner(?s) = ?f) }",
    "SELECT ?s ?p { ?s a :Ship . ?p a :Person FILTER(:owner(?s) = ?p && ?s < ?p) }",
    "SELECT ?a ?b { ?a :label ?l . ?b :length ?n FILTER(STR(?a) = STR(?b)) }",
    "SELECT ?n { ?a :length ?n . ?b :length ?m . ?c a :Person FILTER(STR(?n) = STR(?m) && IRI(?a) = ?b) }",
    "SELECT ?s { ?s a :Ship . ?p a :Person FILTER(:owner(?s) = ?p || ?s = :s11) }",
  ]

  @Test("give what the product with a filter gives", arguments: queries)
  func agree(query: String) throws {
    let joined = try Answers.rows(query, Self.data, options: QueryOptions(functions: Owners()))
    let product = try Answers.rows(
      query, Self.data, options: QueryOptions(functions: Owners(isKnown: false)))
    #expect(joined.sorted() == product.sorted())
  }

  @Test("ask the function once a row, and make no product")
  func cost() throws {
    let owners = Owners()
    let dataset = try Answers.dataset(Self.data)
    let query = try Query("PREFIX : <http://e/> \(Self.queries[0])")
    let plan = try query.explain(
      over: dataset, options: QueryOptions(functions: owners), running: true)
    func most(_ step: Explanation) -> UInt64 {
      step.inputs.map(most).reduce(step.produced ?? 0, max)
    }
    #expect(owners.calls.withLock { $0 } == 80)
    #expect(most(plan) <= 80)
    #expect(plan.produced == 32)
  }
}
