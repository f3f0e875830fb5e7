import Extraction
import Glibc
import GraphModel
import GraphStore

/// A sample of the files that a build must read, to tell what the build will take.
///
/// The files are drawn by the hashes of their names, so the same folder gives the same sample.
struct BuildSample {
  /// The files to read for it.
  let jobs: [Conveyor.Job]
  /// Whether these are all.
  let isWhole: Bool
  private let all: [Conveyor.Job]

  /// A sample has at most this many files.
  private static let fileLimit = 64
  /// A sample is read on until it has this many bytes.
  private static let byteLimit = 256 << 10
  /// Larger files are in no sample if there are others.
  private static let largest = 128 << 10

  /// Draws a sample.
  init(_ all: [Conveyor.Job]) {
    self.all = all
    let drawn = all.map { (StableHash.hex($0.file.name.utf8), $0) }.sorted {
      ($0.0, ByteName($0.1.file.name)) < ($1.0, ByteName($1.1.file.name))
    }
    var jobs: [Conveyor.Job] = []
    var bytes = 0
    for (_, job) in drawn {
      let size = job.file.stamp?.size ?? 0
      guard size <= Self.largest else { continue }
      guard jobs.count < Self.fileLimit, bytes < Self.byteLimit else { break }
      jobs.append(job)
      bytes += size
    }
    if jobs.isEmpty, let smallest = all.min(by: { Self.size($0) < Self.size($1) }) {
      jobs = [smallest]
    }
    isWhole = jobs.count == all.count
    self.jobs = isWhole ? all : jobs
  }

  private static func size(_ job: Conveyor.Job) -> Int { job.file.stamp?.size ?? 0 }

  /// Reads the sample and tells what all files would give.
  func estimate(
    with reader: any DocumentReading, knowledge: Conveyor.Knowledge, threads: Int
  ) throws(IndexerError) -> BuildEstimate {
    var documents = RatioEstimator()
    var words = RatioEstimator()
    var claims = RatioEstimator()
    var seconds = RatioEstimator()
    var read: [ReadDocument] = []
    var first = 0
    let start = Self.now
    try Conveyor(jobs, reader: reader, knowledge: knowledge).run(threads: threads) { job, part in
      switch part {
      case .document(let document): read.append(document)
      case .end(let end):
        let size = Double(Self.size(job))
        let found = read[first...]
        first = read.count
        documents.add(size: size, value: Double(found.count))
        words.add(size: size, value: Double(found.reduce(0) { $0 + $1.words }))
        claims.add(
          size: size, value: Double(found.reduce(0) { $0 + $1.extraction.claims.count }))
        seconds.add(size: size, value: end.seconds)
      default: break
      }
    }
    let wall = Self.now - start
    let trial = StoreTrial(read, reader.version)
    let count = all.count
    let total = Double(all.reduce(0) { $0 + max(1, Self.size($1)) })
    func scaled(_ figure: BuildEstimate.Figure, _ factor: Double) -> BuildEstimate.Figure {
      BuildEstimate.Figure(value: figure.value * factor, margin: figure.margin * factor)
    }
    let claimTotal = claims.total(count: count, size: total)
    let perClaim = claims.sum > 0 ? 1 / claims.sum : 0
    let reading = scaled(
      seconds.total(count: count, size: total), seconds.sum > 0 ? wall / seconds.sum : 0)
    let linking = scaled(claimTotal, trial.seconds * perClaim)
    // Other work on the machine makes a time no better known than to a tenth.
    let time = reading.value + linking.value
    return BuildEstimate(
      files: count, bytes: all.reduce(0) { $0 + Self.size($1) }, sampledFiles: jobs.count,
      documents: documents.total(count: count, size: total),
      words: words.total(count: count, size: total), statements: claimTotal,
      seconds: BuildEstimate.Figure(
        value: time, margin: max(reading.margin + linking.margin, time / 10)),
      storeBytes: scaled(claimTotal, Double(trial.bytes) * perClaim))
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A store of the sample alone, made in the folder for temporary files and taken away at once.
  private struct StoreTrial {
    /// The time that linking and writing took.
    private(set) var seconds = 0.0
    /// The bytes of the store, without what an empty one takes.
    private(set) var bytes = 0

    init(_ documents: [ReadDocument], _ version: ReaderVersion) {
      let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
      var template = Array((base + "/quipu-XXXXXX").utf8CString)
      guard mkdtemp(&template) != nil else { return }
      let folder = template.withUnsafeBufferPointer { $0.baseAddress.map(String.init(cString:)) }
      guard let folder else { return }
      defer { Self.remove(folder) }
      do {
        let store = try GraphStore.open(at: folder + "/store", access: .readWrite)
        try store.write { try $0.setMetadata("empty", []) }
        let empty = Self.size(folder)
        let start = BuildSample.now
        var linker = Linker()
        for document in documents { linker.add(document.linkable(version)) }
        let graph = linker.link()
        try store.write { transaction in
          for document in documents { try transaction.put(document, version) }
          try transaction.replaceGraph(entities: graph.entities, statements: graph.statements)
        }
        seconds = BuildSample.now - start
        bytes = max(0, Self.size(folder) - empty)
      } catch {
        // Without room for temporary files there is no telling of sizes.
        return
      }
    }

    private static func size(_ folder: String) -> Int {
      FileStatus.of(folder + "/store/store.mdb").map { Int($0.st_blocks) * 512 } ?? 0
    }

    private static func remove(_ folder: String) {
      for name in ["store.mdb", "store.mdb-lock", "writer.lock"] {
        unlink(folder + "/store/" + name)
      }
      rmdir(folder + "/store")
      rmdir(folder)
    }
  }
}
