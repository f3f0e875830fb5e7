import Testing

@testable import Indexer

@Suite("GlobPattern")
struct GlobPatternTests {
  @Test(
    "matches what git's patterns match",
    arguments: [
      ("a.txt", "a.txt"), ("*.txt", "a.txt"), ("*", "anything"), ("a*c*e", "abcde"),
      ("?.txt", "b.txt"), ("[a-c].txt", "b.txt"), ("[!a-c].txt", "d.txt"), ("[^a-c]x", "dx"),
      ("[]]", "]"), ("[]-]", "-"), ("[[:digit:]]*", "7up"), ("[a\\]]", "]"), ("\\*", "*"),
      ("a/**", "a/b/c"), ("**/c", "c"), ("**/c", "a/b/c"), ("a/**/c", "a/c"),
      ("a/**/c", "a/x/y/c"), ("**", "a/b"), ("a**b", "axxb"), ("a/*/c", "a/b/c"),
      ("***/c", "a/b/c"), ("foo/**/bar/*.md", "foo/x/bar/a.md"), ("é?", "éx"),
    ])
  func matches(pattern: String, text: String) {
    #expect(GlobPattern(pattern.utf8).matches(text.utf8))
  }

  @Test(
    "does not match what they do not match",
    arguments: [
      ("a.txt", "a.txtx"), ("*.txt", "a/b.txt"), ("?", "/"), ("[a-c]", "d"), ("[/]", "/"),
      ("a*b", "a/b"), ("a/**", "a"), ("**/c", "xc"), ("a/**/c", "ac"), ("a**b", "a/b"),
      ("a/*/c", "a/c"), ("[a", "[a"), ("[[:nope:]]", "n"), ("a\\", "a"), ("\\*", "a"), ("", "a"),
      ("[z-a]", "b"), ("*", "a/b"), ("a/**/", "a/b"),
    ])
  func refuses(pattern: String, text: String) {
    #expect(!GlobPattern(pattern.utf8).matches(text.utf8))
  }

  @Test("a pattern that would take other matchers for ever is refused in its turn")
  func hostile() {
    let pattern = String(repeating: "*a", count: 60) + "b"
    #expect(!GlobPattern(pattern.utf8).matches(String(repeating: "a", count: 2000).utf8))
    let deep = String(repeating: "**/", count: 60) + "b"
    #expect(!GlobPattern(deep.utf8).matches(String(repeating: "a/", count: 500).utf8))
  }
}
