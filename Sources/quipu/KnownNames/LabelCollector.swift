import GraphFormats
import GraphModel
import Indexer

/// Takes RDF and keeps what it names: the labels, classes and countries of its resources.
///
/// Labels are `rdfs:label`, `skos:prefLabel`, `foaf:name` and `schema:name`; other names are
/// `skos:altLabel`, `skos:hiddenLabel`, `schema:alternateName` and `foaf:nick`. A class counts by its
/// local name. Blank nodes are passed over: nothing can match them from outside.
final class LabelCollector: QuadSink {
  private struct Resource {
    var labels: [String] = []
    var otherNames: [String] = []
    var types: [String] = []
    var countries: [String] = []
  }

  private var resources: [String: Resource] = [:]

  func quad(_ quad: QuadBytes) throws {
    guard quad.subject.kind == .iri, let role = Self.roles[Self.text(quad.predicate)] else {
      return
    }
    let object = Self.text(quad.object)
    let isName = quad.object.kind == .literal || quad.object.kind == .text
    let subject = Self.text(quad.subject)
    switch role {
    case .label where isName: resources[subject, default: Resource()].labels.append(object)
    case .otherName where isName: resources[subject, default: Resource()].otherNames.append(object)
    case .type where quad.object.kind == .iri:
      resources[subject, default: Resource()].types.append(object)
    case .country where isName: resources[subject, default: Resource()].countries.append(object)
    default: break
    }
  }

  /// The things that have a name, by IRI.
  func things() -> [KnownThing] {
    resources.compactMap { iri, resource in
      KnownThing(
        id: iri, type: Self.type(resource.types),
        names: resource.labels.sorted() + resource.otherNames.sorted(),
        countries: resource.countries)
    }
  }

  private enum Role { case label, otherName, type, country }

  private static let roles: [String: Role] = [
    "http://www.w3.org/2000/01/rdf-schema#label": .label,
    "http://www.w3.org/2004/02/skos/core#prefLabel": .label,
    "http://xmlns.com/foaf/0.1/name": .label,
    "http://schema.org/name": .label,
    "https://schema.org/name": .label,
    "http://www.w3.org/2004/02/skos/core#altLabel": .otherName,
    "http://www.w3.org/2004/02/skos/core#hiddenLabel": .otherName,
    "http://schema.org/alternateName": .otherName,
    "https://schema.org/alternateName": .otherName,
    "http://xmlns.com/foaf/0.1/nick": .otherName,
    "http://schema.org/addressCountry": .country,
    "https://schema.org/addressCountry": .country,
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": .type,
  ]

  /// The class of the first kind that is one of ours.
  private static func type(_ iris: [String]) -> String? {
    iris.sorted().lazy.compactMap { iri in
      let local = iri.split(whereSeparator: { $0 == "#" || $0 == "/" || $0 == ":" }).last
      return GazetteerReader.type(String(local ?? ""))
    }.first
  }

  private static func text(_ term: TermBytes) -> String {
    let head = term.kind == .iri ? String(decoding: term.head, as: UTF8.self) : ""
    return head + String(decoding: term.body, as: UTF8.self)
  }
}
