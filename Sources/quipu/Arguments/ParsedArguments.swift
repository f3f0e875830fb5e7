/// What was typed after the verb, by option.
struct ParsedArguments: Sendable, Equatable {
  /// The values of each option with a value, in the order given.
  var values: [String: [String]] = [:]
  /// The switches given.
  var flags: Set<String> = []
  /// The arguments, in the order given.
  var arguments: [String] = []

  /// The last value of an option, if it was given.
  func value(_ option: String) -> String? { values[option]?.last }
}

/// What is wrong with what was typed.
enum UsageError: Error, Equatable, Sendable {
  case unknownVerb(String, suggestion: String?)
  case unknownOption(String, verb: String, suggestion: String?)
  case missingValue(option: String, verb: String)
  case unexpectedValue(option: String, verb: String)
  case invalidChoice(String, option: String, choices: [String], suggestion: String?)
  case invalidNumber(String, option: String)
  case invalidDate(String, option: String)
  case missingArgument(String, verb: String)
  case unexpectedArgument(String, verb: String)
}

extension ParsedArguments {
  /// Reads the words after a verb: `--x value`, `--x=value`, `-x value`, `-xvalue`, switches run
  /// together (`-nq`), and `--` before arguments that begin with a hyphen.
  ///
  /// A lone `-` is an argument (standard input). O(*n*) in the number of words.
  init(_ words: some Collection<String>, verb: Verb) throws(UsageError) {
    let options = verb.options + commonOptions
    var rest = words[...]
    var onlyArguments = false
    while let word = rest.popFirst() {
      if onlyArguments || word == "-" || !word.hasPrefix("-") {
        arguments.append(word)
      } else if word == "--" {
        onlyArguments = true
      } else if word.hasPrefix("--") {
        let body = word.dropFirst(2)
        let equals = body.firstIndex(of: "=")
        let name = String(body[..<(equals ?? body.endIndex)])
        let inline = equals.map { String(body[body.index(after: $0)...]) }
        guard let option = options.first(where: { $0.long == name }) else {
          let near = Spelling.nearest(to: name, among: options.map(\.long))
          throw .unknownOption("--" + name, verb: verb.name, suggestion: near.map { "--" + $0 })
        }
        try take(option, inline: inline, rest: &rest, verb: verb)
      } else {
        try takeShort(word.dropFirst(), options: options, rest: &rest, verb: verb)
      }
    }
    try checkCount(verb)
  }

  private mutating func takeShort<Words: Collection<String>>(
    _ letters: Substring, options: [OptionSyntax], rest: inout Words, verb: Verb
  ) throws(UsageError) where Words.SubSequence == Words {
    var letters = letters
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.short == letter }) else {
        throw .unknownOption("-\(letter)", verb: verb.name, suggestion: nil)
      }
      let takesValue = option.value != nil
      let inline = takesValue && !letters.isEmpty ? String(letters) : nil
      if inline != nil { letters = "" }
      try take(option, inline: inline, rest: &rest, verb: verb)
    }
  }

  private mutating func take<Words: Collection<String>>(
    _ option: OptionSyntax, inline: String?, rest: inout Words, verb: Verb
  ) throws(UsageError) where Words.SubSequence == Words {
    guard option.value != nil else {
      guard inline == nil else {
        throw .unexpectedValue(option: "--" + option.long, verb: verb.name)
      }
      flags.insert(option.long)
      return
    }
    guard let value = inline ?? rest.popFirst() else {
      throw .missingValue(option: "--" + option.long, verb: verb.name)
    }
    if !option.choices.isEmpty, !option.choices.contains(value) {
      throw .invalidChoice(
        value, option: "--" + option.long, choices: option.choices,
        suggestion: Spelling.nearest(to: value, among: option.choices))
    }
    if option.repeats {
      values[option.long, default: []].append(value)
    } else {
      values[option.long] = [value]
    }
  }

  private func checkCount(_ verb: Verb) throws(UsageError) {
    guard !flags.contains("help") else { return }
    let fewest = verb.arguments.reduce(0) { $0 + $1.minimum }
    let most = verb.arguments.reduce(0) { $0 + min($1.maximum, 1 << 20) }
    if arguments.count < fewest {
      var count = arguments.count
      for argument in verb.arguments {
        if count < argument.minimum { throw .missingArgument(argument.name, verb: verb.name) }
        count -= argument.minimum
      }
    }
    if arguments.count > most {
      throw .unexpectedArgument(arguments[most], verb: verb.name)
    }
  }

  /// The number that an option gives, or the default.
  func number(_ option: String, default fallback: Int) throws(UsageError) -> Int {
    guard let text = value(option) else { return fallback }
    guard let number = Int(text), number >= 0 else {
      throw .invalidNumber(text, option: "--" + option)
    }
    return number
  }

  /// The fraction in 0...1 that an option gives, or the default.
  func fraction(_ option: String, default fallback: Double) throws(UsageError) -> Double {
    guard let text = value(option) else { return fallback }
    guard let number = Double(text), (0...1).contains(number) else {
      throw .invalidNumber(text, option: "--" + option)
    }
    return number
  }
}
