import Glibc
import Indexer

/// The monotonic clock.
enum Clock {
  /// Seconds since some fixed moment.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// A moment, in seconds since 1970, as `2026-11-24 20:40:07 UTC`.
  static func date(_ seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    gmtime_r(&moment, &parts)
    var buffer = [CChar](repeating: 0, count: 40)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%d %H:%M:%S UTC", &parts)
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A duration as people write it: `2.1 s`, `3 min 20 s`.
  static func text(_ seconds: Double) -> String {
    guard seconds >= 60 else {
      let tenths = Int((seconds * 10).rounded())
      return "\(tenths / 10).\(tenths % 10) s"
    }
    let whole = Int(seconds.rounded())
    guard whole >= 3600 else { return "\(whole / 60) min \(whole % 60) s" }
    return "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}

/// Tells how far a build is, at most five times a second.
struct ProgressMeter {
  private let start: Double
  private var last = 0.0

  /// Creates a meter for a build that began at a moment of ``Clock``.
  init(start: Double) { self.start = start }

  /// The line to show, or `nil` if the last one is too fresh.
  mutating func line(_ progress: BuildProgress) -> String? {
    let now = Clock.now
    guard now - last > 0.2 || progress.phase == .linking else { return nil }
    last = now
    if progress.phase == .linking { return "linking \(progress.claims) claims…" }
    let seconds = max(0.001, now - start)
    let share = progress.totalBytes > 0 ? Double(progress.bytes) / Double(progress.totalBytes) : 0
    var line = "\(progress.done) of \(progress.total) files"
    line += " · \(Int(Double(progress.words) / seconds)) words/s · \(progress.claims) claims"
    if share > 0.01 { line += " · \(Clock.text(seconds / share - seconds)) left" }
    return line + " · " + Printable.line(progress.name, limit: 40)
  }
}
