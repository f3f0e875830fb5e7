internal import GraphModel

/// A part of the quads of a scan, from one quad to before another; `nil` is the scan's own end.
struct ScanPiece {
  var from: EncodedQuad?
  var to: EncodedQuad?
}

/// How a scan is cut, and what makes the operators for each piece.
struct PieceMaker {
  /// Finds the first quad of each piece but the first.
  let cuts: () throws -> [EncodedQuad]
  /// Makes the operator for one piece, and what it runs in.
  let make: (ScanPiece) throws -> (Operator, Execution)

  /// The pieces, in order.
  func pieces() throws -> [ScanPiece] {
    let cuts = try cuts()
    return (0...cuts.count).map { place in
      ScanPiece(
        from: place > 0 ? cuts[place - 1] : nil, to: place < cuts.count ? cuts[place] : nil)
    }
  }
}

/// The rows of operators that take them from the pieces of a scan, on several threads.
///
/// Each piece has operators of its own. Their rows are given in the order of the pieces, which does
/// not depend on the number of threads; what a thread is ahead of that is bounded.
final class PiecesOperator: Operator {
  /// Operators over one piece; used by one thread at a time.
  private final class Run: @unchecked Sendable {
    private let execution: Execution
    private var root: Operator?
    private var ready: [Batch] = []
    private(set) var rows = 0
    private var failure: (any Error)?

    init(_ root: Operator, _ execution: Execution) {
      self.root = root
      self.execution = execution
    }

    deinit { execution.release(ready.reduce(0) { $0 + $1.bytes }) }

    /// Whether nothing more will be ready.
    var isDone: Bool { root == nil }

    /// Makes rows until about so many are ready, or there are no more.
    func advance(to quota: Int) {
      do {
        while rows < quota, let root {
          guard let batch = try root.next() else {
            self.root = nil
            return
          }
          try execution.hold(batch.bytes)
          ready.append(batch)
          rows += batch.count
        }
      } catch {
        failure = error
        root = nil
      }
    }

    /// The batches that are ready; throws after the last of a piece that failed.
    func take() throws -> [Batch] {
      if ready.isEmpty, let failure { throw failure }
      execution.release(ready.reduce(0) { $0 + $1.bytes })
      rows = 0
      defer { ready = [] }
      return ready
    }
  }

  private let execution: Execution
  private let maker: PieceMaker
  private var pieces: [ScanPiece]?
  private var nextPiece = 0
  private var runs: [Run] = []
  /// Batches to be given, the last one first.
  private var ready: [Batch] = []
  /// How many rows of a piece may be ready; little at first, for those who want few.
  private var quota = 4096

  init(slots: [Int], _ maker: PieceMaker, _ execution: Execution) {
    self.execution = execution
    self.maker = maker
    super.init(slots: slots)
  }

  override func make() throws -> Batch? {
    while true {
      if let batch = ready.popLast() { return batch }
      guard try advance() else { return nil }
    }
  }

  /// Makes rows ready, and tells whether there may be any.
  private func advance() throws -> Bool {
    let pieces = try self.pieces ?? maker.pieces()
    self.pieces = pieces
    let threads = execution.threads
    let wanted = quota
    while runs.count < (threads == 1 ? 1 : 2 * threads), nextPiece < pieces.count {
      let (root, own) = try maker.make(pieces[nextPiece])
      runs.append(Run(root, own))
      nextPiece += 1
    }
    let open = runs.filter { !$0.isDone && $0.rows < wanted }
    Threads.forEach(open.count, threads: threads) { open[$0].advance(to: wanted) }
    quota = min(wanted * 4, 1 << 18)
    while let first = runs.first {
      ready += try first.take()
      guard first.isDone else { break }
      // What is left of a piece that is done is its failure.
      _ = try first.take()
      runs.removeFirst()
    }
    ready.reverse()
    return !ready.isEmpty || !runs.isEmpty || nextPiece < pieces.count
  }
}
