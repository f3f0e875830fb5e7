/// Gives numbers to blank nodes in the order in which they are asked for (RDFC-1.0, 4.5).
struct IdentifierIssuer {
  private let prefix: String
  private var numbers: [Int: Int] = [:]
  /// The nodes in the order of their numbers.
  private(set) var issued: [Int] = []

  init(prefix: String) { self.prefix = prefix }

  /// `_:` and the identifier of a node, which gets one if it has none.
  mutating func label(for node: Int) -> String {
    if let label = knownLabel(of: node) { return label }
    numbers[node] = issued.count
    issued.append(node)
    return "_:\(prefix)\(issued.count - 1)"
  }

  /// `_:` and the identifier of a node, if it has one.
  func knownLabel(of node: Int) -> String? { numbers[node].map { "_:\(prefix)\($0)" } }
}
