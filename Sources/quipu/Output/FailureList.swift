import Glibc
import GraphFormats
import Indexer

/// The list of what gave nothing, as a file `failed.jsonl` in the store's folder: a line for each,
/// with its name and the reason in words.
struct FailureList {
  private let folder: String

  /// The list of the store in a folder.
  init(store folder: String) { self.folder = folder }

  /// Writes the list if it is not there already; one that cannot be written is only missed.
  func write(_ indexer: Indexer) {
    guard let failures = try? indexer.failures() else { return }
    let sink = BytesSink()
    for failure in failures {
      var json = JSONWriter(to: sink)
      json.beginObject()
      json.field("schema", JSONLinesWriter.schemaVersion)
      json.field("document", failure.name)
      json.field("reason", FailureText.words(for: failure.reason))
      json.endObject()
      json.endLine()
      try? json.flush()
    }
    let path = folder + "/failed.jsonl"
    let old = (try? InputFile(path: path))?.bytes
    guard sink.bytes != old ?? [] else { return }
    let new = path + ".new"
    let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return }
    var done = 0
    while done < sink.bytes.count {
      let count = sink.bytes[done...].withUnsafeBytes {
        Glibc.write(file, $0.baseAddress, $0.count)
      }
      guard count > 0 else { break }
      done += count
    }
    close(file)
    if done == sink.bytes.count { rename(new, path) } else { unlink(new) }
  }
}

/// Gathers bytes in memory.
private final class BytesSink: ByteSink {
  private(set) var bytes: [UInt8] = []

  func write(_ bytes: UnsafeRawBufferPointer) { self.bytes.append(contentsOf: bytes) }
}
