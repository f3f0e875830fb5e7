/// A personal, possessive or reflexive pronoun and what it can stand for.
struct Pronoun: Hashable, Sendable {
  enum Person: Hashable, Sendable {
    case first
    case second
    case third
  }

  let person: Person
  let isPlural: Bool
  let gender: Gender?
  /// Whether it stands for persons alone ("she"), for things alone ("it"), or for both (`nil`).
  let isAnimate: Bool?
  let isReflexive: Bool
  let isPossessive: Bool

  /// The pronoun of a form in small letters; `nil` for others.
  init?(_ form: String) {
    guard let pronoun = Self.table[form] else { return nil }
    self = pronoun
  }

  private init(
    _ person: Person, plural: Bool, gender: Gender? = nil, animate: Bool?, reflexive: Bool = false,
    possessive: Bool = false
  ) {
    self.person = person
    isPlural = plural
    self.gender = gender
    isAnimate = animate
    isReflexive = reflexive
    isPossessive = possessive
  }

  private static let table: [String: Pronoun] = {
    var table: [String: Pronoun] = [:]
    func add(_ forms: String, _ person: Person, _ plural: Bool, _ gender: Gender?, _ animate: Bool?)
    {
      let forms = forms.split(separator: " ").map(String.init)
      for (i, form) in forms.enumerated() {
        table[form] = Pronoun(
          person, plural: plural, gender: gender, animate: animate,
          reflexive: form.hasSuffix("self") || form.hasSuffix("selves"),
          possessive: i == 2)
      }
    }
    add("he him his himself", .third, false, .male, true)
    add("she her her's herself hers", .third, false, .female, true)
    table["her"] = Pronoun(.third, plural: false, gender: .female, animate: true)
    add("it it its itself", .third, false, nil, false)
    add("they them their themselves theirs", .third, true, nil, nil)
    add("i me my myself mine", .first, false, nil, true)
    add("we us our ourselves ours", .first, true, nil, true)
    add("you you your yourself yours yourselves", .second, false, nil, true)
    return table
  }()
}
