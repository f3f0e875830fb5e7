import GraphModel

/// One document of a file that holds several, before it is read.
///
/// ``DocumentReader/read(_:)`` makes a ``Document`` of it.
public struct ContainerMember: Sendable {
  /// The name by which the document is known: the file's, then `/` and a path in an archive, then
  /// `#` and the number (from 1) or the key of a record; `mail.mbox#12`, `a.zip/b/c.html`.
  ///
  /// It is the same whenever the same file is read, no two members share it, and no part of it is
  /// `..`.
  public let name: String
  /// The member's bytes: a file, a message, a page or the text of a record.
  public let bytes: [UInt8]
  /// What the container says of the document; none of it for a file of an archive.
  public let metadata: DocumentMetadata
  /// What the bytes are.
  let form: Form

  /// What the bytes of a member are.
  enum Form: Hashable, Sendable {
    /// A file; its format is told from the bytes.
    case file
    /// The text of a record, which may be HTML.
    case record
  }

  /// SHA-256 of the bytes and of what the container says of them, 64 lower-case hexadecimal digits.
  ///
  /// It equals the ``Document/contentHash`` of the document that is read from it; O(*n*).
  public var contentHash: String {
    guard form == .record else { return SHA256.hex(bytes) }
    var all = bytes
    let date = metadata.date?.value
    for field in [metadata.title, date, metadata.url, metadata.source] + metadata.authors {
      all.append(0)
      all += Array((field ?? "").utf8)
    }
    return SHA256.hex(all)
  }
}

/// What comes out of a ``DocumentContainer``.
public enum ContainerItem: Sendable {
  /// A document.
  case member(ContainerMember)
  /// A member, or the rest of a container, that cannot be read; its name and why.
  case failure(name: String, DocumentError)
}
