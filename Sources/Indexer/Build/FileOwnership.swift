/// Which documents of a store came out of which file.
///
/// A document has its file's name, or begins with it and goes on with `/` or `#`. What the store
/// noted of files tells first; after an interrupted build only the names do.
struct FileOwnership {
  private var owners: [ByteName: ByteName] = [:]
  private var sorted: [ByteName]

  /// Prepares the answer for a store.
  init(_ catalog: StoreCatalog) {
    for (name, record) in catalog.files {
      for document in record.documents ?? [] { owners[ByteName(document)] = name }
    }
    sorted = catalog.documents.keys.sorted()
  }

  /// The name of the file that a document came out of, if it is one of some files.
  func owner(of document: ByteName, among files: Set<ByteName>) -> ByteName? {
    if files.contains(document) { return document }
    if let owner = owners[document] { return files.contains(owner) ? owner : nil }
    let bytes = document.text.utf8
    for place in bytes.indices where bytes[place] == 0x2f || bytes[place] == 0x23 {
      let start = ByteName(String(decoding: bytes[..<place], as: UTF8.self))
      if files.contains(start) { return start }
    }
    return nil
  }

  /// The document of this name, or those of a file of this name.
  func documents(named name: ByteName) -> [ByteName] {
    let found = documents(of: name)
    return owners[name] == nil || found.contains(name) ? found : found + [name]
  }

  /// The documents that came out of a file, or may have.
  func documents(of file: ByteName) -> [ByteName] {
    var low = sorted.startIndex
    var high = sorted.endIndex
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < file { low = middle + 1 } else { high = middle }
    }
    var result: [ByteName] = []
    let count = file.text.utf8.count
    while low < sorted.endIndex, sorted[low].text.utf8.starts(with: file.text.utf8) {
      let rest = sorted[low].text.utf8.dropFirst(count)
      if rest.isEmpty || rest.first == 0x2f || rest.first == 0x23,
        owners[sorted[low], default: file] == file
      {
        result.append(sorted[low])
      }
      low += 1
    }
    return result
  }
}
