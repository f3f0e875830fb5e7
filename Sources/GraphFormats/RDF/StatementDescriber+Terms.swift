import GraphModel

/// Declarations of the terms that an export uses, so that it can be read on its own.
extension StatementDescriber {
  /// Quipu's own terms, apart from the classes and relations of the vocabulary.
  private static var ownTerms: [(name: String, type: String, label: String)] {
    [
      ("q:Statement", "rdfs:Class", "statement"), ("q:Qualifier", "rdfs:Class", "qualifier"),
      ("q:Polarity", "rdfs:Class", "polarity value"),
      ("q:Certainty", "rdfs:Class", "certainty value"),
      ("q:polarity", "rdf:Property", "polarity"), ("q:certainty", "rdf:Property", "certainty"),
      ("q:confidence", "rdf:Property", "confidence"),
      ("q:approximation", "rdf:Property", "approximation"),
      ("q:timeText", "rdf:Property", "time, as written"),
      ("q:predicateText", "rdf:Property", "predicate, as written"),
      ("q:qualifier", "rdf:Property", "qualifier"), ("q:role", "rdf:Property", "role"),
      ("q:rule", "rdf:Property", "extraction rule"),
      ("q:sentence", "rdf:Property", "number of the sentence"),
    ]
      + Polarity.allCases.map { ("q:" + $0.rawValue, "q:Polarity", $0.rawValue) }
      + Certainty.allCases.map { ("q:" + $0.rawValue, "q:Certainty", $0.rawValue) }
  }

  /// Declares Quipu's own terms; without evidence, only the one that values may need.
  mutating func declareOwnTerms() {
    declare(Self.ownTerms.filter { profile != .plain || $0.name == "q:approximation" })
  }

  /// Declares the terms of matches with known things when the first is described.
  mutating func declareMatchTerms() {
    guard isNew("term", "q:Match") else { return }
    declare([
      ("q:Match", "rdfs:Class", "match with a known thing"),
      ("q:match", "rdf:Property", "match"), ("q:target", "rdf:Property", "known thing"),
      ("q:list", "rdf:Property", "list of known things"),
    ])
  }

  private mutating func declare(_ terms: [(name: String, type: String, label: String)]) {
    for (name, type, label) in terms {
      _ = isNew("term", name)
      output.begin(name)
      output.property("rdf:type", is: type)
      if profile == .owl, type == "rdf:Property" { output.resource("owl:AnnotationProperty") }
      if name == "q:Statement" { output.property("rdfs:subClassOf", is: "rdf:Statement") }
      output.property("rdfs:label")
      output.literal(label, datatype: nil)
      output.end()
    }
  }

  /// Declares a class when it is first used.
  mutating func declareClass(_ localName: String) {
    let name = "q:" + localName
    guard isNew("term", name) else { return }
    output.begin(name)
    output.property("rdf:type", is: "rdfs:Class")
    output.property("rdfs:label", text: localName)
    output.end()
  }

  /// Declares a relation or an open predicate when it is first used.
  mutating func declare(_ predicate: Predicate) {
    guard isNew("term", predicate.id) else { return }
    noteRepair(of: predicate.id)
    output.begin(predicate.id)
    output.property("rdf:type", is: "rdf:Property")
    output.property("rdfs:label", text: predicate.label)
    output.end()
  }
}
