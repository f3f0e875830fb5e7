/// Reads N-Quads with any term at any place, into rows of words; for expected results alone.
///
/// Escapes are resolved, so that words compare with those of ``Dataset``.
func nQuadsRows(_ text: String) -> Set<[String]> {
  var rows: Set<[String]> = []
  for line in text.split(whereSeparator: \.isNewline) {
    var words: [String] = []
    var rest = line.unicodeScalars[...]
    while let first = rest.first {
      if first == " " || first == "\t" {
        rest.removeFirst()
      } else if first == "." || first == "#" {
        break
      } else if let bracket = ["<<(", ")>>"].first(where: { rest.starts(with: $0.unicodeScalars) })
      {
        words.append(bracket)
        rest.removeFirst(3)
      } else if first == "<" {
        words.append("<" + unescaped(&rest, until: ">") + ">")
      } else if first == "\"" {
        var word = "\"" + unescaped(&rest, until: "\"") + "\""
        if rest.starts(with: "^^<".unicodeScalars) {
          rest.removeFirst(2)
          word += "^^<" + unescaped(&rest, until: ">") + ">"
        } else if rest.first == "@" {
          let tag = rest.prefix { $0 != " " && $0 != ")" }
          rest.removeFirst(tag.count)
          word += String(tag).lowercased()
        } else {
          word += "^^<http://www.w3.org/2001/XMLSchema#string>"
        }
        words.append(word)
      } else {
        let word = rest.prefix { $0 != " " && $0 != "\t" && $0 != ")" }
        rest.removeFirst(word.count)
        words.append(String(word))
      }
    }
    guard !words.isEmpty else { continue }
    // The graph is the word after the object; a triple term has five more.
    let isTriple = words.count >= 3 && wordCount(words[2...]) + 2 == words.count
    rows.insert(isTriple ? words + [""] : words)
  }
  return rows
}

/// How many words the term that starts here has.
private func wordCount(_ words: ArraySlice<String>) -> Int {
  guard words.first == "<<(" else { return 1 }
  var depth = 0
  for (index, word) in words.enumerated() {
    if word == "<<(" { depth += 1 }
    if word == ")>>" { depth -= 1 }
    if depth == 0 { return index + 1 }
  }
  return words.count
}

private func unescaped(_ rest: inout Substring.UnicodeScalarView, until end: Unicode.Scalar)
  -> String
{
  var text = String.UnicodeScalarView()
  rest.removeFirst()
  while let scalar = rest.popFirst(), scalar != end {
    guard scalar == "\\", let letter = rest.popFirst() else {
      text.append(scalar)
      continue
    }
    switch letter {
    case "n": text.append("\n")
    case "r": text.append("\r")
    case "t": text.append("\t")
    case "b": text.append("\u{8}")
    case "f": text.append("\u{c}")
    case "u", "U":
      let count = letter == "u" ? 4 : 8
      let digits = String(String.UnicodeScalarView(rest.prefix(count)))
      rest.removeFirst(count)
      if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
        text.append(scalar)
      }
    default: text.append(letter)
    }
  }
  return String(text)
}
