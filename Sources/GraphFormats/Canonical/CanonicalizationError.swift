/// Why a dataset has no canonical form that can be found.
public enum CanonicalizationError: Error, Hashable, Sendable {
  /// So many blank nodes look so much alike that telling them apart would take too long.
  ///
  /// - `steps`: How many steps were taken before it was given up.
  case tooMuchAlike(blankNodes: Int, steps: Int)
  /// A triple term holds a blank node, for which the standard says nothing.
  case blankNodeInTripleTerm
}
