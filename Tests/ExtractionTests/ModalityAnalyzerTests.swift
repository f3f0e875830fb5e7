import Documents
import GraphModel
import Linguistics
import Testing

@testable import Extraction

@Suite("ModalityAnalyzer")
struct ModalityAnalyzerTests {
  @Test(
    "what is denied, possible or planned is not asserted",
    arguments: [
      ("notbuy", ["?not ‘not’: Acme | buy | Zenith"]),
      ("nolonger", ["?not ‘no longer’: Acme | own | the mine"]),
      ("nothing", ["?not ‘nothing’: Acme | do | nothing wrong"]),
      ("will", ["?probable ‘will’: Acme | open | a factory"]),
      (
        "bribed",
        [
          "Acme | hear | allegations",
          "?unknown ‘allegations’: Lund | be bribed by | Zenith",
          "?unknown ‘allegations’: Zenith | bribe | Lund",
        ]
      ),
      (
        "stories",
        [
          "Papers | carry | stories that Acme lost money",
          "?unknown ‘stories’: Acme | lose | money",
        ]
      ),
      (
        "mayfind",
        [
          "?possible ‘may’: Acme | find | “Zenith lost customers”",
          "?possible ‘may’: Zenith | lose | customers",
        ]
      ),
      ("should", ["?possible ‘should’: Acme | pay | the fine"]),
      ("likely", ["?probable ‘likely’: Sales | be likely to fall"]),
      ("allegedly", ["?unknown ‘allegedly’: Acme | steal | secrets"]),
      ("question", ["?possible ‘?’: Acme | buy | Zenith"]),
      (
        "if",
        [
          "?possible ‘if’: prices | fall",
          "?possible ‘if’: Acme | close | the mine {condition: prices fall}",
        ]
      ),
      (
        "unless",
        [
          "?possible ‘unless’: Acme | leave {unless: prices rise}",
          "?possible ‘unless’: prices | rise",
        ]
      ),
      (
        "deny",
        ["Acme | deny | “it sold weapons”", "?not unknown ‘denied’ by Acme: it | sell | weapons"]
      ),
      (
        "without",
        [
          "Acme | leave | Norway {without: paying the fine}",
          "?not ‘without’: Acme | pay | the fine",
        ]
      ),
      (
        "purpose",
        [
          "Acme | hire | lawyers {purpose: fight the ban}",
          "?possible ‘to’: Acme | fight | the ban",
        ]
      ),
      (
        "control",
        [
          "The court | order | the firm {to: pay a fine}",
          "?possible ‘ordered’: the firm | pay | a fine",
        ]
      ),
      (
        "prohibit",
        [
          "The ministry | ban | Acme {from: selling weapons}",
          "?possible ‘from’: Acme | sell | weapons",
        ]
      ),
      ("alleged", ["?unknown ‘alleged’: Ada Lund | be alleged to sell | the mine"]),
      ("goingto", ["?probable ‘going to’: Acme | be going to close | the mine"]),
      (
        "cleft",
        ["The biggest risk | be | “Acme loses money”", "?possible ‘risk’: Acme | lose | money"]
      ),
    ])
  func notAsserted(name: String, expected: [String]) throws {
    #expect(try ClaimLines(name).lines == expected)
  }

  @Test(
    "a plan is possible, a refusal or a failure is a fact of its own",
    arguments: [
      ("plan", ["?possible ‘plans’: Acme | plan to sell | the mine"]),
      ("refuse", ["Acme | refuse to pay | the fine"]),
      ("stopped", ["Acme | fail to pay", "Acme | lose | the mine"]),
    ])
  func merged(name: String, expected: [String]) throws {
    #expect(try ClaimLines(name).lines == expected)
  }

  @Test("a modal of one main clause leaves the next alone")
  func scope() throws {
    #expect(try ClaimLines("ago").lines == ["The firm | open", "Acme | close | the mine"])
  }
}
