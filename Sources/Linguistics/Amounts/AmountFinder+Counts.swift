/// Which bare numbers count things.
extension AmountFinder {
  /// Whether a number hangs on something before it: "covid-19", "F-16", "$".
  func isPartOfWord(_ index: Int) -> Bool {
    guard index > 1, isAdjacent(index), words[index - 1] == "-", isAdjacent(index - 1) else {
      return false
    }
    return Decimal(figures: words[index - 2]) == nil
  }

  /// Whether a bare number counts things: it modifies a noun, or stands for one.
  func isCount(_ start: Int, _ number: NumberReader.Reading) -> Bool {
    let token = sentence.tokens[start]
    if sentence.names.contains(where: { $0.tokens.contains(start) }) { return false }
    if times.contains(where: { $0.tokens.overlaps(start..<number.end) }) { return false }
    if start == 1, words[0] == "(", words[start].utf8.count > 4 { return false }
    if isHyphenated(start, number.end) { return false }
    if number.end == start + 1, isYear(start) || isCalendar(start) { return false }
    let relations = sentence.tokens[start..<number.end].map(\.relation.universal)
    if token.form.lowercased() == "one" || token.form.lowercased() == "a" {
      return relations.contains("nummod")
    }
    if relations.contains("nummod") || relations.contains("compound") && number.end > start + 1 {
      return true
    }
    let core: Set<String> = ["nsubj", "obj", "obl", "root", "conj", "nmod", "appos", "iobj"]
    return token.upos == .num && relations.contains(where: core.contains)
      || token.form.lowercased() == "half" && token.upos != .adv
  }

  /// Whether a number is a part of a compound: "a 2-1 vote", "a four-tier plan".
  private func isHyphenated(_ start: Int, _ end: Int) -> Bool {
    if start > 0, words[start - 1] == "-", isAdjacent(start) { return true }
    return end + 1 < words.count && words[end] == "-" && isAdjacent(end) && isAdjacent(end + 1)
  }

  /// Whether figures are a year by their place: "in 2014", "the 2014 accord".
  private func isYear(_ index: Int) -> Bool {
    guard words[index].utf8.count == 4, let year = Int(words[index]), year >= 1000, year < 2100
    else { return false }
    let token = sentence.tokens[index]
    guard token.relation.universal == "nummod", token.head > index,
      sentence.tokens.indices.contains(token.head)
    else { return true }
    let head = sentence.tokens[token.head]
    return !(head.xpos == "NNS" || head.xpos == "NNPS")
      || year >= 1900 && year <= 2050
        && index > 0 && ["the", "its", "their", "his", "her"].contains(words[index - 1])
  }

  /// Whether a number stands in a date or after "No." and the like.
  private func isCalendar(_ index: Int) -> Bool {
    if index > 0 {
      let before = words[index - 1]
      if TimeLexicon.months[before] != nil,
        before != "may" || sentence.tokens[index - 1].upos != .aux
      {
        return true
      }
      if [
        "no.", "nos.", "article", "section", "chapter", "page", "figure", "version", "room",
        "flight", "route", "number", "#", "phase", "type", "channel", "level", "group",
      ].contains(before) {
        return true
      }
    }
    if index + 1 < words.count {
      let after = words[index + 1]
      if TimeLexicon.months[after] != nil, after != "may" { return true }
      if ["a.m.", "p.m.", "am", "pm", "o'clock"].contains(after) { return true }
      if TimeLexicon.zones.contains(after) { return true }
    }
    return words[index].contains(":") || words[index].contains("/")
  }
}
