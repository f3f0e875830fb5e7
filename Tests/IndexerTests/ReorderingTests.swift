import TestSupport
import Testing

@testable import Indexer

@Suite("Elements in another order")
struct ReorderingTests {
  @Test("stand where the order says", arguments: 0..<7)
  func everyOrder(count: Int) {
    var orders: [[Int]] = [[]]
    for number in 0..<count {
      orders = orders.flatMap { order in
        (0...order.count).map { Array(order[..<$0]) + [number] + Array(order[$0...]) }
      }
    }
    for order in orders {
      var letters = (0..<count).map { "letter \($0)" }
      letters.reorder(order)
      #expect(letters == order.map { "letter \($0)" })
    }
  }
}
