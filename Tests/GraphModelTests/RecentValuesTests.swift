import Testing

@testable import GraphModel

@Suite("Values of which the last are kept")
struct RecentValuesTests {
  @Test("are made once by who goes through in order and looks back a little")
  func inOrder() {
    let values = RecentValues<Int>(slots: 8)
    for index in 0..<100 {
      for earlier in max(0, index - 7)...index {
        #expect(values.value(at: earlier) { earlier * 3 } == earlier * 3)
      }
    }
    #expect(values.made == 100)
  }

  @Test("are made again once others took their places")
  func again() {
    let values = RecentValues<String>(slots: 2)
    for index in [0, 1, 2, 0, 0, 2] {
      #expect(values.value(at: index) { "\(index)" } == "\(index)")
    }
    #expect(values.made == 5)
  }
}
