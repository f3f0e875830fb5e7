import GraphModel

/// The terms that the vocabulary file is written in.
enum SchemaTerms {
  static let rdfType = RDF.type
  static let label = RDF.label
  static let rdfs = "http://www.w3.org/2000/01/rdf-schema#"
  static let owl = "http://www.w3.org/2002/07/owl#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"

  static let comment = IRI(rdfs + "comment")
  static let rdfsClass = IRI(rdfs + "Class")
  static let subClassOf = IRI(rdfs + "subClassOf")
  static let domain = IRI(rdfs + "domain")
  static let range = IRI(rdfs + "range")
  static let domainIncludes = IRI("http://schema.org/domainIncludes")
  static let rangeIncludes = IRI("http://schema.org/rangeIncludes")
  static let owlClass = IRI(owl + "Class")
  static let inverseOf = IRI(owl + "inverseOf")
  static let symmetric = IRI(owl + "SymmetricProperty")
  static let functional = IRI(owl + "FunctionalProperty")
  static let equivalentClass = IRI(owl + "equivalentClass")
  static let equivalentProperty = IRI(owl + "equivalentProperty")
  static let exactMatch = IRI(skos + "exactMatch")
  static let closeMatch = IRI(skos + "closeMatch")

  static let relation = own("Relation")
  static let inverse = own("InverseRelation")
  static let pattern = own("pattern")
  static let rule = own("rule")
  static let match = own("match")
  static let example = own("example")
  static let counterExample = own("counterExample")
  static let sentence = own("sentence")
  static let subject = own("subject")
  static let object = own("object")
  static let followTheMoney = own("ftm")
  static let noun = own("noun")
  static let name = own("name")
  static let nameEnding = own("nameEnding")
  static let adjective = own("adjective")
  static let cancels = own("cancels")

  /// The properties of ours that the file may use.
  static let properties: Set<IRI> = [
    pattern, rule, match, example, counterExample, sentence, subject, object, followTheMoney, noun,
    name, nameEnding, adjective, cancels,
  ]

  static func own(_ name: String) -> IRI { IRI(Quipu.vocabulary + name) }

  /// The local name of a term of ours, `xsd:…` for a datatype of XML Schema, or `nil`.
  static func localName(_ iri: IRI) -> String? {
    if iri.value.hasPrefix(Quipu.vocabulary) {
      return String(iri.value.dropFirst(Quipu.vocabulary.count))
    }
    if iri.value.hasPrefix(XSD.namespace) {
      return "xsd:" + iri.value.dropFirst(XSD.namespace.count)
    }
    return nil
  }
}
