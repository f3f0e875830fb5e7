import GraphModel

/// The terms by number and the numbers by term: the front-coded bulk, and those added since.
struct QuadDictionary {
  let reader: TableReader
  /// The layout that the dictionary belongs to.
  var layout: QuadLayout
  private let segments: [TermSegment]

  /// Opens the dictionary of a layout.
  ///
  /// - Complexity: O(*n*) in the number of segments of 4,096 terms.
  init(_ reader: TableReader, _ layout: QuadLayout) throws(StoreError) {
    self.reader = reader
    self.layout = layout
    let table = Table.dictionary(layout.generation)
    var segments: [TermSegment] = []
    let cursor = try BlockCursor(QuadTable(reader, table))
    var more = try cursor.first()
    while more {
      var key = ByteReader(cursor.key)
      guard let first = try? key.bigEndian() else { throw reader.damaged(table, "key") }
      segments.append(TermSegment(first: UInt64(first), cursor.value))
      more = try cursor.next()
    }
    self.segments = segments
  }

  /// The bytes of a term, its kind first, or `false` if no term has the number.
  func read(_ id: TermID, into bytes: inout [UInt8]) throws(StoreError) -> Bool {
    let number = id.payload
    if number < layout.dictionaryTerms {
      guard let segment = segment(holding: number) else { throw damaged("a gap") }
      do throws(EncodingFault) {
        try segment.read(Int(number - segment.first), into: &bytes)
      } catch { throw damaged("\(error)") }
    } else {
      guard let found = try reader.value(.newTerms, Self.key(number)) else { return false }
      bytes.removeAll(keepingCapacity: true)
      bytes.append(contentsOf: found)
    }
    return bytes.first == id.kindBits
  }

  /// The segment that has a term's number if any has it.
  func segment(holding number: UInt64) -> TermSegment? {
    var low = 0
    var high = segments.count
    while low < high {
      let middle = low + (high - low) / 2
      if segments[middle].first <= number { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? segments[low - 1] : nil
  }

  /// The number of a term given as its kind and bytes, or `nil` if the store has not met it.
  func id(of term: [UInt8]) throws(StoreError) -> TermID? {
    guard let kind = term.first.flatMap({ TermID.Kind(rawValue: $0) }) else { return nil }
    do throws(EncodingFault) {
      if let number = try dictionaryNumber(term) { return TermID(kind, number) }
    } catch { throw damaged("\(error)") }
    guard layout.nextTerm > layout.dictionaryTerms,
      let numbers = try reader.value(.newTermIDs, Self.key(term))
    else { return nil }
    // Long terms share an entry if their hashes agree.
    let candidates = try reader.decode(.newTermIDs, numbers) { reader throws(EncodingFault) in
      var numbers: [UInt64] = []
      while !reader.isAtEnd { numbers.append(try reader.varint()) }
      return numbers
    }
    if candidates.count == 1, term.count <= Self.longestKey {
      return TermID(kind, candidates[0])
    }
    for number in candidates {
      if let found = try reader.value(.newTerms, Self.key(number)), found.elementsEqual(term) {
        return TermID(kind, number)
      }
    }
    return nil
  }

  private func dictionaryNumber(_ term: [UInt8]) throws(EncodingFault) -> UInt64? {
    try term.withUnsafeBufferPointer { term throws(EncodingFault) -> UInt64? in
      let term = UnsafeRawBufferPointer(term)
      var low = 0
      var high = segments.count
      while low < high {
        let middle = low + (high - low) / 2
        if ByteOrder.isLess(term, try segments[middle].firstTerm(ofBlock: 0)) {
          high = middle
        } else {
          low = middle + 1
        }
      }
      guard low > 0, let place = try segments[low - 1].place(of: term) else { return nil }
      return segments[low - 1].first + UInt64(place)
    }
  }

  /// Calls the closure with each segment.
  func forEachSegment(_ body: (TermSegment) throws(StoreError) -> Void) throws(StoreError) {
    for segment in segments { try body(segment) }
  }

  /// The error for a dictionary that cannot be read.
  func damaged(_ fault: String) -> StoreError {
    reader.damaged(Table.dictionary(layout.generation), fault)
  }
}

extension QuadDictionary {
  /// The longest term that is its own key in ``Table/newTermIDs``.
  static let longestKey = 480

  /// The key of a new term's number.
  static func key(_ number: UInt64) -> [UInt8] {
    (0..<5).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * (4 - $0))) }
  }

  /// The key of a new term: itself, or its beginning and a hash.
  static func key(_ term: [UInt8]) -> [UInt8] {
    guard term.count > longestKey else { return term }
    var hash = term.withUnsafeBytes { Checksum.hash($0) }
    var key = [0xff] + term.prefix(longestKey)
    for _ in 0..<8 {
      key.append(UInt8(truncatingIfNeeded: hash))
      hash >>= 8
    }
    return key
  }
}
