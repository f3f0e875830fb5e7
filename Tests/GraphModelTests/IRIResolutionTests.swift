import GraphModel
import Testing

@Suite("IRI resolution")
struct IRIResolutionTests {
  /// The examples of RFC 3986, sections 5.4.1 and 5.4.2.
  @Test(
    "references resolve as RFC 3986 shows",
    arguments: [
      ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
      ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
      ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
      ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"), ("", "http://a/b/c/d;p?q"),
      (".", "http://a/b/c/"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
      ("../..", "http://a/"), ("../../g", "http://a/g"), ("../../../g", "http://a/g"),
      ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
      ("./../g", "http://a/b/g"), ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"),
      ("g/../h", "http://a/b/c/h"), ("g;x=1/../y", "http://a/b/c/y"),
      ("g?y/../x", "http://a/b/c/g?y/../x"), ("http:g", "http:g"),
    ])
  func examples(reference: String, expected: String) {
    #expect(IRI(reference, relativeTo: IRI("http://a/b/c/d;p?q"))?.value == expected)
  }

  @Test("without a base only absolute references mean something")
  func baseless() {
    #expect(IRI("a", relativeTo: nil) == nil)
    #expect(IRI("urn:a", relativeTo: nil)?.value == "urn:a")
  }
}
