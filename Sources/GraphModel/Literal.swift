/// A typed value: a number, an amount of money, a date, or text.
public struct Literal: Hashable, Sendable {
  /// The lexical form, exactly as it is written out: `7500000000`, `2019-10`, `29`.
  public let value: String
  /// The datatype, such as ``XSD/decimal``.
  public let datatype: IRI
  /// The ISO 4217 currency (`USD`) or the unit (`km`, `percent`) of a number.
  public let unit: String?
  /// The words of the text: "about $2.5 billion".
  public let text: String
  /// The word that makes the value approximate or a bound ("about", "more than"), if there is one.
  public let cue: String?

  /// Creates a value.
  public init(value: String, datatype: IRI, unit: String? = nil, text: String, cue: String? = nil) {
    self.value = value
    self.datatype = datatype
    self.unit = unit
    self.text = text
    self.cue = cue
  }
}
