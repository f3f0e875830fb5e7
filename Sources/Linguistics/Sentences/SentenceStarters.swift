/// Words that, written with a capital, show that a sentence begins.
///
/// After an abbreviation that may or may not end its sentence ("Corp.", "U.S.") a capital alone
/// tells little, since names have one too; these words are not part of names.
enum SentenceStarters {
  static let words: Set<String> = Set(
    """
    The A An This That These Those It Its He She They We You I His Her Their Our My Your There Here \
    But And Or So Yet Nor If When While As Although Though Because Since After Before Until Unless \
    Once Whether Where What Who Whom Whose Which Why How In On At By For From With Without About \
    Among Amid Under During Despite Against Between Beyond Through Throughout To Upon Within Like \
    Also However Meanwhile Moreover Then Thus Therefore Instead Still Even Only Just Now Today \
    Yesterday Tomorrow Later Earlier Last Next Some Many Most Much Several Both Each Every Few All \
    Any Another Other Others Such One Two Three No Not Yes Is Are Was Were Do Does Did Can Could \
    Would Should Will May Might Has Have Had Be Being According Analysts Officials Critics Shares \
    Sales Please Perhaps Maybe Nearly Almost More Less Overall Separately Additionally Furthermore \
    Finally Recently Let
    """.split(separator: " ").map(String.init))

  /// The same words written small, as careless writers do at the head of a sentence.
  static let careless = Set(words.map { $0.lowercased() }).union(["i"])

  /// Whether a byte is an ASCII capital.
  static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5a }
}
