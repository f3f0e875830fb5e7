import Documents
import Glibc

/// A file or folder that gave nothing, and why.
public struct BuildFailure: Hashable, Sendable {
  /// The name by which the store would know it.
  public let name: String
  /// Why.
  public let reason: FailureReason

  /// Creates a failure.
  public init(name: String, reason: FailureReason) {
    self.name = name
    self.reason = reason
  }
}

/// Why a file gave no document.
///
/// The words that a user sees are made by the command.
public enum FailureReason: Error, Hashable, Sendable {
  /// There is no such file or folder, or it vanished while the build ran.
  case notFound
  /// The system does not let this user read it.
  case permissionDenied
  /// A folder where a file is needed.
  case isFolder
  /// A pipe, a socket or a device.
  case special(SpecialFile)
  /// A symbolic link that leads back to a folder that it is in, or to itself.
  case linkLoop
  /// Another program wrote to the file each time it was read.
  case changedWhileRead
  /// The system could not read it; its error number.
  case system(code: Int32)
  /// The file holds nothing, or nothing but white space.
  case empty
  /// The bytes are not text in any encoding (a picture, a program).
  case binary
  /// The file is larger than the limit; both in bytes.
  case tooLarge(bytes: Int, limit: Int)
  /// The text is in a language that is not read; its BCP 47 tag.
  case unsupportedLanguage(String)
  /// XML that declares entities, which could expand without bound.
  case entityDeclaration
  /// The format is known but its content is broken; what and where.
  case malformed(format: String, detail: String)
  /// A page without a main text.
  case noMainText
  /// The file can be read with a password only.
  case encrypted
  /// A program that reads the format is not installed; its name.
  case missingTool(String)
  /// Reading took longer than the limit and was stopped.
  case timedOut(seconds: Int)
  /// Reading took more memory than the limit and was stopped; in bytes.
  case outOfMemory(limit: Int)
  /// Records without a field that holds their text; the names of the fields that they have.
  case noTextField([String])
  /// A document within another file is larger than the limit, in bytes.
  case memberTooLarge(limit: Int)
  /// What is packed in a file is larger than the limit, in bytes.
  case unpackedTooLarge(limit: Int)
  /// A file holds more documents than the limit.
  case tooManyMembers(limit: Int)
  /// Files are packed in files deeper than the limit.
  case tooDeep(limit: Int)
  /// A file unpacks to more than this many times its size.
  case unpackingRatio(limit: Int)
  /// The name of a file in an archive leads outside of it.
  case unsafeName(String)
  /// The format is known but written in a way that is not read; which.
  case unsupported(String)
}

extension FailureReason {
  /// The reason for an error number of the system.
  init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound
    case ELOOP: self = .linkLoop
    case EACCES, EPERM: self = .permissionDenied
    case EISDIR: self = .isFolder
    default: self = .system(code: code)
    }
  }

  /// The reason that reading a document gave.
  init(_ error: DocumentError) {
    switch error {
    case .empty: self = .empty
    case .binary: self = .binary
    case .tooLarge(let bytes, let limit): self = .tooLarge(bytes: bytes, limit: limit)
    case .unsupportedLanguage(let tag): self = .unsupportedLanguage(tag)
    case .entityDeclaration: self = .entityDeclaration
    case .malformed(let format, let detail): self = .malformed(format: format, detail: detail)
    case .noMainText: self = .noMainText
    case .encrypted: self = .encrypted
    case .missingTool(let name): self = .missingTool(name)
    case .timedOut(let seconds): self = .timedOut(seconds: seconds)
    case .outOfMemory(let limit): self = .outOfMemory(limit: limit)
    case .noTextField(let found): self = .noTextField(found)
    case .memberTooLarge(let limit): self = .memberTooLarge(limit: limit)
    case .unpackedTooLarge(let limit): self = .unpackedTooLarge(limit: limit)
    case .tooManyMembers(let limit): self = .tooManyMembers(limit: limit)
    case .tooDeep(let limit): self = .tooDeep(limit: limit)
    case .unpackingRatio(let limit): self = .unpackingRatio(limit: limit)
    case .unsafeName(let name): self = .unsafeName(name)
    case .unsupported(let what): self = .unsupported(what)
    case .system(let code): self.init(errno: code)
    }
  }

  /// Whether the same bytes will fail again, so that a stored older version is out of date.
  var isAboutContent: Bool {
    switch self {
    case .notFound, .permissionDenied, .isFolder, .special, .linkLoop, .changedWhileRead, .system,
      .missingTool:
      false
    // What takes too long or too much is not tried again each time: that would take as long.
    case .timedOut, .outOfMemory, .empty, .binary, .tooLarge, .unsupportedLanguage,
      .entityDeclaration, .malformed,
      .noMainText, .encrypted, .noTextField, .memberTooLarge, .unpackedTooLarge, .tooManyMembers,
      .tooDeep, .unpackingRatio, .unsafeName, .unsupported:
      true
    }
  }
}
