import GraphModel
import SPARQL

/// The words of what is wrong with a query or an update, and what to type instead.
enum QueryErrorText {
  /// The words of a syntax error, with its place.
  static func describe(_ error: QuerySyntaxError, file: String?) -> String {
    let place =
      (file.map { Printable.line($0) + ":" } ?? "SPARQL ") + "\(error.line):\(error.column): "
    return place + words(error.problem)
  }

  private static func words(_ problem: QuerySyntaxError.Problem) -> String {
    switch problem {
    case .expected(let expectation, let found, let similar):
      "expected \(expectation.rawValue), found \(words(found))" + suggest(similar)
    case .unknownFunction(let name, let similar):
      "no function is called \(quoted(name))" + suggest(similar)
    case .unknownPrefix(let prefix, let similar):
      "the prefix \(quoted(prefix + ":")) is not declared"
        + suggest(similar.map { $0 + ":" }) + (similar.isEmpty ? ". Declare" : " If not, declare")
        + " it before the query: PREFIX \(Printable.line(prefix)): <…>"
    case .argumentCount(let function, let minimum, let maximum, let found):
      "\(function) takes \(count(minimum, maximum)), not \(found)"
    case .relativeIRI(let iri):
      "<\(Printable.line(iri))> is relative. Say what to: BASE <…> before the query"
    case .notUTF8: "the query is not UTF-8 here"
    case .unterminatedString: "the string that starts here does not end"
    case .badEscape: "this escape stands for no character that may be here"
    case .strayCharacter(let character): "\(quoted(character)) cannot stand here"
    case .badDirection(let word): "\(quoted(word)) is no base direction. It is --ltr or --rtl"
    case .numberTooLarge(let digits): "\(Printable.line(digits, limit: 40)) is too large"
    case .nestedTooDeeply(let limit): "the query nests more than \(limit) levels deep here"
    case .variableInUse(let name):
      "?\(name) has a value here already. Choose another name after AS"
    case .duplicateVariable(let name): "?\(name) stands here twice"
    case .ungroupedVariable(let name):
      "?\(name) differs within a group. Group by it too, or use an aggregate such as SAMPLE(?\(name))"
    case .starWithGrouping: "SELECT * cannot be grouped. Name the variables"
    case .misplacedAggregate(let name):
      "\(name) cannot stand here: aggregates belong in SELECT, HAVING and ORDER BY"
    case .blankNodeReused(let label):
      "_:\(label) was used in another pattern, and means nothing across patterns. Use a variable"
    case .misplacedBlankNode: "what is deleted cannot hold blank nodes. Use a variable"
    case .misplacedVariable(let name): "data cannot hold ?\(name). Use INSERT { … } WHERE { … }"
    case .misplacedPath: "only a plain triple can be annotated or reified, not a path"
    case .valueCount(let expected, let found):
      "this row has \(found) values for \(expected) variables"
    }
  }

  private static func words(_ found: QuerySyntaxError.Found) -> String {
    switch found {
    case .text(let text): quoted(text)
    case .end: "the end"
    }
  }

  private static func count(_ minimum: Int, _ maximum: Int?) -> String {
    guard let maximum else { return "at least \(minimum) arguments" }
    if maximum != minimum { return "\(minimum) to \(maximum) arguments" }
    return minimum == 0 ? "no arguments" : minimum == 1 ? "one argument" : "\(minimum) arguments"
  }

  /// The words of a query that had no answer.
  static func describe(_ error: QueryError) -> String {
    switch error {
    case .timedOut(let seconds):
      "the query took longer than \(seconds) s. Give it longer with --timeout, or see what it does with --explain"
    case .outOfMemory(let limit):
      "the query needs more than \(limit >> 20) MB. Allow more with --memory MB, or narrow it"
    case .textTooLong(let limit): "the query makes a text longer than \(limit >> 20) MB"
    case .cancelled: "the query was stopped"
    case .serviceForbidden(let iri):
      "SERVICE \(iri.map { "<\(Printable.line($0.value))> " } ?? "")asks another computer. Allow it with --service, or go on without it: SERVICE SILENT"
    case .serviceFailed(let iri, let error):
      "<\(Printable.line(iri.value))> gave no answer: \(describe(service: error))"
    case .unknownTerm(let number):
      "the store is damaged: no term has the number \(number). Look with: quipu verify"
    case .source(let error): "the store could not be read: \(error)"
    }
  }

  /// The words for an endpoint that gave no answer.
  private static func describe(service error: any Error) -> String {
    guard let failure = error as? RemoteService.Failure else { return "\(error)" }
    return switch failure {
    case .notHTTP: "its address is none of http or https"
    case .noLibrary: "libcurl is not installed (Debian and Ubuntu: apt install libcurl4)"
    case .unreachable: "it cannot be reached"
    case .timedOut: "it took too long"
    case .tooLarge(let limit): "what it sends has more than \(limit >> 20) MB"
    case .status(let code): "it answered with the status \(code)"
    case .notResults: "what it sends are no SPARQL results in JSON"
    }
  }

  /// The words of an update that was not carried out.
  static func describe(_ error: UpdateError) -> String {
    switch error {
    case .query(let error): describe(error)
    case .noSuchGraph(let iri):
      "there is no graph <\(Printable.line(iri.value))>. SILENT goes on without it"
    case .graphExists(let iri): "the graph <\(Printable.line(iri.value))> is there already"
    case .loadForbidden(let iri):
      "<\(Printable.line(iri.value))> is not a file here. Load one with: LOAD <file:///…> INTO GRAPH <…>"
    case .loadFailed(let iri, let error):
      "<\(Printable.line(iri.value))> could not be read: \(error)"
    case .target(is StoreUpdateTarget.DefaultGraphIsReadOnly):
      "the default graph tells what the documents say, and only their texts change it. Name a graph: INSERT DATA { GRAPH <urn:mine> { … } }"
    case .target(let error): "the store could not be changed: \(error)"
    }
  }

  private static func quoted(_ text: String) -> String { ErrorText.quoted(text) }

  private static func suggest(_ near: [String]) -> String {
    near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
  }
}
