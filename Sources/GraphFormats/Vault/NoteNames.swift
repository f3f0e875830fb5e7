/// Gives things names that every file system takes and that differ in more than case.
struct NoteNames {
  /// The names given, in small letters.
  private var taken: Set<String> = []
  /// The last number given to each plain name.
  private var numbers: [String: Int] = [:]

  init() {}

  /// A name for a file, without its ending; with a number behind it if others have its name.
  mutating func name(for label: String) -> String {
    let plain = Self.plain(label)
    var number = numbers[plain.lowercased(), default: 0]
    var name = plain
    repeat {
      number += 1
      if number > 1 { name = "\(plain) (\(number))" }
    } while !taken.insert(name.lowercased()).inserted
    numbers[plain.lowercased()] = number
    return name
  }

  /// The label without what file systems and links do not take, and not longer than they take with
  /// a number and the ending behind it.
  private static func plain(_ label: String) -> String {
    var name = ""
    var count = 0
    for scalar in label.unicodeScalars {
      // What file systems, links and tags of notes use otherwise.
      let isPlain =
        scalar.value >= 0x20 && scalar.value != 0x7f
        && !"/\\:*?\"<>|#^[]%".unicodeScalars.contains(scalar)
        && !scalar.properties.isNoncharacterCodePoint
        && ![.control, .lineSeparator, .paragraphSeparator, .format].contains(
          scalar.properties.generalCategory)
      name.unicodeScalars.append(isPlain ? scalar : " ")
      count += 1
      if count == 70 { break }
    }
    name = name.split(separator: " ").joined(separator: " ")
    while let last = name.last, last == "." || last == " " { name.removeLast() }
    while let first = name.first, first == "." || first == " " { name.removeFirst() }
    while name.utf8.count > 200 { name.removeLast() }
    return name.isEmpty ? "x" : name
  }
}
