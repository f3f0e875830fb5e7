import CLMDB
import GraphModel

/// A cursor over the quads of one order that have given first places.
final class QuadTableCursor: QuadCursor {
  private let table: QuadTable
  let order: QuadOrder
  private let bound: Int
  private let prefix: OrderedQuad
  /// What must live as long as the cursor: the snapshot, whose transaction it reads.
  private let owner: AnyObject
  private let blocks: BlockCursor
  private var block: QuadBlock
  /// Whether the block's current quad was not given yet.
  private var isPending = false
  private var isAtEnd = false
  /// Whether `blocks` stands on the block after the one that is read.
  private var isAhead = false
  private let columns: UnsafeMutablePointer<UInt64>

  /// How many quads are decoded before they are copied to a batch.
  private static let runLength = 256

  /// Opens a cursor before the first quad that has the first places, as many as `bound`, of `key`.
  init(
    _ table: QuadTable, _ order: QuadOrder, key: OrderedQuad, bound: Int, owner: AnyObject
  ) throws(StoreError) {
    self.table = table
    self.order = order
    self.bound = min(max(bound, 0), 4)
    prefix = key.start(self.bound)
    self.owner = owner
    blocks = try BlockCursor(table)
    block = QuadBlock()
    columns = .allocate(capacity: 4 * Self.runLength)
    try find(prefix)
  }

  deinit { columns.deallocate() }

  /// Appends the next quads to a run, at most `limit`, and tells how many; 0 is the end.
  func next(into batch: inout QuadBatch, limit: Int) throws -> Int {
    var given = 0
    while given < limit {
      let count = try decode(min(limit - given, Self.runLength))
      guard count > 0 else { break }
      append(count, to: &batch)
      given += count
    }
    return given
  }

  /// Moves forward to the first quad that is not before `key` in the cursor's order.
  func seek(to key: EncodedQuad) throws {
    guard !isAtEnd else { return }
    let target = order.ordered(key)
    if isPending, !(block.quad < target) { return }
    if target < prefix || target.agrees(with: prefix, upTo: bound) || bound == 0 {
      if target < prefix { return }
      try find(target, isForward: true)
    } else {
      isAtEnd = true
    }
  }

  /// Stands before the first quad that is not before `target`.
  private func find(_ target: OrderedQuad, isForward: Bool = false) throws(StoreError) {
    let bytes = QuadKey.of(target)
    if isForward {
      // Often the target is close: in this block, or the next.
      if try !isBeyondBlock(bytes) {
        if try scan(to: target) { return }
        try advance()
        if !isAtEnd { _ = try scan(to: target) }
        return
      }
    }
    isAhead = false
    isPending = false
    guard try blocks.seek(bytes) else {
      isAtEnd = true
      return
    }
    block = try table.block(blocks.value)
    while try !scan(to: target) {
      try advance()
      if isAtEnd { return }
    }
  }

  /// Whether the block after this one starts at or before a target.
  private func isBeyondBlock(_ bytes: [UInt8]) throws(StoreError) -> Bool {
    if !isAhead {
      guard try blocks.next() else { return false }
      isAhead = true
    }
    let key = blocks.key
    return bytes.withUnsafeBytes { !ByteOrder.isLess($0, key) }
  }

  /// Reads on in the block to the first quad not before a target, and tells whether there is one.
  private func scan(to target: OrderedQuad) throws(StoreError) -> Bool {
    if isPending, !(block.quad < target) { return true }
    isPending = false
    // A copy, so that each quad does not cost an access to the object.
    var block = self.block
    defer { self.block = block }
    do throws(EncodingFault) {
      while try block.next() {
        if block.quad < target { continue }
        isPending = true
        if !block.quad.agrees(with: prefix, upTo: bound) { isAtEnd = true }
        return true
      }
    } catch { throw table.damaged("\(error)") }
    return false
  }

  /// Takes the next block.
  private func advance() throws(StoreError) {
    if isAhead {
      isAhead = false
    } else if try !blocks.next() {
      isAtEnd = true
      return
    }
    block = try table.block(blocks.value)
  }

  /// How many quads of the block were not given yet, the current one among them, at the end none.
  func pendingCount() throws(StoreError) -> Int {
    while !isPending, !isAtEnd {
      if block.rest == 0 { try advance() }
      if !isAtEnd { _ = try scan(to: prefix) }
    }
    return isAtEnd ? 0 : 1 + block.rest
  }

  /// The current quad, if it and all that follow it in the block begin with the same places, as many
  /// as `places`, and so does the next block, to which the cursor moves then.
  func skipBlock(_ places: Int) throws(StoreError) -> OrderedQuad? {
    guard isPending, places >= bound else { return nil }
    if !isAhead {
      guard try blocks.next() else { return nil }
      isAhead = true
    }
    var following = try table.block(blocks.value)
    do throws(EncodingFault) {
      guard try following.next() else { return nil }
    } catch { throw table.damaged("\(error)") }
    let first = block.quad
    guard following.quad.agrees(with: first, upTo: places) else { return nil }
    block = following
    isAhead = false
    return first
  }

  /// Decodes quads into the columns, and tells how many.
  private func decode(_ limit: Int) throws(StoreError) -> Int {
    guard !isAtEnd else { return 0 }
    let a = columns
    let b = columns + Self.runLength
    let c = columns + 2 * Self.runLength
    let d = columns + 3 * Self.runLength
    var count = 0
    var block = self.block
    let prefix = self.prefix
    let bound = self.bound
    if isPending {
      a[0] = block.quad.a
      b[0] = block.quad.b
      c[0] = block.quad.c
      d[0] = block.quad.d
      count = 1
      isPending = false
    }
    do throws(EncodingFault) {
      while count < limit {
        guard try block.next() else {
          try advanceOrFault()
          if isAtEnd { break }
          block = self.block
          continue
        }
        let quad = block.quad
        if bound > 0, !quad.agrees(with: prefix, upTo: bound) {
          isAtEnd = true
          break
        }
        a[count] = quad.a
        b[count] = quad.b
        c[count] = quad.c
        d[count] = quad.d
        count += 1
      }
    } catch {
      if let pendingError { throw pendingError }
      throw table.damaged("\(error)")
    }
    self.block = block
    return count
  }

  private var pendingError: StoreError?

  private func advanceOrFault() throws(EncodingFault) {
    do throws(StoreError) {
      try advance()
    } catch {
      pendingError = error
      throw .short
    }
  }

  private func append(_ count: Int, to batch: inout QuadBatch) {
    let (s, p, o, g) = order.places
    batch.subjects.append(contentsOf: run(s, count))
    batch.predicates.append(contentsOf: run(p, count))
    batch.objects.append(contentsOf: run(o, count))
    batch.graphs.append(contentsOf: run(g, count))
  }

  @inline(__always)
  private func run(_ column: Int, _ count: Int) -> UnsafeBufferPointer<UInt64> {
    UnsafeBufferPointer(start: columns + column * Self.runLength, count: count)
  }
}
