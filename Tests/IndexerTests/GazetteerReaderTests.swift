import GraphModel
import Testing

@testable import Indexer

@Suite("GazetteerReader")
struct GazetteerReaderTests {
  private func read(_ texts: String..., list: String = "list") throws(GazetteerProblem)
    -> [KnownThing]
  {
    let files = texts.enumerated().map {
      GazetteerReader.File(name: "f\($0.offset)", bytes: Array($0.element.utf8))
    }
    return try GazetteerReader.read(files, list: list).things
  }

  @Test("a table has a thing a line, with or without a header")
  func table() throws {
    let plain = try read(
      "# firms\nhttps://x.org/1\tcompany\tOrchid Lines\tOrchid|OLX\n7\t\tLoose\r\n")
    #expect(plain.map(\.id) == ["https://x.org/1", "urn:quipu:known:list:7"])
    #expect(plain[0].names == ["Orchid Lines", "Orchid", "OLX"])
    #expect(plain.map(\.type) == ["Organization", nil])
    let headed = try read("Country\tname\tnote\tid\nPeru | Chile\tAna Ruiz\tx\ta b\n")
    #expect(headed[0].id == "urn:quipu:known:list:a%20b")
    #expect(headed[0].countries == ["Chile", "Peru"])
    #expect(headed[0].names == ["Ana Ruiz"])
  }

  @Test("two lines of one identifier are one thing")
  func repeated() throws {
    let things = try read("1\tperson\tAna Ruiz\n1\t\tAna Soler\n")
    #expect(things.map(\.names) == [["Ana Ruiz", "Ana Soler"]])
    #expect(things[0].type == "Person")
  }

  @Test("OFAC's files are put together by their numbers")
  func ofac() throws {
    let main = """
      36,"ORCHID FREIGHT LINES",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'OFL'."
      77,"RUIZ SOLER, Ana ""Anita"" Maria","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 1 Jan 1970; POB Lima, Peru; nationality Chile."
      80,"SEA BREEZE","vessel","IRAN",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-
      \u{1A}
      """
    let others = "77,1,\"aka\",\"SOLER, Ana\",-0- \n99,2,\"aka\",\"NOBODY\",-0- \n"
    let places = "36,5,\"1 Pier Road\",\"Havana\",\"Cuba\",-0- \n"
    let things = try read(main, others, places)
    #expect(things.map(\.id).map { $0.suffix(3) } == [":36", ":77", ":80"])
    #expect(things[0].names == ["ORCHID FREIGHT LINES", "OFL"])
    #expect(things[0].countries == ["Cuba"])
    #expect(things[1].names == ["Ana \"Anita\" Maria RUIZ SOLER", "Ana SOLER"])
    #expect(things[1].countries == ["Chile", "Peru"])
    #expect(things.map(\.type) == ["Organization", "Person", "Vehicle"])
  }

  @Test(
    "what cannot be read is told with its line",
    arguments: [
      ("1\tperson\n", GazetteerProblem.noName(file: "f0", line: 1)),
      ("1\tperson\tA\n\n\tperson\tB\n", .badIdentifier(file: "f0", line: 3, "")),
      ("http://a b\tperson\tA\n", .badIdentifier(file: "f0", line: 1, "http://a b")),
      ("id\ttype\n1\tperson\n", .noColumn(file: "f0", "name", columns: ["id", "type"])),
      ("# nothing\n", .empty(file: "f0")),
    ])
  func wrong(text: String, problem: GazetteerProblem) {
    #expect(throws: problem) { try read(text) }
  }
}
