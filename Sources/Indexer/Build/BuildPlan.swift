import Glibc
import GraphModel

/// What a build must do: which files to read, and which documents to take out.
struct BuildPlan {
  /// The files to read, by name.
  private(set) var jobs: [Conveyor.Job] = []
  /// Documents whose files are as they were.
  private(set) var unchanged: [String] = []
  /// Documents whose files are gone.
  private(set) var gone: [String] = []
  /// Documents that another reader read and that this build does not touch.
  private(set) var outdated = 0
  /// The sizes of the files to read together, in bytes.
  private(set) var totalBytes = 0

  /// Compares files with a store.
  init(_ walk: FileWalk, catalog: StoreCatalog, home: String, rereadsAll: Bool) {
    var seen: Set<String> = []
    for file in walk.files {
      seen.insert(file.name)
      let isCurrent = catalog.isCurrent(file.name) && !rereadsAll
      if isCurrent, let stamp = file.stamp, catalog.stamps[file.name] == stamp {
        unchanged.append(file.name)
      } else {
        add(file, known: isCurrent ? catalog.documents[file.name]?.contentHash : nil)
      }
    }
    let names = catalog.documents.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for name in names where !seen.contains(name) {
      let path = PathName.absolute(name, in: home)
      let isUnderRoot = walk.roots.contains { PathName.isPath(path, under: $0) }
      if isUnderRoot, name != FileWalk.standardInput, Self.isGone(path) {
        gone.append(name)
      } else if catalog.unreadable.contains(name) {
        add(FileWalk.File(path: path, name: name, stamp: nil), known: nil)
      } else if catalog.outdated.contains(name) {
        outdated += 1
      }
    }
    jobs.sort { $0.file.name.utf8.lexicographicallyPrecedes($1.file.name.utf8) }
  }

  private mutating func add(_ file: FileWalk.File, known: String?) {
    jobs.append(Conveyor.Job(file: file, known: known))
    totalBytes += file.stamp?.size ?? 0
  }

  /// Whether no file is at the path any more; one that cannot be looked at is not gone.
  private static func isGone(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno == ENOENT || errno == ENOTDIR }
    return status.st_mode & S_IFMT == S_IFDIR
  }
}
