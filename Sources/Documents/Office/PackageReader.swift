/// Reads documents that are zip files: DOCX, ODT, EPUB.
enum PackageReader {
  /// Tells the format from what is in the package and reads it.
  ///
  /// - Throws: ``DocumentError/binary`` if the zip file is no document, and what went wrong in it.
  static func read(_ bytes: [UInt8], sizeLimit: Int) throws(DocumentError) -> Draft {
    let package = try ZipPackage(bytes, sizeLimit: sizeLimit)
    if package.isEncrypted { throw .encrypted }
    if package["META-INF/container.xml"] != nil { return try EPUBReader.read(package) }
    if package["word/document.xml"] != nil { return try DOCXReader.read(package) }
    if package["content.xml"] != nil { return try ODTReader.read(package) }
    if package["[Content_Types].xml"] != nil || package["mimetype"] != nil {
      throw .unsupported("an office document other than a text (a table or slides)")
    }
    throw .binary
  }
}

/// The text files of a zip package, by their paths.
struct ZipPackage {
  private var files: [String: [UInt8]] = [:]
  /// Whether a file of the package can be had with a password only.
  private(set) var isEncrypted = false

  /// Unpacks the files that may hold text; pictures and fonts stay packed.
  init(_ bytes: [UInt8], sizeLimit: Int) throws(DocumentError) {
    var limits = ContainerLimits()
    limits.memberSize = sizeLimit
    limits.totalSize = 2 * sizeLimit
    limits.count = 100_000
    let reader = try ArchiveReader(
      ByteStream(bytes: bytes), isZip: true, limits: limits, budget: UnpackingBudget(limits))
    while let step = try reader.next() {
      let path = String(step.suffix.dropFirst())
      switch step.content {
      case .stream(let stream):
        guard Self.mayHoldText(path) else { continue }
        files[path] = try stream.takeAll(limit: sizeLimit)
      case .failure(.encrypted): isEncrypted = true
      default: continue
      }
    }
    // LibreOffice locks the contents of files, not the files.
    if let manifest = files["META-INF/manifest.xml"],
      manifest.firstRange(of: Array("encryption-data".utf8), from: 0) != nil
    {
      isEncrypted = true
    }
    if files["META-INF/encryption.xml"]?.firstRange(of: Array("EncryptedKey".utf8), from: 0) != nil
    {
      isEncrypted = true
    }
  }

  /// The bytes of a file; nil if it is not in the package.
  subscript(_ path: String) -> [UInt8]? { files[path] }

  private static func mayHoldText(_ path: String) -> Bool {
    let lower = path.lowercased()
    return path == "mimetype"
      || [".xml", ".xhtml", ".html", ".htm", ".opf", ".rels", ".ncx"].contains(
        where: lower.hasSuffix)
  }

  /// An XML file of the package, decoded and with its tree; nil if it is not there.
  func xml(_ path: String) throws(DocumentError) -> XMLFile? {
    guard let bytes = files[path] else { return nil }
    let text = try TextDecoding.decode(bytes).text
    return XMLFile(tree: try MarkupTree.xml(text.bytes), text: text)
  }

  /// The metadata in Dublin Core elements, as all three formats have them.
  static func dublinCore(_ file: XMLFile) -> DocumentMetadata {
    let tree = file.tree
    var metadata = DocumentMetadata()
    metadata.title = tree.all("title").lazy.compactMap { file.words($0) }.first
    metadata.authors = tree.all("creator").compactMap { file.words($0) }
    metadata.source = tree.all("publisher").lazy.compactMap { file.words($0) }.first
    metadata.language = tree.all("language").lazy.compactMap { file.words($0) }.first
    return metadata
  }
}
