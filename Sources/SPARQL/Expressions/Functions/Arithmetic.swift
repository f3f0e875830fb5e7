/// The operators `+ - * /` over numbers, points of time and lengths of time; `nil` is an error.
enum Arithmetic {
  static func apply(_ operation: Numeric.Operation, _ a: Value, _ b: Value) -> Value? {
    switch (operation, a, b) {
    case (_, .number(let x), .number(let y)): return x.applying(operation, y).map(Value.number)
    case (.add, .time(let time), .duration(let length)),
      (.add, .duration(let length), .time(let time)):
      return time.adding(length).map(Value.time)
    case (.subtract, .time(let time), .duration(let length)):
      return time.adding(length.negated).map(Value.time)
    case (.subtract, .time(let x), .time(let y)): return x.subtracting(y).map(Value.duration)
    case (.add, .duration(let x), .duration(let y)): return x.adding(y).map(Value.duration)
    case (.subtract, .duration(let x), .duration(let y)):
      return x.adding(y.negated).map(Value.duration)
    case (.multiply, .duration(let length), .number(let factor)),
      (.multiply, .number(let factor), .duration(let length)):
      return length.multiplied(by: factor).map(Value.duration)
    case (.divide, .duration(let length), .number(let divisor)):
      return length.divided(by: divisor).map(Value.duration)
    case (.divide, .duration(let x), .duration(let y)):
      guard x.kind == y.kind else { return nil }
      let (s, t) =
        x.kind == .yearMonth
        ? (ExactDecimal(Int128(x.months)), ExactDecimal(Int128(y.months))) : (x.seconds, y.seconds)
      return s.divided(by: t).map { .number(.decimal($0)) }
    default: return nil
    }
  }
}
