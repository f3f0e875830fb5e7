import Extraction
import Testing

@testable import Resolution

@Suite("LocalResolver")
struct LocalResolverTests {
  private func labels(_ document: SampleDocument) -> [String] {
    let local = document.local
    return local.entityOfMention.map { local.entities[$0].label }
  }

  @Test("the fullest name labels the thing, and phrases of its chain join it")
  func fullestName() {
    let document = SampleDocument.make {
      $0.organization("SenseTime", chain: 1)
      $0.organization("SenseTime Group Ltd.", chain: 2)
      $0.add(
        "the company", core: "company", .nominal, type: "Organization", definite: true, chain: 1)
      $0.add("its", .pronoun, chain: 1)
    }
    #expect(labels(document) == Array(repeating: "SenseTime Group Ltd.", count: 4))
    #expect(document.local.entities[0].names == ["SenseTime": 1, "SenseTime Group Ltd.": 1])
    #expect(document.local.entities[0].type == "Organization")
  }

  @Test("a family name goes to the only person who has it", arguments: ["Xu", "Mr. Xu", "CEO Xu"])
  func familyName(short: String) {
    let document = SampleDocument.make {
      $0.person("Xu Li")
      $0.person(short)
    }
    #expect(labels(document) == ["Xu Li", "Xu Li"])
  }

  @Test("a family name that two people have goes to neither")
  func ambiguousFamilyName() {
    let document = SampleDocument.make {
      $0.person("Tony Blair")
      $0.person("Cherie Blair")
      $0.person("Blair")
    }
    #expect(labels(document) == ["Tony Blair", "Cherie Blair", "Blair"])
  }

  @Test("of two people of one name, the one that a text is about is meant by it")
  func mainHolder() {
    let document = SampleDocument.make {
      for _ in 0..<3 { $0.person("Petra Vance") }
      $0.person("Petra Lind")
      $0.person("Petra")
    }
    #expect(labels(document).last == "Petra Vance")
    let wife = SampleDocument.make {
      for _ in 0..<3 { $0.person("Tom Vance") }
      $0.person("Sara Vance")
      $0.person("Mrs Vance")
    }
    #expect(labels(wife).last == "Vance")
  }

  @Test("letters set beside a name stand for it if they are its, in their order")
  func bracketedLetters() {
    let document = SampleDocument.make {
      $0.organization("Sundvik Airlines")
      $0.organization("SIA")
      $0.place("Oslo")
      $0.organization("SIA")
    }
    #expect(labels(document)[1...] == ["Sundvik Airlines", "Oslo", "Sundvik Airlines"])
    let other = SampleDocument.make {
      $0.organization("Sundvik Airlines")
      $0.organization("SVK")
    }
    #expect(labels(other) == ["Sundvik Airlines", "SVK"])
  }

  @Test("letters that are a word of their own stand for no name that begins with them")
  func commonLetters() {
    let document = SampleDocument.make {
      $0.organization("Telecom View")
      $0.organization("TV")
      $0.organization("TVs")
    }
    #expect(labels(document)[0] == "Telecom View")
    #expect(document.local.entityOfMention == [0, 1, 1])
  }

  @Test("a designation stands for the make with its maker's name, one or many")
  func models() {
    let document = SampleDocument.make {
      $0.add("Orion K380")
      $0.add("K380s")
      $0.add("Lumen Music")
      $0.add("Music")
    }
    #expect(labels(document) == ["Orion K380", "Orion K380", "Lumen Music", "Music"])
  }

  @Test("names that tell different parts of a make are one, unless they contradict each other")
  func partsOfModels() {
    let document = SampleDocument.make {
      $0.add("Orion 747")
      $0.add("747 Skyliner")
      $0.add("Skyliners")
      $0.add("747")
    }
    #expect(Set(document.local.entityOfMention).count == 1)
    let others = SampleDocument.make {
      $0.add("Orion 747")
      $0.add("Nordia 747")
      $0.add("747 Max")
    }
    #expect(Set(others.local.entityOfMention).count == 3)
    for count in ["530", "2,530"] {
      let counted = SampleDocument.make {
        $0.add("\(count) Oscars")
        $0.add("Oscars")
      }
      #expect(counted.local.entityOfMention == [0, 1])
    }
  }

  @Test("a short form of a given name is the person's who was named before")
  func givenName() {
    let document = SampleDocument.make {
      $0.person("Steve Lund")
      $0.person("Steve")
    }
    #expect(labels(document) == ["Steve Lund", "Steve Lund"])
    let long = SampleDocument.make {
      $0.person("Dave Lund")
      $0.person("David")
    }
    #expect(labels(long) == ["Dave Lund", "Dave Lund"])
    let title = SampleDocument.make {
      $0.person("Ray")
      $0.person("Ray Lund")
    }
    #expect(labels(title) == ["Ray", "Ray Lund"])
    let other = SampleDocument.make {
      $0.person("Rob Lund")
      $0.person("Bob")
    }
    #expect(labels(other) == ["Rob Lund", "Bob"])
  }

  @Test("an office written as a name is the person's of its chain, and without one a name")
  func officeOfPerson() {
    let document = SampleDocument.make {
      $0.person("Ann Berg", chain: 1)
      $0.add("Prime Minister of Norland", chain: 1)
      $0.add("Prime Minister", chain: 2)
    }
    #expect(labels(document) == ["Ann Berg", "Ann Berg", "Prime Minister"])
    #expect(document.local.entities[0].names == ["Ann Berg": 1])
  }

  @Test("a chain never joins two full names; its pronouns go to the last name before them")
  func cutsChains() {
    let document = SampleDocument.make {
      $0.person("Xu Li", chain: 1)
      $0.add("he", .pronoun, chain: 1)
      $0.person("Tang Xiao’ou", chain: 1)
      $0.add("he", .pronoun, chain: 1)
    }
    #expect(labels(document) == ["Xu Li", "Xu Li", "Tang Xiao’ou", "Tang Xiao’ou"])
  }

  @Test("gender keeps Mr and Mrs of one name apart")
  func gender() {
    let document = SampleDocument.make {
      $0.person("John Smith", gender: .male)
      $0.person("Mrs Smith")
    }
    #expect(labels(document) == ["John Smith", "Smith"])
    #expect(document.local.entities[1].gender == .female)
  }

  @Test("an acronym joins the name whose initials it is")
  func acronym() {
    let document = SampleDocument.make {
      $0.organization("International Data Corporation")
      $0.organization("IDC")
    }
    #expect(Set(labels(document)) == ["International Data Corporation"])
  }

  @Test("names of one country are one place, its adjective is no name")
  func countries() {
    let document = SampleDocument.make {
      $0.place("U.S.")
      $0.organization("America")
      $0.place("the United States")
      $0.add("Chinese")
    }
    #expect(labels(document).prefix(3) == ["United States", "United States", "United States"])
    #expect(document.local.entities.map(\.isNamed) == [true, false])
  }

  @Test("a part of a company is not the company")
  func subsidiary() {
    let document = SampleDocument.make {
      $0.organization("BBC")
      $0.organization("BBC News")
      $0.organization("Huawei")
      $0.organization("Huawei Technologies Co. Ltd.")
    }
    #expect(
      document.local.entities.map(\.label) == [
        "BBC", "BBC News", "Huawei Technologies Co. Ltd.",
      ])
  }

  @Test("unnamed things keep their phrase; only bare concepts reach beyond the document")
  func unnamed() {
    let document = SampleDocument.make {
      $0.add("worried employees", head: "employee", .nominal, number: .plural)
      $0.add("the company’s founders", core: "founders", head: "founder", .nominal, definite: true)
      $0.add("a new system", core: "new system", head: "system", .nominal)
      $0.add("a person familiar with the matter", core: "person", head: "person", .unnamedSource)
    }
    let entities = document.local.entities
    #expect(entities.map(\.scope) == [.corpus, .document, .document, .document])
    #expect(entities.map(\.phrase).prefix(2) == ["worried employee", "founder"])
    #expect(entities[3].label == "a person familiar with the matter")
    #expect(entities[3].type == "UnnamedSource")
  }

  @Test("what is denied of things gives them no label")
  func denied() {
    let document = SampleDocument.make {
      $0.add("no clients", head: "client", .nominal, number: .plural, chain: 1)
      $0.add(
        "the clients", core: "clients", head: "client", .nominal, number: .plural, definite: true,
        chain: 1)
    }
    #expect(labels(document) == ["clients", "clients"])
  }

  @Test("the name of an office is not that of who has it")
  func office() {
    let document = SampleDocument.make { $0.person("Prime Minister of Norway") }
    #expect(labels(document) == ["Prime Minister of Norway"])
  }

  @Test("where two people have a family name, the chain of each mention decides")
  func chainDecides() {
    let document = SampleDocument.make {
      $0.person("Tony Blair", chain: 1)
      $0.person("Cherie Blair", chain: 2)
      $0.person("Blair", chain: 1)
      $0.person("Mrs Blair", chain: 2)
      $0.person("Blair", chain: 3)
    }
    #expect(
      labels(document) == ["Tony Blair", "Cherie Blair", "Tony Blair", "Cherie Blair", "Blair"])
  }

  @Test("a name that the tagger missed or took for a person joins the company")
  func taggerErrors() {
    let document = SampleDocument.make {
      $0.organization("Megvii Technology Ltd.")
      $0.person("Megvii")
      $0.organization("SenseTime")
      $0.add("SenseTime", head: "SenseTime", .nominal)
    }
    #expect(document.local.entities.map(\.label) == ["Megvii Technology Ltd.", "SenseTime"])
    #expect(document.local.entities.map(\.type) == ["Organization", "Organization"])
  }

  @Test("what refers to a description beside a name refers to the name")
  func description() throws {
    var document = SampleDocument.make {
      $0.organization("Megvii", chain: 1)
      $0.add("another AI startup", core: "AI startup", head: "startup", .nominal, chain: 2)
      $0.add("it", .pronoun, chain: 2)
      $0.add("the startup", core: "startup", head: "startup", .nominal, definite: true, chain: 2)
    }
    document.state(0, "be", 1, rule: "nominal/apposition")
    #expect(labels(document) == ["Megvii", "AI startup", "Megvii", "Megvii"])
  }

  @Test("plain words before a person's name are no part of it")
  func plainWords() {
    let document = SampleDocument.make {
      $0.person("tycoon Malcolm Glazer")
      $0.person("Malcolm Glazer")
      $0.person("van Gogh")
      $0.person("speaker")
      $0.add("US$", type: "Place")
    }
    #expect(
      labels(document) == ["Malcolm Glazer", "Malcolm Glazer", "van Gogh", "speaker", "US$"])
    #expect(document.local.entities.map(\.isNamed) == [true, true, false, false])
  }

  @Test("a possessing country, short words and the last point make no difference")
  func spellings() {
    let document = SampleDocument.make {
      $0.organization("Temasek Holdings")
      $0.organization("Singapore’s Temasek Holdings Pte.")
      $0.organization("Commerce Dept.")
      $0.organization("Commerce Department")
      $0.organization("Acme Ltd")
      $0.organization("Acme Ltd.")
      $0.organization("McDonald’s Corp.")
      $0.add("technology vanguard", .name)
    }
    let entities = document.local.entities
    #expect(
      entities.map(\.label) == [
        "Temasek Holdings Pte.", "Commerce Department", "Acme Ltd.", "McDonald’s Corp.",
        "technology vanguard",
      ])
    #expect(entities.last?.isNamed == false)
  }

  @Test("a known country is no acronym of another name")
  func knownNames() {
    let document = SampleDocument.make {
      $0.organization("UN Secretary")
      $0.place("US")
      $0.add("us", .name, type: "Place")
    }
    #expect(labels(document) == ["UN Secretary", "United States", "us"])
    #expect(document.local.entities.map(\.isNamed) == [true, true, false])
  }

  @Test("an empty document has no things")
  func empty() { #expect(SampleDocument().local.entities.isEmpty) }
}
