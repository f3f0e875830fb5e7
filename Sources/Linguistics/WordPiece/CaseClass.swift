/// How a word is capitalised; the word pieces themselves are lower-case.
enum CaseClass: UInt8, Hashable, Sendable {
  case noLetters = 0
  case lower = 1
  case title = 2
  case upper = 3
  case mixed = 4
  case digits = 5

  /// Looks at the letters and digits of a word.
  init(_ word: String) {
    var letters = 0
    var upper = 0
    var lower = 0
    var firstIsUpper = false
    for scalar in word.unicodeScalars {
      let isLetter: Bool
      let isUpper: Bool
      let isLower: Bool
      switch scalar.value {
      case 0x30...0x39:
        self = .digits
        return
      case 0x41...0x5a: (isLetter, isUpper, isLower) = (true, true, false)
      case 0x61...0x7a: (isLetter, isUpper, isLower) = (true, false, true)
      case 0..<0x80: continue
      default:
        let properties = scalar.properties
        if properties.numericType == .decimal || properties.numericType == .digit {
          self = .digits
          return
        }
        isLetter = properties.generalCategory.isLetter
        isUpper = properties.isUppercase
        isLower = properties.isLowercase
      }
      guard isLetter else { continue }
      if letters == 0 { firstIsUpper = isUpper }
      letters += 1
      upper += isUpper ? 1 : 0
      lower += isLower ? 1 : 0
    }
    self =
      if letters == 0 {
        .noLetters
      } else if lower == letters {
        .lower
      } else if firstIsUpper, lower == letters - 1 {
        .title
      } else if upper == letters {
        .upper
      } else {
        .mixed
      }
  }
}

extension Unicode.GeneralCategory {
  /// Whether it is one of L*.
  var isLetter: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// Whether it is one of P*.
  var isPunctuation: Bool {
    switch self {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    default: false
    }
  }

  /// Whether it is one of C*, but for code points without a character.
  var isInvisible: Bool {
    switch self {
    case .control, .format, .surrogate, .privateUse: true
    default: false
    }
  }
}
