/// Nouns that name a role of someone towards something: their "of" phrase, possessor or modifier is
/// the other side of a relation.
enum Roles {
  /// Whether a noun's lemma names a role.
  static func isRole(_ lemma: String) -> Bool { nouns.contains(lemma) || isTitle(lemma) }

  /// Whether a noun's lemma stands in front of persons' names.
  static func isTitle(_ lemma: String) -> Bool { titles.contains(lemma) }

  /// Whether a role right behind a place's name is held there and not only by someone from there: "Oslo
  /// mayor", but no "US actor".
  static func isOfPlace(_ lemma: String) -> Bool { ofPlace.contains(lemma) }

  private static let ofPlace: Set<String> = [
    "president", "minister", "secretary", "senator", "governor", "mayor", "chancellor",
    "ambassador",
    "king", "queen", "prince", "princess", "premier", "commissioner", "congressman",
    "congresswoman", "attorney", "captain", "coach", "manager", "boss", "striker", "midfielder",
    "defender", "goalkeeper", "leader", "capital", "resident", "native", "citizen", "champion",
    "chief", "representative", "parliament", "headquarters", "subsidiary", "unit", "branch",
  ]

  private static let titles: Set<String> = [
    "president", "chairman", "chairwoman", "ceo", "cfo", "cto", "director", "minister", "secretary",
    "senator",
    "governor", "mayor", "chancellor", "professor", "spokesman", "spokeswoman", "spokesperson",
    "founder",
    "co-founder", "cofounder", "officer", "executive", "chief", "judge", "general", "ambassador",
    "king", "queen",
    "prince", "princess", "pope", "captain", "coach", "manager", "analyst", "lawyer", "economist",
    "commissioner",
    "representative", "congressman", "congresswoman", "premier", "attorney", "striker",
    "midfielder", "defender",
    "goalkeeper", "actor", "actress", "director-general", "treasurer", "head", "boss", "author",
    "singer",
  ]

  private static let nouns: Set<String> = [
    "owner", "leader", "member", "partner", "employee", "investor", "subsidiary", "unit", "parent",
    "capital",
    "maker", "manufacturer", "supplier", "customer", "shareholder", "backer", "rival", "competitor",
    "successor",
    "predecessor", "wife", "husband", "son", "daughter", "brother", "sister", "father", "mother",
    "part", "division",
    "branch", "arm", "headquarters", "creator", "inventor", "producer", "operator", "developer",
    "adviser", "advisor",
    "resident", "native", "citizen", "chair", "veteran", "graduate", "editor", "publisher",
    "affiliate", "ally",
    "provider", "winner", "champion", "designer", "researcher", "scientist", "engineer",
    "architect", "widow",
  ]
}
