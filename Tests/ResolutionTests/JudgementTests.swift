import Extraction
import GraphModel
import Testing

@testable import Resolution

@Suite("Judgements")
struct JudgementTests {
  /// Two companies that nothing but a person knows to be one, and one name for two men.
  private func corpus() -> SampleCorpus {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.organization("Facebook")
      $0.person("John Smith")
      $0.add("the startup", head: "startup", .nominal, type: EntityType.organization)
    }
    corpus.add("b") {
      $0.organization("Meta Platforms")
      $0.person("John Smith")
    }
    corpus.add("c") { $0.organization("Meta") }
    return corpus
  }

  private func side(
    _ resolution: GlobalResolution, _ document: Int, _ local: Int
  ) -> Judgement.Side {
    let index = resolution.entityOfLocal[document][local]
    let entity = resolution.entities[index]
    return Judgement.Side(
      id: entity.id, label: entity.label, identities: resolution.identities[index])
  }

  private func entity(
    _ resolution: GlobalResolution, _ document: Int, _ local: Int
  ) -> Entity { resolution.entities[resolution.entityOfLocal[document][local]] }

  @Test("same makes one entity, whose old identifier stays")
  func same() {
    let inputs = corpus().inputs
    let before = GlobalResolver().resolve(inputs)
    let (one, other) = (side(before, 0, 0), side(before, 1, 0))
    #expect(one.id != other.id)
    let judgement = Judgement(number: 1, verdict: .same, first: one, second: other)
    let after = GlobalResolver().resolve(inputs, judgements: [judgement])
    let joined = entity(after, 0, 0)
    #expect(joined == entity(after, 1, 0))
    #expect(joined.id == other.id)
    #expect(joined.formerIDs.contains(one.id))
    #expect(joined.aliases == ["Facebook"])
    #expect(after.entities.count == before.entities.count - 1)
  }

  @Test("different binds more than what names tell, and the later judgement of a pair holds")
  func different() throws {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.organization("Hangzhou Hikvision Digital Technology", chain: 1)
      $0.organization("Hikvision", chain: 1)
    }
    corpus.add("b") { $0.organization("Hikvision") }
    let inputs = corpus.inputs
    let before = GlobalResolver().resolve(inputs)
    #expect(entity(before, 0, 0) == entity(before, 1, 0))
    let index = before.entityOfLocal[0][0]
    let identities = before.identities[index]
    try #require(identities.count == 2)
    func side(_ identity: Identity) -> Judgement.Side {
      Judgement.Side(id: before.entities[index].id, label: "", identities: [identity])
    }
    let apart = Judgement(
      number: 1, verdict: .different, first: side(identities[0]), second: side(identities[1]))
    let after = GlobalResolver().resolve(inputs, judgements: [apart])
    #expect(entity(after, 0, 0) != entity(after, 1, 0))
    let again = Judgement(
      number: 2, verdict: .same, first: side(identities[1]), second: side(identities[0]))
    let joined = GlobalResolver().resolve(inputs, judgements: [again, apart])
    #expect(entity(joined, 0, 0) == entity(joined, 1, 0))
  }

  @Test("a chain of same never joins what was kept apart")
  func chain() {
    let inputs = corpus().inputs
    let before = GlobalResolver().resolve(inputs)
    let (a, b, c) = (side(before, 0, 0), side(before, 1, 0), side(before, 2, 0))
    let after = GlobalResolver().resolve(
      inputs,
      judgements: [
        Judgement(number: 1, verdict: .same, first: a, second: b),
        Judgement(number: 2, verdict: .different, first: a, second: c),
        Judgement(number: 3, verdict: .same, first: b, second: c),
      ])
    #expect(entity(after, 0, 0) == entity(after, 1, 0))
    #expect(entity(after, 0, 0) != entity(after, 2, 0))
  }

  @Test("one name can be two people, by the documents that speak of the other")
  func apart() {
    let inputs = corpus().inputs
    let before = GlobalResolver().resolve(inputs)
    #expect(entity(before, 0, 1) == entity(before, 1, 1))
    let smith = side(before, 0, 1)
    let judgement = Judgement(
      number: 1, verdict: .apart, first: smith, second: smith, documents: [inputs[1].document])
    let after = GlobalResolver().resolve(inputs, judgements: [judgement])
    #expect(entity(after, 0, 1) != entity(after, 1, 1))
    #expect(entity(after, 0, 1).id == smith.id)
    #expect(entity(after, 1, 1).label == "John Smith")
  }

  @Test("an unnamed thing can be given to a named one")
  func unnamed() {
    let inputs = corpus().inputs
    let before = GlobalResolver().resolve(inputs)
    let (startup, facebook) = (side(before, 0, 2), side(before, 0, 0))
    let after = GlobalResolver().resolve(
      inputs,
      judgements: [Judgement(number: 1, verdict: .same, first: startup, second: facebook)])
    let joined = entity(after, 0, 2)
    #expect(joined == entity(after, 0, 0))
    #expect(joined.label == "Facebook")
    #expect(joined.aliases.isEmpty)
    #expect(joined.formerIDs == [startup.id])
  }

  @Test("judgements hold when other documents come, and whatever the order of reading")
  func stability() {
    var corpus = self.corpus()
    let before = GlobalResolver().resolve(corpus.inputs)
    let judgement = Judgement(
      number: 1, verdict: .same, first: side(before, 0, 0), second: side(before, 1, 0))
    corpus.add("0") { $0.organization("Facebook Inc") }
    corpus.add("z") { $0.organization("Meta Platforms, Inc.") }
    let inputs = corpus.inputs
    let expected = GlobalResolver().resolve(inputs, judgements: [judgement])
    #expect(entity(expected, 3, 0) == entity(expected, 4, 0))
    for shift in 1..<inputs.count {
      let turned = Array(inputs[shift...] + inputs[..<shift])
      #expect(
        GlobalResolver().resolve(turned, judgements: [judgement]).entities == expected.entities)
    }
  }

  @Test("a judgement about things that no document names any more does nothing")
  func vanished() {
    let inputs = corpus().inputs
    let gone = Judgement.Side(
      id: EntityID("e:gone-000000"), label: "Gone",
      identities: [Identity(type: "Person", key: "gone", distinction: "")])
    let before = GlobalResolver().resolve(inputs)
    let after = GlobalResolver().resolve(
      inputs,
      judgements: [
        Judgement(number: 1, verdict: .same, first: gone, second: side(before, 0, 0)),
        Judgement(number: 2, verdict: .apart, first: gone, second: gone, documents: []),
      ])
    #expect(after == before)
  }
}
