import Linguistics

/// What a pattern has gathered so far.
struct PatternBinding {
  var subject: BoundArgument?
  var object: BoundArgument?
  var details: [(role: String, argument: BoundArgument)] = []
  /// The words that give the relation.
  var words: [Int] = []
  /// The product of what each step is worth, in 0...1.
  var trust = 1.0
}

/// A token that was captured, and as what.
struct BoundArgument {
  var token: Int
  var argument: TypedMatch.Argument
}

/// Matches one pattern on one sentence; backtracks over the fillers of subject and object.
struct PatternMatching {
  let view: SentenceView
  let lexicon: PatternLexicon
  /// The unit of each amount of the sentence, empty for a bare count.
  let units: [Int: String]
  /// The token at which the pattern is tried.
  var anchor = -1

  /// All ways in which a node fits a token.
  func match(
    _ node: CompiledPattern.Node, at token: Int, from binding: PatternBinding, isRoot: Bool = false
  ) -> [PatternBinding] {
    var start = binding
    switch node.test {
    case .words(let kind, let sequences):
      guard let words = fits(token, kind, sequences), !isCancelled(token) else { return [] }
      start.words += words
      if let capture = node.capture {
        let bound = node.isTitle ? title(from: token) : phrase(token)
        guard bind(capture, bound, to: &start) else { return [] }
      }
    case .classes(let wanted, let orUnknown):
      guard let found = argument(at: token, wanted: wanted, orUnknown: orUnknown) else { return [] }
      start.trust *= found.trust
      var bound = BoundArgument(token: found.token, argument: found.argument)
      if node.isTitle {
        guard !view.isName(token) || !isRoot, !isCancelled(token) else { return [] }
        bound = title(from: token)
        start.words += Array(token - max(view.nounLengths[token], 1) + 1...token)
        start.trust /= found.trust
      }
      if let capture = node.capture {
        guard bind(capture, bound, to: &start) else { return [] }
      }
    case .any:
      if let capture = node.capture {
        let bound = node.isTitle ? title(from: token) : phrase(token)
        guard bind(capture, bound, to: &start) else { return [] }
      }
    }
    var results = [start]
    for clause in node.clauses {
      var next: [PatternBinding] = []
      for result in results { next += apply(clause, at: token, to: result) }
      results = next
      if results.isEmpty { return [] }
    }
    return results
  }

  // MARK: Clauses

  private func apply(
    _ clause: CompiledPattern.Clause, at token: Int, to binding: PatternBinding
  ) -> [PatternBinding] {
    var found: [PatternBinding] = []
    if clause.filler.capture == .pair {
      found = pairs(clause, at: token, to: binding)
    } else {
      // What stands there itself goes before what is handed down or borrowed.
      for inherited in [false, true] where found.isEmpty {
        for role in clause.roles where found.isEmpty {
          for filler in fillers(of: role, at: token) where filler.isInherited == inherited {
            if role == .compound, case .classes = clause.filler.test, !view.isName(filler.token) {
              continue
            }
            var step = binding
            step.words += filler.via
            if inherited { step.trust *= 0.95 }
            found += match(clause.filler, at: filler.token, from: step)
          }
        }
      }
    }
    switch clause.mode {
    case .required: return Self.branches(clause.filler) ? found : Array(found.prefix(1))
    case .optional:
      if case .detail = clause.filler.capture { return [gathered(found, from: binding)] }
      return found.isEmpty ? [binding] : Array(found.prefix(1))
    case .forbidden: return found.isEmpty ? [binding] : []
    }
  }

  /// One binding with the qualifiers of all: "from Acme and Babbage" gives two investors.
  private func gathered(_ found: [PatternBinding], from binding: PatternBinding) -> PatternBinding {
    var result = binding
    for one in found {
      result.details += one.details.dropFirst(binding.details.count)
      result.words += one.words.dropFirst(binding.words.count)
    }
    return result
  }

  /// Whether a node captures subject or object, so that each of its fillers makes a statement.
  private static func branches(_ node: CompiledPattern.Node) -> Bool {
    switch node.capture {
    case .subject, .object, .pair: true
    case .detail, nil: node.clauses.contains { branches($0.filler) }
    }
  }

  private func pairs(
    _ clause: CompiledPattern.Clause, at token: Int, to binding: PatternBinding
  ) -> [PatternBinding] {
    guard case .classes(let wanted, let orUnknown) = clause.filler.test else { return [] }
    for role in clause.roles {
      var seen: Set<Int> = []
      let members = fillers(of: role, at: token).compactMap { filler in
        argument(at: filler.token, wanted: wanted, orUnknown: orUnknown)
      }.filter { seen.insert($0.token).inserted }
      guard members.count > 1 else { continue }
      var results: [PatternBinding] = []
      for first in members.indices {
        for second in members.indices where second > first {
          var result = binding
          let a = members[first]
          let b = members[second]
          result.subject = BoundArgument(token: a.token, argument: a.argument)
          result.object = BoundArgument(token: b.token, argument: b.argument)
          result.trust *= a.trust * b.trust
          if areDistinct(a.token, b.token) { results.append(result) }
        }
      }
      return results
    }
    return []
  }

  private func bind(
    _ capture: CompiledPattern.Capture, _ bound: BoundArgument, to binding: inout PatternBinding
  ) -> Bool {
    switch capture {
    case .subject: binding.subject = bound
    case .object: binding.object = bound
    case .detail(let role): binding.details.append((role, bound))
    case .pair: return false
    }
    if let subject = binding.subject, let object = binding.object {
      return areDistinct(subject.token, object.token)
    }
    return true
  }

  /// Whether two heads are not known to be one thing.
  private func areDistinct(_ a: Int, _ b: Int) -> Bool {
    a != b && (view.chains[a] < 0 || view.chains[a] != view.chains[b])
  }

  // MARK: Words

  /// The tokens of the word that ends (or, for a verb with a particle, begins) at a token.
  private func fits(_ token: Int, _ kind: PatternNode.WordKind, _ sequences: [[Int32]]) -> [Int]? {
    guard isOfKind(token, kind) else { return nil }
    for sequence in sequences {
      if sequence.count > 1, view.isVerb(token) {
        guard equals(token, sequence[0]) else { continue }
        if let particle = view.children[token].first(where: {
          view.fullRelation(of: $0) == "compound:prt" && equals($0, sequence[1])
        }) {
          return [token, particle]
        }
        continue
      }
      let start = token - sequence.count + 1
      guard start >= 0 else { continue }
      // "deputy chief executive" is no "chief executive": the longest listed noun counts.
      if kind == .noun, sequence.count < view.nounLengths[token] { continue }
      if sequence.indices.allSatisfy({ equals(start + $0, sequence[$0]) }) {
        return Array(start...token)
      }
    }
    return nil
  }

  private func equals(_ token: Int, _ word: Int32) -> Bool {
    view.lemmas[token] == word || view.forms[token] == word
  }

  private func isOfKind(_ token: Int, _ kind: PatternNode.WordKind) -> Bool {
    switch kind {
    case .any: return true
    case .verb: return view.isVerb(token)
    case .noun:
      let upos = view.sentence.tokens[token].upos
      return upos == .noun || upos == .propn || upos == .adj && view.has(token, "cop")
    case .adjective:
      let upos = view.sentence.tokens[token].upos
      return upos == .adj || upos == .verb || upos == .adv
    }
  }

  /// Whether a modifier takes the word back: "former", "no", "would-be", "almost"; "later" does not
  /// as "late" does.
  private func isCancelled(_ token: Int) -> Bool {
    view.children[token].contains { child in
      guard
        lexicon.cancelling.contains(view.forms[child])
      else { return false }
      switch view.relation(of: child) {
      case "amod", "advmod", "compound", "det", "nmod", "cc": return true
      default: return false
      }
    }
  }
}
