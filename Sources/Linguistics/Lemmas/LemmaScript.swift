/// How to make a lemma out of a form.
enum LemmaScript: Hashable, Sendable {
  /// The capitalisation of what an edit makes.
  enum Capitals: Hashable, Sendable {
    case lower
    case title
    case upper
  }

  /// The form itself.
  case copy
  /// A lemma that has nothing to do with the form's letters.
  case whole(String)
  /// Cuts scalars off both ends of the lower-cased form and puts text there.
  case edit(capitals: Capitals, cutStart: Int, prefix: String, cutEnd: Int, suffix: String)

  /// Reads a script: `=`, `!lemma` or `capitals|cut at start|prefix|cut at end|suffix`.
  init(_ text: String) {
    if text.hasPrefix("!") {
      self = .whole(String(text.dropFirst()))
      return
    }
    let fields = text.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
    guard fields.count == 5, let start = Int(fields[1]), let end = Int(fields[3]), start >= 0,
      end >= 0
    else {
      self = .copy
      return
    }
    let capitals: Capitals =
      switch fields[0] {
      case "T": .title
      case "U": .upper
      default: .lower
      }
    self = .edit(
      capitals: capitals, cutStart: start, prefix: String(fields[2]), cutEnd: end,
      suffix: String(fields[4]))
  }

  /// The lemma of a form.
  func apply(to form: String) -> String {
    switch self {
    case .copy: return form
    case .whole(let lemma): return lemma
    case .edit(let capitals, let cutStart, let prefix, let cutEnd, let suffix):
      var stem = String.UnicodeScalarView()
      let scalars = Array(form.lowercased().unicodeScalars)
      if cutStart + cutEnd < scalars.count {
        stem.append(contentsOf: scalars[cutStart..<scalars.count - cutEnd])
      }
      let lemma = prefix + String(stem) + suffix
      switch capitals {
      case .lower: return lemma
      case .upper: return lemma.uppercased()
      case .title: return lemma.prefix(1).uppercased() + lemma.dropFirst()
      }
    }
  }
}
