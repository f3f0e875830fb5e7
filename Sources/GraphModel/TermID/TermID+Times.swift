/// Dates and times of the years 1 to 9999.
extension TermID {
  /// Year, month and day of a date; of a year or a month the parts that it has, the others 0.
  @inlinable public var calendarFields: (year: Int, month: Int, day: Int)? {
    let bits = Int(payload)
    return switch kind {
    case .date: (bits >> 9, bits >> 5 & 15, bits & 31)
    case .year: (bits, 0, 0)
    case .yearMonth: (bits >> 4, bits & 15, 0)
    default: nil
    }
  }

  /// The instant of a date and time, in milliseconds since 0000-12-30T00:00:00 of its own zone's
  /// clock or, if it has a zone, of UTC; and the zone in minutes east.
  @inlinable public var instant: (milliseconds: Int64, zoneMinutes: Int?)? {
    switch kind {
    case .dateTime: return (Int64(payload >> 2), nil)
    case .zonedDateTime:
      let zone = Int(payload >> 2 & 127)
      return (Int64(payload >> 9), zone == 0 ? 0 : (zone - 57) * 15)
    default: return nil
    }
  }

  /// The days from 0000-12-30 to a date of the Gregorian calendar.
  @inlinable
  public static func days(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let monthFromMarch = month <= 2 ? month + 9 : month - 3
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400
      + (153 * monthFromMarch + 2) / 5 + day - 305
  }

  /// The date that lies some days after 0000-12-30.
  @inlinable
  public static func date(days: Int) -> (year: Int, month: Int, day: Int) {
    // Counted from 0000-03-01, so that leap days end a year.
    let shifted = days + 304
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// How many days a month has.
  @inlinable
  static func daysInMonth(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

/// Reading and writing lexical forms.
extension TermID {
  private static let dayLength: Int64 = 86_400_000

  static func calendar(_ lexical: UnsafeBufferPointer<UInt8>, _ kind: Kind) -> TermID? {
    let count = kind == .year ? 4 : kind == .yearMonth ? 7 : 10
    guard lexical.count == count, let year = number(lexical, 0, 4), year > 0 else { return nil }
    if kind == .year { return TermID(.year, UInt64(year)) }
    guard lexical[4] == UInt8(ascii: "-"), let month = number(lexical, 5, 2), 1...12 ~= month else {
      return nil
    }
    if kind == .yearMonth { return TermID(.yearMonth, UInt64(year << 4 | month)) }
    guard lexical[7] == UInt8(ascii: "-"), let day = number(lexical, 8, 2), day > 0,
      day <= daysInMonth(year, month)
    else { return nil }
    return TermID(.date, UInt64(year << 9 | month << 5 | day))
  }

  static func dateTime(_ lexical: UnsafeBufferPointer<UInt8>) -> TermID? {
    guard lexical.count >= 19, lexical[10] == UInt8(ascii: "T"), lexical[13] == UInt8(ascii: ":"),
      lexical[16] == UInt8(ascii: ":"),
      let date = calendar(UnsafeBufferPointer(rebasing: lexical[..<10]), .date)?.calendarFields,
      let hour = number(lexical, 11, 2), hour < 24, let minute = number(lexical, 14, 2),
      minute < 60, let second = number(lexical, 17, 2), second < 60
    else { return nil }
    var place = 19
    var digits = 0
    var fraction = 0
    if place < lexical.count, lexical[place] == UInt8(ascii: ".") {
      place += 1
      while place < lexical.count, let digit = number(lexical, place, 1) {
        guard digits < 3 else { return nil }
        fraction = fraction * 10 + digit
        digits += 1
        place += 1
      }
      guard digits > 0 else { return nil }
      for _ in digits..<3 { fraction *= 10 }
    }
    let days = days(year: date.year, month: date.month, day: date.day)
    let time = Int64(((hour * 60 + minute) * 60 + second) * 1_000 + fraction)
    let milliseconds = Int64(days) * dayLength + time
    if place == lexical.count {
      return TermID(.dateTime, UInt64(milliseconds) << 2 | UInt64(digits))
    }
    guard let zone = zone(lexical, place) else { return nil }
    let utc = milliseconds - Int64(zone == 0 ? 0 : (zone - 57) * 900_000)
    guard utc >= 0 else { return nil }
    return TermID(.zonedDateTime, UInt64(utc) << 9 | UInt64(zone) << 2 | UInt64(digits))
  }

  /// The code of the time zone that ends a lexical form.
  private static func zone(_ lexical: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    if lexical.count == place + 1, lexical[place] == UInt8(ascii: "Z") { return 0 }
    guard lexical.count == place + 6, lexical[place + 3] == UInt8(ascii: ":"),
      let hours = number(lexical, place + 1, 2), let minutes = number(lexical, place + 4, 2),
      minutes < 60, minutes % 15 == 0, hours * 60 + minutes <= 840
    else { return nil }
    let quarters = (hours * 60 + minutes) / 15
    switch lexical[place] {
    case UInt8(ascii: "+"): return 57 + quarters
    case UInt8(ascii: "-"): return quarters == 0 ? nil : 57 - quarters
    default: return nil
    }
  }

  /// The value of some digits, or `nil` if there are others than digits.
  private static func number(
    _ lexical: UnsafeBufferPointer<UInt8>, _ place: Int, _ count: Int
  ) -> Int? {
    var value = 0
    for place in place..<place + count {
      let digit = lexical[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  func appendCalendar(to bytes: inout [UInt8]) {
    guard let fields = calendarFields else { return }
    Self.appendDigits(UInt64(fields.year), atLeast: 4, to: &bytes)
    for part in [fields.month, fields.day] where part > 0 {
      bytes.append(UInt8(ascii: "-"))
      Self.appendDigits(UInt64(part), atLeast: 2, to: &bytes)
    }
  }

  func appendDateTime(to bytes: inout [UInt8]) -> Bool {
    guard let instant else { return false }
    let clock = instant.milliseconds + Int64(instant.zoneMinutes ?? 0) * 60_000
    // What no program of this version writes might lie outside the calendar.
    guard clock >= 0, clock / Self.dayLength < 3_652_061 else { return false }
    let date = Self.date(days: Int(clock / Self.dayLength))
    let time = UInt64(clock % Self.dayLength)
    Self.appendDigits(UInt64(date.year), atLeast: 4, to: &bytes)
    let parts: [(UInt8, UInt64)] = [
      (UInt8(ascii: "-"), UInt64(date.month)), (UInt8(ascii: "-"), UInt64(date.day)),
      (UInt8(ascii: "T"), time / 3_600_000), (UInt8(ascii: ":"), time / 60_000 % 60),
      (UInt8(ascii: ":"), time / 1_000 % 60),
    ]
    for (mark, part) in parts {
      bytes.append(mark)
      Self.appendDigits(part, atLeast: 2, to: &bytes)
    }
    let digits = Int(payload & 3)
    if digits > 0 {
      bytes.append(UInt8(ascii: "."))
      let end = bytes.count + digits
      Self.appendDigits(time % 1_000, atLeast: 3, to: &bytes)
      bytes.removeLast(bytes.count - end)
    }
    appendZone(to: &bytes)
    return true
  }

  private func appendZone(to bytes: inout [UInt8]) {
    guard kind == .zonedDateTime else { return }
    let zone = Int(payload >> 2 & 127)
    guard zone > 0 else {
      bytes.append(UInt8(ascii: "Z"))
      return
    }
    let quarters = zone - 57
    bytes.append(UInt8(ascii: quarters < 0 ? "-" : "+"))
    Self.appendDigits(UInt64(quarters.magnitude / 4), atLeast: 2, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.appendDigits(UInt64(quarters.magnitude % 4 * 15), atLeast: 2, to: &bytes)
  }
}
