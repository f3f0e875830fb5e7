import Foundation
import Glibc
import Synchronization

/// An HTTP server on the loopback address that gives every request the same answer.
final class LoopbackEndpoint: Sendable {
  private let socket: Int32
  private let port: UInt16
  private let answer: String
  private let received = Mutex<[String]>([])

  /// The address to post to.
  var address: String { "http://127.0.0.1:\(port)/query" }

  /// The requests so far, heads and bodies.
  var requests: [String] { received.withLock { $0 } }

  struct Unavailable: Error {}

  /// Begins to serve at a free port; the answer is sent with status 200.
  init(answer: String) throws {
    self.answer = answer
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = socket
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { address -> Int32 in
        guard bind(socket, address, size) == 0, listen(socket, 4) == 0 else { return -1 }
        return getsockname(socket, address, &size)
      }
    }
    guard code == 0 else { throw Unavailable() }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [weak self] in
      while true {
        let connection = accept(socket, nil, nil)
        guard connection >= 0 else { return }
        guard let self else {
          close(connection)
          return
        }
        serve(connection)
      }
    }
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while !Self.isWhole(bytes) {
      let count = recv(connection, &room, room.count, 0)
      guard count > 0 else { return }
      bytes += room[..<count]
    }
    received.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
    let text =
      "HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n"
      + "Content-Length: \(answer.utf8.count)\r\nConnection: close\r\n\r\n" + answer
    _ = Array(text.utf8).withUnsafeBytes {
      send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
    }
  }

  /// Whether a request has its head and as many bytes of body as the head says.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { return false }
    let length = text[..<end.lowerBound].lowercased().split(separator: "\r\n")
      .first { $0.hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) }
    return text[end.upperBound...].utf8.count >= length ?? 0
  }
}
