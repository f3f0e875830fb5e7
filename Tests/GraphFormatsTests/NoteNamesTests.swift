import Testing

@testable import GraphFormats

@Suite("Names of notes")
struct NoteNamesTests {
  @Test(
    "what file systems and links cannot hold goes",
    arguments: [
      ("a/b:c*d", "a b c d"), ("..", "x"), (" .hidden. ", "hidden"), ("[[x|y]]#z^1", "x y z 1"),
      ("a\u{1}\u{fffe}b", "a b"), ("東京 Łódź", "東京 Łódź"), ("", "x"),
    ])
  func names(label: String, name: String) {
    var names = NoteNames()
    #expect(names.name(for: label) == name)
  }

  @Test("names differ in more than case, and are short")
  func unique() {
    var names = NoteNames()
    let all = ["Ada", "ada", "ADA", "ada (2)"].map { names.name(for: $0) }
    #expect(Set(all.map { $0.lowercased() }).count == 4)
    #expect(names.name(for: String(repeating: "界", count: 500)).utf8.count <= 210)
  }

  @Test("long names that begin alike are told apart by numbers")
  func long() {
    var names = NoteNames()
    let long = String(repeating: "what was said ", count: 20)
    let all = (0..<30).map { names.name(for: long + "\($0)") }
    #expect(Set(all).count == 30)
    #expect(all.allSatisfy { $0.utf8.count < 90 })
  }
}
