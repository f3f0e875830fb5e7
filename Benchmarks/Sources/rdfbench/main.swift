import Glibc
import GraphFormats
import GraphModel
import GraphStore
import SPARQL

/// Runs queries over a store, or a file of N-Triples in memory, and prints for each the median of
/// its processor times, on which other work of the machine tells little, and that of the times that
/// passed, which threads share.
///
///     rdfbench load DATA.nt STORE
///     rdfbench describe STORE
///     rdfbench serve STORE PORT
///     rdfbench STORE|DATA.nt QUERIES [REPEATS] [OUTPUT] [--explain]
///
/// `serve` answers queries over HTTP, for a harness that asks several systems (rdf/systems.json has
/// the entries for it). `describe` writes a store's statements as RDF, as the first query after a
/// build does. QUERIES is a folder of `.rq` files; with OUTPUT each answer is written there as JSON.
func milliseconds(_ clock: clockid_t = CLOCK_PROCESS_CPUTIME_ID) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// The median of some times, to a thousandth.
func median(_ times: [Double]) -> Double {
  Double(Int(times.sorted()[times.count / 2] * 1000)) / 1000
}

func contents(_ path: String) -> [UInt8]? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 20)
  while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
    bytes += buffer[..<count]
  }
  return bytes
}

func files(_ folder: String) -> [String] {
  var names: [String] = []
  guard let listing = opendir(folder) else { return [] }
  defer { closedir(listing) }
  while let entry = readdir(listing) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name.hasSuffix(".rq") { names.append(name) }
  }
  return names.sorted()
}

/// The answer as JSON.
func answer(_ query: Query, _ source: any QuadSource) throws -> (rows: Int, bytes: [UInt8]) {
  switch try query.run(over: source) {
  case .boolean(let value): return (1, ResultWriter.boolean(value, in: .json))
  case .graph(let graph): return (try graph.triples().count, [])
  case .solutions(let solutions):
    var writer = ResultWriter(.json, variables: solutions.variables)
    writer.begin()
    let count = try writer.add(solutions)
    writer.end()
    return (count, writer.bytes)
  }
}

func run(_ arguments: [String]) throws {
  let start = milliseconds()
  if arguments[1] == "load" {
    let store = try GraphStore.open(at: arguments[3], access: .readWrite)
    guard let bytes = contents(arguments[2]) else { return }
    let reader = RDFFormat.nTriples.reader(RDFReadingOptions())
    let report = try store.load { _ = try reader.read(MemorySource(bytes), into: $0) }
    print("\(report.quads) quads in \(Int(milliseconds() - start)) ms")
    return
  }
  if arguments[1] == "describe" {
    let store = try GraphStore.open(at: arguments[2], access: .readWrite)
    let snapshot = try store.snapshot()
    let report = try store.load(defaultGraph: .replaced) { loader in
      try loader.concurrently(parts: 2) { loader, part in
        try RDFStatementWriter.describe(snapshot.part(part, of: 2), into: loader)
      }
    }
    print("\(report) in \(Int(milliseconds() - start)) ms")
    return
  }
  if arguments[1] == "serve" {
    let source = try dataset(arguments[2])
    guard let port = UInt16(arguments[3]), let server = QueryServer(port: port) else { return }
    server.run { try answer(try Query($0), source).bytes }
  }
  let source = try dataset(arguments[1])
  print("loaded in \(Int(milliseconds() - start)) ms")
  let repeats = arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5
  for name in files(arguments[2]) {
    guard let text = contents(arguments[2] + "/" + name) else { continue }
    var times: [Double] = []
    var passed: [Double] = []
    var rows = 0
    var bytes: [UInt8] = []
    for round in 0...repeats {
      let (start, began) = (milliseconds(), milliseconds(CLOCK_MONOTONIC))
      (rows, bytes) = try answer(try Query(text), source)
      let time = milliseconds() - start
      if round > 0 {
        times.append(time)
        passed.append(milliseconds(CLOCK_MONOTONIC) - began)
      }
      if time > 5000, round > 0 { break }
    }
    if arguments.contains("--explain") {
      show(try Query(text).explain(over: source, running: true), 1)
    }
    print(
      "\(name) \(median(times)) ms, \(median(passed)) ms passed, \(rows) rows, \(bytes.count) bytes"
    )
    fflush(nil)
    if arguments.count > 4, let file = fopen(arguments[4] + "/" + name + ".json", "w") {
      fwrite(bytes, 1, bytes.count, file)
      fclose(file)
    }
  }
}

func show(_ explanation: Explanation, _ depth: Int) {
  let space = String(repeating: "  ", count: depth)
  let rows = explanation.produced.map { "\($0)" } ?? "?"
  print("\(space)\(explanation.step) expected \(Int(explanation.expected)) had \(rows)")
  for input in explanation.inputs { show(input, depth + 1) }
}

func dataset(_ path: String) throws -> any QuadSource {
  if !path.hasSuffix(".nt") {
    return try GraphStore.open(at: path, access: .readOnly).snapshot().quads()
  }
  let memory = MemoryDataset()
  final class Sink: QuadSink {
    let dataset: MemoryDataset
    init(_ dataset: MemoryDataset) { self.dataset = dataset }
    func quad(_ quad: QuadBytes) { if let quad = Quad(quad) { dataset.insert(quad) } }
  }
  guard let bytes = contents(path) else { return memory }
  let source = MemorySource(bytes)
  _ = try RDFFormat.nTriples.reader(RDFReadingOptions()).read(source, into: Sink(memory))
  return memory
}

try run(CommandLine.arguments)
