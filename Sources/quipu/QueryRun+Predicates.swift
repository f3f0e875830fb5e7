import GraphModel
import GraphStore
import Indexer

extension QueryRun {
  /// The predicates that a name stands for, and those that it says the other way round: "founded"
  /// is "founded by" with the founder first.
  ///
  /// A name is an identifier, a relation, the text's words, or a relation's inverse (`founderOf`,
  /// "founder of").
  func predicates(named name: String) throws -> (forward: [Term], inverse: [Term]) {
    if let iri = Quipu.iri(name) { return ([.iri(iri)], []) }
    let candidates = [
      Quipu.vocabulary + name, Quipu.openPredicates + Slug.make(name),
    ].map { Term.iri(IRI($0)) }
    let known = try candidates.filter { try snapshot.id(of: $0) != nil }
    let isRelation = known.first == candidates[0]
    if isRelation { return (known, []) }
    let worded = try predicates(worded: name)
    let inverse = worded.inverse + inverses(named: name)
    return (known + worded.forward, inverse)
  }

  /// The predicates that are shown as these words, or that the texts give in them.
  ///
  /// Of the texts' words the order tells the direction: where the object mostly stands before the
  /// subject ("Ada founded Lumen" for "Lumen founded by Ada"), the words say the inverse.
  private func predicates(worded words: String) throws -> (forward: [Term], inverse: [Term]) {
    let slug = Slug.make(words)
    var shown: Set<IRI> = []
    var balance: [IRI: Int] = [:]
    try snapshot.forEachStatement { statement in
      let predicate = statement.content.predicate
      guard let iri = Quipu.iri(predicate.id), !shown.contains(iri) else { return }
      if Slug.make(predicate.label) == slug {
        shown.insert(iri)
        return
      }
      for piece in statement.evidence where Slug.make(piece.predicateText) == slug {
        guard let subject = piece.subject?.span, let object = piece.object?.span else { continue }
        balance[iri, default: 0] += object.start < subject.start ? -1 : 1
      }
    }
    let read = balance.filter { !shown.contains($0.key) }
    let forward = shown.union(read.filter { $0.value >= 0 }.keys)
    let inverse = read.filter { $0.value < 0 }.keys
    return (forward.sorted().map(Term.iri), inverse.sorted().map(Term.iri))
  }

  /// The relations whose inverse has this name, whether written `founderOf` or "founder of".
  private func inverses(named name: String) -> [Term] {
    func letters(_ name: String) -> String {
      name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    let wanted = letters(name)
    let relations = (try? Vocabulary())?.relations ?? []
    return relations.filter { $0.inverse.map(letters) == wanted }
      .map { .iri(IRI(Quipu.vocabulary + $0.name)) }
  }
}
