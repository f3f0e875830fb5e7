import GraphFormats
import GraphModel
import Testing

/// What an RDF/XML document says, and what was reported.
private func read(
  _ body: String, attributes: String = "", prologue: String = "", pieceSize: Int = .max
) throws -> (data: Dataset, errors: [SyntaxError]) {
  let text = """
    \(prologue)<rdf:RDF xmlns:rdf="\(RDF.namespace)" xmlns:e="http://e/" \(attributes)>
    \(body)
    </rdf:RDF>
    """
  var errors: [SyntaxError] = []
  let collector = QuadCollector()
  var options = RDFReadingOptions(base: IRI("http://base/doc"))
  options.report = { errors.append($0) }
  let count = try RDFXMLReader(options).read(
    MemorySource(Array(text.utf8), pieceSize: pieceSize), into: collector)
  #expect(count == errors.count)
  return (Dataset(collector.quads), errors)
}

@Suite("RDF/XML reader")
struct RDFXMLReaderTests {
  @Test("reads nodes, properties, literals, languages and datatypes", arguments: [1, 7, Int.max])
  func basics(pieceSize: Int) throws {
    let (data, errors) = try read(
      """
      <e:Person rdf:about="a" e:age="36" xml:lang="en">
        <e:name>Ada &amp; <![CDATA[<Byron>]]></e:name>
        <e:born rdf:datatype="http://www.w3.org/2001/XMLSchema#gYear" xml:lang="fr">1815</e:born>
        <e:knows rdf:resource="#b"/><e:knows rdf:nodeID="n"/>
        <e:wrote><e:Text rdf:ID="t"><e:empty/></e:Text></e:wrote>
        <e:in rdf:parseType="Resource"><e:city xml:lang="">London</e:city></e:in>
        <rdf:li>one</rdf:li><rdf:li>two</rdf:li>
      </e:Person>
      """, pieceSize: pieceSize)
    #expect(errors.isEmpty)
    let wanted = nQuadsRows(
      """
      <http://base/a> <\(RDF.namespace)type> <http://e/Person> .
      <http://base/a> <http://e/age> "36"@en .
      <http://base/a> <http://e/name> "Ada & <Byron>"@en .
      <http://base/a> <http://e/born> "1815"^^<http://www.w3.org/2001/XMLSchema#gYear> .
      <http://base/a> <http://e/knows> <http://base/doc#b> .
      <http://base/a> <http://e/knows> _:n .
      <http://base/a> <http://e/wrote> <http://base/doc#t> .
      <http://base/doc#t> <\(RDF.namespace)type> <http://e/Text> .
      <http://base/doc#t> <http://e/empty> ""@en .
      <http://base/a> <http://e/in> _:r .
      _:r <http://e/city> "London" .
      <http://base/a> <\(RDF.namespace)_1> "one"@en .
      <http://base/a> <\(RDF.namespace)_2> "two"@en .
      """)
    #expect(data.isIsomorphic(to: Dataset(rows: wanted)), "\(data)")
  }

  @Test("reads collections, reification, annotations and triple terms")
  func statements() throws {
    let (data, errors) = try read(
      """
      <rdf:Description rdf:about="http://e/s">
        <e:list rdf:parseType="Collection"><rdf:Description rdf:about="http://e/1"/></e:list>
        <e:none rdf:parseType="Collection"/>
        <e:p rdf:ID="r" rdf:annotationNodeID="note">x</e:p>
        <e:says rdf:parseType="Triple"><rdf:Description rdf:about="http://e/a"><e:b rdf:resource="http://e/c"/></rdf:Description></e:says>
        <e:text xml:lang="ar" its:dir="rtl">نص</e:text>
      </rdf:Description>
      """,
      attributes: #"rdf:version="1.2" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0""#)
    #expect(errors.isEmpty)
    let rdf = RDF.namespace
    let wanted = nQuadsRows(
      """
      <http://e/s> <http://e/list> _:l .
      _:l <\(rdf)first> <http://e/1> .
      _:l <\(rdf)rest> <\(rdf)nil> .
      <http://e/s> <http://e/none> <\(rdf)nil> .
      <http://e/s> <http://e/p> "x" .
      <http://base/doc#r> <\(rdf)type> <\(rdf)Statement> .
      <http://base/doc#r> <\(rdf)subject> <http://e/s> .
      <http://base/doc#r> <\(rdf)predicate> <http://e/p> .
      <http://base/doc#r> <\(rdf)object> "x" .
      _:note <\(rdf)reifies> <<( <http://e/s> <http://e/p> "x" )>> .
      <http://e/s> <http://e/says> <<( <http://e/a> <http://e/b> <http://e/c> )>> .
      <http://e/s> <http://e/text> "نص"@ar--rtl .
      """)
    #expect(data.isIsomorphic(to: Dataset(rows: wanted)), "\(data)")
  }

  @Test("keeps XML in an XML literal, namespaces declared where they are used")
  func xmlLiteral() throws {
    let (data, errors) = try read(
      """
      <rdf:Description rdf:about="http://e/s"><e:x rdf:parseType="Literal" xmlns="http://d/">a &lt; b <b z="1" e:a="&quot;&#9;"><c/><e:d xmlns=""/></b><!-- c --><?pi x?></e:x></rdf:Description>
      """)
    #expect(errors.isEmpty)
    let literal =
      #"a &lt; b <b xmlns="http://d/" xmlns:e="http://e/" z="1" e:a="&quot;&#x9;"><c></c><e:d></e:d></b><!-- c --><?pi x?>"#
    #expect(
      data.rows == [
        ["<http://e/s>", "<http://e/x>", "\"\(literal)\"^^<\(RDF.namespace)XMLLiteral>", ""]
      ])
  }

  @Test("expands the document's own entities, as OWL files have them")
  func entities() throws {
    let (data, errors) = try read(
      #"<rdf:Description rdf:about="&n;s" e:p="&two;"><e:q>&two;</e:q></rdf:Description>"#,
      prologue: #"<!DOCTYPE rdf:RDF [<!ENTITY n "http://e/"><!ENTITY two "2&#38;#38;&n;">]>"#)
    #expect(errors.isEmpty)
    let wanted = nQuadsRows(
      "<http://e/s> <http://e/p> \"2&http://e/\" .\n<http://e/s> <http://e/q> \"2&http://e/\" .")
    #expect(data == Dataset(rows: wanted))
  }

  @Test("leaves out what breaks the grammar, tells where it is, and goes on")
  func recovers() throws {
    let (data, errors) = try read(
      """
      <rdf:Description rdf:about="http://e/s">
        <e:p rdf:resource="http://e/o" rdf:parseType="Literal">x</e:p>
        <e:q>text<e:node/></e:q>
        <e:r>kept</e:r>
        stray
        <rdf:Description/>
        <e:i rdf:ID="a"/><e:i rdf:ID="a"/><e:i rdf:ID="1"/>
        <e:u rdf:resource="a b"/><unknown/>
      </rdf:Description>
      """)
    #expect(
      errors.map(\.problem) == [
        .notAllowed("rdf:resource"), .strayText, .strayText, .notAllowed("rdf:Description"),
        .duplicateID("a"), .notAName("1"), .expected(.iriCharacter), .relativeIRI("unknown"),
      ])
    #expect(errors.map(\.line) == [3, 4, 6, 7, 8, 8, 9, 9])
    #expect(errors.map(\.column) == [3, 12, 3, 3, 20, 37, 3, 28])
    #expect(
      data.rows.contains(["<http://e/s>", "<http://e/r>", "\"kept\"^^<\(XSD.string.value)>", ""]))
    #expect(
      data.rows.contains(["<http://e/s>", "<http://e/i>", "\"\"^^<\(XSD.string.value)>", ""]))
  }

  @Test("without a taker of problems the first one ends the reading")
  func throwsFirst() {
    let text = "<rdf:RDF xmlns:rdf=\"\(RDF.namespace)\">\n <rdf:li/></rdf:RDF>"
    #expect {
      _ = try RDFXMLReader().read(MemorySource(Array(text.utf8)), into: QuadCollector())
    } throws: { error in
      guard let error = error as? SyntaxError else { return false }
      return error.problem == .notAllowed("rdf:li") && error.line == 2 && error.column == 2
    }
  }

  @Test(
    "refuses XML that is broken or not its own",
    arguments: [
      ("", "<a><b></a>"), ("", "&undeclared;"), ("", "<e:p xmlns:e=\"x\""), ("", "<u:p/>"),
      (#"<!DOCTYPE r [<!ENTITY x SYSTEM "/etc/passwd">]>"#, "&x;"),
      (#"<!DOCTYPE r [<!ENTITY % x "y">]>"#, ""),
      (#"<!DOCTYPE r SYSTEM "http://e/dtd">"#, "<rdf:Description e:p=\"&y;\"/>"),
      ("", "\u{1}"), ("", "<rdf:Description e:p=\"\u{FFFE}\"/>"),
    ])
  func refuses(prologue: String, body: String) throws {
    let (_, errors) = try read(body, prologue: prologue)
    #expect(!errors.isEmpty)
  }

  @Test("ends entity bombs before they go off")
  func bombs() throws {
    var laughs = "<!ENTITY a0 \"ha ha ha ha ha ha ha ha ha ha \">"
    for level in 1..<12 {
      let one = "&a\(level - 1);"
      laughs += "<!ENTITY a\(level) \"\(String(repeating: one, count: 10))\">"
    }
    let bomb = "<rdf:Description><e:p>&a11;</e:p></rdf:Description>"
    #expect(try !read(bomb, prologue: "<!DOCTYPE r [\(laughs)]>").errors.isEmpty)
    #expect(
      try !read("<rdf:Description e:p=\"&a11;\"/>", prologue: "<!DOCTYPE r [\(laughs)]>").errors
        .isEmpty)
    let long = String(repeating: "x", count: 50_000)
    let many = String(repeating: "<e:p>&a;</e:p>", count: 3_000)
    let quadratic = try read(
      "<rdf:Description>\(many)</rdf:Description>",
      prologue: "<!DOCTYPE r [<!ENTITY a \"\(long)\">]>")
    #expect(!quadratic.errors.isEmpty)
    #expect(quadratic.data.rows.count < 3_000)
    let loop = try read("&a;", prologue: "<!DOCTYPE r [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]>")
    #expect(!loop.errors.isEmpty)
  }

  @Test("ends what is nested too deeply")
  func deep() throws {
    let open = String(repeating: "<e:n><e:p>", count: 100_000)
    let (_, errors) = try read(open)
    #expect(errors.count == 1)
  }

  @Test("declares a namespace again where an element around it had hidden it")
  func hiddenNamespaces() throws {
    let (data, _) = try read(
      #"<rdf:Description rdf:about="http://e/s"><e:x rdf:parseType="Literal"><a:b xmlns:a="u"><a:c xmlns:a="v"/><a:d/></a:b><a:e xmlns:a="u"/></e:x></rdf:Description>"#
    )
    let literal =
      #"<a:b xmlns:a="u"><a:c xmlns:a="v"></a:c><a:d></a:d></a:b><a:e xmlns:a="u"></a:e>"#
    #expect(data.rows.contains { $0[2].hasPrefix("\"" + literal + "\"") }, "\(data)")
  }

  @Test("gives its own names to nodes without one, which no name of the file becomes")
  func labels() throws {
    let (data, _) = try read(
      #"<rdf:Description rdf:nodeID="anon1" e:p="1"/><rdf:Description e:p="2"/>"#)
    #expect(Set(data.rows.map { $0[0] }).count == 2)
  }

  @Test("reads UTF-16 and Latin-1 as they say they are")
  func encodings() throws {
    let text =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rdf:Description xmlns:rdf=\"\(RDF.namespace)\" xmlns:e=\"http://e/\" rdf:about=\"http://e/s\" e:p=\"é\"/>"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let wide = text.replacing("ISO-8859-1", with: "UTF-16").utf16
      .flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    for bytes in [latin, [0xff, 0xfe] + wide] {
      let collector = QuadCollector()
      _ = try RDFXMLReader().read(MemorySource(bytes), into: collector)
      #expect(collector.quads.map(\.triple.object) == [.string("é")])
    }
  }
}
