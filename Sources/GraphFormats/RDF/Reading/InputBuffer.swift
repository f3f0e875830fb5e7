/// The bytes of a source that a parser looks at: a window that moves over the file.
///
/// The window grows only as far as the longest token needs. Behind its last byte stands a zero, so
/// that scanning loops need no bounds check to stop there. Bytes are checked to be UTF-8 when they
/// come in. Places are counted in bytes from the window's start.
struct InputBuffer: ~Copyable {
  /// The bytes; those at `end` and behind it, up to `padding`, are zero.
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  /// One past the last byte.
  private(set) var end = 0
  /// Whether the source has no more bytes.
  private(set) var isAtEnd = false
  /// The first byte that is not part of UTF-8, or `Int.max`; none before it was left unreported.
  private(set) var firstInvalid = Int.max

  private var capacity: Int
  private let source: any ByteSource
  /// How many bytes behind `end` are the beginning of a character whose rest was not read yet.
  private var held = 0
  private var heldBytes: (UInt8, UInt8, UInt8) = (0, 0, 0)
  /// How many of the bytes are known to be UTF-8 (or were found not to be).
  private var checked = 0
  /// Where the window's start is in the file.
  private var startOffset = 0
  private var start = Position()
  /// The line and column of a place that was asked for last, at or behind the start.
  private var known = Position()
  private var knownPlace = 0

  static let padding = 16
  private static let windowSize = 1 << 17

  init(_ source: any ByteSource) {
    self.source = source
    capacity = Self.windowSize
    bytes = .allocate(capacity: capacity + Self.padding)
    bytes.initialize(repeating: 0, count: Self.padding)
  }

  deinit { bytes.deallocate() }

  /// Moves the window so that it starts at `keep`, and reads more bytes behind its end.
  ///
  /// After it, a place `p` is at `p - keep`.
  mutating func refill(keeping keep: Int) throws {
    advance(to: keep)
    if end + 4 > capacity { grow() }
    release()
    let room = UnsafeMutableRawBufferPointer(start: bytes + end, count: capacity - end)
    let count = try source.read(into: room)
    end += max(0, min(count, room.count))
    isAtEnd = count <= 0
    check()
    for index in 0..<Self.padding { bytes[end + index] = 0 }
  }

  /// Gives up looking for bytes that are not UTF-8 before a place, and finds the next one.
  mutating func forgetInvalid(before place: Int) {
    guard firstInvalid < place else { return }
    firstInvalid = .max
    checked = min(place, end)
    while checked < end, bytes[checked] & 0xc0 == 0x80 { checked += 1 }
    check()
    for index in 0..<Self.padding { bytes[end + index] = 0 }
  }

  /// The text of a range of places.
  func text(_ range: Range<Int>) -> String {
    String(
      decoding: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count),
      as: UTF8.self)
  }

  /// The error of a problem at a place.
  ///
  /// - Complexity: O(*n*) in the place.
  func error(_ problem: SyntaxError.Problem, at place: Int) -> SyntaxError {
    var position = start
    position.move(over: UnsafeBufferPointer(start: bytes, count: min(place, end)))
    return SyntaxError(problem, at: position, byteOffset: startOffset + place)
  }

  /// The line and column of a place, and its offset in the file.
  ///
  /// - Complexity: O(*n*) in the distance from the place asked for before, if it lies behind that.
  mutating func position(of place: Int) -> (position: Position, byteOffset: Int) {
    if place < knownPlace {
      known = start
      knownPlace = 0
    }
    known.move(over: UnsafeBufferPointer(start: bytes + knownPlace, count: place - knownPlace))
    knownPlace = place
    return (known, startOffset + place)
  }

  private mutating func advance(to keep: Int) {
    guard keep > 0 else { return }
    if knownPlace < keep { _ = position(of: keep) }
    if knownPlace == keep {
      start = known
    } else {
      start.move(over: UnsafeBufferPointer(start: bytes, count: keep))
    }
    knownPlace -= keep
    startOffset += keep
    bytes.update(from: bytes + keep, count: end - keep)
    end -= keep
    checked = max(checked - keep, 0)
    if firstInvalid != .max { firstInvalid -= keep }
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity + Self.padding)
    larger.initialize(from: bytes, count: end)
    bytes.deallocate()
    bytes = larger
    capacity *= 2
  }

  /// Checks the bytes that came in; a character that is cut off is held back until its rest comes.
  private mutating func check() {
    guard firstInvalid == .max else { return }
    let unchecked = UnsafeBufferPointer(start: bytes + checked, count: end - checked)
    let valid = UTF8Check.validPrefix(unchecked)
    checked += valid
    guard valid < unchecked.count else { return }
    let rest = UnsafeBufferPointer(rebasing: unchecked[valid...])
    if isAtEnd || !UTF8Check.mayBeCutOff(rest) {
      firstInvalid = checked
    } else {
      held = rest.count
      heldBytes = (rest[0], held > 1 ? rest[1] : 0, held > 2 ? rest[2] : 0)
      end -= held
    }
  }

  /// Puts the beginning of a character back, behind which its rest will be read.
  private mutating func release() {
    if held > 0 { bytes[end] = heldBytes.0 }
    if held > 1 { bytes[end + 1] = heldBytes.1 }
    if held > 2 { bytes[end + 2] = heldBytes.2 }
    end += held
    held = 0
  }
}

/// A line and a column in code points, both from 1, moving over bytes.
///
/// A line ends with LF, CR LF or CR.
struct Position: Hashable, Sendable {
  var line = 1
  var column = 1
  /// Whether the last byte was a CR, with which an LF makes one line end.
  var endsInCR = false

  mutating func move(over bytes: UnsafeBufferPointer<UInt8>) {
    var lineStart = 0
    var count = 0
    // Most windows hold no CR: counting LF alone is a loop that the compiler vectorizes.
    var hasCR = endsInCR
    for byte in bytes {
      count &+= byte == 0x0a ? 1 : 0
      hasCR = hasCR || byte == 0x0d
    }
    if hasCR {
      count = 0
      var isAfterCR = endsInCR
      for (index, byte) in bytes.enumerated() {
        if byte == 0x0a {
          if !isAfterCR { count += 1 }
          lineStart = index + 1
          if isAfterCR, index == 0 { column = 1 }
        } else if byte == 0x0d {
          count += 1
          lineStart = index + 1
        }
        isAfterCR = byte == 0x0d
      }
    } else if count > 0, let last = bytes.lastIndex(of: 0x0a) {
      lineStart = last + 1
    }
    if count > 0 {
      line += count
      column = 1
    }
    for byte in bytes[lineStart...] { column &+= byte & 0xc0 != 0x80 ? 1 : 0 }
    if let last = bytes.last { endsInCR = last == 0x0d }
  }
}
