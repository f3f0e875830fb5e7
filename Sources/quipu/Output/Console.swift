import Glibc

/// Standard output for data and standard error for talk.
///
/// Output is gathered and written in large pieces; `flush` at the end. Not thread-safe: each
/// invocation has one, and progress comes to it on the caller's thread.
final class Console {
  /// Whether text is written in colour.
  let color: Bool
  /// Whether standard output is a terminal.
  let isTerminal: Bool
  /// Whether standard error is a terminal, so that progress can be shown.
  let showsProgress: Bool
  private let quiet: Bool
  private var buffer: [UInt8] = []
  private var progressShown = false

  /// Creates the console of an invocation; `color` is `auto`, `always` or `never`.
  init(color: String, quiet: Bool) {
    isTerminal = isatty(STDOUT_FILENO) == 1
    showsProgress = !quiet && isatty(STDERR_FILENO) == 1
    self.quiet = quiet
    switch color {
    case "always": self.color = true
    case "never": self.color = false
    default: self.color = isTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
    }
  }

  /// Writes a line of data.
  func line(_ text: String = "") {
    buffer.append(contentsOf: text.utf8)
    buffer.append(0x0a)
    if buffer.count > 1 << 16 { flush() }
  }

  /// Writes bytes of data as they are.
  func bytes(_ bytes: some Collection<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count > 1 << 16 { flush() }
  }

  /// Says something to the person, unless told to be quiet.
  func say(_ text: String) {
    guard !quiet else { return }
    complain(text)
  }

  /// Says that something is wrong, also when told to be quiet.
  func complain(_ text: String) {
    clearProgress()
    flush()
    Console.write(Array((text + "\n").utf8), to: STDERR_FILENO)
  }

  /// Shows how far a long work is, on one line that the next one replaces.
  func progress(_ text: String) {
    guard showsProgress else { return }
    progressShown = true
    Console.write(Array(("\r\u{1b}[K" + text).utf8), to: STDERR_FILENO)
  }

  /// Takes the progress line away.
  func clearProgress() {
    guard progressShown else { return }
    progressShown = false
    Console.write(Array("\r\u{1b}[K".utf8), to: STDERR_FILENO)
  }

  /// Writes what was gathered.
  func flush() {
    guard !buffer.isEmpty else { return }
    Console.write(buffer, to: STDOUT_FILENO)
    buffer.removeAll(keepingCapacity: true)
  }

  /// The width of the terminal in columns, or 100 where there is none.
  var width: Int {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else {
      return 100
    }
    return Int(size.ws_col)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        guard let base = buffer.baseAddress else { return }
        let count = Glibc.write(descriptor, base + done, buffer.count - done)
        if count < 0 {
          if errno == EINTR { continue }
          return
        }
        done += count
      }
    }
  }
}
