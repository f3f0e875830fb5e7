import CAllocator

/// Gives the system back what was freed.
///
/// The allocator keeps freed memory for later, each thread's by itself; between the stages of a long document, and
/// between reading and linking, most of it is needed by nobody.
enum FreedMemory {
  /// Texts from this many bytes on are worth it.
  static let leastText = 1 << 19

  /// Gives it back; takes some milliseconds for hundreds of megabytes.
  static func giveBack() { callocator_give_back() }

  /// Gives it back after a stage of a document whose text has so many bytes, if that is many.
  static func giveBack(afterText bytes: Int) {
    if bytes >= leastText { giveBack() }
  }
}
