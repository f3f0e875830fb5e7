import GraphModel

/// The terms that Turtle has short forms for, as bytes that live as long as this value.
final class KnownTerms {
  let type: TermBytes
  let first: TermBytes
  let rest: TermBytes
  let empty: TermBytes
  let reifies: TermBytes
  let integer: TermBytes
  let decimal: TermBytes
  let double: TermBytes
  let boolean: TermBytes
  private let arena = TermArena()

  init() {
    let arena = arena
    func iri(_ iri: IRI) -> TermBytes {
      TermBytes(.iri, body: arena.copy(iri.value), isPlain: true)
    }
    type = iri(RDF.type)
    first = iri(IRI(RDF.namespace + "first"))
    rest = iri(IRI(RDF.namespace + "rest"))
    empty = iri(IRI(RDF.namespace + "nil"))
    reifies = iri(IRI(RDF.namespace + "reifies"))
    integer = iri(XSD.integer)
    decimal = iri(XSD.decimal)
    double = iri(IRI(XSD.namespace + "double"))
    boolean = iri(XSD.boolean)
  }
}
