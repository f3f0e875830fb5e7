import Documents
import Testing

@Suite("Markdown and front matter")
struct MarkdownReaderTests {
  private func outline(_ text: String, name: String = "a.md") throws -> [String] {
    let document = try DocumentReader().read(Array(text.utf8), name: name)
    return document.blocks.map { "\($0.kind.rawValue): \(document.string($0.range))" }
  }

  @Test
  func marksAreTakenAway() throws {
    let blocks = try outline(
      """
      # A *plan* #

      The **owner** of [the café](http://a.example/x_(y) "t") said `no`
      and left_it_there ~~never~~. ![A picture](p.png) It costs 2 \\* 3 * 4 <br> euros.[^1]

      > She quoted him.

      ```
      code()
      ```

      Another heading
      ---------------

      * One [item][ref]
        that goes on
      * Two
      1. Three

      | Name | Price |
      |------|------:|
      | Tea  | 5 \\| 6 |

      [ref]: http://a.example
      [^1]: A note.
      """)
    #expect(
      blocks == [
        "heading: A plan",
        "paragraph: The owner of the café said no and left_it_there never.  It costs 2 * 3 * 4  euros.",
        "paragraph: She quoted him.", "heading: Another heading", "listItem: One item that goes on",
        "listItem: Two", "listItem: Three", "listItem: Name", "listItem: Price", "listItem: Tea",
        "listItem: 5 | 6", "paragraph: A note.",
      ])
  }

  @Test
  func frontMatterGivesTitleAndDate() throws {
    let text =
      "---\ntitle: \"A plan\"\ndate: 2018-03-04T10:00:00Z\ntags:\n  - x\n---\n\nThe owner said so.\n"
    for name in ["a.md", "a.txt"] {
      let document = try DocumentReader().read(Array(text.utf8), name: name)
      #expect(document.title == "A plan")
      #expect(document.date == "2018-03-04")
      let prose = document.blocks.filter { $0.kind != .header }
      #expect(prose.map { document.string($0.range) } == ["The owner said so."])
    }
  }

  @Test
  func markdownIsToldFromItsMarks() throws {
    let blocks = try outline(
      "# A plan\n\nThe **owner** said so.\n\n## Next\n\nShe left.", name: "a.txt")
    #expect(blocks.map { $0.prefix(7) } == ["heading", "paragra", "heading", "paragra"])
  }

  @Test
  func plainTextKeepsItsSigns() throws {
    let blocks = try outline("The owner of #1 said 2 * 3 * 4 [sic] is_not 5.", name: "a.txt")
    #expect(blocks == ["paragraph: The owner of #1 said 2 * 3 * 4 [sic] is_not 5."])
  }

  @Test
  func aRuleIsNoFrontMatter() throws {
    let blocks = try outline("---\n\nThe owner said so.\n\n---\n\nShe left.", name: "a.txt")
    #expect(blocks.contains("paragraph: The owner said so."))
  }
}
