import Testing

@testable import Resolution

@Suite("Names that one may shorten")
struct ShorteningIndexTests {
  private static let names = [
    "Ann Lee", "Lee", "Mr Lee", "Ann", "Lee Min Ho", "Raymond Orr", "Ray", "Nordia", "Nordia Ltd.",
    "Nordia Technology Ltd.", "International Data Corporation", "IDC", "US Commerce Department",
    "Commerce Department", "Commerce", "Airbus A380", "A380", "United Arab Emirates", "UAE", "Oslo",
    "University of Oslo", "British Airways", "Airways", "The Nordia Group", "Bank of Oslo", "BOO",
  ]

  @Test("are found by their keys, as they are by comparing with all")
  func all() {
    let types: [String?] = [nil, "Person", "Organization", "Place"]
    let forms = types.flatMap { type in Self.names.map { NameForm($0, type: type) } }
    let index = ShorteningIndex(forms)
    var found = 0
    for short in forms {
      let candidates = index.candidates(for: short)
      #expect(candidates == candidates.sorted())
      for (place, full) in forms.enumerated()
      where short.shortening(of: full) != nil || short.key == full.key {
        found += 1
        #expect(candidates.contains(place), "\(short.words) of \(full.words)")
      }
    }
    #expect(found > forms.count)
  }

  @Test("are few among many")
  func few() {
    let forms = (0..<500).map { NameForm("Ann Lee\($0)son of Oslo\($0)", type: "Organization") }
    #expect(ShorteningIndex(forms).candidates(for: NameForm("Oslo7", type: nil)) == [7])
  }
}
