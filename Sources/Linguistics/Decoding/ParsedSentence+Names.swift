extension ParsedSentence {
  /// The names, those that the tagger cut in two joined where the tree has them as one: "Ann" a person and
  /// "Washington" a place, the second a `flat` part of the first.
  var wholeNames: [NameSpan] {
    var whole: [NameSpan] = []
    for name in names {
      if let before = whole.last, before.kind == .person,
        before.tokens.upperBound == name.tokens.lowerBound,
        name.tokens.allSatisfy({ relations[$0].universal == "flat" }),
        let first = name.tokens.first, before.tokens.contains(heads[first])
      {
        whole[whole.count - 1] = NameSpan(
          tokens: before.tokens.lowerBound..<name.tokens.upperBound, kind: .person)
      } else {
        whole.append(name)
      }
    }
    return whole
  }
}
