/// Reads and writes CoNLL-U, the ten-column format of Universal Dependencies
/// (universaldependencies.org/format.html).
public enum CoNLLU {
  /// The columns, from 0.
  enum Column {
    static let id = 0
    static let form = 1
    static let lemma = 2
    static let upos = 3
    static let xpos = 4
    static let features = 5
    static let head = 6
    static let relation = 7
    static let enhanced = 8
    static let miscellaneous = 9
    static let count = 10
  }

  /// Reads sentences.
  ///
  /// Lines may end with CR LF, the last blank line may be missing, and blank lines may be doubled.
  ///
  /// - Throws: ``LinguisticsError/conllu(line:detail:)`` if a line is not UTF-8, a word has not ten
  ///   columns or no form, or the words are not numbered 1, 2, 3 …
  public static func read(_ bytes: [UInt8]) throws(LinguisticsError) -> [CoNLLUSentence] {
    var sentences: [CoNLLUSentence] = []
    var lines: [CoNLLUSentence.Line] = []
    var words = 0
    func finish() {
      if !lines.isEmpty { sentences.append(CoNLLUSentence(lines: lines)) }
      lines = []
      words = 0
    }
    var number = 0
    for raw in bytes.split(separator: 10, omittingEmptySubsequences: false) {
      number += 1
      guard let text = String(validating: raw.last == 13 ? raw.dropLast() : raw, as: UTF8.self)
      else { throw .conllu(line: number, detail: "not UTF-8") }
      if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) {
        finish()
        continue
      }
      if text.utf8.first == UInt8(ascii: "#") {
        lines.append(.verbatim(text))
        continue
      }
      let columns = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == Column.count else {
        throw .conllu(line: number, detail: "\(columns.count) columns instead of 10")
      }
      switch try kind(of: columns[Column.id], line: number) {
      case .other: lines.append(.verbatim(text))
      case .word(let id):
        guard id == words + 1 else {
          throw .conllu(line: number, detail: "word \(id) where \(words + 1) was expected")
        }
        guard !columns[Column.form].isEmpty else {
          throw .conllu(line: number, detail: "no form")
        }
        words += 1
        lines.append(.word(columns))
      }
    }
    finish()
    return sentences
  }

  private enum Kind {
    case word(Int)
    case other
  }

  private static func kind(of id: String, line: Int) throws(LinguisticsError) -> Kind {
    if let number = Int(id), id.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      return .word(number)
    }
    for separator in ["-", "."] {
      let parts = id.split(separator: separator, omittingEmptySubsequences: false)
      if parts.count == 2,
        parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
      {
        return .other
      }
    }
    throw .conllu(line: line, detail: "'\(id)' is not the number of a word")
  }

  /// Writes sentences, each followed by a blank line.
  public static func write(_ sentences: [CoNLLUSentence]) -> [UInt8] {
    var bytes: [UInt8] = []
    for sentence in sentences {
      for line in sentence.lines {
        switch line {
        case .verbatim(let text): bytes.append(contentsOf: text.utf8)
        case .word(let columns):
          for (index, column) in columns.enumerated() {
            if index > 0 { bytes.append(9) }
            bytes.append(contentsOf: column.utf8)
          }
        }
        bytes.append(10)
      }
      bytes.append(10)
    }
    return bytes
  }
}
