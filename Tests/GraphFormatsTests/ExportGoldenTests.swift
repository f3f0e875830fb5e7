import Foundation
import GraphFormats
import GraphModel
import TestSupport
import Testing

/// The expected files; run the tests with QUIPU_RECORD=1 to write them anew, and read the diff.
private let goldens = URL(filePath: #filePath).deletingLastPathComponent().appending(
  path: "Goldens")
private let isRecording = ProcessInfo.processInfo.environment["QUIPU_RECORD"] != nil

func exported(
  _ source: some StatementSource, as format: ExportFormat,
  options: ExportOptions = ExportOptions()
) throws -> (bytes: [UInt8], loss: ExportLoss) {
  var options = options
  if format.wantsPicture, options.picture == nil { options.picture = try GraphPicture(of: source) }
  let sink = MemorySink()
  let loss = try format.write(source, options: options, to: sink)
  return (sink.bytes, loss)
}

extension ExportFormat {
  /// The ending of a file of this format, for tests.
  var testEnding: String {
    switch self {
    case .csvNodes: "csv"
    case .tsvNodes: "tsv"
    case .yEd: "graphml"
    case .graphology, .nodeLink: "json"
    case .neo4j, .vault: "txt"
    default: fileExtensions.first ?? "txt"
    }
  }
}

@Suite("Exports of the sample graph")
struct ExportGoldenTests {
  // A page is the viewer and its data, too large to be read as an expected file.
  @Test(
    "the bytes are those of the expected file",
    arguments: ExportFormat.allCases.filter { $0 != .html })
  func golden(format: ExportFormat) throws {
    let file = goldens.appending(path: "sample-\(format.rawValue)." + format.testEnding)
    var (bytes, _) = try exported(Samples.graph, as: format)
    if format.isTree {
      let tree = MemoryTree()
      _ = try format.write(Samples.graph, to: tree)
      bytes = tree.files.flatMap { Array("=== \($0.path)\n".utf8) + $0.bytes }
    }
    if isRecording { try Data(bytes).write(to: file) }
    let expected = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test("the order in which a graph was made does not matter", arguments: ExportFormat.allCases)
  func order(format: ExportFormat) throws {
    let graph = Samples.graph
    let reversed = StatementGraph(
      documents: graph.documents.reversed(), entities: graph.entities.reversed(),
      statements: graph.statements.reversed())
    #expect(try exported(reversed, as: format).bytes == exported(graph, as: format).bytes)
  }

  @Test("an empty graph is a whole file", arguments: ExportFormat.allCases)
  func empty(format: ExportFormat) throws {
    let graph = StatementGraph(documents: [], entities: [], statements: [])
    let (bytes, loss) = try exported(graph, as: format)
    #expect(loss.isEmpty)
    #expect(bytes.isEmpty == (format == .jsonl))
  }

  @Test("the sample's quotes stand at their offsets")
  func sampleIsSound() {
    let scalars = Array(Samples.ferryText.unicodeScalars)
    #expect(Samples.graph.statements.count == 5)
    for piece in Samples.graph.statements.flatMap(\.evidence)
    where piece.document == DocumentID(name: "press/ferry.txt") {
      #expect(Array(piece.quote.unicodeScalars) == Array(scalars[piece.span.range]))
      #expect(piece.subject != nil && piece.object != nil)
    }
  }
}
