import Linguistics

/// The class of things that a common noun names, where it tells one.
enum ClassNouns {
  /// Local name of the class that a noun's lemma tells, or `nil`.
  static func type(of lemma: String) -> String? {
    if person.contains(lemma) { return "Person" }
    if organization.contains(lemma) { return "Organization" }
    if place.contains(lemma) { return "Place" }
    return NounClasses.kind(of: lemma) == .person ? "Person" : nil
  }

  /// Nouns that name men.
  static let male: Set<String> = [
    "man", "boy", "father", "brother", "son", "husband", "uncle", "nephew", "grandfather", "king",
    "prince",
    "businessman", "spokesman", "chairman", "congressman", "gentleman", "actor", "policeman",
    "widower",
  ]

  /// Nouns that name women.
  static let female: Set<String> = [
    "woman", "girl", "mother", "sister", "daughter", "wife", "aunt", "niece", "grandmother",
    "queen",
    "princess", "businesswoman", "spokeswoman", "chairwoman", "congresswoman", "lady", "actress",
    "widow",
  ]

  private static let person: Set<String> = male.union(female).union([
    "nominee", "candidate", "backbencher", "contender",
    "person", "people", "founder", "co-founder", "cofounder", "president", "chief", "executive",
    "director",
    "officer", "official", "minister", "secretary", "analyst", "employee", "worker", "engineer",
    "researcher",
    "scientist", "lawyer", "judge", "senator", "lawmaker", "politician", "reporter", "journalist",
    "author",
    "writer", "doctor", "professor", "teacher", "student", "investor", "manager", "leader", "owner",
    "member",
    "player", "coach", "spokesperson", "passenger", "customer", "user", "academic", "artist",
    "singer",
    "ambassador", "governor", "mayor", "attorney", "partner", "ceo", "cfo", "economist",
    "consultant",
    "entrepreneur", "chancellor", "prosecutor", "soldier", "citizen", "expert", "critic",
    "activist",
  ])

  private static let organization: Set<String> = [
    "company", "firm", "startup", "start-up", "corporation", "bank", "agency", "government",
    "administration",
    "ministry", "department", "university", "school", "organization", "organisation", "institute",
    "party",
    "team", "club", "court", "union", "committee", "commission", "council", "group", "giant",
    "maker",
    "manufacturer", "airline", "retailer", "carmaker", "chipmaker", "fund", "business", "board",
    "association",
    "foundation", "newspaper", "regulator", "supplier", "subsidiary", "parliament", "congress",
    "army",
    "police", "insurer", "lender", "broker", "operator", "developer", "vendor", "reseller", "unit",
    "hospital",
  ]

  private static let place: Set<String> = [
    "country", "city", "town", "village", "region", "province", "state", "nation", "capital",
    "island", "county",
    "district", "river", "mountain", "continent", "border", "area", "port", "airport", "station",
    "street",
  ]
}
