import GraphModel

/// How alike two folded words of names are.
enum WordSimilarity {
  /// The share of letters that need no edit; at least 0.86 for words that sound alike.
  ///
  /// O(*n m*).
  static func of(_ a: [UInt8], _ b: [UInt8]) -> Double {
    guard a != b else { return 1 }
    let longer = max(a.count, b.count)
    guard longer > 0 else { return 1 }
    let share = 1 - Double(EditDistance.alignment(a, b)) / Double(longer)
    let soundsAlike = min(a.count, b.count) > 2 && skeleton(a) == skeleton(b)
    return soundsAlike ? max(share, 0.86) : share
  }

  /// The consonants of a word, with those that transliterations mix up made one.
  ///
  /// `hussein` and `husayn` have one skeleton, as have `qaida` and `kaeda`.
  static func skeleton(_ word: [UInt8]) -> [UInt8] {
    var letters: [UInt8] = []
    var i = 0
    while i < word.count {
      let next = i + 1 < word.count ? word[i + 1] : 0
      switch (word[i], next) {
      case (UInt8(ascii: "p"), UInt8(ascii: "h")):
        letters.append(UInt8(ascii: "f"))
        i += 2
      case (UInt8(ascii: "c"), UInt8(ascii: "k")):
        letters.append(UInt8(ascii: "k"))
        i += 2
      case (UInt8(ascii: "k"), UInt8(ascii: "h")), (UInt8(ascii: "g"), UInt8(ascii: "h")):
        letters.append(UInt8(ascii: "h"))
        i += 2
      case (UInt8(ascii: "x"), _):
        letters += [UInt8(ascii: "k"), UInt8(ascii: "s")]
        i += 1
      case (let letter, _):
        letters.append(plain[letter] ?? letter)
        i += 1
      }
    }
    var result: [UInt8] = []
    var previous: UInt8 = 0
    for (place, letter) in letters.enumerated() {
      let isVowel = vowels.contains(letter)
      if letter != previous, !isVowel || place == 0 { result.append(letter) }
      previous = letter
    }
    return result
  }

  private static let vowels = Set("aeiou".utf8)
  private static let plain: [UInt8: UInt8] = {
    let from = Array("qyjwcz".utf8)
    let to = Array("kiivks".utf8)
    return Dictionary(uniqueKeysWithValues: zip(from, to))
  }()
}
