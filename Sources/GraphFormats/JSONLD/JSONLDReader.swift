public import GraphModel

/// Reads JSON-LD 1.1 as RDF.
///
/// The document is held in memory as bytes. One that is nothing but a context and an array of
/// nodes, as ``JSONLDWriter`` writes it, is worked off node by node; any other is worked off as a
/// whole. A base direction becomes RDF 1.2's. Contexts must stand in the document, for nothing is
/// loaded.
///
/// JSON that breaks the grammar ends the reading before the first quad. A node that breaks the
/// rules of JSON-LD is reported and left out.
public struct JSONLDReader: RDFReader {
  private let options: RDFReadingOptions
  /// Gets contexts that a document refers to; the default refuses.
  public var loader: JSONLDDocumentLoader = JSONLDOptions.refuse

  /// Creates a reader.
  public init(_ options: RDFReadingOptions = RDFReadingOptions()) { self.options = options }

  /// Reads a document.
  public func read(_ source: any ByteSource, into sink: any QuadSink) throws -> Int {
    let bytes = try Self.bytes(of: source)
    var problems = 0
    do {
      let isStream = try Self.isStream(bytes)
      var jsonLD = JSONLDOptions(base: options.base?.value)
      jsonLD.rdfDirection = .directionalString
      jsonLD.loader = loader
      let run = Run(processor: JSONLDProcessor(jsonLD), options: jsonLD, sink: sink)
      var reader = JSONReader(bytes)
      var context = try run.processor.initialContext()
      guard isStream else {
        let place = try reader.place()
        let document = try reader.value()
        do { try run.say(document, context) } catch let error as JSONLDError {
          throw reader.error(.jsonLD(error), at: place)
        }
        return 0
      }
      try reader.beginObject()
      while let name = try reader.nextName() {
        let place = try reader.place()
        guard name == "@graph" else {
          let local = try reader.value()
          do {
            context = try run.processor.contexts.apply(local, to: context, base: jsonLD.base)
          } catch { throw reader.error(.jsonLD(error), at: place) }
          continue
        }
        try reader.beginArray()
        while try reader.hasNextItem() {
          let place = try reader.place()
          let node = try reader.value()
          do { try run.say(["@graph": [node]], context) } catch let error as JSONLDError {
            problems += 1
            let error = reader.error(.jsonLD(error), at: place)
            guard let report = options.report else { throw error }
            report(error)
          }
        }
      }
    } catch let error as SyntaxError {
      guard let report = options.report else { throw error }
      report(error)
      problems += 1
    }
    return problems
  }

  /// The work on one document: blank nodes have the same names in all of it.
  private final class Run {
    let processor: JSONLDProcessor
    private let options: JSONLDOptions
    private let sink: any QuadSink
    private let issuer = BlankNodeIssuer()
    private let arena = TermArena()

    init(processor: JSONLDProcessor, options: JSONLDOptions, sink: any QuadSink) {
      self.processor = processor
      self.options = options
      self.sink = sink
    }

    func say(_ document: JSONValue, _ context: ActiveContext) throws {
      var map = NodeMap(issuer)
      try map.add(try processor.expander().expandDocument(document, context))
      let arena = arena
      let sink = sink
      let deserializer = RDFDeserializer(options: options, issuer: issuer) { quad in
        guard let quad = quad.quad else { return }
        arena.removeAll()
        try sink.quad(arena.quad(quad))
      }
      try deserializer.write(map)
    }
  }

  /// Whether a document has a context and then an array of nodes, and nothing else; checks its
  /// grammar on the way.
  private static func isStream(_ bytes: [UInt8]) throws(SyntaxError) -> Bool {
    var reader = JSONReader(bytes)
    guard try reader.isAtObject() else {
      try reader.skipValue()
      try reader.end()
      return false
    }
    var names: [String] = []
    var isArray = false
    try reader.beginObject()
    while let name = try reader.nextName() {
      names.append(name)
      isArray = try reader.isAtArray()
      try reader.skipValue()
    }
    try reader.end()
    return isArray && (names == ["@context", "@graph"] || names == ["@graph"])
  }

  private static func bytes(of source: any ByteSource) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { room.deallocate() }
    while true {
      let count = try source.read(into: room)
      if count == 0 { return bytes }
      bytes.append(contentsOf: room[..<count])
    }
  }
}
