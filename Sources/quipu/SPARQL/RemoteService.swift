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
    let form = Array(("query=" + PercentEncoding.encoded(query)).utf8)
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
}
