import CHTTP
import Glibc
import GraphModel
import SPARQL

/// Asks other computers for `SERVICE`, by the SPARQL 1.1 Protocol.
///
/// A query is posted as a form to an address of http or https; the answer must be SPARQL results in
/// JSON. Neither may take longer or be larger than the limits.
struct RemoteService: QueryService {
  /// How many seconds one request may take.
  let timeout: Double
  /// How many bytes an answer may have.
  var limit = 256 << 20

  /// Why an endpoint gave no answer.
  enum Failure: Error {
    case notHTTP
    case noLibrary
    case unreachable
    case timedOut
    case tooLarge(limit: Int)
    case status(Int)
    case notResults
  }

  func solutions(
    of query: String, at endpoint: IRI
  ) throws -> (variables: [String], rows: [[Term?]]) {
    guard endpoint.value.hasPrefix("http://") || endpoint.value.hasPrefix("https://") else {
      throw Failure.notHTTP
    }
    var form = Array("query=".utf8)
    Self.encode(query, into: &form)
    var answer = chttp_answer()
    let milliseconds = Int(min(max(1, timeout * 1000), 1e9))
    let code = form.withUnsafeBytes { form in
      chttp_post(
        endpoint.value, "application/sparql-results+json",
        form.baseAddress?.assumingMemoryBound(to: CChar.self), form.count, milliseconds, limit,
        &answer)
    }
    defer { free(answer.bytes) }
    switch Int(code) {
    case CHTTP_OK: break
    case CHTTP_NO_LIBRARY: throw Failure.noLibrary
    case CHTTP_TIMED_OUT: throw Failure.timedOut
    case CHTTP_TOO_LARGE: throw Failure.tooLarge(limit: limit)
    default: throw Failure.unreachable
    }
    guard answer.status == 200 else { throw Failure.status(answer.status) }
    let bytes = Array(UnsafeBufferPointer(start: answer.bytes, count: answer.count))
    guard let results = SolutionsReader.read(bytes) else { throw Failure.notResults }
    return results
  }

  /// Appends a text as the value of a form's field.
  private static func encode(_ text: String, into form: inout [UInt8]) {
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte & 0xdf)
        || "-._~".utf8.contains(byte)
      if isPlain {
        form.append(byte)
      } else {
        form += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xf)]]
      }
    }
  }
}
