/// A wording pattern as it is written, before names are looked up.
///
/// The grammar, in which white space separates and `{}` repeats:
///
///     pattern = node
///     node    = [ capture (":" | "@") ] test { clause }
///     test    = kind ":" word { "|" word }  |  Class { "|" Class } [ "~" ]  |  "*"
///     kind    = "verb" | "noun" | "adj" | "word"
///     clause  = role { "|" role } [ "?" ] ">" filler  |  "!" role { "|" role } [ ">" filler ]
///     filler  = capture  |  [ capture ":" ] test  |  [ capture "@" ] "[" node "]"
///
/// A capture is `S`, `O`, `S&O` or a lower-case word, the name of a qualifier. With `:` it is the
/// thing or value at the token, with `@` the words there: "chief financial officer".
struct PatternNode: Hashable, Sendable {
  /// What a token must be.
  enum Test: Hashable, Sendable {
    /// One of some words, of a part of speech; several tokens are joined by `_`.
    case words(WordKind, [Located])
    /// A thing or value of one of some classes; `orUnknown` also takes a proper name of no known
    /// class.
    case classes([Located], orUnknown: Bool)
    /// The classes that the relation's domain or range gives.
    case implied
    /// Anything.
    case any
  }

  /// The parts of speech that a test can ask for.
  enum WordKind: String, Hashable, Sendable, CaseIterable {
    case verb
    case noun
    case adjective = "adj"
    case any = "word"
  }

  /// A word of the pattern and where it stands.
  struct Located: Hashable, Sendable {
    /// The word.
    var text: String
    /// The offset of its first byte in the pattern.
    var offset: Int
  }

  /// A condition on a neighbour in the tree.
  struct Clause: Hashable, Sendable {
    /// How many neighbours a clause asks for.
    enum Mode: Hashable, Sendable {
      case required
      case optional
      case forbidden
    }

    /// The roles, any of which will do.
    var roles: [Located]
    /// Whether it must, may or must not be there.
    var mode: Mode
    /// What stands in the role.
    var filler: PatternNode
  }

  /// The name that the token is kept under.
  var capture: Located?
  /// Whether the capture is the words of the token (`role@…`) and not the thing it names.
  var isTitle = false
  /// What the token must be.
  var test: Test
  /// What its neighbours must be.
  var clauses: [Clause]
}
