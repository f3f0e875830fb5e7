/// The days that a date of the text's own precision stands for: `2018-05` is a whole May.
struct DayRange: Hashable, Sendable {
  /// The first day: `2018-05-01`.
  let first: String
  /// The last day: `2018-05-31`.
  let last: String

  /// The days of a year, a month or a day; `nil` if the text is none.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, numbers[0] > 0 else { return nil }
    guard parts.count > 1 else {
      (first, last) = (text + "-01-01", text + "-12-31")
      return
    }
    guard (1...12).contains(numbers[1]) else { return nil }
    let isLeap = numbers[0] % 4 == 0 && (numbers[0] % 100 != 0 || numbers[0] % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][numbers[1] - 1]
    guard parts.count > 2 else {
      (first, last) = (text + "-01", text + "-\(days)")
      return
    }
    guard (1...days).contains(numbers[2]) else { return nil }
    (first, last) = (text, text)
  }
}
