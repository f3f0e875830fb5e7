import Indexer

/// The words of what is wrong with a vocabulary.
enum VocabularyText {
  /// What is wrong, after the file and the place.
  static func line(_ problem: VocabularyProblem, file: String) -> String {
    var place = file
    if let line = problem.line { place += ":\(line):\(problem.column ?? 1)" }
    return place + ": " + describe(problem)
  }

  /// What is wrong, with what may have been meant.
  static func describe(_ problem: VocabularyProblem) -> String {
    words(problem.kind)
      + (problem.suggestion.map { "; did you mean \(ErrorText.quoted($0))?" } ?? "")
  }

  private static func words(_ kind: VocabularyProblem.Kind) -> String {
    let quoted = ErrorText.quoted
    switch kind {
    case .syntax(let detail): return "not valid Turtle: \(detail)"
    case .unknownClass(let name, let user):
      return "\(user) names the class \(quoted(name)), which is not declared"
    case .unknownRelation(let name, let user):
      return "\(user) names the relation \(quoted(name)), which is not declared"
    case .missing(let property, let owner): return "\(owner) lacks \(property)"
    case .unexpectedValue(let property, let owner):
      return "\(owner) has a value that \(property) does not take"
    case .cycle(let classes):
      return "classes are their own superclasses: \(classes.joined(separator: ", "))"
    case .duplicateRule(let name): return "two patterns are called \(quoted(name))"
    case .noRelations: return "no relation is declared"
    case .patternExpected(let wanted, let found, let rule):
      return "pattern \(rule): \(wanted) is expected, not \(quoted(found))"
    case .patternUnknown(let what, let word, let rule):
      return "pattern \(rule): there is no \(what) \(quoted(word))"
    case .patternCaptures(let word, let times, let rule):
      return "pattern \(rule): \(word) is captured \(times) times, and must be once"
    case .patternPair(let relation, let rule):
      return "pattern \(rule): S&O needs a symmetric relation, and \(relation) is not"
    case .tooManyClasses(let limit): return "there are more than \(limit) classes"
    case .exampleMissed(let relation, let sentence, let subject, let object):
      return
        "an example gives no such statement: \(quoted(sentence)) should say \(subject) \(relation) \(object)"
    case .counterExampleAsserted(let relation, let sentence):
      return "a counter-example asserts \(relation): \(quoted(sentence))"
    }
  }
}
