public import GraphModel

/// A property path (SPARQL 1.1, section 9.1).
public indirect enum PropertyPath: Hashable, Sendable {
  /// One edge with this predicate.
  case link(IRI)
  /// `^path`: from object to subject.
  case inverse(PropertyPath)
  /// `a / b / …`, at least two.
  case sequence([PropertyPath])
  /// `a | b | …`, at least two; a solution for each way there is.
  case alternative([PropertyPath])
  /// `path?`: each pair once; the ends may be equal without any edge.
  case zeroOrOne(PropertyPath)
  /// `path*`: each pair once; the ends may be equal without any edge.
  case zeroOrMore(PropertyPath)
  /// `path+`: each pair once.
  case oneOrMore(PropertyPath)
  /// `!(a | ^b)`: one edge whose predicate is none of `forward`, or one the other way round whose
  /// predicate is none of `backward`.
  ///
  /// `nil` means that this direction is not walked at all: `!(^b)` has `forward` `nil`, and `!a`
  /// has `backward` `nil`.
  case negated(forward: [IRI]?, backward: [IRI]?)
}
