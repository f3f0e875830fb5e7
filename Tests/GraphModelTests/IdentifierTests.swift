import GraphModel
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "a slug keeps letters and digits and joins them with hyphens",
    arguments: [
      ("SenseTime Group Ltd.", "sensetime-group-ltd"), ("  be visiting ", "be-visiting"),
      ("U.S.", "us"), ("Xiao’ou", "xiaoou"), ("Ångström & Söhne", "ångström-söhne"),
      ("— !", "x"), ("", "x"), ("商汤", "商汤"),
    ])
  func slug(text: String, expected: String) { #expect(Slug.make(text) == expected) }

  @Test("a hash tells fields apart wherever they end")
  func fields() {
    func hash(_ fields: String...) -> UInt64 {
      var hash = StableHash()
      for field in fields { hash.combine(field: field) }
      return hash.value
    }
    #expect(hash("ab", "c") != hash("a", "bc"))
    #expect(hash("ab") != hash("ab", ""))
    #expect(hash("ab", "c") == hash("ab", "c"))
  }

  @Test("a hash is the same on every machine and run")
  func fixed() {
    #expect(StableHash.hex("".utf8) == "efd01f60ba992926")
    #expect(StableHash.hex("quipu".utf8, digits: 12).count == 12)
  }

  @Test("a prefixed identifier has an IRI, and no other has")
  func iris() {
    #expect(Quipu.iri("q:investedIn")?.value == "https://quipu.dev/ns#investedIn")
    #expect(Quipu.iri("e:ada")?.value == "https://quipu.dev/entity/ada")
    #expect(Quipu.iri("z:ada") == nil)
    #expect(Quipu.iri("SoftBank") == nil)
  }

  @Test("a document's identifier comes from its name")
  func documents() {
    #expect(DocumentID(name: "a/b.txt") == DocumentID(name: "a/b.txt"))
    #expect(DocumentID(name: "a/b.txt") != DocumentID(name: "b.txt"))
    #expect(DocumentID(name: "a/b.txt").value.count == 14)
  }
}
