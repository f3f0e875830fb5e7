import Glibc

/// A build that was begun on a store.
public struct BuildEntry: Hashable, Sendable {
  /// When it began, in seconds since 1970.
  public let start: Int
  /// How long it took, in seconds; `nil` if it was stopped or is still running.
  public var seconds: Double?
  /// The documents that were added.
  public var added = 0
  /// The documents that were read again.
  public var changed = 0
  /// The documents that were as before.
  public var unchanged = 0
  /// The documents that were taken out.
  public var removed = 0
  /// What gave nothing.
  public var failed = 0
  /// The statements of the whole graph afterwards.
  public var statements = 0

  /// Creates an entry of a build that has just begun.
  init(start: Int) { self.start = start }
}

/// The list of builds that a store's folder keeps, in a file `builds.log`.
///
/// A line is written when a build begins and one when it ends: `begin ID` and `end ID`, then numbers
/// as `name=value`; the ID is the time in milliseconds since 1970 and the process. It is for people
/// and for finding out what happened; nothing depends on it, so what goes wrong with it is passed
/// over.
struct BuildJournal {
  private let path: String

  /// The file is cut to its last lines when it is larger than this.
  private static let sizeLimit = 1 << 18
  private static let kept = 500

  /// The journal of the store in a folder.
  init(store folder: String) { path = folder + "/builds.log" }

  /// Notes that a build begins, and gives its ID.
  func begin() -> String {
    let id = "\(Self.milliseconds)-\(getpid())"
    shorten()
    append("begin \(id)\n")
    return id
  }

  /// Notes that a build ended.
  func end(_ id: String, _ summary: BuildSummary) {
    append(
      "end \(id) ms=\(Self.milliseconds - Self.time(of: id)) added=\(summary.added)"
        + " changed=\(summary.changed + summary.refreshed) unchanged=\(summary.unchanged)"
        + " removed=\(summary.removed) failed=\(summary.failed.count)"
        + " statements=\(summary.statements)\n")
  }

  /// The builds, the oldest first.
  func entries() -> [BuildEntry] {
    var result: [BuildEntry] = []
    var places: [Substring: Int] = [:]
    for line in lines() {
      let words = line.split(separator: " ")
      guard words.count >= 2 else { continue }
      if words[0] == "begin" {
        places[words[1]] = result.count
        result.append(BuildEntry(start: Self.time(of: String(words[1])) / 1000))
      } else if words[0] == "end", let place = places[words[1]] {
        for word in words.dropFirst(2) { Self.set(word, in: &result[place]) }
      }
    }
    return result
  }

  private static func set(_ word: Substring, in entry: inout BuildEntry) {
    let pair = word.split(separator: "=")
    guard pair.count == 2, let value = Int(pair[1]) else { return }
    switch pair[0] {
    case "ms": entry.seconds = Double(value) / 1000
    case "added": entry.added = value
    case "changed": entry.changed = value
    case "unchanged": entry.unchanged = value
    case "removed": entry.removed = value
    case "failed": entry.failed = value
    case "statements": entry.statements = value
    default: break
    }
  }

  private func lines() -> [Substring] {
    do throws(FailureReason) {
      let bytes = try FileBytes.read(path, limit: Self.sizeLimit * 16).bytes
      return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    } catch {
      return []
    }
  }

  private func append(_ line: String) { write(line, to: path, O_APPEND) }

  private func shorten() {
    guard let status = FileStatus.of(path), status.st_size > Self.sizeLimit else { return }
    let text = lines().suffix(Self.kept).map { $0 + "\n" }.joined()
    guard write(text, to: path + ".new", O_TRUNC) else { return }
    _ = PathName.withSystemPath(path + ".new") { new in
      PathName.withSystemPath(path) { rename(new, $0) }
    }
  }

  @discardableResult
  private func write(_ text: String, to path: String, _ flags: Int32) -> Bool {
    let file = PathName.withSystemPath(path) {
      open($0, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0o644)
    }
    guard file >= 0 else { return false }
    defer { close(file) }
    let bytes = Array(text.utf8)
    return Glibc.write(file, bytes, bytes.count) == bytes.count
  }

  private static var milliseconds: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }

  private static func time(of id: String) -> Int { Int(id.prefix { $0 != "-" }) ?? 0 }
}
