import GraphFormats
import GraphModel
import Testing

@Suite("JSON-LD processor")
struct JSONLDProcessorTests {
  private let processor = JSONLDProcessor(JSONLDOptions(base: "http://example.org/folder/doc"))
  private let context = #"""
    {"@vocab": "http://example.org/ns#", "ex": "http://example.org/", "xsd": "http://www.w3.org/2001/XMLSchema#",
     "born": {"@id": "ex:ns#born", "@type": "xsd:date"}, "knows": {"@type": "@id"},
     "label": {"@container": "@language"}, "parts": {"@container": "@list"},
     "by": {"@reverse": "ex:ns#wrote", "@type": "@id"}, "tags": {"@container": "@set"},
     "data": {"@type": "@json"}, "when": {"@container": "@index"}}
    """#

  @Test("expands names, types, languages, lists, maps and reverse properties")
  func expands() throws {
    let document = try json(
      #"""
      {"@context": \#(context), "@id": "a", "@type": "Person", "born": "1815-12-10",
       "knows": ["b", "ex:c"], "label": {"en": "Ada", "fr": ["Ada", "Adèle"]},
       "parts": [1, [2.5]], "by": "../d", "tags": "x", "data": {"b": 1, "a": null},
       "when": {"y": "z"}, "unknown:x": 1, "@unknown": 1}
      """#)
    let wanted = try json(
      #"""
      [{"@id": "http://example.org/folder/a", "@type": ["http://example.org/ns#Person"],
        "http://example.org/ns#born": [{"@value": "1815-12-10", "@type": "http://www.w3.org/2001/XMLSchema#date"}],
        "http://example.org/ns#knows": [{"@id": "http://example.org/folder/b"}, {"@id": "http://example.org/c"}],
        "http://example.org/ns#label": [{"@value": "Ada", "@language": "en"},
          {"@value": "Ada", "@language": "fr"}, {"@value": "Adèle", "@language": "fr"}],
        "http://example.org/ns#parts": [{"@list": [{"@value": 1}, {"@list": [{"@value": 2.5}]}]}],
        "@reverse": {"http://example.org/ns#wrote": [{"@id": "http://example.org/d"}]},
        "http://example.org/ns#tags": [{"@value": "x"}],
        "http://example.org/ns#data": [{"@value": {"a": null, "b": 1}, "@type": "@json"}],
        "http://example.org/ns#when": [{"@value": "z", "@index": "y"}],
        "unknown:x": [{"@value": 1}]}]
      """#)
    #expect(try processor.expand(document) == wanted)
  }

  @Test("compacts by the context's terms, and expands to the same again")
  func compacts() throws {
    let expanded = try json(
      #"""
      [{"@id": "http://example.org/folder/a", "@type": ["http://example.org/ns#Person"],
        "http://example.org/ns#born": [{"@value": "1815-12-10", "@type": "http://www.w3.org/2001/XMLSchema#date"}],
        "http://example.org/ns#knows": [{"@id": "http://example.org/folder/b"}],
        "http://example.org/ns#label": [{"@value": "Ada", "@language": "en"}],
        "http://example.org/ns#parts": [{"@list": [{"@value": 1}, {"@id": "http://example.org/x"}]}],
        "@reverse": {"http://example.org/ns#wrote": [{"@id": "http://example.org/d"}]},
        "http://example.org/ns#tags": [{"@value": "x"}],
        "http://example.org/ns#data": [{"@value": [1, {}], "@type": "@json"}]}]
      """#)
    let compact = try processor.compact(expanded, context: json(context))
    var members = try #require(compact.object)
    members["@context"] = nil
    let wanted = try json(
      #"""
      {"@id": "ex:folder/a", "@type": "Person", "born": "1815-12-10", "knows": "ex:folder/b", "label": {"en": "Ada"},
       "parts": [1, {"@id": "ex:x"}], "by": "ex:d", "tags": ["x"], "data": [1, {}]}
      """#)
    #expect(.object(members) == wanted)
    #expect(try processor.expand(compact) == expanded)
  }

  @Test("flattens a tree and names its blank nodes")
  func flattens() throws {
    let document = try json(
      #"{"@context": {"@vocab": "http://e/"}, "p": {"q": [{"@id": "_:x"}, {"r": "1"}]}, "@included": {"@id": "_:x", "s": 2}}"#
    )
    let wanted = try json(
      #"""
      [{"@id": "_:b0", "http://e/p": [{"@id": "_:b2"}]}, {"@id": "_:b1", "http://e/s": [{"@value": 2}]},
       {"@id": "_:b2", "http://e/q": [{"@id": "_:b1"}, {"@id": "_:b3"}]},
       {"@id": "_:b3", "http://e/r": [{"@value": "1"}]}]
      """#)
    #expect(try processor.flatten(document) == wanted)
    let compact = try processor.flatten(document, context: ["@vocab": "http://e/"])
    #expect(compact.object?["@graph"]?.array?.count == 4)
  }

  @Test("says in RDF what it says in JSON, numbers in canonical form")
  func quads() throws {
    let document = try json(
      #"""
      {"@context": {"@vocab": "http://e/", "j": {"@type": "@json"}}, "@id": "http://e/s",
       "a": [1, 2.5, 1e21, true, "x", {"@value": "é", "@language": "fr"}, {"@value": 3, "@type": "http://www.w3.org/2001/XMLSchema#double"}],
       "j": {"b": [1.0, 1e30], "a": "\u0001"}, "l": {"@list": ["m"]},
       "@graph": [{"@id": "http://e/g", "p": {"@id": "no iri"}}, {"@id": "http://e/g", "p": {"@id": "http://e/o"}}]}
      """#)
    let quads = try processor.quads(document)
    let xsd = XSD.namespace
    var rows: Set<[String]> = [
      ["<http://e/s>", "<http://e/a>", "\"1\"^^<\(xsd)integer>", ""],
      ["<http://e/s>", "<http://e/a>", "\"2.5E0\"^^<\(xsd)double>", ""],
      ["<http://e/s>", "<http://e/a>", "\"1.0E21\"^^<\(xsd)double>", ""],
      ["<http://e/s>", "<http://e/a>", "\"3.0E0\"^^<\(xsd)double>", ""],
      ["<http://e/s>", "<http://e/a>", "\"true\"^^<\(xsd)boolean>", ""],
      ["<http://e/s>", "<http://e/a>", "\"x\"^^<\(xsd)string>", ""],
      ["<http://e/s>", "<http://e/a>", "\"é\"@fr", ""],
      [
        "<http://e/s>", "<http://e/j>",
        "\"{\"a\":\"\\u0001\",\"b\":[1,1e+30]}\"^^<\(RDF.namespace)JSON>", "",
      ],
      ["<http://e/s>", "<http://e/l>", "_:l", ""],
      ["_:l", "<\(RDF.namespace)first>", "\"m\"^^<\(xsd)string>", ""],
      ["_:l", "<\(RDF.namespace)rest>", "<\(RDF.namespace)nil>", ""],
    ]
    rows.insert(["<http://e/g>", "<http://e/p>", "<http://e/o>", "<http://e/s>"])
    let got = Dataset(quads)
    #expect(got.isIsomorphic(to: Dataset(rows: rows)), "\(got)")
  }

  @Test(
    "says a direction in each of its forms, and reads it back",
    arguments: [
      JSONLDOptions.DirectionForm.i18nDatatype, .compoundLiteral, .directionalString,
    ])
  func directions(form: JSONLDOptions.DirectionForm) throws {
    var options = JSONLDOptions()
    options.rdfDirection = form
    let processor = JSONLDProcessor(options)
    let document = try json(
      #"""
      [{"@id": "http://e/s", "http://e/p": [
        {"@value": "نص", "@language": "ar", "@direction": "rtl"}, {"@value": "x", "@direction": "ltr"}]}]
      """#)
    #expect(try processor.document(of: processor.quads(document)) == document)
  }

  @Test("leaves directions out of RDF unless asked")
  func noDirection() throws {
    let quads = try processor.quads(
      json(
        #"{"@id": "http://e/s", "http://e/p": {"@value": "x", "@language": "ar", "@direction": "rtl"}}"#
      ))
    #expect(quads.map(\.triple.object) == [.text("x", language: "ar")])
  }

  @Test("makes lists of collections, but not of what something else points into")
  func lists() throws {
    func blank(_ label: String) -> Subject { .blank(label) }
    let first = IRI(RDF.namespace + "first")
    let rest = IRI(RDF.namespace + "rest")
    let none = Term.iri(IRI(RDF.namespace + "nil"))
    let s = Subject.iri(IRI("http://e/s"))
    let p = IRI("http://e/p")
    var quads = [
      Quad(Triple(s, p, .blank("a"))), Quad(Triple(blank("a"), first, .string("1"))),
      Quad(Triple(blank("a"), rest, .blank("b"))), Quad(Triple(blank("b"), first, .blank("c"))),
      Quad(Triple(blank("b"), rest, none)), Quad(Triple(blank("c"), first, .string("2"))),
      Quad(Triple(blank("c"), rest, none)),
    ]
    let wanted = try json(
      #"[{"@id": "http://e/s", "http://e/p": [{"@list": [{"@value": "1"}, {"@list": [{"@value": "2"}]}]}]}]"#
    )
    #expect(try processor.document(of: quads) == wanted)
    quads.append(Quad(Triple(s, IRI("http://e/q"), .blank("b"))))
    let shared = try processor.document(of: quads)
    #expect(shared != wanted)
    #expect(Dataset(try processor.quads(shared)).isIsomorphic(to: Dataset(quads)))
  }

  @Test("uses native types if asked, where they lose nothing")
  func nativeTypes() throws {
    var options = JSONLDOptions()
    options.usesNativeTypes = true
    let s = Subject.iri(IRI("http://e/s"))
    let values = [
      ("1", "integer"), ("x", "integer"), ("2.5E0", "double"), ("true", "boolean"),
      ("INF", "double"),
    ]
    let quads = values.map {
      Quad(Triple(s, IRI("http://e/p"), .literal($0.0, datatype: IRI(XSD.namespace + $0.1))))
    }
    let document = try JSONLDProcessor(options).document(of: quads)
    let got = document.array?.first?.object?["http://e/p"]?.array?.map { $0.object?["@value"] }
    #expect(got == [1, "x", .real(2.5), true, "INF"])
  }

  @Test(
    "says what is wrong by the specification's codes",
    arguments: [
      (#"{"@context": {"a": "b:c", "b": "a:d"}}"#, JSONLDError.Code.cyclicIRIMapping),
      (#"{"@context": "http://elsewhere/context"}"#, .loadingRemoteContextFailed),
      (#"{"@context": 3}"#, .invalidLocalContext), (#"{"@id": 3}"#, .invalidID),
      (#"{"@type": 3}"#, .invalidType),
      (
        #"{"http://e/p": {"@value": "x", "@language": "en", "@type": "http://e/t"}}"#,
        .invalidValueObject
      ),
      (#"{"http://e/p": {"@value": 1, "@language": "en"}}"#, .invalidLanguageTaggedValue),
      (#"{"http://e/p": {"@value": []}}"#, .invalidValueObjectValue),
      (#"{"@context": {"@version": 1.0}}"#, .invalidVersion),
      (
        #"{"@context": {"a": {"@id": "http://e/a", "@container": "@box"}}}"#,
        .invalidContainerMapping
      ),
      (
        #"{"@context": {"a": {"@id": "http://e/a", "@protected": true}}, "http://e/p": {"@context": null}}"#,
        .invalidContextNullification
      ),
      (
        #"{"@context": [{"a": {"@id": "http://e/a", "@protected": true}}, {"a": "http://e/b"}]}"#,
        .protectedTermRedefinition
      ),
      (#"{"@context": {"@base": "x"}}"#, .invalidBaseIRI),
      (#"{"@context": {"@direction": "up"}}"#, .invalidBaseDirection),
      (#"{"@reverse": 3}"#, .invalidReverse),
      (#"{"@reverse": {"http://e/p": "x"}}"#, .invalidReversePropertyValue),
      (#"{"@context": {"id": "@id"}, "id": "a", "@id": "b"}"#, .collidingKeywords),
      (#"{"@context": {"@id": "http://e/x"}}"#, .keywordRedefinition),
      (#"{"@included": "x"}"#, .invalidIncluded), (#"{"@index": 3}"#, .invalidIndex),
      (
        #"[{"@id": "http://e/a", "@index": "x", "http://e/p": 1}, {"@id": "http://e/a", "@index": "y", "http://e/p": 1}]"#,
        .conflictingIndexes
      ),
    ])
  func codes(document: String, code: JSONLDError.Code) {
    let processor = JSONLDProcessor()
    #expect {
      _ = try processor.flatten(json(document))
    } throws: { ($0 as? JSONLDError)?.code == code }
  }

  @Test("loads contexts by the caller's closure alone, each once")
  func loads() throws {
    final class Counter { var count = 0 }
    let counter = Counter()
    var options = JSONLDOptions(base: "http://e/folder/doc")
    options.loader = { address throws(JSONLDError) in
      counter.count += 1
      guard address == "http://e/folder/context" else {
        throw JSONLDError(.loadingDocumentFailed, address)
      }
      return JSONLDDocument(
        address: address, content: ["@context": ["name": "http://e/name", "p": "http://e/p"]])
    }
    let document = try json(
      #"{"@context": "context", "name": "x", "p": {"@context": "context", "name": "y"}}"#)
    let expanded = try JSONLDProcessor(options).expand(document)
    #expect(
      expanded
        == (try json(
          #"[{"http://e/name": [{"@value": "x"}], "http://e/p": [{"http://e/name": [{"@value": "y"}]}]}]"#
        )))
    #expect(counter.count == 1)
  }

  @Test("ends contexts that load themselves or one another")
  func recursiveContexts() {
    var options = JSONLDOptions()
    options.loader = { address throws(JSONLDError) in
      JSONLDDocument(
        address: address, content: ["@context": [.string(address + "x"), ["a": "http://e/a"]]])
    }
    #expect {
      _ = try JSONLDProcessor(options).expand(json(#"{"@context": "http://e/1"}"#))
    } throws: { ($0 as? JSONLDError)?.code == .contextOverflow }
    options.loader = { address throws(JSONLDError) in
      JSONLDDocument(
        address: address,
        content: ["@context": ["a": ["@id": "http://e/a", "@context": .string(address)]]])
    }
    #expect(throws: Never.self) {
      _ = try JSONLDProcessor(options).expand(
        json(#"{"@context": "http://e/1", "a": {"a": {"a": {"a": 1}}}}"#))
    }
  }

  @Test("ends terms that need one another beyond measure")
  func longChain() {
    var context = JSONObject()
    for number in 0..<50_000 { context["a\(number)"] = .string("a\(number + 1):x") }
    #expect {
      _ = try processor.expand(["@context": .object(context)])
    } throws: { ($0 as? JSONLDError)?.code == .nestedTooDeeply }
  }

  @Test("writes lists nested beyond measure as an error, not a crash")
  func deepLists() {
    let first = IRI(RDF.namespace + "first")
    let rest = IRI(RDF.namespace + "rest")
    let none = Term.iri(IRI(RDF.namespace + "nil"))
    var quads = [Quad(Triple(.iri(IRI("http://e/s")), IRI("http://e/p"), .blank("n0")))]
    for level in 0..<20_000 {
      quads.append(Quad(Triple(.blank("n\(level)"), first, .blank("n\(level + 1)"))))
      quads.append(Quad(Triple(.blank("n\(level)"), rest, none)))
    }
    #expect {
      _ = try processor.document(of: quads)
    } throws: { ($0 as? JSONLDError)?.code == .nestedTooDeeply }
  }

  @Test("goes through a document as deep as JSON may be")
  func deepDocument() throws {
    let depth = JSONReader.nestingLimit - 2
    let text =
      String(repeating: #"{"http://e/p":"#, count: depth) + "1"
      + String(repeating: "}", count: depth)
    let flat = try processor.flatten(json(text), context: ["@vocab": "http://e/"])
    #expect(flat.object?["@graph"]?.array?.count == depth)
    #expect(try processor.quads(json(text)).count == depth)
    #expect(
      try processor.compact(json(text), context: ["p": "http://e/p"]).object?.has("p") == true)
  }
}
