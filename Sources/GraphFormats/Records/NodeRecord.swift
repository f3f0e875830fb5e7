import GraphModel

/// A node as graph formats write it: an entity, or a literal object as a node of its own.
struct NodeRecord: Sendable {
  /// The identifier: `e:…`, or `v:…` for a literal.
  let id: String
  /// What to show.
  let label: String
  /// The classes; `Literal` for a literal.
  let types: [String]
  /// Whether it stands for a literal.
  let isLiteral: Bool
  /// The values of ``attributes``, `nil` where there is none.
  let values: [AttributeValue?]
  /// Where it stands in the picture, if one was made.
  let place: (x: Float, y: Float)?
  /// Its size in the picture.
  let size: Float

  /// The attributes of nodes, the same for all formats.
  static let attributes: [GraphAttribute] = [
    GraphAttribute("label"), GraphAttribute("name"), GraphAttribute("kind"),
    GraphAttribute("entity_type"), GraphAttribute("types", .list),
    GraphAttribute("aliases", .list), GraphAttribute("named", .truth),
    GraphAttribute("entity_id"), GraphAttribute("value"), GraphAttribute("datatype"),
    GraphAttribute("unit"), GraphAttribute("cue"), GraphAttribute("rank", .real),
    GraphAttribute("community", .integer),
  ]

  /// The record of an entity.
  init(_ entity: Entity, in picture: GraphPicture?) {
    id = entity.id.value
    label = entity.label
    types = entity.types
    isLiteral = false
    let number = picture?.number(of: entity.id)
    place = number.flatMap { picture?.place(of: $0) }
    size = number.flatMap { picture?.radius(of: $0) } ?? GraphPicture.leastRadius
    values = [
      .text(entity.label), .text(entity.label), .text("Entity"),
      .text(entity.types.first ?? "Thing"), .list(entity.types),
      entity.aliases.isEmpty ? nil : .list(entity.aliases), .truth(entity.isNamed),
      .text(entity.id.value), nil, nil, nil, nil,
      number.flatMap { picture?.rank(of: $0) }.map { .share($0) },
      number.flatMap { picture?.community(of: $0) }.map { .integer($0) },
    ]
  }

  /// The record of a statement's literal object, which stands beside the subject.
  init(_ literal: Literal, of statement: Statement, in picture: GraphPicture?) {
    id = statement.valueNodeID
    label = literal.shownText
    types = ["Literal"]
    isLiteral = true
    size = GraphPicture.leastRadius
    let subject = picture?.number(of: statement.content.subject)
    place = subject.flatMap { picture?.place(besides: $0, of: statement.id) }
    values = [
      .text(literal.shownText), .text(literal.shownText), .text("Literal"), .text("Literal"),
      .list(["Literal"]), nil, nil, nil, .text(literal.value), .text(literal.shortDatatype),
      literal.unit.map { .text($0) }, literal.cue.map { .text($0) }, nil, nil,
    ]
  }
}
