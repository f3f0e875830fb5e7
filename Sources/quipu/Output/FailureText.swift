import Glibc
import Indexer

/// The words for a file that gave nothing: what is wrong, where, and what to do.
enum FailureText {
  /// The words for a failure of a build.
  static func describe(_ failure: BuildFailure) -> String {
    "\(Printable.line(failure.name)): \(words(for: failure.reason))"
  }

  /// Why changes in a folder are not seen.
  static func unwatched(_ code: Int32) -> String {
    code == ENOSPC
      ? "the system watches no more folders; allow more with: sudo sysctl fs.inotify.max_user_watches=1000000"
      : ErrorText.system(code)
  }

  /// The words for a reason.
  static func words(for reason: FailureReason) -> String {
    switch reason {
    case .notFound: "there is no such file or folder"
    case .permissionDenied: "permission denied; allow reading with: chmod u+r FILE"
    case .isFolder: "is a folder; give a file, or index the folder with: quipu build"
    case .special(.pipe): "is a named pipe, which may have no end; give its content as -"
    case .special(.socket): "is a socket, not a file"
    case .special(.device): "is a device, not a file"
    case .linkLoop: "is a link that leads back to where it is"
    case .changedWhileRead: "was written to while it was read; build again when it is done"
    case .system(let code): ErrorText.system(code)
    case .empty: "is empty"
    case .binary: "is not text (a picture, a program or another binary file)"
    case .tooLarge(let bytes, let limit):
      "is too large: \(megabytes(bytes)) MB, and the limit is \(megabytes(limit)) MB. Split it"
    case .unsupportedLanguage(let tag):
      tag == "zxx"
        ? "has numbers or program text and no sentences, so it was left out"
        : "is in the language \(Printable.line(tag)); only English is read, so it was left out"
    case .entityDeclaration:
      "is XML that declares entities, which could expand without bound. Expand them first, say with: xmllint --noent"
    case .malformed(let format, let detail):
      "is broken \(Printable.line(format)): \(Printable.line(detail))"
    case .noMainText: "is a page without a main text"
    case .encrypted: "is locked with a password; save an open copy and index that"
    case .missingTool(let name):
      "needs the program \(name), which is not installed; try: sudo apt install poppler-utils"
    case .timedOut(let seconds):
      "was still being read after \(seconds) s, so it was stopped; the file is probably broken"
    case .outOfMemory(let limit):
      "needed more than \(megabytes(limit)) MB to be read, so it was stopped; the file is probably broken"
    case .noTextField(let fields):
      "has records without a field of text"
        + (fields.isEmpty
          ? "" : "; its fields are \(fields.map { Printable.line($0) }.joined(separator: ", "))")
    case .memberTooLarge(let limit):
      "is larger than \(megabytes(limit)) MB, the limit for one document within a file"
    case .unpackedTooLarge(let limit):
      "holds more than \(megabytes(limit)) MB when unpacked, which is the limit. Unpack it and index the folder"
    case .tooManyMembers(let limit):
      "holds more than \(limit) documents, which is the limit. Unpack it and index the folder"
    case .tooDeep(let limit): "holds files in files in files, deeper than the limit of \(limit)"
    case .unpackingRatio(let limit):
      "unpacks to more than \(limit) times its size, as no honest text does, so it was left"
    case .unsafeName(let name):
      "has a name that leads outside of its archive: \(Printable.line(name))"
    case .unsupported(let what): "is written in a way that is not read: \(Printable.line(what))"
    }
  }

  private static func megabytes(_ bytes: Int) -> String {
    let tenths = ((bytes + 52_429) * 10) >> 20
    return tenths % 10 == 0 || tenths >= 100 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
