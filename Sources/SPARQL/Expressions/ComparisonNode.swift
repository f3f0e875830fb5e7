internal import GraphModel

/// A comparison of a variable with a constant: values inside numbers need no dictionary.
final class ComparisonNode: ExpressionNode {
  private let function: BuiltIn
  private let place: Int
  private let constant: Value
  private let constantID: UInt64
  private let functions: Functions
  /// A number, in millionths.
  private let millionths: Int128?
  private let date: UInt64?
  /// Whether equality with the constant is equality of numbers.
  private let isName: Bool

  init(_ function: BuiltIn, _ place: Int, _ constant: Value, _ scope: QueryScope) throws {
    self.function = function
    self.place = place
    self.constant = constant
    functions = Functions(scope)
    constantID = try scope.terms.id(of: constant)
    var millionths: Int128?
    var isName = false
    switch try scope.terms.resolve(constant) {
    case .number(let number) where number.rank <= .decimal:
      if let exact = number.decimal, exact.scale <= 6, exact.coefficient.magnitude < 1 << 80 {
        millionths = exact.coefficient * (ExactDecimal.power(6 - exact.scale) ?? 1)
      }
    case .iri: isName = true
    default: break
    }
    self.millionths = millionths
    self.isName = isName && (function == .equal || function == .notEqual)
    let id = TermID(rawValue: constantID)
    date = id.kind == .date ? id.payload : nil
  }

  private func holds(_ order: Int) -> Bool {
    switch function {
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    case .equal: order == 0
    default: order != 0
    }
  }

  private func order<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }

  private func test(_ raw: UInt64) throws -> Bool? {
    if raw == 0 { return nil }
    let id = TermID(rawValue: raw)
    if isName, id.kind != .made { return (raw == constantID) == (function == .equal) }
    if let millionths {
      switch id.kind {
      case .integer: return holds(order(Int128(id.integerValue ?? 0) * 1_000_000, millionths))
      case .decimal: return holds(order(Int128(id.decimalMillionths ?? 0), millionths))
      default: break
      }
    } else if let date, id.kind == .date {
      return holds(order(id.payload, date))
    }
    guard case .boolean(let truth)? = try functions.call(function, .id(raw), constant) else {
      return nil
    }
    return truth
  }

  override func value(_ batch: Batch, _ row: Int) throws -> Value? {
    try test(batch.columns[place][row]).map(Value.boolean)
  }

  override func truth(_ batch: Batch, _ row: Int, _ terms: TermTable) throws -> Bool? {
    try test(batch.columns[place][row])
  }

  override func select(_ batch: Batch, _ keep: inout [Bool], _ terms: TermTable) throws {
    let column = batch.columns[place]
    for row in 0..<batch.count where keep[row] {
      if try test(column[row]) != true { keep[row] = false }
    }
  }
}
