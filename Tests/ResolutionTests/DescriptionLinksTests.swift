import Extraction
import GraphModel
import Testing

@testable import Resolution

@Suite("DescriptionLinks")
struct DescriptionLinksTests {
  private func entities(_ build: (inout SampleDocument) -> Void) -> [Int] {
    SampleDocument.make(build).local.entityOfMention
  }

  @Test("a definite phrase joins the only thing before it that its words fit")
  func definite() {
    let same = entities {
      $0.add("an undersea cable", core: "undersea cable", head: "cable", .nominal)
      $0.add("a red ship", core: "red ship", head: "ship", .nominal)
      $0.add("the cable", core: "cable", head: "cable", .nominal, definite: true)
    }
    #expect(same == [0, 1, 0])
    let ambiguous = entities {
      $0.add("an undersea cable", core: "undersea cable", head: "cable", .nominal)
      $0.add("a power cable", core: "power cable", head: "cable", .nominal)
      $0.add("the cable", core: "cable", head: "cable", .nominal, definite: true)
    }
    #expect(ambiguous == [0, 1, 2])
  }

  @Test(
    "what differs stays apart",
    arguments: [
      ("the first witness", "first witness", Mention.Number.singular),
      ("the witnesses", "witnesses", .plural),
      ("a second witness", "second witness", .singular),
      ("another witness", "witness", .singular),
    ])
  func different(text: String, core: String, number: Mention.Number) {
    let found = entities {
      $0.add(
        "the second witness", core: "second witness", head: "witness", .nominal, definite: true)
      $0.add(
        text, core: core, head: "witness", .nominal, number: number,
        definite: text.hasPrefix("the"))
    }
    #expect(found == [0, 1])
  }

  @Test("what agrees with a short phrase alone is not what the longer phrase tells")
  func drift() {
    let found = entities {
      $0.add("the drama prize", core: "drama prize", head: "prize", .nominal, definite: true)
      $0.add("that prize", core: "prize", head: "prize", .nominal, definite: true)
      $0.add("the comedy prize", core: "comedy prize", head: "prize", .nominal, definite: true)
    }
    #expect(found == [0, 0, 1])
    let numbers = entities {
      $0.add("number one", core: "number one", head: "number", .nominal)
      $0.add("number two", core: "number two", head: "number", .nominal)
    }
    #expect(numbers == [0, 1])
  }

  @Test("what a claim says of a thing is not the thing")
  func claims() {
    var document = SampleDocument.make {
      $0.add("the driver", core: "driver", head: "driver", .nominal, definite: true)
      $0.add("the driver", core: "driver", head: "driver", .nominal, definite: true)
    }
    #expect(document.local.entityOfMention == [0, 0])
    document.state(0, "be", 1)
    #expect(document.local.entityOfMention == [0, 1])
  }
}
