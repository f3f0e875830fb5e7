/// Names of countries, as contexts of known things are compared.
public enum CountryName {
  /// The key of a country by any of its names, or of a people or adjective of it; of another name,
  /// the name in joined folded form.
  public static func key(_ name: String) -> String {
    let joined = NameTokens(name).joined
    if let known = KnownName.named(joined, written: name) { return NameTokens(known.label).joined }
    return PlaceTable.embedded.country(ofPeople: joined).flatMap(key(ofCode:)) ?? joined
  }

  /// The keys that a name in a text stands for: its own, and for a city its country's.
  public static func context(_ name: String) -> [String] {
    let city = PlaceTable.embedded.country(ofCity: NameTokens(name).joined)
    return [key(name)] + (city.flatMap(key(ofCode:)).map { [$0] } ?? [])
  }

  private static func key(ofCode code: String) -> String? {
    PlaceTable.embedded.nameOfCountry[code].map { name in
      let joined = NameTokens(name).joined
      return NameTokens(KnownName.named(joined, written: name)?.label ?? name).joined
    }
  }

  /// Whether a name is a country's.
  public static func isCountry(_ name: String) -> Bool {
    KnownName.isCountry(NameTokens(name).joined)
  }

  /// The keys of a text that names a country, or a place and its country after a comma.
  static func keys(in text: String) -> [String] {
    text.split(separator: ",").map { key(String($0)) }.filter { !$0.isEmpty }
  }
}
