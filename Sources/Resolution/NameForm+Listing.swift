extension NameForm {
  /// A company's name without its place on a stock exchange.
  ///
  /// "SoftBank (TYO: 9984)" gives "SoftBank", "Xu Inc. <XU.N>" gives "Xu Inc."; "Eton College
  /// (Berkshire)" stays. O(*n*).
  static func withoutListing(_ name: String) -> String {
    let bytes = Array(name.utf8)
    guard let close = bytes.lastIndex(where: { $0 != UInt8(ascii: " ") }),
      let opening = openings[bytes[close]],
      let open = bytes[..<close].lastIndex(of: opening), open > 0,
      isListing(bytes[(open + 1)..<close])
    else { return name }
    var end = open
    while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return end > 0 ? String(decoding: bytes[..<end], as: UTF8.self) : name
  }

  private static let openings: [UInt8: UInt8] = [
    UInt8(ascii: ")"): UInt8(ascii: "("), UInt8(ascii: ">"): UInt8(ascii: "<"),
    UInt8(ascii: "]"): UInt8(ascii: "["),
  ]

  /// Whether it is an exchange and a symbol ("NYSE: T", "Nasdaq:ACME") or a symbol with the letters
  /// of its exchange, as Reuters writes them ("9984.T", "VOD.L").
  private static func isListing(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    if parts.count == 2 {
      let exchange = parts[0].filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") }
      let symbol = parts[1].filter { $0 != UInt8(ascii: " ") }
      return (2...12).contains(exchange.count)
        && (exchange.allSatisfy(isCapital) || mixedCaseExchanges.contains(Array(exchange)))
        && (1...9).contains(symbol.count)
        && symbol.allSatisfy {
          isCapital($0) || isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
        }
    }
    guard parts.count == 1, let dot = text.lastIndex(of: UInt8(ascii: ".")) else { return false }
    let (symbol, exchange) = (text[..<dot], text[(dot + 1)...])
    return (1...6).contains(symbol.count) && (1...2).contains(exchange.count)
      && symbol.allSatisfy { isCapital($0) || isDigit($0) } && exchange.allSatisfy(isCapital)
  }

  /// Exchanges that are not written in capitals alone.
  private static let mixedCaseExchanges = Set(
    ["Nasdaq", "NasdaqGS", "NasdaqGM", "NasdaqCM", "Euronext", "Xetra", "Frankfurt"].map {
      Array($0.utf8)
    })

  private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
