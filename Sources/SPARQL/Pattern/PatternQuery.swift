/// Patterns of three places that statements may match: the short form of a query.
///
///     try PatternQuery(["SoftBank", "investedIn", "?"])
///     try PatternQuery(["?firm investedIn ?x . ?x locatedIn China"])
///
/// A place that is `?` or `?name` is open; the same name in two places means the same thing.
/// Any other place is a name or an identifier that the caller resolves to terms.
public struct PatternQuery: Hashable, Sendable {
  /// One of the three places of a pattern.
  public enum Position: Int, Hashable, Sendable, CaseIterable {
    case subject
    case predicate
    case object
  }

  /// What stands at a place.
  public enum Place: Hashable, Sendable {
    /// Open; an index into ``PatternQuery/variables``.
    case variable(Int)
    /// A name or an identifier, as it was written.
    case name(String)
  }

  /// Three places.
  public struct Pattern: Hashable, Sendable {
    /// What the statement is about.
    public let subject: Place
    /// The relation.
    public let predicate: Place
    /// The other thing, or the value.
    public let object: Place

    /// Creates a pattern.
    public init(_ subject: Place, _ predicate: Place, _ object: Place) {
      self.subject = subject
      self.predicate = predicate
      self.object = object
    }

    /// The place at a position.
    public subscript(position: Position) -> Place {
      switch position {
      case .subject: subject
      case .predicate: predicate
      case .object: object
      }
    }
  }

  /// An open place's name.
  public struct Variable: Hashable, Sendable {
    /// The name that was written after `?`; `nil` for a bare `?`, which is its own variable each
    /// time.
    public let name: String?
    /// Where it stands first.
    public let position: Position
  }

  /// The patterns, all of which must match; never empty.
  public let patterns: [Pattern]
  /// The variables, in the order in which they are written.
  public let variables: [Variable]

  /// Reads patterns.
  ///
  /// - Parameter words: One text to be cut into words, or the words of a command line: each one
  ///   is then a place, spaces and all, and `.` stands between patterns. In a text, quotation marks
  ///   and angle brackets hold a place with spaces together.
  /// - Throws: ``PatternError``.
  public init(_ words: [String]) throws(PatternError) {
    let words = words.count == 1 ? try PatternWord.cut(words[0]) : words.map(PatternWord.init)
    var patterns: [Pattern] = []
    var variables: [Variable] = []
    for group in words.split(separator: .separator) {
      guard group.count == 3 else { throw .notThreePlaces(group.map(\.written)) }
      var places: [Place] = []
      for (word, position) in zip(group, Position.allCases) {
        switch word {
        case .name(let name), .quoted(let name): places.append(.name(name))
        case .separator: break
        case .variable(let name):
          let known = name.isEmpty ? nil : variables.firstIndex { $0.name == name }
          places.append(.variable(known ?? variables.count))
          if known == nil {
            variables.append(Variable(name: name.isEmpty ? nil : name, position: position))
          }
        }
      }
      patterns.append(Pattern(places[0], places[1], places[2]))
    }
    guard !patterns.isEmpty else { throw .empty }
    self.patterns = patterns
    self.variables = variables
  }
}

/// Why a pattern query cannot be read or run.
public enum PatternError: Error, Hashable, Sendable {
  /// There is no pattern.
  case empty
  /// A pattern has not three places; the words that it has.
  case notThreePlaces([String])
  /// A quotation mark or angle bracket has no partner; the text from it on.
  case unclosed(String)
  /// A name that the resolver knows no term for, and where it stands.
  case unknownName(String, PatternQuery.Position)
}
