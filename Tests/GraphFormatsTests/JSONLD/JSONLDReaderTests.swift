import GraphFormats
import GraphModel
import Testing

@Suite("JSON-LD reader")
struct JSONLDReaderTests {
  private func read(_ text: String) throws -> (quads: [Quad], errors: [SyntaxError]) {
    var errors: [SyntaxError] = []
    var options = RDFReadingOptions(base: IRI("http://e/folder/doc"))
    options.report = { errors.append($0) }
    let collector = QuadCollector()
    let count = try JSONLDReader(options).read(MemorySource(Array(text.utf8)), into: collector)
    #expect(count == errors.count)
    return (collector.quads, errors)
  }

  @Test("says the same node by node as at once")
  func stream() throws {
    let context = #""@context": {"@vocab": "http://e/", "p": {"@type": "@id"}}"#
    let graph =
      #""@graph": [{"@id": "a", "p": "_:x"}, {"@id": "_:x", "q": [1, {"r": "s"}]}, {"t": {}}]"#
    let streamed = try read("{\(context), \(graph)}")
    let whole = try read("{\(graph), \(context)}")
    #expect(streamed.errors.isEmpty && whole.errors.isEmpty)
    #expect(streamed.quads.count == 5)
    #expect(Dataset(streamed.quads).isIsomorphic(to: Dataset(whole.quads)))
    let named = try read("{\(context), \(graph), \"@id\": \"g\"}")
    #expect(named.quads.allSatisfy { $0.graph == .iri(IRI("http://e/folder/g")) })
  }

  @Test("leaves out a node that breaks the rules, tells where it is, and goes on")
  func recovers() throws {
    let (quads, errors) = try read(
      """
      {"@graph": [
        {"@id": "a", "http://e/p": 1},
        {"@id": 3},
        {"@id": "b", "http://e/p": 2}
      ]}
      """)
    #expect(quads.count == 2)
    #expect(errors.map(\.problem) == [.jsonLD(JSONLDError(.invalidID, "3"))])
    #expect(errors.first?.line == 3 && errors.first?.column == 3)
  }

  @Test("refuses contexts from elsewhere and broken JSON before the first quad")
  func refuses() throws {
    let remote = try read(
      #"{"@context": "https://schema.org", "@graph": [{"@id": "a", "http://e/p": 1}]}"#)
    #expect(remote.quads.isEmpty)
    #expect(
      remote.errors.map(\.problem) == [
        .jsonLD(JSONLDError(.loadingRemoteContextFailed, "https://schema.org"))
      ])
    let broken = try read(#"{"@graph": [{"@id": "a", "http://e/p": 1}, }"#)
    #expect(broken.quads.isEmpty && broken.errors.count == 1)
  }

  @Test("without a taker of problems the first one ends the reading")
  func throwsFirst() {
    #expect(throws: SyntaxError.self) {
      _ = try JSONLDReader().read(MemorySource(Array("[".utf8)), into: QuadCollector())
    }
    #expect(throws: SyntaxError.self) {
      _ = try JSONLDReader().read(MemorySource(Array(#"{"@id": 1}"#.utf8)), into: QuadCollector())
    }
  }
}
