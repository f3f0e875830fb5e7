import GraphModel

/// A time as pages write it for programs: `2019-10-29T23:40:12Z`, `2019-10-29 19:40:12` (ISO 8601).
struct PageTime: Hashable {
  /// The day as it is written, `2019-10-29`.
  let day: String
  /// Minutes from 0000-12-30 to the time as it is written, whatever its zone.
  private let minutes: Int
  /// Seconds within the minute.
  private let seconds: Int
  /// Minutes that the zone is ahead of UTC; nil if none is written.
  let zone: Int?

  /// The time with which a text starts; nil if it is none.
  init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(40))
    func number(_ at: Int, _ count: Int) -> Int? {
      guard at + count <= bytes.count, bytes[at..<at + count].allSatisfy(\.isASCIIDigit) else {
        return nil
      }
      return bytes[at..<at + count].reduce(0) { $0 * 10 + Int($1 - 48) }
    }
    guard let year = number(0, 4), let month = number(5, 2), let date = number(8, 2),
      let day = PublicationDate.iso(year: year, month: month, day: date), bytes.count >= 16,
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20, bytes[13] == UInt8(ascii: ":"),
      let hour = number(11, 2), let minute = number(14, 2), hour < 24, minute < 60
    else { return nil }
    self.day = day
    minutes = (TermID.days(year: year, month: month, day: date) * 24 + hour) * 60 + minute
    let hasSeconds = bytes.count > 16 && bytes[16] == UInt8(ascii: ":")
    seconds = hasSeconds ? number(17, 2) ?? 0 : 0
    let rest = bytes[(hasSeconds ? min(19, bytes.count) : 16)...].drop {
      $0 == UInt8(ascii: ".") || $0.isASCIIDigit || $0 == 0x20
    }
    zone = Self.zone(rest)
  }

  /// The minutes of `Z`, `+02:00`, `-0500`.
  private static func zone(_ text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first else { return nil }
    if sign == UInt8(ascii: "Z") { return 0 }
    let digits = text.dropFirst().filter(\.isASCIIDigit).prefix(4).map { Int($0 - 48) }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), digits.count == 4 else {
      return nil
    }
    let minutes = (digits[0] * 10 + digits[1]) * 60 + digits[2] * 10 + digits[3]
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// Whether this is how a site's own clock showed the moment that another time gives in UTC.
  func isLocal(of other: PageTime) -> Bool {
    guard other.zone == 0, seconds == other.seconds else { return false }
    if let zone { return zone != 0 && abs(minutes - zone - other.minutes) <= 1 }
    let ahead = minutes - other.minutes
    // Without seconds, or on the hour, two times may differ by whole hours by chance.
    return seconds != 0 && ahead % 30 == 0 && abs(ahead) <= 14 * 60
  }

  /// Whether a day is the one before or after that of this time.
  func isBeside(_ day: String) -> Bool {
    guard let other = PageTime(day + "T12:00") else { return false }
    return abs((other.minutes / 1440) - (minutes / 1440)) == 1
  }
}
