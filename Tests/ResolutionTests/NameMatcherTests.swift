import Testing

@testable import Resolution

@Suite("NameMatcher")
struct NameMatcherTests {
  @Test(
    "one person's spellings are likely one",
    arguments: [
      ("Sergei Lavrov", "Сергей Лавров"), ("Alexis Tsipras", "Αλέξης Τσίπρας"),
      ("Dr Anna Kowalska", "Anna Kowalska"), ("KOWALSKA, Anna", "Anna Kowalska"),
      ("J. Robert Miller", "James Robert Miller"), ("Mohammed Hussein", "Muhammad Husayn"),
      ("Anna Kowalsky", "Anna Kowalski"),
    ])
  func samePerson(first: String, second: String) {
    #expect(NameMatcher.score(first, second, isPerson: true) > 0.5)
  }

  @Test(
    "two persons are likely two",
    arguments: [
      ("Anna Kowalska", "Piotr Kowalski"), ("Barbara Smith", "William Smith"),
      ("Omar bin Hasan", "Hasan bin Omar"), ("Anna Maria Lopez", "Anna Maria Fernandez"),
    ])
  func otherPerson(first: String, second: String) {
    #expect(NameMatcher.score(first, second, isPerson: true) < 0.5)
  }

  @Test(
    "legal forms, joints and slips do not make another company",
    arguments: [
      ("Nordwind Aktiengesellschaft", "Nordwind AG"), ("OOO Severny Veter", "Severny Veter LLC"),
      ("Sense Time Group", "SenseTime"), ("Societe Lumiere S.A.", "Société Lumière"),
    ])
  func sameCompany(first: String, second: String) {
    #expect(NameMatcher.score(first, second, isPerson: false) > 0.5)
  }

  @Test(
    "another word makes another body",
    arguments: [
      ("Bank of Estonia", "Bank of Ethiopia"), ("Nordwind Shipping", "Nordwind Mining"),
      ("44th Brigade", "45th Brigade"),
    ])
  func otherCompany(first: String, second: String) {
    #expect(NameMatcher.score(first, second, isPerson: false) < 0.5)
  }

  @Test("the order of the names does not matter, and hostile names are no trap")
  func symmetry() {
    let names = [
      "", " ", "...", "Ab", "李", "\u{0}", "Ω", "A. B. C.", "bin", "the", "Ltd", "ё",
      String(repeating: "x ", count: 40), "Anna Kowalska", "👩‍👩‍👧",
    ]
    for a in names {
      for b in names {
        for isPerson in [true, false] {
          let score = NameMatcher.score(a, b, isPerson: isPerson)
          #expect(score == NameMatcher.score(b, a, isPerson: isPerson))
          #expect(score >= 0 && score <= 1)
        }
      }
    }
    #expect(NamePair.featureNames.count == NamePair("a", "b", isPerson: true).features.count)
    #expect(NameWeights.person.count == NamePair.featureNames.count)
    #expect(NameWeights.other.count == NamePair.featureNames.count)
  }
}
