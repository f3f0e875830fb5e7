import GraphModel

/// Writes terms in Turtle, as short as the prefixes allow.
final class TurtleTerms {
  /// A prefix in force.
  private struct Prefix {
    var name: [UInt8]
    var namespace: [UInt8]
    var number: Int32
  }

  private(set) var repairedIRIs = 0
  /// Whether a declaration was the last thing written.
  var justDeclared = false
  private let out: TermOutput
  private let known = KnownTerms()
  private let table = ByteClass.table
  private var prefixes: [Prefix] = []
  /// By the number of a declaration, the place in `prefixes` or -1.
  private var places: [Int] = []
  /// The length in bytes of the longest namespace, and whether there is any.
  private var longest = 0

  init(_ out: TermOutput) { self.out = out }

  /// Writes the declaration of a prefix and uses it from now on.
  func declare(_ prefix: PrefixBytes) {
    let entry = Prefix(
      name: Array(prefix.name), namespace: Array(prefix.namespace), number: prefix.number)
    let place: Int
    if let old = prefixes.firstIndex(where: { $0.name == entry.name }) {
      if let number = Int(exactly: prefixes[old].number), places.indices.contains(number) {
        places[number] = -1
      }
      prefixes[old] = entry
      place = old
    } else {
      prefixes.append(entry)
      place = prefixes.count - 1
    }
    if prefix.number >= 0 {
      while places.count <= Int(prefix.number) { places.append(-1) }
      places[Int(prefix.number)] = place
    }
    longest = prefixes.reduce(0) { max($0, $1.namespace.count) }
    out.raw("@prefix ")
    out.raw(prefix.name)
    out.raw(": ")
    out.iri(TermBytes(.iri, body: prefix.namespace))
    out.raw(" .\n")
    justDeclared = true
  }

  /// Writes a predicate: `a` where it is that.
  @inline(__always)
  func predicate(_ term: TermBytes) {
    if term.iriCount == known.type.body.count, TermBytes.isSame(term, known.type) {
      out.byte(UInt8(ascii: "a"))
    } else {
      iri(term)
    }
  }

  /// Writes any term.
  @inline(__always)
  func term(_ term: TermBytes) {
    switch term.kind {
    case .iri: iri(term)
    case .blank: out.blank(term)
    case .literal:
      if let datatype = term.parts { typed(term, datatype.pointee) } else { out.quoted(term) }
    case .text, .directional:
      out.quoted(term)
      out.byte(UInt8(ascii: "@"))
      out.raw(term.head)
      if term.kind == .directional {
        out.raw(term.direction == .rightToLeft ? "--rtl" : "--ltr")
      }
    case .triple: triple(term)
    }
  }

  private func triple(_ term: TermBytes) {
    guard let parts = term.parts else { return }
    out.raw("<<( ")
    self.term(parts[0])
    out.byte(0x20)
    predicate(parts[1])
    out.byte(0x20)
    self.term(parts[2])
    out.raw(" )>>")
  }

  private func typed(_ term: TermBytes, _ datatype: TermBytes) {
    if isShort(term.body, datatype) { return out.raw(term.body) }
    out.quoted(term)
    out.raw("^^")
    iri(datatype)
  }

  @inline(__always)
  private func iri(_ term: TermBytes) {
    if term.prefix >= 0, Int(term.prefix) < places.count, term.isPlain {
      let place = places[Int(term.prefix)]
      if place >= 0 { return prefixed(place, term.body) }
    }
    if longest > 0, shortened(term) { return }
    if !out.iri(term) { repairedIRIs += 1 }
  }

  @inline(__always)
  private func prefixed(_ place: Int, _ local: UnsafeBufferPointer<UInt8>) {
    prefixes[place].name.withUnsafeBufferPointer { out.raw($0) }
    out.byte(UInt8(ascii: ":"))
    out.raw(local)
  }

  /// Writes an IRI with the longest namespace that fits, if what is left is a local name.
  private func shortened(_ term: TermBytes) -> Bool {
    guard term.head.isEmpty, let base = term.body.baseAddress else { return false }
    let body = term.body
    // What goes on a name at the end; the namespace ends at or behind that.
    var start = body.count
    while start > 0, table[Int(body[start - 1])] & ByteClass.name != 0 { start -= 1 }
    if start > 0, body[start - 1] >= 0x80 { return false }
    var best = -1
    for (place, prefix) in prefixes.enumerated() {
      let length = prefix.namespace.count
      guard length >= start, length <= body.count, length > 0,
        best < 0 || length > prefixes[best].namespace.count
      else { continue }
      let isPrefix = prefix.namespace.withUnsafeBufferPointer { namespace in
        var index = length
        while index > 0 {
          index -= 1
          if namespace[index] != body[index] { return false }
        }
        return true
      }
      if isPrefix { best = place }
    }
    guard best >= 0 else { return false }
    let length = prefixes[best].namespace.count
    if length < body.count, body[length] == UInt8(ascii: "-") { return false }
    prefixed(best, UnsafeBufferPointer(start: base + length, count: body.count - length))
    return true
  }

  /// Whether Turtle reads the bare lexical form as a literal of this datatype.
  private func isShort(_ body: UnsafeBufferPointer<UInt8>, _ datatype: TermBytes) -> Bool {
    let count = datatype.iriCount
    guard count == known.integer.body.count || count == known.double.body.count, !body.isEmpty
    else { return false }
    if TermBytes.isSame(datatype, known.boolean) {
      return body.elementsEqual("true".utf8) || body.elementsEqual("false".utf8)
    }
    var place = body[0] == UInt8(ascii: "+") || body[0] == UInt8(ascii: "-") ? 1 : 0
    let whole = digits(body, &place)
    if TermBytes.isSame(datatype, known.integer) { return whole > 0 && place == body.count }
    var fraction = 0
    let hasDot = place < body.count && body[place] == UInt8(ascii: ".")
    if hasDot {
      place += 1
      fraction = digits(body, &place)
    }
    if TermBytes.isSame(datatype, known.decimal) {
      return hasDot && fraction > 0 && place == body.count
    }
    guard TermBytes.isSame(datatype, known.double), whole + fraction > 0, place < body.count,
      body[place] | 0x20 == UInt8(ascii: "e")
    else { return false }
    place += 1
    if place < body.count, body[place] == UInt8(ascii: "+") || body[place] == UInt8(ascii: "-") {
      place += 1
    }
    return digits(body, &place) > 0 && place == body.count
  }

  private func digits(_ body: UnsafeBufferPointer<UInt8>, _ place: inout Int) -> Int {
    let start = place
    while place < body.count, body[place].isDigit { place += 1 }
    return place - start
  }
}
