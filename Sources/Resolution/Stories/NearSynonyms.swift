/// Nouns that reports of one event use for each other: "the blaze" and "the fire", "cops" and "police".
///
/// They need not mean the same elsewhere, so only documents that report the same events are compared by them.
enum NearSynonyms {
  /// The noun that stands for all that are used for each other; the noun itself if it is in no group.
  static func common(_ noun: String) -> String { first[noun] ?? noun }

  private static let first: [String: String] = {
    var first: [String: String] = [:]
    for group in groups {
      let nouns = group.split(separator: " ").map(String.init)
      for noun in nouns { first[noun] = nouns[0] }
    }
    return first
  }()

  private static let groups = [
    // People.
    "police cop policeman", "child kid youngster", "teenager teen", "mother mum mom", "father dad",
    "baby infant",
    "doctor physician doc medic", "lawyer attorney", "worker employee staffer", "boss chief ceo",
    "climber mountaineer",
    "pirate brigand raider hijacker", "robber thief bandit burglar", "gunman shooter",
    "attacker assailant",
    "killer murderer", "driver motorist", "motorcyclist biker", "host presenter emcee",
    "singer vocalist",
    "rioter looter", "protester protestor demonstrator", "firefighter fireman",
    "lawmaker legislator",
    "spokesman spokeswoman spokesperson", "soldier troop", "resident local", "scientist researcher",
    "investigator detective",
    "reporter journalist", "footballer player", "fan supporter", "victim casualty",
    "visitor tourist",
    "shareholder investor stockholder", "customer client", "pensioner retiree", "migrant immigrant",
    "writer author",
    "businessman tycoon", "terrorist militant", "fighter rebel insurgent",
    "detainee prisoner inmate", "guard warder",
    // Bodies.
    "company firm", "shop store outlet", "supermarket grocer", "team club side squad",
    "union labour", "airline carrier",
    "carmaker automaker", "retailer chain", "court tribunal", "hospital clinic", "school college",
    "army military",
    "government administration", "bank lender", "charity foundation", "parliament assembly",
    "league division",
    // Vehicles, buildings, things.
    "car vehicle automobile", "lorry truck", "plane jet aircraft airliner", "ship vessel boat",
    "warship frigate",
    "train locomotive", "gun weapon firearm", "rifle shotgun", "bomb explosive", "prison jail",
    "house home",
    "flat apartment", "office workplace", "street road", "motorway freeway highway",
    "mountain peak", "sea ocean",
    "fire blaze inferno", "earthquake quake tremor", "storm hurricane", "flood flooding",
    "crash accident collision",
    "shooting gunfire", "attack assault raid", "theft robbery heist", "murder killing slaying",
    "explosion blast",
    "riot unrest", "strike walkout", "merger takeover acquisition", "purchase buyout",
    "rise increase", "cut reduction",
    "film movie", "phone handset", "patch fix update", "flaw bug vulnerability hole",
    "drug medicine", "jewel gem jewellery",
    "cash money", "pay salary wage", "job post", "trial case", "verdict ruling", "sentence term",
    "charge count",
    "title crown", "cup trophy", "contract deal", "statement announcement", "poll survey",
    "vote ballot",
  ]
}
