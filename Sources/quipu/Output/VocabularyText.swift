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
      + (problem.suggestion.map { "; did you mean \(ErrorText.quoted($0))?" }
        ?? "; " + advice(problem.kind))
  }

  /// What may have been meant, or how it can be mended.
  static func suggestion(_ problem: VocabularyProblem) -> String {
    problem.suggestion ?? advice(problem.kind)
  }

  /// How to mend it, where no word comes near the one that is wrong.
  private static func advice(_ kind: VocabularyProblem.Kind) -> String {
    switch kind {
    case .syntax: return "see www.w3.org/TR/turtle; each declaration ends in a full stop"
    case .unknownClass(let name, _):
      return "declare it: q:\(name) a rdfs:Class ; rdfs:label \"…\"@en ."
    case .unknownRelation(let name, _):
      return "declare it: q:\(name) a q:InverseRelation ; rdfs:label \"…\"@en ."
    case .missing(let property, _): return "add \(property)"
    case .unexpectedValue("q:adjective", _):
      return "write \"Japanese = Japan, Dutch = Netherlands\""
    case .unexpectedValue(let property, _): return "write \(property) [ … ]"
    case .unknownProperty: return "the properties are told in schema/README.md"
    case .unknownKind: return "write q:Relation, q:InverseRelation or rdfs:Class"
    case .cycle: return "take one rdfs:subClassOf out"
    case .duplicateRule(let name): return "call one of them \(name)-2"
    case .noRelations: return "declare one: q:owns a q:Relation ; rdfs:label \"owns\"@en ; …"
    case .patternExpected: return "the grammar is in schema/README.md"
    case .patternUnknown(what: "class", _, _): return "quipu schema --json names the classes in use"
    case .patternUnknown(what: "capture", _, _): return "write S, O, S&O or a word in small letters"
    case .patternUnknown: return "roles and kinds of words are told in schema/README.md"
    case .patternCaptures(let word, let times, _):
      return times == 0 ? "say which word is \(word)" : "leave out one \(word)"
    case .patternPair(let relation, _):
      return "make \(relation) an owl:SymmetricProperty, or keep S and O apart"
    case .tooManyClasses: return "take some out"
    case .exampleMissed:
      return "quipu annotate shows how the sentence is read, quipu triples what it gives"
    case .counterExampleAsserted:
      return "ask more of the pattern, or say with !role what must not be there"
    }
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
    case .unknownProperty(let name, let user): return "\(user) uses \(name), which is no property"
    case .unknownKind(let name, let user): return "\(user) is called a \(name), which is no kind"
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
