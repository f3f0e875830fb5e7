import Glibc

/// The files that some paths lead to, in the order of the bytes of their names.
///
/// Folders are walked to the bottom, past hidden entries, stores, and what `.gitignore` and
/// `.quipuignore` files leave out, unless a path names them itself. A symbolic link is followed; a
/// folder that was entered already is not entered again by another way, so loops end, and real
/// folders come before links to them. Pipes, sockets and devices are failures.
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

  /// What a walk passes over.
  struct Selection: Hashable, Sendable {
    /// Patterns of which a file must match one, as `.gitignore` writes them; none lets all pass.
    var included: [String] = []
    /// Patterns of files and folders that are passed over.
    var excluded: [String] = []
    /// Whether `.gitignore` and `.quipuignore` files count.
    var usesIgnoreFiles = true

    /// Whether a walk passes over files that another walk of the same paths would find.
    var isNarrow: Bool { !included.isEmpty || !excluded.isEmpty }
  }

  /// The name of the standard input.
  static let standardInput = "stdin"

  /// The files, each name once.
  private(set) var files: [File] = []
  /// The paths that lead to no file, and why.
  private(set) var failures: [BuildFailure] = []
  /// The roots that exist, as normalised absolute paths, sorted.
  private(set) var roots: [String] = []
  /// The absolute paths of files and folders that the selection leaves out or that could not be
  /// looked into: of what lies there the walk knows nothing.
  private(set) var unknown: Set<ByteName> = []
  /// The numbers of files and folders that ignore files left out.
  private(set) var ignored = 0

  private let home: String
  private let selection: Selection
  private var entered: Set<Identity> = []
  private var links: [Folder] = []

  private struct Identity: Hashable {
    let device: UInt
    let inode: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
    }
  }

  /// A folder to walk.
  private struct Folder {
    let path: String
    let identity: Identity
    /// The folders that it is in, and itself.
    let ancestors: [Identity]
    let rules: IgnoreStack
    let filter: Filter
  }

  /// The selection's patterns, as rules of a root.
  private struct Filter {
    let included: IgnoreRules?
    let excluded: IgnoreRules?
  }

  /// Walks files and folders; `-` is the standard input.
  ///
  /// - Parameters:
  ///   - paths: The paths as a user gives them, relative to the working folder.
  ///   - home: The folder that names are relative to, where they are inside it.
  ///   - workingFolder: The folder that the paths are relative to.
  ///   - selection: What is passed over.
  ///   - enters: Is called with each folder before its entries are listed.
  init(
    _ paths: [String], home: String, workingFolder: String, selection: Selection = Selection(),
    enters: (String) -> Void = { _ in }
  ) {
    self.home = home
    self.selection = selection
    var wanted: Set<ByteName> = []
    for path in paths {
      if path == "-" {
        files.append(File(path: nil, name: Self.standardInput, stamp: nil))
      } else {
        wanted.insert(ByteName(PathName.given(path, in: workingFolder)))
      }
    }
    var folders: [Folder] = []
    for root in wanted.sorted().map(\.text) {
      guard let status = FileStatus.of(root) else {
        fail(root, FailureReason(errno: errno))
        continue
      }
      roots.append(root)
      guard FileKind(status) == .folder else {
        add(root, status)
        continue
      }
      let identity = Identity(status)
      folders.append(
        Folder(
          path: root, identity: identity, ancestors: [identity],
          rules: IgnoreStack(above: root, home: home), filter: filter(root)))
    }
    walk(folders, enters)
    links.sort { ByteName($0.path) < ByteName($1.path) }
    while !links.isEmpty { walk([links.removeFirst()], enters) }
    sortAndUnify()
  }

  private func filter(_ root: String) -> Filter {
    let folder = PathName.systemName(root)
    func rules(_ patterns: [String]) -> IgnoreRules? {
      patterns.isEmpty ? nil : IgnoreRules(ignoring: patterns, folder: folder)
    }
    return Filter(included: rules(selection.included), excluded: rules(selection.excluded))
  }

  private mutating func walk(_ folders: [Folder], _ enters: (String) -> Void) {
    var pending = Array(folders.reversed())
    while let folder = pending.popLast() {
      guard entered.insert(folder.identity).inserted else { continue }
      enters(folder.path)
      guard let names = list(folder.path) else { continue }
      var rules = folder.rules
      if selection.usesIgnoreFiles { rules.enter(folder.path) }
      let found = names.compactMap { look(at: PathName.join(folder.path, $0), in: folder, rules) }
      pending += found.reversed()
    }
  }

  /// Takes an entry of a folder, or gives it back if it is a folder to walk at once.
  private mutating func look(at path: String, in folder: Folder, _ rules: IgnoreStack) -> Folder? {
    guard let link = FileStatus.ofLink(path) else {
      // It vanished since the folder was listed.
      if errno != ENOENT { fail(path, FailureReason(errno: errno)) }
      return nil
    }
    let isLink = link.st_mode & S_IFMT == S_IFLNK
    let target = isLink ? FileStatus.of(path) : link
    let code = errno
    let isFolder = target.map { FileKind($0) == .folder } ?? false
    let bytes = PathName.systemName(path)
    if selection.usesIgnoreFiles, !rules.isEmpty, rules.ignores(bytes, isFolder: isFolder) {
      ignored += 1
      return nil
    }
    if folder.filter.excluded?.verdict(bytes, isFolder: isFolder) == .ignored {
      unknown.insert(ByteName(path))
      return nil
    }
    guard let status = target else {
      fail(path, FailureReason(errno: code))
      return nil
    }
    guard isFolder else {
      if let included = folder.filter.included, included.verdict(bytes, isFolder: false) != .ignored
      {
        unknown.insert(ByteName(path))
      } else {
        add(path, status)
      }
      return nil
    }
    let identity = Identity(status)
    if folder.ancestors.contains(identity) {
      fail(path, .linkLoop)
      return nil
    }
    guard !Self.isStore(path) else { return nil }
    let inner = Folder(
      path: path, identity: identity, ancestors: folder.ancestors + [identity], rules: rules,
      filter: folder.filter)
    guard isLink else { return inner }
    links.append(inner)
    return nil
  }

  /// The names in a folder, sorted by bytes; `nil` if it cannot be read.
  private mutating func list(_ folder: String) -> [String]? {
    guard let handle = PathName.withSystemPath(folder, { opendir($0) }) else {
      fail(folder, FailureReason(errno: errno))
      return nil
    }
    defer { closedir(handle) }
    var names: [String] = []
    while let entry = readdir(handle) {
      let capacity = MemoryLayout.size(ofValue: entry.pointee.d_name)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: capacity) {
          PathName.text(UnsafeBufferPointer(start: $0, count: strlen($0)))
        }
      }
      if name.utf8.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func add(_ path: String, _ status: stat) {
    if case .special(let kind) = FileKind(status) { return fail(path, .special(kind)) }
    files.append(
      File(
        path: path, name: PathName.name(of: path, relativeTo: home), stamp: FileStamp(status)))
  }

  private mutating func fail(_ path: String, _ reason: FailureReason) {
    switch reason {
    case .notFound, .linkLoop, .special: break
    default: unknown.insert(ByteName(path))
    }
    failures.append(
      BuildFailure(name: PathName.name(of: path, relativeTo: home), reason: reason))
  }

  private mutating func sortAndUnify() {
    files.sort { ByteName($0.name) < ByteName($1.name) }
    var last: ByteName?
    files = files.filter { file in
      defer { last = ByteName(file.name) }
      return ByteName(file.name) != last
    }
  }

  /// Whether a folder is a store, whatever it is called.
  private static func isStore(_ path: String) -> Bool {
    FileKind(path: PathName.join(path, "store.mdb")) == .regular
      && ["writer.lock", "store.mdb-lock"].contains {
        FileKind(path: PathName.join(path, $0)) == .regular
      }
  }
}
