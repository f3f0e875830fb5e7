import Glibc
import SPARQL

/// Answers queries over HTTP on the loopback address, one request a connection, so that a harness
/// which times endpoints can time the engine.
struct QueryServer {
  private let socket: Int32

  /// Listens at a port.
  init?(port: UInt16) {
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var on: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard socket >= 0, bound == 0, listen(socket, 16) == 0 else { return nil }
  }

  /// Gives each query to the closure and sends what it returns, or an error of 500; for ever.
  func run(_ answer: ([UInt8]) throws -> [UInt8]) {
    while true {
      let connection = accept(socket, nil, nil)
      guard connection >= 0 else { continue }
      defer { close(connection) }
      guard let query = Self.query(connection) else { continue }
      do {
        Self.send(try answer(query), "200 OK", connection)
      } catch { Self.send(Array("\(error)".utf8), "500 Failed", connection) }
    }
  }

  private static func send(_ body: [UInt8], _ status: String, _ connection: Int32) {
    let head =
      "HTTP/1.1 \(status)\r\nContent-Type: application/sparql-results+json\r\n"
      + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
    for part in [Array(head.utf8), body] {
      var sent = 0
      while sent < part.count {
        let count = part[sent...].withUnsafeBytes {
          Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return }
        sent += count
      }
    }
  }

  /// The field `query` of the form that was posted.
  private static func query(_ connection: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    var bodyStart: Int?
    var length = 0
    while bodyStart.map({ bytes.count < $0 + length }) ?? true {
      let count = recv(connection, &room, room.count, 0)
      guard count > 0 else { return nil }
      bytes += room[..<count]
      guard bodyStart == nil, let end = headEnd(bytes) else { continue }
      bodyStart = end
      let head = String(decoding: bytes[..<end], as: UTF8.self).lowercased()
      for line in head.split(separator: "\r\n") where line.hasPrefix("content-length:") {
        length = Int(line.dropFirst(15).drop { $0 == " " }) ?? 0
      }
    }
    for field in bytes[(bodyStart ?? 0)...].split(separator: UInt8(ascii: "&")) {
      if field.starts(with: "query=".utf8) { return decoded(field.dropFirst(6)) }
    }
    return nil
  }

  private static func headEnd(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return (0...bytes.count - 4).first { bytes[$0..<$0 + 4].elementsEqual("\r\n\r\n".utf8) }
      .map { $0 + 4 }
  }

  private static func decoded(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return result
  }
}
