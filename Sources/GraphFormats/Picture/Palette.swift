import GraphModel

/// Colours for types and communities that the colour-blind tell apart (Okabe and Ito).
enum Palette {
  /// A colour: red, green, blue.
  struct Color: Hashable, Sendable {
    let red: Int
    let green: Int
    let blue: Int

    /// The colour, mixed with three parts of white: a ground that dark letters are read on.
    var tint: Color {
      Color(
        red: (red + 3 * 255) / 4, green: (green + 3 * 255) / 4, blue: (blue + 3 * 255) / 4)
    }

    /// The colour as `#0072b2`.
    var hex: String {
      "#"
        + [red, green, blue].map { part in
          (part < 16 ? "0" : "") + String(part, radix: 16)
        }.joined()
    }
  }

  /// The kinds of entities that have a colour of their own, in the order of a legend.
  static let families: [(name: String, color: Color)] = [
    ("Person", blue), ("Organization", orange), ("Place", green), ("Event", purple),
    ("Work", yellow), ("Product", yellow), ("Law", yellow), ("UnnamedSource", sky),
    ("Group", orange), ("Literal", Color(red: 0xc9, green: 0xcd, blue: 0xd6)),
  ]

  /// The colour of an entity by its types: a company has an organization's.
  static func color(types: [String]) -> Color {
    families.first { types.contains($0.name) }?.color ?? grey
  }

  static let blue = Color(red: 0x00, green: 0x72, blue: 0xb2)
  static let orange = Color(red: 0xd5, green: 0x5e, blue: 0x00)
  static let green = Color(red: 0x00, green: 0x9e, blue: 0x73)
  static let purple = Color(red: 0xcc, green: 0x79, blue: 0xa7)
  static let yellow = Color(red: 0xe6, green: 0x9f, blue: 0x00)
  static let sky = Color(red: 0x56, green: 0xb4, blue: 0xe9)
  static let grey = Color(red: 0x8a, green: 0x90, blue: 0x9c)
  /// What is denied, and what is merely possible.
  static let denied = Color(red: 0xc4, green: 0x3c, blue: 0x3c)
  static let claim = Color(red: 0xc7, green: 0x7a, blue: 0x18)
  static let edge = Color(red: 0x9a, green: 0xa1, blue: 0xae)

  /// The colour of an edge by what the statement says.
  static func color(of record: EdgeRecord) -> Color {
    if record.statement.content.polarity == .negative { return denied }
    return record.isAsserted ? edge : claim
  }
}
