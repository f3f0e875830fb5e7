import GraphModel
import Resolution

/// The list of Specially Designated Nationals of the US Treasury's Office of Foreign Assets Control,
/// in its files of comma-separated values.
///
/// The main file has twelve columns (number, name, type, programme, …, remarks), that of other names
/// five, that of addresses six; `-0-` stands for nothing. Persons stand as "FAMILY NAME, Given Name".
/// Source of the layout: OFAC, "SDN Data Specification".
struct OFACRegister {
  private struct Entry {
    var name = ""
    var type = ""
    var otherNames: [String] = []
    var countries: [String] = []
  }

  private var entries: [Int: Entry] = [:]

  private static let mainColumns = 12
  private static let nameColumns = 5
  private static let addressColumns = 6

  /// Whether a record may be one of these files: a number, and as many columns as one of them has.
  static func knows(_ record: [String]) -> Bool {
    Int(record.first ?? "") != nil
      && [mainColumns, nameColumns, addressColumns].contains(record.count)
  }

  /// Adds the records of a file.
  mutating func add(_ records: [[String]]) {
    for record in records {
      guard let number = Int(record.first ?? "") else { continue }
      let cells = record.map(Self.value)
      switch cells.count {
      case Self.mainColumns:
        entries[number, default: Entry()].name = cells[1]
        entries[number]?.type = cells[2]
        entries[number]?.countries += Self.countries(programme: cells[3], remarks: cells[11])
        entries[number]?.otherNames += Self.otherNames(in: cells[11])
      case Self.nameColumns: entries[number, default: Entry()].otherNames.append(cells[3])
      case Self.addressColumns: entries[number, default: Entry()].countries.append(cells[4])
      default: continue
      }
    }
  }

  /// The things of the main file; other names and addresses of others are passed over.
  func things(base: String) -> [KnownThing] {
    entries.sorted { $0.key < $1.key }.compactMap { number, entry in
      guard !entry.name.isEmpty, let id = GazetteerReader.iri(String(number), base: base) else {
        return nil
      }
      let isPerson = entry.type == "individual"
      // Ships and aircraft are of no class that entities have, so they are proposed at most.
      let type = isPerson ? "Person" : entry.type.isEmpty ? "Organization" : "Vehicle"
      return KnownThing(
        id: id, type: type,
        names: ([entry.name] + entry.otherNames).map { isPerson ? Self.inOrder($0) : $0 },
        countries: entry.countries)
    }
  }

  /// A person's name with the given name first.
  private static func inOrder(_ name: String) -> String {
    guard let comma = name.firstIndex(of: ",") else { return name }
    let given = name[name.index(after: comma)...].drop(while: \.isWhitespace)
    return given.isEmpty ? String(name[..<comma]) : given + " " + name[..<comma]
  }

  private static func value(_ cell: String) -> String {
    var cell = cell[...]
    while cell.last?.isWhitespace ?? false { cell.removeLast() }
    while cell.first?.isWhitespace ?? false { cell.removeFirst() }
    return cell == "-0-" ? "" : String(cell)
  }

  /// The countries of the programme ("CUBA", "IRAQ2") and of the remarks ("nationality Iran;").
  private static func countries(programme: String, remarks: String) -> [String] {
    var found: [String] = []
    for part in programme.split(whereSeparator: { !$0.isLetter }) {
      let name = part.prefix(1) + part.dropFirst().lowercased()
      if CountryName.isCountry(String(name)) { found.append(String(name)) }
    }
    for part in remarks.split(whereSeparator: { $0 == ";" || $0 == "." }) {
      let text = part.drop(while: \.isWhitespace)
      for lead in ["nationality ", "citizen ", "POB "] where text.hasPrefix(lead) {
        let place = text.dropFirst(lead.count)
        found.append(String(place.split(separator: ",").last ?? place).trimmedSpaces)
      }
    }
    return found
  }

  /// The names after "a.k.a." in remarks, between single quotes.
  private static func otherNames(in remarks: String) -> [String] {
    remarks.split(separator: ";").compactMap { part in
      let pieces = part.split(separator: "'", omittingEmptySubsequences: false)
      guard pieces.count >= 3, pieces[0].contains("k.a.") else { return nil }
      return String(pieces[1])
    }
  }
}

extension String {
  fileprivate var trimmedSpaces: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
