import SPARQL

/// The plan of a query as a tree of lines: what is done, and how many rows were expected and found.
enum ExplanationText {
  static func lines(_ explanation: Explanation) -> [String] {
    var lines: [String] = []
    add(explanation, indent: 0, to: &lines)
    return lines
  }

  private static func add(_ step: Explanation, indent: Int, to lines: inout [String]) {
    var line = words(step.step)
    if !step.variables.isEmpty {
      line += "  → " + step.variables.map { "?" + $0 }.joined(separator: " ")
    }
    line += "  (expected \(rows(step.expected))"
    if let produced = step.produced { line += ", found \(produced)" }
    lines.append(String(repeating: "  ", count: indent) + Printable.line(line + ")"))
    for input in step.inputs { add(input, indent: indent + 1, to: &lines) }
  }

  private static func rows(_ count: Double) -> String {
    count.isFinite && count < 1e15 ? String(Int(count.rounded())) : "very many"
  }

  private static func words(_ step: Explanation.Step) -> String {
    switch step {
    case .oneRow: "one row"
    case .noRows: "nothing"
    case .givenRows: "rows from above"
    case .inlineData: "inline data"
    case .scan(let pattern, let order, let hasRange):
      "scan \(order): \(pattern.joined(separator: " "))" + (hasRange ? ", a range of values" : "")
    case .lookup(let pattern, let order, let isOptional):
      "look up \(order): \(pattern.joined(separator: " "))" + (isOptional ? ", optional" : "")
    case .path: "path"
    case .hashJoin: "hash join"
    case .multiwayJoin: "join that closes a cycle"
    case .leftJoin: "hash join, right side optional"
    case .bindJoin(let isOptional):
      "join some rows at a time" + (isOptional ? ", right side optional" : "")
    case .minus: "without"
    case .semiJoin(let isNegated): isNegated ? "not exists" : "exists"
    case .filter: "filter"
    case .extend: "compute"
    case .union: "union"
    case .project: "project"
    case .distinct: "distinct"
    case .group: "group"
    case .order(let limit): "sort" + (limit.map { ", first \($0)" } ?? "")
    case .slice(let offset, let limit):
      "rows from \(offset)" + (limit.map { ", at most \($0)" } ?? "")
    case .namedGraphs: "named graphs"
    case .service: "service"
    case .storedCount: "count kept by the store"
    }
  }
}
