/// What a watch tells of.
public enum WatchEvent: Sendable {
  /// A build is under way.
  case progress(BuildProgress)
  /// A build ended.
  case built(BuildSummary)
  /// The store was busy or had no room; the build is tried again.
  case waiting(IndexerError)
  /// A folder cannot be watched: what changes in it is seen when something else changes. Its name
  /// and the system's error number.
  case unwatched(folder: String, code: Int32)
}

extension Indexer {
  /// Builds, and builds again whenever something has changed in the folders, until told to stop.
  ///
  /// Changes are gathered until they pause for a moment. The model is loaded once. Between builds
  /// nothing of the store is held, so that others may read and write it.
  ///
  /// - Parameters:
  ///   - paths: Files and folders, relative to the working folder.
  ///   - options: How to build.
  ///   - report: Is told of what goes on, on the calling thread; it stops the watch with `false`.
  /// - Throws: ``IndexerError/watch(code:)`` if the system cannot watch, and what the first build
  ///   throws. Later builds that fail are tried again.
  public func watch(
    paths: [String], options: BuildOptions = BuildOptions(), report: (WatchEvent) -> Bool
  ) throws(IndexerError) {
    try watch(paths: paths, options: options, pace: WatchPace(), report: report)
  }

  func watch(
    paths: [String], options: BuildOptions, pace: WatchPace, report: (WatchEvent) -> Bool
  ) throws(IndexerError) {
    let reader = try makeReader(options.reading)
    let watch = try FolderWatch()
    var isFirst = true
    var isWanted = true
    while isWanted {
      var entered: Set<ByteName> = []
      var troubles: [(folder: String, code: Int32)] = []
      do throws(IndexerError) {
        let summary = try build(
          paths: paths, options: options, reader: reader,
          enters: { folder in
            let code = watch.add(folder)
            entered.insert(ByteName(folder))
            if code != 0 { troubles.append((folder, code)) }
          }, progress: { if !report(.progress($0)) { isWanted = false } })
        for path in paths { addParent(of: path, to: watch, &entered) }
        watch.keep(entered)
        for (folder, code) in troubles {
          let name = PathName.name(of: folder, relativeTo: home)
          isWanted = report(.unwatched(folder: name, code: code)) && isWanted
        }
        isWanted = report(.built(summary)) && isWanted
      } catch {
        guard !isFirst else { throw error }
        isWanted = report(.waiting(error)) && isWanted
        _ = watch.wait(quiet: pace.retry, longest: pace.retry, timeout: pace.retry) { _, _ in true }
        continue
      }
      isFirst = false
      guard isWanted else { return }
      _ = watch.wait(quiet: pace.quiet, longest: pace.longest) { folder, name in
        name.utf8.first == UInt8(ascii: ".") && !Self.isRuleFile(name)
          || PathName.isPath(PathName.join(folder, name), under: path)
      }
    }
  }

  /// Watches the folder that a single file is in: programs write files by putting a new one in its
  /// place.
  private func addParent(of path: String, to watch: FolderWatch, _ entered: inout Set<ByteName>) {
    let file = PathName.given(path, in: workingFolder)
    guard path != "-", FileKind(path: file) != .folder else { return }
    let folder = PathName.parent(of: file)
    watch.add(folder)
    entered.insert(ByteName(folder))
  }

  private static func isRuleFile(_ name: String) -> Bool {
    ByteName(name) == ByteName(".gitignore") || ByteName(name) == ByteName(".quipuignore")
  }
}

/// How long a watch waits, in milliseconds.
struct WatchPace {
  /// How long nothing may have changed before a build.
  var quiet: Int32 = 300
  /// How long changes may go on before a build.
  var longest: Int32 = 5000
  /// How long it is waited after a build that failed.
  var retry: Int32 = 2000
}
