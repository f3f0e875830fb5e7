import GraphModel

/// The two places of a relation that a class can take.
public enum RelationPlace: Hashable, Sendable {
  case subject
  case object
}

extension Schema {
  /// Whether one class is another or one of its subclasses; O(*c*) in the number of superclasses.
  ///
  ///     schema.isSubclass("Company", of: "Agent")  // true
  public func isSubclass(_ name: String, of ancestor: String) -> Bool {
    if name == ancestor { return true }
    var pending = superclasses[name] ?? []
    var seen: Set<String> = [name]
    while let next = pending.popLast() {
      if next == ancestor { return true }
      if seen.insert(next).inserted { pending += superclasses[next] ?? [] }
    }
    return false
  }

  /// Whether a thing of a class may stand in a place of a relation.
  ///
  /// A class that is only known in part is accepted: an `Organization` may prove to be the
  /// `Company` that is asked for, a `Company` is an `Organization`; a `Person` is neither. A class
  /// that the vocabulary does not declare, and a relation that it does not declare, are refused.
  public func accepts(type: String, for relation: String, as place: RelationPlace) -> Bool {
    guard let relation = self.relation(named: relation) else { return false }
    let wanted = place == .subject ? relation.domain : relation.range
    guard !wanted.isEmpty else { return superclasses[type] != nil }
    return wanted.contains { isSubclass(type, of: $0) || isSubclass($0, of: type) }
  }

  /// Whether things of these classes may be subject and object of a relation.
  public func accepts(subject: String, relation: String, object: String) -> Bool {
    accepts(type: subject, for: relation, as: .subject)
      && accepts(type: object, for: relation, as: .object)
  }

  /// The class that a noun speaks of ("startup" gives `Company`), or `nil`.
  ///
  /// The lemma is in lower case; if several classes list it, the first by name is given.
  public func type(ofNoun lemma: String) -> String? {
    classes.first { $0.nouns.contains(lemma) }?.name
  }
}

extension Schema {
  /// The nearest of some names by edit distance, if it is near enough to be a slip of the pen.
  ///
  /// Of equally near names the first is given. O(*n m*) for each name.
  public static func suggestion(for word: String, among names: some Sequence<String>) -> String? {
    let target = folded(word)
    var best: (distance: Int, name: String)?
    for name in names {
      let distance = EditDistance.alignment(target, folded(name))
      if distance < (best?.distance ?? max(2, target.count / 3 + 1)) { best = (distance, name) }
    }
    return best?.name
  }

  /// The bytes of a name, with ASCII letters in lower case.
  private static func folded(_ name: String) -> [UInt8] {
    name.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }
  }
}
