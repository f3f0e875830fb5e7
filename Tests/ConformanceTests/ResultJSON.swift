import Foundation
import GraphModel

/// Reads the JSON format of results.
enum ResultJSON {
  struct Malformed: Error {}

  static func read(_ bytes: [UInt8]) throws -> Answer {
    guard let root = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else {
      throw Malformed()
    }
    if let value = root["boolean"] as? Bool { return .boolean(value) }
    guard let head = root["head"] as? [String: Any],
      let results = root["results"] as? [String: Any],
      let bindings = results["bindings"] as? [[String: Any]]
    else { throw Malformed() }
    let variables = head["vars"] as? [String] ?? []
    let rows = try bindings.map { binding in
      try variables.map { name in try binding[name].map(term) }
    }
    return .solutions(SolutionTable(variables: variables, rows: rows))
  }

  private static func term(_ value: Any) throws -> Term {
    guard let object = value as? [String: Any], let type = object["type"] as? String else {
      throw Malformed()
    }
    if type == "triple" {
      guard let parts = object["value"] as? [String: Any], let s = parts["subject"],
        let p = parts["predicate"], let o = parts["object"],
        let subject = try term(s).subject, case .iri(let predicate) = try term(p)
      else { throw Malformed() }
      return .triple(Triple(subject, predicate, try term(o)))
    }
    guard let text = object["value"] as? String else { throw Malformed() }
    switch type {
    case "uri": return .iri(IRI(text))
    case "bnode": return .blank(text)
    default:
      if let language = object["xml:lang"] as? String {
        if let name = object["its:dir"] as? String, let direction = BaseDirection(rawValue: name) {
          return .directional(text, language: language, direction: direction)
        }
        return .text(text, language: language)
      }
      let datatype = object["datatype"] as? String
      return .literal(text, datatype: datatype.map { IRI($0) } ?? XSD.string)
    }
  }
}
