import Indexer

/// The words for a file that gave nothing: what is wrong, where, and what to do.
enum FailureText {
  /// The words for a failure of a build.
  static func describe(_ failure: BuildFailure) -> String {
    "\(Printable.line(failure.name)): \(words(for: failure.reason))"
  }

  /// The words for a reason.
  static func words(for reason: FailureReason) -> String {
    switch reason {
    case .notFound: "there is no such file or folder"
    case .permissionDenied: "permission denied; allow reading with: chmod u+r FILE"
    case .isFolder: "is a folder; give a file, or index the folder with: quipu build"
    case .system(let code): ErrorText.system(code)
    case .empty: "is empty"
    case .binary: "is not text (a picture, a program or another binary file)"
    case .tooLarge(let bytes, let limit):
      "is too large: \(megabytes(bytes)) MB, and the limit is \(megabytes(limit)) MB. Split it"
    case .unsupportedLanguage(let tag):
      "is in the language \(Printable.line(tag)); only English is read, so it was left out"
    case .entityDeclaration:
      "is XML that declares entities, which could expand without bound. Expand them first, say with: xmllint --noent"
    case .malformed(let format, let detail):
      "is broken \(Printable.line(format)): \(Printable.line(detail))"
    case .noMainText: "is a page without a main text"
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = ((bytes + 52_429) * 10) >> 20
    return tenths % 10 == 0 || tenths >= 100 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
