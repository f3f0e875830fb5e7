/// Chooses the lemma of a word: the table of known forms, else a spelling rule for regular inflection,
/// else the network's script.
struct Lemmatizer: Sendable {
  private let table: LemmaTable
  private let spelling: SpellingRule

  init(table: LemmaTable, vocabulary: PieceVocabulary) {
    self.table = table
    spelling = SpellingRule(table: table, vocabulary: vocabulary)
  }

  /// The lemma of a form that the network tagged.
  func lemma(of form: String, upos: UPOS, xpos: String, script: LemmaScript) -> String {
    let lower = form.lowercased()
    let inflection = Inflection(upos: upos, xpos: xpos)
    if inflection == .past, let base = IrregularVerbs.base(ofPast: lower) { return base }
    if let known = table.lemma(of: lower, upos) { return known }
    if let inflection {
      if let acronym = Self.acronym(form, inflection) { return acronym }
      if let known = prefixed(lower, upos) { return known }
      if let base = spelling.base(of: lower, inflection) { return base }
    } else if upos == .verb, xpos == "VB" || xpos == "VBP" {
      return lower
    } else if upos == .num, form.utf8.contains(where: { (0x30...0x39).contains($0) }) {
      return form.filter { $0 != "," }
    }
    let lemma = script.apply(to: form)
    // Of a name, the network is trusted with its capitals and with a longer form ("Sept.") only.
    if xpos == "NNP",
      !lemma.lowercased().hasPrefix(lower.hasSuffix(".") ? lower.dropLast() : lower[...])
    {
      return form
    }
    return lemma
  }

  /// `MPs` is the plural of `MP`.
  private static func acronym(_ form: String, _ inflection: Inflection) -> String? {
    guard inflection == .plural, form.hasSuffix("s"), form.count > 2 else { return nil }
    let stem = form.dropLast()
    guard stem.unicodeScalars.allSatisfy({ (0x41...0x5a).contains($0.value) }) else { return nil }
    return String(stem)
  }

  /// `rebuilt` is inflected as `built` is.
  private func prefixed(_ form: String, _ upos: UPOS) -> String? {
    if let hyphen = form.lastIndex(of: "-") {
      let rest = form[form.index(after: hyphen)...]
      return table.lemma(of: String(rest), upos).map { form[...hyphen] + $0 }
    }
    for prefix in ["re", "over", "under", "out", "mis", "un", "up", "fore", "pre", "co"]
    where form.hasPrefix(prefix) {
      let rest = form.dropFirst(prefix.count)
      guard rest.utf8.count > 3, let lemma = table.lemma(of: String(rest), upos) else { continue }
      // Only irregular forms: `united` is not `un` and `ited`, nor `reading` `re` and `ading`.
      if lemma != rest, !rest.hasSuffix("ed"), !rest.hasSuffix("ing"), !rest.hasSuffix("s") {
        return prefix + lemma
      }
    }
    return nil
  }
}
