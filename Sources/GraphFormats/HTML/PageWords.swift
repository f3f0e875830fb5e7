/// A sentence of the page, and where its words stand; places are code points.
///
/// A word is a run of ASCII letters and digits and of all that is not ASCII; any other ASCII
/// character but a space or control character is one by itself, and so are dashes and quotation
/// marks (U+2010 to U+2027). What is marked in a sentence nearly always begins and ends with a word,
/// and numbers of words are smaller than those of characters.
struct PageWords {
  let letters: [Unicode.Scalar]
  private var starts: [Int] = []
  private var ends: [Int] = []

  init(_ text: String) {
    letters = Array(text.unicodeScalars)
    var isInside = false
    for (place, letter) in letters.enumerated() {
      let isLetter = Self.isLetter(letter)
      if isLetter, isInside {
        ends[ends.count - 1] = place + 1
      } else if isLetter || letter.value > 0x20 && letter.value != 0x7f {
        starts.append(place)
        ends.append(place + 1)
      }
      isInside = isLetter
    }
  }

  private static func isLetter(_ letter: Unicode.Scalar) -> Bool {
    switch letter {
    case "0"..."9", "A"..."Z", "a"..."z": true
    default: letter.value > 0x7f && !(0x2010...0x2027).contains(letter.value)
    }
  }

  /// The numbers of the words that a part of the text is made of, if it begins and ends with words.
  func words(_ part: Range<Int>) -> Range<Int>? {
    guard let first = Self.number(of: part.lowerBound, in: starts),
      let last = Self.number(of: part.upperBound, in: ends), first <= last
    else { return nil }
    return first..<last + 1
  }

  /// How many words begin before a place.
  func wordCount(before place: Int) -> Int { Self.count(below: place, in: starts) }

  /// Where some words stand first.
  func place(of words: [Unicode.Scalar]) -> Range<Int>? {
    guard let first = words.first, words.count <= letters.count else { return nil }
    for start in 0...letters.count - words.count where letters[start] == first {
      let end = start + words.count
      if letters[start..<end].elementsEqual(words) { return start..<end }
    }
    return nil
  }

  private static func number(of place: Int, in places: [Int]) -> Int? {
    let number = count(below: place, in: places)
    return number < places.count && places[number] == place ? number : nil
  }

  /// How many of some growing places lie below one.
  private static func count(below place: Int, in places: [Int]) -> Int {
    var range = 0..<places.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = places[middle] < place ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return range.lowerBound
  }
}
