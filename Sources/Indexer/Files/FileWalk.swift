import Glibc

/// The files that some paths lead to, in the order of the bytes of their names.
///
/// Folders are walked to the bottom. Hidden entries and stores are passed over, unless a path names
/// them itself. A symbolic link is followed; a folder that was entered already, by whatever way, is
/// not entered again, so loops end. Pipes, sockets and devices count only where a path names them.
struct FileWalk {
  /// A file to read.
  struct File: Hashable, Sendable {
    /// The normalised absolute path; `nil` for the standard input.
    let path: String?
    /// The name by which the store knows it.
    let name: String
    /// What the file system says of it; `nil` if that cannot tell whether it changed.
    let stamp: FileStamp?
  }

  /// The name of the standard input.
  static let standardInput = "stdin"

  /// The files, each name once.
  private(set) var files: [File] = []
  /// The paths that lead to no file, and why.
  private(set) var failures: [BuildFailure] = []
  /// The roots that exist, as normalised absolute paths, sorted.
  private(set) var roots: [String] = []

  private let home: String
  private var entered: Set<Identity> = []

  private struct Identity: Hashable {
    let device: UInt
    let inode: UInt
  }

  /// Walks files and folders; `-` is the standard input.
  ///
  /// - Parameters:
  ///   - paths: The paths as a user gives them, relative to the working folder.
  ///   - home: The folder that names are relative to, where they are inside it.
  ///   - workingFolder: The folder that the paths are relative to.
  init(_ paths: [String], home: String, workingFolder: String) {
    self.home = home
    var wanted: Set<String> = []
    for path in paths {
      if path == "-" {
        files.append(File(path: nil, name: Self.standardInput, stamp: nil))
        continue
      }
      let root = PathName.absolute(path, in: workingFolder)
      guard wanted.insert(root).inserted else { continue }
      var status = stat()
      guard stat(root, &status) == 0 else {
        fail(root, errno)
        continue
      }
      roots.append(root)
      if Self.kind(status) == S_IFDIR {
        enter(root, status)
      } else {
        add(root, status)
      }
    }
    roots.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    sortAndUnify()
  }

  private mutating func enter(_ root: String, _ status: stat) {
    var pending = [(root, status)]
    while let (folder, status) = pending.popLast() {
      guard entered.insert(Self.identity(status)).inserted else { continue }
      guard let names = list(folder) else { continue }
      var folders: [(String, stat)] = []
      for name in names {
        let path = folder == "/" ? "/" + name : folder + "/" + name
        var status = stat()
        guard stat(path, &status) == 0 else {
          fail(path, errno)
          continue
        }
        switch Self.kind(status) {
        case S_IFDIR: folders.append((path, status))
        case S_IFREG: add(path, status)
        default: continue
        }
      }
      pending += folders.reversed()
    }
  }

  /// The names in a folder, sorted by bytes; `nil` if it cannot be read.
  private mutating func list(_ folder: String) -> [String]? {
    guard let handle = opendir(folder) else {
      fail(folder, errno)
      return nil
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: capacity) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ path: String, _ status: stat) {
    let isRegular = Self.kind(status) == S_IFREG
    files.append(
      File(
        path: path, name: PathName.name(of: path, relativeTo: home),
        stamp: isRegular ? FileStamp(status) : nil))
  }

  private mutating func fail(_ path: String, _ code: Int32) {
    failures.append(
      BuildFailure(
        name: PathName.name(of: path, relativeTo: home), reason: FailureReason(errno: code)))
  }

  private mutating func sortAndUnify() {
    files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var last: String?
    files = files.filter { file in
      defer { last = file.name }
      return file.name != last
    }
  }

  private static func kind(_ status: stat) -> mode_t { status.st_mode & S_IFMT }

  private static func identity(_ status: stat) -> Identity {
    Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
  }
}
