public import GraphModel

/// An entity that may be a known thing, for a person to judge.
public struct MatchProposal: Hashable, Sendable {
  /// The entity.
  public let entity: EntityID
  /// The known thing, with the score.
  public let match: ExactMatch

  /// Creates a proposal.
  public init(entity: EntityID, match: ExactMatch) {
    self.entity = entity
    self.match = match
  }
}

/// The bytes in which a store keeps proposals.
enum ProposalTable {
  /// The bytes of some proposals; `nil` for none.
  static func encode(_ proposals: [MatchProposal]) -> [UInt8]? {
    guard !proposals.isEmpty else { return nil }
    var writer = RecordWriter()
    writer.put(proposals.count)
    for proposal in proposals {
      writer.put(proposal.entity.value)
      writer.put(proposal.match.target)
      writer.put(proposal.match.label)
      writer.put(proposal.match.list)
      writer.put(proposal.match.score)
    }
    return writer.bytes()
  }

  /// The proposals in some bytes; none if they hold none.
  static func decode(_ bytes: [UInt8]) -> [MatchProposal] {
    do throws(RecordError) {
      var reader = try RecordReader(bytes[...])
      var proposals: [MatchProposal] = []
      for _ in 0..<(try reader.count()) {
        let entity = EntityID(try reader.text())
        let target = try reader.text()
        let label = try reader.text()
        let list = try reader.text()
        proposals.append(
          MatchProposal(
            entity: entity,
            match: ExactMatch(
              target: target, label: label, list: list, score: try reader.fraction())))
      }
      return proposals
    } catch {
      return []
    }
  }
}
