import Glibc

/// The rules of one `.gitignore` or `.quipuignore` file, which hold in its folder and below.
struct IgnoreRules: Sendable {
  /// What a rule says of an entry.
  enum Verdict: Hashable, Sendable {
    /// The entry is passed over.
    case ignored
    /// The entry is kept, whatever rules before say.
    case kept
  }

  private struct Rule {
    let pattern: GlobPattern
    let verdict: Verdict
    let isForFolders: Bool
    /// Whether the pattern is matched with the path in the folder, and not with the last name.
    let isAnchored: Bool
  }

  /// The length of the folder's path in bytes, with the slash behind it.
  private let prefix: Int
  private var rules: [Rule] = []

  /// Whether there is no rule at all.
  var isEmpty: Bool { rules.isEmpty }

  /// Reads the rules in a file's text.
  ///
  /// - Parameters:
  ///   - text: The lines of the file.
  ///   - folder: The absolute path of the folder that holds it, as the file system has it.
  init(_ text: [UInt8], folder: [UInt8]) {
    prefix = folder == [UInt8(ascii: "/")] ? 1 : folder.count + 1
    for line in text.split(separator: 0x0a) { add(line) }
  }

  /// Creates rules from the patterns of an option.
  init(ignoring patterns: [String], folder: [UInt8]) {
    self.init(Array(patterns.joined(separator: "\n").utf8), folder: folder)
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    var line = line
    if line.last == 0x0d { line = line.dropLast() }
    while line.last == 0x20 {
      let backslashes = line.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      if backslashes % 2 == 1 { break }
      line = line.dropLast()
    }
    guard let first = line.first, first != UInt8(ascii: "#") else { return }
    let verdict: Verdict = first == UInt8(ascii: "!") ? .kept : .ignored
    if verdict == .kept { line = line.dropFirst() }
    let isForFolders = line.last == UInt8(ascii: "/")
    if isForFolders { line = line.dropLast() }
    let isAnchored = line.contains(UInt8(ascii: "/"))
    if line.first == UInt8(ascii: "/") { line = line.dropFirst() }
    guard !line.isEmpty else { return }
    rules.append(
      Rule(
        pattern: GlobPattern(line), verdict: verdict, isForFolders: isForFolders,
        isAnchored: isAnchored))
  }

  /// What the last rule that matches says of an entry.
  ///
  /// - Parameters:
  ///   - path: The entry's absolute path, inside the folder, as the file system has it.
  ///   - isFolder: Whether it is a folder.
  /// - Returns: The verdict, or `nil` if no rule matches.
  func verdict(_ path: [UInt8], isFolder: Bool) -> Verdict? {
    guard path.count > prefix else { return nil }
    let inside = path[prefix...]
    let last = inside.lastIndex(of: UInt8(ascii: "/")).map { inside[($0 + 1)...] } ?? inside
    for rule in rules.reversed() where isFolder || !rule.isForFolders {
      if rule.pattern.matches(rule.isAnchored ? inside : last) { return rule.verdict }
    }
    return nil
  }
}

/// The rules in force in a folder: those of its own files and of the folders above.
///
/// What `.quipuignore` files say goes before what `.gitignore` files say, and what a deeper file says
/// before what a higher one says.
struct IgnoreStack: Sendable {
  private var own: [IgnoreRules] = []
  private var git: [IgnoreRules] = []

  /// The rules in force in a folder that is walked from, from the folders above it.
  ///
  /// As git does, `.gitignore` files count from the top of the repository on. Without a repository,
  /// files count from the folder that holds the store on, if the folder is inside it.
  init(above root: String, home: String) {
    let folders = Array(PathName.upward(from: root).dropFirst()) + ["/"]
    let top =
      folders.firstIndex { FileKind(path: PathName.join($0, ".git")) != nil }
      ?? (PathName.isPath(root, under: home) && root != home
        ? folders.firstIndex { $0 == home } : nil)
    guard let top else { return }
    for folder in folders[...top].reversed() { enter(folder) }
  }

  /// Adds the rules of a folder's own files.
  mutating func enter(_ folder: String) {
    if let rules = Self.read(".quipuignore", in: folder) { own.append(rules) }
    if let rules = Self.read(".gitignore", in: folder) { git.append(rules) }
  }

  /// Whether an entry is to be passed over.
  func ignores(_ path: [UInt8], isFolder: Bool) -> Bool {
    for rules in own.reversed() {
      if let verdict = rules.verdict(path, isFolder: isFolder) { return verdict == .ignored }
    }
    for rules in git.reversed() {
      if let verdict = rules.verdict(path, isFolder: isFolder) { return verdict == .ignored }
    }
    return false
  }

  /// Whether no rule is in force.
  var isEmpty: Bool { own.isEmpty && git.isEmpty }

  /// An ignore file is read to this many bytes.
  private static let sizeLimit = 1 << 20

  private static func read(_ name: String, in folder: String) -> IgnoreRules? {
    do throws(FailureReason) {
      let file = try FileBytes.read(PathName.join(folder, name), limit: sizeLimit)
      let rules = IgnoreRules(file.bytes, folder: PathName.systemName(folder))
      return rules.isEmpty ? nil : rules
    } catch {
      return nil
    }
  }
}
