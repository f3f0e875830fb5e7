import GraphModel
import Testing

@testable import Resolution

@Suite("PlaceTable")
struct PlaceTableTests {
  @Test("the table tells countries, peoples, states and cities")
  func table() {
    let table = PlaceTable.embedded
    #expect(table.country(named: "chile") == "CL")
    #expect(table.country(ofPeople: "chileans") == "CL")
    #expect(table.country(ofPeople: "djibouti") == nil)
    #expect(table.country(ofRegion: "ohio") == "US")
    #expect(table.country(ofCity: "havana") == "CU")
    #expect(table.country(ofCity: "cambridge") == nil, "two cities of like size")
    #expect(table.country(ofCity: "london") == "GB", "the one in Ontario is much smaller")
    #expect(table.countries.count > 240)
  }

  @Test("a city stands for its country, an adjective for it too")
  func contexts() {
    #expect(CountryName.context("Havana").contains(CountryName.key("Cuba")))
    #expect(CountryName.key("Cuban") == CountryName.key("Cuba"))
    #expect(CountryName.key("British") == CountryName.key("UK"))
  }

  @Test("places of one name are kept apart by the country that documents place them in")
  func apart() {
    var corpus = SampleCorpus()
    corpus.add("a") { $0.place("London") }
    corpus.add("b") {
      $0.place("London")
      $0.place("Canada")
      $0.state(0, "be in", 1, rule: "nominal/place-in-place")
    }
    corpus.add("c") {
      $0.place("London")
      $0.place("UK")
      $0.state(0, "be in", 1, rule: "nominal/place-in-place")
    }
    let entities = corpus.resolved()
    #expect(entities["a"]?[0].id == entities["c"]?[0].id)
    #expect(entities["a"]?[0].id != entities["b"]?[0].id)
  }
}
