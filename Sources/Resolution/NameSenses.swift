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
    /// The things, by document.
    var occurrences: [Occurrence] = []
  }

  /// The senses; those of family names alone come last.
  private(set) var senses: [Sense] = []
  /// For each document and thing, its sense; -1 for an unnamed thing.
  private(set) var senseOfLocal: [[Int]]
  /// Which senses are one entity.
  var sets: DisjointSets
  /// The first sense that is a family or given name alone.
  private(set) var firstWeak = 0
  /// The documents.
  let documents: [DocumentEntities]
  /// For each document, the senses that tell its context, sorted.
  private(set) var contexts: [[Int]] = []
  private var forms = FormCache()

  /// Groups the named things of documents that are sorted by identifier.
  init(_ documents: [DocumentEntities]) {
    self.documents = documents
    senseOfLocal = documents.map { [Int](repeating: -1, count: $0.resolution.entities.count) }
    sets = DisjointSets(count: 0)
    var indexOfKey: [String: Int] = [:]
    var weak: [(form: NameForm, occurrence: Occurrence)] = []
    for (d, document) in documents.enumerated() {
      for (l, entity) in document.resolution.entities.enumerated() where entity.isNamed {
        let form = forms.form(entity.label, type: entity.type)
        let occurrence = Occurrence(document: d, local: l)
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
    firstWeak = senses.count
    for (form, occurrence) in weak {
      senses.append(
        Sense(
          form: form, type: EntityType.person,
          distinction: documents[occurrence.document].document.value,
          gender: documents[occurrence.document].resolution.entities[occurrence.local].gender,
          occurrences: [occurrence]))
    }
    for (s, sense) in senses.enumerated() {
      for occurrence in sense.occurrences {
        senseOfLocal[occurrence.document][occurrence.local] = s
      }
    }
    sets = DisjointSets(count: senses.count)
  }

  /// The things that a sense's occurrences are.
  func locals(of sense: Int) -> [LocalEntity] {
    senses[sense].occurrences.map { documents[$0.document].resolution.entities[$0.local] }
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
