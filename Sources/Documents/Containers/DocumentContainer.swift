/// Reads a file that holds several documents, one after the other, in bounded memory.
///
/// Archives (zip, tar), compressed files (gzip, bzip2, xz, zstd), mailboxes, web archives (WARC),
/// JSON Lines, tables (CSV, TSV) and feeds (RSS, Atom), and any of these in any other. A file that
/// holds one document is its own only member, so that all files can be read in the same way:
///
///     let container = DocumentContainer(file: descriptor, name: "mail.tar.gz")
///     while let item = container.next() {
///       switch item {
///       case .member(let member): try reader.read(member)  // "mail.tar.gz/2019/inbox.mbox#12"
///       case .failure(let name, let error): …
///       }
///     }
///
/// What a member's name is does not depend on the limits. Not to be shared between threads.
public final class DocumentContainer {
  private struct Level {
    let name: String
    let reader: any MemberReader
    /// Whether anything came out of it.
    var isEmpty = true
  }

  private let limits: ContainerLimits
  private let fields: RecordFields
  private let budget: UnpackingBudget
  private var levels: [Level] = []
  private var root: ByteStream?
  private let rootName: String
  private var last: (name: String, error: DocumentError)?

  /// Opens a file's bytes.
  public init(
    bytes: [UInt8], name: String, limits: ContainerLimits = .init(), fields: RecordFields = .init()
  ) {
    root = ByteStream(bytes: bytes)
    rootName = name
    self.limits = limits
    self.fields = fields
    budget = UnpackingBudget(limits)
  }

  /// Opens a file, which has to stay open until the last member was read, and is not closed.
  public init(
    file descriptor: Int32, name: String, limits: ContainerLimits = .init(),
    fields: RecordFields = .init()
  ) {
    root = ByteStream(file: descriptor)
    rootName = name
    self.limits = limits
    self.fields = fields
    budget = UnpackingBudget(limits)
  }

  /// Whether a file that starts so holds (or may hold) several documents.
  ///
  /// - Parameters:
  ///   - head: The first 64 kB of the file, or all of it.
  ///   - name: The file's name, whose ending is a hint for tables and records only.
  ///   - fields: The fields of records that were asked for.
  /// - Returns: Whether its ``next()`` may give more than the file itself.
  public static func isContainer(
    head: [UInt8], name: String, fields: RecordFields = .init()
  ) -> Bool {
    ContainerKind.of(head[...], name: name, fields: fields) != nil
  }

  /// The next document, or what cannot be read; nil at the end.
  ///
  /// After a failure the next call goes on with what can be read still.
  public func next() -> ContainerItem? {
    if let root {
      self.root = nil
      if let item = open(root, name: rootName, metadata: .init()) { return item }
    }
    while let level = levels.last {
      do throws(DocumentError) {
        guard let step = try level.reader.next() else {
          levels.removeLast()
          if level.isEmpty, let item = failure(level.name, .empty) { return item }
          continue
        }
        levels[levels.count - 1].isEmpty = false
        let name = level.name + step.suffix
        switch step.content {
        case .stream(let stream):
          if let item = open(stream, name: name, metadata: step.metadata) { return item }
        case .whole(let bytes, let form):
          try budget.chargeMember()
          return .member(
            ContainerMember(name: name, bytes: bytes, metadata: step.metadata, form: form))
        case .failure(let error):
          if let item = failure(name, error) { return item }
        }
      } catch {
        // What is packed in a broken file cannot be read on, nor what it is packed in if that too
        // is a stream; that then says so itself.
        levels.removeLast()
        if let item = failure(level.name, error) { return item }
      }
    }
    return nil
  }

  /// Goes into a container, or gives the whole of what is none.
  private func open(
    _ stream: ByteStream, name: String, metadata: DocumentMetadata
  ) -> ContainerItem? {
    do throws(DocumentError) {
      let head = try stream.peek(1 << 16)
      guard let kind = ContainerKind.of(head, name: name, fields: fields) else {
        if !levels.isEmpty { try budget.chargeMember() }
        let bytes = try stream.takeAll(limit: limits.memberSize)
        return .member(ContainerMember(name: name, bytes: bytes, metadata: metadata, form: .file))
      }
      guard levels.count < limits.depth else { throw .tooDeep(limit: limits.depth) }
      levels.append(Level(name: name, reader: try reader(kind, stream)))
      return nil
    } catch {
      return failure(name, error)
    }
  }

  private func reader(
    _ kind: ContainerKind, _ stream: ByteStream
  ) throws(DocumentError) -> any MemberReader {
    switch kind {
    case .zip: try ArchiveReader(stream, isZip: true, limits: limits, budget: budget)
    case .stream: try ArchiveReader(stream, isZip: false, limits: limits, budget: budget)
    case .mailbox: MailboxReader(stream, limits: limits)
    case .webArchive: WARCReader(stream, limits: limits)
    case .feed: FeedReader(stream, limits: limits)
    case .records: JSONRecordReader(stream, limits: limits, fields: fields)
    case .table(let delimiter):
      try TableReader(stream, delimiter: delimiter, limits: limits, fields: fields)
    }
  }

  /// A failure, unless it only repeats the last one: a broken stream breaks all that is around it.
  private func failure(_ name: String, _ error: DocumentError) -> ContainerItem? {
    switch error {
    case .tooManyMembers, .unpackedTooLarge:
      // Nothing more may come out of the file.
      levels = []
      return .failure(name: rootName, error)
    default: break
    }
    defer { last = (name, error) }
    if let last, last.error == error || last.name == name, last.name.hasPrefix(name) { return nil }
    return .failure(name: name, error)
  }
}
