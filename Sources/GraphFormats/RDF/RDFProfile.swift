/// How exported RDF says what a statement is beyond its triple.
public enum RDFProfile: String, Hashable, Sendable, CaseIterable {
  /// `rdf:Statement` with its parts (RDF 1.1), which every tool reads.
  case rdf11 = "1.1"
  /// Reifiers and annotations (RDF 1.2).
  case rdf12 = "1.2"
  /// `owl:Axiom` for what is asserted (OWL 2); the rest as in RDF 1.1.
  case owl
  /// The asserted triples alone, without evidence.
  case plain
}
