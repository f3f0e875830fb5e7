/// Chooses the lemma of a word: the table of known forms, else the network's script.
struct Lemmatizer: Sendable {
  let table: LemmaTable

  /// The lemma of a form that the network tagged.
  func lemma(of form: String, upos: UPOS, xpos: String, script: LemmaScript) -> String {
    if let known = table.lemma(of: form.lowercased(), upos) { return known }
    return script.apply(to: form)
  }
}
