import Extraction
import GraphModel
import Testing

@testable import Resolution

@Suite("Reports of one event")
struct EventTests {
  /// What two reports of one fire begin with, and a third of another.
  private let fire = [
    "2", "blaze", "bravely", "cellar", "firefighter", "guest", "harbour", "hotel", "kitchen",
    "midnight", "smoke",
    "tilbury",
  ]
  private let game = [
    "ball", "club", "goal", "harbour", "keeper", "league", "match", "season", "win",
  ]

  private func lead(_ words: [String], roles: [[EventRole]] = []) -> Lead {
    Lead(words: words.sorted(), headline: Array(words.prefix(5)).sorted(), roles: roles)
  }

  @Test("reports that begin alike are told from texts that share a word")
  func likelihood() throws {
    let same = try #require(EventIndex.likelihood(lead(fire), lead(fire)))
    #expect(same > 5)
    #expect(EventIndex.likelihood(lead(fire), lead(game)) == nil)
    let half = lead(Array(fire.prefix(4)) + Array(game.prefix(8)))
    let other = try #require(EventIndex.likelihood(lead(fire), half))
    #expect(other < same)
    let pairs = EventIndex.pairs([lead(game), lead(fire), lead(game.reversed()), lead(fire)])
    #expect(pairs.map { [$0.first, $0.second] } == [[0, 2], [1, 3]])
  }

  @Test("the pairs are those that a slow search finds")
  func pairs() {
    var leads: [Lead] = []
    for start in 0..<12 {
      let words = (0..<10).map { "w\((start * 7 + $0 * ($0 % 3 + 1)) % 25)" }
      leads.append(lead(Array(Set(words)).sorted()))
    }
    var slow: [[Int]] = []
    for a in leads.indices {
      for b in leads.indices where b > a {
        let shared = Set(leads[a].words).intersection(leads[b].words).count
        if shared >= 3, let log = EventIndex.likelihood(leads[a], leads[b]), log >= 0 {
          slow.append([a, b])
        }
      }
    }
    #expect(EventIndex.pairs(leads).map { [$0.first, $0.second] } == slow)
    #expect(!slow.isEmpty)
  }

  /// Two reports whose things are given; all stand in the leads.
  private func resolved(
    _ first: (inout SampleDocument) -> Void, roles: [[EventRole]] = [],
    _ second: (inout SampleDocument) -> Void, and others: [[EventRole]] = [], words: [String]? = nil
  ) -> (a: [Entity], b: [Entity]) {
    var corpus = SampleCorpus()
    corpus.add("a", lead: lead(fire, roles: roles), first)
    corpus.add("b", lead: lead(words ?? fire, roles: others), second)
    let entities = corpus.resolved()
    return (entities["a"] ?? [], entities["b"] ?? [])
  }

  private func robber(_ document: inout SampleDocument) {
    document.add(
      "a masked robber", core: "masked robber", head: "robber", .nominal, type: EntityType.person)
  }

  @Test(
    "one noun is one thing in reports of one event, also by another word for it, and two elsewhere")
  func nouns() {
    func thief(_ document: inout SampleDocument) {
      document.add(
        "the thief", core: "thief", head: "thief", .nominal, type: EntityType.person, definite: true
      )
    }
    let same = resolved(robber, thief)
    #expect(same.a[0].id == same.b[0].id)
    let other = resolved(robber, thief, words: game)
    #expect(other.a[0].id != other.b[0].id)
  }

  @Test("what number, modifiers or counts tell apart stays apart")
  func apart() {
    let many = resolved(robber) {
      $0.add(
        "the robbers", core: "robbers", head: "robber", .nominal, type: EntityType.person,
        number: .plural)
    }
    #expect(many.a[0].id != many.b[0].id)
    let unlike = resolved(robber) {
      $0.add(
        "a blond robber", core: "blond robber", head: "robber", .nominal, type: EntityType.person)
    }
    #expect(unlike.a[0].id != unlike.b[0].id)
    let counted = resolved(
      {
        $0.add(
          "two robbers", core: "two robbers", head: "robber", .nominal, type: EntityType.person,
          number: .plural)
      },
      {
        $0.add(
          "three robbers", core: "three robbers", head: "robber", .nominal, type: EntityType.person,
          number: .plural)
      })
    #expect(counted.a[0].id != counted.b[0].id)
  }

  @Test(
    "who does the same in both is one, by a verb or by the noun for it, but not by what anybody does"
  )
  func deeds() {
    func man(_ document: inout SampleDocument) {
      document.add("a local man", core: "local man", head: "man", .nominal, type: EntityType.person)
    }
    func driver(_ document: inout SampleDocument) {
      document.add(
        "the driver", core: "driver", head: "driver", .nominal, type: EntityType.person,
        definite: true)
    }
    let fled = EventRole.subject("flee")
    let both = resolved(man, roles: [[fled]], driver, and: [[fled]])
    #expect(both.a[0].id == both.b[0].id)
    let told = resolved(man, roles: [[.subject("drive")]], driver)
    #expect(told.a[0].id == told.b[0].id)
    let unlike = resolved(man, roles: [[fled]], driver, and: [[.object("rescue")]])
    #expect(unlike.a[0].id != unlike.b[0].id)
    let won = resolved(man, roles: [[.subject("win")]], driver, and: [[.subject("win")]])
    #expect(won.a[0].id != won.b[0].id)
  }

  @Test("of two things that one report keeps apart, the other's is one at most")
  func twoInOne() {
    let result = resolved(robber) {
      $0.add("a robber", core: "robber", head: "robber", .nominal, type: EntityType.person)
      $0.add(
        "a second robber", core: "second robber", head: "robber", .nominal, type: EntityType.person)
    }
    #expect(result.b[0].id != result.b[1].id)
  }

  @Test("names spelled in two ways or read as two classes are one, two alike are none")
  func names() {
    let spelled = resolved({ $0.person("Duncan Raite") }, { $0.person("Duncan Rait") })
    #expect(spelled.a[0].id == spelled.b[0].id)
    let full = resolved({ $0.place("Mount Hale") }, { $0.place("Tanora Mount Hale") })
    #expect(full.a[0].id == full.b[0].id)
    let classes = resolved({ $0.organization("Sukanda") }, { $0.place("Sukanda") })
    #expect(classes.a[0].id == classes.b[0].id)
    let apart = resolved({ $0.person("Duncan Raite") }, { $0.person("Duncan Reid") })
    #expect(apart.a[0].id != apart.b[0].id)
    let either = resolved(
      { $0.person("Duncan Raite") },
      {
        $0.person("Duncan Rait")
        $0.person("Duncan Raita")
      })
    #expect(either.a[0].id != either.b[0].id && either.a[0].id != either.b[1].id)
  }
}
