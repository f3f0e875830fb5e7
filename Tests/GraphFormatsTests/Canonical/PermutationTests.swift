import Testing

@testable import GraphFormats

@Suite("Permutation")
struct PermutationTests {
  @Test("gives every order once", arguments: [(0, 1), (1, 1), (2, 2), (3, 6), (5, 120)])
  func all(count: Int, orders: Int) {
    var permutation = Permutation(of: Array(0..<count))
    var found: Set<[Int]> = []
    var count = 0
    repeat {
      found.insert(permutation.items)
      count += 1
    } while permutation.advance()
    #expect(found.count == orders)
    #expect(count == orders)
  }

  @Test("takes equal items for different ones, as their places are")
  func equal() {
    var permutation = Permutation(of: [7, 7])
    let advances = [permutation.advance(), permutation.advance()]
    #expect(advances == [true, false])
  }
}
