import GraphModel

/// Finding the next statement after a problem.
extension TurtleParser {
  /// Moves to the end of the line and forgives what it holds.
  mutating func skipLine() throws(ReadStop) {
    while true {
      input.forgetInvalid(before: cursor)
      let bytes = input.bytes
      let end = input.end
      while cursor < end, bytes[cursor] != 0x0a, bytes[cursor] != 0x0d { cursor += 1 }
      input.forgetInvalid(before: cursor)
      if cursor < end || input.isAtEnd { return }
      try refill(keeping: cursor)
    }
  }

  /// Moves behind the next dot that ends a statement, or to the brace that ends the graph.
  ///
  /// Dots in IRIs, in strings on one line, in comments and in names and numbers do not count.
  mutating func skipStatement() throws(ReadStop) {
    while true {
      input.forgetInvalid(before: cursor)
      try require(4)
      guard cursor < input.end else { return }
      let bytes = input.bytes
      switch bytes[cursor] {
      case UInt8(ascii: "."):
        cursor += 1
        let next = bytes[cursor]
        if table[Int(next)] & ByteClass.space != 0 || next == UInt8(ascii: "#")
          || next == UInt8(ascii: "}") || cursor >= input.end
        {
          return input.forgetInvalid(before: cursor)
        }
      case UInt8(ascii: "}") where isInGraph && bytes[max(cursor - 1, 0)] != UInt8(ascii: "|"):
        return input.forgetInvalid(before: cursor)
      case UInt8(ascii: "#"):
        while cursor < input.end, bytes[cursor] != 0x0a, bytes[cursor] != 0x0d { cursor += 1 }
      case UInt8(ascii: "<"): skipQuoted(until: UInt8(ascii: ">"))
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        let quote = bytes[cursor]
        if bytes[cursor + 1] == quote, bytes[cursor + 2] == quote {
          try skipLongString(quote)
        } else {
          skipQuoted(until: quote)
        }
      default: cursor += 1
      }
    }
  }

  /// Moves behind the rest of an IRI with spaces in it, if it ends on its line.
  mutating func skipIRI() throws(ReadStop) {
    var length = 0
    while true {
      try require(length + 1)
      guard cursor + length < input.end, input.bytes[cursor + length] != 0x0a else { return }
      length += 1
      if input.bytes[cursor + length - 1] == UInt8(ascii: ">") {
        cursor += length
        return
      }
    }
  }

  /// Moves behind a token in quotes or angles if it ends on its line, else over its first byte.
  private mutating func skipQuoted(until close: UInt8) {
    let bytes = input.bytes
    var place = cursor + 1
    while place < input.end, bytes[place] != close, bytes[place] != 0x0a {
      if close == UInt8(ascii: ">"), bytes[place] == 0x20 { break }
      place += bytes[place] == UInt8(ascii: "\\") ? 2 : 1
    }
    cursor = place < input.end && bytes[place] == close ? place + 1 : cursor + 1
  }

  /// Moves behind a string in three quotation marks, or to the end of the file.
  private mutating func skipLongString(_ quote: UInt8) throws(ReadStop) {
    cursor += 3
    while true {
      input.forgetInvalid(before: cursor)
      try require(4)
      guard cursor < input.end else { return }
      let bytes = input.bytes
      if bytes[cursor] == quote, bytes[cursor + 1] == quote, bytes[cursor + 2] == quote {
        cursor += 3
        return
      }
      cursor = min(cursor + (bytes[cursor] == UInt8(ascii: "\\") ? 2 : 1), input.end)
    }
  }
}
