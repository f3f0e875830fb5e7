internal import GraphModel

/// A compiled expression: its variables are columns of the batches that it is evaluated over.
class ExpressionNode {
  /// What the expression is worth for a row; `nil` is an error, or unbound.
  func value(_ batch: Batch, _ row: Int) throws -> Value? { nil }

  /// The effective boolean value for a row; `nil` is an error.
  func truth(_ batch: Batch, _ row: Int, _ terms: TermTable) throws -> Bool? {
    guard let value = try value(batch, row) else { return nil }
    return try terms.resolve(value).unwrapped.effectiveBoolean
  }

  /// Clears the flags of the rows for which the expression is not true.
  func select(_ batch: Batch, _ keep: inout [Bool], _ terms: TermTable) throws {
    for row in 0..<batch.count where keep[row] {
      if row & 127 == 127 { try terms.check() }
      if try truth(batch, row, terms) != true { keep[row] = false }
    }
  }

  /// The number of the value for each row; 0 is an error, or unbound.
  func column(_ batch: Batch, _ scope: QueryScope) throws -> [UInt64] {
    var ids = [UInt64](repeating: 0, count: batch.count)
    for row in 0..<batch.count {
      if row & 127 == 127 { try scope.terms.check() }
      if let value = try value(batch, row) { ids[row] = try scope.terms.id(of: value) }
    }
    return ids
  }
}

/// A variable that has a column.
final class ColumnNode: ExpressionNode {
  let place: Int

  init(_ place: Int) { self.place = place }

  override func value(_ batch: Batch, _ row: Int) -> Value? {
    let id = batch.columns[place][row]
    return id == 0 ? nil : .id(id)
  }

  override func column(_ batch: Batch, _ scope: QueryScope) -> [UInt64] { batch.columns[place] }
}

/// A constant; `nil` is one that is always an error.
final class ConstantNode: ExpressionNode {
  let constant: Value?

  init(_ constant: Value?) { self.constant = constant }

  override func value(_ batch: Batch, _ row: Int) -> Value? { constant }
}

/// Whether a variable is bound.
final class BoundNode: ExpressionNode {
  private let place: Int?

  init(_ place: Int?) { self.place = place }

  override func value(_ batch: Batch, _ row: Int) -> Value? {
    .boolean(place.map { batch.columns[$0][row] != 0 } ?? false)
  }
}

/// A function that evaluates all of its arguments.
final class CallNode: ExpressionNode {
  private let function: BuiltIn
  private let arguments: [ExpressionNode]
  private let functions: Functions

  init(_ function: BuiltIn, _ arguments: [ExpressionNode], _ scope: QueryScope) {
    self.function = function
    self.arguments = arguments
    functions = Functions(scope)
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    switch arguments.count {
    case 0: return try functions.call(function)
    case 1:
      guard let only = try arguments[0].value(batch, row) else { return nil }
      return try functions.call(function, only)
    case 2:
      guard let first = try arguments[0].value(batch, row),
        let second = try arguments[1].value(batch, row)
      else { return nil }
      return try functions.call(function, first, second)
    default:
      var values: [Value] = []
      for argument in arguments {
        guard let value = try argument.value(batch, row) else { return nil }
        values.append(value)
      }
      return try functions.call(function, values)
    }
  }
}

/// "And" or "or" of several, with errors as section 17.2 of SPARQL 1.1 says.
final class LogicNode: ExpressionNode {
  private let parts: [ExpressionNode]
  /// The value of a part that decides: false for "and", true for "or".
  private let decisive: Bool
  private let terms: TermTable

  init(_ parts: [ExpressionNode], decisive: Bool, _ terms: TermTable) {
    self.parts = parts
    self.decisive = decisive
    self.terms = terms
  }

  override func truth(_ batch: Batch, _ row: Int, _ terms: TermTable) throws -> Bool? {
    var failed = false
    for part in parts {
      switch try part.truth(batch, row, terms) {
      case decisive?: return decisive
      case nil: failed = true
      default: break
      }
    }
    return failed ? nil : !decisive
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    try truth(batch, row, terms).map(Value.boolean)
  }

  override func select(_ batch: Batch, _ keep: inout [Bool], _ terms: TermTable) throws {
    if !decisive {
      // A row stays if each part is true.
      for part in parts { try part.select(batch, &keep, terms) }
      return
    }
    var open = keep
    var found = [Bool](repeating: false, count: batch.count)
    for part in parts {
      var these = open
      try part.select(batch, &these, terms)
      for row in 0..<batch.count where these[row] {
        found[row] = true
        open[row] = false
      }
    }
    keep = found
  }
}

/// `!`, with the effective boolean value of its argument.
final class NotNode: ExpressionNode {
  private let part: ExpressionNode
  private let terms: TermTable

  init(_ part: ExpressionNode, _ terms: TermTable) {
    self.part = part
    self.terms = terms
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    try part.truth(batch, row, terms).map { .boolean(!$0) }
  }
}

/// `IF`.
final class ConditionalNode: ExpressionNode {
  private let condition: ExpressionNode
  private let yes: ExpressionNode
  private let no: ExpressionNode
  private let terms: TermTable

  init(_ parts: [ExpressionNode], _ terms: TermTable) {
    (condition, yes, no) = (parts[0], parts[1], parts[2])
    self.terms = terms
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let truth = try condition.truth(batch, row, terms) else { return nil }
    return try (truth ? yes : no).value(batch, row)
  }
}

/// `COALESCE`.
final class CoalesceNode: ExpressionNode {
  private let parts: [ExpressionNode]

  init(_ parts: [ExpressionNode]) { self.parts = parts }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    for part in parts {
      if let value = try part.value(batch, row) { return value }
    }
    return nil
  }
}

/// `IN` and `NOT IN`.
final class MembershipNode: ExpressionNode {
  private let parts: [ExpressionNode]
  private let isNegated: Bool
  private let functions: Functions
  /// The list, if it is of IRIs alone: then equal numbers are all that counts, and nothing fails.
  private let iris: Set<UInt64>?

  init(_ parts: [ExpressionNode], isNegated: Bool, _ scope: QueryScope) throws {
    self.parts = parts
    self.isNegated = isNegated
    functions = Functions(scope)
    var iris: Set<UInt64>? = []
    for part in parts.dropFirst() {
      guard case .id(let id)? = (part as? ConstantNode)?.constant,
        case .iri = try scope.terms.term(of: id)
      else {
        iris = nil
        break
      }
      iris?.insert(id)
    }
    self.iris = iris
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let wanted = try parts[0].value(batch, row) else { return nil }
    if let iris, case .id(let id) = wanted { return .boolean(iris.contains(id) != isNegated) }
    var failed = false
    for part in parts.dropFirst() {
      guard let value = try part.value(batch, row), let equal = try functions.equal(wanted, value)
      else {
        failed = true
        continue
      }
      if equal { return .boolean(!isNegated) }
    }
    return failed ? nil : .boolean(isNegated)
  }
}

/// A blank node for a label: the same for the same label in one row.
final class LabelNode: ExpressionNode {
  private let label: ExpressionNode
  private let scope: QueryScope

  init(_ label: ExpressionNode, _ scope: QueryScope) {
    self.label = label
    self.scope = scope
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    guard let value = try label.value(batch, row),
      case .string(let text) = try scope.terms.resolve(value)
    else { return nil }
    return .blank(try scope.blankNode(labelled: text))
  }
}

/// A cast, or a function that a store adds.
final class FunctionNode: ExpressionNode {
  private let iri: IRI
  private let cast: Datatype?
  private let arguments: [ExpressionNode]
  private let extensions: (any ExtensionFunctions)?
  private let terms: TermTable

  init(
    _ iri: IRI, _ arguments: [ExpressionNode], _ extensions: (any ExtensionFunctions)?,
    _ terms: TermTable
  ) throws {
    self.iri = iri
    self.arguments = arguments
    self.extensions = extensions
    self.terms = terms
    cast = arguments.count == 1 ? Datatype(iri.value) : nil
    guard cast != nil || extensions?.contains(iri) == true else { return }
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    var values: [Value] = []
    for argument in arguments {
      guard let value = try argument.value(batch, row) else { return nil }
      values.append(value)
    }
    if let cast { return Cast.cast(try terms.resolve(values[0]).unwrapped, to: cast) }
    guard let extensions, extensions.contains(iri) else { return nil }
    let given = try values.map(terms.term)
    switch try extensions.call(iri, given) {
    case nil: return nil
    // A string is not kept: there may be one for each row.
    case .literal(let text, XSD.string)?: return .string(text)
    case let term?: return .id(try terms.id(of: term))
    }
  }
}

/// EXISTS in a place where it is no join: asked for each row, once for equal bindings.
final class ExistsNode: ExpressionNode {
  private let places: [(slot: Int, place: Int)]
  private let ask: ([Int: Term]) throws -> Bool
  private let terms: TermTable
  private var known: [[UInt64]: Bool] = [:]

  init(
    _ places: [(slot: Int, place: Int)], _ terms: TermTable,
    ask: @escaping ([Int: Term]) throws -> Bool
  ) {
    self.places = places
    self.terms = terms
    self.ask = ask
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    let key = places.map { batch.columns[$0.place][row] }
    if let answer = known[key] { return .boolean(answer) }
    var bindings: [Int: Term] = [:]
    for (index, place) in places.enumerated() where key[index] != 0 {
      bindings[place.slot] = try terms.term(of: key[index])
    }
    let answer = try ask(bindings)
    if known.count < 100_000 { known[key] = answer }
    return .boolean(answer)
  }
}
