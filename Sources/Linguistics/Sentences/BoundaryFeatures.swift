/// What stands around the gaps between the tokens of a block, as numbers that a ``BoundaryScorer``
/// has weights for.
///
/// A feature is the hash of its kind and of the words, shapes and lengths that it joins;
/// `Training/boundaries.py` makes the same ones.
struct BoundaryFeatures {
  /// The hashes of a token: as written, in small letters with 0 for digits, and of its shape.
  private struct Facts {
    var form: UInt64
    var word: UInt64
    var shape: UInt64

    static let start = Facts(all: Hash.fnv("<".utf8))
    static let end = Facts(all: Hash.fnv(">".utf8))

    init(all hash: UInt64) { (form, word, shape) = (hash, hash, hash) }

    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
      form = Hash.fnv(bytes)
      word =
        bytes.count > BoundaryFeatures.longestWord
        ? Hash.fnv("<long>".utf8) : Hash.fnv(bytes.lazy.map(BoundaryFeatures.plain))
      shape = Hash.fnv(BoundaryFeatures.shape(bytes))
    }
  }

  private let facts: [Facts]
  private let spaced: [Bool]

  /// The most bytes of a word that counts as itself.
  private static let longestWord = 14

  /// - Complexity: O(*n*) in the bytes of the tokens.
  init(_ tokens: [Range<Int>], in text: TextCursor) {
    facts = tokens.map { Facts(text.bytes[$0]) }
    spaced = tokens.indices.map { index in
      index == 0 || tokens[index - 1].upperBound < tokens[index].lowerBound
    }
  }

  /// The features of the gap before a token, in a sentence that begins at `start`.
  func gap(before index: Int, start: Int) -> [UInt64] {
    func before(_ distance: Int) -> Facts {
      index - distance >= start ? facts[index - distance] : .start
    }
    func after(_ distance: Int) -> Facts {
      index + distance < facts.count ? facts[index + distance] : .end
    }
    let (p1, p2, p3) = (before(1), before(2), before(3))
    let (n1, n2, n3) = (after(0), after(1), after(2))
    let space: UInt64 = spaced[index] ? 1 : 0
    let size = Self.bucket(index - start)
    let rest = Self.bucket(facts.count - index)
    let first = facts[start]
    return [
      Hash(1).and(space).value, Hash(2).and(p1.word).and(space).value,
      Hash(3).and(n1.word).and(space).value,
      Hash(4).and(p1.word).and(n1.word).and(space).value,
      Hash(5).and(p1.shape).and(n1.shape).and(space).value,
      Hash(6).and(p2.word).and(p1.word).value, Hash(7).and(n1.word).and(n2.word).value,
      Hash(8).and(p2.shape).and(p1.shape).and(n1.shape).and(n2.shape).and(space).value,
      Hash(9).and(p1.word).and(n1.shape).and(space).value,
      Hash(10).and(p1.shape).and(n1.word).and(space).value,
      Hash(11).and(n1.shape).and(n2.shape).and(n3.shape).value,
      Hash(12).and(p3.shape).and(p2.shape).and(p1.shape).value,
      Hash(13).and(size).and(p1.shape).and(n1.shape).value,
      Hash(14).and(first.shape).and(n1.shape).and(size).value,
      Hash(15).and(first.word).and(n1.shape).and(size).value, Hash(16).and(p1.form).value,
      Hash(17).and(n1.form).value,
      Hash(18).and(n1.shape).and(n2.word).value,
      Hash(19).and(p2.word).and(p1.shape).and(n1.shape).value,
      Hash(20).and(p3.shape).and(p2.shape).and(p1.shape).and(n1.shape).and(n2.shape).and(n3.shape)
        .value,
      Hash(21).and(rest).and(n1.shape).value, Hash(22).and(size).and(p1.shape).and(n1.word).value,
    ]
  }

  /// A length, exact up to four and then in fives.
  private static func bucket(_ count: Int) -> UInt64 {
    UInt64(count < 5 ? count : 5 + min(4, (count - 5) / 5))
  }

  private static func plain(_ byte: UInt8) -> UInt8 {
    TextCursor.ascii(byte) == .digit ? 0x30 : TextCursor.lower(byte)
  }

  /// The kinds of a word's first bytes, with runs cut to two: `Xx`, `00/00`; one sign for an
  /// address.
  private static func shape(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    if bytes.count > 3, bytes.contains(0x40) { return [0x40] }
    if bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8) { return [0x75] }
    var kinds: [UInt8] = []
    for byte in bytes.prefix(8) {
      let kind: UInt8 =
        switch byte {
        case 0x41...0x5a: 0x58
        case 0x61...0x7a, 0x80...: 0x78
        case 0x30...0x39: 0x30
        default: byte
        }
      if kinds.count < 2 || kinds.suffix(2) != [kind, kind] { kinds.append(kind) }
    }
    return kinds
  }

  private struct Hash {
    private static let prime: UInt64 = 0x100_0000_01b3

    /// FNV-1a.
    static func fnv(_ bytes: some Sequence<UInt8>) -> UInt64 {
      bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* prime }
    }

    private(set) var value: UInt64

    /// A feature of a kind.
    init(_ kind: UInt64) { value = Self.mix(0, kind) }

    /// The feature joined with a further part.
    func and(_ part: UInt64) -> Hash {
      var hash = self
      hash.value = Self.mix(value, part)
      return hash
    }

    private static func mix(_ hash: UInt64, _ part: UInt64) -> UInt64 {
      let mixed = (hash ^ part) &* prime
      return mixed ^ mixed >> 29
    }
  }
}
