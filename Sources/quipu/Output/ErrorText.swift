import Glibc
import GraphFormats
import GraphModel
import GraphStore
import Indexer

/// The words of every error: what is wrong, where, and what to type next.
enum ErrorText {
  /// The words of an error of the command.
  static func describe(_ error: CommandError) -> String {
    switch error {
    case .usage(let error): usage(error)
    case .noStore(let folder):
      "there is no store in \(quoted(folder)) or above it. Make one with: quipu build FOLDER, or name one with --store"
    case .store(let error): store(error)
    case .indexer(let error): indexer(error)
    case .unreadable(let path, let code):
      "cannot read \(quoted(path)): \(system(code))"
    case .unwritable(let path, let code):
      "cannot write \(quoted(path)): \(system(code)). Choose another place with -o"
    case .noSuchEntity(let name, let near):
      "no entity is called \(quoted(name))" + suggest(near)
        + ". Look for it with: quipu find \(word(name))"
    case .noSuchStatement(let id):
      "there is no statement \(quoted(id)). Statements are listed by: quipu show ENTITY"
    case .noSuchDocument(let name, let near):
      "the store has no document \(quoted(name))" + suggest(near)
        + ". Documents are listed by: quipu status"
    case .badPattern(let detail):
      "\(detail). A pattern has three places, each a name or ?: quipu query SoftBank investedIn ?"
    case .querySyntax(let error, let file): QueryErrorText.describe(error, file: file)
    case .queryFailed(let error): QueryErrorText.describe(error)
    case .updateFailed(let error): QueryErrorText.describe(error)
    case .unknownFormat(let name, let choices, let suggestion):
      "\(quoted(name)) is not a format"
        + (suggestion.map { "; did you mean \(quoted($0))?" } ?? ".")
        + " Formats: \(choices.joined(separator: ", "))"
    case .archiveOnTerminal(let format):
      "the format \(format) is several files. Name the folder to make: -o FOLDER"
    case .notCanonical(let format):
      "\(format) has no canonical form. Write one with: --canonical --to nquads"
    case .canonicalization(.tooMuchAlike(let count, let steps), let file):
      "the \(count) blank nodes of \(quoted(file)) look too much alike to be told apart (given up after \(steps) comparisons). Convert it without --canonical"
    case .canonicalization(.blankNodeInTripleTerm, let file):
      "a triple term of \(quoted(file)) holds a blank node, for which RDFC-1.0 has no canonical form. Convert it without --canonical"
    case .badRDF(let error, let file):
      SyntaxErrorText.describe(error, in: file) + "; nothing was taken"
    case .badNames(let problem): names(problem) + "; nothing was taken"
    case .annotation(let detail): detail
    case .unusableInput(let failure): FailureText.describe(failure)
    case .noSuchRelation(let name, let near):
      "the vocabulary has no relation \(quoted(name))" + suggest(near)
        + ". Relations are listed by: quipu schema"
    case .badGold(let path, let line):
      "line \(line) of \(quoted(path)) is no fact. A fact has subject, predicate and object; see: quipu eval --help"
    case .unexpected(let detail): "internal error: \(detail)"
    }
  }

  private static func usage(_ error: UsageError) -> String {
    switch error {
    case .unknownVerb(let word, let near):
      "unknown verb \(quoted(word))" + suggest(near) + ". Verbs are listed by: quipu --help"
    case .unknownOption(let option, let verb, let near):
      "quipu \(verb) has no option \(option)" + suggest(near) + help(verb)
    case .missingValue(let option, let verb): "\(option) needs a value" + help(verb)
    case .unexpectedValue(let option, let verb): "\(option) takes no value" + help(verb)
    case .invalidChoice(let value, let option, let choices, let near):
      "\(quoted(value)) is not valid for \(option)" + suggest(near)
        + ". Choose from: \(choices.joined(separator: ", "))"
    case .invalidNumber(let text, let option):
      "\(quoted(text)) is not a number that \(option) takes"
    case .invalidDate(let text, let option):
      "\(quoted(text)) is not a date that \(option) takes. Dates are written 2019, 2019-10 or 2019-10-29"
    case .missingArgument(let name, let verb): "quipu \(verb) needs \(name)" + help(verb)
    case .unexpectedArgument(let word, let verb):
      "quipu \(verb) does not take \(quoted(word)) as well. Put names of several words in quotes"
        + help(verb)
    }
  }

  private static func names(_ problem: GazetteerProblem) -> String {
    switch problem {
    case .empty(let file): "\(Printable.line(file)) names nothing"
    case .noName(let file, let line):
      "\(Printable.line(file)):\(line): a line has an identifier, a class and at least one name, parted by tabs"
    case .badIdentifier(let file, let line, let word):
      "\(Printable.line(file)):\(line): \(quoted(word)) makes no IRI"
    case .noColumn(let file, let column, let columns):
      "\(Printable.line(file)): no column \(quoted(column)) among "
        + columns.map(quoted).joined(separator: ", ")
    }
  }

  private static func indexer(_ error: IndexerError) -> String {
    switch error {
    case .store(let error): store(error)
    case .model(let detail): "the language model of this quipu cannot be used: \(detail)"
    case .vocabulary(let problem):
      "the vocabulary cannot be used: \(VocabularyText.describe(problem)). See all that is wrong with: quipu schema --check FILE"
    case .unknownDocument(let name):
      "the store has no document \(quoted(name)). Documents are listed by: quipu status --all"
    case .damagedRecord(let document):
      "what the store keeps of \(quoted(document)) is damaged. Read it again with: quipu build --reread \(word(document))"
    case .damagedJournal:
      "the store's journal of judgements is damaged. Check the store with: quipu verify"
    case .damagedNames:
      "the store's lists of known names are damaged. Import them again: quipu import --names LIST FILE"
    case .unknownNames(let list, let lists):
      "the store has no list of known names \(quoted(list))"
        + (lists.isEmpty ? "" : "; it has " + lists.map(quoted).joined(separator: ", "))
    case .unknownEntity(let id): "the documents give no entity \(quoted(id.value))"
    case .alreadyOne(let id):
      "both names are one entity already: \(id.value). See why with: quipu why A = B"
    case .noSuchPart(let name, let parts):
      "\(quoted(name)) is no name that can be split off. "
        + (parts.isEmpty
          ? "The entity has one name; tell its mentions apart by document: --document DOC"
          : "Names that can be: " + parts.map { quoted($0) }.joined(separator: ", "))
    case .nothingToUndo(let number):
      number.map { "judgement \($0) is not in force" } ?? "there is no judgement to undo"
    case .threads(let code): "the system gave no thread: \(system(code))"
    case .watch(let code):
      "the system cannot watch folders: \(system(code)). Build from time to time instead"
    case .conllu(let line, let detail): "line \(line) is not CoNLL-U: \(detail)"
    }
  }

  private static func store(_ error: StoreError) -> String {
    switch error {
    case .notFound(let path):
      "there is no store at \(quoted(path)). Make one with: quipu build FOLDER --store \(word(path))"
    case .damaged(let path, let detail):
      "the store \(quoted(path)) is damaged: \(detail). Delete the folder and build again"
    case .version(let path, let found, let expected):
      "the store \(quoted(path)) has format \(found), and this quipu reads \(expected). Delete the folder and build again"
    case .lockedByWriter(let path):
      "the store \(quoted(path)) is being written by another process. Wait for it to end"
    case .readOnly(let path):
      "the store \(quoted(path)) cannot be written. Allow it with: chmod -R u+w \(word(path))"
    case .outgrown(let path):
      "the store \(quoted(path)) has grown beyond what this process can address. Run the command again"
    case .tooManySnapshots(let path):
      "too many processes read the store \(quoted(path)). Wait for some to end"
    case .invalidDocument(let name): "the document \(quoted(name)) cannot be stored"
    case .invalidKey(let key): "internal error: bad key \(quoted(key))"
    case .invalidTerm(let name): "a term cannot be stored: \(quoted(name)) is no name"
    case .transactionEnded(let path):
      "internal error: a transaction on \(quoted(path)) was used after its end"
    case .mediumFull(let path):
      "there is no room left (or the disk fails) where the store \(quoted(path)) is. What was committed is safe: make room and run the command again"
    case .system(let call, let code, let path):
      "\(call) failed for \(quoted(path)): \(system(code))"
    }
  }

  /// A text in single quotes, on one line.
  static func quoted(_ text: String) -> String { "'\(Printable.line(text))'" }

  /// A text as one word of a shell command.
  static func word(_ text: String) -> String {
    let plain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
        || "-_./:@%+=,".utf8.contains($0) || $0 >= 0x80
    }
    guard !plain || text.isEmpty else { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// The operating system's words for an error number.
  static func system(_ code: Int32) -> String { String(cString: strerror(code)) }

  private static func suggest(_ near: String?) -> String {
    near.map { "; did you mean \(quoted($0))?" } ?? ""
  }

  private static func suggest(_ near: [String]) -> String {
    near.isEmpty ? "" : "; did you mean \(near.map(quoted).joined(separator: " or "))?"
  }

  private static func help(_ verb: String) -> String { ". See: quipu \(verb) --help" }
}
