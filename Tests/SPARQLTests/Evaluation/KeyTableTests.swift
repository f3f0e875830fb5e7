import TestSupport
import Testing

@testable import SPARQL

@Suite("Tables of keys")
struct KeyTableTests {
  @Test("number rows as they come, one by one or many at once", arguments: 0...3)
  func numbers(width: Int) {
    var random = Xorshift(seed: UInt64(width) + 1)
    var table = KeyTable(width: width)
    var model: [[UInt64]: Int] = [:]
    for round in 0..<40 {
      let count = round % 7 == 0 ? 1 : random.next(below: 300)
      let spread = [3, 40, 1 << 40][round % 3]
      let columns = (0..<width).map { _ in
        (0..<count).map { _ in UInt64(random.next(below: spread)) }
      }
      let keys = (0..<count).map { row in columns.map { $0[row] } }
      let rows = KeyTable.rows(columns, count: count)
      #expect(
        table.find(rows, count: count).map(Int.init) == keys.map { model[$0] ?? -1 })
      let expected = keys.map { key in
        if let known = model[key] { return known }
        model[key] = model.count
        return model.count - 1
      }
      #expect(table.insert(rows, count: count).map(Int.init) == expected)
      #expect(table.count == model.count && table.keys.count == model.count * width)
      for (key, number) in model.prefix(20) {
        let padded = key + [0]
        #expect(padded.withUnsafeBufferPointer { table.find($0.baseAddress!) } == number)
        #expect(Array(table.keys[number * width..<(number + 1) * width]) == key)
      }
    }
  }

  @Test("joins find every row with a key, whether keys lie close together or not")
  func joins() {
    var random = Xorshift(seed: 9)
    for round in 0..<60 {
      let width = round % 3
      let spread = round % 2 == 0 ? 50 : 1 << 50
      let count = random.next(below: round % 5 == 0 ? 1 : 200)
      func draw(_ count: Int) -> [[UInt64]] {
        (0..<width).map { _ in (0..<count).map { _ in 1000 + UInt64(random.next(below: spread)) } }
      }
      let build = draw(count)
      var probe = draw(60)
      // Half of them are there.
      if count > 0 {
        for row in 0..<30 {
          let from = random.next(below: count)
          for column in 0..<width { probe[column][row] = build[column][from] }
        }
      }
      let table = JoinTable(Batch(columns: build, count: count), keys: Array(0..<width))
      let groups = table.groups(probe, count: 60)
      var most = 0
      for row in 0..<60 {
        let expected = (0..<count).filter { other in
          (0..<width).allSatisfy { build[$0][other] == probe[$0][row] }
        }
        most = max(most, expected.count)
        let found = groups[row] < 0 ? [] : table.members(groups[row]).map(Int.init)
        #expect(found == expected)
        if table.isUnique { #expect(found.count <= 1) }
      }
      if table.isUnique {
        let (lefts, rights) = table.partners(groups, all: true)
        #expect(lefts.map(Int.init) == Array(0..<60))
        #expect(rights == groups.map { $0 < 0 ? -1 : table.members($0).first ?? -1 })
      } else {
        #expect(count > 1)
      }
    }
  }
}
