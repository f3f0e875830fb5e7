import CChildProcess
import Glibc

/// Runs a program on a file's bytes, within limits.
enum ChildProgram {
  /// What a program gave.
  struct Result {
    let output: [UInt8]
    let status: Int
    let errors: String
  }

  /// Runs a program of the system and waits for its end.
  ///
  /// - Throws: ``DocumentError/missingTool(_:)``, ``DocumentError/timedOut(seconds:)``,
  ///   ``DocumentError/outOfMemory(limit:)`` or ``DocumentError/unpackedTooLarge(limit:)``.
  static func run(
    _ name: String, _ arguments: [String], input: [UInt8], limits: ProgramLimits
  ) throws(DocumentError) -> Result {
    guard let path = path(of: name) else { throw .missingTool(name) }
    var words = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    let pointers = words.map { UnsafePointer($0) }
    let bounds = cchild_limits(
      cpu_seconds: UInt32(clamping: limits.processorSeconds),
      wall_seconds: UInt32(clamping: limits.seconds), memory: UInt64(clamping: limits.memory),
      output: limits.output)
    var result = input.withUnsafeBufferPointer {
      cchild_run(pointers, $0.baseAddress, $0.count, bounds)
    }
    defer { free(result.output) }
    let errors = withUnsafeBytes(of: &result.errors) {
      String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
    }
    switch result.end {
    case CCHILD_EXITED: break
    case CCHILD_TIMED_OUT: throw .timedOut(seconds: limits.processorSeconds)
    case CCHILD_TOO_MUCH: throw .unpackedTooLarge(limit: limits.output)
    case CCHILD_FAILED: throw .system(code: result.status)
    default:
      throw Self.isAboutMemory(errors)
        ? .outOfMemory(limit: limits.memory)
        : .malformed(format: name, detail: "it was ended by signal \(result.status)")
    }
    if result.status != 0, Self.isAboutMemory(errors) { throw .outOfMemory(limit: limits.memory) }
    let output = Array(UnsafeBufferPointer(start: result.output, count: result.output_count))
    return Result(output: output, status: Int(result.status), errors: errors)
  }

  private static func isAboutMemory(_ errors: String) -> Bool {
    errors.contains("bad_alloc") || errors.contains("ut of memory")
  }

  /// Where a program of the system is; the user's own search path is not asked, so that no file of
  /// that name elsewhere is run.
  private static func path(of name: String) -> String? {
    ["/usr/bin/", "/usr/local/bin/", "/bin/", "/opt/homebrew/bin/"].lazy.map { $0 + name }.first {
      access($0, X_OK) == 0
    }
  }
}
