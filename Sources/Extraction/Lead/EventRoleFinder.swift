import Linguistics

/// Finds what the things of a sentence do in it.
struct EventRoleFinder {
  private let tokens: [Token]

  /// Prepares the search in a sentence.
  init(_ sentence: Sentence) { tokens = sentence.tokens }

  /// Verbs that say little of who does them, for anybody does: "have", "say", "begin".
  static let light: Set<String> = [
    "accord", "add", "announce", "ask", "be", "become", "begin", "call", "claim", "come", "do",
    "find",
    "get", "give", "go", "have", "include", "keep", "know", "let", "make", "need", "report", "say",
    "see",
    "seem", "show", "start", "take", "tell", "think", "try", "use", "want",
  ]

  /// The roles of the thing that a token heads, sorted, each once.
  ///
  /// O(*n*) in the tokens.
  func roles(of head: Int) -> [EventRole] {
    guard tokens.indices.contains(head) else { return [] }
    var found: Set<EventRole> = []
    let (thing, verb) = governor(of: head)
    if let verb {
      let relation = tokens[thing].relation.full
      add(relation, of: verb, before: thing, to: &found)
      if relation == "nsubj" || relation == "nsubj:pass" {
        addShared(relation, verb, to: &found)
      }
    }
    addModifiers(of: head, to: &found)
    return found.sorted()
  }

  /// What governs a thing, and the first of the things that it is listed with or set beside.
  private func governor(of head: Int) -> (thing: Int, verb: Int?) {
    var thing = head
    for _ in 0..<3 where ["conj", "appos"].contains(tokens[thing].relation.full) {
      guard tokens.indices.contains(tokens[thing].head) else { break }
      thing = tokens[thing].head
    }
    let governor = tokens[thing].head
    return (thing, tokens.indices.contains(governor) ? governor : nil)
  }

  private func add(
    _ relation: String, of verb: Int, before thing: Int? = nil, to found: inout Set<EventRole>
  ) {
    guard tokens[verb].upos == .verb else { return }
    let lemma = tokens[verb].lemma.lowercased()
    guard !Self.light.contains(lemma) else { return }
    switch relation {
    case "nsubj", "csubj": found.insert(.subject(lemma))
    case "nsubj:pass", "obj": found.insert(.object(lemma))
    case "iobj": found.insert(EventRole(verb: lemma, part: "receiver"))
    case _ where relation.hasPrefix("obl"):
      guard let thing, let preposition = preposition(of: thing) else { return }
      let isAgent = preposition == "by" && (isPassive(verb) || tokens[verb].xpos == "VBN")
      found.insert(isAgent ? .subject(lemma) : EventRole(verb: lemma, part: preposition))
    default: break
    }
  }

  /// Adds the further verbs that share a subject: "was arrested and charged", "tried to flee".
  private func addShared(_ relation: String, _ verb: Int, to found: inout Set<EventRole>) {
    for (index, token) in tokens.enumerated() where token.head == verb && token.upos == .verb {
      if token.relation.full == "xcomp", relation == "nsubj" {
        add("nsubj", of: index, to: &found)
      } else if token.relation.full == "conj", !hasSubject(index) {
        let isDoneTo = isPassive(index) || (relation != "nsubj" && token.xpos == "VBN")
        add(isDoneTo ? "nsubj:pass" : "nsubj", of: index, to: &found)
      }
    }
  }

  /// Adds what clauses behind a thing say of it: "the man who fell", "a bomb found near the bank".
  private func addModifiers(of head: Int, to found: inout Set<EventRole>) {
    for (index, token) in tokens.enumerated()
    where token.head == head && token.relation.universal == "acl" {
      if token.relation.full == "acl:relcl" {
        for other in tokens where other.head == index {
          if ["who", "that", "which"].contains(other.form.lowercased()) {
            add(other.relation.full, of: index, to: &found)
          }
        }
      } else if token.xpos == "VBN" {
        add("obj", of: index, to: &found)
      } else if token.xpos == "VBG" {
        add("nsubj", of: index, to: &found)
      }
    }
  }

  private func preposition(of thing: Int) -> String? {
    tokens.first { $0.head == thing && $0.relation.full == "case" }?.form.lowercased()
  }

  private func isPassive(_ verb: Int) -> Bool {
    tokens.contains { $0.head == verb && $0.relation.full == "aux:pass" }
  }

  private func hasSubject(_ verb: Int) -> Bool {
    tokens.contains { $0.head == verb && $0.relation.universal == "nsubj" }
  }
}
