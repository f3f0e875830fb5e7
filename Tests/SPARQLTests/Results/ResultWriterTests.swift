import GraphModel
import SPARQL
import Testing

@Suite("Result writer")
struct ResultWriterTests {
  private let rows: [[Term?]] = [
    [.iri(IRI("http://x/a")), nil],
    [.blank("b"), .literal("01", datatype: XSD.integer)],
    [.string("a,\"b\"\n<&\t"), .text("été", language: "fr")],
    [
      .directional("x", language: "ar", direction: .rightToLeft),
      .triple(Triple(.iri(IRI("http://x/s")), IRI("http://x/p"), .string("o"))),
    ],
  ]

  private func text(_ format: ResultFormat) -> String {
    var writer = ResultWriter(format, variables: ["x", "y"])
    writer.begin()
    for row in rows { writer.add(row) }
    writer.end()
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("JSON")
  func json() {
    #expect(
      text(.json) == #"""
        {"head":{"vars":["x","y"]},"results":{"bindings":[
        {"x":{"type":"uri","value":"http://x/a"}},
        {"x":{"type":"bnode","value":"b"},"y":{"type":"literal","datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"01"}},
        {"x":{"type":"literal","value":"a,\"b\"\n<&\t"},"y":{"type":"literal","xml:lang":"fr","value":"été"}},
        {"x":{"type":"literal","xml:lang":"ar","its:dir":"rtl","value":"x"},"y":{"type":"triple","value":{"subject":{"type":"uri","value":"http://x/s"},"predicate":{"type":"uri","value":"http://x/p"},"object":{"type":"literal","value":"o"}}}}
        ]}}

        """#)
  }

  @Test("XML")
  func xml() {
    let lines = text(.xml).split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        #"<result><binding name="x"><bnode>b</bnode></binding><binding name="y"><literal datatype="http://www.w3.org/2001/XMLSchema#integer">01</literal></binding></result>"#
      ))
    #expect(text(.xml).contains("a,&quot;b&quot;\n&lt;&amp;\t"))
    #expect(text(.xml).contains(#"<literal xml:lang="ar" its:dir="rtl">x</literal>"#))
    #expect(
      text(.xml).contains(
        "<triple><subject><uri>http://x/s</uri></subject><predicate><uri>http://x/p</uri></predicate><object><literal>o</literal></object></triple>"
      ))
  }

  @Test("CSV")
  func csv() {
    #expect(
      text(.csv)
        == "x,y\r\nhttp://x/a,\r\n_:b,01\r\n\"a,\"\"b\"\"\n<&\t\",été\r\nx,\"<<( <http://x/s> <http://x/p> \"\"o\"\" )>>\"\r\n"
    )
  }

  @Test("TSV")
  func tsv() {
    #expect(
      text(.tsv)
        == "?x\t?y\n<http://x/a>\t\n_:b\t01\n\"a,\\\"b\\\"\\n<&\\t\"\t\"été\"@fr\n\"x\"@ar--rtl\t<<( <http://x/s> <http://x/p> \"o\" )>>\n"
    )
  }

  @Test("numbers stand bare only where SPARQL reads the same term back")
  func numbers() {
    let writer = ResultWriter(.tsv, variables: ["x"])
    func cell(_ text: String, _ type: IRI) -> String {
      String(decoding: writer.cell(.literal(text, datatype: type)), as: UTF8.self)
    }
    #expect(cell("-1.50", XSD.decimal) == "-1.50")
    #expect(cell("1.", XSD.decimal) == "\"1.\"^^<http://www.w3.org/2001/XMLSchema#decimal>")
    #expect(cell("1", XSD.decimal) == "\"1\"^^<http://www.w3.org/2001/XMLSchema#decimal>")
    #expect(cell("1", XSD.boolean) == "\"1\"^^<http://www.w3.org/2001/XMLSchema#boolean>")
    #expect(cell("true", XSD.boolean) == "true")
  }

  @Test("truth values")
  func booleans() {
    #expect(
      String(decoding: ResultWriter.boolean(true, in: .json), as: UTF8.self)
        == "{\"head\":{},\"boolean\":true}\n")
    #expect(
      String(decoding: ResultWriter.boolean(false, in: .xml), as: UTF8.self)
        .contains("<boolean>false</boolean>"))
  }
}
