import GraphModel
import TestSupport
import Testing

@testable import GraphFormats

@Suite("The picture of a graph")
struct GraphPictureTests {
  @Test("every entity has a place, and the middle of everything ranks highest")
  func places() throws {
    let graph = Samples.graph
    let picture = try GraphPicture(of: graph)
    #expect(picture.count == graph.entities.count)
    for number in 0..<picture.count {
      let place = picture.place(of: number)
      #expect(place.x.isFinite && place.y.isFinite)
    }
    let lines = try #require(picture.number(of: EntityID("e:harbour-lines-1a2b3c")))
    #expect(picture.rank(of: lines) == 1)
    #expect(picture.number(of: EntityID("e:nobody")) == nil)
  }

  @Test("the same graph gives the same picture, whatever the number of threads")
  func deterministic() throws {
    var one = GraphPicture.Options()
    one.threads = 1
    let first = try GraphPicture(of: Samples.graph, options: one)
    let second = try GraphPicture(of: Samples.graph)
    for number in 0..<first.count {
      #expect(first.place(of: number) == second.place(of: number))
    }
  }

  @Test("the most important entities")
  func top() throws {
    let top = try GraphPicture.mostImportant(1, of: Samples.graph)
    #expect(top == [EntityID("e:harbour-lines-1a2b3c")])
    #expect(try GraphPicture.mostImportant(99, of: Samples.graph).count == 4)
  }
}

@Suite("GEXF")
struct GEXFWriterTests {
  @Test("statements of one predicate between the same entities have kinds of their own")
  func kinds() throws {
    let ada = EntityID("e:ada-1")
    let bob = EntityID("e:bob-2")
    let entities = [ada, bob].map {
      Entity(id: $0, label: $0.value, types: ["Person"], isNamed: true)
    }
    let evidence = try #require(Samples.evidence("Ada met Bob.", document: "a.txt", at: 0))
    let statements = ["2018", "2019-02", nil].map { year in
      Statement(
        Statement.Content(
          subject: ada, predicate: Predicate(open: "meet"), object: .entity(bob),
          time: year.map { StatementTime(start: $0, end: $0, text: $0) }),
        confidence: 1, from: evidence)
    }
    let graph = StatementGraph(documents: [], entities: entities, statements: statements)
    let text = String(decoding: try exported(graph, as: .gexf).bytes, as: UTF8.self)
    for kind in ["meet", "meet (2)", "meet (3)"] { #expect(text.contains("kind=\"\(kind)\"")) }
    #expect(text.contains("<spell start=\"2018-01-01\" end=\"2018-12-31\"/>"))
    #expect(text.contains("<spell start=\"2019-02-01\" end=\"2019-02-28\"/>"))
    #expect(text.contains("mode=\"dynamic\""))
  }
}
