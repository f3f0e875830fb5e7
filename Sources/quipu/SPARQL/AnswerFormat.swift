import GraphFormats
import SPARQL

/// What an answer is written as.
enum AnswerFormat {
  /// Columns for a person to read.
  case table
  /// A format of the W3C for solutions and truth values.
  case results(ResultFormat)
  /// A syntax of RDF, for graphs.
  case graph(RDFFormat)

  /// The format asked for, if it can hold answers of this form.
  init(_ invocation: Invocation, _ form: Query.Form) throws(CommandError) {
    let isGraph: Bool
    switch form {
    case .select, .ask: isGraph = false
    case .construct, .describe: isGraph = true
    }
    let given = invocation.arguments.value("format")
    guard let name = given ?? (invocation.json ? (isGraph ? "jsonld" : "json") : nil) else {
      self = isGraph ? .graph(.turtle) : .table
      return
    }
    if isGraph, let format = RDFFormat(name: name) {
      self = .graph(format)
    } else if !isGraph, name == "table" {
      self = .table
    } else if !isGraph, let format = ResultFormat(rawValue: name.lowercased()) {
      self = .results(format)
    } else {
      let choices =
        isGraph
        ? RDFFormat.allCases.map(\.rawValue)
        : ["table"] + ResultFormat.allCases.map(\.rawValue)
      throw .unknownFormat(
        name, choices: choices, suggestion: Spelling.nearest(to: name, among: choices))
    }
  }
}
