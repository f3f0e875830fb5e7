import GraphModel

/// A triple source that is a list: slow, and right by inspection.
struct TripleList: TripleSource {
  private(set) var terms: [Term] = []
  private(set) var triples: [EncodedTriple] = []

  mutating func add(_ subject: String, _ predicate: String, _ object: String) {
    triples.append(
      EncodedTriple(
        subject: number(subject), predicate: number(predicate), object: number(object),
        statement: UInt32(triples.count)))
  }

  private mutating func number(_ name: String) -> TermID {
    let term = Term.iri(IRI("x:" + name))
    if let place = terms.firstIndex(of: term) { return TermID(rawValue: UInt64(place)) }
    terms.append(term)
    return TermID(rawValue: UInt64(terms.count - 1))
  }

  func id(of term: Term) -> TermID? {
    terms.firstIndex(of: term).map { TermID(rawValue: UInt64($0)) }
  }

  func term(of id: TermID) -> Term? {
    id.rawValue < UInt64(terms.count) ? terms[Int(id.rawValue)] : nil
  }

  func scan(
    subject: TermID?, predicate: TermID?, object: TermID?, _ body: (EncodedTriple) throws -> Bool
  ) throws {
    for triple in triples
    where (subject ?? triple.subject) == triple.subject
      && (predicate ?? triple.predicate) == triple.predicate
      && (object ?? triple.object) == triple.object
    {
      guard try body(triple) else { return }
    }
  }
}
