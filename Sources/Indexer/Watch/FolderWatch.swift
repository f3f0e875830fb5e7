import Glibc

/// Tells when something changes in folders, as the system's inotify sees it.
///
/// It tells that something changed and not what: the next build finds that by itself, so that events
/// that are lost or come twice do no harm.
final class FolderWatch {
  private let descriptor: Int32
  private var folders: [Int32: ByteName] = [:]
  private var watched: [ByteName: Int32] = [:]

  /// Starts to watch nothing.
  ///
  /// - Throws: ``IndexerError/watch(code:)`` if the system gives no watch.
  init() throws(IndexerError) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { throw .watch(code: errno) }
  }

  deinit { close(descriptor) }

  /// The events that count: what closes, moves, comes and goes, but not each write.
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF)

  /// Watches a folder too, from now on.
  ///
  /// - Returns: The system's error number if it cannot be watched, 0 else.
  @discardableResult
  func add(_ folder: String) -> Int32 {
    let watch = PathName.withSystemPath(folder) {
      inotify_add_watch(descriptor, $0, Self.mask)
    }
    guard watch >= 0 else { return errno }
    folders[watch] = ByteName(folder)
    watched[ByteName(folder)] = watch
    return 0
  }

  /// Watches no folders any more but some.
  func keep(_ kept: Set<ByteName>) {
    for (folder, watch) in watched where !kept.contains(folder) {
      inotify_rm_watch(descriptor, watch)
      watched[folder] = nil
      folders[watch] = nil
    }
  }

  /// Waits until something has changed and then been quiet for a while.
  ///
  /// - Parameters:
  ///   - quiet: How long nothing may have changed, in milliseconds.
  ///   - longest: How long it is waited for quiet, in milliseconds.
  ///   - timeout: How long it is waited for a change, in milliseconds; -1 is for ever.
  ///   - ignores: Tells whether an entry of a folder does not count.
  /// - Returns: Whether something changed.
  func wait(
    quiet: Int32, longest: Int32, timeout: Int32 = -1,
    ignores: (_ folder: String, _ name: String) -> Bool
  ) -> Bool {
    let end = timeout < 0 ? Int.max : Self.now + Int(timeout)
    while !drain(ignores) {
      let left = end == Int.max ? -1 : Int32(clamping: max(0, end - Self.now))
      if left == 0 { return false }
      poll(left)
    }
    let last = Self.now + Int(longest)
    var calm = Self.now + Int(quiet)
    while Self.now < min(calm, last) {
      poll(Int32(clamping: min(calm, last) - Self.now))
      if drain(ignores) { calm = Self.now + Int(quiet) }
    }
    return true
  }

  private func poll(_ milliseconds: Int32) {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    _ = Glibc.poll(&wanted, 1, milliseconds)
  }

  /// Takes the events that wait; tells whether one of them counts.
  private func drain(_ ignores: (String, String) -> Bool) -> Bool {
    var counts = false
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = read(descriptor, &bytes, bytes.count)
      guard got > 0 else { return counts }
      var at = 0
      while at + 16 <= got {
        let watch = Int32(truncatingIfNeeded: Self.number(bytes, at))
        let mask = Self.number(bytes, at + 4)
        let length = Int(Self.number(bytes, at + 12))
        let name = bytes[(at + 16)..<min(got, at + 16 + length)].prefix { $0 != 0 }
        at += 16 + length
        // After a loss of events nothing is known; a watch that ended is told of otherwise too.
        if mask & UInt32(IN_Q_OVERFLOW) != 0 { counts = true }
        guard mask & UInt32(IN_IGNORED) == 0, let folder = folders[watch] else { continue }
        let text = name.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer(PathName.text)
        counts = counts || !ignores(folder.text, text)
      }
    }
  }

  private static func number(_ bytes: [UInt8], _ at: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[at + $1]) << UInt32(8 * $1) }
  }

  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec) * 1000 + Int(time.tv_nsec) / 1_000_000
  }
}
