import Testing

@testable import Extraction

@Suite("The order of typed matches")
struct TypedMatchOrderTests {
  private func order(_ subject: TypedMatch.Argument, _ object: TypedMatch.Argument) -> [String] {
    TypedMatch(
      relation: "said", rule: "say", sentence: 0, head: 0, isPresupposed: false, subject: subject,
      object: object, details: [], words: [], confidence: 1
    ).order
  }

  @Test("leaves no two that differ without one")
  func total() {
    let arguments: [TypedMatch.Argument] = [
      .thing(tokens: 2..<4, head: 2), .thing(tokens: 2..<4, head: 3),
      .thing(tokens: 2..<5, head: 2),
      .text(tokens: 2..<4, head: 2), .text(tokens: 2..<9, head: 2), .amount(2), .time(2), .time(3),
    ]
    let orders = arguments.flatMap { subject in arguments.map { order(subject, $0) } }
    #expect(Set(orders).count == arguments.count * arguments.count)
  }

  @Test("goes by the beginnings of subject and object first")
  func beginnings() {
    let early = order(.thing(tokens: 1..<9, head: 8), .thing(tokens: 10..<11, head: 10))
    let late = order(.thing(tokens: 2..<3, head: 2), .thing(tokens: 4..<5, head: 4))
    #expect(early.lexicographicallyPrecedes(late))
    let number = order(.thing(tokens: 1..<2, head: 1), .amount(0))
    #expect(early.lexicographicallyPrecedes(number))
  }
}
