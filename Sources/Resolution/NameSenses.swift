import Extraction
import GraphModel

/// The named things of all documents, grouped into senses: one for each class and name key.
///
/// Documents are known by their place in the order of identifiers.
struct NameSenses {
  /// A named thing of one document.
  struct Occurrence {
    let document: Int
    let local: Int
  }

  /// A name key as a name of one class, with the things that have it.
  struct Sense {
    /// What is compared.
    var form: NameForm
    /// Local name of the class, if known.
    var type: String?
    /// What sets it apart from a sense with the same key and class: a gender or a document.
    var distinction = ""
    /// The gender that it is known to have.
    var gender: Mention.Gender = .unknown
    /// Whether it has no name, and stands here because a judgement speaks of it.
    var isUnnamed = false
    /// The things, by document.
    var occurrences: [Occurrence] = []

    /// What it is known by.
    var identity: Identity {
      Identity(type: isUnnamed ? "" : type ?? "", key: form.key, distinction: distinction)
    }
  }

  /// Two senses that were joined, and why.
  struct Link {
    let first: Int
    let second: Int
    let reason: LinkReason
  }

  /// The senses; those of family names alone come after the others, those of unnamed things last.
  private(set) var senses: [Sense] = []
  /// The joints made, in order.
  private(set) var links: [Link] = []
  /// For each document and thing, its sense; -1 for an unnamed thing.
  private(set) var senseOfLocal: [[Int]]
  /// Which senses are one entity.
  private(set) var sets: DisjointSets
  /// The first sense that is a family or given name alone.
  private(set) var firstWeak = 0
  /// The first sense of an unnamed thing.
  private(set) var firstUnnamed = 0
  /// The documents.
  let documents: [DocumentEntities]
  /// For each document, the senses that tell its context, sorted.
  private(set) var contexts: [[Int]] = []
  private var forms = FormCache()

  /// Groups the named things of documents that are sorted by identifier.
  init(_ documents: [DocumentEntities], constraints: IdentityConstraints = IdentityConstraints([]))
  {
    self.documents = documents
    senseOfLocal = documents.map { [Int](repeating: -1, count: $0.resolution.entities.count) }
    sets = DisjointSets(count: 0)
    var indexOfKey: [String: Int] = [:]
    var weak: [(form: NameForm, occurrence: Occurrence)] = []
    var kinds: [Sense] = []
    for (d, document) in documents.enumerated() {
      for (l, entity) in document.resolution.entities.enumerated() where entity.isNamed {
        let form = forms.form(entity.label, type: entity.type)
        let occurrence = Occurrence(document: d, local: l)
        if form.isKind {
          kinds.append(
            Sense(
              form: form, type: entity.type, distinction: document.document.value,
              occurrences: [occurrence]))
          continue
        }
        if form.style == .person, !form.isFullPersonName {
          weak.append((form, occurrence))
          continue
        }
        let key = (entity.type ?? "") + "\u{1}" + form.key
        if let index = indexOfKey[key] {
          senses[index].occurrences.append(occurrence)
        } else {
          indexOfKey[key] = senses.count
          senses.append(Sense(form: form, type: entity.type, occurrences: [occurrence]))
        }
      }
    }
    splitByGender()
    splitByCountry()
    splitApart(constraints)
    senses += kinds
    firstWeak = senses.count
    for (form, occurrence) in weak {
      senses.append(
        Sense(
          form: form, type: EntityType.person,
          distinction: documents[occurrence.document].document.value,
          gender: documents[occurrence.document].resolution.entities[occurrence.local].gender,
          occurrences: [occurrence]))
    }
    firstUnnamed = senses.count
    addUnnamed(constraints)
    for (s, sense) in senses.enumerated() {
      for occurrence in sense.occurrences {
        senseOfLocal[occurrence.document][occurrence.local] = s
      }
    }
    sets = DisjointSets(count: senses.count)
    apply(constraints)
  }

  /// Joins two senses, unless a judgement keeps them apart.
  ///
  /// - Returns: Whether two became one.
  @discardableResult
  mutating func join(_ a: Int, _ b: Int, because reason: LinkReason) -> Bool {
    guard sets.union(a, b) else { return false }
    links.append(Link(first: a, second: b, reason: reason))
    return true
  }

  /// The sense of a thing of a document; an unnamed one gets a sense if it has none, and a concept
  /// one of its own: here it stands for a particular thing ("Man arrested" over a report).
  mutating func sense(of local: Int, in document: Int) -> Int {
    let known = senseOfLocal[document][local]
    guard known < 0 else { return known }
    let entity = documents[document].resolution.entities[local]
    senses.append(
      Sense(
        form: NameForm(unnamed: entity.phrase), type: entity.type,
        distinction: Identity.place(of: entity, in: documents[document].document),
        gender: entity.gender, isUnnamed: true,
        occurrences: [Occurrence(document: document, local: local)]))
    senseOfLocal[document][local] = senses.count - 1
    sets.add()
    return senses.count - 1
  }

  /// The smallest sense of the entity that a sense belongs to.
  mutating func root(of sense: Int) -> Int { sets.find(sense) }

  /// The things that a sense's occurrences are.
  func locals(of sense: Int) -> [LocalEntity] {
    senses[sense].occurrences.map { documents[$0.document].resolution.entities[$0.local] }
  }

  /// The name of a sense, as the first document that has it writes it.
  func name(of sense: Int) -> String {
    guard let first = senses[sense].occurrences.first else { return senses[sense].form.key }
    return documents[first.document].resolution.entities[first.local].label
  }

  /// How a name looks as that of a thing of the class.
  mutating func form(_ name: String, type: String?) -> NameForm { forms.form(name, type: type) }

  /// Computes what each document speaks of: its senses but countries and lone family names.
  mutating func computeContexts() {
    contexts = senseOfLocal.map { row in
      var context: Set<Int> = []
      for sense in row where sense >= 0 && sense < firstWeak {
        if senses[sense].form.known?.type != EntityType.place { context.insert(sets.find(sense)) }
      }
      return context.sorted()
    }
  }

  /// Gives the mentions of a name in some documents a sense of their own, where that was judged.
  private mutating func splitApart(_ constraints: IdentityConstraints) {
    for (identity, identifiers) in constraints.apart {
      guard let name = identifiers.first,
        let s = senses.firstIndex(where: { $0.identity == identity })
      else { continue }
      let apart = Set(identifiers)
      var other = senses[s]
      other.occurrences = other.occurrences.filter {
        apart.contains(documents[$0.document].document)
      }
      guard !other.occurrences.isEmpty else { continue }
      senses[s].occurrences.removeAll { apart.contains(documents[$0.document].document) }
      other.distinction = "apart:" + name.value
      senses.append(other)
    }
  }

  /// Makes senses of the unnamed things that judgements speak of.
  private mutating func addUnnamed(_ constraints: IdentityConstraints) {
    guard constraints.judged.contains(where: { $0.type.isEmpty }) else { return }
    var index: [Identity: Int] = [:]
    for (d, document) in documents.enumerated() {
      for (l, entity) in document.resolution.entities.enumerated() where !entity.isNamed {
        let identity = Identity.unnamed(entity, in: document.document)
        guard constraints.judged.contains(identity) else { continue }
        let occurrence = Occurrence(document: d, local: l)
        if let s = index[identity] {
          senses[s].occurrences.append(occurrence)
        } else {
          index[identity] = senses.count
          senses.append(
            Sense(
              form: NameForm(unnamed: entity.phrase), type: entity.type,
              distinction: identity.distinction, gender: entity.gender, isUnnamed: true,
              occurrences: [occurrence]))
        }
      }
    }
  }

  /// Keeps apart and joins what was judged.
  private mutating func apply(_ constraints: IdentityConstraints) {
    guard !constraints.judged.isEmpty else { return }
    var index: [Identity: [Int]] = [:]
    for (s, sense) in senses.enumerated() { index[sense.identity, default: []].append(s) }
    func each(_ a: Identity, _ b: Identity, _ body: (Int, Int) -> Void) {
      for first in index[a] ?? [] { for second in index[b] ?? [] { body(first, second) } }
    }
    for (identity, identifiers) in constraints.apart {
      let other = Identity(
        type: identity.type, key: identity.key,
        distinction: "apart:" + (identifiers.first?.value ?? ""))
      each(identity, other) { sets.forbid($0, $1) }
    }
    for (a, b) in constraints.different { each(a, b) { sets.forbid($0, $1) } }
    for (a, b, number) in constraints.same {
      each(a, b) { join($0, $1, because: .judgement(number)) }
    }
  }

  /// Makes a sense of its own of a place's name for each country that documents place it in; where
  /// none is told, it is the best-known place of the name, or the one most told of.
  private mutating func splitByCountry() {
    for s in senses.indices where senses[s].type == EntityType.place && senses[s].form.known == nil
    {
      let countries = locals(of: s).map(\.country)
      var counts: [String: Int] = [:]
      for country in countries { if let country { counts[country, default: 0] += 1 } }
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      guard let home = PlaceTable.embedded.country(ofCity: senses[s].form.key) ?? most else {
        continue
      }
      let all = Array(zip(senses[s].occurrences, countries))
      for country in counts.keys.sorted() where country != home {
        var other = senses[s]
        other.distinction = "in:" + country
        other.occurrences = all.filter { $0.1 == country }.map(\.0)
        senses.append(other)
      }
      senses[s].occurrences = all.filter { $0.1 == nil || $0.1 == home }.map(\.0)
    }
    senses.removeAll { $0.occurrences.isEmpty }
  }

  /// Makes two senses of a person's name that is a woman's in some documents and a man's in others.
  ///
  /// Where one gender is ten times as common, the other is taken for an error of reading.
  private mutating func splitByGender() {
    for s in senses.indices where senses[s].form.style == .person {
      let genders = locals(of: s).map(\.gender)
      let female = genders.count { $0 == .female }
      let male = genders.count { $0 == .male }
      senses[s].gender = female > male ? .female : male > female ? .male : .unknown
      guard min(female, male) > 0, min(female, male) * 10 > max(female, male) else { continue }
      let all = Array(zip(senses[s].occurrences, genders))
      var rest = senses[s]
      let major: Mention.Gender = female > male ? .female : .male
      let minor: Mention.Gender = major == .female ? .male : .female
      senses[s].gender = major
      senses[s].distinction = major.rawValue
      senses[s].occurrences = all.filter { $0.1 != minor && (female != male || $0.1 == major) }
        .map(\.0)
      rest.gender = minor
      rest.distinction = minor.rawValue
      rest.occurrences = all.filter { $0.1 == minor }.map(\.0)
      senses.append(rest)
      let unknown = all.filter { female == male && $0.1 != major && $0.1 != minor }.map(\.0)
      if !unknown.isEmpty {
        rest.gender = .unknown
        rest.distinction = Mention.Gender.unknown.rawValue
        rest.occurrences = unknown
        senses.append(rest)
      }
    }
  }
}

/// Remembers how names were read.
private struct FormCache {
  private var forms: [String: NameForm] = [:]

  mutating func form(_ name: String, type: String?) -> NameForm {
    let key = (type == EntityType.person ? "p" : "o") + name
    if let form = forms[key] { return form }
    let form = NameForm(name, type: type)
    forms[key] = form
    return form
  }
}
