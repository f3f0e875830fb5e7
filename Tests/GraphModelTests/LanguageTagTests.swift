import GraphModel
import Testing

@Suite("Language tags")
struct LanguageTagTests {
  @Test(
    "have one case",
    arguments: [
      ("EN", "en"), ("en-us", "en-US"), ("ZH-hant-tw", "zh-Hant-TW"), ("de-CH-1996", "de-CH-1996"),
      ("sl-ROZAJ", "sl-rozaj"), ("en-X-US", "en-x-us"),
      ("ar-latn-EG-u-NU-latn", "ar-Latn-EG-u-nu-latn"),
      ("", ""), ("-", "-"),
    ])
  func normalized(tag: String, expected: String) {
    #expect(LanguageTag.normalized(tag) == expected)
  }
}
