import CXML
public import GraphModel

/// Reads RDF/XML, of RDF 1.1 and 1.2.
///
/// The document is read in pieces, and a triple is passed on as soon as its parts are known. Memory
/// grows with the depth of elements, the longest text, and the number of `rdf:ID`s, which must be
/// different. Entities that the document declares inside itself are expanded within bounds; nothing
/// is loaded from elsewhere.
///
/// Where the XML is well-formed but no RDF, the element is reported and left out. XML that is not
/// well-formed ends the reading.
public struct RDFXMLReader: RDFReader {
  /// How deeply elements may be nested.
  public static let nestingLimit = 4096

  private let options: RDFReadingOptions

  /// Creates a reader.
  public init(_ options: RDFReadingOptions = RDFReadingOptions()) { self.options = options }

  /// Reads a document to its end.
  public func read(_ source: any ByteSource, into sink: any QuadSink) throws -> Int {
    let parser = RDFXMLParser(options, sink)
    try XMLEvents(parser).read(source)
    return parser.problemCount
  }
}

/// Takes the parts of an XML document in their order.
protocol XMLEventTaker: AnyObject {
  func start(_ element: XMLElement, _ place: XMLPlace)
  func end(_ place: XMLPlace)
  func text(_ bytes: UnsafeBufferPointer<UInt8>, _ place: XMLPlace)
  func comment(_ text: String)
  func instruction(_ target: String, _ data: String?)
  /// Takes the reason why the document cannot be read on; what it throws ends the reading.
  func problem(_ error: SyntaxError) throws
  /// The error that ends the reading.
  var failure: (any Error)? { get }
}

/// A name of XML with what its prefix stands for.
struct XMLName: Hashable {
  let local: String
  let prefix: String?
  let namespace: String?
}

/// A start tag.
struct XMLElement {
  let name: XMLName
  let attributes: [(name: XMLName, value: String)]
  let namespaces: [(prefix: String, namespace: String)]
}

/// Where a tag or a piece of text stands, worked out when it is asked for.
struct XMLPlace {
  fileprivate let sax: OpaquePointer?

  /// An error at the start of the tag.
  func error(_ problem: SyntaxError.Problem) -> SyntaxError {
    var line: Int32 = 1
    var column: Int32 = 1
    cxml_sax_place(sax, 1, &line, &column)
    return SyntaxError(
      problem, at: Position(line: Int(line), column: Int(column)),
      byteOffset: Int(cxml_sax_offset(sax)))
  }

  /// An error inside the text that ends here, which must have been written without references.
  func error(
    _ problem: SyntaxError.Problem, at index: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> SyntaxError {
    var line: Int32 = 1
    var column: Int32 = 1
    cxml_sax_place(sax, 0, &line, &column)
    let newline = UInt8(ascii: "\n")
    func length(_ range: Range<Int>) -> Int { text[range].count { $0 & 0xc0 != 0x80 } }
    let linesAfter = text[index...].count { $0 == newline }
    let start = text[..<index].lastIndex(of: newline).map { length($0 + 1..<index) + 1 }
    let back = linesAfter == 0 ? Int(column) - length(index..<text.count) : 1
    return SyntaxError(
      problem, at: Position(line: Int(line) - linesAfter, column: start ?? max(back, 1)),
      byteOffset: Int(cxml_sax_offset(sax)) - (text.count - index))
  }
}

/// Reads XML with libxml2 and hands its parts on.
struct XMLEvents {
  private let taker: any XMLEventTaker

  init(_ taker: any XMLEventTaker) { self.taker = taker }

  /// What the C callbacks get.
  private final class Session {
    let taker: any XMLEventTaker
    var sax: OpaquePointer?
    init(_ taker: any XMLEventTaker) { self.taker = taker }

    func stopIfFailed() { if taker.failure != nil { cxml_sax_stop(sax) } }
  }

  func read(_ source: any ByteSource) throws {
    let session = Session(taker)
    var handler = cxml_sax_handler()
    handler.user = Unmanaged.passUnretained(session).toOpaque()
    handler.start = { user, name, attributes, count, namespaces, namespaceCount in
      guard let session = XMLEvents.session(user) else { return }
      let element = XMLElement(
        name: XMLName(name),
        attributes: UnsafeBufferPointer(start: attributes, count: count).map {
          (XMLName($0.name), String(bytes: $0.value, count: $0.count))
        },
        namespaces: UnsafeBufferPointer(start: namespaces, count: namespaceCount).map {
          (String(cOptional: $0.prefix) ?? "", String(cOptional: $0.uri) ?? "")
        })
      session.taker.start(element, XMLPlace(sax: session.sax))
      session.stopIfFailed()
    }
    handler.end = { user in
      guard let session = XMLEvents.session(user) else { return }
      session.taker.end(XMLPlace(sax: session.sax))
      session.stopIfFailed()
    }
    handler.text = { user, bytes, count in
      guard let session = XMLEvents.session(user), let bytes else { return }
      bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
        session.taker.text(
          UnsafeBufferPointer(start: $0, count: count), XMLPlace(sax: session.sax))
      }
      session.stopIfFailed()
    }
    handler.comment = { user, bytes in
      guard let session = XMLEvents.session(user) else { return }
      session.taker.comment(String(cOptional: bytes) ?? "")
    }
    handler.instruction = { user, target, data in
      guard let session = XMLEvents.session(user) else { return }
      session.taker.instruction(String(cOptional: target) ?? "", String(cOptional: data))
    }
    try withExtendedLifetime(session) {
      guard let sax = cxml_sax_create(&handler) else { throw InputError.system(code: 12) }
      defer { cxml_sax_free(sax) }
      session.sax = sax
      try read(source, sax)
    }
  }

  private static func session(_ user: UnsafeMutableRawPointer?) -> Session? {
    user.map { Unmanaged<Session>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var pieceSize: Int { 1 << 16 }

  private func read(_ source: any ByteSource, _ sax: OpaquePointer) throws {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = try source.read(into: room)
      let bytes = room.baseAddress?.assumingMemoryBound(to: CChar.self)
      let result = cxml_sax_read(sax, bytes, count, count == 0 ? 1 : 0)
      if let failure = taker.failure { throw failure }
      if result == CXML_OK {
        if count == 0 { return }
        continue
      }
      if result == CXML_NO_MEMORY { throw InputError.system(code: 12) }
      var line: Int32 = 1
      var column: Int32 = 1
      let said = cxml_sax_problem(sax, &line, &column).map { String(cString: $0) } ?? ""
      let problem: SyntaxError.Problem =
        result == CXML_ENTITY_DECLARED ? .externalEntity : .notWellFormed(said)
      try taker.problem(
        SyntaxError(
          problem, at: Position(line: Int(line), column: Int(column)),
          byteOffset: Int(cxml_sax_offset(sax))))
      return
    }
  }
}

extension XMLName {
  fileprivate init(_ name: cxml_name) {
    local = String(cOptional: name.local) ?? ""
    prefix = String(cOptional: name.prefix)
    namespace = String(cOptional: name.uri)
  }
}

extension String {
  fileprivate init?(cOptional bytes: UnsafePointer<CChar>?) {
    guard let bytes else { return nil }
    self = String(cString: bytes)
  }

  fileprivate init(bytes: UnsafePointer<CChar>?, count: Int) {
    guard let bytes else {
      self = ""
      return
    }
    self = bytes.withMemoryRebound(to: UInt8.self, capacity: count) {
      String(decoding: UnsafeBufferPointer(start: $0, count: count), as: UTF8.self)
    }
  }
}
