import GraphModel

/// What the page holds of statements, in the order of their sentences.
extension PageData {
  func writeStatements(to json: inout JSONWriter, _ columns: inout PageColumns) {
    columns.add("s", order.subjects)
    columns.add("o", order.objects)
    var values = Numbering<String>()
    columns.add(
      "value",
      statements.compactMap { row in
        if case .value(let text) = row.object { values.number(of: text) } else { nil }
      })
    json.field("values", values.items)
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

  /// The predicates, the most frequent first.
  private func writePredicates(to json: inout JSONWriter, _ columns: inout PageColumns) {
    var found = Numbering<Predicate>()
    let numbers = statements.map { found.number(of: $0.statement.content.predicate) }
    var counts = [Int](repeating: 0, count: found.items.count)
    for number in numbers { counts[number] += 1 }
    let sorted = counts.indices.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    var places = counts
    for (place, number) in sorted.enumerated() { places[number] = place }
    columns.add("p", numbers.map { places[$0] })
    json.key("predicates")
    json.beginArray()
    for number in sorted {
      let predicate = found.items[number]
      // An open predicate's identifier can be told from its words.
      let isOpen = predicate.id.hasPrefix("p:")
      json.array(isOpen ? [predicate.label] : [predicate.label, predicate.id])
    }
    json.endArray()
  }

  /// The sentences, and where the words for subject and object stand in them: 0 if they do not,
  /// 1 if where they last stood for that entity in that sentence, else how far behind the words
  /// before them, made 2 more unless negative.
  func writeEvidence(to columns: inout PageColumns) {
    var codes: [Int] = []
    var lengths: [Int] = []
    var last: [SIMD2<Int>: Range<Int>] = [:]
    for row in statements {
      for (piece, sentence) in zip(row.statement.evidence, row.evidence) {
        var base = 0
        func add(_ mention: MentionText?, _ entity: Int?) {
          guard let span = piece.inQuote(mention)?.span else { return codes.append(0) }
          let words = span.start - piece.span.start..<span.end - piece.span.start
          defer { base = words.upperBound }
          if let entity {
            let key = SIMD2(sentence, entity)
            guard last.updateValue(words, forKey: key) != words else { return codes.append(1) }
          }
          let distance = words.lowerBound - base
          codes.append(distance < 0 ? distance : distance + 2)
          lengths.append(words.count)
        }
        add(piece.subject, row.subject)
        if case .entity(let object) = row.object {
          add(piece.object, object)
        } else {
          add(piece.object, nil)
        }
      }
    }
    columns.add("sentence", growing: statements.flatMap(\.evidence))
    columns.add("span", codes)
    columns.add("length", lengths)
  }

  /// Speakers, times and qualifiers of the statements that have them.
  func writeCircumstances(to json: inout JSONWriter, _ columns: inout PageColumns) {
    let speakers = statements.map { row in
      row.statement.content.speaker.flatMap { picture.number(of: $0) }
    }
    columns.add("speakerAt", growing: speakers.indices.filter { speakers[$0] != nil })
    columns.add("speaker", speakers.compactMap { $0.map { order.places[$0] } })
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
    var roles = Numbering<String>()
    let qualifiers = qualified.flatMap { index in
      let quote = statements[index].statement.evidence.first?.quote ?? ""
      return contents[index].qualifiers.map { qualifier in
        (
          role: roles.number(of: qualifier.role), text: qualifier.text,
          place: CodePoints.place(of: qualifier.text, in: quote)
        )
      }
    }
    json.field("roles", roles.items)
    columns.add("role", qualifiers.map(\.role))
    columns.add("wordsStart", qualifiers.map { $0.place?.start ?? -1 })
    columns.add("wordsLength", qualifiers.compactMap { $0.place?.length })
    json.field("words", qualifiers.filter { $0.place == nil }.map(\.text))
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
