import GraphFormats
import Indexer

/// What a build tells at its end.
struct BuildReport {
  private let summary: BuildSummary
  private let seconds: Double
  private let options: BuildOptions

  /// Creates the report of a build that took some time.
  init(_ summary: BuildSummary, seconds: Double, options: BuildOptions) {
    self.summary = summary
    self.seconds = seconds
    self.options = options
  }

  /// Writes what failed and what is worth saying, then the numbers.
  func write(to invocation: Invocation) {
    let console = invocation.console
    let remembered = Set(summary.remembered)
    for failure in summary.failed where !remembered.contains(failure) {
      console.complain("quipu: " + FailureText.describe(failure))
    }
    for remark in remarks { console.say(remark) }
    if invocation.json {
      writeJSON(to: console)
    } else if let estimate = summary.estimate {
      for line in lines(of: estimate) { console.line(line) }
    } else {
      console.line(numbers)
    }
  }

  private var remarks: [String] {
    var remarks: [String] = []
    if !summary.remembered.isEmpty {
      remarks.append(
        "\(summary.remembered.count) failed before and have not changed. List them with: quipu status --failed; read them again with: quipu build --retry-failed"
      )
    }
    if summary.refreshed > 0 {
      remarks.append("\(summary.refreshed) unchanged files read again: \(reasons)")
    }
    if summary.isRelinked {
      remarks.append(
        "graph made anew: the last build was stopped, or this quipu links by new rules")
    }
    if summary.outdated > 0 {
      remarks.append(
        "\(summary.outdated) documents elsewhere were read by an older quipu; build their folders again"
      )
    }
    if summary.leftOut > 0 {
      remarks.append(
        "\(summary.leftOut) documents left out: older than \(options.since ?? ""), or without a date"
      )
    }
    if summary.postponed > 0 {
      remarks.append("\(summary.postponed) files wait for the next build, because of --limit")
    }
    if summary.ignored > 0 {
      remarks.append(
        "\(summary.ignored) files and folders passed over by .gitignore and .quipuignore; read them too with: --no-ignore"
      )
    }
    if summary.mismatched > 0 {
      remarks.append("\(summary.mismatched) statements left out: their quote was not the text")
    }
    return remarks
  }

  private var reasons: String {
    let words = ReaderChange.allCases.filter(summary.readerChanges.contains).map { change in
      switch change {
      case .program: "the reader"
      case .model: "the model"
      case .vocabulary: "the vocabulary"
      }
    }
    guard !words.isEmpty else { return "several versions of quipu had read them" }
    return words.joined(separator: " and ") + (words.count == 1 ? " is new" : " are new")
  }

  private var numbers: String {
    var parts = ["\(summary.added) added", "\(summary.changed + summary.refreshed) changed"]
    parts.append("\(summary.unchanged) unchanged")
    if summary.removed > 0 { parts.append("\(summary.removed) removed") }
    parts.append("\(summary.failed.count) failed")
    return (options.isDryRun ? "dry run: " : "") + parts.joined(separator: ", ")
      + " · \(summary.statements) statements · \(Clock.text(seconds))"
  }

  private func lines(of estimate: BuildEstimate) -> [String] {
    var parts = ["\(estimate.files) files to read, \(Quantity.bytes(Double(estimate.bytes)))"]
    parts.append("\(summary.unchanged) documents unchanged")
    if summary.removed > 0 { parts.append("\(summary.removed) to be removed") }
    if !summary.failed.isEmpty { parts.append("\(summary.failed.count) failed") }
    return [
      "dry run: " + parts.joined(separator: ", "),
      "about \(Quantity.count(estimate.documents)) documents, "
        + "\(Quantity.count(estimate.words)) words, "
        + "\(Quantity.count(estimate.statements)) statements",
      "about \(Quantity.time(estimate.seconds)) to build, "
        + "\(Quantity.bytes(estimate.storeBytes)) of store",
      "told from a sample of \(estimate.sampledFiles) files; 19 times in 20 within ±",
    ]
  }

  private func writeJSON(to console: Console) {
    try? console.jsonObject { json in
      json.field("dryRun", options.isDryRun)
      json.field("added", summary.added)
      json.field("changed", summary.changed)
      json.field("refreshed", summary.refreshed)
      json.field("unchanged", summary.unchanged)
      json.field("removed", summary.removed)
      json.field("failed", summary.failed.count)
      json.field("remembered", summary.remembered.count)
      json.field("leftOut", summary.leftOut)
      json.field("postponed", summary.postponed)
      json.field("ignored", summary.ignored)
      json.field("statements", summary.statements)
      json.field("entities", summary.entities)
      json.field("words", summary.words)
      guard let estimate = summary.estimate else { return }
      json.field("files", estimate.files)
      json.field("bytes", estimate.bytes)
      json.field("sampledFiles", estimate.sampledFiles)
      for (name, figure) in [
        ("estimatedDocuments", estimate.documents), ("estimatedWords", estimate.words),
        ("estimatedStatements", estimate.statements), ("estimatedSeconds", estimate.seconds),
        ("estimatedStoreBytes", estimate.storeBytes),
      ] {
        json.field(name, Int(figure.value.rounded()))
        json.field(name + "Margin", Int(figure.margin.rounded(.up)))
      }
    }
  }
}

/// Quantities that are not known for sure, in words.
enum Quantity {
  /// A number as `12,300 ± 400`, with no more digits than are known.
  static func count(_ figure: BuildEstimate.Figure) -> String {
    pair(figure) { grouped(Int($0)) }
  }

  /// A number of bytes as `12.3 ± 0.4 MB`.
  static func bytes(_ figure: BuildEstimate.Figure) -> String {
    "\(tenths(figure.value / 1e6)) ± \(tenths(figure.margin / 1e6)) MB"
  }

  /// A number of bytes as `12.3 MB`.
  static func bytes(_ value: Double) -> String { "\(tenths(value / 1e6)) MB" }

  /// A time as `3 min 20 s ± 10 s`.
  static func time(_ figure: BuildEstimate.Figure) -> String {
    "\(Clock.text(figure.value)) ± \(Clock.text(figure.margin))"
  }

  private static func pair(
    _ figure: BuildEstimate.Figure, _ text: (Double) -> String
  ) -> String {
    var unit = 1.0
    while unit * 20 < figure.margin { unit *= 10 }
    let value = (figure.value / unit).rounded() * unit
    return "\(text(value)) ± \(text((figure.margin / unit).rounded(.up) * unit))"
  }

  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0, digits[place - 1] != "-" {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }

  private static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths >= 1000 ? grouped(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}
