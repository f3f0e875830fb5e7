import Glibc
import GraphModel

/// What a build must do: which files to read, and which documents to take out.
struct BuildPlan {
  /// The files to read, by name.
  private(set) var jobs: [Conveyor.Job] = []
  /// Documents whose files are as they were.
  private(set) var unchanged: [String] = []
  /// What gave nothing in files that are as they were.
  private(set) var knownFailures: [BuildFailure] = []
  /// Documents whose files are gone or left out by ignore files now.
  private(set) var gone: [String] = []
  /// Files that are no longer to be known.
  private(set) var forgotten: [ByteName] = []
  /// Documents that another reader read and that this build does not touch.
  private(set) var outdated = 0
  /// Files that are to be read but not in this build.
  private(set) var postponed = 0
  /// The sizes of the files to read together, in bytes.
  private(set) var totalBytes = 0

  /// How a plan is made.
  struct Policy {
    /// The reader in force; `nil` if any will do.
    var fingerprint: UInt64?
    /// The limits in force; `nil` if any will do.
    var limits: UInt64?
    /// Whether files that have not changed are read again.
    var rereadsAll = false
    /// Whether files that gave nothing are read again.
    var retriesFailed = false
    /// The most files that are read.
    var limit: Int?
  }

  /// Compares files with a store.
  init(_ walk: FileWalk, catalog: StoreCatalog, home: String, policy: Policy) {
    var seen: Set<ByteName> = []
    for file in walk.files {
      let name = ByteName(file.name)
      seen.insert(name)
      let record = catalog.files[name]
      let isCurrent = record.map { Self.isCurrent($0, name, catalog, policy) } ?? false
      if isCurrent, let record, let stamp = file.stamp, stamp == record.stamp {
        unchanged += record.documents(of: file.name).filter {
          catalog.documents[ByteName($0)] != nil
        }
        knownFailures += record.failures
      } else {
        add(file, known: isCurrent ? record?.contentHash : nil)
      }
    }
    findGone(walk, seen: seen, catalog: catalog, home: home)
    jobs.sort { ByteName($0.file.name) < ByteName($1.file.name) }
    if let limit = policy.limit, jobs.count > limit { postpone(from: limit, catalog) }
    totalBytes = jobs.reduce(0) { $0 + ($1.file.stamp?.size ?? 0) }
  }

  /// Whether reading a file's bytes again would give what the store has of it.
  private static func isCurrent(
    _ record: FileRecord, _ name: ByteName, _ catalog: StoreCatalog, _ policy: Policy
  ) -> Bool {
    guard !policy.rereadsAll, !policy.retriesFailed || record.failures.isEmpty,
      policy.fingerprint.map({ $0 == record.fingerprint }) ?? true,
      policy.limits.map({ $0 == record.limits }) ?? true
    else { return false }
    return record.documents(of: name.text).allSatisfy { catalog.isCurrent(ByteName($0)) }
  }

  private mutating func add(_ file: FileWalk.File, known: String?) {
    jobs.append(Conveyor.Job(file: file, known: known))
  }

  /// Finds what the store has of files that the walk did not meet.
  private mutating func findGone(
    _ walk: FileWalk, seen: Set<ByteName>, catalog: StoreCatalog, home: String
  ) {
    let ownership = FileOwnership(catalog)
    let roots = Set(walk.roots.map(ByteName.init))
    let allRoots = roots.union(
      catalog.roots.map { ByteName(PathName.absolute($0, in: home)) })
    /// Whether a name that was not met is no longer to be known.
    func isGone(_ name: String) -> Bool {
      guard name != FileWalk.standardInput else { return false }
      let upward = PathName.upward(from: PathName.absolute(name, in: home)) + ["/"]
      guard let root = upward.first(where: { allRoots.contains(ByteName($0)) }),
        roots.contains(ByteName(root))
      else {
        // Under no root, or under one that another build was given and this was not.
        return upward.contains { roots.contains(ByteName($0)) } && Self.isAbsent(upward[0])
      }
      return !upward.contains { walk.unknown.contains(ByteName($0)) } || Self.isAbsent(upward[0])
    }
    for name in catalog.files.keys.sorted() where !seen.contains(name) && isGone(name.text) {
      forgotten.append(name)
    }
    let lost = Set(forgotten)
    let known = Set(catalog.files.keys)
    for name in catalog.documents.keys.sorted()
    where ownership.owner(of: name, among: seen) == nil {
      if let owner = ownership.owner(of: name, among: known) {
        if lost.contains(owner) {
          gone.append(name.text)
        } else {
          leave(name, owner, catalog, home)
        }
      } else if isGone(name.text) {
        gone.append(name.text)
      } else {
        leave(name, name, catalog, home)
      }
    }
  }

  /// Leaves a document of a file that was not met as it is, unless its record is unreadable: then
  /// the file has to be read again for the store to be of any use.
  private mutating func leave(
    _ name: ByteName, _ file: ByteName, _ catalog: StoreCatalog, _ home: String
  ) {
    if catalog.unreadable.contains(name) {
      if !jobs.contains(where: { ByteName($0.file.name) == file }) {
        let path = PathName.absolute(file.text, in: home)
        add(FileWalk.File(path: path, name: file.text, stamp: nil), known: nil)
      }
    } else if catalog.outdated.contains(name) {
      outdated += 1
    }
  }

  private mutating func postpone(from limit: Int, _ catalog: StoreCatalog) {
    for job in jobs[limit...] where catalog.outdated.contains(ByteName(job.file.name)) {
      outdated += 1
    }
    postponed = jobs.count - limit
    jobs.removeSubrange(limit...)
  }

  /// Whether no file is at the path any more; one that cannot be looked at is not gone.
  private static func isAbsent(_ path: String) -> Bool {
    guard let status = FileStatus.of(path) else { return errno == ENOENT || errno == ENOTDIR }
    return FileKind(status) == .folder
  }
}
