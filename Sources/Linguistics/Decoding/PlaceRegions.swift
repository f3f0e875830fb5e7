/// Parts a place from the state or country that is written behind it without a comma: "Springfield Illinois" is two
/// places, "South Vietnam" and "Gulf of Mexico" are one.
enum PlaceRegions {
  private static let asideRelations: Set<String> = ["appos", "flat", "nmod:unmarked"]

  /// The names, with the places parted whose tree hangs a region at their end on the words before it.
  ///
  /// The capital district stays with its capital: "Washington DC" is one name.
  ///
  /// O(*n*) in words of names.
  static func parted(_ parse: ParsedSentence, words: [String]) -> [NameSpan] {
    parse.names.flatMap { name -> [NameSpan] in
      guard name.kind == .place, name.tokens.count > 1,
        !RegionNames.embedded.contains(words[name.tokens]),
        let start = regionStart(in: name.tokens, parse, words)
      else { return [name] }
      return [name.tokens.lowerBound..<start, start..<name.tokens.upperBound].map {
        NameSpan(tokens: $0, kind: .place)
      }
    }
  }

  private static func regionStart(
    in tokens: Range<Int>, _ parse: ParsedSentence, _ words: [String]
  ) -> Int? {
    tokens.dropFirst().first { start in
      let region = start..<tokens.upperBound
      return RegionNames.embedded.contains(words[region])
        && words[region] != ["DC"]
        && region.allSatisfy { word in
          let head = parse.heads[word]
          return tokens.contains(head)
            && (region.contains(head) || asideRelations.contains(parse.relations[word].full))
        }
    }
  }
}
