internal import CResources

/// The countries of the world and the cities with at least 100,000 people (`schema/places.tsv`).
struct PlaceTable: Sendable {
  /// The table that is part of the program.
  static let embedded: PlaceTable = {
    let file = cresources_places()
    return PlaceTable(UnsafeBufferPointer(start: file.start, count: file.count))
  }()

  /// The names of countries, by code.
  private(set) var nameOfCountry: [String: String] = [:]
  private var countryOfName: [String: String] = [:]
  private var countryOfPeople: [String: String] = [:]
  private var countryOfState: [String: String] = [:]
  private var countriesOfCity: [String: [String: Int]] = [:]

  /// Reads a table; lines that are none of its kinds are passed over.
  init(_ bytes: some Collection<UInt8>) {
    var peoples: [(String, String)] = []
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count >= 4 else { continue }
      switch cells[0] {
      case "country":
        let name = cells[2].hasPrefix("The ") ? String(cells[2].dropFirst(4)) : cells[2]
        nameOfCountry[cells[1]] = name
        countryOfName[NameTokens(name).joined] = cells[1]
        peoples += cells[3].split(separator: "/").map { (String($0), cells[1]) }
      case "state": countryOfState[NameTokens(cells[2]).joined] = cells[1]
      case "city":
        let name = NameTokens(cells[2]).joined
        countriesOfCity[name, default: [:]][cells[1]] = max(
          countriesOfCity[name]?[cells[1]] ?? 0, Int(cells[3]) ?? 0)
      default: continue
      }
    }
    for (people, code) in peoples {
      // "Djibouti" is a country before it is a people.
      let name = NameTokens(people).joined
      if countryOfName[name] == nil, countryOfPeople[name] == nil { countryOfPeople[name] = code }
    }
  }

  /// The country that a name in joined folded form is one of.
  func country(named joined: String) -> String? { countryOfName[joined] }

  /// The country that a name in joined folded form, of a country or of a state of one, tells.
  func country(ofRegion joined: String) -> String? {
    countryOfName[joined] ?? countryOfState[joined]
  }

  /// The country whose people or adjective a word in joined folded form is, also in the plural.
  func country(ofPeople joined: String) -> String? {
    countryOfPeople[joined]
      ?? (joined.hasSuffix("s") ? countryOfPeople[String(joined.dropLast())] : nil)
  }

  /// The country that a city lies in; of several cities of one name, that of the one which has at
  /// least four times as many people as any other.
  func country(ofCity joined: String) -> String? {
    guard let cities = countriesOfCity[joined] else { return nil }
    let ranked = cities.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    guard ranked.count == 1 || ranked[0].value >= 4 * ranked[1].value else { return nil }
    return ranked[0].key
  }

  /// Whether a name in joined folded form is that of some city.
  func isCity(_ joined: String) -> Bool { countriesOfCity[joined] != nil }

  /// The names of all countries.
  var countries: [String] { nameOfCountry.values.sorted() }
}
