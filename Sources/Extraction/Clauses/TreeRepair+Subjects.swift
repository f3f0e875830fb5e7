import Linguistics

/// Subjects and objects that the parser took for each other or for circumstances.
extension TreeRepair {
  /// Makes the second subject of a verb its object: it stands behind the verb, and a subject before it.
  mutating func nameSecondSubjects() {
    let tree = tree
    for verb in tokens.indices where tokens[verb].upos == .verb {
      let subjects = tree.children(of: verb, "nsubj")
      guard let first = subjects.first, let second = subjects.first(where: { $0 > verb }),
        first < verb, tree.child(of: verb, "obj", "ccomp", "aux:pass") == nil,
        tree.child(of: verb, "xcomp").map({ $0 > second && tree[$0].xpos == "VB" }) ?? true,
        tree.fullRelation(of: second) == "nsubj", !SpeechVerbs.isSaying(tree.lemmas[verb]),
        [.noun, .propn].contains(tokens[second].upos),
        !(verb..<second).contains(where: { tokens[$0].upos == .punct })
      else { continue }
      attach(second, to: verb, as: "obj")
    }
  }

  /// Makes a bare noun right before a finite verb without a subject its subject: a circumstance without a
  /// preposition would be a time or a measure, which has a relation of its own.
  mutating func nameBareSubjects() {
    let tree = tree
    for verb in tokens.indices
    where tokens[verb].upos == .verb && ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos) {
      guard ["advcl", "ccomp", "root"].contains(tree.relation(of: verb)),
        tree.child(of: verb, "nsubj", "csubj", "expl") == nil,
        let noun = tree.children(of: verb, "obl").last(where: { $0 < verb }),
        tree.fullRelation(of: noun) == "obl", tree.child(of: noun, "case") == nil,
        [.noun, .propn].contains(tokens[noun].upos)
      else { continue }
      let phrase = tree.subtree(of: noun)
      guard phrase.allSatisfy({ $0 < verb }),
        (noun + 1..<verb).allSatisfy({
          phrase.contains($0)
            || tree.head(of: $0) == verb && [.aux, .adv, .part].contains(tokens[$0].upos)
        })
      else { continue }
      attach(noun, to: verb, as: "nsubj")
    }
  }

  /// Takes "off" right behind a verb that is another verb with it for a part of the verb: "held off the rest".
  mutating func nameParticles() {
    let tree = tree
    for verb in tokens.indices.dropLast()
    where tokens[verb].upos == .verb && tree.forms[verb + 1] == "off"
      && Self.offVerbs.contains(tree.lemmas[verb])
    {
      let isParticle = tree.fullRelation(of: verb + 1) == "compound:prt"
      guard isParticle || tree.relation(of: verb + 1) == "case",
        let noun = isParticle
          ? tree.children(of: verb, "obl").first(where: {
            $0 > verb && tree.child(of: $0, "case") == nil
          }) : tree.head(of: verb + 1),
        tree.head(of: noun) == verb, tree.fullRelation(of: noun) == "obl",
        tree.child(of: verb, "obj", "aux:pass") == nil
      else { continue }
      attach(verb + 1, to: verb, as: "compound:prt")
      attach(noun, to: verb, as: "obj")
    }
  }

  /// Verbs that do something else to an object with "off".
  private static let offVerbs: Set<String> = [
    "call", "fend", "fight", "finish", "hold", "lay", "pay", "see", "sell", "shake", "shrug",
    "spark",
    "spin", "stave", "trigger", "ward", "write",
  ]
}
