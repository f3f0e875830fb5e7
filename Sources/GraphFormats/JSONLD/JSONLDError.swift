/// Why JSON-LD cannot be processed: a code of the specification, and what it is about.
public struct JSONLDError: Error, Hashable, Sendable {
  /// The codes of "JSON-LD 1.1 Processing Algorithms and API", section 9.6, of 1.0, and
  /// one of ours.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    case collidingKeywords = "colliding keywords"
    case conflictingIndexes = "conflicting indexes"
    case contextOverflow = "context overflow"
    case cyclicIRIMapping = "cyclic IRI mapping"
    case invalidID = "invalid @id value"
    case invalidImport = "invalid @import value"
    case invalidIncluded = "invalid @included value"
    case invalidIndex = "invalid @index value"
    case invalidNest = "invalid @nest value"
    case invalidPrefix = "invalid @prefix value"
    case invalidPropagate = "invalid @propagate value"
    case invalidProtected = "invalid @protected value"
    case invalidReverse = "invalid @reverse value"
    case invalidVersion = "invalid @version value"
    case invalidBaseDirection = "invalid base direction"
    case invalidBaseIRI = "invalid base IRI"
    case invalidContainerMapping = "invalid container mapping"
    case invalidContextEntry = "invalid context entry"
    case invalidContextNullification = "invalid context nullification"
    case invalidDefaultLanguage = "invalid default language"
    case invalidIRIMapping = "invalid IRI mapping"
    case invalidJSONLiteral = "invalid JSON literal"
    case invalidKeywordAlias = "invalid keyword alias"
    case invalidLanguageMapValue = "invalid language map value"
    case invalidLanguageMapping = "invalid language mapping"
    case invalidLanguageTaggedString = "invalid language-tagged string"
    case invalidLanguageTaggedValue = "invalid language-tagged value"
    case invalidLocalContext = "invalid local context"
    case invalidRemoteContext = "invalid remote context"
    case invalidReverseProperty = "invalid reverse property"
    case invalidReversePropertyMap = "invalid reverse property map"
    case invalidReversePropertyValue = "invalid reverse property value"
    case invalidScopedContext = "invalid scoped context"
    case invalidSetOrList = "invalid set or list object"
    case invalidTermDefinition = "invalid term definition"
    case invalidTypeMapping = "invalid type mapping"
    case invalidType = "invalid type value"
    case invalidTypedValue = "invalid typed value"
    case invalidValueObject = "invalid value object"
    case invalidValueObjectValue = "invalid value object value"
    case invalidVocabMapping = "invalid vocab mapping"
    case confusedWithPrefix = "IRI confused with prefix"
    case keywordRedefinition = "keyword redefinition"
    case loadingDocumentFailed = "loading document failed"
    case loadingRemoteContextFailed = "loading remote context failed"
    case processingModeConflict = "processing mode conflict"
    case protectedTermRedefinition = "protected term redefinition"
    /// Of JSON-LD 1.0 alone, which has no lists of lists.
    case listOfLists = "list of lists"
    /// Of JSON-LD 1.0 alone, which has no lists of lists.
    case compactionToListOfLists = "compaction to list of lists"
    /// Of JSON-LD 1.0 alone; 1.1 has ``contextOverflow``.
    case recursiveContextInclusion = "recursive context inclusion"
    /// Lists, or terms that need one another, are too deep; not a code of the specification.
    case nestedTooDeeply = "nested too deeply"
  }

  /// What is wrong.
  public let code: Code
  /// The term, value or address that it is about.
  public let detail: String

  /// Creates an error.
  public init(_ code: Code, _ detail: String = "") {
    self.code = code
    self.detail = detail
  }

  /// Creates an error about a value, of which at most a line is shown.
  init(_ code: Code, _ value: JSONValue) {
    let text = value.text
    self.init(code, text.count > 80 ? text.prefix(79) + "…" : text)
  }
}
