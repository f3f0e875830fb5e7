/// How JSON-LD is processed.
public struct JSONLDOptions {
  /// Which edition's features are allowed.
  public enum ProcessingMode: String, Hashable, Sendable {
    case json10 = "json-ld-1.0"
    case json11 = "json-ld-1.1"
  }

  /// What becomes of a string's base direction in RDF, and which forms of it are read back.
  public enum DirectionForm: String, Hashable, Sendable {
    /// A datatype that names language and direction.
    case i18nDatatype = "i18n-datatype"
    /// A blank node with `rdf:value`, `rdf:language` and `rdf:direction`.
    case compoundLiteral = "compound-literal"
    /// RDF 1.2's `rdf:dirLangString`; without a language, the datatype.
    case directionalString = "rdf-1.2"
  }

  /// What relative IRIs and addresses are resolved against.
  public var base: String?
  /// A context that is applied before the document's own.
  public var expandContext: JSONValue?
  /// Which edition's features are allowed.
  public var processingMode: ProcessingMode = .json11
  /// Whether an array of one item is compacted to the item.
  public var compactsArrays = true
  /// Whether IRIs are compacted to ones relative to the base.
  public var compactsToRelative = true
  /// Whether RDF may have blank nodes as predicates.
  public var producesGeneralizedRDF = false
  /// What becomes of directions in RDF; `nil` leaves them out.
  public var rdfDirection: DirectionForm?
  /// Whether `xsd:integer`, `xsd:double` and `xsd:boolean` become JSON's own numbers and truths.
  public var usesNativeTypes = false
  /// Whether `rdf:type` is written as a property and not as `@type`.
  public var usesRDFType = false
  /// Gets the document at an address; the default refuses, for there is no network here.
  public var loader: JSONLDDocumentLoader = JSONLDOptions.refuse

  /// Creates the specification's default options.
  public init(base: String? = nil) { self.base = base }

  /// Refuses to load anything.
  public static func refuse(_ address: String) throws(JSONLDError) -> JSONLDDocument {
    throw JSONLDError(.loadingDocumentFailed, address)
  }
}

/// Gets the document at an address, from wherever the caller keeps documents.
public typealias JSONLDDocumentLoader = (_ address: String) throws(JSONLDError) -> JSONLDDocument

/// A document that was loaded.
public struct JSONLDDocument: Hashable, Sendable {
  /// Where it is after all redirections.
  public var address: String
  /// What it holds.
  public var content: JSONValue

  /// Creates a document.
  public init(address: String, content: JSONValue) {
    self.address = address
    self.content = content
  }
}
