extension ParsedSentence {
  /// The names, those that the tagger cut in two joined where the tree has them as one ("Ann" a person and
  /// "Washington" a place, the second a `flat` part of the first), and those that it passed over behind a title
  /// ("captain Ann Lee", both `flat` under the captain).
  var wholeNames: [NameSpan] {
    var whole: [NameSpan] = []
    for name in (names + titledNames).sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
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

  /// Names of two words or more behind a noun for persons that no name of the tagger's touches.
  private var titledNames: [NameSpan] {
    upos.indices.compactMap { title in
      guard upos[title] == .noun, NounClasses.kind(of: lemmas[title].lowercased()) == .person else {
        return nil
      }
      var end = title + 1
      while end < upos.count, upos[end] == .propn, relations[end].universal == "flat",
        heads[end] == title || heads[end] > title && heads[end] < end
      {
        end += 1
      }
      let span = title + 1..<end
      guard span.count > 1, !names.contains(where: { $0.tokens.overlaps(span) }) else { return nil }
      return NameSpan(tokens: span, kind: .person)
    }
  }
}
