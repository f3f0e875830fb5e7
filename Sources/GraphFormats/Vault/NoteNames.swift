/// Gives things names that every file system takes and that differ in more than case.
struct NoteNames {
  private var taken: [String: Int] = [:]

  init() {}

  /// A name for a file, without its ending.
  mutating func name(for label: String) -> String {
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
    // No more bytes than the common file systems take, with room for a number and the ending.
    while name.utf8.count > 200 { name.removeLast() }
    if name.isEmpty { name = "x" }
    let number = taken[name.lowercased(), default: 0] + 1
    taken[name.lowercased()] = number
    guard number > 1 else { return name }
    return self.name(for: "\(name) (\(number))")
  }
}
