/// A name that is told apart by its bytes.
///
/// Swift takes two texts for equal that differ only in how accents are composed; to a file system
/// they are two files.
struct ByteName: Hashable, Comparable, Sendable {
  /// The name.
  let text: String

  /// Wraps a name.
  init(_ text: String) { self.text = text }

  static func == (a: ByteName, b: ByteName) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

  static func < (a: ByteName, b: ByteName) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
