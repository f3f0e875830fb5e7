import Linguistics

extension SentenceView {
  /// Whom a verb makes a noun of: "X became *director*", "X served as *director*", "they named X
  /// *director*", "X was promoted to *director*".
  func holders(ofComplement noun: Int) -> [RoleFiller] {
    let verb = head(of: noun)
    guard verb >= 0, isVerb(verb) else { return [] }
    let lemma = sentence.tokens[verb].lemma
    let marks = caseWords(of: noun)
    switch relation(of: noun) {
    case "xcomp" where marks.allSatisfy({ formIs($0, "as") }): break
    case "obl", "advcl":
      let isPromotion = lemma == "promote" || lemma == "elect"
      guard marks.contains(where: { formIs($0, "as") || isPromotion && formIs($0, "to") }) else {
        return []
      }
    case "obj": guard lemma == "become" || isPassive(verb) else { return [] }
    default: return []
    }
    if Self.becoming.contains(lemma), !isPassive(verb) {
      return surfaceSubjects(of: verb).filter { $0.token != noun }
    }
    guard Self.making.contains(lemma) else { return [] }
    return (isPassive(verb) ? surfaceSubjects(of: verb) : patients(of: verb))
      .filter { $0.token != noun }
  }

  /// Verbs that say of their subject what their complement names.
  private static let becoming: Set<String> = [
    "become", "remain", "serve", "act", "work", "stay", "continue", "function",
  ]

  /// Verbs that make of their object what their complement names.
  private static let making: Set<String> = [
    "appoint", "name", "elect", "re-elect", "reelect", "promote", "make", "hire", "choose",
    "install", "ordain", "crown", "employ",
  ]
}
