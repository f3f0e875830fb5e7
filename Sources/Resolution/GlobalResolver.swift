import Extraction
import GraphModel

/// Decides which things of different documents are one entity, and gives entities identifiers.
///
/// Names are compared by keys that leave out titles, legal forms and spelling variants, so the work
/// is near-linear: only things that share a key, a family name or initials meet. Different classes
/// and different genders never become one, and neither do two full names of people. A family name
/// alone goes to the only full name in all the documents that has it, if the two share their
/// company; otherwise it stays in its document.
///
/// Identifiers and labels depend on content alone: neither the order of the documents nor unrelated
/// documents change them.
public struct GlobalResolver: Sendable {
  /// Creates a resolver.
  public init() {}

  /// Resolves the things of all documents.
  ///
  /// - Parameters:
  ///   - documents: The things of each document, in any order.
  ///   - judgements: What people decided; "different" binds more than anything that names tell.
  /// - Returns: The entities of all documents.
  /// - Complexity: O(*n* log *n*) with *n* local things.
  public func resolve(
    _ documents: [DocumentEntities], judgements: [Judgement] = []
  ) -> GlobalResolution {
    let order = documents.indices.sorted {
      (documents[$0].document, $0) < (documents[$1].document, $1)
    }
    var senses = NameSenses(
      order.map { documents[$0] }, constraints: IdentityConstraints(judgements))
    senses.link()
    return EntityTable(order.map { documents[$0] }, order: order, senses: &senses).resolution
  }
}
