import GraphModel
import TestSupport

@testable import SPARQL

/// Random data and patterns, the same for the same seed.
struct RandomPatterns {
  private var random: Xorshift
  private var nextSlot = 6

  init(seed: UInt64) { random = Xorshift(seed: seed) }

  /// How many variables the patterns made so far have.
  var slots: Int { nextSlot }

  private mutating func below(_ bound: Int) -> Int { random.next(below: bound) }

  private mutating func iri() -> IRI { IRI("http://e/\(below(4))") }
  private mutating func predicate() -> IRI { IRI("http://e/p\(below(3))") }

  private mutating func object() -> Term {
    switch below(6) {
    case 0, 1: return .literal(String(below(4)), datatype: XSD.integer)
    case 2 where below(2) == 0: return .triple(Triple(.iri(iri()), predicate(), .iri(iri())))
    default: return .iri(iri())
    }
  }

  mutating func data() -> Set<Quad> {
    var quads: Set<Quad> = []
    for _ in 0..<(12 + below(30)) {
      let graph: Subject? = below(3) == 0 ? .iri(IRI("http://e/g\(below(2))")) : nil
      quads.insert(Quad(Triple(.iri(iri()), predicate(), object()), graph: graph))
    }
    return quads
  }

  private mutating func variable(_ pool: [Int]) -> Variable {
    Variable(slot: pool[below(pool.count)])
  }

  private mutating func term(_ pool: [Int], isObject: Bool = false) -> TermPattern {
    if below(7) > 0 { return .variable(variable(pool)) }
    if isObject, below(4) == 0 {
      return .triple(
        TriplePattern(
          .variable(variable(pool)), .term(.iri(predicate())), .variable(variable(pool))))
    }
    return .term(isObject ? object() : .iri(iri()))
  }

  private mutating func triple(_ pool: [Int]) -> TriplePattern {
    let predicate: TermPattern =
      below(4) == 0 ? .variable(variable(pool)) : .term(.iri(self.predicate()))
    return TriplePattern(term(pool), predicate, term(pool, isObject: true))
  }

  private mutating func step() -> PropertyPath {
    switch below(5) {
    case 0: return .inverse(.link(predicate()))
    case 1: return .alternative([.link(predicate()), .inverse(.link(predicate()))])
    case 2: return .sequence([.link(predicate()), .link(predicate())])
    default: return .link(predicate())
    }
  }

  private mutating func path() -> PropertyPath {
    switch below(4) {
    case 0: return .zeroOrMore(step())
    case 1: return .zeroOrOne(step())
    case 2: return .negated(forward: [predicate()], backward: below(2) == 0 ? [predicate()] : nil)
    default: return .oneOrMore(step())
    }
  }

  private mutating func operand(_ pool: [Int]) -> Expression {
    below(3) == 0 ? .term(object()) : .variable(variable(pool))
  }

  /// A test of texts, or an equation of them, which joins what nothing else does.
  private mutating func textCondition(_ pool: [Int]) -> Expression {
    let text = Expression.call(.str, [.variable(variable(pool))])
    switch below(4) {
    case 0: return .call(.equal, [text, .call(.str, [.variable(variable(pool))])])
    case 1: return .call(.contains, [.call(.lcase, [text]), .term(.string("p\(below(3))"))])
    case 2: return .call(.strends, [text, .term(.string(String(below(4))))])
    default: return .call(.strstarts, [text, .term(.string("http://e/p"))])
    }
  }

  private mutating func condition(_ pool: [Int], _ depth: Int) -> Expression {
    if below(5) == 0 { return textCondition(pool) }
    switch below(depth > 0 ? 9 : 6) {
    case 0: return .call(.bound, [.variable(variable(pool))])
    case 1: return .call(.less, [operand(pool), operand(pool)])
    case 2:
      return .call(
        .greaterOrEqual, [.variable(variable(pool)), .term(.literal("2", datatype: XSD.integer))])
    case 3: return .call(.equal, [operand(pool), operand(pool)])
    case 4: return .call(.notEqual, [operand(pool), operand(pool)])
    case 5: return .call(.not, [condition(pool, 0)])
    case 6: return .and([condition(pool, depth - 1), condition(pool, depth - 1)])
    case 7: return .or([condition(pool, depth - 1), condition(pool, depth - 1)])
    default:
      let exists = Expression.exists(plain(pool, 1))
      return below(2) == 0 ? exists : .call(.not, [exists])
    }
  }

  /// A pattern that binds nothing but by matching.
  private mutating func plain(_ pool: [Int], _ depth: Int) -> Pattern {
    switch below(depth > 0 ? 5 : 1) {
    case 1: return .union([plain(pool, depth - 1), plain(pool, depth - 1)])
    case 2: return .leftJoin(plain(pool, depth - 1), plain(pool, depth - 1), condition: nil)
    case 3: return .filter(condition(pool, 0), plain(pool, depth - 1))
    default: return .triples((0..<(1 + below(2))).map { _ in triple(pool) })
    }
  }

  mutating func pattern(_ pool: [Int] = [0, 1, 2, 3, 4, 5], _ depth: Int = 3) -> Pattern {
    guard depth > 0 else { return .triples((0..<(1 + below(2))).map { _ in triple(pool) }) }
    switch below(14) {
    case 0, 1: return .join([pattern(pool, depth - 1), pattern(pool, depth - 1)])
    case 2, 3:
      let on = below(3) == 0 ? condition(pool, 1) : nil
      return .leftJoin(pattern(pool, depth - 1), pattern(pool, depth - 1), condition: on)
    case 4, 5: return .filter(condition(pool, 2), pattern(pool, depth - 1))
    case 6: return .union([pattern(pool, depth - 1), pattern(pool, depth - 1)])
    case 7: return .minus(pattern(pool, depth - 1), pattern(pool, depth - 1))
    case 8:
      let name: NamePattern =
        below(2) == 0 ? .iri(IRI("http://e/g\(below(3))")) : .variable(variable(pool))
      return .graph(name, pattern(pool, depth - 1))
    case 9:
      let inner = pattern(pool, depth - 1)
      guard let free = pool.first(where: { !inner.mentioned.contains($0) }) else { return inner }
      return .extend(
        inner, Variable(slot: free),
        .call(.add, [.variable(variable(pool)), .term(.literal("1", datatype: XSD.integer))]))
    case 10:
      let columns = Array(Set([variable(pool), variable(pool)])).sorted()
      let rows = (0..<(1 + below(3))).map { _ in
        columns.map { _ in below(4) == 0 ? nil : object() }
      }
      return .join([.values(columns, rows), pattern(pool, depth - 1)])
    case 11: return subquery(pool, depth)
    default:
      return .join([.path(term(pool), path(), term(pool)), pattern(pool, depth - 1)])
    }
  }

  /// A subquery; what it does not project are variables of its own.
  private mutating func subquery(_ pool: [Int], _ depth: Int) -> Pattern {
    let kept = Array(pool.prefix(3))
    let inner = pattern(kept + [nextSlot, nextSlot + 1], depth - 1)
    nextSlot += 2
    let variables = kept.filter(inner.inScope.contains).map { Variable(slot: $0) }
    if below(2) == 0 { return .distinct(.project(inner, variables)) }
    let by = Array(variables.prefix(below(3)))
    let slot = pool.first { !inner.mentioned.contains($0) }
    guard let slot else { return .project(inner, variables) }
    let argument: Expression? = below(2) == 0 ? nil : .variable(variable(kept))
    let function: Aggregation.Function = argument == nil || below(2) == 0 ? .count : .sum
    return .group(
      inner, by: by,
      aggregates: [
        Aggregation(Variable(slot: slot), function, argument, distinct: below(3) == 0)
      ])
  }
}
