import Indexer

/// The options that say under which limits files are read.
enum ReadingArguments {
  /// The options of the verbs that read files into a store.
  static let options: [OptionSyntax] = [
    .value("max-size", nil, "MB", "the largest document (default 64)"),
    .value("max-unpacked", nil, "MB", "the most that one file may unpack to (default 262144)"),
    .value("max-ratio", nil, "N", "how many times its size a file may unpack to (default 250)"),
    .value("max-depth", nil, "N", "how deep files may be packed in files (default 8)"),
    .value("max-members", nil, "N", "the most documents in one file (default 10000000)"),
    .value("text-field", nil, "NAME", "the field of JSON Lines and tables with the text"),
    .value("title-field", nil, "NAME", "the field with the title"),
    .value("date-field", nil, "NAME", "the field with the date"),
    .value("id-field", nil, "NAME", "the field that names the record"),
    vocabulary,
  ]

  /// The option that names a vocabulary of one's own.
  static let vocabulary = OptionSyntax.value(
    "schema", nil, "FILE", "a vocabulary of your own (see quipu schema)")

  /// Reads the vocabulary that was named, if one was.
  static func vocabulary(
    _ invocation: Invocation, into reading: inout ReadingOptions
  ) throws(CommandError) {
    guard let path = invocation.arguments.value("schema") else { return }
    do throws(FailureReason) {
      reading.vocabulary = try InputFile(path: path).bytes
      reading.vocabularyFile = path
    } catch {
      throw .unusableInput(BuildFailure(name: path, reason: error))
    }
  }

  /// The limits that were typed.
  static func reading(_ invocation: Invocation) throws(CommandError) -> ReadingOptions {
    var reading = ReadingOptions()
    reading.documentSize = try megabytes("max-size", reading.documentSize, invocation)
    reading.unpackedSize = try megabytes("max-unpacked", reading.unpackedSize, invocation)
    reading.unpackingRatio = try invocation.number("max-ratio", default: reading.unpackingRatio)
    reading.depth = try invocation.number("max-depth", default: reading.depth)
    reading.members = try invocation.number("max-members", default: reading.members)
    let arguments = invocation.arguments
    reading.textField = arguments.value("text-field")
    reading.titleField = arguments.value("title-field")
    reading.dateField = arguments.value("date-field")
    reading.idField = arguments.value("id-field")
    try vocabulary(invocation, into: &reading)
    return reading
  }

  private static func megabytes(
    _ option: String, _ fallback: Int, _ invocation: Invocation
  ) throws(CommandError) -> Int {
    guard let text = invocation.arguments.value(option) else { return fallback }
    let number = try invocation.number(option, default: 0)
    guard number <= 1 << 40 else { throw .usage(.invalidNumber(text, option: "--" + option)) }
    return number << 20
  }
}

/// Dates as they are typed.
enum DateArgument {
  /// Whether a text is a year, a month or a day: `2019`, `2019-10`, `2019-10-29`.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    let numbers = parts.compactMap { Int($0) }
    return (numbers.count < 2 || (1...12).contains(numbers[1]))
      && (numbers.count < 3 || (1...31).contains(numbers[2]))
  }
}
