import GraphModel
import Testing

@testable import Resolution

@Suite("KnownThingFinder")
struct KnownThingFinderTests {
  private func thing(
    _ number: Int, _ type: String?, _ names: [String], _ countries: [String] = []
  ) throws -> KnownThing {
    try #require(
      KnownThing(id: "urn:list:\(number)", type: type, names: names, countries: countries))
  }

  private func subject(
    _ place: Int, _ name: String, _ type: String, aliases: [String] = [], countries: [String] = []
  ) -> KnownThingFinder.Subject {
    KnownThingFinder.Subject(
      entity: Entity(
        id: EntityID("e:\(place)"), label: name, types: [type], aliases: aliases, isNamed: true),
      place: place, identities: [Identity(type: type, key: name, distinction: "")],
      countries: Set(countries.map { CountryName.key($0) }))
  }

  private func find(
    _ things: [KnownThing], _ subjects: [KnownThingFinder.Subject], _ judgements: [Judgement] = []
  ) -> KnownThingFinder.Outcome {
    KnownThingFinder(Gazetteer(name: "list", things: things), judgements: judgements)
      .find(subjects)
  }

  @Test("a firm is recognised whatever its legal form and capitals")
  func organization() throws {
    let things = [
      try thing(1, "Organization", ["MERIDIAN HARBOUR TRADING CO., LTD."], ["Cuba"]),
      try thing(2, "Organization", ["NORTHERN HARBOUR TRADING"], ["Cuba"]),
    ]
    let outcome = find(
      things,
      [subject(0, "Meridian Harbour Trading", "Organization", countries: ["Cuba", "Spain"])])
    let match = try #require(outcome.links[0]?.first)
    #expect(match.target == "urn:list:1")
    #expect(match.list == "list")
    #expect(match.score >= KnownThingFinder.threshold)
    #expect(outcome.candidates.isEmpty)
  }

  @Test("another country, another class and a single word are too little")
  func weak() throws {
    let person = try thing(1, "Person", ["Omar Said Haddad"], ["Yemen"])
    let far = find([person], [subject(0, "Omar Haddad", "Person", countries: ["Canada"])])
    #expect(far.links.isEmpty)
    let other = find([person], [subject(0, "Omar Said Haddad", "Organization")])
    #expect(other.links.isEmpty && other.candidates.isEmpty)
    let word = try thing(2, "Organization", ["PRIMAVERA"])
    let single = find([word], [subject(0, "Primavera", "Organization")])
    #expect(single.links.isEmpty)
    #expect(single.candidates.map(\.match.target) == ["urn:list:2"])
    let letters = try thing(3, "Organization", ["National Bank of Tavria", "NBT"])
    #expect(find([letters], [subject(0, "NBT", "Organization")]).links.isEmpty)
  }

  @Test("a like sound, a byname and an unknown class do not link")
  func doubtful() throws {
    let army = try thing(1, "Organization", ["Northern Irish Red Army", "NEW IRA"])
    let year = find([army], [subject(0, "New Year", "Thing")])
    #expect(year.links.isEmpty && year.candidates.isEmpty)
    let byname = try thing(2, "Person", ["Ahmad Salih Jumaili", "ABU MAZIN"])
    #expect(find([byname], [subject(0, "Abu Mazin", "Person")]).links.isEmpty)
    let firm = try thing(3, "Organization", ["Golden Harvest"])
    #expect(find([firm], [subject(0, "Golden Harvest", "Thing")]).links.isEmpty)
    #expect(find([firm], [subject(0, "Golden Harvest", "Organization")]).links[0]?.count == 1)
  }

  @Test("a word that the list spells as the text does is enough for a firm, not for a person")
  func spelling() throws {
    let firm = try thing(1, "Organization", ["Megvia"])
    #expect(find([firm], [subject(0, "Megvia", "Organization")]).links[0]?.count == 1)
    let person = try thing(2, "Person", ["Ronaldinho"])
    #expect(find([person], [subject(0, "Ronaldinho", "Person")]).links.isEmpty)
  }

  @Test("what two things or two entities claim alike goes to a person")
  func ambiguous() throws {
    let twins = [
      try thing(1, "Person", ["Ana Ruiz Soler"]), try thing(2, "Person", ["Ana Ruiz Soler"]),
    ]
    let one = find(twins, [subject(0, "Ana Ruiz Soler", "Person")])
    #expect(one.links.isEmpty)
    #expect(one.candidates.map(\.match.target) == ["urn:list:1", "urn:list:2"])
    let two = find(
      [twins[0]],
      [subject(0, "Ana Ruiz Soler", "Person"), subject(1, "Ana Ruiz Soler", "Person")])
    #expect(two.links.isEmpty)
    #expect(two.candidates.map(\.entity) == [0, 1])
  }

  @Test("a judgement binds, either way")
  func judged() throws {
    let things = [try thing(1, "Organization", ["Orchid Freight Lines"])]
    let one = subject(0, "Orchid Freight Lines", "Organization")
    let weak = subject(0, "Orchid", "Organization")
    func judgement(
      _ verdict: Judgement.Verdict, _ subject: KnownThingFinder.Subject
    ) -> Judgement {
      Judgement(
        number: 1, verdict: verdict,
        first: .init(
          id: subject.entity.id, label: subject.entity.label, identities: subject.identities),
        second: .init(
          id: EntityID(things[0].id), label: "", identities: [Identity(things[0], in: "list")]))
    }
    #expect(find(things, [one]).links[0]?.count == 1)
    let denied = find(things, [one], [judgement(.different, one)])
    #expect(denied.links.isEmpty && denied.candidates.isEmpty)
    #expect(find(things, [weak]).links.isEmpty)
    #expect(find(things, [weak], [judgement(.same, weak)]).links[0]?.first?.score == 1)
  }
}
