import Documents
import Foundation
import Testing

/// What a container yields, as `name: first words` and `name! error`.
private func contents(
  _ bytes: [UInt8], _ name: String, limits: ContainerLimits = .init(),
  fields: RecordFields = .init()
) -> [String] {
  let container = DocumentContainer(bytes: bytes, name: name, limits: limits, fields: fields)
  var result: [String] = []
  while let item = container.next() {
    switch item {
    case .member(let member):
      result.append("\(member.name): \(String(decoding: member.bytes.prefix(24), as: UTF8.self))")
    case .failure(let name, let error):
      result.append("\(name)! \(String(describing: error).prefix { $0 != "(" })")
    }
  }
  return result
}

/// A zip file of stored entries, with headers as they are wanted.
private func zip(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
  func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
  func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xffff_ffff
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xedb8_8320 : crc >> 1 }
    }
    return Int(~crc)
  }
  var file: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in entries {
    let common =
      little(20, 2) + little(0, 2) + little(0, 2) + little(0, 4) + little(crc(bytes), 4)
      + little(bytes.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2) + little(0, 2)
    directory +=
      [0x50, 0x4b, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
      + little(0o100644 << 16, 4) + little(file.count, 4) + Array(name.utf8)
    file += [0x50, 0x4b, 3, 4] + common + Array(name.utf8) + bytes
  }
  return file + directory + [0x50, 0x4b, 5, 6] + little(0, 4) + little(entries.count, 2)
    + little(entries.count, 2) + little(directory.count, 4) + little(file.count, 4) + little(0, 2)
}

/// A tar file (ustar).
private func tar(_ entries: [(name: String, bytes: [UInt8])], link: String? = nil) -> [UInt8] {
  func header(_ name: String, _ size: Int, _ type: Character, _ target: String) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, _ at: Int) {
      block.replaceSubrange(at..<at + text.utf8.count, with: text.utf8)
    }
    func octal(_ value: Int, _ digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(name, 0)
    put("0000644", 100)
    put("0000000", 108)
    put("0000000", 116)
    put(octal(size, 11), 124)
    put("00000000000", 136)
    put("        ", 148)
    put(String(type), 156)
    put(target, 157)
    put("ustar", 257)
    put("00", 263)
    let sum = block.reduce(0) { $0 + Int($1) }
    put(octal(sum, 6), 148)
    block[154] = 0
    return block
  }
  var file: [UInt8] = []
  if let link { file += header("link.txt", 0, "2", link) }
  for (name, bytes) in entries {
    file += header(name, bytes.count, "0", "") + bytes
    file += [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
  }
  return file + [UInt8](repeating: 0, count: 1024)
}

@Suite("Files that hold several documents")
struct DocumentContainerTests {
  private let mail = """
    From a@b.example Thu Oct 31 09:15:00 2019
    Subject: One

    First text.
    >From here on it is quoted.

    From c@d.example Fri Nov  1 10:00:00 2019
    Subject: Two

    From now on, she said.

    """

  @Test
  func oneDocumentIsItsOwnMember() {
    #expect(contents(Array("Some words.".utf8), "a/b.txt") == ["a/b.txt: Some words."])
    #expect(
      !DocumentContainer.isContainer(head: Array("Some words, and more.".utf8), name: "a.txt"))
  }

  @Test
  func filesInFiles() {
    let inner = zip([("b/c.html", Array("<p>Page</p>".utf8)), ("./d.txt", Array("Text".utf8))])
    let outer = tar([("x.zip", inner), ("mail", Array(mail.utf8)), ("y.txt", [0x41])])
    #expect(
      contents(outer, "o.tar") == [
        "o.tar/x.zip/b/c.html: <p>Page</p>", "o.tar/x.zip/d.txt: Text",
        "o.tar/mail#1: Subject: One\n\nFirst text", "o.tar/mail#2: Subject: Two\n\nFrom now o",
        "o.tar/y.txt: A",
      ])
  }

  @Test
  func quotedSeparatorsAreUndone() throws {
    let container = DocumentContainer(bytes: Array(mail.utf8), name: "m")
    guard case .member(let first)? = container.next() else {
      Issue.record("no message")
      return
    }
    #expect(
      String(decoding: first.bytes, as: UTF8.self)
        == "Subject: One\n\nFirst text.\nFrom here on it is quoted.\n")
  }

  @Test
  func namesLeadNowhere() {
    let bytes = tar(
      [
        ("../../etc/passwd", [0x41]), ("/abs/path.txt", [0x42]), ("a/../b.txt", [0x43]),
        ("a\nb.txt", [0x44]), ("same.txt", [0x45]), ("./same.txt", [0x46]),
      ], link: "/etc/passwd")
    #expect(
      contents(bytes, "t.tar") == [
        "t.tar/etc_passwd! unsafeName", "t.tar/abs/path.txt: B", "t.tar/a_b.txt! unsafeName",
        "t.tar/a_b.txt~2: D", "t.tar/same.txt: E", "t.tar/same.txt~2: F",
      ])
  }

  @Test
  func limitsAreTold() {
    var limits = ContainerLimits()
    limits.memberSize = 5
    let bytes = tar([("a", Array("123456".utf8)), ("b", Array("12345".utf8))])
    #expect(contents(bytes, "t", limits: limits) == ["t/a! memberTooLarge", "t/b: 12345"])
    limits = ContainerLimits()
    limits.count = 2
    let many = tar([("a", [0x41]), ("b", [0x42]), ("c", [0x43])])
    #expect(contents(many, "t", limits: limits).last == "t! tooManyMembers")
    limits = ContainerLimits()
    limits.totalSize = 7
    #expect(contents(bytes, "t", limits: limits).last == "t! unpackedTooLarge")
    limits = ContainerLimits()
    limits.depth = 1
    let nested = zip([("x.zip", zip([("a", [0x41])])), ("b", [0x42])])
    #expect(contents(nested, "n", limits: limits) == ["n/x.zip! tooDeep", "n/b: B"])
  }

  @Test
  func whatIsCutOffIsTold() {
    let whole = tar([("a", Array("first".utf8)), ("b", [UInt8](repeating: 0x42, count: 3000))])
    let cut = contents(Array(whole.prefix(2000)), "t.tar")
    #expect(cut.first == "t.tar/a: first")
    #expect(cut.count == 2 && cut[1].contains("! malformed"))
    let zipped = zip([("a", Array("first".utf8))])
    #expect(contents(Array(zipped.prefix(zipped.count - 30)), "z.zip").last?.contains("!") == true)
  }

  @Test
  func jsonLines() {
    let lines = """
      {"title": "One", "text": "First \\u201ctext\\u201d.", "date": "2019-10-29"}
      {"title": "Two", "text": "Second"

      {"id": "k-3", "body": ["A", "B"]}
      {"headline": "none"}
      """
    #expect(
      contents(Array(lines.utf8), "x.jsonl") == [
        "x.jsonl#1: First “text”.", "x.jsonl#2! malformed", "x.jsonl#k-3: A\n\nB",
        "x.jsonl#4! noTextField",
      ])
    #expect(
      contents(Array("[\n {\"text\": \"a}\"},\n {\"text\":\n \"b\"}]".utf8), "x") == [
        "x#1: a}", "x#2: b",
      ])
    var fields = RecordFields()
    fields.text = "headline"
    fields.id = "title"
    #expect(
      contents(
        Array("{\"headline\": \"H\", \"title\": \"../t\"}\n".utf8), "x.jsonl", fields: fields)
        == ["x.jsonl#__/t: H"])
  }

  @Test
  func tables() {
    let table = "id,Title,Text\r\n7,\"A, b\",\"Line \"\"one\"\"\r\nand two\"\r\n8,C,D\r\n"
    #expect(
      contents(Array(table.utf8), "t") == ["t#7: Line \"one\"\r\nand two", "t#8: D"])
    let tabs =
      "name\tnote\na\tShe said that it was so and went home again.\nb\tHe did not go there at all that day.\n"
    #expect(
      contents(Array(tabs.utf8), "t.tsv") == [
        "t.tsv#1: She said that it was so ", "t.tsv#2: He did not go there at a",
      ])
    #expect(contents(Array("a,b\n1,2\n".utf8), "t.csv") == ["t.csv! noTextField"])
    #expect(
      contents(Array("In text, body and soul,\nthere are commas, too.\n".utf8), "t.txt").count == 1)
  }

  @Test
  func recordsBecomeDocuments() throws {
    let line =
      #"{"title": "A plan", "text": "The owner said that she would go.", "date": "2018-03-04"}"#
    let container = DocumentContainer(bytes: Array(line.utf8), name: "x.jsonl")
    guard case .member(let member)? = container.next() else {
      Issue.record("no record")
      return
    }
    let document = try DocumentReader().read(member)
    #expect(document.name == "x.jsonl#1" && document.title == "A plan")
    #expect(document.date == "2018-03-04" && document.contentHash == member.contentHash)
  }

  @Test
  func aFileIsReadAsItsBytesAre() throws {
    let bytes = zip([("a.txt", Array("Text".utf8)), ("m", Array(mail.utf8))])
    let url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try Data(bytes).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let handle = try FileHandle(forReadingFrom: url)
    let container = DocumentContainer(file: handle.fileDescriptor, name: "z")
    var names: [String] = []
    while case .member(let member)? = container.next() { names.append(member.name) }
    #expect(names == ["z/a.txt", "z/m#1", "z/m#2"])
  }
}
