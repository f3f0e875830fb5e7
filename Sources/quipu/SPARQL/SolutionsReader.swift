import GraphFormats
import GraphModel

/// Reads SPARQL results in JSON (SPARQL 1.2 Query Results JSON Format).
enum SolutionsReader {
  /// The variables and rows of a result; `nil` is an unbound variable.
  ///
  /// - Returns: `nil` if the bytes are no such result.
  static func read(_ bytes: [UInt8]) -> (variables: [String], rows: [[Term?]])? {
    guard let root = try? JSONReader.read(bytes).object,
      let names = root["head"]?.object?["vars"]?.array?.map(\.string),
      let bindings = root["results"]?.object?["bindings"]?.array
    else { return nil }
    let variables = names.compactMap(\.self)
    guard variables.count == names.count else { return nil }
    var rows: [[Term?]] = []
    rows.reserveCapacity(bindings.count)
    for binding in bindings {
      guard let binding = binding.object else { return nil }
      var row: [Term?] = []
      for name in variables {
        guard let value = binding[name] else {
          row.append(nil)
          continue
        }
        guard let term = term(value) else { return nil }
        row.append(term)
      }
      rows.append(row)
    }
    return (variables, rows)
  }

  private static func term(_ value: JSONValue) -> Term? {
    guard let value = value.object, let type = value["type"]?.string else { return nil }
    if type == "triple" { return value["value"]?.object.flatMap(triple) }
    guard let text = value["value"]?.string else { return nil }
    switch type {
    case "uri": return .iri(IRI(text))
    case "bnode": return .blank(text)
    case "literal", "typed-literal":
      if let language = value["xml:lang"]?.string {
        guard let direction = value["its:dir"]?.string.flatMap(BaseDirection.init) else {
          return .text(text, language: language)
        }
        return .directional(text, language: language, direction: direction)
      }
      let datatype = value["datatype"]?.string.map { IRI($0) }
      return .literal(text, datatype: datatype ?? XSD.string)
    default: return nil
    }
  }

  private static func triple(_ value: JSONObject) -> Term? {
    guard let subject = value["subject"].flatMap(term), let object = value["object"].flatMap(term),
      case .iri(let predicate)? = value["predicate"].flatMap(term)
    else { return nil }
    switch subject {
    case .iri(let iri): return .triple(Triple(.iri(iri), predicate, object))
    case .blank(let label): return .triple(Triple(.blank(label), predicate, object))
    default: return nil
    }
  }
}
