import GraphFormats
import GraphModel
import Indexer

/// What people read of the journal of judgements.
enum JournalText {
  /// Tells what a judgement did.
  static func tell(
    _ number: Int, _ what: String, _ entity: EntityID?, _ invocation: Invocation
  ) {
    if invocation.json {
      try? invocation.console.jsonObject { json in
        json.field("judgement", number)
        json.field("entity", entity?.value)
      }
    } else {
      invocation.console.say(
        Printable.line(what) + (entity.map { ": \($0.value)" } ?? "")
          + ". Take it back with: quipu undo \(number)")
    }
  }

  /// One line of the journal.
  static func line(_ line: JournalLine, documents: [DocumentID: String]) -> String {
    let sides = line.sides.map { "\(Printable.line($0.label)) (\($0.id.value))" }
    var text = "\(line.number)\t"
    switch line.verdict {
    case .same: text += sides.joined(separator: " = ")
    case .different: text += sides.joined(separator: " ≠ ")
    case .unsure: text += sides.joined(separator: " ? ")
    case .apart:
      text +=
        "\(sides.first ?? "") is another in "
        + line.documents.map { Printable.line(documents[$0] ?? $0.value) }.joined(separator: ", ")
    case .undo: text += "undo of \(line.undoes ?? 0)"
    }
    return text + (line.isUndone ? "\t(undone)" : "")
  }

  /// One step of an explanation.
  static func line(_ step: IdentityStep) -> String {
    let names = "\(Printable.line(step.first)) = \(Printable.line(step.second)): "
    switch step.ground {
    case .judgement(let number): return names + "judgement \(number)"
    case .document(let name):
      return names + "\(Printable.line(name)) uses the short name for the full one"
    case .initials: return names + "the initials"
    case .shortName: return names + "the telling part of the name, in the same company"
    case .familyName: return names + "the only person in this company who has the family name"
    case .sharedCompany:
      return names + "the family name, in documents that speak of the same things"
    case .turnedName: return names + "the name in the other order, in the same company"
    case .storyName: return names + "the end of the name, in documents that tell one story"
    case .storyDescription: return names + "the description, in documents that tell one story"
    case .sameEvents:
      return names + "what is said of it, in documents that report the same events"
    case .sameName: return names + "the same name, read as a thing of another kind or of none"
    }
  }
}
