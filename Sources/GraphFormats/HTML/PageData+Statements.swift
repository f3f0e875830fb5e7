import GraphModel

/// What the page holds of statements, in the order of their sentences.
extension PageData {
  func writeStatements(to json: inout JSONWriter, _ columns: inout PageColumns) {
    columns.add("s", order.subjects)
    columns.add("o", order.objects)
    var values = Numbering<ExactText>()
    columns.add(
      "value",
      statements.compactMap { row in
        guard case .value(let text) = row.object else { return nil }
        return values.number(of: ExactText(text: text))
      })
    json.field("values", values.items.map(\.text))
    columns.add(
      "flags",
      statements.map { row in
        let content = row.statement.content
        let certainty = Certainty.allCases.firstIndex(of: content.certainty) ?? 0
        return (content.polarity == .negative ? 1 : 0) | certainty << 1
          | (row.isAsserted ? 8 : 0) | row.object.kind << 4
      })
    columns.add("confidence", statements.map { Int(($0.statement.confidence * 100).rounded()) })
    columns.add("count", statements.map(\.evidence.count))
    writePredicates(to: &json, &columns)
  }

  /// A predicate that equals only what has the same bytes.
  private struct ExactPredicate: Hashable {
    let id: ExactText
    let label: ExactText

    init(_ predicate: Predicate) {
      id = ExactText(text: predicate.id)
      label = ExactText(text: predicate.label)
    }
  }

  /// The predicates: those of several statements, the most frequent first; then those of one, in the
  /// order of the statements, which name them by 0, the others by their number and one.
  private func writePredicates(to json: inout JSONWriter, _ columns: inout PageColumns) {
    var found = Numbering<ExactPredicate>()
    let numbers = statements.map {
      found.number(of: ExactPredicate($0.statement.content.predicate))
    }
    var counts = [Int](repeating: 0, count: found.items.count)
    for number in numbers { counts[number] += 1 }
    let sorted = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    var codes = counts
    for (place, number) in sorted.enumerated() {
      codes[number] = counts[number] > 1 ? place + 1 : 0
    }
    columns.add("p", numbers.map { codes[$0] })
    json.field("repeated", counts.count { $0 > 1 })
    json.key("predicates")
    json.beginArray()
    for number in sorted {
      let predicate = found.items[number]
      // An open predicate's identifier can be told from its words.
      let isOpen = predicate.id.text.hasPrefix("p:")
      json.array([predicate.label.text] + (isOpen ? [] : [predicate.id.text]))
    }
    json.endArray()
  }

  /// Speakers, times and qualifiers of the statements that have them.
  ///
  /// The words of a qualifier are told by their first word and their number in the first sentence; by
  /// -2, with beginning and length in code points, if they do not begin and end with words there; and
  /// by -1, with their text, if they do not stand there.
  func writeCircumstances(to json: inout JSONWriter, _ columns: inout PageColumns) {
    columns.add("speakerAt", growing: statements.indices.filter { statements[$0].speaker != nil })
    columns.add("speaker", order.speakers)
    let contents = statements.map(\.statement.content)
    let timed = contents.indices.filter { contents[$0].time != nil }
    columns.add("timeAt", growing: timed)
    json.key("times")
    json.beginArray()
    for time in timed.lazy.compactMap({ contents[$0].time }) {
      json.array([time.start ?? "", time.end ?? "", time.text])
    }
    json.endArray()
    let qualified = contents.indices.filter { !contents[$0].qualifiers.isEmpty }
    columns.add("qualifierAt", growing: qualified)
    columns.add("qualifiers", qualified.map { contents[$0].qualifiers.count })
    var roles = Numbering<ExactText>()
    var starts: [Int] = []
    var lengths: [Int] = []
    var texts: [String] = []
    var numbers: [Int] = []
    for index in qualified {
      let words = PageWords(statements[index].statement.evidence.first?.quote ?? "")
      for qualifier in contents[index].qualifiers {
        numbers.append(roles.number(of: ExactText(text: qualifier.role)))
        guard let place = words.place(of: Array(qualifier.text.unicodeScalars)) else {
          starts.append(-1)
          texts.append(qualifier.text)
          continue
        }
        if let part = words.words(place) {
          starts.append(part.lowerBound)
          lengths.append(part.count)
        } else {
          starts.append(-2)
          lengths += [place.lowerBound, place.count]
        }
      }
    }
    json.field("roles", roles.items.map(\.text))
    columns.add("role", numbers)
    columns.add("wordsStart", starts)
    columns.add("wordsLength", lengths)
    json.field("words", texts)
  }
}

extension JSONWriter {
  /// Writes an array of texts.
  mutating func array(_ texts: [String]) {
    beginArray()
    for text in texts { value(text) }
    endArray()
  }
}
