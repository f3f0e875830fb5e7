import GraphModel
import GraphStore
import SPARQL

/// The verb `quipu query PATTERN`.
enum QueryVerb {
  static let verb = Verb(
    name: "query", summary: "Query the graph with a pattern of names and ?, or SPARQL",
    details: """
      A pattern is subject, predicate, object. Each is a name, an identifier, or ? for anything.
      Named variables (?x) join several patterns with a lone '.' between them. A predicate is a
      relation (investedIn), the inverse of one (founderOf), or the text's words (founded,
      'be based in'). Only asserted statements match,
      unless --all is given.
      What begins as SPARQL is SPARQL 1.1 or 1.2, over the graph of `quipu export -f turtle` and
      the named graphs of `quipu update`. The prefixes q, p, e, s, d, rdf, rdfs, xsd, owl, skos,
      dcterms, prov, oa, schema and foaf need no declaration. An ASK that is not so ends with 1.
      Functions: \(EvidenceFunction.allCases.map { "f:" + $0.rawValue }.joined(separator: ", ")) \
      tell what a statement rests on and search texts (README). SERVICE asks another computer only
      with --service.
      """,
    examples: [
      "quipu query SoftBank investedIn ?", "quipu query ? chiefExecutiveOf SenseTime",
      "quipu query '?who' investedIn '?firm' . '?firm' headquarteredIn Beijing",
      "quipu query 'SELECT ?firm { ?who q:investedIn/rdfs:label ?firm }'",
      "quipu query -f report.rq --format csv",
    ],
    options: [
      .flag("all", "a", "denied, possible and claimed statements too"),
      .value("limit", nil, "N", "show at most N rows (default 1000)"),
      .value("file", "f", "FILE", "the file with the SPARQL query (- for standard input)"),
      .value(
        "format", nil, "FORMAT",
        "SPARQL answers as table, json, xml, csv, tsv; graphs as turtle, ntriples, …"),
      .value("timeout", nil, "SECONDS", "stop a SPARQL query that takes longer"),
      .value("memory", nil, "MB", "the memory that its tables may take (default 2048)"),
      .flag("service", nil, "let SERVICE ask other computers over http and https"),
      .flag("explain", nil, "how a SPARQL query is evaluated, instead of its answer"),
    ],
    arguments: [ArgumentSyntax(name: "PATTERN", minimum: 0, maximum: .max)]
  ) { invocation throws(CommandError) in
    let limit = try invocation.number("limit", default: 1000)
    guard let text = try SPARQLText(invocation) else {
      throw .usage(.missingArgument("PATTERN", verb: "query"))
    }
    // Braces make a slip such as SELCT a misspelt query, and no pattern.
    let words = String(decoding: text.bytes, as: UTF8.self)
    let isAlone = invocation.arguments.arguments.count == 1
    let isSPARQL =
      text.file != nil
      || isAlone && (QueryForm(of: words) == .sparql || words.contains("{") && words.contains("}"))
    if isSPARQL { return try SPARQLRun(invocation, text).run(limit: limit) }
    return try QueryRun(invocation, invocation.snapshot()).run(limit: limit)
  }
}
