import Glibc
import Synchronization

/// All open environments of this process, each file once.
enum EnvironmentPool {
  /// Which file it is, whatever its path.
  private struct FileIdentity: Hashable {
    let device: UInt64
    let node: UInt64

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      device = UInt64(status.st_dev)
      node = UInt64(status.st_ino)
    }
  }

  private struct Entry {
    let environment: Environment
    var holders: Int
  }

  private static let open = Mutex<[FileIdentity: Entry]>([:])

  /// The environment of a folder's store: the open one, or a new one.
  static func acquire(
    folder: String, creates: Bool, mapSize: Int
  ) throws(StoreError) -> EnvironmentLease {
    try open.withLock { entries throws(StoreError) -> EnvironmentLease in
      if let identity = FileIdentity(StoreFolder.data(folder)), let entry = entries[identity] {
        entries[identity]?.holders += 1
        return EnvironmentLease(entry.environment)
      }
      let environment = try make(folder: folder, creates: creates, mapSize: mapSize)
      guard let identity = FileIdentity(StoreFolder.data(folder)) else {
        environment.close()
        throw StoreError.notFound(path: folder)
      }
      entries[identity] = Entry(environment: environment, holders: 1)
      return EnvironmentLease(environment)
    }
  }

  /// Closes an environment when its last holder lets it go.
  static func release(_ environment: Environment) {
    open.withLock { entries in
      guard let (identity, entry) = entries.first(where: { $1.environment === environment }) else {
        return
      }
      if entry.holders > 1 {
        entries[identity]?.holders -= 1
      } else {
        entries[identity] = nil
        environment.close()
      }
    }
  }

  /// Opens for writing where that is possible, for the environment is shared.
  ///
  /// Falls back to reading, and to reading without locks on a medium where the lock file
  /// cannot be made.
  private static func make(
    folder: String, creates: Bool, mapSize: Int
  ) throws(StoreError) -> Environment {
    do throws(StoreError) {
      return try Environment(folder: folder, isWritable: true, isLocking: true, mapSize: mapSize)
    } catch {
      guard !creates, isRefusal(error) else { throw error }
    }
    do throws(StoreError) {
      return try Environment(folder: folder, isWritable: false, isLocking: true, mapSize: mapSize)
    } catch {
      guard isRefusal(error) else { throw error }
    }
    return try Environment(folder: folder, isWritable: false, isLocking: false, mapSize: mapSize)
  }

  private static func isRefusal(_ error: StoreError) -> Bool {
    switch error {
    case .readOnly: true
    case .system(_, let code, _): code == EACCES || code == EPERM
    default: false
    }
  }
}

/// A share in an environment, given back when the last reference goes.
final class EnvironmentLease: Sendable {
  /// The environment; open as long as the lease lives.
  let environment: Environment

  fileprivate init(_ environment: Environment) { self.environment = environment }

  deinit { EnvironmentPool.release(environment) }
}
