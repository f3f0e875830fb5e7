import Extraction
import GraphModel
import Testing

@testable import Resolution

@Suite("Stories")
struct StoryTests {
  /// Two reports of one robbery and one of something else.
  private func corpus(second: (inout SampleDocument) -> Void = { _ in }) -> SampleCorpus {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.place("Tilbury")
      $0.organization("Harbour Goldsmiths")
      $0.person("Petra Vance")
      $0.add("the masked robber", core: "masked robber", head: "robber", .nominal, definite: true)
    }
    corpus.add("b") {
      $0.place("Tilbury")
      $0.organization("Harbour Goldsmiths")
      $0.person("Petra Vance")
      $0.add("the robber", core: "robber", head: "robber", .nominal, definite: true)
      second(&$0)
    }
    corpus.add("c") {
      $0.place("Oslo")
      $0.organization("Nordic Timber")
      $0.add("the robber", core: "robber", head: "robber", .nominal, definite: true)
    }
    return corpus
  }

  @Test("a description is one thing in documents of one story, another elsewhere")
  func descriptions() {
    let entities = corpus().resolved()
    #expect(entities["a"]?[3].id == entities["b"]?[3].id)
    #expect(entities["a"]?[3].id != entities["c"]?[2].id)
  }

  @Test("two of a kind in one document are not told apart, so nothing is joined")
  func ambiguous() {
    let entities = corpus {
      $0.add("a tall robber", core: "tall robber", head: "robber", .nominal)
      $0.add("a short robber", core: "short robber", head: "robber", .nominal)
    }.resolved()
    #expect(entities["a"]?[3].id == entities["b"]?[3].id)
    let twice = corpus {
      $0.add("a masked robber", core: "masked robber", head: "robber", .nominal)
    }.resolved()
    #expect(twice["a"]?[3].id != twice["b"]?[3].id)
  }

  @Test("a headline's bare noun is a thing of its story and no concept of all documents")
  func headlines() {
    var corpus = corpus()
    corpus.add("d") {
      $0.place("Tilbury")
      $0.organization("Harbour Goldsmiths")
      $0.person("Petra Vance")
      $0.add("Robber", core: "Robber", head: "robber", .nominal)
    }
    corpus.add("e") {
      $0.organization("Nordic Timber")
      $0.add("Robber", core: "Robber", head: "robber", .nominal)
    }
    let entities = corpus.resolved()
    #expect(entities["d"]?[3].id == entities["b"]?[3].id)
    #expect(entities["e"]?[1].id != entities["b"]?[3].id)
  }

  @Test("two phrases that bring in something new are two things")
  func newTwice() {
    let described = [
      Description(head: "robber", modifiers: [], number: .singular, isIndefinite: true)
    ]
    let robber = LocalEntity(
      label: "robber", names: [:], type: nil, isNamed: false, gender: .unknown, number: .singular,
      scope: .document, phrase: "robber", descriptions: described)
    func isPossible(_ similarity: Double) -> Bool {
      DescribedPair(
        robber, robber, head: "robber", crowd: (1, 1),
        story: StoryIndex.Pair(first: 0, second: 1, similarity: similarity, names: 4)
      ).isPossible
    }
    #expect(!isPossible(0.25))
    #expect(isPossible(0.6))
  }

  /// A described thing of the beginning of a document.
  private func lead(_ modifiers: [String], possessed: Bool = false, head: String = "robber")
    -> LocalEntity
  {
    var entity = LocalEntity(
      label: head, names: [:], type: nil, isNamed: false, gender: .unknown, number: .singular,
      scope: .document, phrase: head,
      descriptions: [
        Description(head: head, modifiers: modifiers, number: .singular, isPossessed: possessed)
      ])
    entity.isInLead = true
    return entity
  }

  @Test("what documents begin with is one thing only if they begin alike and say no other of it")
  func leads() {
    func isMain(_ a: LocalEntity, _ b: LocalEntity, _ lead: Double, head: String = "robber") -> Bool
    {
      DescribedPair(
        a, b, head: head, crowd: (1, 1),
        story: StoryIndex.Pair(first: 0, second: 1, similarity: 0.1, names: 2, lead: lead)
      ).isMain
    }
    #expect(isMain(lead(["masked"]), lead([]), 0.4))
    #expect(!isMain(lead(["masked"]), lead([]), 0.25))
    #expect(!isMain(lead(["masked"]), lead(["tall"]), 0.8))
    #expect(!isMain(lead([], possessed: true), lead([]), 0.8))
    #expect(!isMain(lead([], head: "week"), lead([], head: "week"), 0.8, head: "week"))
    var later = lead([])
    later.isInLead = false
    #expect(!isMain(lead(["masked"]), later, 0.8))
  }

  @Test("a person of a story is known again by a noun, if both documents know or begin with them")
  func knownAgain() {
    func person(
      _ modifiers: [String], definite: Bool = true, speakers: Bool = false, inLead: Bool = false,
      type: String? = EntityType.person
    ) -> LocalEntity {
      var entity = LocalEntity(
        label: "driver", names: [:], type: type, isNamed: false, gender: .unknown,
        number: .singular, scope: .document, phrase: "driver",
        descriptions: [
          Description(
            head: "driver", modifiers: modifiers, number: .singular, isPossessed: speakers,
            isSpeakers: speakers, isDefinite: definite, isIndefinite: !definite)
        ])
      entity.isInLead = inLead
      return entity
    }
    func isKnown(_ a: LocalEntity, _ b: LocalEntity, _ lead: Double = 0.3) -> Bool {
      DescribedPair(
        a, b, head: "driver", crowd: (1, 1),
        story: StoryIndex.Pair(first: 0, second: 1, similarity: 0.1, names: 2, lead: lead)
      ).isKnownAgain
    }
    #expect(isKnown(person([]), person(["drunken"])))
    #expect(isKnown(person([]), person(["drunken"], definite: false, inLead: true)))
    #expect(!isKnown(person([]), person(["drunken"], definite: false)), "brought in anew later")
    #expect(!isKnown(person([]), person([]), 0.1), "another story")
    #expect(!isKnown(person(["young"]), person(["drunken"])))
    #expect(!isKnown(person([]), person(["second"])), "one of several")
    #expect(!isKnown(person(["best"]), person(["best"])), "one of each year")
    #expect(!isKnown(person([]), person([], speakers: true)), "our driver")
    #expect(!isKnown(person([], type: nil), person([], type: nil)), "a golf club")
  }

  @Test("leads are likened by the content words of their phrases")
  func leadWords() {
    let words = SampleDocument.make {
      $0.organization("Harbour Goldsmiths")
      $0.add("the masked robber of Tilbury", core: "masked robber", head: "robber", .nominal)
      $0.add("he", .pronoun)
    }.local.leadWords
    #expect(words == ["goldsmiths", "harbour", "masked", "robber", "tilbury"])
    #expect(DocumentLead.similarity(words, words) == 1)
    #expect(DocumentLead.similarity(words, ["harbour", "oslo", "robber", "van", "west"]) == 0.4)
    #expect(DocumentLead.similarity(words, []) == 0)
  }

  @Test("what stands between two things in the middle does not make them one")
  func chains() {
    func thing(_ modifiers: String..., type: String = EntityType.organization) -> LocalEntity {
      LocalEntity(
        label: "exchange", names: [:], type: type, isNamed: false, gender: .unknown,
        number: .singular, scope: .document, phrase: "exchange",
        descriptions: [
          Description(head: "exchange", modifiers: modifiers, number: .singular)
        ])
    }
    var told = ToldModifiers()
    let german = (thing: 0, local: thing("german"))
    let bare = (thing: 1, local: thing())
    let london = (thing: 2, local: thing("london"))
    #expect(told.agree(german, bare, head: "exchange"))
    #expect(told.agree(bare, london, head: "exchange"))
    told.join(german, bare, as: 0)
    #expect(!told.agree((thing: 0, local: thing()), london, head: "exchange"))
    let person = EntityType.person
    let tall = (thing: 3, local: thing("tall", "masked", type: person))
    let old = (thing: 4, local: thing("old", "masked", type: person))
    #expect(told.agree(tall, old, head: "exchange"))
  }

  @Test("every feature of a described pair has a name and a weight")
  func features() {
    let names = DescribedPair.featureNames
    #expect(DescriptionWeights.table.count == names.count)
    #expect(Set(names).count == names.count)
  }

  @Test("a description never joins two names")
  func names() {
    var corpus = SampleCorpus()
    for (name, actress) in [("a", "Mara Lind"), ("b", "Jo Teller")] {
      corpus.add(name) {
        $0.organization("Seaside Clinic")
        $0.organization("Evening Courier")
        $0.add(actress, type: EntityType.person, chain: 7)
        $0.add(
          "the actress", core: "actress", head: "actress", .nominal, type: EntityType.person,
          definite: true, chain: 7)
      }
    }
    let entities = corpus.resolved()
    #expect(entities["a"]?[2].label == "Mara Lind")
    #expect(entities["b"]?[2].label == "Jo Teller")
  }

  @Test("the end of a name stands for it in documents of one story")
  func shortNames() {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.organization("Boston Red Sox")
      $0.person("Carl Weaver")
      $0.organization("Fenway Sports")
    }
    corpus.add("b") {
      $0.organization("Red Sox")
      $0.person("Carl Weaver")
      $0.organization("Fenway Sports")
    }
    let entities = corpus.resolved()
    #expect(entities["a"]?[0].id == entities["b"]?[0].id)
    #expect(entities["b"]?[0].label == "Boston Red Sox")
  }

  @Test("one word stands for a body in a story after the name of its city, not after other words")
  func cityNames() {
    func joined(_ full: String, _ short: String) -> Bool {
      var corpus = SampleCorpus()
      for (name, team) in [("a", full), ("b", short)] {
        corpus.add(name) {
          $0.organization(team)
          $0.person("Carl Weaver")
          $0.organization("Fenway Sports")
        }
      }
      let entities = corpus.resolved()
      return entities["a"]?[0].id == entities["b"]?[0].id
    }
    #expect(joined("Leeds Harriers", "Harriers"))
    #expect(!joined("National Audit Office", "Office"))
  }

  @Test("one word stands for a product after its maker, not after other words")
  func makers() {
    func joined(_ maker: String) -> Bool {
      var corpus = SampleCorpus()
      for (name, product) in [("a", "Lumenix Photon"), ("b", "Photon")] {
        corpus.add(name) {
          $0.add(product)
          $0.organization(maker)
          $0.person("Carl Weaver")
        }
      }
      let entities = corpus.resolved()
      return entities["a"]?[0].id == entities["b"]?[0].id
    }
    #expect(joined("Lumenix Ltd."))
    #expect(!joined("Orbita Ltd."))
  }

  @Test("a name ten times as common is no short form of a longer one")
  func commonNames() {
    var corpus = SampleCorpus()
    for i in 0..<11 {
      corpus.add("d\(i)") {
        $0.organization(i == 0 ? "Leeds Harvest Party" : "Harvest Party")
        $0.person("Carl Weaver")
        $0.organization("Fenway Sports")
      }
    }
    let entities = corpus.resolved()
    #expect(entities["d0"]?[0].id != entities["d1"]?[0].id)
  }

  @Test("where things of many documents meet, most of these must tell one story")
  func averageLinkage() {
    var tellers = StoryTellers(
      [(0, 1), (2, 3), (1, 2)].map {
        StoryIndex.Pair(first: $0.0, second: $0.1, similarity: 0.5, names: 4)
      })
    #expect(tellers.agree((10, 0), (11, 1)))
    tellers.join((10, 0), (11, 1), as: 10)
    #expect(tellers.agree((12, 2), (13, 3)))
    tellers.join((12, 2), (13, 3), as: 12)
    // Of the four pairs of documents, only the second and third tell one story.
    #expect(!tellers.agree((10, 1), (12, 2)))
  }

  @Test(
    "a family name alone is the only person of a story who has it, whoever else has it elsewhere")
  func familyNames() {
    func ids(_ lone: String) -> [[EntityID]] {
      var corpus = SampleCorpus()
      for (name, person) in [("a", "Petra \(lone)"), ("b", lone)] {
        corpus.add(name) {
          $0.person(person)
          $0.organization("Harbour Goldsmiths")
          $0.organization("Evening Courier")
          $0.place("Tilbury")
        }
      }
      corpus.add("c") {
        $0.person("Ruth \(lone)")
        $0.organization("Harbour Goldsmiths")
        $0.organization("Nordic Timber")
      }
      let entities = corpus.resolved()
      return ["a", "b", "c"].map { entities[$0]?.map(\.id) ?? [] }
    }
    let people = ids("Vance")
    #expect(people[0].first == people[1].first)
    #expect(people[0].first != people[2].first)
    let offices = ids("Secretary")
    #expect(offices[0].first != offices[1].first)
  }

  @Test(
    "two full names are one in a story if the one says no more",
    arguments: [
      ("Petra Jane Vance", true), ("Goldsmith Petra Vance", true), ("Ruth Vance", false),
    ])
  func fullNames(other: String, isOne: Bool) {
    var corpus = SampleCorpus()
    for (name, person) in [("a", "Petra Vance"), ("b", other)] {
      corpus.add(name) {
        $0.person(person)
        $0.organization("Harbour Goldsmiths")
        $0.place("Tilbury")
      }
    }
    let entities = corpus.resolved()
    #expect((entities["a"]?[0].id == entities["b"]?[0].id) == isOne)
  }

  /// Whether two things described as given may be one in documents so alike.
  private func mayBeOne(
    _ a: Description, _ b: Description, type: String? = nil, names: [String: Int] = [:],
    similarity: Double
  ) -> Bool {
    func thing(_ description: Description, _ names: [String: Int]) -> LocalEntity {
      LocalEntity(
        label: description.head, names: names, type: type, isNamed: !names.isEmpty,
        gender: .unknown, number: description.number, scope: .document, phrase: description.head,
        descriptions: [description])
    }
    return DescribedPair(
      thing(a, names), thing(b, [:]), head: a.head, crowd: (1, 1),
      story: StoryIndex.Pair(first: 0, second: 1, similarity: similarity, names: 4)
    ).isPossible
  }

  @Test("what sets two descriptions apart holds, the less alike the documents the more")
  func setApart() {
    func robber(
      _ modifiers: String..., complements: [String] = [], number: Mention.Number = .singular
    ) -> Description {
      Description(head: "robber", modifiers: modifiers, complements: complements, number: number)
    }
    let person = EntityType.person
    #expect(mayBeOne(robber(), robber("masked"), similarity: 0.35))
    #expect(!mayBeOne(robber(), robber("masked"), similarity: 0.25))
    #expect(mayBeOne(robber("masked"), robber("masked"), similarity: 0.25))
    #expect(mayBeOne(robber(), robber("masked"), type: person, similarity: 0.25))
    #expect(!mayBeOne(robber(), robber("masked"), type: person, similarity: 0.15))
    #expect(mayBeOne(robber("masked"), robber("masked"), type: person, similarity: 0.15))
    #expect(!mayBeOne(robber("two"), robber(), type: person, similarity: 0.9))
    #expect(!mayBeOne(robber("tall"), robber("short"), type: person, similarity: 0.9))
    #expect(!mayBeOne(robber(), robber(number: .plural), type: person, similarity: 0.9))
    let club = EntityType.organization
    #expect(!mayBeOne(robber(), robber(), type: club, similarity: 0.15))
    #expect(mayBeOne(robber("masked"), robber("masked"), type: club, similarity: 0.15))
    let (many, masked) = (robber(number: .plural), robber("masked", number: .plural))
    #expect(!mayBeOne(many, masked, type: person, similarity: 0.25))
    #expect(mayBeOne(masked, masked, similarity: 0.25))
    #expect(mayBeOne(many, masked, similarity: 0.35))
    let (inside, outside) = (robber(complements: ["bank"]), robber(complements: ["harbour"]))
    #expect(!mayBeOne(inside, outside, similarity: 0.35))
    #expect(mayBeOne(inside, outside, type: person, similarity: 0.35))
  }

  @Test("a name is only what a story calls by the same words as the one of its kind")
  func namedDescriptions() {
    func boss(_ modifiers: String..., isIndefinite: Bool = false) -> Description {
      Description(
        head: "boss", modifiers: modifiers, number: .singular, isIndefinite: isIndefinite)
    }
    func mayBe(_ a: Description, _ b: Description, _ similarity: Double) -> Bool {
      mayBeOne(a, b, type: EntityType.person, names: ["Ann Lee": 1], similarity: similarity)
    }
    #expect(mayBe(boss("harriers"), boss("harriers"), 0.15))
    #expect(!mayBe(boss("harriers"), boss("rovers"), 0.15))
    #expect(!mayBe(boss("harriers"), boss("harriers", isIndefinite: true), 0.15))
    #expect(mayBe(boss(), boss(), 0.25))
    #expect(!mayBe(boss(), boss(), 0.15))
  }

  @Test("two full names never meet in the short one")
  func twoFullNames() {
    var corpus = SampleCorpus()
    for (name, race) in [
      ("a", "London City Marathon"), ("b", "City Marathon"), ("c", "York City Marathon"),
    ] {
      corpus.add(name) {
        $0.organization(race)
        $0.person("Carl Weaver")
        $0.organization("Fenway Sports")
      }
    }
    let entities = corpus.resolved()
    #expect(entities["a"]?[0].id != entities["c"]?[0].id)
  }

  @Test("the order of documents makes no difference")
  func order() {
    let corpus = corpus()
    let expected = corpus.resolved()
    var turned = corpus
    turned.documents.reverse()
    #expect(turned.resolved() == expected)
  }

  @Test("the similarity of two documents does not change with others that share nothing")
  func independence() throws {
    let two = [[1: 2, 2: 1, 3: 1], [1: 1, 2: 1, 4: 3]]
    let alone = try #require(StoryIndex.pairs(two).first)
    let many = try #require(StoryIndex.pairs(two + (10..<200).map { [$0: 1] }).first)
    #expect(alone.similarity == many.similarity)
    #expect((alone.first, alone.second) == (0, 1))
  }
}
