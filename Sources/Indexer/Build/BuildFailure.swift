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
}

extension FailureReason {
  /// The reason for an error number of the system.
  init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR, ELOOP: self = .notFound
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
    }
  }

  /// Whether the same bytes will fail again, so that a stored older version is out of date.
  var isAboutContent: Bool {
    switch self {
    case .notFound, .permissionDenied, .isFolder, .system: false
    case .empty, .binary, .tooLarge, .unsupportedLanguage, .entityDeclaration, .malformed,
      .noMainText:
      true
    }
  }
}
