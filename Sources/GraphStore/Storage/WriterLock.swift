import Glibc

/// The right to write: one process, and one thread of it, has it at a time.
///
/// An advisory `flock` on a file of its own. The kernel releases it when the process dies, so no
/// dead writer keeps a store locked. LMDB's own lock would make a second writer wait for ever.
struct WriterLock {
  private let file: Int32

  /// Takes the lock, or throws ``StoreError/lockedByWriter(path:)`` at once if another has it.
  init(folder: String) throws(StoreError) {
    file = open(StoreFolder.writerLock(folder), O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      let code = errno
      if code == EROFS || code == EACCES { throw .readOnly(path: folder) }
      throw StoreError.lmdb(code, "open", folder)
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(file)
      if code == EWOULDBLOCK { throw .lockedByWriter(path: folder) }
      throw .system(call: "flock", code: code, path: folder)
    }
  }

  /// Gives the lock back.
  ///
  /// Unlocking comes before closing: a child process that another thread is just starting shares
  /// the descriptor until it runs its program, and would keep the lock for that long.
  func release() {
    flock(file, LOCK_UN)
    close(file)
  }
}
