import TestSupport
import Testing

@testable import SPARQL

@Suite("Grouping")
struct GroupingTests {
  /// Keys as they may come: in one long run, in several, in short ones, in none.
  private func keys(_ kind: Int, _ random: inout Xorshift) -> [UInt64] {
    let count = 5000 + random.next(below: 5000)
    let drawn = (0..<count).map { _ in UInt64(random.next(below: 3000)) }
    switch kind {
    case 0: return drawn.sorted()
    case 1: return (0..<5).flatMap { _ in (0..<count).map { _ in random.value(3000) }.sorted() }
    case 2:
      return stride(from: 0, to: count, by: 7).flatMap { drawn[$0..<min($0 + 7, count)].sorted() }
    case 3: return drawn.sorted() + drawn
    case 4: return drawn + drawn.sorted()
    default: return drawn
    }
  }

  @Test("groups are numbered as their keys first come, however these are sorted", arguments: 0..<6)
  func numbers(kind: Int) {
    var random = Xorshift(seed: UInt64(kind) + 1)
    var groups = GroupNumbers(width: 1)
    var model: [UInt64: Int32] = [:]
    var order: [UInt64] = []
    var rest = keys(kind, &random)[...]
    while !rest.isEmpty {
      let some = Array(rest.prefix(1 + random.next(below: 900)))
      rest = rest.dropFirst(some.count)
      let expected = some.map { key in
        if let known = model[key] { return known }
        model[key] = Int32(order.count)
        order.append(key)
        return Int32(order.count - 1)
      }
      #expect(groups.insert([some], count: some.count) == expected)
      #expect(groups.count == order.count && groups.columns == [order])
    }
  }

  @Test("groups of several keys, and of none")
  func widths() {
    var pairs = GroupNumbers(width: 2)
    #expect(pairs.insert([[1, 1, 2, 1], [5, 6, 5, 5]], count: 4) == [0, 1, 2, 0])
    #expect(pairs.columns == [[1, 1, 2], [5, 6, 5]])
    var none = GroupNumbers(width: 0)
    none.insertEmpty()
    #expect(none.insert([], count: 3) == [0, 0, 0] && none.count == 1)
  }

  @Test(
    "pairs are counted once each, close together or far apart, in few groups or in many",
    arguments: [(3, 1 << 12), (3, 1 << 40), (40_000, 1 << 9), (40_000, 1 << 50), (1, 2)])
  func pairs(groups: Int, spread: Int) {
    var random = Xorshift(seed: UInt64(groups + spread))
    var model = [Set<UInt64>](repeating: [], count: groups)
    var parts = [DistinctPairs(), DistinctPairs()]
    // The second one has its groups the other way round.
    let turned = (0..<Int32(groups)).map { Int32(groups) - 1 - $0 }
    for round in 0..<60 {
      let count = random.next(below: 4000)
      let rows = (0..<count).map { _ in random.value(spread) }
      let drawn = (0..<count).map { _ in Int32(random.next(below: groups)) }
      for (number, group) in zip(rows, drawn) where number != 0 { model[Int(group)].insert(number) }
      if round % 3 == 0 {
        parts[1].insert(rows, groups: drawn.map { turned[Int($0)] })
      } else {
        parts[0].insert(rows, groups: drawn)
      }
    }
    parts[1].settle()
    parts[0].merge(parts[1], groups: turned)
    #expect(parts[0].counts(groups) == model.map { UInt64($0.count) })
  }

  @Test("pairs of tables of which one alone lies close together", arguments: [false, true])
  func mixed(isFirstClose: Bool) {
    var parts = [DistinctPairs(), DistinctPairs()]
    var random = Xorshift(seed: 5)
    let far = (0..<150_000).map { _ in UInt64(1) << 56 | random.value(1 << 50) }
    let close = (0..<10_000).map { UInt64($0) + 1 }
    parts[isFirstClose ? 0 : 1].insert(close, groups: close.map { Int32($0 % 2) })
    parts[isFirstClose ? 1 : 0].insert(far, groups: far.map { Int32($0 % 2) })
    parts[isFirstClose ? 1 : 0].insert(close, groups: close.map { _ in 1 })
    parts[0].merge(parts[1], groups: [0, 1])
    let both = Set(far)
    let even = both.filter { $0 % 2 == 0 }.count
    #expect(parts[0].counts(2) == [UInt64(even + 5000), UInt64(both.count - even + 10_000)])
  }

  @Test("few pairs in little patience are sorted again and again", arguments: 0..<4)
  func sorted(seed: UInt64) {
    var random = Xorshift(seed: seed + 1)
    var pairs = SortedPairs(patience: 10)
    var model = [Set<UInt64>](repeating: [], count: 5)
    for _ in 0..<100 {
      let rows = (0..<random.next(below: 40)).map { _ in random.value(60) }
      let groups = rows.map { _ in Int32(random.next(below: 5)) }
      for (number, group) in zip(rows, groups) where number != 0 {
        model[Int(group)].insert(number)
      }
      pairs.insert(rows, groups: groups)
    }
    #expect(pairs.counts(5) == model.map { UInt64($0.count) })
  }
}

extension Xorshift {
  /// A number below one that may be large.
  fileprivate mutating func value(_ bound: Int) -> UInt64 { (next() >> 8) % UInt64(bound) }
}
