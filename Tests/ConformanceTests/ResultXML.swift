import Foundation
import FoundationXML
import GraphModel

/// Reads the XML format of results.
enum ResultXML {
  static func read(_ bytes: [UInt8]) throws -> Answer {
    let reader = ResultXMLReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    guard parser.parse(), reader.isWellFormed else { throw ResultJSON.Malformed() }
    if let value = reader.boolean { return .boolean(value) }
    let rows = reader.rows.map { row in reader.variables.map { row[$0] } }
    return .solutions(SolutionTable(variables: reader.variables, rows: rows))
  }
}

private final class ResultXMLReader: NSObject, XMLParserDelegate {
  var variables: [String] = []
  var rows: [[String: Term]] = []
  var boolean: Bool?
  var isWellFormed = true
  private var name = ""
  private var text = ""
  private var attributes: [String: String] = [:]
  /// The terms that were read and not placed yet: a triple takes the last three.
  private var terms: [Term] = []

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    text = ""
    self.attributes = attributes
    switch element {
    case "variable": variables.append(attributes["name"] ?? "")
    case "result": rows.append([:])
    case "binding":
      name = attributes["name"] ?? ""
      terms = []
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    switch element {
    case "boolean": boolean = text.contains("true")
    case "uri": terms.append(.iri(IRI(text)))
    case "bnode": terms.append(.blank(text))
    case "literal": terms.append(literal)
    case "triple":
      guard terms.count >= 3, let subject = terms[terms.count - 3].subject,
        case .iri(let predicate) = terms[terms.count - 2]
      else {
        isWellFormed = false
        return
      }
      let triple = Triple(subject, predicate, terms[terms.count - 1])
      terms.removeLast(3)
      terms.append(.triple(triple))
    case "binding":
      if rows.isEmpty { isWellFormed = false } else { rows[rows.count - 1][name] = terms.last }
    default: break
    }
  }

  private var literal: Term {
    if let language = attributes["xml:lang"] {
      if let direction = attributes["its:dir"].flatMap(BaseDirection.init(rawValue:)) {
        return .directional(text, language: language, direction: direction)
      }
      return .text(text, language: language)
    }
    return .literal(text, datatype: attributes["datatype"].map { IRI($0) } ?? XSD.string)
  }
}
