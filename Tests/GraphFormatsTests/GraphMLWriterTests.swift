import GraphFormats
import GraphModel
import Testing

@Suite("GraphML")
struct GraphMLWriterTests {
  private func written(_ id: String, _ label: String) throws -> (text: String, loss: ExportLoss) {
    let entity = Entity(id: EntityID(id), label: label, types: ["Thing"], isNamed: true)
    let graph = StatementGraph(documents: [], entities: [entity], statements: [])
    let (bytes, loss) = try exported(graph, as: .graphml)
    return (String(decoding: bytes, as: UTF8.self), loss)
  }

  @Test(
    "what XML forbids is replaced and counted",
    arguments: [
      ("a\u{0}b", "a\u{fffd}b", 1), ("\u{b}\u{1f}", "\u{fffd}\u{fffd}", 2),
      ("a\u{fffe}\u{ffff}", "a\u{fffd}\u{fffd}", 2), ("\t\r\n", "&#9;&#13;&#10;", 0),
      ("<&>\"'", "&lt;&amp;&gt;&quot;'", 0), ("\u{85}\u{fffd}é😀", "\u{85}\u{fffd}é😀", 0),
    ])
  func characters(label: String, expected: String, replaced: Int) throws {
    let (text, loss) = try written("e:a", label)
    #expect(text.contains(">\(expected)</data>"))
    // The label is written twice, as label and as name.
    #expect(loss[.replacedCharacters] == replaced * 2)
  }

  @Test(
    "identifiers are XML name tokens",
    arguments: [("e:a²", "e:a_0000b2"), ("e:łódź", "e:łódź"), ("e:⑳-東京", "e:_002473-東京")])
  func identifiers(id: String, token: String) throws {
    #expect(try written(id, "x").text.contains("<node id=\"\(token)\">"))
  }
}
