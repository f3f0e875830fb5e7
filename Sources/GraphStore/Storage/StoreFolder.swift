import Glibc

/// The folder that a store is, and its files.
enum StoreFolder {
  /// The name that ``GraphStore/find(from:)`` looks for.
  static let name = ".quipu"
  /// The files of a store.
  static let files: Set<String> = ["store.mdb", "store.mdb-lock", "writer.lock"]

  /// The path of the data file.
  static func data(_ folder: String) -> String { folder + "/store.mdb" }

  /// The path of the file whose lock the writer holds.
  static func writerLock(_ folder: String) -> String { folder + "/writer.lock" }

  /// The size of the data file in bytes, or `nil` if there is none.
  static func dataSize(_ folder: String) -> Int? {
    var status = stat()
    guard stat(data(folder), &status) == 0 else { return nil }
    return Int(status.st_size)
  }

  /// Makes the folder if it is missing, and refuses one that holds other files than a store's.
  static func prepare(_ folder: String) throws(StoreError) {
    if mkdir(folder, 0o755) != 0, errno != EEXIST {
      throw .system(call: "mkdir", code: errno, path: folder)
    }
    guard dataSize(folder) == nil else { return }
    guard let entries = opendir(folder) else {
      throw .system(call: "opendir", code: errno, path: folder)
    }
    defer { closedir(entries) }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name == "." || name == ".." || files.contains(name) else {
        throw .damaged(path: folder, detail: "the folder holds other files, such as '\(name)'")
      }
    }
  }

  /// Puts the folder's list of files on the medium, so that a new store survives a power cut.
  static func sync(_ folder: String) {
    let file = Glibc.open(folder, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    fsync(file)
    Glibc.close(file)
  }

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

extension StoreFolder {
  /// The nearest folder of that name, in a folder or above it.
  static func find(from folder: String) -> String? {
    guard let resolved = realpath(folder, nil) else { return nil }
    defer { free(resolved) }
    var place = String(cString: resolved)
    while true {
      let candidate = place == "/" ? "/" + name : place + "/" + name
      if isFolder(candidate) { return candidate }
      guard place != "/", let slash = place.lastIndex(of: "/") else { return nil }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
  }
}
