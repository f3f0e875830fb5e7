import Extraction
import GraphModel
import Testing

@testable import Resolution

@Suite("GlobalResolver")
struct GlobalResolverTests {
  @Test("spellings, legal forms and titles of one name are one entity")
  func variants() throws {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.organization("SenseTime Group Ltd.")
      $0.person("Dr. José García")
      $0.place("US")
      $0.person("Bill Clinton")
    }
    corpus.add("b") {
      $0.organization("Sense Time")
      $0.person("Jose Garcia")
      $0.place("America")
      $0.person("President William J. Clinton")
    }
    let entities = corpus.resolved()
    #expect(entities["a"]?.map(\.id) == entities["b"]?.map(\.id))
    let first = try #require(entities["a"]?.first)
    #expect(first.label == "SenseTime Group Ltd.")
    #expect(first.aliases == ["Sense Time"])
    #expect(first.id.value.hasPrefix("e:sensetime-group-ltd-"))
  }

  @Test("classes and genders keep equal names apart")
  func cannotLink() {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.place("Chelsea")
      $0.person("Chris Smith", gender: .male)
    }
    corpus.add("b") {
      $0.organization("Chelsea")
      $0.person("Chris Smith", gender: .female)
    }
    let entities = corpus.resolved()
    #expect(entities["a"]?[0].id != entities["b"]?[0].id)
    #expect(entities["a"]?[1].id != entities["b"]?[1].id)
  }

  @Test("a family name alone needs the only candidate and a shared context")
  func familyName() {
    var corpus = SampleCorpus()
    corpus.add("full") {
      $0.person("Xu Li")
      $0.organization("SenseTime")
    }
    corpus.add("near") {
      $0.person("Mr Xu")
      $0.organization("SenseTime")
    }
    corpus.add("far") {
      $0.person("Xu")
      $0.organization("Acme")
    }
    var entities = corpus.resolved()
    #expect(entities["near"]?[0].id == entities["full"]?[0].id)
    #expect(entities["far"]?[0].id != entities["full"]?[0].id)
    corpus.add("other") {
      $0.person("Xu Bing")
      $0.organization("SenseTime")
    }
    entities = corpus.resolved()
    #expect(entities["near"]?[0].id != entities["full"]?[0].id)
    #expect(entities["near"]?[0].id != entities["other"]?[0].id)
  }

  @Test("a body of the United States is one however the country is written")
  func unitedStates() {
    var corpus = SampleCorpus()
    for (i, name) in ["United States Coast Patrol", "US Coast Patrol", "U.S. Coast Patrol"]
      .enumerated()
    {
      corpus.add("d\(i)") { $0.organization(name) }
    }
    let entities = corpus.resolved()
    #expect(Set((0..<3).compactMap { entities["d\($0)"]?[0].id }).count == 1)
  }

  @Test("of several holders of a family name, only a far commoner one is meant")
  func commonHolder() {
    var corpus = SampleCorpus()
    for i in 0..<12 {
      corpus.add("p\(i)") {
        $0.person("Tony Blair")
        $0.organization("Labour")
        $0.organization("Commons")
      }
    }
    corpus.add("wife") {
      $0.person("Cherie Blair")
      $0.organization("Labour")
    }
    corpus.add("lone") {
      $0.person("Mr Blair")
      $0.organization("Labour")
      $0.organization("Commons")
      // It tells a story of its own.
      for i in 0..<40 { $0.organization("Borough Council \(i)") }
    }
    #expect(corpus.resolved()["lone"]?[0].label == "Tony Blair")
    for i in 0..<3 {
      corpus.add("w\(i)") {
        $0.person("Cherie Blair")
        $0.organization("Labour")
      }
    }
    #expect(corpus.resolved()["lone"]?[0].label == "Blair")
  }

  @Test("a word is no body, and a title alone no name")
  func words() {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.organization("WHO")
      $0.add("Who", type: "Organization")
      $0.person("Prince Charles")
      $0.person("Prince")
      $0.person("Chairman")
    }
    let entities = corpus.resolved()["a"] ?? []
    #expect(
      entities.map(\.label) == [
        "World Health Organization", "Who", "Prince Charles", "Prince", "Chairman",
      ])
    #expect(Set(entities.map(\.id)).count == 5)
    #expect(entities.last?.isNamed == false)
  }

  @Test("an acronym explained in one document is known in others, unless it is explained twice")
  func acronyms() {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.organization("International Data Corporation")
      $0.organization("IDC")
    }
    corpus.add("b") { $0.organization("IDC") }
    var entities = corpus.resolved()
    #expect(entities["b"]?[0].label == "International Data Corporation")
    corpus.add("c") {
      $0.organization("Israel Discount Company")
      $0.organization("IDC")
    }
    entities = corpus.resolved()
    #expect(entities["b"]?[0].label == "IDC")
    #expect(entities["c"]?[1].label == "Israel Discount Company")
  }

  @Test("bare concepts are shared, definite phrases and unnamed sources are not")
  func concepts() {
    var corpus = SampleCorpus()
    for name in ["a", "b"] {
      corpus.add(name) {
        $0.add("human rights violations", head: "violation", .nominal, number: .plural)
        $0.add("the company", core: "company", head: "company", .nominal, definite: true)
        $0.add("a person familiar with the matter", head: "person", .unnamedSource)
      }
    }
    let entities = corpus.resolved()
    #expect(entities["a"]?[0].id == entities["b"]?[0].id)
    #expect(entities["a"]?[1].id != entities["b"]?[1].id)
    #expect(entities["a"]?[2].id != entities["b"]?[2].id)
    #expect(entities["a"]?[2].types == ["UnnamedSource"])
  }

  /// A corpus in which every way of linking is at work.
  private func tangled() -> SampleCorpus {
    var corpus = SampleCorpus()
    for i in 0..<12 {
      corpus.add("d\(i)") {
        $0.organization(["SenseTime", "SenseTime Group", "Sensetime Group Ltd."][i % 3])
        $0.person(
          ["Xu Li", "Xu", "Mr Xu", "Xu Bing"][i % 4], gender: i % 5 == 0 ? .male : .unknown)
        $0.person(["Chris Smith", "Smith"][i % 2], gender: [.male, .female, .unknown][i % 3])
        $0.organization(["United Widget Makers Union", "UWMU", "UWM"][i % 3])
        $0.add(["Chelsea", "IDC"][i % 2], type: ["Place", "Organization", nil][i % 3])
        $0.person("Bono")
        $0.add("protests", head: "protest", .nominal, number: .plural)
      }
    }
    return corpus
  }

  @Test("the order of the documents does not matter", arguments: 1..<8)
  func orderIndependent(step: Int) {
    let corpus = tangled()
    let count = corpus.documents.count
    let permuted = SampleCorpus(
      documents: (0..<count).map { corpus.documents[(step * 5 + $0 * 7) % count] })
    #expect(permuted.resolved() == corpus.resolved())
  }

  @Test("unrelated documents leave identifiers as they are")
  func stable() {
    var corpus = tangled()
    let before = corpus.resolved()
    corpus.add("other") {
      $0.person("Ada Lovelace")
      $0.organization("Analytical Engines plc")
      $0.add("the machine", core: "machine", .nominal, definite: true)
    }
    let after = corpus.resolved()
    for (name, entities) in before { #expect(after[name] == entities) }
  }

  @Test("identifiers are unique and in order")
  func identifiers() {
    let corpus = tangled()
    let result = GlobalResolver().resolve(
      corpus.documents.map {
        DocumentEntities(document: DocumentID(name: $0.name), resolution: $0.document.local)
      })
    let ids = result.entities.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test("the two orders of a Chinese name are one person in the same company")
  func turnedName() {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.person("Tang Weilin")
      $0.organization("Orchid Labs")
    }
    corpus.add("b") {
      $0.person("Weilin Tang")
      $0.organization("Orchid Labs")
    }
    corpus.add("c") {
      $0.person("Scott James")
      $0.organization("Orchid Labs")
    }
    corpus.add("d") {
      $0.person("James Scott")
      $0.organization("Orchid Labs")
    }
    let entities = corpus.resolved()
    #expect(entities["a"]?[0].id == entities["b"]?[0].id)
    #expect(entities["c"]?[0].id != entities["d"]?[0].id)
  }

  @Test("a kind of thing that stands for a name is each document's own, but for shared company")
  func kinds() {
    var corpus = SampleCorpus()
    for (name, company) in [
      ("a", "Nordic Timber"), ("b", "Nordic Timber"), ("c", "Harbour Goldsmiths"),
    ] {
      corpus.add(name) {
        $0.organization("Parliament")
        $0.person("Home Minister")
        $0.organization(company)
        $0.person("Ida Berg")
      }
    }
    let entities = corpus.resolved()
    for name in 0...1 {
      #expect(entities["a"]?[name].id == entities["b"]?[name].id)
      #expect(entities["a"]?[name].id != entities["c"]?[name].id)
    }
  }

  @Test("makes are one by their designation, if one maker and one nickname at most are told")
  func models() {
    var corpus = SampleCorpus()
    corpus.add("a") {
      $0.add("Orion 747")
      $0.organization("Orion")
      $0.add("Lumen 320")
      $0.organization("Lumen")
    }
    corpus.add("b") { $0.add("747 Skyliner") }
    corpus.add("c") {
      $0.add("747")
      $0.add("320")
    }
    corpus.add("d") {
      $0.add("Nordia 320")
      $0.organization("Nordia")
    }
    corpus.add("e") {
      $0.add("747 Skyliner")
      $0.add("Skyliner")
    }
    corpus.add("f") { $0.add("Skyliner") }
    let entities = corpus.resolved()
    #expect(entities["a"]?[0].id == entities["b"]?[0].id)
    #expect(entities["a"]?[0].id == entities["c"]?[0].id)
    #expect(entities["a"]?[0].id == entities["f"]?[0].id)
    #expect(entities["a"]?[2].id != entities["c"]?[1].id)
    #expect(entities["a"]?[2].id != entities["d"]?[0].id)
  }
}
